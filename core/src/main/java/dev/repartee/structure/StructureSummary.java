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
 * How conversations are built. It tells of mature conversations; {@link #includingOpen} is a view
 * of the same summary that merges with views of the same kind and has the bytes of the whole.
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
   * A conversation by name.
   *
   * @param opener the id of its first message
   * @param since when that message took effect
   * @param messages how many it has
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

  /**
   * {@return the view that also counts the conversations that are taken to grow still; mature and
   * open conversations}
   */
  public StructureSummary includingOpen() {
    return new StructureSummary(evidence, true);
  }

  /** {@return how many conversations the view has, at least 0} */
  public long conversations() {
    return groups.sum(tally -> tally.seen(hasOpen).size.count());
  }

  /**
   * {@return how many conversations are younger than the horizon, at least 0, whether or not the
   * view includes them}
   */
  public long open() {
    return groups.sum(tally -> tally.of(true).size.count());
  }

  /**
   * {@return how many messages have no parent although they open no conversation, at least 0} They
   * are taken to hang below the opener, which makes conversations look flat.
   */
  public long flatMessages() {
    return groups.sum(tally -> tally.seen(hasOpen).flat);
  }

  /**
   * {@return the depths: how many links lead from the opener to the message that is farthest below;
   * from 0, the opener alone}
   */
  public CountDistribution depth() {
    return distribution(t -> t.depth);
  }

  /** {@return the widths: the largest number of messages at one depth; from 1} */
  public CountDistribution width() {
    return distribution(t -> t.width);
  }

  /**
   * {@return the sizes: how many messages there are; from 1; their sum is the number of messages}
   */
  public CountDistribution size() {
    return distribution(t -> t.size);
  }

  /**
   * {@return the h-indices: the largest h such that at least h messages lie at depth exactly h;
   * from 0}
   */
  public CountDistribution hIndex() {
    return distribution(t -> t.hIndex);
  }

  /**
   * {@return the participants: how many persons of either side wrote, bots and what is sent
   * automatically left out; from 0, machines alone} Each message without an author is of a person
   * of its own.
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
   * two messages and more; at least 1; undefined without such conversations} Each counts once,
   * however large; pooling the pairs instead would tell of the largest alone, because pairs grow
   * with the square.
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
   * {@return how many conversations are a single message, for which there is no distance; at least
   * 0}
   */
  public long single() {
    return conversations() - groups.sum(tally -> tally.seen(hasOpen).paired);
  }

  /**
   * {@return the conversation with the most messages; of several the earliest; empty without
   * conversations}
   */
  public Optional<Conversation> largest() {
    return peak(Peaks::largest);
  }

  /**
   * {@return the conversation with the largest mean distance; of several the earliest; empty
   * without conversations of two messages and more}
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
