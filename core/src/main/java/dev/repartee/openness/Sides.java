package dev.repartee.openness;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.exchange.TurnSentiments;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Unit;
import dev.repartee.model.Sentiment;

/**
 * The turns that praise and those that criticize, with their times: what openness is made of,
 * channel by channel.
 *
 * @param rule what counts as an answer
 * @param isByMostNegative whether the sentiment of a turn is its most negative label, rather than
 *     that of the message with which it begins
 */
record Sides(AnswerRule rule, boolean isByMostNegative) implements Measure<Sides.Found> {
  /** What was found. */
  record Found(Evidence<SidesTally> evidence) implements Summary<Found> {
    SidesTally tally() {
      return evidence.tally();
    }

    @Override
    public Origin origin() {
      return evidence.origin();
    }

    @Override
    public Found merge(Found other) {
      return new Found(evidence.merge(other.evidence));
    }

    @Override
    public Facts facts() {
      return Facts.of(origin())
          .count("praise_turns", tally().praise().count())
          .count("criticism_turns", tally().criticism().count())
          .build();
    }

    @Override
    public byte[] toBytes() {
      return evidence.toBytes();
    }
  }

  @Override
  public Plan<?, Found> plan() {
    return Plan.of(toString(), Unit.CONVERSATION, SidesTally::new, this::sweep)
        .opening(SidesTally.outcomes())
        .into(Found::new);
  }

  private void sweep(Slice slice, Split<SidesTally> split) {
    boolean canBeAnswered = rule.canBeMetIn(slice.organizations());
    Strands strands = Strands.of(slice, rule);
    TurnSentiments labels = isByMostNegative ? TurnSentiments.of(slice, rule) : null;
    for (int i = 0; i < strands.exchanges(); i++) {
      int anchor = strands.anchor(i);
      if (!split.takes(anchor, Slice.NONE)) {
        continue;
      }
      SidesTally tally = split.at(anchor);
      if (!canBeAnswered) {
        tally.addUnanswerable();
        continue;
      }
      long seenUntil = slice.seenUntil(anchor);
      int answer = strands.answer(i);
      boolean isAnswered = answer != Slice.NONE && slice.effectiveAt(answer) <= seenUntil;
      long time = (isAnswered ? slice.at(answer) : seenUntil) - slice.at(anchor);
      Sentiment sentiment = labels == null ? slice.sentiment(anchor) : labels.mostNegative(i);
      tally.add(slice, anchor, sentiment, isAnswered, time);
    }
    for (int i = 0; i < strands.unaddressed(); i++) {
      int row = strands.unaddressedRow(i);
      if (split.takes(row, Slice.NONE)) {
        split.at(row).addUnaddressed();
      }
    }
  }

  @Override
  public String toString() {
    return "praise and criticism"
        + (isByMostNegative ? " by the most negative label" : "")
        + rule.suffix();
  }
}
