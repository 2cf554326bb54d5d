package dev.repartee.dialogue;

import dev.repartee.internal.exchange.Addressing;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Messages of organizations, by what they are. */
final class MessageCounts {
  static final int UNPROMPTED = 3;
  static final int ANSWERS = 4;

  /** Answers by an account with a human face. */
  static final int PERSONAL = 5;

  private static final int SIZE = 6;

  private final long[] counts = new long[SIZE];

  void count(int what, long messages) {
    counts[what] += messages;
  }

  void countAddressed(Addressing to, long messages) {
    counts[place(to)] += messages;
  }

  private static int place(Addressing to) {
    return switch (to) {
      case TO_AUDIENCE -> 0;
      case OPENING -> 1;
      case OWN_OR_UNKNOWN -> 2;
    };
  }

  long count(int what) {
    return counts[what];
  }

  long addressed(Addressing to) {
    return counts[place(to)];
  }

  long all() {
    return counts[0] + counts[1] + counts[2];
  }

  void add(MessageCounts other) {
    for (int i = 0; i < SIZE; i++) {
      counts[i] = Math.addExact(counts[i], other.counts[i]);
    }
  }

  void write(DataOutput out) throws IOException {
    for (long count : counts) {
      out.writeLong(count);
    }
  }

  static MessageCounts read(DataInput in) throws IOException {
    MessageCounts result = new MessageCounts();
    for (int i = 0; i < SIZE; i++) {
      result.counts[i] = in.readLong();
    }
    return result;
  }

  @Override
  public String toString() {
    return all() + " messages of organizations";
  }
}
