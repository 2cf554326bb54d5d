package dev.repartee.dialogue;

import dev.repartee.internal.exchange.Shapes;
import dev.repartee.internal.tally.NameSet;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What a dialogue counts, in replicate groups. In a walk over everything, strands of a known shape
 * are counted by shape; as soon as anything is asked, they are added to their groups.
 */
final class DialogueGroups implements Tally.Declared<DialogueGroups> {
  private static final TallyForm<DialogueGroups> FORM =
      TallyForm.of(DialogueGroups.class).part(DialogueGroups::groups).part(t -> t.organizations);

  /** The tallies for what has no shape. */
  final Groups<DialogueTally> groups;

  /** The organizations whose strands are counted here. */
  final NameSet organizations = new NameSet();

  private @Nullable ShapeCounts byShape;

  /** In replicate groups, or for independent strands in one. */
  DialogueGroups(boolean isIndependent) {
    groups =
        isIndependent
            ? Groups.ofIndependent(DialogueTally::new)
            : new Groups<>(Unit.CONVERSATION, DialogueTally::new);
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

  /** The tallies of everything. */
  Groups<DialogueTally> groups() {
    settle();
    return groups;
  }

  private void settle() {
    if (byShape != null) {
      byShape.settle();
      byShape = null;
    }
  }

  @Override
  public TallyForm<DialogueGroups> form() {
    return FORM;
  }
}
