package dev.repartee.promise;

import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened.Keeping;
import dev.repartee.measure.Results;
import dev.repartee.measure.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a promise asks: a measure, a scope, and what to read off.
 *
 * @param name what the share is of
 * @param measure the measure
 * @param scope the dimension by which the scope is chosen, or null for all
 * @param keys the key in it
 * @param reading finds the share in the summary
 * @param against the outcomes of the measure that speak against the promise, to be looked into
 * @param <S> the summary
 */
record Question<S extends Summary<S>>(
    String name,
    Measure<S> measure,
    @Nullable Dimension scope,
    List<String> keys,
    Function<? super S, Finding> reading,
    List<String> against) {

  Question<S> on(Dimension dimension, String key) {
    List<String> all = new ArrayList<>(keys);
    all.add(key);
    Dimension both = scope == null ? dimension : scope.and(dimension);
    return new Question<>(name, measure, both, List.copyOf(all), reading, against);
  }

  Question<S> withAgainst(List<String> outcomes) {
    return new Question<>(name, measure, scope, keys, reading, outcomes);
  }

  /** The question that also finds the cases against the promise, where any are named. */
  Question<?> opened(Keeping keeping) {
    return against.isEmpty()
        ? this
        : new Question<>(
            name,
            measure.opened(keeping),
            scope,
            keys,
            opened ->
                reading
                    .apply(opened.summary())
                    .withAgainst(against.stream().map(outcome -> opened.cases(outcome)).toList()),
            against);
  }

  /** What has to be measured. */
  Measure<?> part() {
    return scope == null ? measure : measure.by(scope);
  }

  Finding find(Results results) {
    return scope == null
        ? reading.apply(results.get(measure))
        : results
            .get(measure.by(scope))
            .find(keys.toArray(new String[0]))
            .<Finding>map(reading)
            .orElseGet(() -> Finding.noData("no data"));
  }

  /** For people. */
  String text() {
    return name + (scope == null ? "" : ", " + scope.name() + " " + String.join(", ", keys));
  }

  @Override
  public String toString() {
    return text() + " of [" + measure + "]";
  }
}
