package dev.repartee.structure;

import dev.repartee.internal.tally.Horizon;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The shape of conversations: how deep, wide and large they are, how many people take part, and how
 * far apart their messages are in the tree of replies ({@link ReplyTree}).
 *
 * <p>It covers whole conversations, whatever organization they concern; the anchor of each is its
 * first message. Automatic messages and those from bots are part of the tree, because people reply
 * to them, but they do not count as participants. A message without a parent is placed below the
 * opener, so a flat thread is a star; {@link StructureSummary#flatMessages} shows how much of the
 * structure is missing from the data.
 *
 * <pre>{@code
 * StructureSummary structure = log.measure(Structure.standard());
 * // structure ==> structure: mean distance 1.00, 1 conversation
 * structure.depth().atLeast(2);
 * structure.largest();
 * }</pre>
 *
 * <p>It takes time linear in the number of messages, however deep or wide the trees are; memory
 * grows with the largest conversation.
 *
 * <p>Guide: {@code core/docs/guide/metrics/structure.md}.
 */
public final class Structure implements Measure<StructureSummary> {
  private static final Duration WEEK = Duration.ofDays(7);

  private final Duration horizon;

  private Structure(Duration horizon) {
    this.horizon = horizon;
  }

  /**
   * {@return the default measure, in which conversations are mature seven days after their first
   * message}
   */
  public static Structure standard() {
    return new Structure(WEEK);
  }

  /**
   * {@return a copy with another age at which conversations are mature}
   *
   * @param newHorizon how long after its first message a conversation is assumed to grow, to the
   *     millisecond; with zero, all are mature at once
   * @throws IllegalArgumentException if the horizon is negative
   */
  public Structure withHorizon(Duration newHorizon) {
    return new Structure(Horizon.check(newHorizon));
  }

  @Override
  public Plan<?, StructureSummary> plan() {
    long horizonMillis = TimeUnit.MILLISECONDS.convert(horizon);
    return Plan.of(
            toString(),
            Unit.CONVERSATION,
            StructureGroups::new,
            (slice, split) -> StructureSweep.of(slice).run(split, horizonMillis))
        .withHorizon(horizon)
        .into(StructureSummary::new);
  }

  @Override
  public String toString() {
    return "structure" + (horizon.equals(WEEK) ? "" : ", horizon " + horizon);
  }
}
