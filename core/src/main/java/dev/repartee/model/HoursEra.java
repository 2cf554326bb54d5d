package dev.repartee.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hours that are in force from one change to the next: those that several timetables have in
 * common.
 *
 * @param from the first instant of it; {@link #BEGINNING} for the first era
 * @param timetables what is followed, in order of the texts, each once
 */
record HoursEra(long from, List<Timetable> timetables) {
  static final long BEGINNING = Long.MIN_VALUE;

  static HoursEra always(Timetable timetable) {
    return new HoursEra(BEGINNING, List.of(timetable));
  }

  private HoursEra beginningAt(long change) {
    return new HoursEra(change, timetables);
  }

  private HoursEra and(HoursEra other) {
    Map<String, Timetable> all =
        Stream.concat(timetables.stream(), other.timetables.stream())
            .collect(Collectors.toMap(Timetable::text, t -> t, (a, b) -> a));
    return new HoursEra(
        Math.max(from, other.from),
        all.values().stream().sorted(Comparator.comparing(Timetable::text)).toList());
  }

  String text() {
    return timetables.stream().map(Timetable::text).collect(Collectors.joining(" and "));
  }

  String weekText() {
    return timetables.stream().map(Timetable::weekText).collect(Collectors.joining(" and "));
  }

  private static HoursEra at(List<HoursEra> eras, long instant) {
    HoursEra found = eras.get(0);
    for (HoursEra era : eras) {
      found = era.from <= instant ? era : found;
    }
    return found;
  }

  /** The eras of some hours up to a change, and then those of others. */
  static List<HoursEra> changing(List<HoursEra> before, long change, List<HoursEra> after) {
    List<HoursEra> result = new ArrayList<>();
    before.stream().filter(era -> era.from < change).forEach(era -> add(result, era));
    add(result, at(after, change).beginningAt(change));
    after.stream().filter(era -> era.from > change).forEach(era -> add(result, era));
    return List.copyOf(result);
  }

  /** The eras that are known before a change. */
  static List<HoursEra> before(List<HoursEra> eras, long change) {
    return eras.stream().filter(era -> era.from < change || era.from == BEGINNING).toList();
  }

  /** What is open in both, from change to change of either. */
  static List<HoursEra> both(List<HoursEra> one, List<HoursEra> other) {
    List<HoursEra> result = new ArrayList<>();
    Stream.concat(one.stream(), other.stream())
        .mapToLong(HoursEra::from)
        .distinct()
        .sorted()
        .forEach(from -> add(result, at(one, from).and(at(other, from))));
    return List.copyOf(result);
  }

  /** Adds an era unless it changes nothing. */
  private static void add(List<HoursEra> eras, HoursEra next) {
    if (eras.isEmpty() || !eras.get(eras.size() - 1).text().equals(next.text())) {
      eras.add(next);
    }
  }

  /** Lists the openings from one instant to another, both within this era. */
  Openings openings(long start, long end) {
    return timetables.stream()
        .map(timetable -> timetable.openings(start, end))
        .reduce(Openings::and)
        .orElseGet(Openings::new);
  }
}
