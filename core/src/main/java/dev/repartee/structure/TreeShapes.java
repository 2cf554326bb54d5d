package dev.repartee.structure;

import dev.repartee.measure.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the trees of short conversations are like, found once for each shape, and numbers for what
 * shapes and participants occur together. They belong to a worker.
 */
final class TreeShapes {
  /** Conversations that have a shape are duets of few messages: a byte has room for persons. */
  private static final int MOST_PERSONS = 16;

  private final List<@Nullable TreeFacts> byCode = new ArrayList<>();

  /** The kinds by code and participants, plus 1; 0 means none. */
  private int[] kinds = new int[64 * MOST_PERSONS];

  private final List<TreeFacts> facts = new ArrayList<>();
  private final List<Integer> persons = new ArrayList<>();

  static TreeShapes of(Slice slice) {
    return slice.scratch(TreeShapes.class, TreeShapes::new);
  }

  /** The facts of a shape, or null for one that was not met yet. */
  @Nullable TreeFacts facts(int code) {
    return code < byCode.size() ? byCode.get(code) : null;
  }

  /** Keeps the facts of a shape that was not met yet. */
  TreeFacts put(int code, TreeFacts found) {
    TreeFacts copy = found.copy();
    while (byCode.size() <= code) {
      byCode.add(null);
    }
    byCode.set(code, copy);
    return copy;
  }

  /** Whether kinds exist for this number of participants. */
  static boolean hasKind(int participants) {
    return participants < MOST_PERSONS;
  }

  /** The number of what a shape and participants make together. */
  int kind(int code, int participants) {
    int at = code * MOST_PERSONS + participants;
    if (at >= kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * at + MOST_PERSONS);
    }
    if (kinds[at] == 0) {
      TreeFacts known = facts(code);
      if (known == null) {
        throw new IllegalStateException("the shape was not met yet");
      }
      facts.add(known);
      persons.add(participants);
      kinds[at] = facts.size();
    }
    return kinds[at] - 1;
  }

  TreeFacts factsOfKind(int kind) {
    return facts.get(kind);
  }

  int personsOfKind(int kind) {
    return persons.get(kind);
  }
}
