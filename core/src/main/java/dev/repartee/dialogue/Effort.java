package dev.repartee.dialogue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Contacts;
import dev.repartee.internal.tally.Horizon;
import dev.repartee.internal.tally.MaturityTally;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened.Outcomes;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Unit;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What people have to do to be answered: how many messages they write until their last answer, and
 * how often they are handed on from one person to another and from one department to another.
 *
 * <p>A case is everything that one person of the audience says in a strand, and everything said to
 * that person there, if the person waits for an answer at all. In a strand with several people each
 * has a separate case. A case ends with the last message that ends a wait of the person; what comes
 * later is not counted. A hand-off is a message to the person from somebody other than before; a
 * hand-off between departments is one from another department than before. The anchor of a case is
 * the person's first message in the strand.
 *
 * <pre>{@code
 * EffortSummary effort = log.measure(Effort.standard());
 * // effort ==> effort: 1.00 messages, 0.00 hand-offs, 1 answered
 * effort.messages().exactly(1);   // one message was enough
 * effort.handOffs().exactly(0);
 * }</pre>
 *
 * <p>It takes time linear in the number of messages.
 *
 * <p>Guide: {@code core/docs/guide/metrics/effort.md}.
 */
public final class Effort implements Measure<EffortSummary> {
  private static final Duration WEEK = Duration.ofDays(7);

  private final AnswerRule rule;
  private final Duration horizon;

  private Effort(AnswerRule rule, Duration horizon) {
    this.rule = Objects.requireNonNull(rule, "rule");
    this.horizon = horizon;
  }

  /**
   * {@return the default measure, in which members of the addressee answer, but not bots, and cases
   * are mature seven days after their first message}
   */
  public static Effort standard() {
    return new Effort(AnswerRule.standard(), WEEK);
  }

  /**
   * {@return a copy with another rule for what counts as an answer}
   *
   * @param newRule the rule
   */
  public Effort answers(AnswerRule newRule) {
    return new Effort(newRule, horizon);
  }

  /**
   * {@return a copy with another age at which cases are mature}
   *
   * @param newHorizon how long after its first message a case can still change, to the millisecond;
   *     with zero, all are mature at once
   * @throws IllegalArgumentException if the horizon is negative
   */
  public Effort withHorizon(Duration newHorizon) {
    return new Effort(rule, Horizon.check(newHorizon));
  }

  @Override
  public Plan<?, EffortSummary> plan() {
    return Plan.of(
            toString(),
            Unit.CONVERSATION,
            () -> new Groups<>(Unit.CONVERSATION, Effort::empty),
            this::sweep)
        .withHorizon(horizon)
        .opening(
            Outcomes.<Groups<MaturityTally<EffortCounts>>>none()
                .with("answered", all -> all.sum(t -> t.of(false).messages.count()))
                .with("unanswered", all -> all.sum(t -> t.of(false).unanswered))
                .with("open", all -> all.sum(Effort::open))
                .with("unanswerable", all -> all.sum(t -> t.of(false).unanswerable)))
        .into(EffortSummary::new);
  }

  private static long open(MaturityTally<EffortCounts> tally) {
    EffortCounts counts = tally.of(true);
    return counts.messages.count() + counts.unanswered;
  }

  private static MaturityTally<EffortCounts> empty() {
    return new MaturityTally<>(EffortCounts::new);
  }

  private void sweep(Slice slice, Split<Groups<MaturityTally<EffortCounts>>> split) {
    boolean canBeAnswered = rule.canBeMetIn(slice.organizations());
    long horizonMillis = TimeUnit.MILLISECONDS.convert(horizon);
    Cases cases = slice.scratch(Cases.class, () -> new Cases(slice));
    cases.walk(
        Contacts.of(slice, rule),
        () -> {
          int anchor = cases.anchor();
          boolean isOpen = slice.asOf() - slice.effectiveAt(anchor) < horizonMillis;
          split
              .at(anchor)
              .count(slice, anchor, tally -> count(cases, canBeAnswered, tally.of(isOpen)));
        });
  }

  private static void count(Cases cases, boolean canBeAnswered, EffortCounts counts) {
    if (!canBeAnswered) {
      counts.unanswerable++;
    } else if (cases.isAnswered()) {
      counts.addAnswered(cases.messages(), cases.handOffs(), cases.departmentHandOffs());
    } else {
      counts.unanswered++;
    }
  }

  @Override
  public String toString() {
    return "effort" + rule.suffix() + (horizon.equals(WEEK) ? "" : ", horizon " + horizon);
  }
}
