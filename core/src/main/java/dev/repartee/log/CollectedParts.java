package dev.repartee.log;

import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stream is collected in: a builder for each part of a parallel stream. Putting two parts
 * together moves no row; all are moved once, at the end.
 */
final class CollectedParts {
  /** In the order of the stream; rows to come go to the last. */
  private final List<EngagementLog.Builder> parts = new ArrayList<>();

  CollectedParts(Directory directory) {
    parts.add(EngagementLog.builder(directory));
  }

  void add(Interaction interaction) {
    parts.get(parts.size() - 1).add(interaction);
  }

  /** Puts other parts behind these. */
  CollectedParts addAll(CollectedParts others) {
    if (isEmpty()) {
      return others;
    }
    if (!others.isEmpty()) {
      parts.addAll(others.parts);
    }
    return this;
  }

  private boolean isEmpty() {
    return parts.stream().allMatch(EngagementLog.Builder::isEmpty);
  }

  /** The log of all parts: where there are several, they are put together by all processors. */
  EngagementLog build() {
    EngagementLog.Builder first = parts.get(0);
    return parts.size() == 1
        ? first.build()
        : first.parallel().addParts(parts.subList(1, parts.size())).build();
  }
}
