package dev.repartee.internal.exchange;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.measure.Slice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** For each message of the audience the first answer that replies to it, within its strand. */
final class FirstReplies {
  private final Slice slice;
  private final Qualifier qualifier;
  private final boolean anybodyAnswers;

  /** Conversations with a shape are left out. */
  private final @Nullable Shapes shapes;

  private int base;
  private int[] replies = new int[0];

  FirstReplies(Slice slice, Qualifier qualifier, AnswerRule rule, @Nullable Shapes shapes) {
    this.slice = slice;
    this.qualifier = qualifier;
    this.anybodyAnswers = rule.isByAnybodyElse();
    this.shapes = shapes;
  }

  /** Finds the replies of the slice as it stands. */
  void fill() {
    int units = slice.units();
    base = units == 0 ? 0 : slice.from(0);
    int rows = units == 0 ? 0 : slice.to(units - 1) - base;
    replies = replies.length < rows ? new int[rows] : replies;
    Arrays.fill(replies, 0, rows, Slice.NONE);
    for (int unit = 0; unit < units; unit++) {
      if (shapes == null || shapes.shape(unit) == Slice.NONE) {
        fill(slice.from(unit), slice.to(unit));
      }
    }
  }

  private void fill(int from, int to) {
    for (int row = from; row < to; row++) {
      int parent = slice.parent(row);
      if (parent != Slice.NONE && replies[parent - base] == Slice.NONE && answers(row, parent)) {
        replies[parent - base] = row;
      }
    }
  }

  /** Whether a message answers its parent, which is a message of the audience. */
  boolean answers(int row, int parent) {
    return (slice.isMember(row) || anybodyAnswers)
        && !slice.isMember(parent)
        && slice.person(row) != slice.person(parent)
        && slice.organization(row) == slice.organization(parent)
        && !qualifier.isTransparent(row)
        && qualifier.hasLabel(row);
  }

  int reply(int row) {
    return replies[row - base];
  }
}
