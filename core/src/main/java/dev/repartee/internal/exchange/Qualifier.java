package dev.repartee.internal.exchange;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.measure.Slice;
import java.util.Arrays;

/** Tells which messages count in turns, and which can be answers. */
public final class Qualifier {
  private static final byte UNKNOWN = 0;
  private static final byte MATCHES = 1;
  private static final byte DIFFERS = 2;

  private final Slice slice;
  private final boolean countsBots;
  private final boolean anyLabel;
  private final String label;

  /** What is known of the codes of labels. */
  private byte[] labels = new byte[16];

  public Qualifier(Slice slice, AnswerRule rule) {
    this.slice = slice;
    this.countsBots = rule.isCountingBots();
    this.anyLabel = rule.label().isEmpty();
    this.label = rule.label().orElse("");
  }

  /** Whether a message ends no turn and starts none. */
  public boolean isTransparent(int row) {
    return slice.isAutomatic(row) || slice.isAside(row) || (slice.isBot(row) && !countsBots);
  }

  /** Whether a message that is not transparent may answer, whoever wrote it. */
  boolean hasLabel(int row) {
    return anyLabel || matches(slice.label(row));
  }

  private boolean matches(int code) {
    if (code == Slice.NONE) {
      return false;
    }
    if (code >= labels.length) {
      labels = Arrays.copyOf(labels, Math.max(code + 1, 2 * labels.length));
    }
    if (labels[code] == UNKNOWN) {
      labels[code] = slice.labelText(code).equals(label) ? MATCHES : DIFFERS;
    }
    return labels[code] == MATCHES;
  }
}
