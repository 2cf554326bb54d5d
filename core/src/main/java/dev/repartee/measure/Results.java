package dev.repartee.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The summaries of several measures from one walk. */
public final class Results implements Summary<Results> {
  private final Evidence<Bundle> evidence;
  private final List<Bundle.Part<?, ?>> parts;
  private final Map<String, Summary<?>> summaries;

  private Results(
      Evidence<Bundle> evidence, List<Bundle.Part<?, ?>> parts, Map<String, Summary<?>> summaries) {
    this.evidence = evidence;
    this.parts = parts;
    this.summaries = summaries;
  }

  static Results of(Evidence<Bundle> evidence, List<Bundle.Part<?, ?>> parts) {
    Map<String, Summary<?>> summaries = new LinkedHashMap<>();
    for (Bundle.Part<?, ?> part : parts) {
      summaries.put(part.plan().text(), part.summary(evidence));
    }
    return new Results(evidence, parts, summaries);
  }

  /**
   * {@return the summary of one of the measures}
   *
   * @param measure a measure with the same options as one of those measured
   * @param <S> its summary
   * @throws IllegalArgumentException if no such measure was measured
   */
  @SuppressWarnings("unchecked") // equal texts mean equal measures
  public <S extends Summary<S>> S get(Measure<S> measure) {
    String text = Objects.requireNonNull(measure.plan(), "plan of the measure").text();
    @Nullable Summary<?> summary = summaries.get(text);
    if (summary == null) {
      throw new IllegalArgumentException(
          "measure (["
              + text
              + "]) must be one of those that walked: "
              + summaries.keySet()
              + "; add it to Measures.of(…)");
    }
    return (S) summary;
  }

  @Override
  public Origin origin() {
    return evidence.origin();
  }

  @Override
  public Results merge(Results other) {
    return other.origin().knowsMoreThan(origin())
        ? other.merge(this)
        : of(evidence.merge(other.evidence), parts);
  }

  @Override
  public byte[] toBytes() {
    return evidence.toBytes();
  }

  /** {@return the facts of all measures, one after the other} */
  @Override
  public Facts facts() {
    return Facts.concat(summaries.values().stream().map(Summary::facts).toList());
  }

  @Override
  public String table() {
    return summaries.values().stream().map(Summary::table).collect(Collectors.joining("\n\n"));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(origin().under(summaries.size() + " measures in one walk")).append('\n');
    summaries.values().forEach(s -> text.append(s.toString().split("\n", 2)[0]).append('\n'));
    return text.length() > 1000 ? text.substring(0, 999) + "…" : text.toString();
  }
}
