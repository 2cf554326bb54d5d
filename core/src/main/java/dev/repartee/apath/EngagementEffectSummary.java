package dev.repartee.apath;

import com.google.common.base.Suppliers;
import dev.repartee.apath.EngagementEffect.Part;
import dev.repartee.internal.stats.Strata;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.Replicated;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether people go further if the organization speaks to them than others who write equally much.
 */
public final class EngagementEffectSummary extends Summary.Backed<EngagementEffectSummary> {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final int[] ALL = {1, 2, 3};

  private final Conditions conditions;
  private final Stage stage;
  private final Duration landmark;
  private final Evidence<PathFacts> evidence;
  private final Observed observed;

  EngagementEffectSummary(
      Conditions conditions, Stage stage, Duration landmark, Evidence<PathFacts> evidence) {
    super(evidence, merged -> new EngagementEffectSummary(conditions, stage, landmark, merged));
    this.conditions = conditions;
    this.stage = stage;
    this.landmark = landmark;
    this.evidence = evidence;
    this.observed = new Observed(conditions, evidence.seenKinds());
  }

  /**
   * {@return whether the log can show it: false if the stage, or the next that people may go on to,
   * is not observed}
   */
  public boolean isObserved() {
    return observed.has(stage) && observed.has(next());
  }

  /**
   * {@return the stage that people may go on to: the next observed stage, or the next stage if no
   * later one can be observed without it}
   */
  public Stage next() {
    return Stage.values()[conditions.after(observed.variant(), stage.ordinal())];
  }

  /**
   * Returns how long people who wrote some number of messages and were addressed took to go on,
   * from the landmark.
   *
   * @param messages the number of messages they wrote by then: 1, 2, or 3 for three and more
   * @return the Kaplan–Meier curve of not having gone on
   * @throws IllegalArgumentException if the number is none of these
   * @throws IllegalStateException if it is not observed
   */
  public SurvivalCurve engaged(int messages) {
    return curve(Part.ENGAGED, checked(messages));
  }

  /**
   * {@return how long people who wrote some number of messages and were not addressed took to go
   * on, from the landmark: the Kaplan–Meier curve of not having gone on}
   *
   * @param messages the number of messages they wrote by then: 1, 2, or 3 for three and more
   * @throws IllegalArgumentException if the number is none of these
   * @throws IllegalStateException if it is not observed
   */
  public SurvivalCurve notEngaged(int messages) {
    return curve(Part.NOT_ENGAGED, checked(messages));
  }

  /**
   * Returns how long all people who wrote and were addressed took to go on, from the landmark. They
   * wrote more than those who were not addressed, so compare the two by {@link #difference}.
   *
   * @return the Kaplan–Meier curve of not having gone on
   * @throws IllegalStateException if it is not observed
   */
  public SurvivalCurve engaged() {
    return curve(Part.ENGAGED, ALL);
  }

  /**
   * Returns how long all people who wrote and were not addressed took to go on, from the landmark.
   * They wrote less than those who were addressed, so compare the two by {@link #difference}.
   *
   * @return the Kaplan–Meier curve of not having gone on
   * @throws IllegalStateException if it is not observed
   */
  public SurvivalCurve notEngaged() {
    return curve(Part.NOT_ENGAGED, ALL);
  }

  private static int checked(int messages) {
    if (!(messages >= 1 && messages <= EngagementEffect.STRATA)) {
      throw new IllegalArgumentException(
          "messages (" + messages + ") must be 1, 2, or 3 for three and more");
    }
    return messages;
  }

  private SurvivalCurve curve(Part part, int... strata) {
    observed.needs(stage);
    observed.needs(next());
    return SurvivalCurve.of(times(part, true, strata), times(part, false, strata));
  }

  private LatencyGroups times(Part part, boolean goesOn, int... strata) {
    int variant = observed.variant();
    return evidence
        .tally()
        .times(
            Arrays.stream(strata)
                .map(messages -> EngagementEffect.placeOfTimes(variant, messages, part, goesOn))
                .toArray());
  }

  /**
   * Returns the probability to go on of people addressed minus that of people not addressed, among
   * those who wrote equally much: the mean over 1, 2, 3 and more messages with weights {@code n1 n2
   * / (n1 + n2)}. The interval is by MOVER ({@link Difference#of(Replicated, Replicated, double)}),
   * leaving each replicate group of people out of both sides at once. It is an association, not an
   * effect.
   *
   * @param time the time since the landmark
   * @return in [-1, 1] with its 95 % interval; undefined if no stratum has both sides, watched that
   *     long
   * @throws IllegalStateException if it is not observed
   */
  public Estimate difference(Duration time) {
    return difference(strata(), time);
  }

  /** How people who wrote equally much go on, addressed and not addressed. */
  private record Stratum(int messages, SurvivalCurve engaged, SurvivalCurve notEngaged) {}

  private List<Stratum> strata() {
    return Arrays.stream(ALL)
        .mapToObj(messages -> new Stratum(messages, engaged(messages), notEngaged(messages)))
        .toList();
  }

