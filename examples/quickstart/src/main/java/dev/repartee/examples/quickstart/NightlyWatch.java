package dev.repartee.examples.quickstart;

import dev.repartee.change.Watch;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import dev.repartee.model.OfficeHours;
import dev.repartee.promise.Promise;
import dev.repartee.promise.Promises;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Proportion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A watch that is kept in a file, and what this run brought to it: the days of the log that are
 * settled now and were not there yet.
 *
 * @param file where it is kept
 * @param subject what it looks at
 * @param watch all days, those of this run among them
 * @param isNew whether there was no file before
 * @param isFed whether this run was taken in; it is not where the numbers are wrong
 * @param added the days that this run brought, in their order
 * @param late those of them that lie before the last day that was there already
 * @param changed days that were there already, and that the log tells otherwise now
 */
record NightlyWatch(
    Path file,
    WatchSubject subject,
    Watch watch,
    boolean isNew,
    boolean isFed,
    List<LocalDate> added,
    List<LocalDate> late,
    List<Changed> changed) {

  /** Promises that are not in time have a measure that looks a week ahead. */
  private static final Duration WEEK = Duration.ofDays(7);

  /**
   * A day whose counts are others now.
   *
   * @param day the day
   * @param kept what was added, and stays
   * @param now what the log tells now
   */
  record Changed(LocalDate day, Proportion kept, Proportion now) {}

  /**
   * Looks at the settled days of a log and keeps them.
   *
   * @param whole the log, not only a stretch of its time
   * @throws IOException if the file cannot be read or written
   * @throws IllegalArgumentException if the file keeps no watch, or one of something else
   */
  static NightlyWatch run(
      Path file, Loaded whole, ViewOptions view, MeasureOptions measures, CultureOptions culture)
      throws IOException {
    CultureLog seen = CultureLog.of(whole, measures, culture);
    seen.requireOrganization();
    ZoneId zone = measures.calendarZone();
    EngagementLog log = view.only(seen.open(), zone);
    PromiseOption option = culture.promises.get(0);
    Promise promise = promise(option, seen, whole, measures);
    WatchSubject subject = subject(promise, seen, view, zone);
    Watch settled = Watch.of(promise, log.followedFor(followed(option, log, zone, measures)), zone);

    Optional<WatchFile> kept = WatchFile.read(file);
    kept.ifPresent(before -> requireSame(file, before, subject, settled));
    Watch before = kept.map(WatchFile::watch).orElseGet(() -> Watch.of(promise));
    NightlyWatch tonight =
        new NightlyWatch(
            file, subject, before, kept.isEmpty(), false, List.of(), List.of(), List.of());
    return whole.isReliable() ? tonight.fed(settled) : tonight;
  }

  private static Promise promise(
      PromiseOption option, CultureLog seen, Loaded whole, MeasureOptions measures) {
    ResponseTime clock =
        option.within().isPresent() ? Findings.clock(whole, measures) : ResponseTime.eachTurn();
    return option.of(seen.all().directory(), seen.organization(), clock);
  }

  private static WatchSubject subject(
      Promise promise, CultureLog seen, ViewOptions view, ZoneId zone) {
    ZoneId plain = zone.normalized();
    return new WatchSubject(
        promise.toString(),
        Promises.of(promise).toString(),
        seen.organization(),
        view.only.stream().distinct().sorted().reduce((a, b) -> a + ", " + b).orElse(""),
        plain.equals(ZoneOffset.UTC) ? "UTC" : plain.getId());
  }

  /** How long everybody is watched: what is promised, and in office hours until that is over. */
  private static Duration followed(
      PromiseOption option, EngagementLog log, ZoneId zone, MeasureOptions measures) {
    if (option.within().isEmpty()) {
      return WEEK;
    }
    Duration promised = option.within().get();
    OfficeHours hours = measures.hours;
    return hours == null || !measures.isInWorkingTime()
        ? promised
        : days(log, zone)
            .map(
                day -> {
                  Instant start = day.atStartOfDay(zone).toInstant();
                  Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
                  return Duration.between(start, hours.dueAt(end, promised));
                })
            .reduce(promised, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  /** From the first on which anybody wrote to that of the as-of. */
  private static Stream<LocalDate> days(EngagementLog log, ZoneId zone) {
    List<List<String>> keys =
        log.measure(Counts.ofMessages("any", row -> true).by(Dimension.day(zone))).keys();
    LocalDate end = LocalDate.ofInstant(log.asOf(), zone);
    return keys.isEmpty()
        ? Stream.empty()
        : LocalDate.parse(keys.get(0).get(0)).datesUntil(end.plusDays(1));
  }

  private static void requireSame(Path file, WatchFile kept, WatchSubject subject, Watch settled) {
    Optional<String> difference = subject.differenceFrom(kept.subject());
    if (difference.isEmpty() && !isSameTarget(kept.watch(), settled)) {
      difference =
          Optional.of(
              "bound and alpha of its days are not those of its promise; it was changed by hand");
    }
    difference.ifPresent(
        what -> {
          throw new IllegalArgumentException(
              "--watch ("
                  + file
                  + ") watches something else: "
                  + what
                  + ", or name another file, in which a watch of this begins");
        });
  }

  private static boolean isSameTarget(Watch kept, Watch settled) {
    return kept.isAtLeast() == settled.isAtLeast()
        && kept.bound() == settled.bound()
        && kept.alpha() == settled.alpha();
  }

  private NightlyWatch fed(Watch settled) throws IOException {
    SortedMap<LocalDate, Proportion> known = watch.byDay();
    Watch all = watch;
    List<LocalDate> more = new ArrayList<>();
    List<LocalDate> behind = new ArrayList<>();
    List<Changed> others = new ArrayList<>();
    for (Map.Entry<LocalDate, Proportion> one : settled.byDay().entrySet()) {
      LocalDate day = one.getKey();
      Proportion now = one.getValue();
      Proportion before = known.get(day);
      if (before == null) {
        all = all.day(day, now.successes(), now.trials());
        more.add(day);
        if (!known.isEmpty() && day.isBefore(known.lastKey())) {
          behind.add(day);
        }
      } else if (before.successes() != now.successes() || before.trials() != now.trials()) {
        others.add(new Changed(day, before, now));
      }
    }
    if (isNew || !more.isEmpty()) {
      new WatchFile(subject, all).write(file);
    }
    return new NightlyWatch(file, subject, all, isNew, true, more, behind, others);
  }

  /** For programs. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.putAll(subject.texts());
    map.put("file", file.toString());
    map.put("state", watch.state().name());
    map.put("alarmSince", watch.alarmSince().map(LocalDate::toString).orElse(null));
    map.put("daysNeeded", watch.daysNeeded());
    map.put("days", watch.days());
    map.put("lastDay", watch.days() == 0 ? null : watch.byDay().lastKey().toString());
    map.put("met", watch.met());
    map.put("all", watch.all());
    map.put("evidence", watch.evidence());
    map.put("alpha", watch.alpha());
    map.put("new", isNew);
    map.put("fed", isFed);
    map.put("added", added.stream().map(LocalDate::toString).toList());
    map.put("late", late.stream().map(LocalDate::toString).toList());
    map.put("changed", changed.stream().map(NightlyWatch::map).toList());
    return map;
  }

  private static Map<String, Object> map(Changed one) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("day", one.day().toString());
    map.put("met", one.kept().successes());
    map.put("all", one.kept().trials());
    map.put("metNow", one.now().successes());
    map.put("allNow", one.now().trials());
    return map;
  }
}
