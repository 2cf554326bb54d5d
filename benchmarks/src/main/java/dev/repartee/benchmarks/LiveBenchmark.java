package dev.repartee.benchmarks;

import dev.repartee.live.LiveLog;
import dev.repartee.live.LiveLogBuilder;
import dev.repartee.live.WaitingNow;
import dev.repartee.response.Backlog;
import dev.repartee.response.BacklogSummary.Waiting;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a live log is asked at any moment, while many conversations are open. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx4g")
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
public class LiveBenchmark {
  private static final int FRESH = 5_000;

  /** So many conversations are opened before one is answered. */
  private static final int UNANSWERED = 1_000;

  /** How many conversations are open. */
  @Param({"10000", "1000000"})
  public int open;

  /** To how many conversations a row comes between two questions. */
  @Param({"0", "1", "100", "1000"})
  public int changed;

  /** Whether rows come to the conversations that were opened last, as they mostly do. */
  @Param({"true", "false"})
  public boolean fresh;

  private final SplittableRandom random = new SplittableRandom(1);
  private LiveLog live = builder().build();
  private LiveStream stream = new LiveStream(1);
  private int next;

  private static LiveLogBuilder builder() {
    return LiveLog.builder(LiveStream.DIRECTORY)
        .followedFor(Duration.ofHours(8))
        .measuring(ResponseTime.eachTurn())
        .waitingBy(Backlog.standard().withTarget(Duration.ofHours(4)));
  }

  /** Opens the conversations, of which every second is answered and the others wait. */
  @Setup
  public void fill() {
    live = builder().build();
    stream = new LiveStream(open);
    for (int conversation = 0; conversation < open; conversation++) {
      stream.next(conversation, live.appender());
      if (conversation % 2 == 0 && conversation >= UNANSWERED) {
        stream.next(conversation - UNANSWERED, live.appender());
      }
    }
    waiting();
    response();
  }

  /** Lets rows come; returns the time of the last one. */
  private Instant change() {
    int latest = Math.min(FRESH, open);
    for (int i = 0; i < changed; i++) {
      next = (next + 1) % latest;
      stream.next(fresh ? open - 1 - next : random.nextInt(open), live.appender());
    }
    return Instant.ofEpochMilli(stream.clock());
  }

  /**
   * How many wait.
   *
   * @return how many
   */
  @Benchmark
  public long waiting() {
    return live.waiting(change()).count();
  }

  /**
   * Who is due next, by name.
   *
   * @return the first twenty
   */
  @Benchmark
  public List<Waiting> dueNext() {
    WaitingNow now = live.waiting(change());
    return now.dueNext(20);
  }

  /**
   * Response times of all that are open.
   *
   * @return the summary
   */
  @Benchmark
  public ResponseSummary response() {
    return live.measure(ResponseTime.eachTurn(), change());
  }
}
