package dev.repartee.participation;

import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;

/**
 * Follows what colleagues ask of the departments that own topics, on internal channels: a question
 * begins with a message of a member of another department and is over with the next message of the
 * owner; what others write in between belongs to it. Told of the messages of members one by one, in
 * order; a conversation in which no department is asked costs a look at the channel of each.
 */
final class InsideSweep {
  private final Slice slice;
  private final Split<ParticipationTally> split;
  private final MemberCodes members;
  private final Owners owners;

  /** The message with which the open question to a department begins, and in which conversation. */
  private final int[] begun;

  private final int[] openIn;

  /** The departments asked in the conversation at hand, each once. */
  private final int[] asked;

  private final int[] askedIn;
  private int size;
  private int conversation;

  InsideSweep(
      Slice slice,
      Split<ParticipationTally> split,
      Roster roster,
      MemberCodes members,
      Owners owners) {
    this.slice = slice;
    this.split = split;
    this.members = members;
    this.owners = owners;
    this.begun = new int[roster.departments()];
    this.openIn = new int[roster.departments()];
    this.asked = new int[roster.departments()];
    this.askedIn = new int[roster.departments()];
  }

  void begin() {
    conversation++;
    size = 0;
  }

  /** A message of a member that is neither automatic nor a bot's. */
  void message(int row) {
    boolean isInternal = owners.isInternal(row);
    if (size == 0 && !isInternal) {
      return;
    }
    int department = members.department(row);
    if (openIn[department] == conversation) {
      over(department, row);
    }
    if (isInternal && slice.expectsResponse(row)) {
      int owner = owners.department(row);
      if (owner != Slice.NONE && owner != department && openIn[owner] != conversation) {
        ask(owner, row);
      }
    }
  }

  private void ask(int owner, int row) {
    begun[owner] = row;
    openIn[owner] = conversation;
    if (askedIn[owner] != conversation) {
      askedIn[owner] = conversation;
      asked[size++] = owner;
    }
  }

  /** After the last message of a conversation. */
  void end() {
    for (int i = 0; i < size; i++) {
      if (openIn[asked[i]] == conversation) {
        over(asked[i], Slice.NONE);
      }
    }
  }

  private void over(int department, int answer) {
    openIn[department] = 0;
    int anchor = begun[department];
    if (split.takes(anchor, Slice.NONE)) {
      ParticipationTally tally = split.at(anchor);
      tally.addWait(tally.inside, slice, anchor, department, anchor, answer);
    }
  }
}
