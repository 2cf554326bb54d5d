package dev.repartee.promise;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Opened.Keeping;
import dev.repartee.measure.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Promises that are judged together, in one walk.
 *
 * <pre>{@code
 * Promises promises =
 *     Promises.of(
 *         Promise.atLeast(0.90).answeredWithin(Duration.ofHours(1)).on(Dimension.CHANNEL, "twitter"),
 *         Promise.atLeast(0.50).messagesToAudience());
 * PromiseSummary judged = log.measure(promises);
 * judged.results();   // the broken ones first
 * log.measure(promises.looks(12));
 * }</pre>
 *
 * <p>The p values are adjusted for the number of promises ({@code Holm}), so that the chance to
 * call any promise broken, or kept, that is not stays below 0.05. Who looks again and again finds
 * by chance what one look would not: {@link #looks}.
 */
public final class Promises implements Measure<PromiseSummary> {
  private final List<Promise> promises;
  private final int looks;
  private final Optional<Keeping> shown;

  private Promises(List<Promise> promises, int looks, Optional<Keeping> shown) {
    this.promises = promises;
    this.looks = looks;
    this.shown = shown;
  }

  /**
   * {@return the measure that judges promises}
   *
   * @param promises at least one, each once; their measures are of one unit
   * @throws IllegalArgumentException if there is none, one is named twice, or some measures walk
   *     conversations and some persons
   */
  public static Promises of(Promise... promises) {
    List<Promise> list = List.of(promises);
    checkArgument(!list.isEmpty(), "promises must not be empty; name at least one");
    List<String> texts = list.stream().map(Promise::canonicalText).toList();
    if (texts.stream().distinct().count() != texts.size()) {
      throw new IllegalArgumentException("promises must differ from each other: " + list);
    }
    Promises result = new Promises(list, 1, Optional.empty());
    result.measures();
    return result;
  }

  /**
   * Returns the measure for promises that are watched: every p value is multiplied by the number of
   * looks planned, so that the chance of a false verdict at any of them stays below 0.05.
   *
   * @param number how often the promises are judged, at least 1: 12 for every month of a year
   * @return a copy
   * @throws IllegalArgumentException if it is less than 1
   */
  public Promises looks(int number) {
    checkArgument(number >= 1, "looks (%s) must be at least 1", number);
    return new Promises(promises, number, shown);
  }

  /**
   * Returns the measure that also shows who was promised it and not served: of each promise on
   * answers and dialogue, and of those that say what speaks against them ({@link
   * Promise#brokenBy}), the cases that lasted longest and as many by lot.
   *
   * <pre>{@code
   * Promise withinTheHour = Promise.atLeast(0.90).answeredWithin(Duration.ofHours(1));
   * log.measure(Promises.of(withinTheHour).showing(Opened.keeping(5)))
   *     .get(withinTheHour)
   *     .against();   // cases of target_missed and of target_overdue
   * }</pre>
   *
   * @param keeping how many of each, and how they are named
   * @return a copy
   * @throws IllegalStateException if a promise says what speaks against it and its measure counts
   *     no outcomes that can be looked into
   */
  public Promises showing(Keeping keeping) {
    Objects.requireNonNull(keeping, "keeping");
    Promises result = new Promises(promises, looks, Optional.of(keeping));
    result.measures();
    return result;
  }

  /** Each part once: promises on the same share in different scopes are found together. */
  private Measures measures() {
    Map<String, Measure<?>> parts = new LinkedHashMap<>();
    for (Promise promise : promises) {
      Measure<?> part = promise.part(shown);
      parts.putIfAbsent(part.plan().text(), part);
    }
    return Measures.of(parts.values().toArray(new Measure<?>[0]));
  }

  @Override
  public Plan<?, PromiseSummary> plan() {
    return measures()
        .plan()
        .then(toString(), results -> new PromiseSummary(promises, looks, shown, results));
  }

  @Override
  public String toString() {
    return "promises: "
        + promises.stream().map(Promise::canonicalText).collect(Collectors.joining("; "))
        + (looks == 1 ? "" : ", " + looks + " looks")
        + shown.map(Keeping::toString).orElse("");
  }
}