  private static String wrote(int messages) {
    return messages == EngagementEffect.STRATA ? messages + " or more" : "" + messages;
  }

  private static Estimate difference(List<Stratum> all, Duration time) {
    Strata strata = new Strata();
    for (Stratum stratum : all) {
      strata.add(
          stratum.engaged.withinReplicated(time),
          stratum.engaged.countReplicated(),
          stratum.notEngaged.withinReplicated(time),
          stratum.notEngaged.countReplicated());
    }
    return strata.difference();
  }

  /**
   * {@return the number of people who wrote nothing from the stage up to the landmark, and so could
   * not be answered; at least 0; neither curve includes them}
   */
  public long wroteNothing() {
    return count(Part.WROTE_NOTHING);
  }

  /**
   * {@return the number of people who had gone on by the landmark, at least 0; neither curve
   * includes them}
   */
  public long advanced() {
    return count(Part.ADVANCED);
  }

  /**
   * {@return the number of people who had left by the landmark (unfollowed, unsubscribed or
   * lapsed), at least 0; neither curve includes them}
   */
  public long left() {
    return count(Part.LEFT);
  }

  /**
   * {@return the number of people who were not watched up to the landmark, at least 0; neither
   * curve includes them}
   */
  public long notWatched() {
    return count(Part.NOT_WATCHED);
  }

  private long count(Part part) {
    return evidence.tally().total(EngagementEffect.place(observed.variant(), part));
  }

  @Override
  public Facts facts() {
    Facts.Builder facts = Facts.of(origin());
    FactsIf ifObserved = FactsIf.observed(facts, observed.lacking(stage, next()));
    Supplier<List<Stratum>> strata = Suppliers.memoize(this::strata);
    ifObserved
        .count("addressed", () -> count(Part.ENGAGED))
        .count("not_addressed", () -> count(Part.NOT_ENGAGED))
        .chance("went_on_difference_within_90d", () -> difference(strata.get(), QUARTER));
    facts.inDetail();
    ifObserved
        .chance("went_on_difference_within_30d", () -> difference(strata.get(), MONTH))
        .word("went_on_to", () -> next().name());
    Supplier<SurvivalCurve> engaged = Suppliers.memoize(this::engaged);
    Supplier<SurvivalCurve> notEngaged = Suppliers.memoize(this::notEngaged);
    FactsIf.TIMES.forEach(
        (name, time) ->
            ifObserved
                .chance("addressed_went_on_within_" + name, () -> engaged.get().within(time))
                .chance(
                    "not_addressed_went_on_within_" + name, () -> notEngaged.get().within(time)));
    ifObserved
        .time("addressed_time_to_go_on_median", () -> engaged.get().median())
        .time("not_addressed_time_to_go_on_median", () -> notEngaged.get().median());
    for (int i = 0; i < ALL.length; i++) {
      int place = i;
      String wrote = "_who_wrote_" + wrote(ALL[i]).replace(' ', '_');
      stratum(ifObserved, "addressed" + wrote, () -> strata.get().get(place).engaged);
      stratum(ifObserved, "not_addressed" + wrote, () -> strata.get().get(place).notEngaged);
    }
    for (Part part : EnumSet.range(Part.WROTE_NOTHING, Part.NOT_WATCHED)) {
      ifObserved.count("excluded_" + FactsIf.name(part), () -> count(part));
    }
    return facts.time("landmark", Optional.of(landmark)).build();
  }

  private static void stratum(FactsIf facts, String who, Supplier<SurvivalCurve> curve) {
    facts
        .count(who, () -> curve.get().count())
        .chance(who + "_went_on_within_90d", () -> curve.get().within(QUARTER));
  }

  @Override
  public String toString() {
    if (!isObserved()) {
      return "engaged after " + stage + ": not observed";
    }
    long engaged = count(Part.ENGAGED);
    long all = engaged + count(Part.NOT_ENGAGED);
    TextTable table = TextTable.of("wrote", "addressed", "went on", "not addressed", "went on");
    List<Stratum> strata = strata();
    for (Stratum stratum : strata) {
      SurvivalCurve one = stratum.engaged;
      SurvivalCurve other = stratum.notEngaged;
      table.row(
          wrote(stratum.messages),
          one.count(),
          one.within(QUARTER),
          other.count(),
          other.within(QUARTER));
    }
    return "engaged after "
        + stage
        + ": "
        + NumberText.count(engaged)
        + " of "
        + NumberText.count(all)
        + "\nwent on to "
        + next()
        + " within "
        + DurationText.of(QUARTER)
        + ", by messages written\n"
        + table
        + "\ndifference "
        + difference(strata, QUARTER)
        + ", an association\nout at the landmark, "
        + DurationText.of(landmark)
        + " on: "
        + NumberText.count(wroteNothing())
        + " wrote nothing, "
        + NumberText.count(advanced())
        + " had gone on, "
        + NumberText.count(left())
        + " had left, "
        + NumberText.count(notWatched())
        + " not watched so long";
  }
}
