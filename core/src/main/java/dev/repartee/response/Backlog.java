package dev.repartee.response;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.AnswerRule.RepliesToAudience;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.time.WholeMillis;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened.Outcomes;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Unit;
import dev.repartee.model.OfficeHours;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is waiting for an answer at an instant: how many, for how long, and the longest waiting by
 * name.
 *
 * <pre>{@code
 * BacklogSummary now = log.measure(Backlog.standard().withTarget(Duration.ofHours(4)));
 * // now ==> backlog: nobody waits
 * log.asOf("2026-01-05T09:30:00Z").measure(Backlog.standard());
 * // ==> backlog: 1 waiting, longest 30 min
 * }</pre>
 *
 * <p>It holds the exchanges of {@link ResponseTime#eachTurn} that are unanswered at the as-of, or
 * at the end of the follow-up. Their ages are not response times: a long wait is more likely to
 * contain a given instant, so a snapshot shows too many long waits. For response times use {@link
 * ResponseTime}, which includes the same waits as censored observations.
 *
 * <p>It takes time linear in the number of messages; memory does not grow with them.
 *
 * <p>Guide: {@code core/docs/guide/metrics/waiting.md}.
 */
public final class Backlog implements Measure<BacklogSummary> {
  private static final int SHOWN = 20;

  /** Long enough for any promise, and short enough for a calendar to compute when it is due. */
  private static final Duration LONGEST_TARGET = Duration.ofDays(36_525);

  private static final List<Duration> BANDS =
      List.of(
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(30));

  private final AnswerRule rule;
  private final BacklogShape shape;
  private final boolean includesResolved;

  private Backlog(AnswerRule rule, BacklogShape shape, boolean includesResolved) {
    this.rule = Objects.requireNonNull(rule, "rule");
    this.shape = shape;
    this.includesResolved = includesResolved;
  }

  /**
   * {@return the measure with the default rule for answers, bands that begin at 0, 1 hour, 4 hours,
   * 1 day, 7 days and 30 days, and the 20 longest waits}
   */
  public static Backlog standard() {
    return new Backlog(
        AnswerRule.standard(),
        new BacklogShape(BANDS, SHOWN, Optional.empty(), Timekeeper.WALL),
        false);
  }

  /**
   * Returns the measure that also reports who is overdue, that is, has waited for a promised time
   * or longer.
   *
   * @param target the promised time, to the millisecond
   * @return a copy
   * @throws IllegalArgumentException if the time is not at least a millisecond, or longer than a
   *     hundred years, 36,525 days
   */
  public Backlog withTarget(Duration target) {
    Duration whole = WholeMillis.atLeastOne("target", target);
    if (!(target.compareTo(LONGEST_TARGET) <= 0)) {
      throw new IllegalArgumentException(
          "target (" + target + ") must be at most 36,525 days; leave it out to promise nothing");
    }
    return with(
        new BacklogShape(shape.bands(), shape.shown(), Optional.of(whole), shape.timekeeper()));
  }

  /** {@return the promised time, or empty if nothing is promised} */
  public Optional<Duration> target() {
    return shape.target();
  }

  /**
   * Returns the measure whose promised time runs only in office hours. This determines when a wait
   * is due and how long it is overdue; ages are still counted in real time.
   *
   * @param hours the hours
   * @return a copy
   */
  public Backlog during(OfficeHours hours) {
    return with(
        new BacklogShape(
            shape.bands(), shape.shown(), shape.target(), Timekeeper.WALL.during(hours)));
  }

  /**
   * {@return a copy with other age bands} The first band begins at 0.
   *
   * @param beginnings where each further band begins, in ascending order, to the millisecond
   * @throws IllegalArgumentException if there is none, the first is below a millisecond, or they do
   *     not ascend
   */
  public Backlog withBands(Duration... beginnings) {
    List<Duration> bands = Arrays.stream(beginnings).map(WholeMillis::cut).toList();
    Duration last = Duration.ZERO;
    for (Duration band : bands) {
      if (!(band.compareTo(last) > 0)) {
        throw new IllegalArgumentException(
            "beginnings ("
                + Arrays.toString(beginnings)
                + ") must ascend from at least a millisecond, to the millisecond");
      }
      last = band;
    }
    checkArgument(!bands.isEmpty(), "beginnings must not be empty; name at least one");
    return with(new BacklogShape(bands, shape.shown(), shape.target(), shape.timekeeper()));
  }

  /**
   * {@return a copy that names another number of longest waits}
   *
   * @param longest the number, from 0 to 10,000
   * @throws IllegalArgumentException if the number is outside that range
   */
  public Backlog showing(int longest) {
    checkArgument(longest >= 0 && longest <= 10_000, "longest (%s) must be 0 to 10,000", longest);
    return with(new BacklogShape(shape.bands(), longest, shape.target(), shape.timekeeper()));
  }

  /**
   * {@return a copy that names everybody who waits, longest first} Its memory grows with their
   * number.
   */
  public Backlog showingAll() {
    return with(
        new BacklogShape(
            shape.bands(), BacklogShape.EVERYBODY, shape.target(), shape.timekeeper()));
  }

  /**
   * {@return a copy with another rule for what counts as an answer}
   *
   * @param newRule the rule
   */
  public Backlog answers(AnswerRule newRule) {
    return new Backlog(newRule, shape, includesResolved);
  }

  /**
   * {@return a copy that also counts people whose strand was resolved without an answer} By default
   * they do not wait, unless a REOPEN act has opened the strand again; a person who writes again
   * after the resolution waits from that message on.
   */
  public Backlog includingResolved() {
    return new Backlog(rule, shape, true);
  }

  private Backlog with(BacklogShape newShape) {
    return new Backlog(rule, newShape, includesResolved);
  }

  @Override
  public Plan<?, BacklogSummary> plan() {
    return Plan.of(toString(), Unit.CONVERSATION, () -> new BacklogTally(shape), this::sweep)
        .opening(outcomes())
        .into(evidence -> new BacklogSummary(shape, evidence));
  }

  private Outcomes<BacklogTally> outcomes() {
    Outcomes<BacklogTally> outcomes =
        Outcomes.<BacklogTally>none()
            .with("waiting", BacklogTally::waiting)
            .with("resolved_unanswered", t -> t.resolved)
            .with("excluded_nobody_can_answer", t -> t.unanswerable);
    return shape.target().isPresent() ? outcomes.with("overdue", t -> t.overdue) : outcomes;
  }

  private void sweep(Slice slice, Split<BacklogTally> split) {
    Strands strands = Strands.of(slice, rule);
    boolean canBeAnswered = rule.canBeMetIn(slice.organizations());
    Closings closings = includesResolved ? null : Closings.of(slice);
    int unit = 0;
    for (int i = 0; i < strands.exchanges(); i++) {
      int turn = strands.anchor(i);
      while (slice.to(unit) <= turn) {
        unit++;
      }
      while (turn != Slice.NONE) {
        int closing = closing(strands, i, turn, closings, slice.asOf());
        int next =
            closings == null || closing == Slice.NONE
                ? Slice.NONE
                : closings.next(turn, closing, strands.lastOfTurn(i), doRepliesWait());
        int answer = next == Slice.NONE ? strands.answer(i) : Slice.NONE;
        long seenUntil = slice.seenUntil(turn);
        if (!canBeAnswered) {
          split.at(turn).unanswerable++;
        } else if (answer == Slice.NONE || slice.effectiveAt(answer) > seenUntil) {
          if (closing(strands, i, turn, closings, seenUntil) != Slice.NONE) {
            split.at(turn).resolved++;
          } else {
            split.at(turn).add(slice, turn, slice.from(unit), seenUntil - slice.at(turn));
          }
        }
        turn = next;
      }
    }
  }

  private int closing(
      Strands strands, int exchange, int turn, @Nullable Closings closings, long until) {
    return closings == null
        ? Slice.NONE
        : closings.standing(
            turn, strands.answer(exchange), strands.lastOfTurn(exchange), doRepliesWait(), until);
  }

  private boolean doRepliesWait() {
    return rule.repliesToAudience() == RepliesToAudience.WAIT;
  }

  @Override
  public String toString() {
    return "backlog" + shape + (includesResolved ? ", including resolved" : "") + rule.suffix();
  }
}
