package dev.repartee.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Interaction;
import dev.repartee.promise.Promise;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The settled days of random logs, counted anew in the plainest way, and night by night. */
class SettledDaysProperties {
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;
  private static final Promise PROMISE = Promise.atLeast(0.6).answeredWithin(Duration.ofHours(5));

  /** Clocks are put forward in one of them and back in the other while the logs last. */
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("America/New_York"), ZoneId.of("Pacific/Auckland"), ZoneId.of("UTC"));

  /** 1970-03-01: clocks of New York are put forward on 1970-04-26, and back on 1970-10-25. */
  private static final int FIRST_MINUTE = 59 * DAY;

  /** A message of a conversation of one person, and whether it is of the organization. */
  private record Line(int conversation, long minute, boolean isAnswer) {}

  private record Talks(List<Line> lines, long asOf) {
    static Talks of(long seed, int days) {
      Random random = new Random(seed);
      List<Line> lines = new ArrayList<>();
      for (int conversation = 0; conversation < 4 * days; conversation++) {
        long at = FIRST_MINUTE + (long) random.nextInt(days * DAY);
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
          boolean isAnswer = random.nextInt(5) < 3;
          boolean isFirst =
              lines.isEmpty() || lines.get(lines.size() - 1).conversation() != conversation;
          lines.add(new Line(conversation, at, isAnswer && !isFirst));
          // Now and then just the time that is promised.
          at += random.nextInt(4) == 0 ? 5 * HOUR : 1 + random.nextInt(9 * HOUR);
        }
      }
      return new Talks(lines, FIRST_MINUTE + (long) days * DAY + random.nextInt(2 * DAY));
    }

    EngagementLog log(long asOfMinute) {
      List<Interaction> rows = new ArrayList<>();
      String before = "";
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        boolean isFirst = i == 0 || lines.get(i - 1).conversation() != line.conversation();
        String id = "m" + i;
        String author = line.isAnswer() ? "care" : "person " + line.conversation();
        if (line.minute() <= asOfMinute) {
          rows.add(
              isFirst
                  ? Talk.post(id, author, line.minute())
                  : Talk.reply(id, author, line.minute(), before));
        }
        before = id;
      }
      Collections.shuffle(rows, new Random(1));
      return Talk.log(asOfMinute, rows.toArray(new Interaction[0]));
    }

    /** Every wait by itself, its day by the calendar, and how long after the end of it. */
    SortedMap<LocalDate, long[]> naive(ZoneId zone, long hours, long asOfMinute) {
      TreeMap<LocalDate, long[]> days = new TreeMap<>();
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        boolean isAskedAlready =
            i > 0
                && lines.get(i - 1).conversation() == line.conversation()
                && !lines.get(i - 1).isAnswer();
        if (line.isAnswer() || isAskedAlready || line.minute() > asOfMinute) {
          continue;
        }
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(60 * line.minute()), zone);
        long end = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
        if (end + hours * 3600 > 60 * asOfMinute) {
          continue;
        }
        long[] counts = days.computeIfAbsent(day, any -> new long[2]);
        counts[1]++;
        for (int j = i + 1; j < lines.size(); j++) {
          if (lines.get(j).conversation() == line.conversation() && lines.get(j).isAnswer()) {
            counts[0] += lines.get(j).minute() - line.minute() <= 5 * HOUR ? 1 : 0;
            break;
          }
        }
      }
      return days;
    }
  }

  private static void assertCounts(SortedMap<LocalDate, long[]> expected, Watch watch) {
    TreeMap<LocalDate, String> plain = new TreeMap<>();
    expected.forEach((day, counts) -> plain.put(day, counts[0] + " of " + counts[1]));
    TreeMap<LocalDate, String> found = new TreeMap<>();
    watch
        .byDay()
        .forEach((day, share) -> found.put(day, share.successes() + " of " + share.trials()));
    assertEquals(plain, found);
  }

  @Property(tries = 40)
  void countsAreThoseOfAPlainLoop(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 70) int days,
      @ForAll @IntRange(max = 2) int zone,
      @ForAll @IntRange(min = 5, max = 40) int hours) {
    Talks talks = Talks.of(seed, days);
    EngagementLog log = talks.log(talks.asOf()).followedFor(Duration.ofHours(hours));
    Watch watch = Watch.of(PROMISE, log, ZONES.get(zone));
    assertCounts(talks.naive(ZONES.get(zone), hours, talks.asOf()), watch);
  }

  @Property(tries = 15)
  void nightsInAnyOrderAreOneRunOverAll(
      @ForAll long seed, @ForAll @IntRange(min = 60, max = 110) int days) {
    Talks talks = Talks.of(seed, days);
    Random random = new Random(~seed);
    ZoneId zone = ZONES.get(random.nextInt(3));
    Watch atOnce = atNight(talks, talks.asOf(), zone);
    List<Long> nights = new ArrayList<>(List.of(talks.asOf()));
    for (int night = 0; night < 8; night++) {
      nights.add(FIRST_MINUTE + (long) random.nextInt(days * DAY));
    }
    Collections.shuffle(nights, random);
    Watch kept = Watch.of(PROMISE);
    for (long night : nights) {
      kept = Watch.fromBytes(kept.merge(atNight(talks, night, zone)).toBytes());
    }
    assertEquals(atOnce, kept);
    assertArrayEquals(atOnce.toBytes(), kept.toBytes());
    assertEquals(atOnce.toString(), kept.toString());
  }

  /** Of the rows that there are on a night, which know of nothing later. */
  private static Watch atNight(Talks talks, long asOf, ZoneId zone) {
    return Watch.of(PROMISE, talks.log(asOf).followedFor(Duration.ofHours(5)), zone);
  }
}
