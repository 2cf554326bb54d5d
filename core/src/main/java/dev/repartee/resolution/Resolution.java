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
 * How long it takes from a request to its resolution, how often resolved requests are reopened, and
 * what is open now.
 *
 * <p>It covers strands that the audience opened. Such a strand is <b>open</b> from the first
 * audience message that expects a response; <b>resolved</b> by {@link ActKind#RESOLVE}; open again
 * by {@link ActKind#REOPEN} or, unless {@link #reopenedByActsOnly} is used, by an audience message
 * that expects a response; and <b>on hold</b> from {@link ActKind#HOLD} to {@link ActKind#RESUME},
 * RESOLVE or the next audience message. An act counts if it was done by a member of the
 * organization, a bot, the person who opened the strand, or nobody named. In a log without
 * organizations anybody's act counts, and the audience is the person who opened the strand. Acts
 * that change nothing are counted separately. The anchor of a strand is its opening message.
 *
 * <p>There are two clocks, because products use the same name for either. {@link #first()} runs to
 * the first RESOLVE, whatever comes after it. {@link #lasting()} runs to the first RESOLVE that is
 * not followed by a reopening within seven days.
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
 * <p>Unresolved strands are censored in the curve and in the median. The curve of lasting
 * resolutions ends that many days before the as-of, since it is not yet known whether later ones
 * last. Times are those at which messages and acts take effect.
 *
 * <p>It takes time linear in the number of messages and acts; memory grows only with the number of
 * distinct times and departments.
 *
 * <p>Guide: {@code core/docs/guide/metrics/resolution.md}.
 */
public final class Resolution implements Measure<ResolutionSummary> {
  private static final Duration WEEK = Duration.ofDays(7);

  private final Options options;

  /** What a resolution is, and how its time is counted. */
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

    /** The time between two instants, in office hours if there are any. */
    long elapsed(long start, long stop) {
      return hours == null ? stop - start : hours.workingMillis(start, stop);
    }

    /** The name in results. */
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

  /** Options under construction. */
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
   * {@return the measure whose clock stops at the first RESOLVE, whatever comes after it} It also
   * reports whether resolutions last for seven days.
   */
  public static Resolution first() {
    return new Resolution(new Draft());
  }

  /** {@return {@link #lasting(Duration)} with seven days} */
  public static Resolution lasting() {
    return lasting(WEEK);
  }

  /**
   * {@return the measure whose clock stops at the first RESOLVE that is not followed by a reopening
   * within a time} The time during which a strand was resolved before being reopened counts,
   * because the solution did not last.
   *
   * @param time how long it has to last, at least a millisecond; a reopening after exactly that
   *     time still counts as one
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
   * Returns the measure whose clock is paused in a state. Probabilities of states still use real
   * time.
   *
   * @param state {@link ActKind#HOLD}: from HOLD to RESUME, RESOLVE or the next message of the
   *     audience
   * @return a copy
   * @throws IllegalArgumentException if it is another kind
   */
  public Resolution pausedWhile(ActKind state) {
    if (state != ActKind.HOLD) {
      throw new IllegalArgumentException(
          "state (" + state + ") must be HOLD: no clock pauses in another");
    }
    return with(draft -> draft.isPausedOnHold = true);
  }

  /**
   * {@return a copy that counts only working time, including that of a target} How long a
   * resolution has to last is still counted in real time.
   *
   * @param hours the office hours
   */
  public Resolution during(OfficeHours hours) {
    Objects.requireNonNull(hours, "hours");
    return with(draft -> draft.hours = hours);
  }

  /**
   * {@return a copy that also judges by a promised time}
   *
   * @param newTarget the time, inclusive, to the millisecond, on the clock of the measure
   * @throws IllegalArgumentException if the time is not at least a millisecond
   */
  public Resolution withTarget(Duration newTarget) {
    Duration whole = WholeMillis.atLeastOne("target", newTarget);
    return with(draft -> draft.target = Optional.of(whole));
  }

  /** {@return a copy in which only REOPEN acts, and not messages, reopen a resolved strand} */
  public Resolution reopenedByActsOnly() {
    return with(draft -> draft.reopensByMessage = false);
  }

  /**
   * {@return a copy with another rule for what counts as an answer} It decides which strands were
   * resolved without any answer, and which by one contact.
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
