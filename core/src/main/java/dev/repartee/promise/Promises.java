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
 * <p>The p values are adjusted for the number of promises ({@code Holm}), so that the probability
 * of any false verdict, broken or kept, stays below 0.05. Looking again and again finds by chance
 * what a single look would not; {@link #looks} adjusts for that.
 *
 * <p>Guide: {@code core/docs/guide/metrics/promises.md}.
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
   * {@return the measure that judges some promises}
   *
   * @param promises at least one, each once, with measures of one unit
   * @throws IllegalArgumentException if none is given, one is given twice, or some measures walk
   *     conversations and others persons
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
   * Returns the measure for promises that are judged repeatedly: every p value is multiplied by the
   * number of planned looks, so that the probability of a false verdict at any of them stays below
   * 0.05.
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
   * Returns the measure that also shows the cases that were not served: for each promise on answers
   * and dialogue, and for each with {@link Promise#brokenBy}, the cases that lasted longest and as
   * many chosen at random.
   *
   * <pre>{@code
   * Promise withinTheHour = Promise.atLeast(0.90).answeredWithin(Duration.ofHours(1));
   * log.measure(Promises.of(withinTheHour).showing(Opened.keeping(5)))
   *     .get(withinTheHour)
   *     .against();   // cases of target_missed and of target_overdue
   * }</pre>
   *
   * @param keeping how many cases are kept, and how they are named
   * @return a copy
   * @throws IllegalStateException if a promise uses {@link Promise#brokenBy} and its measure has no
   *     outcomes that can be opened
   */
  public Promises showing(Keeping keeping) {
    Objects.requireNonNull(keeping, "keeping");
    Promises result = new Promises(promises, looks, Optional.of(keeping));
    result.measures();
    return result;
  }

  /** Each measure once: promises on the same share in different scopes share it. */
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
