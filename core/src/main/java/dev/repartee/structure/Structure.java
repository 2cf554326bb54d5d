package dev.repartee.structure;

import dev.repartee.internal.tally.Horizon;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How conversations are built: how deep, wide and large they are, how many people take part, and
 * how far apart their messages are in the tree of replies ({@link ReplyTree}).
 *
 * <p>It is of whole conversations, whomever they concern, and each hangs on its first message.
 * Messages of machines are part of the tree, for people reply to them; they make no participant. A
 * message without a parent hangs below the opener, so a flat thread is a star: {@link
 * StructureSummary#flatMessages} tells how much of the structure was not in the data.
 *
 * <pre>{@code
 * StructureSummary structure = log.measure(Structure.standard());
 * // structure ==> structure: mean distance 1.00, 1 conversation
 * structure.depth().atLeast(2);
 * structure.largest();
 * }</pre>
 *
 * <p>The time is linear in the messages, however deep or wide they hang; the memory of the walk
 * grows with the largest conversation.
 */
public final class Structure implements Measure<StructureSummary> {
  private static final Duration WEEK = Duration.ofDays(7);

  private final Duration horizon;

  private Structure(Duration horizon) {
    this.horizon = horizon;
  }

  /**
   * {@return the usual measure, in which conversations are mature seven days after their first
   * message}
   */
  public static Structure standard() {
    return new Structure(WEEK);
  }

  /**
   * {@return the measure with another age at which conversations are mature; a copy}
   *
   * @param newHorizon how long after its first message a conversation is taken to grow, to the
   *     millisecond; zero makes all mature at once
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
