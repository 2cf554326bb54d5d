package dev.repartee.dialogue;

import dev.repartee.measure.Groups;
import dev.repartee.measure.Tally;
import dev.repartee.stats.Proportion;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How often each text occurs as an answer, by replicate group. The lowest bits of the hash give way
 * to the group: 123 bits of it remain, and two texts in a trillion have one hash with a chance of
 * some 1e-14.
 */
final class CannedTally implements Tally<CannedTally> {
  private static final long GROUP = Groups.COUNT - 1L;

  private final RepeatTable texts = new RepeatTable();
  private long unmarked;

  /** Adds an answer; whether it is the first with its text in its conversation. */
  void add(long hash, long rest, int group, boolean isFirst) {
    texts.add((hash & ~GROUP) | group, rest, 1, isFirst ? 1 : 0);
  }

  void countUnmarked() {
    unmarked++;
  }

  long unmarked() {
    return unmarked;
  }

  /** The texts, whatever their groups. */
  private RepeatTable whole() {
    RepeatTable whole = new RepeatTable();
    texts.forEach(
        (key, rest, answers, conversations) ->
            whole.add(key & ~GROUP, rest, answers, conversations));
    return whole;
  }

  long distinct() {
    return whole().size();
  }

  /** The answers whose text is in so many conversations or more. */
  Proportion repeated(int leastConversations) {
    RepeatTable whole = whole();
    long[] hits = new long[Groups.COUNT];
    long[] trials = new long[Groups.COUNT];
    texts.forEach(
        (key, rest, answers, conversations) -> {
          int group = (int) (key & GROUP);
          boolean isHit = whole.conversations(key & ~GROUP, rest) >= leastConversations;
          hits[group] += isHit ? answers : 0;
          trials[group] += answers;
        });
    // The messages of members are in the group of their conversation in either grouping.
    return Proportion.clustered(hits, trials, hits, trials);
  }

  @Override
  public void add(CannedTally other) {
    texts.addAll(other.texts);
    unmarked = Math.addExact(unmarked, other.unmarked);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(unmarked);
    out.writeInt(texts.size());
    texts.<IOException>forEachInOrder(
        (key, rest, answers, conversations) -> {
          out.writeLong(key);
          out.writeLong(rest);
          out.writeLong(answers);
          out.writeLong(conversations);
        });
  }

  static CannedTally read(DataInput in) throws IOException {
    CannedTally result = new CannedTally();
    result.unmarked = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      long key = in.readLong();
      long rest = in.readLong();
      long answers = in.readLong();
      long conversations = in.readLong();
      if (!(answers > 0 && conversations >= 0 && conversations <= answers)) {
        throw new IOException(answers + " answers in " + conversations + " conversations");
      }
      result.texts.add(key, rest, answers, conversations);
    }
    return result;
  }

  @Override
  public String toString() {
    return texts.toString();
  }
}
