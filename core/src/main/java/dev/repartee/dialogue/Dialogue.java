package dev.repartee.dialogue;

import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Addressing;
import dev.repartee.internal.tally.Horizon;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened.Outcomes;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * Whether an organization talks with people or at them: what became of each strand, who returned,
 * and who the organization speaks to. The methods return copies with one option changed.
 *
 * <p>The anchor of a fact about a strand is its first message; that of a fact about a message of
 * the organization is the message. Messages from bots and automatic messages belong to neither
 * side.
 *
 * <pre>{@code
 * log.measure(Dialogue.standard());
 * // ==> dialogue: two-way 0.59, return 0.29, 366 strands
 * log.measure(Dialogue.standard().by(Dimension.CHANNEL.and(Dimension.month(zone))));
 * }</pre>
 *
 * <p>Guide: {@code core/docs/guide/metrics/two-way.md}.
 */
public final class Dialogue implements Measure<DialogueSummary> {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Dialogue STANDARD = new Dialogue(AnswerRule.standard(), WEEK, false);

  private static final Outcomes<DialogueGroups> OUTCOMES = outcomes();

  private final AnswerRule rule;
  private final Duration horizon;
  private final boolean isIndependent;

  private Dialogue(AnswerRule rule, Duration horizon, boolean isIndependent) {
    this.rule = Objects.requireNonNull(rule, "rule");
    this.horizon = horizon;
    this.isIndependent = isIndependent;
  }

  /**
   * {@return the default measure, in which members of the addressee answer, but not bots, and
   * strands are mature seven days after their first message}
   */
  public static Dialogue standard() {
    return STANDARD;
  }

  /**
   * {@return a copy with another rule for what counts as an answer}
   *
   * @param newRule the rule
   */
  public Dialogue answers(AnswerRule newRule) {
    return new Dialogue(newRule, horizon, isIndependent);
  }

  /**
   * {@return a copy with another age at which strands are mature}
   *
   * @param newHorizon how long after its first message a strand can still change, to the
   *     millisecond; with zero, all are mature at once
   * @throws IllegalArgumentException if the horizon is negative
   */
  public Dialogue withHorizon(Duration newHorizon) {
    return new Dialogue(rule, Horizon.check(newHorizon), isIndependent);
  }

  /**
   * {@return a copy that treats strands and messages as independent of each other, as if nobody
   * came twice} Intervals of shares are then Wilson's, which are too small if people repeat, and
   * other statistics have none. It keeps no replicate groups, takes less memory and time, and is
   * meant for comparison with tools that do the same. The counts are the same.
   */
  public Dialogue asIndependent() {
    return new Dialogue(rule, horizon, true);
  }

  @Override
  public Plan<?, DialogueSummary> plan() {
    return Plan.of(
            text(),
            Unit.CONVERSATION,
            () -> new DialogueGroups(isIndependent),
            (slice, split) -> new DialogueSweep(slice, split, rule, horizon).run())
        .withHorizon(horizon)
        .opening(OUTCOMES)
        .into(DialogueSummary::new);
  }

  /** For mature strands, which the summary counts by default. */
  private static Outcomes<DialogueGroups> outcomes() {
    StrandView view = StrandView.MATURE;
    Outcomes<DialogueGroups> outcomes =
        Outcomes.<DialogueGroups>none()
            .with("strands", all -> sum(all, t -> view.sum(t, StrandCounts::strands)));
    for (Form form : Form.values()) {
      String name = "strands_" + form.name().toLowerCase(Locale.ROOT);
      outcomes = outcomes.with(name, all -> sum(all, t -> view.sum(t, c -> c.count(form))));
    }
    return outcomes
        .with("strands_cut_at_start", all -> sum(all, view::sumCut))
        .with("strands_open", all -> sum(all, t -> view.sumOpen(t, StrandCounts::strands)))
        .with("strands_automatic", all -> sum(all, t -> t.automatic))
        .with("messages_to_audience", all -> sum(all, t -> to(t, Addressing.TO_AUDIENCE)))
        .with("messages_opening", all -> sum(all, t -> to(t, Addressing.OPENING)))
        .with("messages_to_own_or_unknown", all -> sum(all, t -> to(t, Addressing.OWN_OR_UNKNOWN)))
        .with("messages_unaddressed", all -> sum(all, t -> t.unaddressed))
        .with("messages_unanswerable", all -> sum(all, t -> t.unanswerable));
  }

  private static long to(DialogueTally tally, Addressing whom) {
    return tally.messages.addressed(whom);
  }

  private static long sum(DialogueGroups all, ToLongFunction<DialogueTally> count) {
    return all.groups().sum(count);
  }

  private String text() {
    return "dialogue"
        + rule.suffix()
        + (horizon.equals(WEEK) ? "" : ", horizon " + horizon)
        + (isIndependent ? ", as independent" : "");
  }

  @Override
  public String toString() {
    return text();
  }
}
