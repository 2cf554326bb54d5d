package dev.repartee.response;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.AnswerRule.RepliesToAudience;
import dev.repartee.internal.exchange.AnswersByRow;
import dev.repartee.internal.exchange.Qualifier;
import dev.repartee.internal.exchange.StrandStates;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds who asks again after something was resolved. The anchor is the act that resolves; keys are
 * those of the message that asked last before it.
 */
final class ReContactAfterResolution {
  private final FastSlice slice;
  private final Split<ReContactTally> split;
  private final AnswerRule rule;
  private final boolean isOnAnyTopic;
  private final boolean doRepliesWait;

  ReContactAfterResolution(
      Slice slice, Split<ReContactTally> split, AnswerRule rule, boolean isOnAnyTopic) {
    this.slice = FastSlice.of(slice);
    this.split = split;
    this.rule = rule;
    this.isOnAnyTopic = isOnAnyTopic;
    this.doRepliesWait = rule.repliesToAudience() == RepliesToAudience.WAIT;
  }

  /** Follows people within their strands. */
  void sweepStrands() {
    Qualifier qualifier = new Qualifier(slice, rule);
    Map<Long, Integer> nextAsks = new HashMap<>();
    ResolvedStrands.visit(
        slice,
        Strands.of(slice, rule),
        rule,
        slice.asOf(),
        (from, to, anchor, states) -> {
          nextAsks.clear();
          int row = to;
          for (int i = states.size() - 1; i >= 0; i--) {
            if (states.state(i) == StrandStates.RESOLVED) {
              // From the end, the next of each person is known.
              while (row > Math.max(from, states.nextMessage(i))) {
                row--;
                if (isAsk(row, anchor, qualifier)) {
                  nextAsks.put(asker(row), row);
                }
              }
              int asked = states.asked(i);
              int next = nextAsks.getOrDefault(asker(asked), Slice.NONE);
              resolved(asked, states.ownAt(i), states.at(i), next);
            }
          }
        });
  }

  private boolean isAsk(int row, int anchor, Qualifier qualifier) {
    return slice.organization(row) == slice.organization(anchor)
        && !slice.isMember(row)
        && !qualifier.isTransparent(row)
        && slice.expectsResponse(row)
        && (doRepliesWait || slice.repliesTo(row) != RepliesTo.AUDIENCE);
  }

  private long asker(int row) {
    int topic = isOnAnyTopic ? 0 : slice.topic(row) + 1;
    return (long) slice.person(row) << Integer.SIZE | topic;
  }

  /** Follows people through all conversations. */
  void sweepPersons(PersonAsks asks) {
    ResolvedAsks resolved = slice.index(new ResolvedAsks.Index(rule));
    if (resolved.isEmpty()) {
      return;
    }
    AnswersByRow turns = slice.index(new Turns(rule));
    for (int unit = 0; unit < slice.units(); unit++) {
      asks.read(slice, unit, turns);
      for (int position = slice.from(unit); position < slice.to(unit); position++) {
        int row = slice.row(position);
        for (ResolvedAsks.Resolution resolution : resolved.of(row)) {
          person(asks, row, resolution);
        }
      }
    }
  }

  private void person(PersonAsks asks, int row, ResolvedAsks.Resolution resolution) {
    long effective = resolution.effectiveAt();
    if (!slice.isAnonymous(row)) {
      resolved(row, resolution.at(), effective, asks.nextAfter(slice, row, effective));
    } else if (effective <= slice.seenUntil(row, effective)) {
      split.at(row, Slice.NONE, effective).anonymous++;
    }
  }

  private void resolved(int asked, long at, long effective, int next) {
    long seenUntil = slice.seenUntil(asked, effective);
    if (effective > seenUntil) {
      return;
    }
    ReContactTally tally = split.at(asked, Slice.NONE, effective);
    boolean asksAgain = next != Slice.NONE && slice.effectiveAt(next) <= seenUntil;
    long watched = (asksAgain ? slice.at(next) : seenUntil) - at;
    if (at < slice.at(asked) || watched < 0) {
      tally.skewed++;
    } else {
      tally.add(asksAgain, watched, slice.groups(asked, effective));
    }
  }
}
