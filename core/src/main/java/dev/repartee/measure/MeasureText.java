package dev.repartee.measure;

import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.time.EventTime;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A measure with all its options by words, as these are known from change to change: options such
 * as office hours may have eras, and before a change nobody has to know of it.
 *
 * @param beginning the text before any change
 * @param eras the text from each change on, in order of time
 */
record MeasureText(String beginning, List<Era> eras) {
  /** The text from a change on. */
  record Era(Instant from, String text) {}

  static MeasureText of(String text) {
    return new MeasureText(text, List.of());
  }

  /** Of a text, and what it was before each change. */
  static MeasureText of(SortedMap<Instant, String> before, String text) {
    if (before.isEmpty()) {
      return of(text);
    }
    List<Instant> changes = List.copyOf(before.keySet());
    List<String> texts = new ArrayList<>(before.values());
    texts.add(text);
    List<Era> eras = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      eras.add(new Era(changes.get(i), texts.get(i + 1)));
    }
    return new MeasureText(texts.get(0), List.copyOf(eras));
  }

  /** The text after all changes. */
  String text() {
    return eras.isEmpty() ? beginning : eras.get(eras.size() - 1).text;
  }

  private String at(Instant instant) {
    String found = beginning;
    for (Era era : eras) {
      found = era.from.isAfter(instant) ? found : era.text;
    }
    return found;
  }

  /** The text as it was known by an instant, or before it. */
  MeasureText until(long asOf, boolean isExclusive) {
    List<Era> known = KnownChanges.until(eras, Era::from, asOf, isExclusive);
    return known == eras ? this : new MeasureText(beginning, known);
  }

  /** Whether it holds changes of which the other does not know. */
  boolean isLongerThan(MeasureText other) {
    return eras.size() > other.eras.size();
  }

  /** What is made of several texts, from change to change of any. */
  static MeasureText join(List<MeasureText> texts, Function<List<String>, String> joining) {
    TreeSet<Instant> changes = new TreeSet<>();
    texts.forEach(text -> text.eras.forEach(era -> changes.add(era.from)));
    return new MeasureText(
        joining.apply(texts.stream().map(MeasureText::beginning).toList()),
        changes.stream()
            .map(
                change ->
                    new Era(change, joining.apply(texts.stream().map(t -> t.at(change)).toList())))
            .toList());
  }

  void writeEras(DataOutput out) throws IOException {
    out.writeInt(eras.size());
    for (Era era : eras) {
      out.writeLong(era.from.toEpochMilli());
      Texts.write(out, era.text);
    }
  }

  static MeasureText read(String beginning, boolean isDated, DataInput in) throws IOException {
    List<Era> eras = new ArrayList<>();
    long before = Long.MIN_VALUE;
    for (int left = isDated ? in.readInt() : 0; left > 0; left--) {
      long from = in.readLong();
      if (!EventTime.isValid(from) || from <= before) {
        throw new IOException("change of the measure at " + from + " is out of place");
      }
      eras.add(new Era(Instant.ofEpochMilli(from), Texts.read(in)));
      before = from;
    }
    return new MeasureText(beginning, List.copyOf(eras));
  }
}
