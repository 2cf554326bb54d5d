package dev.repartee.apath;

import com.google.common.collect.ImmutableMap;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Takes down facts that are there on a condition, else as missing: so that the same are named
 * whatever the data. Where the condition fails nothing is computed.
 */
record FactsIf(Facts.Builder facts, State state, String why) {
  /** How long people are given to come on, by the name that statistics have of it. */
  static final ImmutableMap<String, Duration> TIMES =
      ImmutableMap.of("30d", Duration.ofDays(30), "90d", Duration.ofDays(90));

  /** A stage or standing as it stands in names of statistics. */
  static String name(Enum<?> of) {
    return of.name().toLowerCase(Locale.ROOT);
  }

  /** Facts that are there unless a stage is not observed. */
  static FactsIf observed(Facts.Builder facts, Optional<Stage> lacking) {
    return lacking
        .map(stage -> "no act in the log can prove " + stage)
        .map(why -> new FactsIf(facts, State.NOT_OBSERVED, why))
        .orElseGet(() -> new FactsIf(facts, State.VALUE, ""));
  }

  FactsIf count(String statistic, LongSupplier count) {
    return put(statistic, Unit.COUNT, () -> facts.count(statistic, count.getAsLong()));
  }

  FactsIf share(String statistic, Supplier<Proportion> share) {
    return put(statistic, Unit.SHARE, () -> facts.share(statistic, share.get()));
  }

  FactsIf chance(String statistic, Supplier<Estimate> chance) {
    return put(statistic, Unit.SHARE, () -> facts.share(statistic, chance.get()));
  }

  FactsIf time(String statistic, Supplier<DurationEstimate> time) {
    return put(statistic, Unit.MILLISECONDS, () -> facts.time(statistic, time.get()));
  }

  FactsIf word(String statistic, Supplier<String> word) {
    return put(statistic, Unit.WORD, () -> facts.word(statistic, word.get()));
  }

  private FactsIf put(String statistic, Unit unit, Runnable put) {
    if (state == State.VALUE) {
      put.run();
    } else {
      facts.missing(statistic, unit, state, why);
    }
    return this;
  }
}
