package dev.repartee.internal.exchange;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.measure.Slice;
import dev.repartee.model.Sentiment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the messages of a turn are labeled, from the one that begins the wait to the last: the most
 * negative label, and where a turn turns negative. Messages without a label say nothing.
 *
 * <p>Linear in the messages, however the turns of many people are entangled.
 */
public final class TurnSentiments {
  private record Key(AnswerRule rule) {}

  /** A turn over no more rows is read row by row: faster than keeping a map, and still linear. */
  private static final int NEAR = 8;

  private final Slice slice;
  private final Map<Long, Integer> current = new HashMap<>();
  private long serial;
  private boolean isFilled;

  /** Those seen while the exchange is followed. */
  private int[] firstNegative = new int[0];

  private @Nullable Sentiment[] mostNegative = new Sentiment[0];

  private TurnSentiments(Slice slice) {
    this.slice = slice;
  }

  /**
   * Returns the sentiments of the exchanges of a slice. They belong to the worker of the slice and
   * hold until it moves on.
   */
  public static TurnSentiments of(Slice slice, AnswerRule rule) {
    TurnSentiments result = slice.scratch(new Key(rule), () -> new TurnSentiments(slice));
    if (!result.isFilled || result.serial != slice.serial()) {
      result.fill(Strands.of(slice, rule));
      result.serial = slice.serial();
      result.isFilled = true;
    }
    return result;
  }

  private void fill(Strands strands) {
    int exchanges = strands.exchanges();
    if (firstNegative.length < exchanges) {
      firstNegative = new int[Math.max(exchanges, 2 * firstNegative.length)];
      mostNegative = new Sentiment[firstNegative.length];
    }
    Arrays.fill(firstNegative, 0, exchanges, Slice.NONE);
    Arrays.fill(mostNegative, 0, exchanges, null);
    int unit = 0;
    int begin = 0;
    while (begin < exchanges) {
      while (slice.to(unit) <= strands.anchor(begin)) {
        unit++;
      }
      int end = begin;
      boolean isFar = false;
      while (end < exchanges && strands.anchor(end) < slice.to(unit)) {
        int anchor = strands.anchor(end);
        int last = strands.lastOfTurn(end);
        see(end, anchor, anchor);
        if (last - anchor > NEAR) {
          isFar = true;
        } else if (last > anchor) {
          followTurn(end, anchor, last);
        }
        end++;
      }
      if (isFar) {
        followFarTurns(strands, unit, begin, end);
      }
      begin = end;
    }
  }

  private void followTurn(int turn, int anchor, int last) {
    int person = slice.person(anchor);
    int organization = slice.organization(anchor);
    for (int row = anchor + 1; row <= last; row++) {
      if (slice.person(row) == person
          && slice.organization(row) == organization
          && !slice.isAutomatic(row)) {
        see(turn, anchor, row);
      }
    }
  }

  /** Goes through a conversation once; each message counts for the far turn of who wrote it. */
  private void followFarTurns(Strands strands, int unit, int begin, int end) {
    current.clear();
    Map<Integer, Integer> byAnchor = new HashMap<>();
    for (int i = begin; i < end; i++) {
      if (strands.lastOfTurn(i) - strands.anchor(i) > NEAR) {
        byAnchor.put(strands.anchor(i), i);
      }
    }
    for (int row = slice.from(unit); row < slice.to(unit); row++) {
      long speaker = (long) slice.person(row) << Integer.SIZE | slice.organization(row) + 1;
      Integer begun = byAnchor.get(row);
      Integer turn = begun != null ? begun : current.get(speaker);
      if (begun != null) {
        current.put(speaker, begun);
      }
      if (turn != null && row <= strands.lastOfTurn(turn) && !slice.isAutomatic(row)) {
        see(turn, strands.anchor(turn), row);
      }
    }
  }

  private void see(int exchange, int anchor, int row) {
    Sentiment label = slice.sentiment(row);
    boolean isSeen = row == anchor || slice.effectiveAt(row) <= slice.seenUntil(anchor);
    if (label == null || !isSeen) {
      return;
    }
    Sentiment known = mostNegative[exchange];
    if (known == null || label.compareTo(known) < 0) {
      mostNegative[exchange] = label;
      if (label == Sentiment.NEGATIVE) {
        firstNegative[exchange] = row;
      }
    }
  }

  /**
   * Returns the first message of a turn that bears a negative label. The row, or {@link
   * Slice#NONE}.
   */
  public int firstNegative(int i) {
    return firstNegative[i];
  }

  /**
   * Returns the most negative label of a turn. The label; null where no message of the turn bears
   * one.
   */
  public @Nullable Sentiment mostNegative(int i) {
    return mostNegative[i];
  }
}
