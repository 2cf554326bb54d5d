package dev.repartee.dialogue;

import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.measure.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Counts over strands of one kind: what they are like, how balanced, how many turns they have. */
final class StrandCounts implements Tally<StrandCounts> {
  /** Turns are counted one by one up to here; longer strands are counted with these. */
  static final int MOST_TURNS = 64;

  /** The classes of balance: tenths. */
  static final int TENTHS = 10;

  static final int NAMED_OPENER = 5;
  static final int OPENER_RETURNED = 6;
  static final int OPENER_RETURNED_DIRECTLY = 7;
  static final int BOTH_SPOKE = 8;
  static final int AUDIENCE_MESSAGES = 9;
  static final int ORGANIZATION_MESSAGES = 10;
  static final int AT_REST = 11;
  static final int LAST_WORD_OF_AUDIENCE = 12;
  static final int CUT = 13;
  static final int FOLLOWED_UP = 14;
  private static final int BALANCE = 15;
  private static final int TURNS = BALANCE + TENTHS;
  private static final int END = 0xff;

  /** As long as the turns seen ask for, and empty while there is nothing. */
  private long[] counts = new long[0];

  /** Adds as many strands that are alike. */
  void add(StrandFact strand, boolean isAtRest, long times) {
    int turnsAt = TURNS + Math.min(strand.turns(), MOST_TURNS) - 1;
    if (turnsAt >= counts.length) {
      counts = Arrays.copyOf(counts, turnsAt + 1);
    }
    counts[strand.form()] += times;
    counts[turnsAt] += times;
    counts[BALANCE + strand.tenth()] += times;
    int audienceMessages = strand.audienceMessages();
    int organizationMessages = strand.organizationMessages();
    counts[AUDIENCE_MESSAGES] += times * audienceMessages;
    counts[ORGANIZATION_MESSAGES] += times * organizationMessages;
    counts[BOTH_SPOKE] += audienceMessages > 0 && organizationMessages > 0 ? times : 0;
    counts[FOLLOWED_UP] += strand.isFollowedUp() ? times : 0;
    if (isAtRest) {
      counts[AT_REST] += times;
      counts[LAST_WORD_OF_AUDIENCE] += strand.isLastWordOfAudience() ? times : 0;
    }
    if (strand.isOpenerNamed()) {
      counts[NAMED_OPENER] += times;
      counts[OPENER_RETURNED] += strand.isOpenerReturned() ? times : 0;
      counts[OPENER_RETURNED_DIRECTLY] += strand.isOpenerReturnedDirectly() ? times : 0;
    }
  }

  long count(int what) {
    return counts.length == 0 ? 0 : counts[what];
  }

  long count(Form form) {
    return count(form.place());
  }

  long strands() {
    long sum = 0;
    for (Form form : Form.values()) {
      sum += count(form);
    }
    return sum;
  }

  long balanced(int tenth) {
    return count(BALANCE + tenth);
  }

  long withTurns(int turns) {
    int at = TURNS + turns - 1;
    return at < counts.length ? counts[at] : 0;
  }

  @Override
  public void add(StrandCounts other) {
    if (other.counts.length > counts.length) {
      counts = Arrays.copyOf(counts, other.counts.length);
    }
    for (int i = 0; i < other.counts.length; i++) {
      counts[i] = Math.addExact(counts[i], other.counts[i]);
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        out.writeByte(i);
        out.writeLong(counts[i]);
      }
    }
    out.writeByte(END);
  }

  @Override
  public void read(Input in) throws IOException {
    for (int i = in.readUnsignedByte(); i != END; i = in.readUnsignedByte()) {
      if (i >= TURNS + MOST_TURNS) {
        throw new IOException("count " + i + " of a strand is unknown");
      }
      if (i >= counts.length) {
        counts = Arrays.copyOf(counts, Math.max(i + 1, TURNS));
      }
      counts[i] = in.readCount();
    }
    long strands = strands();
    long balanced = 0;
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      balanced += balanced(tenth);
    }
    long withTurns = 0;
    for (int turns = 1; turns <= MOST_TURNS; turns++) {
      withTurns += withTurns(turns);
    }
    if (!(balanced == strands
        && withTurns == strands
        && count(BOTH_SPOKE) <= strands
        && count(FOLLOWED_UP) <= strands
        && count(LAST_WORD_OF_AUDIENCE) <= count(AT_REST)
        && count(AT_REST) <= strands
        && count(OPENER_RETURNED_DIRECTLY) <= count(OPENER_RETURNED)
        && count(OPENER_RETURNED) <= count(NAMED_OPENER)
        && count(NAMED_OPENER) <= strands)) {
      throw new IOException("counts of " + strands + " strands contradict each other");
    }
  }
}
