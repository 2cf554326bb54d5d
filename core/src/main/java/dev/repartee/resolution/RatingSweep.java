package dev.repartee.resolution;

import dev.repartee.internal.exchange.StrandStates;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.StateActs;
import dev.repartee.internal.walk.StateActs.Author;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.model.ActKind;
import dev.repartee.resolution.Ratings.Options;
import org.jspecify.annotations.Nullable;

/** Tallies the ratings of each strand of a slice, at the message that opens it. */
final class RatingSweep {
  private static final long NEVER = Long.MIN_VALUE;

  private final Options options;
  private final FastSlice slice;
  private final Split<RatingTally> split;
  private final Strands strands;
  private final StrandStates states;
  private final @Nullable StateActs acts;

  // Of the strand at hand.
  private int from;
  private int to;
  private long seenUntil;
  private long firstRated;
  private int rating;

  RatingSweep(Options options, Slice slice, Split<RatingTally> split) {
    this.options = options;
    this.slice = FastSlice.of(slice);
    this.split = split;
    this.strands = Strands.of(slice, options.rule());
    this.states =
        slice.scratch(new Key(options), () -> new StrandStates(slice, options.rule(), true));
    this.acts = this.slice.states();
  }

  private record Key(Options options) {}

  void sweep() {
    int strand = 0;
    for (int unit = 0; unit < slice.units(); unit++) {
      from = slice.from(unit);
      to = slice.to(unit);
      while (strand < strands.strands() && strands.strandAnchor(strand) < to) {
        int opener = strands.opener(strand);
        if (opener != Slice.NONE) {
          strand(strand, opener);
        }
        strand++;
      }
    }
  }

  private void strand(int strand, int opener) {
    RatingTally tally = split.at(opener);
    seenUntil = slice.seenUntil(opener);
    long start = slice.effectiveAt(opener);
    if (!strands.isAudienceOpened(strand)
        || strands.isCut(strand)
        || !slice.expectsResponse(opener)) {
      tally.leftOut++;
      return;
    }
    long since = options.isOfResolved() ? resolved(opener) : answered(strand);
    ratings(tally, opener, since);
    if (since == NEVER) {
      tally.unanswered++;
    } else {
      tally(tally, since, since - start, slice.groups(opener));
    }
  }

  private void tally(RatingTally tally, long since, long wait, int groups) {
    boolean isRated = firstRated != NEVER;
    long watched = (isRated ? firstRated : seenUntil) - since;
    (isRated ? tally.untilRated : tally.unrated).add(watched, groups);
    if (since + options.withinMillis() > seenUntil) {
      tally.stillInTime++;
    } else if (isRated && watched <= options.withinMillis()) {
      tally.rated(rating, wait, groups);
    } else {
      tally.silent.add(0, groups);
    }
  }

  private long answered(int strand) {
    int response = strands.firstResponse(strand);
    boolean isSeen = response != Slice.NONE && slice.effectiveAt(response) <= seenUntil;
    return isSeen ? slice.effectiveAt(response) : NEVER;
  }

  private long resolved(int opener) {
    states.walk(from, to, opener, seenUntil);
    int first = states.next(StrandStates.RESOLVED, 0);
    return first < states.size() ? states.at(first) : NEVER;
  }

  /** Finds the first rating, and the last one in time; both after there was something to rate. */
  private void ratings(RatingTally tally, int opener, long since) {
    firstRated = NEVER;
    if (acts == null) {
      return;
    }
    int organization = slice.organizations() == 0 ? Slice.NONE : slice.organization(opener);
    int end = acts.end(from);
    for (int act = acts.begin(from); act < end && acts.effectiveAt(act) <= seenUntil; act++) {
      if (acts.kind(act) == ActKind.RATE && acts.isAbout(act, organization)) {
        boolean hasSay =
            acts.author(act) != Author.MEMBER && acts.isBy(act, organization, slice.person(opener));
        if (!hasSay || since == NEVER || acts.effectiveAt(act) < since) {
          tally.withoutSay++;
        } else {
          boolean isInTime = acts.effectiveAt(act) - since <= options.withinMillis();
          rating = isInTime ? acts.rating(act) : rating;
          firstRated = firstRated == NEVER ? acts.effectiveAt(act) : firstRated;
        }
      }
    }
  }
}
