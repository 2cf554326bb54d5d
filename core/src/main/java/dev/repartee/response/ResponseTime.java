package dev.repartee.response;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.Answerer;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Unit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long people wait for a response. The factories name the clock, because products that speak of
 * response time mean different things; the other methods return copies with one option changed.
 *
 * <p>Answers come from members of the organization spoken to, who are no bots, and are not sent
 * automatically. A message that expects no response starts no wait under any clock. An answer
 * earlier than its message by its own time is excluded as {@link Exclusion#CLOCK_SKEW}. What is
 * unanswered at the as-of, or at the end of the follow-up, is waiting.
 *
 * <pre>{@code
 * ResponseSummary r = log.measure(ResponseTime.eachTurn());
 * // r ==> response each turn: median 42 min, 1/1 answered
 * log.measure(ResponseTime.firstResponse().by(Dimension.CHANNEL));
 * }</pre>
 */
public final class ResponseTime implements Measure<ResponseSummary> {
  private final Clock clock;
  private final boolean directRepliesOnly;
  private final AnswerRule rule;
  private final @Nullable Duration target;
  private final boolean isExact;

  private ResponseTime(
      Clock clock,
      boolean directRepliesOnly,
      AnswerRule rule,
      @Nullable Duration target,
      boolean isExact) {
    this.clock = clock;
    this.directRepliesOnly = directRepliesOnly;
    this.rule = rule;
    this.target = target;
    this.isExact = isExact;
  }

  /**
   * Returns the measure whose clock starts at the first message of each person turn that expects a
   * response and stops at its answer. A turn is a run of messages of one person that no answer to
   * that person interrupts, so that asking twice does not count twice.
   *
   * @return the measure
   */
  public static ResponseTime eachTurn() {
    return new ResponseTime(Clock.EACH_TURN, false, AnswerRule.standard(), null, false);
  }

  /**
   * Returns the measure whose clock starts where the audience opens a strand and stops at the first
   * message of the answering side, whomever it answers, at any depth. Answered directly are those
   * whose first response replies to the opening message itself.
   *
   * @return the measure
   */
  public static ResponseTime firstResponse() {
    return new ResponseTime(Clock.FIRST_RESPONSE, false, AnswerRule.standard(), null, false);
  }

  /**
   * Returns the measure whose clock starts at every audience message that replies to nobody else of
   * the audience and stops at the first answer that replies to it.
   *
   * @return the measure
   */
  public static ResponseTime eachMessage() {
    return new ResponseTime(Clock.EACH_MESSAGE, false, AnswerRule.standard(), null, false);
  }

  /**
   * Returns the measure that takes as first response only replies to the opening message itself.
   *
   * @return a copy
   * @throws IllegalStateException unless this is {@link #firstResponse}
   */
  public ResponseTime directRepliesOnly() {
    if (clock != Clock.FIRST_RESPONSE) {
      throw new IllegalStateException(
          "clock ("
              + clock.text()
              + ") must be that of first responses for directRepliesOnly(); use firstResponse(),"
              + " or eachMessage(), which takes direct replies only");
    }
    return new ResponseTime(clock, true, rule, target, isExact);
  }

  /**
   * Returns the measure with another answering side.
   *
   * @param answerer who can answer
   * @return a copy
   */
  public ResponseTime answeredBy(Answerer answerer) {
    return withRule(rule.answeredBy(answerer));
  }

  /**
   * Returns the measure in which only messages with a label answer.
   *
   * @param label the free label, as rows carry it
   * @return a copy
   * @throws IllegalArgumentException if the label is blank
   */
  public ResponseTime answeredWith(String label) {
    return withRule(rule.answeredWith(label));
  }

  /**
   * Returns the measure in which bots answer like people; what is sent automatically does not.
   *
   * @return a copy
   */
  public ResponseTime countingBots() {
    return withRule(rule.countingBots());
  }

  /**
   * Returns the measure in which a message that replies to nobody of the audience answers everybody
   * who waits in the strand, not only the person who spoke last.
   *
   * @return a copy
   */
  public ResponseTime oneAnswerServesAll() {
    return withRule(rule.oneAnswerServesAll());
  }

  private ResponseTime withRule(AnswerRule newRule) {
    return new ResponseTime(clock, directRepliesOnly, newRule, target, isExact);
  }

  /**
   * Returns the measure that also judges by a promised time.
   *
   * @param newTarget the time, inclusive, to the millisecond
   * @return a copy
   * @throws IllegalArgumentException if the time is not at least a millisecond
   */
  public ResponseTime withTarget(Duration newTarget) {
    if (!(newTarget.compareTo(Duration.ofMillis(1)) >= 0)) {
      throw new IllegalArgumentException(
          "target (" + newTarget + ") must be at least a millisecond");
    }
    return new ResponseTime(
        clock,
        directRepliesOnly,
        rule,
        Duration.ofMillis(TimeUnit.MILLISECONDS.convert(newTarget)),
        isExact);
  }

  /**
   * Returns the measure that keeps every latency exactly, however many distinct ones there are.
   * Without it more than 65,536 distinct latencies are kept to 0.4 percent.
   *
   * @return a copy, whose summaries may need much memory
   */
  public ResponseTime exact() {
    return new ResponseTime(clock, directRepliesOnly, rule, target, true);
  }

  @Override
  public Plan<?, ResponseSummary> plan() {
    boolean keepsAll = isExact;
    Optional<Duration> promised = Optional.ofNullable(target);
    return Plan.of(
            text(),
            Unit.CONVERSATION,
            () -> ResponseTally.empty(keepsAll),
            ResponseTally::read,
            this::sweep)
        .knowingAnswers()
        .into(evidence -> new ResponseSummary(clock.text(), promised, evidence));
  }

  private void sweep(Slice slice, Split<ResponseTally> split) {
    long millis = target == null ? ResponseSweep.NO_TARGET : target.toMillis();
    ResponseSweep sweep = new ResponseSweep(slice, split, rule, millis);
    switch (clock) {
      case EACH_TURN -> sweep.eachTurn();
      case FIRST_RESPONSE -> sweep.firstResponse(directRepliesOnly);
      case EACH_MESSAGE -> sweep.eachMessage();
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder(clock.text());
    text.append(directRepliesOnly ? ", direct replies only" : "");
    text.append(rule.text().isEmpty() ? "" : ", " + rule.text());
    text.append(target == null ? "" : ", target " + target);
    text.append(isExact ? ", exact" : "");
    return text.toString();
  }

  @Override
  public String toString() {
    return text();
  }
}
