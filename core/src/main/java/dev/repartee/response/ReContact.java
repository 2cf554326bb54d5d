package dev.repartee.response;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.AnswersByRow;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Whether answers settle what was asked: how soon after an answer the same person asks again on the
 * topic.
 *
 * <pre>{@code
 * ReContactSummary r = log.measure(ReContact.standard());
 * // r ==> re-contact: 0/1 asked again so far
 * r.within(Duration.ofDays(7));
 * log.measure(ReContact.standard().by(Dimension.DEPARTMENT.ofAnswer()));
 * }</pre>
 *
 * <p>Each answered exchange counts ({@link ResponseTime#eachTurn} tells what one is). Its clock
 * starts at the answer and stops at the next message of the same person, in the same strand and on
 * the same topic, that expects a response and begins a turn. A thank-you does not. Who has not
 * asked again by the as-of, or the end of the follow-up, counts as watched until then and no
 * longer, so that recent answers do not look better than old ones. The exchange hangs on the
 * message that began it: that is what windows and follow-up go by.
 *
 * <p>A person is followed within the strand: who asks again in another conversation is not seen to.
 * Where people open a conversation for each question, ask {@link #acrossConversations()}: the next
 * message that begins a turn counts in whatever conversation with the organization, if it does not
 * take effect before the answer. That is a measure over persons, of one log of everything: an
 * answer is found in a conversation, and asking again may happen in any other. Who has no name
 * cannot be followed there and is counted apart.
 *
 * <p>Every exchange in it has an answer, so that parts by who answered are as good as parts by who
 * asked. The time is linear in the messages.
 */
public final class ReContact implements Measure<ReContactSummary> {
  private final AnswerRule rule;
  private final boolean isAcross;
  private final boolean isOnAnyTopic;

  private ReContact(AnswerRule rule, boolean isAcross, boolean isOnAnyTopic) {
    this.rule = Objects.requireNonNull(rule, "rule");
    this.isAcross = isAcross;
    this.isOnAnyTopic = isOnAnyTopic;
  }

  /** {@return the measure with the usual rule of what answers} */
  public static ReContact standard() {
    return new ReContact(AnswerRule.standard(), false, false);
  }

  /**
   * {@return the measure by another rule of what counts as an answer; a copy}
   *
   * @param newRule the rule
   */
  public ReContact answers(AnswerRule newRule) {
    return new ReContact(newRule, isAcross, isOnAnyTopic);
  }

  /**
   * Returns the measure that follows people into other conversations with the organization.
   *
   * @return a copy
   */
  public ReContact acrossConversations() {
    return new ReContact(rule, true, isOnAnyTopic);
  }

  /**
   * Returns the measure by which asking again on another topic counts too.
   *
   * @return a copy
   */
  public ReContact onAnyTopic() {
    return new ReContact(rule, isAcross, true);
  }

  @Override
  public Plan<?, ReContactSummary> plan() {
    return (isAcross
            ? Plan.of(toString(), Unit.PERSON, ReContactTally::new, this::sweepPersons)
            : Plan.of(toString(), Unit.CONVERSATION, ReContactTally::new, this::sweep))
        .knowingAnswers()
        .into(evidence -> new ReContactSummary(where(), evidence));
  }

  private String where() {
    return (isAcross ? "in any conversation" : "in the same conversation")
        + (isOnAnyTopic ? ", on any topic" : ", on the same topic");
  }

  private void sweepPersons(Slice slice, Split<ReContactTally> split) {
    AnswersByRow asked = slice.index(new Asked(rule));
    PersonAsks asks = slice.scratch(this, () -> new PersonAsks(isOnAnyTopic));
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
        + (isAcross ? " across conversations" : "")
        + (isOnAnyTopic ? ", on any topic" : "")
        + rule.suffix();
  }
}
