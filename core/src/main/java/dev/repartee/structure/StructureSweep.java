package dev.repartee.structure;

import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import org.jspecify.annotations.Nullable;

/** Tallies the conversations of one slice after another of a worker. */
final class StructureSweep {
  private final Slice slice;
  private final TreeShapes shapes;
  private final Participants participants;
  private final TreeWalk walk = new TreeWalk();

  /** Where each message of the conversation at hand stands in its tree. */
  private int[] places = new int[64];

  private StructureSweep(Slice slice) {
    this.slice = slice;
    this.shapes = TreeShapes.of(slice);
    this.participants = new Participants(slice);
  }

  static StructureSweep of(Slice slice) {
    return slice.scratch(StructureSweep.class, () -> new StructureSweep(slice));
  }

  void run(Split<StructureGroups> split, long horizonMillis) {
    @Nullable StructureGroups whole = split.whole();
    for (int unit = 0; unit < slice.units(); unit++) {
      int from = slice.from(unit);
      if (from == slice.to(unit) || (whole == null && !split.takes(from, Slice.NONE))) {
        continue;
      }
      int to = seenEnd(from, slice.to(unit));
      boolean isOpen = slice.asOf() - slice.effectiveAt(from) < horizonMillis;
      int code = to == slice.to(unit) ? FastSlice.of(slice).shape(unit) : Slice.NONE;
      int persons = participants.count(from, to);
      TreeFacts facts = code == Slice.NONE ? find(from, to) : factsOf(code, from, to);
      if (code != Slice.NONE && whole != null && TreeShapes.hasKind(persons)) {
        whole.add(shapes, code, persons, facts, isOpen, slice, from);
      } else {
        split.at(from).add(facts, persons, isOpen, slice, from);
      }
    }
  }

  /** Effective times never fall within a conversation, so what is not seen is its tail. */
  private int seenEnd(int from, int to) {
    long seenUntil = slice.seenUntil(from);
    if (seenUntil == slice.asOf() || slice.effectiveAt(to - 1) <= seenUntil) {
      return to;
    }
    int end = from + 1;
    while (slice.effectiveAt(end) <= seenUntil) {
      end++;
    }
    return end;
  }

  private TreeFacts factsOf(int code, int from, int to) {
    TreeFacts known = shapes.facts(code);
    return known == null ? shapes.put(code, find(from, to)) : known;
  }

  /** Messages without a parent stand below the opener; asides are not in the tree. */
  private TreeFacts find(int from, int to) {
    int[] parents = walk.parents(to - from);
    if (places.length < to - from) {
      places = new int[Math.max(to - from, 2 * places.length)];
    }
    int flat = 0;
    int messages = 0;
    for (int row = from; row < to; row++) {
      if (!slice.isAside(row)) {
        int parent = slice.parent(row);
        flat += parent == Slice.NONE && messages > 0 ? 1 : 0;
        parents[messages] = parent == Slice.NONE ? 0 : places[parent - from];
        places[row - from] = messages++;
      }
    }
    return walk.walk(messages, flat);
  }
}
