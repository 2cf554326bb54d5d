package dev.repartee.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.log.RandomRows;
import dev.repartee.measure.Measures;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.response.Backlog;
import dev.repartee.response.ResponseTime;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many ask while one adds rows. */
class LiveReadersTest {
  private static final Duration FOLLOW_UP = Duration.ofDays(3);
  private static final Measures BOTH =
      Measures.of(ResponseTime.eachTurn(), Dialogue.standard().withHorizon(Duration.ofDays(1)));
  private static final Instant END =
      Instant.ofEpochMilli(RandomRows.START + 2 * RandomRows.DAYS * RandomRows.DAY);

  private static LiveLog live() {
    return LiveLog.builder(RandomRows.DIRECTORY).followedFor(FOLLOW_UP).measuring(BOTH).build();
  }

  private static NaiveLive naive() {
    return new NaiveLive(
        RandomRows.DIRECTORY,
        FOLLOW_UP,
        FOLLOW_UP,
        Backlog.standard(),
        IdScope.LOG,
        Optional.empty(),
        Optional.empty());
  }

  private static List<Interaction> rows() {
    List<Interaction> rows = RandomRows.list(new Random(11), 240);
    rows.sort(Comparator.comparingLong(Interaction::atMillis));
    return rows;
  }

  /** Every twelfth row the clock has gone on to it, and what is at rest is let go of. */
  private static boolean isTimeToRetire(int row) {
    return row % 12 == 11;
  }

  /** What is to be answered after each number of rows. */
  private static List<ByteBuffer> expected(List<Interaction> rows) {
    NaiveLive naive = naive();
    List<ByteBuffer> expected = new ArrayList<>();
    expected.add(ByteBuffer.wrap(naive.measure(BOTH, END).toBytes()));
    for (int i = 0; i < rows.size(); i++) {
      naive.add(rows.get(i));
      if (isTimeToRetire(i)) {
        naive.retire(Instant.ofEpochMilli(rows.get(i).atMillis()));
      }
      expected.add(ByteBuffer.wrap(naive.measure(BOTH, END).toBytes()));
    }
    return expected;
  }

  @Test
  @Timeout(120)
  void everyAnswerIsThatOfSomeBeginningOfTheRows() throws Exception {
    List<Interaction> rows = rows();
    List<ByteBuffer> expected = expected(rows);
    Map<ByteBuffer, Integer> last = new HashMap<>();
    for (int i = 0; i < expected.size(); i++) {
      last.put(expected.get(i), i);
    }
    LiveLog live = live();
    int readers = 8;
    ExecutorService pool = Executors.newFixedThreadPool(readers);
    CountDownLatch begin = new CountDownLatch(readers);
    List<Future<Set<Integer>>> seen = new ArrayList<>();
    for (int r = 0; r < readers; r++) {
      seen.add(
          pool.submit(
              () -> {
                Set<Integer> prefixes = new HashSet<>();
                long before;
                begin.countDown();
                do {
                  before = live.offered();
                  ByteBuffer answer = ByteBuffer.wrap(live.measure(BOTH, END).toBytes());
                  Integer prefix = last.get(answer);
                  assertNotNull(prefix, "torn after " + before);
                  assertTrue(prefix >= before, "went back from " + before + " to " + prefix);
                  assertTrue(live.waiting(END).count() >= 0);
                  prefixes.add(prefix);
                } while (before < rows.size());
                return prefixes;
              }));
    }
    begin.await();
    for (int i = 0; i < rows.size(); i++) {
      live.add(rows.get(i));
      if (isTimeToRetire(i)) {
        live.retire(Instant.ofEpochMilli(rows.get(i).atMillis()));
      }
    }
    Set<Integer> all = new HashSet<>();
    for (Future<Set<Integer>> reader : seen) {
      all.addAll(reader.get());
    }
    pool.shutdown();
    assertTrue(all.contains(last.get(expected.get(rows.size()))));
    assertTrue(live.retired() > 0);
  }

  @Test
  @Timeout(60)
  void noReaderWaitsForTheWriter() throws Exception {
    LiveLog live = live();
    live.add(Post.of("a", "zak", RandomRows.START).addressedTo("Acme"));
    CountDownLatch within = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    Iterable<Interaction> slow =
        () ->
            new Iterator<>() {
              private int given;

              @Override
              public boolean hasNext() {
                return given < 2;
              }

              @Override
              public Interaction next() {
                if (given == 1) {
                  within.countDown();
                  await(answered);
                }
                return Post.of("b" + given++, "zak", RandomRows.START + 1);
              }
            };
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<?> writing = pool.submit(() -> live.addAll(slow));
    within.await();
    assertEquals(1, live.offered());
    assertEquals(1, live.measure(BOTH, END).get(ResponseTime.eachTurn()).exchanges());
    answered.countDown();
    writing.get(50, TimeUnit.SECONDS);
    pool.shutdown();
    assertEquals(3, live.offered());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
