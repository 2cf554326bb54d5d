package dev.repartee.breadth;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import java.util.Objects;

/**
 * On how many channels each organization engages, and how deeply.
 *
 * <pre>{@code
 * BreadthSummary breadth = log.measure(Breadth.standard());
 * breadth.quadrants().byMedian().get("Acme");
 * }</pre>
 *
 * <p>A strand counts for the organization it concerns and the channel of its first message. The
 * depth of a channel is the two-way dialogue ratio of its mature strands. A channel without mature
 * strands in which the audience spoke has no depth: it adds nothing to the depth, but counts as a
 * channel.
 *
 * <p>Guide: {@code core/docs/guide/metrics/breadth.md}.
 */
public final class Breadth implements Measure<BreadthSummary> {
  private static final Breadth STANDARD = new Breadth(Dialogue.standard());

  private final Dialogue dialogue;

  private Breadth(Dialogue dialogue) {
    this.dialogue = Objects.requireNonNull(dialogue, "dialogue");
  }

  /** {@return the default measure} */
  public static Breadth standard() {
    return STANDARD;
  }

  /**
   * {@return the measure with a custom dialogue, for example with another answering side or another
   * horizon}
   *
   * @param dialogue how dialogue is measured
   */
  public static Breadth of(Dialogue dialogue) {
    return new Breadth(dialogue);
  }

  @Override
  public Plan<?, BreadthSummary> plan() {
    return dialogue
        .by(Dimension.ORGANIZATION.and(Dimension.CHANNEL))
        .plan()
        .then(toString(), BreadthSummary::new);
  }

  @Override
  public String toString() {
    return "breadth and depth by " + dialogue;
  }
}
