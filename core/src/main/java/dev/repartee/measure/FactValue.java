package dev.repartee.measure;

import dev.repartee.internal.math.Notes;
import dev.repartee.internal.text.ValueMap;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The value of a fact.
 *
 * @param unit what it counts
 * @param map what is there of it, by name
 * @param shown what people read
 */
record FactValue(Unit unit, Map<String, Object> map, Object shown) {

  static FactValue of(long count) {
    Map<String, Object> map = ValueMap.of(State.VALUE.name()).count("value", count).map();
    return new FactValue(Unit.COUNT, map, NumberText.count(count));
  }

  static FactValue of(Proportion share) {
    return new FactValue(Unit.SHARE, share.toMap(), share);
  }

  static FactValue of(Estimate estimate, Unit unit) {
    return new FactValue(unit, estimate.toMap(), estimate);
  }

  static FactValue of(double number, Unit unit) {
    State state =
        Double.isFinite(number)
            ? State.VALUE
            : Double.isNaN(number) ? State.NO_DATA : State.NOT_DEFINED;
    Map<String, Object> map = ValueMap.of(state.name()).number("value", number).map();
    return new FactValue(unit, map, NumberText.decimal(number));
  }

  static FactValue of(double number, Unit unit, String whyNot) {
    return Double.isNaN(number) ? missing(unit, State.NOT_DEFINED, whyNot) : of(number, unit);
  }

  static FactValue of(DurationEstimate time) {
    return new FactValue(Unit.MILLISECONDS, time.toMap(), time);
  }

  static FactValue of(Optional<Duration> time) {
    ValueMap map = ValueMap.of((time.isPresent() ? State.VALUE : State.NO_DATA).name());
    time.ifPresent(there -> put(map, there));
    return new FactValue(
        Unit.MILLISECONDS, map.map(), time.map(DurationText::of).orElse(Notes.NO_DATA));
  }

  /** Whole milliseconds stay whole. */
  private static void put(ValueMap map, Duration time) {
    if (time.toNanosPart() % 1_000_000 == 0) {
      map.count("value", time.toMillis());
    } else {
      map.number("value", time.toSeconds() * 1e3 + time.toNanosPart() / 1e6);
    }
  }

  static FactValue ofWord(String word) {
    if (word.isEmpty()) {
      return missing(Unit.WORD, State.NO_DATA, "");
    }
    Map<String, Object> map = ValueMap.of(State.VALUE.name()).text("value", word).map();
    return new FactValue(Unit.WORD, map, word);
  }

  static FactValue missing(Unit unit, State state, String note) {
    String words = state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String shown =
        state == State.NOT_OBSERVED ? words : "none (" + (note.isEmpty() ? words : note) + ")";
    return new FactValue(unit, ValueMap.of(state.name()).text("note", note).map(), shown);
  }

  State state() {
    return State.valueOf(text("state"));
  }

  OptionalDouble number(String name) {
    return map.get(name) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  OptionalLong count(String name) {
    return map.get(name) instanceof Long count ? OptionalLong.of(count) : OptionalLong.empty();
  }

  String text(String name) {
    return map.get(name) instanceof String text ? text : "";
  }

  /** As people read it. */
  String text() {
    String note = text("note");
    return shown + (note.equals(Notes.FEW_WEEKS) ? " (" + note + ")" : "");
  }

  /** Whether it rests on so few groups that it should carry no verdict. */
  boolean hasFewGroups() {
    return (shown instanceof Proportion share && share.hasFewGroups())
        || (shown instanceof Estimate estimate && estimate.hasFewGroups())
        || (shown instanceof DurationEstimate time && time.hasFewGroups());
  }
}
