package dev.repartee.buzz;

import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.model.ActKind;
import dev.repartee.model.Sentiment;
import org.jspecify.annotations.Nullable;

/** Finds what each row of a slice of persons says about which organization. */
final class BuzzSweep {
  private BuzzSweep() {}

  static void sweep(Slice slice, Split<BuzzTally> split) {
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int position = slice.from(unit); position < slice.to(unit); position++) {
        int row = slice.row(position);
        if (split.takes(row, Slice.NONE)) {
          row(slice, row, split.at(row));
        }
      }
    }
  }

  private static void row(Slice slice, int row, BuzzTally tally) {
    tally.touch(slice);
    ActKind act = slice.act(row);
    if (slice.isMember(row)) {
      own(slice, row, act, tally);
    } else if (slice.isAutomatic(row) || slice.isBot(row)) {
      tally.automatic++;
    } else {
      audience(slice, row, act, tally);
    }
  }

  private static void own(Slice slice, int row, @Nullable ActKind act, BuzzTally tally) {
    int groups = slice.groups(row);
    int organization = slice.organization(row);
    if (slice.isAside(row)) {
      return;
    }
    if (act == null) {
      tally.add(groups, organization, Quantity.OWN_MESSAGES);
      if (FastSlice.of(slice).opener(row) == row) {
        tally.add(groups, organization, Quantity.OWN_POSTS);
      }
    } else if (act == ActKind.SHARE) {
      int shared = slice.parent(row);
      tally.add(groups, organization, Quantity.OWN_SHARES);
      if (shared != Slice.NONE && !slice.isMember(shared)) {
        tally.add(groups, organization, Quantity.OWN_SHARES_OF_AUDIENCE);
      }
    }
  }

  private static void audience(Slice slice, int row, @Nullable ActKind act, BuzzTally tally) {
    int addressed = slice.organization(row);
    int named = slice.named(row);
    int namedOrganization =
        act == null && named != Slice.NONE ? slice.organizationOf(named, row) : Slice.NONE;
    if (addressed == Slice.NONE && namedOrganization == Slice.NONE) {
      tally.unaddressed++;
      return;
    }
    if (addressed != Slice.NONE) {
      if (act == null) {
        int opener = FastSlice.of(slice).opener(row);
        boolean isMention = opener == row || namedOrganization == addressed;
        message(slice, row, addressed, isMention, tally);
        if (opener != row && slice.isMember(opener)) {
          tally.add(slice.groups(row), slice.organization(opener), Quantity.COMMENTS);
        }
      } else {
        act(slice, row, act, addressed, tally);
      }
    }
    if (namedOrganization != Slice.NONE && namedOrganization != addressed) {
      message(slice, row, namedOrganization, true, tally);
    }
  }

  private static void message(
      Slice slice, int row, int organization, boolean isMention, BuzzTally tally) {
    if (isMention) {
      tally.add(slice.groups(row), organization, Quantity.MENTION_MESSAGES);
    }
    earned(slice, row, organization, tally);
    tally.addPerson(slice, row, organization, reached(isMention, BuzzTally.MENTIONED));
  }

  private static long reached(boolean isMore, long what) {
    return isMore ? BuzzTally.REACHED | what : BuzzTally.REACHED;
  }

  private static void act(Slice slice, int row, ActKind act, int organization, BuzzTally tally) {
    if (act == ActKind.MENTION) {
      tally.add(slice.groups(row), organization, Quantity.MENTION_ACTS);
      earned(slice, row, organization, tally);
      tally.addPerson(slice, row, organization, reached(true, BuzzTally.MENTIONED));
    } else {
      boolean isShare = act == ActKind.SHARE;
      tally.addPerson(slice, row, organization, reached(isShare, BuzzTally.SHARED));
      int object = slice.parent(row);
      boolean isOnPost =
          (isShare || act == ActKind.REACTION)
              && object != Slice.NONE
              && slice.isMember(object)
              && FastSlice.of(slice).opener(object) == object;
      if (isOnPost) {
        tally.add(
            slice.groups(row),
            slice.organization(object),
            isShare ? Quantity.POST_SHARES : Quantity.POST_REACTIONS);
      }
    }
  }

  private static void earned(Slice slice, int row, int organization, BuzzTally tally) {
    tally.add(slice.groups(row), organization, Quantity.EARNED);
    Sentiment sentiment = slice.sentiment(row);
    if (sentiment != null) {
      tally.add(
          slice.groups(row),
          organization,
          switch (sentiment) {
            case POSITIVE -> Quantity.POSITIVE;
            case NEUTRAL -> Quantity.NEUTRAL;
            case NEGATIVE -> Quantity.NEGATIVE;
          });
    }
  }
}
