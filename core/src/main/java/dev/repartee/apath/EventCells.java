package dev.repartee.apath;

import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Slice;
import dev.repartee.model.ActKind;
import dev.repartee.model.Sentiment;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for what a filter can see of an event without its row, so that a table answers for it.
 */
final class EventCells {
  private static final int SENTIMENTS = Sentiment.values().length + 1;
  private static final int REPLIES = RepliesTo.values().length;

  /** How many events differ. */
  static final int COUNT = (ActKind.ofRows().size() + 1) * SENTIMENTS * REPLIES * 2;

  private EventCells() {}

  /** The number of what can be seen of an event; of an act only its kind and its sentiment. */
  static int of(int traits, Slice slice, int row) {
    return Traits.isMessage(traits)
        ? first(traits) + slice.repliesTo(row).ordinal() * 2 + (slice.returned(row) ? 1 : 0)
        : first(traits);
  }

  /** The first number of what can be seen of events with these traits. */
  static int first(int traits) {
    return (Traits.kind(traits) * SENTIMENTS + Traits.feeling(traits)) * REPLIES * 2;
  }

  /**
   * How many numbers, from the first on, there are for events with these traits; 0 for no row's.
   */
  static int alike(int traits) {
    return Traits.isMessage(traits) ? REPLIES * 2 : first(traits) < COUNT ? 1 : 0;
  }

  private static @Nullable ActKind act(int cell) {
    int kind = cell / (SENTIMENTS * REPLIES * 2);
    return kind == 0 ? null : ActKind.ofRows().get(kind - 1);
  }

  private static RepliesTo repliesTo(int cell) {
    return RepliesTo.values()[cell / 2 % REPLIES];
  }

  /** Whether a filter may take events that look so. */
  static boolean mayTake(EventFilter filter, int cell) {
    int feeling = cell / (REPLIES * 2) % SENTIMENTS;
    return filter.mayTake(
        act(cell),
        feeling == 0 ? null : Sentiment.values()[feeling - 1],
        repliesTo(cell),
        cell % 2 == 1);
  }

  /** The kinds of events a filter can take; bits as in {@link SeenKinds}. */
  static int kinds(EventFilter filter) {
    int bits = 0;
    for (int cell = 0; cell < COUNT; cell++) {
      ActKind act = act(cell);
      if (!mayTake(filter, cell)) {
        continue;
      }
      if (act != null) {
        bits |= SeenKinds.bit(act);
      } else {
        bits |= SeenKinds.REPLY_TO_AUDIENCE;
        bits |= repliesTo(cell) == RepliesTo.AUDIENCE ? 0 : SeenKinds.MESSAGE;
      }
    }
    return bits;
  }
}
