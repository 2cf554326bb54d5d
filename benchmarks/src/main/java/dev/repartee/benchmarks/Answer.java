package dev.repartee.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The numbers that answer a question, by name: counts, which have to agree, and times in
 * milliseconds, which have to agree within what a peer promises.
 *
 * @param counts the counts
 * @param millis the times
 * @param remark what a peer has to say beyond what was asked, such as its error bars; may be empty
 */
record Answer(Map<String, Long> counts, Map<String, Double> millis, String remark) {
  /** The answer of somebody who was not asked. */
  static final Answer NONE = new Builder().build();

  /** Copies the maps. */
  Answer {
    counts = Map.copyOf(counts);
    millis = Map.copyOf(millis);
  }

  /** An answer under construction. */
  static final class Builder {
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Double> millis = new TreeMap<>();
    private String remark = "";

    Builder count(String name, long count) {
      counts.put(name, count);
      return this;
    }

    Builder millis(String name, double time) {
      millis.put(name, time);
      return this;
    }

    Builder all(Answer other) {
      counts.putAll(other.counts);
      millis.putAll(other.millis);
      return this;
    }

    Builder remark(String text) {
      remark = text;
      return this;
    }

    Answer build() {
      return new Answer(counts, millis, remark);
    }
  }

  /**
   * Returns what the other answer says differently.
   *
   * @param other the other answer
   * @param tolerance by which part of itself a time may differ
   * @return the first difference found, or empty where both say the same
   */
  Optional<String> differenceFrom(Answer other, double tolerance) {
    if (!counts.equals(other.counts)) {
      return Optional.of(
          "counts " + new TreeMap<>(counts) + " against " + new TreeMap<>(other.counts));
    }
    if (!millis.keySet().equals(other.millis.keySet())) {
      return Optional.of("times of " + millis.keySet() + " against " + other.millis.keySet());
    }
    return new TreeMap<>(millis)
        .entrySet().stream()
            .filter(
                mine -> {
                  double theirs = other.time(mine.getKey());
                  return !(Math.abs(mine.getValue() - theirs) <= tolerance * theirs);
                })
            .map(
                mine ->
                    String.format(
                        Locale.ROOT,
                        "%s %.3f ms against %.3f ms",
                        mine.getKey(),
                        mine.getValue(),
                        other.time(mine.getKey())))
            .findFirst();
  }

  /** The numbers as lines of question, name and value, with tabs between them. */
  List<String> lines(Question question) {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(counts).forEach((name, count) -> lines.add(line(question, name, count)));
    new TreeMap<>(millis).forEach((name, time) -> lines.add(line(question, name, time)));
    return lines;
  }

  private static String line(Question question, String name, Number value) {
    return question + "\t" + name + "\t" + value;
  }

  private double time(String name) {
    Double time = millis.get(name);
    return time == null ? Double.NaN : time;
  }
}
