package dev.repartee.structure;

import dev.repartee.internal.tally.GroupedCounts;
import dev.repartee.internal.tally.MaturityTally;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Conversations in replicate groups, and the foremost of them. In a walk over everything,
 * conversations of a known shape are counted by shape; as soon as anything is asked, they are added
 * to their groups.
 */
final class StructureGroups implements Tally<StructureGroups> {
  private final Groups<MaturityTally<StructureCounts>> groups;
  private final Foremost[] largest = {new Foremost(), new Foremost()};
  private final Foremost[] farthest = {new Foremost(), new Foremost()};
  private @Nullable TreeShapes shapes;
  private GroupedCounts byShape = new GroupedCounts();

  StructureGroups() {
    this(new Groups<>(StructureGroups::empty));
  }

  private StructureGroups(Groups<MaturityTally<StructureCounts>> groups) {
    this.groups = groups;
  }

  private static MaturityTally<StructureCounts> empty() {
    return new MaturityTally<>(StructureCounts::new);
  }

  /** Adds a conversation of a shape. */
  void add(
      TreeShapes of, int code, int persons, TreeFacts facts, boolean isOpen, Slice slice, int row) {
    if (shapes != of) {
      settle();
      shapes = of;
    }
    int kind = 2 * of.kind(code, persons) + (isOpen ? 1 : 0);
    byShape.add(kind, slice.personGroup(row), slice.conversationGroup(row));
    offer(facts, isOpen, slice, row);
  }

  /** Adds a conversation without a shape. */
  void add(TreeFacts facts, int persons, boolean isOpen, Slice slice, int row) {
    groups.byPerson(slice, row).of(isOpen).add(facts, persons, 1);
    groups.byConversation(slice, row).of(isOpen).add(facts, persons, 1);
    offer(facts, isOpen, slice, row);
  }

  private void offer(TreeFacts facts, boolean isOpen, Slice slice, int row) {
    int age = isOpen ? 1 : 0;
    largest[age].offer(facts.messages, facts, slice, row);
    if (facts.messages > 1) {
      farthest[age].offer(facts.distance, facts, slice, row);
    }
  }

  Foremost largest(boolean isOpen) {
    return largest[isOpen ? 1 : 0];
  }

  /** The one with the largest mean distance. */
  Foremost farthest(boolean isOpen) {
    return farthest[isOpen ? 1 : 0];
  }

  Groups<MaturityTally<StructureCounts>> groups() {
    settle();
    return groups;
  }

  private void settle() {
    TreeShapes known = shapes;
    if (known != null) {
      byShape.forEach(
          (kind, group, isByPerson, count) -> {
            MaturityTally<StructureCounts> tally =
                isByPerson ? groups.byPerson(group) : groups.byConversation(group);
            tally
                .of(kind % 2 == 1)
                .add(known.factsOfKind(kind / 2), known.personsOfKind(kind / 2), count);
          });
      byShape = new GroupedCounts();
      shapes = null;
    }
  }

  @Override
  public void add(StructureGroups other) {
    settle();
    groups.add(other.groups());
    for (int age = 0; age < largest.length; age++) {
      largest[age].add(other.largest[age]);
      farthest[age].add(other.farthest[age]);
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    groups().write(out);
    for (int age = 0; age < largest.length; age++) {
      largest[age].write(out);
      farthest[age].write(out);
    }
  }

  static StructureGroups read(DataInput in) throws IOException {
    StructureGroups result =
        new StructureGroups(
            Groups.read(
                StructureGroups::empty,
                cell -> MaturityTally.read(StructureCounts::read, cell),
                in));
    for (int age = 0; age < result.largest.length; age++) {
      result.largest[age].read(in);
      result.farthest[age].read(in);
    }
    return result;
  }

  @Override
  public String toString() {
    return groups.toString();
  }
}
