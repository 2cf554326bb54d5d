package dev.repartee.participation;

import dev.repartee.internal.tally.WholeDays;
import dev.repartee.measure.Origin;
import dev.repartee.stats.Proportion;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Who wrote in a month and wrote in the next. */
final class Retention {
  private static final int MONTHS = 12;

  private Retention() {}

  /** Of some members in order of their numbers, each a group of its own. */
  static Proportion of(ParticipationTally tally, Origin origin, ZoneId zone, int[] members) {
    long[] first = {Long.MAX_VALUE};
    tally.months((member, month) -> first[0] = Math.min(first[0], month));
    if (first[0] == Long.MAX_VALUE) {
      return Proportion.of(0, 0);
    }
    WholeDays days = WholeDays.of(origin, zone, firstDay(first[0]));
    Map<Long, Boolean> isWhole = new HashMap<>();
    long[] again = new long[members.length];
    long[] months = new long[again.length];
    tally.months(
        (member, month) -> {
          int place = Arrays.binarySearch(members, member);
          if (place >= 0 && isWhole.computeIfAbsent(month + 1, m -> isWhole(days, m))) {
            months[place]++;
            again[place] += tally.wroteIn(member, month + 1) ? 1 : 0;
          }
        });
    return Proportion.clustered(again, months);
  }

  private static boolean isWhole(WholeDays days, long month) {
    for (long day = firstDay(month); day < firstDay(month + 1); day++) {
      if (!days.contains(day)) {
        return false;
      }
    }
    return true;
  }

  private static long firstDay(long month) {
    return LocalDate.of((int) (month / MONTHS), (int) (month % MONTHS) + 1, 1).toEpochDay();
  }
}
