package dev.repartee.response;

import dev.repartee.model.OfficeHours;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long it is from one instant to another, on the wall clock or within office hours, and which
 * waits are told at all.
 */
record Timekeeper(@Nullable OfficeHours during, @Nullable OfficeHours outside) {

  /** All waits, as long as they last. */
  static final Timekeeper WALL = new Timekeeper(null, null);

  Timekeeper during(OfficeHours hours) {
    return new Timekeeper(hours, outside);
  }

  Timekeeper startedOutside(OfficeHours hours) {
    return new Timekeeper(during, hours);
  }

  /** When the hours become others. */
  List<Instant> changes() {
    return Stream.of(during, outside)
        .filter(Objects::nonNull)
        .flatMap(hours -> hours.changes().stream())
        .toList();
  }

  /** The same with hours as they are known before a change. */
  Timekeeper before(Instant change) {
    return new Timekeeper(
        during == null ? null : during.before(change),
        outside == null ? null : outside.before(change));
  }

  boolean isInOfficeHours() {
    return during != null;
  }

  /** Whether there are waits that do not count. */
  boolean isChoosy() {
    return outside != null;
  }

  /** Returns milliseconds; below zero where the wall clock ran backwards, whatever was open. */
  long elapsed(long start, long stop) {
    return during == null || stop < start ? stop - start : during.workingMillis(start, stop);
  }

  /** Returns the instant at which a time since another is up. */
  long due(long start, long millis) {
    return during == null ? start + millis : during.dueAt(start, millis);
  }

  /** Whether a wait that starts at an instant counts. */
  boolean takes(long start) {
    return outside == null || !outside.isOpen(start);
  }

  /** Whether time is working time. */
  boolean isDuring() {
    return during != null;
  }

  /** What a headline adds to the name of the clock. */
  String name() {
    return (outside == null ? "" : ", out of hours") + (during == null ? "" : ", office hours");
  }

  /** What the text of all options adds. */
  String text() {
    return (outside == null ? "" : ", started outside " + outside.text())
        + (during == null ? "" : ", in office hours " + during.text());
  }
}
