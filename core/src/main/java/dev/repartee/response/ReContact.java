package dev.repartee.response;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.AnswersByRow;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened.Outcomes;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Unit;
import dev.repartee.model.ActKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Whether answers settle the question: how soon after an answer, or after a resolution, the same
 * person asks again on the topic.
 *
 * <pre>{@code
 * ReContactSummary r = log.measure(ReContact.standard());
 * // r ==> re-contact: 0/1 asked again so far
 * r.within(Duration.ofDays(7));
 * log.measure(ReContact.standard().by(Dimension.DEPARTMENT.ofAnswer()));
 * }</pre>
 *
 * <p>Each answered exchange counts ({@link ResponseTime#eachTurn} defines exchanges). Its clock
 * starts at the answer and stops at the next message of the same person, in the same strand and on
 * the same topic, that expects a response and begins a turn; a thank-you does not. A person who has
 * not asked again by the as-of, or by the end of the follow-up, is censored at that time, so recent
 * answers do not look better than old ones. The anchor is the message that began the exchange;
 * windows and follow-up go by it.
 *
 * <p>By default a person is followed only within the strand; asking again in another conversation
 * goes unseen. If people open a new conversation for each question, use {@link
 * #acrossConversations()}: the next message that begins a turn counts in any conversation with the
 * organization, unless it takes effect before the answer. That is a measure over persons and needs
 * a single log of everything, because the answer and the next question may be in different
 * conversations. People without a name cannot be followed there and are counted separately.
 *
 * <p><b>After a resolution.</b> {@link #afterResolution()} starts the clock when a strand is
 * resolved: at every {@link ActKind#RESOLVE} act in a strand that is open or on hold, as {@link
 * dev.repartee.resolution.Resolution} defines it. The person is the one who asked last before it,
 * and the topic is that of this last question. The clock stops at the person's next message that
 * expects a response, whether or not an act has reopened the strand. Windows, follow-up and time
 * keys go by the act; all other keys are those of the last question. A message with the same time
 * as the act comes before it, unless the numbers of both ({@code sequence}) say otherwise; across
 * conversations it always does. After a resolution a new turn begins, but across conversations a
 * question in the middle of a turn elsewhere does not count as a new one. If the log contains no
 * states, nothing is observed.
 *
 * <pre>{@code
 * log.measure(ReContact.standard().afterResolution());
 * // ==> re-contact after resolution: not observed
 * }</pre>
 *
 * <p>Every exchange here has an answer, so parts by who answered are as valid as parts by who
 * asked. It takes time linear in the number of messages.
 *
 * <p>Guide: {@code core/docs/guide/metrics/re-contact.md}.
 */
public final class ReContact implements Measure<ReContactSummary> {
  private final AnswerRule rule;
  private final boolean isAcross;
  private final boolean isOnAnyTopic;
  private final boolean isAfterResolution;

  private ReContact(
      AnswerRule rule, boolean isAcross, boolean isOnAnyTopic, boolean isAfterResolution) {
    this.rule = Objects.requireNonNull(rule, "rule");
    this.isAcross = isAcross;
    this.isOnAnyTopic = isOnAnyTopic;
    this.isAfterResolution = isAfterResolution;
  }

  /** {@return the measure with the default rule for answers} */
  public static ReContact standard() {
    return new ReContact(AnswerRule.standard(), false, false, false);
  }

  /**
   * {@return a copy with another rule for what counts as an answer}
   *
   * @param newRule the rule
   */
  public ReContact answers(AnswerRule newRule) {
    return new ReContact(newRule, isAcross, isOnAnyTopic, isAfterResolution);
  }

  /**
   * Returns the measure that follows people into other conversations with the organization.
   *
   * @return a copy
   */
  public ReContact acrossConversations() {
    return new ReContact(rule, true, isOnAnyTopic, isAfterResolution);
  }

  /**
   * Returns the measure that also counts asking again on another topic.
   *
   * @return a copy
   */
  public ReContact onAnyTopic() {
    return new ReContact(rule, isAcross, true, isAfterResolution);
  }

  /**
   * Returns the measure whose clock starts at a resolution instead of an answer. It refuses keys by
   * who answered ({@link Dimension#ofAnswer}), because acts are not answers.
   *
   * @return a copy
   */
  public ReContact afterResolution() {
    return new ReContact(rule, isAcross, isOnAnyTopic, true);
  }

  @Override
  public Plan<?, ReContactSummary> plan() {
    Plan.Draft<ReContactTally> draft =
        isAcross
            ? Plan.of(toString(), Unit.PERSON, ReContactTally::new, this::sweepPersons)
            : Plan.of(toString(), Unit.CONVERSATION, ReContactTally::new, this::sweep);
    draft = isAfterResolution ? draft.withSeenStates().hangingOnActs() : draft.knowingAnswers();
    Outcomes<ReContactTally> outcomes =
        Outcomes.<ReContactTally>none()
            .with(isAfterResolution ? "resolutions" : "answers", t -> t.all(), t -> t.longest())
            .with("asked_again", t -> t.again.total(), ReContactTally::longest)
            .with("excluded_anonymous", t -> t.anonymous)
            .with("excluded_clock_skew", t -> t.skewed);
    return draft
        .opening(outcomes)
        .into(evidence -> new ReContactSummary(isAfterResolution, where(), evidence));
  }

  private String where() {
    return (isAcross ? "in any conversation" : "in the same conversation")
        + (isOnAnyTopic ? ", on any topic" : ", on the same topic");
  }

  private void sweepPersons(Slice slice, Split<ReContactTally> split) {
    PersonAsks asks = slice.scratch(this, () -> new PersonAsks(isOnAnyTopic));
    if (isAfterResolution) {
      new ReContactAfterResolution(slice, split, rule, isOnAnyTopic).sweepPersons(asks);
      return;
    }
    AnswersByRow asked = slice.index(new Asked(rule));
    for (int unit = 0; unit < slice.units(); unit++) {
      asks.read(slice, unit, asked);
      for (int i = 0; i < asks.size(); i++) {
        int anchor = asks.row(i);
        int answer = asked.answer(anchor);
        if (slice.isAnonymous(anchor)) {
          countAnonymous(slice, split, anchor, answer);
        } else {
          int next =
              answer == Slice.NONE
                  ? Slice.NONE
                  : asks.nextFrom(slice, i, slice.effectiveAt(answer));
          answered(slice, split, anchor, answer, next);
        }
      }
    }
  }

  private static void countAnonymous(
      Slice slice, Split<ReContactTally> split, int anchor, int answer) {
    if (answer != Slice.NONE && slice.effectiveAt(answer) <= slice.seenUntil(anchor)) {
      split.at(anchor, answer).anonymous++;
    }
  }

  private void sweep(Slice slice, Split<ReContactTally> split) {
    if (isAfterResolution) {
      new ReContactAfterResolution(slice, split, rule, isOnAnyTopic).sweepStrands();
      return;
    }
    Strands strands = Strands.of(slice, rule);
    Map<Long, Integer> nextAnchors = new HashMap<>();
    ExchangesByStrand.visit(
        slice,
        strands,
        (begin, end) -> {
          nextAnchors.clear();
          // The exchanges of one person stand in order of time, so from the end the next is known.
          for (int i = end - 1; i >= begin; i--) {
            int anchor = strands.anchor(i);
            int topic = isOnAnyTopic ? 0 : slice.topic(anchor) + 1;
            long asker = (long) slice.person(anchor) << Integer.SIZE | topic;
            int next = nextAnchors.getOrDefault(asker, Slice.NONE);
            nextAnchors.put(asker, anchor);
            answered(slice, split, anchor, strands.answer(i), next);
          }
        });
  }

  private static void answered(
      Slice slice, Split<ReContactTally> split, int anchor, int answer, int next) {
    long seenUntil = slice.seenUntil(anchor);
    if (answer == Slice.NONE || slice.effectiveAt(answer) > seenUntil) {
      return;
    }
    ReContactTally tally = split.at(anchor, answer);
    boolean asksAgain = next != Slice.NONE && slice.effectiveAt(next) <= seenUntil;
    long watched = (asksAgain ? slice.at(next) : seenUntil) - slice.at(answer);
    if (slice.at(answer) < slice.at(anchor) || watched < 0) {
      tally.skewed++;
    } else {
      tally.add(asksAgain, watched, slice.groups(anchor));
    }
  }

  @Override
  public String toString() {
    return "re-contact"
        + (isAfterResolution ? " after resolution" : "")
        + (isAcross ? " across conversations" : "")
        + (isOnAnyTopic ? ", on any topic" : "")
        + rule.suffix();
  }
}
