package dev.repartee.resolution;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.time.WholeMillis;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened.Outcomes;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import dev.repartee.model.ActKind;
import dev.repartee.model.OfficeHours;
import dev.repartee.resolution.ResolutionSummary.Exclusion;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes from asked to settled, how often what was settled is opened again, and what is
 * open now.
 *
 * <p>Of each strand that the audience opened: it is <b>open</b> from the first message of the
 * audience that expects a response; <b>resolved</b> by {@link ActKind#RESOLVE}; open again by
 * {@link ActKind#REOPEN} or, unless {@link #reopenedByActsOnly} says otherwise, by a message of the
 * audience that expects a response; <b>on hold</b> from {@link ActKind#HOLD} to {@link
 * ActKind#RESUME}, RESOLVE or the next message of the audience. An act counts that a member of the
 * organization, a bot or whoever opened the strand did, or nobody that the data names; where the
 * log knows no organizations, anybody's does, and the audience is whoever opened the strand. An act
 * that changes nothing is counted as such. A strand hangs on the message that opens it.
 *
 * <p>Two clocks are told apart, because products mean the one or the other by the same name. {@link
 * #first()} runs to the first RESOLVE, whatever comes after it. {@link #lasting()} runs to the
 * first RESOLVE that no reopening follows within seven days.
 *
 * <pre>{@code
 * ResolutionSummary r = log.measure(Resolution.first());
 * // r ==> resolution: not observed
 * EngagementLog.Builder rows = EngagementLog.builder(directory).asOf("2026-02-05T09:00:00Z");
 * rows.add(Post.of("1", "carl", "2026-01-05T09:00:00Z"));
 * rows.add(Act.of(ActKind.RESOLVE, "acme_care", "2026-01-05T13:00:00Z").on("1"));
 * rows.add(Act.of(ActKind.REOPEN, "carl", "2026-01-06T09:00:00Z").on("1"));
 * rows.add(Act.of(ActKind.RESOLVE, "acme_care", "2026-01-07T09:00:00Z").on("1"));
 * Results both = rows.build().measure(Resolution.first(), Resolution.lasting());
 * both.get(Resolution.first()).median().value();     // Optional[PT4H]
 * both.get(Resolution.lasting()).median().value();   // Optional[PT48H]
 * }</pre>
 *
 * <p>What is not resolved is an observation that is not over: it is censored, in the curve and in
 * the median. The curve of lasting resolutions ends so many days before the as-of, since of later
 * ones nobody can say whether they last. Times run by when messages and acts take effect.
 *
 * <p>The time is linear in messages and acts, the memory does not grow with them but for distinct
 * times and departments.
 */
public final class Resolution implements Measure<ResolutionSummary> {
  private static final Duration WEEK = Duration.ofDays(7);

  private final Options options;

  /** What a resolution is, and how its time is told. */
  record Options(
      boolean isLasting,
      Duration lasting,
      boolean isPausedOnHold,
      @Nullable OfficeHours hours,
      Optional<Duration> target,
      boolean reopensByMessage,
      AnswerRule rule) {

    private Options(Draft draft) {
      this(
          draft.isLasting,
          draft.lasting,
          draft.isPausedOnHold,
          draft.hours,
          draft.target,
          draft.reopensByMessage,
          draft.rule);
    }

    long lastingMillis() {
      return lasting.toMillis();
    }

    /** How long it is between two instants, in office hours where there are any. */
    long elapsed(long start, long stop) {
      return hours == null ? stop - start : hours.workingMillis(start, stop);
    }

    /** What results are called. */
    String name() {
      return (isLasting ? "lasting resolution" : "resolution")
          + (hours == null ? "" : ", office hours")
          + (isPausedOnHold ? ", paused" : "");
    }

    String text() {
      return (isLasting ? "lasting resolution" : "first resolution")
          + (lasting.equals(WEEK) ? "" : ", lasting " + lasting)
          + (isPausedOnHold ? ", paused on hold" : "")
          + (hours == null ? "" : ", in office hours " + hours.text())
          + target.map(t -> ", target " + t).orElse("")
          + (reopensByMessage ? "" : ", reopened by acts only")
          + rule.suffix();
    }
  }

  /** Options on their way. */
  private static final class Draft {
    private boolean isLasting;
    private Duration lasting = WEEK;
    private boolean isPausedOnHold;
    private @Nullable OfficeHours hours;
    private Optional<Duration> target = Optional.empty();
    private boolean reopensByMessage = true;
    private AnswerRule rule = AnswerRule.standard();
  }

  private Resolution(Draft draft) {
    options = new Options(draft);
  }

  private Resolution with(Consumer<Draft> change) {
    Draft draft = new Draft();
    draft.isLasting = options.isLasting;
    draft.lasting = options.lasting;
    draft.isPausedOnHold = options.isPausedOnHold;
    draft.hours = options.hours;
    draft.target = options.target;
    draft.reopensByMessage = options.reopensByMessage;
    draft.rule = options.rule;
    change.accept(draft);
    return new Resolution(draft);
  }

  /**
   * {@return the measure whose clock stops at the first RESOLVE, whatever comes after it} Whether
   * it lasts is told beside it, by seven days.
   */
  public static Resolution first() {
    return new Resolution(new Draft());
  }

  /** {@return {@link #lasting(Duration)} of seven days} */
  public static Resolution lasting() {
    return lasting(WEEK);
  }

  /**
   * {@return the measure whose clock stops at the first RESOLVE that no reopening follows within a
   * time} The time while a strand was resolved and then opened again counts: people had no solution
   * that lasted.
   *
   * @param time how long it has to last; a reopening after just so long still counts as one; at
   *     least a millisecond
   * @throws IllegalArgumentException if the time is shorter
   */
  public static Resolution lasting(Duration time) {
    Duration whole = WholeMillis.atLeastOne("time", time);
    return first()
        .with(
            draft -> {
              draft.isLasting = true;
              draft.lasting = whole;
            });
  }

  /**
   * Returns the measure whose clock stands still in a state. Chances of states go by the wall clock
   * all the same.
   *
   * @param state {@link ActKind#HOLD}: from HOLD to RESUME, RESOLVE or the next message of the
   *     audience
   * @return a copy
   * @throws IllegalArgumentException if the state is another
   */
  public Resolution pausedWhile(ActKind state) {
    if (state != ActKind.HOLD) {
      throw new IllegalArgumentException(
          "state (" + state + ") must be HOLD: no clock pauses in another");
    }
    return with(draft -> draft.isPausedOnHold = true);
  }

  /**
   * {@return the measure that counts working time only, also of a target; a copy} How long a
   * resolution has to last is told by the wall clock all the same.
   *
   * @param hours the office hours
   */
  public Resolution during(OfficeHours hours) {
    Objects.requireNonNull(hours, "hours");
    return with(draft -> draft.hours = hours);
  }

  /**
   * {@return the measure that also judges by a promised time; a copy}
   *
   * @param newTarget the time, inclusive, to the millisecond, on the clock of the measure
   * @throws IllegalArgumentException if the time is not at least a millisecond
   */
  public Resolution withTarget(Duration newTarget) {
    Duration whole = WholeMillis.atLeastOne("target", newTarget);
    return with(draft -> draft.target = Optional.of(whole));
  }

  /** {@return the measure in which no message opens again what is resolved, but REOPEN; a copy} */
  public Resolution reopenedByActsOnly() {
    return with(draft -> draft.reopensByMessage = false);
  }

  /**
   * {@return the measure by another rule of what counts as an answer; a copy} It decides which
   * strands were resolved without any answer, and which by one contact.
   *
   * @param rule the rule
   */
  public Resolution answers(AnswerRule rule) {
    Objects.requireNonNull(rule, "rule");
    return with(draft -> draft.rule = rule);
  }

  @Override
  public Plan<?, ResolutionSummary> plan() {
    return Plan.of(
            options.text(),
            Unit.CONVERSATION,
            ResolutionTally::new,
            (slice, split) -> new ResolutionSweep(options, slice, split).sweep())
        .withSeenStates()
        .opening(outcomes())
        .into(evidence -> new ResolutionSummary(options, evidence));
  }

  private Outcomes<ResolutionTally> outcomes() {
    Outcomes<ResolutionTally> outcomes =
        Outcomes.<ResolutionTally>none()
            .with("strands", ResolutionTally::strands)
            .with("resolved", t -> t.resolved.total(), t -> t.resolved.longest())
            .with("unresolved", t -> t.unresolved.total(), t -> t.unresolved.longest())
            .with("resolved_not_known_to_last", t -> t.stillInTime)
            .with("strands_reopened", t -> t.reopened.total())
            .with("resolved_unanswered", t -> ResolutionTally.countOf(t.unanswered));
    if (options.target().isPresent()) {
      outcomes =
          outcomes
              .with("target_missed", ResolutionTally::missed, t -> t.resolved.longest())
              .with("target_overdue", t -> t.overdue, t -> t.unresolved.longest())
              .with("target_met_early", t -> t.metEarly, t -> t.resolved.longest())
              .with("target_still_in_time", t -> t.notDue, t -> t.unresolved.longest());
    }
    for (Exclusion reason : Exclusion.values()) {
      String name = "excluded_" + reason.name().toLowerCase(Locale.ROOT);
      outcomes = outcomes.with(name, t -> t.excluded(reason));
    }
    return outcomes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Resolution that && options.text().equals(that.options.text());
  }

  @Override
  public int hashCode() {
    return options.text().hashCode();
  }

  @Override
  public String toString() {
    return options.text();
  }
}
