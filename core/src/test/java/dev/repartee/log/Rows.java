package dev.repartee.log;

import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import java.util.List;

/** Asks a log by its public face. */
final class Rows {
  private Rows() {}

  /** Counts every message. */
  static Counts all() {
    return Counts.ofMessages("all", row -> true);
  }

  /** The names of those who wrote. */
  static List<String> persons(EngagementLog log) {
    return log.measure(all().by(Dimension.of("person", row -> row.person()))).keys().stream()
        .map(key -> key.get(0))
        .toList();
  }
}
