package dev.repartee.participation;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one replicate group counts: messages and replies to the audience by member, answers on owned
 * topics by owner, and those that the owner gave.
 */
record Voices(LongCounts messages, LongCounts replies, LongCounts onOwned, LongCounts byOwner)
    implements Tally<Voices> {
  Voices() {
    this(new LongCounts(), new LongCounts(), new LongCounts(), new LongCounts());
  }

  @Override
  public void add(Voices other) {
    messages.add(other.messages);
    replies.add(other.replies);
    onOwned.add(other.onOwned);
    byOwner.add(other.byOwner);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    messages.write(out);
    replies.write(out);
    onOwned.write(out);
    byOwner.write(out);
  }

  static Voices read(DataInput in) throws IOException {
    return new Voices(
        LongCounts.read(in), LongCounts.read(in), LongCounts.read(in), LongCounts.read(in));
  }
}
