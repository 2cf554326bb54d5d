package dev.repartee.response;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.HandOffs;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.StateActs;
import dev.repartee.measure.Slice;
import dev.repartee.model.ActKind;
import dev.repartee.response.ResponseSummary.Exclusion;

/**
 * From the act that hands an open strand over to the next message that answers in it. A wait hangs
 * on the act, which is no row: windows and follow-up go by the act, keys by what the audience asked
 * last before it.
 */
final class HandOffClock {
  private record Key(AnswerRule rule) {}

  private final ResponseSweep base;
  private final FastSlice slice;

  HandOffClock(ResponseSweep base) {
    this.base = base;
    this.slice = FastSlice.of(base.slice);
  }

  void sweep() {
    StateActs acts = slice.states();
    Closings ends = base.closings;
    if (acts != null && ends != null) {
      new Walk(acts, ends).sweep();
    }
  }

  /** The walk of a log that contains states. */
  private final class Walk {
    private final StateActs acts;
    private final Closings ends;
    private final Strands strands;
    private final HandOffs handOffs;

    Walk(StateActs acts, Closings ends) {
      this.acts = acts;
      this.ends = ends;
      this.strands = base.strands();
      this.handOffs = slice.scratch(new Key(base.rule), () -> new HandOffs(slice, acts, base.rule));
    }

    void sweep() {
      int strand = 0;
      for (int unit = 0; unit < slice.units(); unit++) {
        int from = slice.from(unit);
        int to = slice.to(unit);
        int first = strand;
        while (strand < strands.strands() && strands.strandAnchor(strand) < to) {
          strand++;
        }
        if (from < to && acts.begin(from) < acts.end(from)) {
          for (int i = first; i < strand; i++) {
            strand(from, to, strands.strandAnchor(i));
          }
          ofNoStrand(from, first, strand);
        }
      }
    }

    private void strand(int from, int to, int anchor) {
      handOffs.walk(from, to, anchor);
      int i = 0;
      while (i < handOffs.size()) {
        int act = handOffs.act(i);
        int asked = handOffs.asked(i);
        if (!hasBegun(anchor, act)) {
          i++;
        } else if (!handOffs.isOpen(i)) {
          exclude(act, asked == Slice.NONE ? anchor : asked, Exclusion.NOT_OPEN);
          i++;
        } else {
          int answer = handOffs.answer(i);
          int closing = ends.firstFrom(act + 1, asked, answer);
          handOff(act, asked, answer, closing);
          // What is handed on before an answer is the same wait.
          do {
            i++;
          } while (i < handOffs.size() && isBeforeEnd(handOffs.act(i), answer, closing));
        }
      }
    }

    private boolean isBeforeEnd(int act, int answer, int closing) {
      return closing != Slice.NONE
          ? act < closing
          : answer == Slice.NONE || acts.nextMessage(act) <= answer;
    }

    /** Whether a strand was there when something was assigned; what comes later says nothing. */
    private boolean hasBegun(int anchor, int act) {
      return anchor < acts.nextMessage(act);
    }

    /** Acts of an organization that has no strand in the conversation yet, or of nobody's. */
    private void ofNoStrand(int opener, int begin, int end) {
      int last = acts.end(opener);
      for (int act = acts.begin(opener); act < last; act++) {
        boolean isAssigning =
            acts.kind(act) == ActKind.ASSIGN && acts.effectiveAt(act) <= slice.asOf();
        if (isAssigning && !isAboutAny(act, begin, end)) {
          boolean isFirst = begin == end || !hasBegun(strands.strandAnchor(begin), act);
          exclude(act, opener, isFirst ? Exclusion.UNADDRESSED : Exclusion.NOT_OPEN);
        }
      }
    }

    private boolean isAboutAny(int act, int begin, int end) {
      for (int i = begin; i < end; i++) {
        int anchor = strands.strandAnchor(i);
        if (hasBegun(anchor, act) && acts.isAbout(act, slice.organization(anchor))) {
          return true;
        }
      }
      return false;
    }

    private void exclude(int act, int row, Exclusion reason) {
      base.split.at(row, Slice.NONE, acts.effectiveAt(act)).exclude(reason);
    }

    private void handOff(int act, int asked, int answer, int closing) {
      long seenUntil = slice.seenUntil(asked, acts.effectiveAt(act));
      if (!base.canBeAnswered) {
        exclude(act, asked, Exclusion.NOBODY_CAN_ANSWER);
      } else if (!base.timekeeper.takes(acts.at(act))) {
        exclude(act, asked, Exclusion.IN_OFFICE_HOURS);
      } else if (closing != Slice.NONE && ends.effectiveAt(closing) <= seenUntil) {
        closed(act, asked, closing, seenUntil);
      } else if (closing == Slice.NONE && base.isSeen(answer, seenUntil)) {
        answered(act, asked, answer, seenUntil);
      } else {
        waiting(act, asked, seenUntil);
      }
    }

    private void closed(int act, int asked, int closing, long seenUntil) {
      long waited = base.latency(acts.at(act), ends.at(closing));
      if (waited < 0) {
        exclude(act, asked, Exclusion.CLOCK_SKEW);
        return;
      }
      ResponseTally tally = tally(act, asked, Slice.NONE);
      tally.closed(waited, ends.isWithdrawn(closing, asked), groups(act, asked));
      if (isDue(act, seenUntil)) {
        tally.judgeClosed(groups(act, asked));
      }
    }

    private void answered(int act, int asked, int answer, long seenUntil) {
      long latency = base.latency(acts.at(act), slice.at(answer));
      ResponseTally tally = tally(act, asked, answer);
      if (latency < 0) {
        tally.exclude(Exclusion.CLOCK_SKEW);
        return;
      }
      tally.answered(latency, isDirect(asked, answer), groups(act, asked));
      if (!base.targets.isNone()) {
        boolean isInTime = latency <= base.targets.millis(acts.at(act));
        tally.judgeAnswered(isDue(act, seenUntil), isInTime, groups(act, asked));
      }
    }

    private void waiting(int act, int asked, long seenUntil) {
      ResponseTally tally = tally(act, asked, Slice.NONE);
      tally.waiting(base.latency(acts.at(act), seenUntil), groups(act, asked));
      if (!base.targets.isNone()) {
        tally.judgeWaiting(isDue(act, seenUntil), groups(act, asked));
      }
    }

    private ResponseTally tally(int act, int asked, int answer) {
      return base.split.at(asked, answer, acts.effectiveAt(act));
    }

    private int groups(int act, int asked) {
      return base.isIndependent ? 0 : slice.groups(asked, acts.effectiveAt(act));
    }

    /** Whether the promised time, if any, was up when last looked at. */
    private boolean isDue(int act, long seenUntil) {
      long start = acts.at(act);
      return !base.targets.isNone() && base.latency(start, seenUntil) >= base.targets.millis(start);
    }

    private boolean isDirect(int asked, int answer) {
      int parent = slice.parent(answer);
      int person = slice.person(asked);
      return slice.named(answer) == person
          || (parent != Slice.NONE && !slice.isMember(parent) && slice.person(parent) == person);
    }
  }
}
