package dev.repartee.structure;

import dev.repartee.internal.tally.GroupedCounts;
import dev.repartee.internal.tally.MaturityTally;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Conversations in replicate groups, and the foremost of them. In a walk over everything,
 * conversations of a known shape are counted by shape; as soon as anything is asked, they are added
 * to their groups.
 */
final class StructureGroups implements Tally.Declared<StructureGroups> {
  private static final TallyForm<StructureGroups> FORM =
      TallyForm.of(StructureGroups.class).part(StructureGroups::groups).part(t -> t.peaks);

  private final Groups<MaturityTally<StructureCounts>> groups =
      new Groups<>(Unit.CONVERSATION, StructureGroups::empty);

  /** The foremost conversations of an age. */
  final MaturityTally<Peaks> peaks = new MaturityTally<>(Peaks::new);

  private @Nullable TreeShapes shapes;
  private GroupedCounts byShape = new GroupedCounts();

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
    byShape.add(kind, slice.groups(row));
    peaks.of(isOpen).offer(facts, slice, row);
  }

  /** Adds a conversation without a shape. */
  void add(TreeFacts facts, int persons, boolean isOpen, Slice slice, int row) {
    groups.count(slice, row, tally -> tally.of(isOpen).add(facts, persons, 1));
    peaks.of(isOpen).offer(facts, slice, row);
  }

  Groups<MaturityTally<StructureCounts>> groups() {
    settle();
    return groups;
  }

  private void settle() {
    TreeShapes known = shapes;
    if (known != null) {
      byShape.forEach(
          (kind, grouping, group, count) ->
              groups
                  .at(grouping, grouping.with(group))
                  .of(kind % 2 == 1)
                  .add(known.factsOfKind(kind / 2), known.personsOfKind(kind / 2), count));
      byShape = new GroupedCounts();
      shapes = null;
    }
  }

  @Override
  public TallyForm<StructureGroups> form() {
    return FORM;
  }
}
