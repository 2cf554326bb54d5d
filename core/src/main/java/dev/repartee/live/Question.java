package dev.repartee.live;

import dev.repartee.measure.Measure;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Plan;
import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.Unit;
import dev.repartee.model.Directory;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A measure taken apart: what it counts in each part of the rows is added up, and only the sum
 * becomes a summary. Tallies are whole numbers, so the division into parts leaves no trace.
 *
 * @param <T> the tally
 * @param <S> the summary
 */
final class Question<T extends Tally<T>, S extends Summary<S>> {
  private final Plan<T, S> plan;

  private Question(Plan<T, S> plan) {
    this.plan = plan;
  }

  /**
   * Takes a measure apart.
   *
   * @throws IllegalArgumentException if it walks persons, or was made with another directory
   */
  static <S extends Summary<S>> Question<?, S> of(Measure<S> measure, Directory directory) {
    Question<?, S> question = of(measure.plan());
    if (question.plan.unit() != Unit.CONVERSATION) {
      throw new IllegalArgumentException(
          "measure (["
              + question.text()
              + "]) must be one over conversations: a person's rows are never complete here, because"
              + " conversations are let go of one by one; keep the rows of the time in question and"
              + " measure them with EngagementLog, or collect EngagementLog.rows() by person");
    }
    question.plan.requireDirectory(directory);
    return question;
  }

  private static <T extends Tally<T>, S extends Summary<S>> Question<T, S> of(Plan<T, S> plan) {
    return new Question<>(plan);
  }

  String text() {
    return plan.text();
  }

  /** How long after its anchor a fact can still change as time passes. */
  Duration horizon() {
    return plan.horizon();
  }

  T emptyTally() {
    return plan.emptyTally();
  }

  Sum<T> newSum(Rules rules) {
    return new Sum<>(plan::emptyTally, Set.copyOf(rules.directory().organizations()));
  }

  /** What has been at rest since before this instant no longer changes as time passes. */
  long settledBefore(Rules rules, long now) {
    return rules
        .followUp()
        .map(time -> Rules.minus(now, time.compareTo(horizon()) < 0 ? horizon() : time))
        .orElse(Long.MIN_VALUE);
  }

  /** Returns what it counts in a block as of an instant. */
  Found<T> count(Frame frame, Rules rules, long now) {
    return rules.view(frame.log(rules), now).measure(counting());
  }

  /** The measure that counts without making a summary. */
  Measure<Found<T>> counting() {
    Plan<T, Found<T>> counting = plan();
    return () -> counting;
  }

  private Plan<T, Found<T>> plan() {
    Plan.Draft<T> draft = Plan.of(plan.text(), plan.unit(), plan::emptyTally, plan::sweep);
    draft = plan.hangsOnActs() ? draft.hangingOnActs() : draft;
    draft = plan.needsSeenKinds() ? draft.withSeenKinds().withSeenStates() : draft;
    return draft.into(Found::new);
  }

  /** Returns the bytes of what was counted as of an instant. */
  byte[] toBytes(Rules rules, long asOf, SeenKinds seen, T tally) {
    Plan<T, Found<T>> counting = plan();
    return counting.summary(origin(counting, rules, asOf), seen, tally).toBytes();
  }

  /** Reads what {@link #toBytes} wrote. */
  Found<T> fromBytes(byte[] bytes) {
    return counting().fromBytes(bytes);
  }

  /** Returns the answer as of an instant. */
  S summary(Rules rules, long asOf, Collection<String> silent, SeenKinds seen, T tally) {
    Origin origin = origin(plan, rules, asOf).ofLog(new Object(), silent);
    return plan.summary(origin, seen, tally);
  }

  private static Origin origin(Plan<?, ?> plan, Rules rules, long asOf) {
    return Origin.of(
        plan,
        asOf,
        false,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        rules.followUp(),
        false,
        rules.directory());
  }

  /** Returns the kinds that either of them saw. */
  static SeenKinds both(SeenKinds one, SeenKinds other) {
    if (one.channels().isEmpty() || other.channels().isEmpty()) {
      return one.channels().isEmpty() ? other : one;
    }
    Map<String, Integer> bits = new HashMap<>();
    one.channels().forEach(channel -> bits.put(channel, one.on(channel)));
    other.channels().forEach(channel -> bits.merge(channel, other.on(channel), (a, b) -> a | b));
    return SeenKinds.of(bits);
  }
}
