package dev.repartee.dialogue;

import dev.repartee.internal.exchange.Shapes;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a dialogue counts, in replicate groups. In a walk over everything, strands of a known shape
 * are counted by shape; as soon as anything is asked, they are added to their groups.
 */
final class DialogueGroups implements Tally<DialogueGroups> {
  private final Groups<DialogueTally> groups;
  private final OrganizationNames organizations = new OrganizationNames();
  private @Nullable ShapeCounts byShape;

  /** In replicate groups, or for independent strands in one. */
  static DialogueGroups empty(boolean isIndependent) {
    return new DialogueGroups(
        isIndependent
            ? Groups.ofIndependent(DialogueTally::new)
            : new Groups<>(DialogueTally::new));
  }

  private DialogueGroups(Groups<DialogueTally> groups) {
    this.groups = groups;
  }

  /** Where strands are counted by the numbers that their shapes have in one worker. */
  ShapeCounts byShape(Shapes shapes, boolean hasBrands) {
    ShapeCounts counts = byShape;
    if (counts == null || !counts.isOf(shapes)) {
      settle();
      counts = new ShapeCounts(shapes, hasBrands, groups);
      byShape = counts;
    }
    return counts;
  }

  /** The tallies for what has no shape. */
  Groups<DialogueTally> unsettled() {
    return groups;
  }

  /** The tallies of everything. */
  Groups<DialogueTally> groups() {
    settle();
    return groups;
  }

  /** The organizations whose strands are counted here. */
  OrganizationNames organizations() {
    return organizations;
  }

  private void settle() {
    organizations.settle();
    if (byShape != null) {
      byShape.settle();
      byShape = null;
    }
  }

  @Override
  public void add(DialogueGroups other) {
    settle();
    groups.add(other.groups());
    organizations.add(other.organizations);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    groups().write(out);
    organizations.write(out);
  }

  static DialogueGroups read(boolean isIndependent, DataInput in) throws IOException {
    DialogueGroups result =
        new DialogueGroups(
            isIndependent
                ? Groups.readIndependent(DialogueTally::new, DialogueTally::read, in)
                : Groups.read(DialogueTally::new, DialogueTally::read, in));
    result.organizations.read(in);
    return result;
  }

  @Override
  public String toString() {
    return groups.toString();
  }
}
