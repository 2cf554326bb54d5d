package dev.repartee.structure;

import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.tally.Foremost;
import dev.repartee.internal.time.EventTime;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** The conversation with the most messages, and the one with the largest mean distance. */
final class Peaks implements Tally.Declared<Peaks> {
  private static final TallyForm<Peaks> FORM =
      TallyForm.of(Peaks.class).part(t -> t.largest).part(t -> t.farthest);

  private final Foremost<Peak> largest = first();
  private final Foremost<Peak> farthest = first();

  private static Foremost<Peak> first() {
    return new Foremost<>(1, Peak.FIRST, Peak::write, Peak::read);
  }

  /** A conversation that has much of something. */
  private record Peak(
      long much, long since, String opener, int messages, int depth, long distance) {
    /** Of several the earliest; what else differs decides ties, so that no order of work shows. */
    static final Comparator<Peak> FIRST =
        Comparator.comparingLong(Peak::much)
            .reversed()
            .thenComparingLong(Peak::since)
            .thenComparing(Peak::opener)
            .thenComparingInt(Peak::messages)
            .thenComparingInt(Peak::depth)
            .thenComparingLong(Peak::distance);

    void write(DataOutput out) throws IOException {
      out.writeLong(much);
      out.writeLong(since);
      Texts.write(out, opener);
      out.writeInt(messages);
      out.writeInt(depth);
      out.writeLong(distance);
    }

    static Peak read(DataInput in) throws IOException {
      Peak peak =
          new Peak(
              in.readLong(),
              in.readLong(),
              Texts.read(in),
              in.readInt(),
              in.readInt(),
              in.readLong());
      if (!(EventTime.isValid(peak.since)
          && peak.depth >= 0
          && peak.depth < peak.messages
          && peak.distance >= 0)) {
        throw new IOException(peak + " is no conversation");
      }
      return peak;
    }

    StructureSummary.Conversation conversation() {
      return new StructureSummary.Conversation(
          opener,
          Instant.ofEpochMilli(since),
          messages,
          depth,
          messages < 2 ? Double.NaN : Math.scalb((double) distance, -TreeFacts.FRACTION_BITS));
    }
  }

  /** Keeps a conversation if it goes before the one that is known. */
  void offer(TreeFacts facts, Slice slice, int anchor) {
    offer(largest, facts.messages, facts, slice, anchor);
    if (facts.messages > 1) {
      offer(farthest, facts.distance, facts, slice, anchor);
    }
  }

  private static void offer(
      Foremost<Peak> to, long much, TreeFacts facts, Slice slice, int anchor) {
    Peak known = to.last();
    if (known != null && much < known.much) {
      return;
    }
    long at = slice.effectiveAt(anchor);
    if (known == null || much > known.much || at <= known.since) {
      String id = slice.id(anchor).orElse("");
      to.add(new Peak(much, at, id, facts.messages, facts.depth, facts.distance));
    }
  }

  Optional<StructureSummary.Conversation> largest() {
    return largest.list().stream().findFirst().map(Peak::conversation);
  }

  Optional<StructureSummary.Conversation> farthest() {
    return farthest.list().stream().findFirst().map(Peak::conversation);
  }

  @Override
  public TallyForm<Peaks> form() {
    return FORM;
  }
}
