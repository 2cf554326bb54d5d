package dev.repartee.openness;

import dev.repartee.internal.walk.Events;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.Slice;
import dev.repartee.model.Sentiment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one person, and, as they are passed from the last to the first, the next one to
 * each organization that shows how the person feels, and the next that does not. The working memory
 * of one worker, used again from person to person.
 */
final class LaterMessages {
  private int[] rows = new int[16];
  private int[] organizations = new int[16];
  private long[] times = new long[16];
  private @Nullable Sentiment[] sentiments = new @Nullable Sentiment[16];
  private int size;

  // By organization, from NONE on.
  private int[] labelled = new int[0];
  private int[] unlabelled = new int[0];

  /**
   * Copies the messages of a person of the audience but for automatic ones; returns whether any is
   * negative.
   */
  boolean gather(Slice slice, int unit) {
    int from = slice.from(unit);
    int to = slice.to(unit);
    if (rows.length < to - from) {
      int room = Math.max(to - from, 2 * rows.length);
      rows = new int[room];
      organizations = new int[room];
      times = new long[room];
      sentiments = new @Nullable Sentiment[room];
    }
    Events events = FastSlice.of(slice).events();
    size = 0;
    boolean isNegative = false;
    for (int position = from; position < to; position++) {
      int traits = events.traits(position);
      Sentiment sentiment = Traits.sentiment(traits);
      boolean counts =
          Traits.isMessage(traits)
              && !events.isMember(position)
              && !events.isBot(position)
              && (traits & Traits.AUTOMATIC) == 0;
      rows[size] = slice.row(position);
      sentiments[size] = sentiment;
      times[size] = events.time(position);
      organizations[size] = events.organization(position);
      isNegative |= counts && sentiment == Sentiment.NEGATIVE;
      size += counts ? 1 : 0;
    }
    if (isNegative) {
      clear(slice.organizations());
    }
    return isNegative;
  }

  private void clear(int ofDirectory) {
    if (labelled.length != ofDirectory + 1) {
      labelled = new int[ofDirectory + 1];
      unlabelled = new int[ofDirectory + 1];
    }
    Arrays.fill(labelled, Slice.NONE);
    Arrays.fill(unlabelled, Slice.NONE);
  }

  int size() {
    return size;
  }

  int row(int i) {
    return rows[i];
  }

  /** Whether there is such a message, and it takes effect by an instant. */
  boolean isBy(long instant, int i) {
    return i != Slice.NONE && times[i] <= instant;
  }

  int organization(int i) {
    return organizations[i];
  }

  @Nullable Sentiment sentiment(int i) {
    return sentiments[i];
  }

  /** Passes a message that is not negative. */
  void pass(int i) {
    (sentiments[i] == null ? unlabelled : labelled)[organizations[i] - Slice.NONE] = i;
  }

  /** The number of the next message to an organization that is labeled, and not negative. */
  int labelled(int organization) {
    return labelled[organization - Slice.NONE];
  }

  /** The number of the next message to an organization without a label. */
  int unlabelled(int organization) {
    return unlabelled[organization - Slice.NONE];
  }
}
