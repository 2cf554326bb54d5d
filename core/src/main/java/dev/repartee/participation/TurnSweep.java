package dev.repartee.participation;

import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import java.util.Arrays;

/**
 * Goes through the turns of people: which department answers, and when the owner of the topic
 * comes. The owner comes with the first message of one of its members in the strand after the turn
 * began; from the end of a conversation to its beginning the next message of each department is
 * known.
 */
final class TurnSweep {
  private final Slice slice;
  private final Split<ParticipationTally> split;
  private final Roster roster;
  private final MemberCodes members;
  final Strands strands;

  private final Owners owners;

  /** The next message of each department, and in which conversation that is. */
  private final int[] nextRow;

  private final int[] nextRowOf;

  TurnSweep(
      Slice slice,
      Split<ParticipationTally> split,
      Roster roster,
      MemberCodes members,
      Owners owners,
      Strands strands) {
    this.slice = slice;
    this.split = split;
    this.roster = roster;
    this.members = members;
    this.owners = owners;
    this.strands = strands;
    this.nextRow = new int[roster.departments()];
    this.nextRowOf = new int[roster.departments()];
    Arrays.fill(nextRowOf, Slice.NONE);
  }

  void run() {
    int[] owned = new int[16];
    int size = 0;
    for (int i = 0; i < strands.exchanges(); i++) {
      int anchor = strands.anchor(i);
      if (slice.organization(anchor) != Slice.NONE && split.takes(anchor, Slice.NONE)) {
        int owner = owners.department(anchor);
        turn(anchor, answer(i), owner);
        if (owner != Slice.NONE) {
          if (size == owned.length) {
            owned = Arrays.copyOf(owned, 2 * size);
          }
          owned[size++] = anchor;
        }
      }
    }
    if (size > 0) {
      Arrays.sort(owned, 0, size);
      waitForOwners(owned, size);
    }
  }

  /** The answer as far as it is watched for. */
  private int answer(int exchange) {
    int answer = strands.answer(exchange);
    return answer != Slice.NONE
            && slice.effectiveAt(answer) > slice.seenUntil(strands.anchor(exchange))
        ? Slice.NONE
        : answer;
  }

  private void turn(int anchor, int answer, int owner) {
    ParticipationTally tally = split.at(anchor);
    int groups = slice.groups(anchor);
    long watched = slice.seenUntil(anchor) - slice.at(anchor);
    if (answer == Slice.NONE) {
      int organization = roster.organization(organizationName(anchor));
      tally.waiting.add(organization, Math.max(0, watched), groups);
      return;
    }
    long waited = slice.at(answer) - slice.at(anchor);
    if (waited < 0) {
      tally.addSkewed();
      return;
    }
    int department = members.department(answer);
    tally.answered.add(department, waited, groups);
    tally.watched.add(department, Math.max(0, watched), groups);
    if (owner != Slice.NONE) {
      tally.addOwned(slice, anchor, owner, department == owner);
    }
  }

  private String organizationName(int row) {
    return slice.organizationName(slice.organization(row));
  }

  private void waitForOwners(int[] anchors, int size) {
    int left = size;
    for (int unit = slice.units() - 1; unit >= 0 && left > 0; unit--) {
      int from = slice.from(unit);
      if (anchors[left - 1] < from) {
        continue;
      }
      for (int row = slice.to(unit) - 1; row >= from; row--) {
        if (left > 0 && anchors[left - 1] == row) {
          left--;
          waitForOwner(row, owners.department(row), unit);
        } else if (isSeenOfMember(row)) {
          int department = members.department(row);
          nextRow[department] = row;
          nextRowOf[department] = unit;
        }
      }
    }
  }

  /** Whether a person of the organization wrote it, and the audience can see it. */
  private boolean isSeenOfMember(int row) {
    return slice.isMember(row)
        && !slice.isAutomatic(row)
        && !slice.isBot(row)
        && !slice.isAside(row);
  }

  private void waitForOwner(int anchor, int owner, int unit) {
    ParticipationTally tally = split.at(anchor);
    int next = nextRowOf[owner] == unit ? nextRow[owner] : Slice.NONE;
    tally.addWait(tally.owners, slice, anchor, owner, anchor, next);
  }
}
