package dev.repartee.examples.answers;

import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Facts.Unit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Facts as gauges of Micrometer: {@code repartee.answered_so_far} with the ends of its interval as
 * {@code repartee.answered_so_far.low} and {@code .high}, tagged by measure and key. A number that
 * is not there is no gauge, rather than a 0.
 */
public final class FactGauges {
  private static final String PREFIX = "repartee.";

  private final MeterRegistry registry;
  private final Map<String, MultiGauge> gauges = new HashMap<>();

  /** Writes into a registry. */
  public FactGauges(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Shows these facts in place of those before. */
  public void show(Facts facts) {
    Map<String, List<Row<?>>> rows = new LinkedHashMap<>();
    gauges.keySet().forEach(name -> rows.put(name, new ArrayList<>()));
    for (Fact fact : facts) {
      if (fact.unit() != Unit.WORD) {
        String name = PREFIX + fact.statistic();
        add(rows, name, fact, fact.value());
        add(rows, name + ".low", fact, fact.low());
        add(rows, name + ".high", fact, fact.high());
      }
    }
    rows.forEach((name, found) -> gauge(name).register(found, true));
  }

  private static void add(
      Map<String, List<Row<?>>> rows, String name, Fact fact, OptionalDouble number) {
    number.ifPresent(
        value ->
            rows.computeIfAbsent(name, one -> new ArrayList<>()).add(Row.of(tags(fact), value)));
  }

  private static Tags tags(Fact fact) {
    List<Tag> tags = new ArrayList<>();
    tags.add(Tag.of("measure", fact.origin().measure()));
    tags.add(Tag.of("key", String.join(", ", fact.key().values())));
    return Tags.of(tags);
  }

  private MultiGauge gauge(String name) {
    return gauges.computeIfAbsent(name, one -> MultiGauge.builder(one).register(registry));
  }
}
