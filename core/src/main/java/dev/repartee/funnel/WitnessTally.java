package dev.repartee.funnel;

import dev.repartee.funnel.FunnelWitnesses.StopReason;
import dev.repartee.funnel.FunnelWitnesses.Story.Witness;
import dev.repartee.internal.bytes.Texts;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The stories of a few people, by name. */
final class WitnessTally implements Tally<WitnessTally> {
  private final TreeMap<String, FunnelWitnesses.Story> stories = new TreeMap<>();

  void add(FunnelWitnesses.Story story) {
    // One person is in one part of the work only; should names collide, no order of work shows.
    stories.merge(
        story.person(), story, (a, b) -> a.toString().compareTo(b.toString()) <= 0 ? a : b);
  }

  /** The story of a person, who never began where none is known. */
  FunnelWitnesses.Story story(String person) {
    FunnelWitnesses.Story known = stories.get(person);
    return known == null
        ? new FunnelWitnesses.Story(person, List.of(), StopReason.NEVER_BEGAN, Optional.empty())
        : known;
  }

  @Override
  public void add(WitnessTally other) {
    other.stories.values().forEach(this::add);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(stories.size());
    for (FunnelWitnesses.Story story : stories.values()) {
      Texts.write(out, story.person());
      out.writeByte(List.of(StopReason.values()).indexOf(story.stop()));
      out.writeByte(story.witnesses().size());
      for (Witness witness : story.witnesses()) {
        write(out, witness);
      }
      out.writeBoolean(story.stoppedBy().isPresent());
      if (story.stoppedBy().isPresent()) {
        write(out, story.stoppedBy().get());
      }
    }
  }

  private static void write(DataOutput out, Witness witness) throws IOException {
    Texts.write(out, witness.step());
    Texts.write(out, witness.id());
    out.writeLong(witness.at().toEpochMilli());
  }

  @Override
  public void read(Input in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      String person = Texts.read(in);
      int stop = in.readUnsignedByte();
      if (stop >= StopReason.values().length) {
        throw new IOException("no reason has number " + stop);
      }
      List<Witness> witnesses = new ArrayList<>();
      for (int more = in.readUnsignedByte(); more > 0; more--) {
        witnesses.add(witness(in));
      }
      Optional<Witness> stoppedBy = in.readBoolean() ? Optional.of(witness(in)) : Optional.empty();
      add(new FunnelWitnesses.Story(person, witnesses, StopReason.values()[stop], stoppedBy));
    }
  }

  private static Witness witness(DataInput in) throws IOException {
    return new Witness(Texts.read(in), Texts.read(in), Instant.ofEpochMilli(in.readLong()));
  }
}
