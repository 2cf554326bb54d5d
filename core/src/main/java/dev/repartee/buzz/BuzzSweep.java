package dev.repartee.buzz;

import dev.repartee.buzz.BuzzTally.Quantities;
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
      own(slice, row, act, tally.quantities(slice, row));
    } else if (slice.isAutomatic(row)) {
      tally.addAutomatic();
    } else {
      audience(slice, row, act, tally);
    }
  }

  private static void own(Slice slice, int row, @Nullable ActKind act, Quantities to) {
    int organization = slice.organization(row);
    if (act == null) {
      to.add(organization, Quantity.OWN_MESSAGES);
      if (slice.opener(row) == row) {
        to.add(organization, Quantity.OWN_POSTS);
      }
    } else if (act == ActKind.SHARE) {
      int shared = slice.parent(row);
      to.add(organization, Quantity.OWN_SHARES);
      if (shared != Slice.NONE && !slice.isMember(shared)) {
        to.add(organization, Quantity.OWN_SHARES_OF_AUDIENCE);
      }
    }
  }

  private static void audience(Slice slice, int row, @Nullable ActKind act, BuzzTally tally) {
    int addressed = slice.organization(row);
    int named = slice.named(row);
    int namedOrganization =
        act == null && named != Slice.NONE ? slice.organizationOf(named) : Slice.NONE;
    if (addressed == Slice.NONE && namedOrganization == Slice.NONE) {
      tally.addUnaddressed();
      return;
    }
    Quantities to = tally.quantities(slice, row);
    if (addressed != Slice.NONE) {
      if (act == null) {
        int opener = slice.opener(row);
        boolean isMention = opener == row || namedOrganization == addressed;
        message(slice, row, addressed, isMention, tally, to);
        if (opener != row && slice.isMember(opener)) {
          to.add(slice.organization(opener), Quantity.COMMENTS);
        }
      } else {
        act(slice, row, act, addressed, tally, to);
      }
    }
    if (namedOrganization != Slice.NONE && namedOrganization != addressed) {
      message(slice, row, namedOrganization, true, tally, to);
    }
  }

  private static void message(
      Slice slice, int row, int organization, boolean isMention, BuzzTally tally, Quantities to) {
    if (isMention) {
      to.add(organization, Quantity.MENTION_MESSAGES);
    }
    earned(slice, row, organization, to);
    tally.addPerson(slice, row, organization, reached(isMention, BuzzTally.MENTIONED));
  }

  private static long reached(boolean isMore, long what) {
    return isMore ? BuzzTally.REACHED | what : BuzzTally.REACHED;
  }

  private static void act(
      Slice slice, int row, ActKind act, int organization, BuzzTally tally, Quantities to) {
    if (act == ActKind.MENTION) {
      to.add(organization, Quantity.MENTION_ACTS);
      earned(slice, row, organization, to);
      tally.addPerson(slice, row, organization, reached(true, BuzzTally.MENTIONED));
    } else {
      boolean isShare = act == ActKind.SHARE;
      tally.addPerson(slice, row, organization, reached(isShare, BuzzTally.SHARED));
      int object = slice.parent(row);
      boolean isOnPost =
          (isShare || act == ActKind.REACTION)
              && object != Slice.NONE
              && slice.isMember(object)
              && slice.opener(object) == object;
      if (isOnPost) {
        to.add(
            slice.organization(object), isShare ? Quantity.POST_SHARES : Quantity.POST_REACTIONS);
      }
    }
  }

  private static void earned(Slice slice, int row, int organization, Quantities to) {
    to.add(organization, Quantity.EARNED);
    Sentiment sentiment = slice.sentiment(row);
    if (sentiment != null) {
      to.add(
          organization,
          switch (sentiment) {
            case POSITIVE -> Quantity.POSITIVE;
            case NEUTRAL -> Quantity.NEUTRAL;
            case NEGATIVE -> Quantity.NEGATIVE;
          });
    }
  }
}
