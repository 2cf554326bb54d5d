package dev.repartee.benchmarks;

import dev.repartee.apath.APath;
import dev.repartee.apath.APathSummary;
import dev.repartee.apath.Stage;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.funnel.Funnel;
import dev.repartee.funnel.FunnelSummary;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.response.Backlog;
import dev.repartee.response.BacklogSummary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.LatencyDistribution;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Repartee with full summaries. To what is asked it adds what it is for: the median that counts
 * those who wait, with its interval, and the intervals of shares, which respect that people and
 * conversations repeat. The time for that is counted.
 */
final class ReparteePeer implements Peer {
  private static final Measure<Breakdown<ResponseSummary>> RESPONSE =
      ResponseTime.eachTurn().by(Dimension.CHANNEL);
  private static final Measure<Breakdown<ResponseSummary>> RESPONSE_EXACTLY =
      ResponseTime.eachTurn().exact().by(Dimension.CHANNEL);
  private static final Dialogue DIALOGUE = Dialogue.standard();
  private static final ResponseTime DIRECT = ResponseTime.eachMessage();
  private static final Backlog BACKLOG =
      Backlog.standard().withTarget(Duration.ofDays(1)).showing(20);
  private static final APath PATH = APath.standard();
  private static final Funnel FUNNEL = GeneratedEvents.funnel().build();

  private final int threads;
  private EngagementLog rows = EngagementLog.builder().build();
  private EngagementLog events = EngagementLog.builder().build();

  /**
   * Creates a peer with empty logs.
   *
   * @param threads how many threads it may use
   */
  ReparteePeer(int threads) {
    this.threads = threads;
  }

  @Override
  public String name() {
    return "Repartee";
  }

  @Override
  public void loadRows(Path csv) throws IOException, InterruptedException {
    rows = CsvLog.ofRows(csv, threads).parallel(threads);
  }

  @Override
  public void loadEvents(Path csv) throws IOException, InterruptedException {
    events = CsvLog.ofEvents(csv, threads).parallel(threads);
  }

  @Override
  public Answer answer(Question question) {
    return switch (question) {
      case RESPONSE_BY_CHANNEL -> byChannel(rows.measure(RESPONSE));
      case RESPONSE_EXACTLY -> byChannel(rows.measure(RESPONSE_EXACTLY));
      case TWO_WAY -> twoWay(rows.measure(DIALOGUE));
      case DIRECT_REPLY -> direct(rows.measure(DIRECT));
      case FUNNEL -> funnel(events.measure(FUNNEL));
      case WAITING -> waiting(rows.measure(BACKLOG));
      case A_PATH -> path(events.measure(PATH));
    };
  }

  @Override
  public Map<Question, Answer> answerTogether() {
    Results results = rows.measure(Measures.of(RESPONSE, DIALOGUE, DIRECT));
    Map<Question, Answer> answers = new EnumMap<>(Question.class);
    answers.put(Question.RESPONSE_BY_CHANNEL, byChannel(results.get(RESPONSE)));
    answers.put(Question.TWO_WAY, twoWay(results.get(DIALOGUE)));
    answers.put(Question.DIRECT_REPLY, direct(results.get(DIRECT)));
    return answers;
  }

  /** Channels do not know each other, so each thread looks after some. */
  private static Answer byChannel(Breakdown<ResponseSummary> parts) {
    Answer.Builder answer = new Answer.Builder();
    StringBuilder remark = new StringBuilder("counting those who wait");
    List<Answer> channels =
        parts.parts().parallelStream().map(part -> channel(part.name(), part.summary())).toList();
    for (Answer channel : channels) {
      answer.all(channel);
      remark.append("\n  ").append(channel.remark());
    }
    return answer.remark(remark.toString()).build();
  }

  private static Answer channel(String name, ResponseSummary summary) {
    Answer.Builder answer = new Answer.Builder();
    latencies(name, summary, answer);
    return answer.remark(name + " " + summary.median()).build();
  }

  private static Answer direct(ResponseSummary summary) {
    Answer.Builder answer = new Answer.Builder();
    latencies("all", summary, answer);
    return answer.remark("counting those who wait " + summary.median()).build();
  }

  private static void latencies(String key, ResponseSummary summary, Answer.Builder answer) {
    LatencyDistribution latencies = summary.answeredLatencies();
    answer
        .count(key + " answered", summary.answered())
        .count(key + " waiting", summary.waiting())
        .millis(key + " median", latencies.quantileMillis(0.5))
        .millis(key + " p90", latencies.quantileMillis(0.9));
  }

  private static Answer twoWay(DialogueSummary summary) {
    DialogueSummary all = summary.includingOpen();
    return new Answer.Builder()
        .count("two-way", all.twoWay().successes())
        .count("heard", all.twoWay().trials())
        .remark(all + "; mature strands only: " + summary.twoWay())
        .build();
  }

  private static Answer funnel(FunnelSummary summary) {
    Answer.Builder answer = new Answer.Builder();
    StringBuilder remark = new StringBuilder("of those who began");
    int number = 0;
    for (FunnelSummary.StepResult step : summary.steps()) {
      answer.count("step " + ++number, step.reached());
      if (!step.isFirst()) {
        remark.append("\n  ").append(step.name()).append(' ').append(step.shareSoFar());
      }
    }
    remark.append("\n  all the way within 30 days, counting those who still can ");
    remark.append(summary.within(Duration.ofDays(30)));
    return answer.remark(remark.toString()).build();
  }

  private static Answer waiting(BacklogSummary summary) {
    Answer.Builder answer =
        new Answer.Builder().count("waiting", summary.waiting()).count("a day", summary.overdue());
    int place = 0;
    for (BacklogSummary.Waiting longest : summary.longest()) {
      answer.count("since " + ++place, longest.since().toEpochMilli());
    }
    return answer.remark("by name, " + summary.longest().get(0)).build();
  }

  private static Answer path(APathSummary summary) {
    Answer.Builder answer = new Answer.Builder();
    StringBuilder remark = new StringBuilder("of those who came to the stage before");
    for (Stage stage : Stage.values()) {
      answer.count(stage.name(), summary.count(stage));
      if (stage != Stage.ATTENTION) {
        remark.append("\n  ").append(stage).append(' ');
        remark.append(summary.stage(stage).conversionSoFar());
        remark.append(", within 90 days ").append(summary.within(stage, Duration.ofDays(90)));
      }
    }
    return answer.remark(remark.toString()).build();
  }

  @Override
  public void close() {
    rows = EngagementLog.builder().build();
    events = EngagementLog.builder().build();
  }

  @Override
  public String toString() {
    return name() + " with " + threads + " threads";
  }
}
