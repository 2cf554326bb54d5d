package dev.repartee.structure;

import dev.repartee.measure.Slice;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conversation that has most of something: of several the earliest, and of several of one
 * instant the one whose id comes first, so that no order of work shows.
 */
final class Foremost {
  private long most = -1;
  private long since;
  private int messages;
  private int depth;
  private long distance;
  private @Nullable String opener;

  /** Keeps a conversation if it goes before the one that is known. */
  void offer(long much, TreeFacts facts, Slice slice, int anchor) {
    if (much < most) {
      return;
    }
    long at = slice.effectiveAt(anchor);
    if (much == most && at > since) {
      return;
    }
    String id = slice.id(anchor).orElse("");
    if (goesBefore(much, at, id)) {
      set(much, at, id);
      messages = facts.messages;
      depth = facts.depth;
      distance = facts.distance;
    }
  }

  private boolean goesBefore(long much, long at, String id) {
    if (opener == null || much != most) {
      return much > most;
    }
    return at != since ? at < since : id.compareTo(opener) < 0;
  }

  private void set(long much, long at, String id) {
    most = much;
    since = at;
    opener = id;
  }

  void add(Foremost other) {
    if (other.opener != null && goesBefore(other.most, other.since, other.opener)) {
      set(other.most, other.since, other.opener);
      messages = other.messages;
      depth = other.depth;
      distance = other.distance;
    }
  }

  Foremost or(Foremost other) {
    Foremost result = new Foremost();
    result.add(this);
    result.add(other);
    return result;
  }

  Optional<StructureSummary.Conversation> conversation() {
    return Optional.ofNullable(opener)
        .map(
            id ->
                new StructureSummary.Conversation(
                    id,
                    Instant.ofEpochMilli(since),
                    messages,
                    depth,
                    messages < 2
                        ? Double.NaN
                        : Math.scalb((double) distance, -TreeFacts.FRACTION_BITS)));
  }

  /** Char by char: ids may be longer than a modified UTF-8 text can be. */
  void write(DataOutput out) throws IOException {
    out.writeLong(most);
    if (opener != null) {
      out.writeLong(since);
      out.writeInt(messages);
      out.writeInt(depth);
      out.writeLong(distance);
      out.writeInt(opener.length());
      out.writeChars(opener);
    }
  }

  void read(DataInput in) throws IOException {
    most = in.readLong();
    if (most >= 0) {
      since = in.readLong();
      messages = in.readInt();
      depth = in.readInt();
      distance = in.readLong();
      StringBuilder id = new StringBuilder();
      for (int left = in.readInt(); left > 0; left--) {
        id.append(in.readChar());
      }
      opener = id.toString();
    } else if (most != -1) {
      throw new IOException("a conversation has " + most + " of something");
    }
  }

  @Override
  public String toString() {
    return String.valueOf(opener);
  }
}
