package dev.repartee.log;

import dev.repartee.measure.Dimension;
import dev.repartee.measure.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which part of a log is looked at, and how.
 *
 * @param asOf rows that take effect later are hidden; epoch milliseconds
 * @param asOfAssumed whether it is the time of the last row because nobody named one
 * @param start first time of an anchor, {@code Long.MIN_VALUE} without a beginning
 * @param end first time after the anchors, {@code Long.MAX_VALUE} without an end
 * @param choices the keys that anchors must have
 * @param followUp how long after its anchor a fact is watched
 * @param threads by how many threads
 * @param person the code of the one person around whom to look, or {@link #EVERYBODY}
 */
record View(
    long asOf,
    boolean asOfAssumed,
    long start,
    long end,
    List<Choice> choices,
    Optional<Duration> followUp,
    int threads,
    int person) {
  /** Everybody is seen. */
  static final int EVERYBODY = -1;

  /** Keys of a dimension of which an anchor must have one; a filter has a name and one key. */
  record Choice(Dimension dimension, List<String> keys, boolean isFilter) {
    static Choice only(Dimension dimension, List<String> keys) {
      return new Choice(dimension, keys, false);
    }

    static Choice filter(String name, Predicate<? super Row> predicate) {
      Objects.requireNonNull(predicate, "predicate");
      String taken = "yes";
      Dimension asked = Dimension.of(name, row -> predicate.test(row) ? taken : "");
      return new Choice(asked, List.of(taken), true);
    }
  }

  static View whole(long asOf, boolean assumed) {
    return new View(
        asOf, assumed, Long.MIN_VALUE, Long.MAX_VALUE, List.of(), Optional.empty(), 1, EVERYBODY);
  }

  View withAsOf(long instant) {
    return new View(instant, false, start, end, choices, followUp, threads, person);
  }

  /** The part of this view's window that lies in another. */
  View within(long from, long to) {
    return new View(
        asOf,
        asOfAssumed,
        Math.max(start, from),
        Math.min(end, to),
        choices,
        followUp,
        threads,
        person);
  }

  View withChoice(Choice choice) {
    List<Choice> all = new ArrayList<>(choices);
    all.add(choice);
    return new View(asOf, asOfAssumed, start, end, List.copyOf(all), followUp, threads, person);
  }

  View withFollowUp(Duration duration) {
    return new View(asOf, asOfAssumed, start, end, choices, Optional.of(duration), threads, person);
  }

  View withThreads(int count) {
    return new View(asOf, asOfAssumed, start, end, choices, followUp, count, person);
  }

  View withPerson(int code) {
    return new View(asOf, asOfAssumed, start, end, choices, followUp, threads, code);
  }

  List<String> filters() {
    return choices.stream().filter(Choice::isFilter).map(c -> c.dimension().name()).toList();
  }

  boolean isOfAnswerers() {
    return choices.stream().anyMatch(c -> c.dimension().isOfAnswer());
  }

  /** Whether every fact counts. */
  boolean takesAll() {
    return start == Long.MIN_VALUE && end == Long.MAX_VALUE && choices.isEmpty();
  }
}
