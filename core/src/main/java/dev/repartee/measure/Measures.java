package dev.repartee.measure;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several measures in one walk.
 *
 * <pre>{@code
 * ResponseTime response = ResponseTime.eachTurn();
 * Dialogue dialogue = Dialogue.standard();
 * Results results = log.measure(Measures.of(response, dialogue));
 * results.get(response).median();
 * }</pre>
 */
public final class Measures implements Measure<Results> {
  private final List<Measure<?>> measures;

  private Measures(List<Measure<?>> measures) {
    this.measures = measures;
  }

  /**
   * {@return the measure that answers all of them}
   *
   * @param measures measures of one unit, no two with the same text
   * @throws IllegalArgumentException if none is given, two are the same, or some walk conversations
   *     and others persons
   */
  public static Measures of(Measure<?>... measures) {
    Measures result = new Measures(List.of(measures));
    result.check();
    return result;
  }

  private void check() {
    checkArgument(!measures.isEmpty(), "measures must not be empty; name at least one");
    List<? extends Plan<?, ?>> plans = measures.stream().map(m -> m.plan()).toList();
    Plan<?, ?> first = plans.get(0);
    for (Plan<?, ?> plan : plans) {
      checkArgument(
          plan.unit() == first.unit(),
          "measures must have one unit: [%s] walks %ss, [%s] %ss; call log.measure(…) once for each"
              + " unit",
          first.text(),
          first.unit(),
          plan.text(),
          plan.unit());
    }
    long distinct = plans.stream().map(Plan::text).distinct().count();
    if (distinct != plans.size()) {
      throw new IllegalArgumentException(
          "measures must differ from each other: "
              + plans.stream().map(Plan::text).toList()
              + "; name each once");
    }
  }

  @Override
  public Plan<?, Results> plan() {
    List<Bundle.Part<?, ?>> parts = new ArrayList<>();
    for (Measure<?> measure : measures) {
      parts.add(part(parts.size(), measure.plan()));
    }
    Duration horizon =
        parts.stream().map(p -> p.plan().horizon()).max(Duration::compareTo).orElse(Duration.ZERO);
    Plan.Draft<Bundle> draft =
        Plan.of(
                MeasureText.join(
                    parts.stream().map(p -> p.plan().measureText()).toList(),
                    texts ->
                        texts.stream()
                            .map(text -> "[" + text + "]")
                            .collect(Collectors.joining(" with "))),
                parts.get(0).plan().unit(),
                () -> new Bundle(parts),
                (slice, split) -> parts.forEach(p -> p.sweep(slice, split)))
            .withHorizon(horizon);
    draft = parts.stream().allMatch(p -> p.plan().knowsAnswers()) ? draft.knowingAnswers() : draft;
    for (Bundle.Part<?, ?> part : parts) {
      draft = draft.seeing(part.plan().seen());
      draft = part.plan().hangsOnActs() ? draft.hangingOnActs() : draft;
      draft = draft.withDirectories(part.plan().directories());
    }
    return draft.into(evidence -> Results.of(evidence, parts));
  }

  private static <T extends Tally<T>, S extends Summary<S>> Bundle.Part<T, S> part(
      int index, Plan<T, S> plan) {
    return new Bundle.Part<>(index, plan);
  }

  @Override
  public String toString() {
    return measures.size() + " measures in one walk";
  }
}
