package dev.repartee.response;

import dev.repartee.internal.exchange.Contacts;
import dev.repartee.measure.Slice;
import dev.repartee.response.ResponseSummary.Exclusion;
import java.util.Arrays;

/**
 * Times the first answer of each session: a run of messages of one person, and of the answering
 * side to that person, in which no silence is as long as the one before it.
 *
 * <p>Silence is measured by effective times, which never decrease, and how long an answer took by
 * own times, as everywhere.
 */
final class SessionClock {
  /** The person began the session, and nothing in it has waited yet. */
  private static final byte BEGUN = 0;

  /** The clock runs. */
  private static final byte WAITING = 1;

  /** The first wait is over; what follows belongs to the session. */
  private static final byte OVER = 2;

  /** The answering side broke the silence. */
  private static final byte BEGUN_BY_ANSWERER = 3;

  private final ResponseSweep base;
  private final Slice slice;
  private final long silenceMillis;

  // By the number of the speaker in the strand.
  private long[] last = new long[16];
  private int[] start = new int[16];
  private byte[] state = new byte[16];
  private int speakers;

  SessionClock(ResponseSweep base, long silenceMillis) {
    this.base = base;
    this.slice = base.slice;
    this.silenceMillis = silenceMillis;
  }

  void sweep() {
    Contacts contacts = Contacts.of(slice, base.rule);
    for (int i = 0; i < contacts.size(); i++) {
      int row = contacts.row(i);
      int speaker = contacts.speaker(i);
      if (contacts.isFirst(i)) {
        open(speaker, row);
      }
      boolean isAfterSilence = slice.effectiveAt(row) - last[speaker] >= silenceMillis;
      if (contacts.isBySpeaker(i)) {
        message(speaker, row, isAfterSilence || contacts.isFirst(i));
      } else {
        contact(speaker, row, isAfterSilence, contacts.isDirect(i));
      }
      last[speaker] = slice.effectiveAt(row);
    }
    for (int speaker = 0; speaker < speakers; speaker++) {
      close(speaker);
    }
    base.unaddressed();
  }

  /** A number that stands for somebody new ends what it stood for in the strand before. */
  private void open(int speaker, int row) {
    if (speaker == state.length) {
      last = Arrays.copyOf(last, 2 * speaker);
      start = Arrays.copyOf(start, 2 * speaker);
      state = Arrays.copyOf(state, 2 * speaker);
    }
    if (speaker < speakers) {
      close(speaker);
    } else {
      speakers++;
    }
    last[speaker] = slice.effectiveAt(row);
    state[speaker] = OVER;
  }

  private void message(int speaker, int row, boolean beginsSession) {
    if (beginsSession) {
      close(speaker);
      state[speaker] = BEGUN;
    }
    boolean expects = slice.expectsResponse(row);
    if (state[speaker] == BEGUN && expects) {
      state[speaker] = WAITING;
      start[speaker] = row;
    } else if (state[speaker] == BEGUN) {
      base.exclude(row, Exclusion.EXPECTS_NO_RESPONSE);
    } else if (state[speaker] == BEGUN_BY_ANSWERER && expects) {
      base.exclude(row, Exclusion.NO_SILENCE_BEFORE);
      state[speaker] = OVER;
    }
  }

  private void contact(int speaker, int row, boolean isAfterSilence, boolean isDirect) {
    boolean isInTime =
        state[speaker] == WAITING && slice.at(row) - slice.at(start[speaker]) <= silenceMillis;
    if (isInTime) {
      end(start[speaker], row, isDirect);
      // As late as the silence it is in time, and what follows on it is no session of the person.
      state[speaker] = isAfterSilence ? BEGUN_BY_ANSWERER : OVER;
    } else if (state[speaker] == WAITING || isAfterSilence) {
      close(speaker);
      state[speaker] = isAfterSilence ? BEGUN_BY_ANSWERER : OVER;
    }
  }

  /** Ends the session of a speaker, answered or not. */
  private void close(int speaker) {
    if (state[speaker] == WAITING) {
      end(start[speaker], Slice.NONE, false);
      state[speaker] = OVER;
    }
  }

  private void end(int anchor, int answer, boolean isDirect) {
    if (!base.takes(anchor)) {
      base.leaveOut(anchor);
      return;
    }
    long begun = slice.at(anchor);
    long seenUntil = slice.seenUntil(anchor);
    Closings ends = base.closings;
    int closing = ends == null ? Slice.NONE : ends.first(anchor, answer);
    if (ends != null
        && closing != Slice.NONE
        && ends.effectiveAt(closing) <= seenUntil
        && ends.at(closing) - begun <= silenceMillis) {
      base.closed(anchor, closing, ends);
    } else if (base.isSeen(answer, seenUntil)) {
      base.respond(anchor, begun, answer, isDirect);
    } else if (seenUntil - begun >= silenceMillis) {
      base.waitUntil(anchor, begun + silenceMillis);
    } else {
      base.waitUntil(anchor, seenUntil).undecided++;
    }
  }
}
