package dev.repartee.consistency;

import dev.repartee.internal.time.LocalDays;
import dev.repartee.internal.walk.Events;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.model.ActKind;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Walks the persons of one slice, each through what they did in order of time. */
final class InterestSweep {
  private record Key(ZoneId zone) {}

  private final Slice slice;
  private final Split<InterestTally> split;
  private final LocalDays days;
  private final boolean isForum;

  /** Where a person has been on one day: places, and organizations on any channel. */
  private final Codes places = new Codes();

  private final Codes organizations = new Codes();

  InterestSweep(Slice slice, Split<InterestTally> split, ZoneId zone) {
    this.slice = slice;
    this.split = split;
    this.days = slice.scratch(new Key(zone), () -> new LocalDays(zone));
    this.isForum = slice.organizations() == 0;
  }

  void run() {
    Events events = FastSlice.of(slice).events();
    for (int unit = 0; unit < slice.units(); unit++) {
      long today = Long.MIN_VALUE;
      int to = slice.to(unit);
      for (int position = slice.from(unit); position < to; position++) {
        long day = days.of(events.time(position));
        if (day != today) {
          today = day;
          places.clear();
          organizations.clear();
        }
        interaction(events, position, day);
      }
      places.clear();
      organizations.clear();
    }
  }

  private void interaction(Events events, int position, long day) {
    InterestTally tally = split.at(slice.row(position));
    int organization = events.organization(position);
    int channel = events.channel(position);
    int traits = events.traits(position);
    if (events.isOfMachine(position)) {
      tally.automatic++;
    } else if (organization == Slice.NONE && !isForum) {
      tally.unaddressed++;
    } else if (events.isMember(position)) {
      if (Traits.isMessage(traits) && !slice.isAside(slice.row(position))) {
        tally.places.at(slice, organization, channel).writtenAt(events.time(position));
      }
    } else {
      AudienceTally place = tally.places.at(slice, organization, channel);
      place.interactions.add(day, 1);
      if (canBeAnswered(Traits.act(traits))) {
        place.addAddressing(events.groups(position));
      }
      long code = (long) organization << Integer.SIZE | (channel & 0xFFFF_FFFFL);
      if (places.add(code)) {
        place.persons.add(day, 1);
      }
      if (organizations.add(organization)) {
        tally.addPerson(isForum ? Dimension.NONE : slice.organizationName(organization), day);
      }
    }
  }

  /** Messages, which are no act, and mentions. */
  private static boolean canBeAnswered(@Nullable ActKind act) {
    return act == null || act == ActKind.MENTION;
  }

  /** A set of the few codes that one person meets on one day. */
  private static final class Codes {
    private long[] codes = new long[8];
    private int size;

    void clear() {
      size = 0;
    }

    /** Whether the code is new. */
    boolean add(long code) {
      for (int i = 0; i < size; i++) {
        if (codes[i] == code) {
          return false;
        }
      }
      if (size == codes.length) {
        codes = Arrays.copyOf(codes, 2 * size);
      }
      codes[size++] = code;
      return true;
    }
  }
}
