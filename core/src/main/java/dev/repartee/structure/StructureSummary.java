package dev.repartee.structure;

import dev.repartee.internal.tally.CountTally;
import dev.repartee.internal.tally.MaturityTally;
import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Summary;
import dev.repartee.stats.CountDistribution;
import dev.repartee.stats.Estimate;
import dev.repartee.text.NumberText;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The shape of conversations. It describes mature conversations. {@link #includingOpen} is a view
 * of the same summary, which merges with views of the same kind and has the bytes of the whole.
 */
public final class StructureSummary extends Summary.Backed<StructureSummary> {
  private final Evidence<StructureGroups> evidence;
  private final Groups<MaturityTally<StructureCounts>> groups;
  private final boolean hasOpen;

  StructureSummary(Evidence<StructureGroups> evidence) {
    this(evidence, false);
  }

  private StructureSummary(Evidence<StructureGroups> evidence, boolean hasOpen) {
    super(evidence, merged -> new StructureSummary(merged, hasOpen));
    this.evidence = evidence;
    this.groups = evidence.tally().groups();
    this.hasOpen = hasOpen;
  }

  /**
   * A single conversation.
   *
   * @param opener the id of its first message
   * @param since when that message took effect
   * @param messages the number of its messages
   * @param depth the largest depth of a message
   * @param meanDistance the mean distance of two messages, in links; NaN for a single one
   */
  public record Conversation(
      String opener, Instant since, long messages, long depth, double meanDistance) {
    @Override
    public String toString() {
      return opener
          + ", "
          + Brief.count(messages, "message")
          + ", depth "
          + NumberText.count(depth)
          + ", mean distance "
          + NumberText.decimal(meanDistance);
    }
  }

  /** {@return the view of all conversations, including open ones, which may still grow} */
  public StructureSummary includingOpen() {
    return new StructureSummary(evidence, true);
  }

  /** {@return the number of conversations in the view, at least 0} */
  public long conversations() {
    return groups.sum(tally -> tally.seen(hasOpen).size.count());
  }

  /**
   * {@return the number of conversations younger than the horizon, at least 0, whether or not the
   * view includes them}
   */
  public long open() {
    return groups.sum(tally -> tally.of(true).size.count());
  }

  /**
   * {@return the number of messages without a parent that do not open a conversation, at least 0}
   * They are placed below the opener, which makes conversations look flat.
   */
  public long flatMessages() {
    return groups.sum(tally -> tally.seen(hasOpen).flat);
  }

  /**
   * {@return the depths: the number of links from the opener to the deepest message, from 0 for the
   * opener alone}
   */
  public CountDistribution depth() {
    return distribution(t -> t.depth);
  }

  /** {@return the widths: the largest number of messages at one depth, from 1} */
  public CountDistribution width() {
    return distribution(t -> t.width);
  }

  /**
   * {@return the sizes: the number of messages, from 1; their sum is the number of all messages}
   */
  public CountDistribution size() {
    return distribution(t -> t.size);
  }

  /**
   * {@return the h-indices: the largest h such that at least h messages lie at depth exactly h,
   * from 0}
   */
  public CountDistribution hIndex() {
    return distribution(t -> t.hIndex);
  }

  /**
   * {@return the participants: the number of persons of either side who wrote, without bots and
   * automatic messages, from 0} Each message without an author counts as a person of its own.
   */
  public CountDistribution participants() {
    return distribution(t -> t.participants);
  }

  private CountDistribution distribution(Function<StructureCounts, CountTally> what) {
    return CountTally.distribution(groups, tally -> what.apply(tally.seen(hasOpen)));
  }

  /**
   * {@return the mean reply distance, or structural virality: the mean distance of two messages of
   * a conversation in links ({@link ReplyTree#meanDistance}), averaged over the conversations of
   * two or more messages; at least 1; undefined without such conversations} Each conversation
   * counts once, however large. Pooling the pairs instead would describe only the largest, because
   * the number of pairs grows with the square.
   *
   * <p>Each distance is kept as a whole number of units of 2^-32, rounded down, so that sums are
   * exact in any order; the mean is too small by less than a unit.
   */
  public Estimate meanDistance() {
    return groups.estimate(
        tally -> {
          StructureCounts counts = tally.seen(hasOpen);
          return counts.paired == 0
              ? Double.NaN
              : Math.scalb(counts.distance.toDouble(), -TreeFacts.FRACTION_BITS) / counts.paired;
        });
  }

  /**
   * {@return the number of conversations of a single message, which have no distance; at least 0}
   */
  public long single() {
    return conversations() - groups.sum(tally -> tally.seen(hasOpen).paired);
  }

  /**
   * {@return the conversation with the most messages, the earliest of several; empty without
   * conversations}
   */
  public Optional<Conversation> largest() {
    return peak(Peaks::largest);
  }

  /**
   * {@return the conversation with the largest mean distance, the earliest of several; empty
   * without conversations of two or more messages}
   */
  public Optional<Conversation> mostViral() {
    return peak(Peaks::farthest);
  }

  private Optional<Conversation> peak(Function<Peaks, Optional<Conversation>> which) {
    return which.apply(evidence.tally().peaks.seen(hasOpen));
  }

  @Override
  public StructureSummary merge(StructureSummary other) {
    if (hasOpen != other.hasOpen) {
      throw new IllegalArgumentException(
          "cannot merge, view differs: one includes open conversations, the other does not; merge"
              + " first, then take the view");
    }
    return super.merge(other);
  }

  @Override
  public Facts facts() {
    return StructureFacts.of(this, hasOpen ? "conversations" : "mature conversations");
  }

  @Override
  public String toString() {
    return StructureText.text(this);
  }
}
