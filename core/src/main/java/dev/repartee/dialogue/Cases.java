package dev.repartee.dialogue;

import dev.repartee.internal.exchange.Contacts;
import dev.repartee.measure.Slice;
import java.util.Arrays;
import java.util.Optional;

/**
 * Walks the contacts of a slice person by person within each strand, and shows each case of
 * somebody who waited: its first message, and what came until the last answer.
 */
final class Cases {
  private static final int ANCHOR = 0;
  private static final int WAITS = 1;
  private static final int HAS_WAITED = 2;
  private static final int LAST_ANSWER = 3;
  private static final int MESSAGES = 4;
  private static final int HAND_OFFS = 5;
  private static final int DEPARTMENT_HAND_OFFS = 6;

  /** The same three up to the last answer; no messages where there is none. */
  private static final int UNTIL = 3;

  private static final int WIDTH = MESSAGES + 2 * UNTIL;

  private final Slice slice;

  /** Person by person of the strand at hand. */
  private int[] facts = new int[16 * WIDTH];

  private int persons;

  /** Where the facts of the case begin that is shown. */
  private int shown;

  Cases(Slice slice) {
    this.slice = slice;
  }

  /** Walks all contacts and runs something for each case, while which it can be asked. */
  void walk(Contacts contacts, Runnable each) {
    persons = 0;
    for (int i = 0; i < contacts.size(); i++) {
      int speaker = contacts.speaker(i);
      int row = contacts.row(i);
      if (contacts.isFirst(i)) {
        if (speaker == 0) {
          show(each);
        }
        begin(speaker, row);
      }
      int at = speaker * WIDTH;
      if (slice.effectiveAt(row) <= slice.seenUntil(facts[at + ANCHOR])) {
        if (contacts.isBySpeaker(i)) {
          speak(at, row);
        } else {
          hear(at, row);
        }
      }
    }
    show(each);
  }

  private void begin(int speaker, int row) {
    persons = speaker + 1;
    int at = speaker * WIDTH;
    if (at == facts.length) {
      facts = Arrays.copyOf(facts, 2 * at);
    }
    Arrays.fill(facts, at, at + WIDTH, 0);
    facts[at + ANCHOR] = row;
    facts[at + LAST_ANSWER] = Slice.NONE;
  }

  private void speak(int at, int row) {
    facts[at + MESSAGES]++;
    if (slice.expectsResponse(row)) {
      facts[at + WAITS] = 1;
      facts[at + HAS_WAITED] = 1;
    }
  }

  private void hear(int at, int answer) {
    int before = facts[at + LAST_ANSWER];
    if (before != Slice.NONE && slice.person(before) != slice.person(answer)) {
      facts[at + HAND_OFFS]++;
      boolean isSame = department(before).equals(department(answer));
      facts[at + DEPARTMENT_HAND_OFFS] += isSame ? 0 : 1;
    }
    facts[at + LAST_ANSWER] = answer;
    // Whatever is said to somebody who waits is an answer.
    if (facts[at + WAITS] != 0) {
      facts[at + WAITS] = 0;
      System.arraycopy(facts, at + MESSAGES, facts, at + MESSAGES + UNTIL, UNTIL);
    }
  }

  private Optional<String> department(int row) {
    return slice.departmentOf(slice.person(row), row);
  }

  private void show(Runnable each) {
    for (int person = 0; person < persons; person++) {
      shown = person * WIDTH;
      if (facts[shown + HAS_WAITED] != 0) {
        each.run();
      }
    }
    persons = 0;
  }

  int anchor() {
    return facts[shown + ANCHOR];
  }

  boolean isAnswered() {
    return messages() > 0;
  }

  int messages() {
    return facts[shown + UNTIL + MESSAGES];
  }

  int handOffs() {
    return facts[shown + UNTIL + HAND_OFFS];
  }

  int departmentHandOffs() {
    return facts[shown + UNTIL + DEPARTMENT_HAND_OFFS];
  }
}
