package dev.repartee.internal.exchange;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.AnswerRule.RepliesToAudience;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.measure.Slice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Walks the messages of one strand in conversation order and notes what the rules make of them. */
final class StrandWalk {
  private final FastSlice slice;
  private final Qualifier qualifier;
  private final boolean anybodyAnswers;
  private final boolean servesAll;
  private final boolean doRepliesWait;

  private final Findings found;

  /** If requested, who said what to whom. */
  private final @Nullable ContactTable contacts;

  private final Speakers speakers = new Speakers();
  private final IntList waiting = new IntList();

  /** For each row that may answer the person its chain of parents leads to within its own run. */
  private int[] links = new int[0];

  private int base;

  // The strand at hand, as far as it has been seen.
  private int organization;
  private int opener;
  private int openerPerson;
  private int anchor;
  private long seenUntil;
  private boolean isFollowEnding;
  private boolean isNoted;
  private int flags;
  private int audienceMessages;
  private int organizationMessages;
  private int turns;
  private int firstResponse;
  private int firstDirectResponse;
  private int lastMessage;
  private boolean lastIsMember;
  private boolean openerRepliedTo;
  private int lastSpeaker;
  private int runStart;
  private int runPerson;

  StrandWalk(
      Slice slice,
      AnswerRule rule,
      Qualifier qualifier,
      Findings found,
      @Nullable ContactTable contacts) {
    this.slice = FastSlice.of(slice);
    this.qualifier = qualifier;
    this.found = found;
    this.contacts = contacts;
    this.anybodyAnswers = rule.isByAnybodyElse();
    this.servesAll = rule.isServingAll();
    this.doRepliesWait = rule.repliesToAudience() == RepliesToAudience.WAIT;
  }

  /** Makes room for the rows of a slice from a first one on. */
  void makeRoom(int firstRow, int rows) {
    base = firstRow;
    if (links.length < rows) {
      links = new int[Math.max(rows, links.length + links.length / 2)];
    }
  }

  /** Walks a strand whose rows follow each other, or stand in an array. */
  void walk(int strandOrganization, int[] rows, boolean isInRows, int from, int to) {
    begin(strandOrganization, isInRows ? rows[from] : from);
    for (int i = from; i < to; i++) {
      int row = isInRows ? rows[i] : i;
      if (!qualifier.isTransparent(row)) {
        message(row);
      }
    }
    note();
    found.strands.complete(opener, firstResponse, firstDirectResponse);
    for (int slot = 0; slot < speakers.size(); slot++) {
      if (speakers.waits(slot)) {
        found.exchanges.add(speakers.anchor(slot), speakers.last(slot), Slice.NONE, false);
      }
    }
  }

  private void begin(int strandOrganization, int firstRow) {
    speakers.clear();
    waiting.clear();
    organization = strandOrganization;
    anchor = firstRow;
    seenUntil = slice.seenUntil(firstRow);
    // What lies after the as-of is not in the slice.
    isFollowEnding = seenUntil < slice.asOf();
    opener = Slice.NONE;
    openerPerson = Slice.NONE;
    isNoted = false;
    flags = 0;
    audienceMessages = 0;
    organizationMessages = 0;
    turns = 0;
    firstResponse = Slice.NONE;
    firstDirectResponse = Slice.NONE;
    lastMessage = Slice.NONE;
    openerRepliedTo = false;
    lastSpeaker = Slice.NONE;
    runStart = Slice.NONE;
    runPerson = Slice.NONE;
  }

  private int openerFlags(int row) {
    return (slice.isMember(row) ? 0 : StrandTable.AUDIENCE_OPENED)
        | (slice.isAnonymous(row) ? StrandTable.ANONYMOUS_OPENER : 0)
        | (slice.isOrphan(row) ? StrandTable.CUT : 0);
  }

  /** Writes the facts of the strand down, which later messages do not change any more. */
  private void note() {
    if (!isNoted) {
      isNoted = true;
      int seen =
          opener == Slice.NONE
              ? StrandTable.AUTOMATIC | openerFlags(anchor)
              : flags | lastWordFlag(lastMessage);
      found.strands.add(anchor, seen, audienceMessages, organizationMessages, turns, lastMessage);
    }
  }

  private int lastWordFlag(int row) {
    boolean isOfAudience = !slice.isMember(row) && slice.expectsResponse(row);
    return isOfAudience ? StrandTable.LAST_WORD_OF_AUDIENCE : 0;
  }

  private void message(int row) {
    boolean isMember = slice.isMember(row);
    int person = slice.person(row);
    if (isFollowEnding && slice.effectiveAt(row) > seenUntil) {
      note();
    }
    if (opener == Slice.NONE) {
      opener = row;
      openerPerson = isMember ? Slice.NONE : person;
      flags = openerFlags(row);
    }
    if (isMember) {
      organizationMessages++;
    } else {
      audienceMessages++;
    }
    if (turns == 0 || isMember != lastIsMember) {
      turns++;
    }
    lastIsMember = isMember;
    lastMessage = row;
    if (!isMember && (flags & StrandTable.ANSWERED) != 0) {
      flags |= StrandTable.FOLLOWED_UP;
    }
    if (isMember || anybodyAnswers) {
      answering(row, person, isMember);
    } else {
      runStart = Slice.NONE;
    }
    if (!isMember) {
      speak(row, person);
    }
  }

  private void answering(int row, int person, boolean isMember) {
    if (runStart == Slice.NONE || (anybodyAnswers && person != runPerson)) {
      runStart = row;
      runPerson = person;
    }
    int parent = slice.parent(row);
    boolean repliesToAudience = parent != Slice.NONE && !slice.isMember(parent);
    int linked = linked(parent, repliesToAudience, person);
    links[row - base] = linked;
    if (linked == person) { // what one asked before one joined
      linked = Slice.NONE;
    }
    int named = slice.named(row);
    if (named == person
        || (named != Slice.NONE && slice.organizationOf(named, row) != Slice.NONE)) {
      named = Slice.NONE;
    }
    boolean isToAudience = linked != Slice.NONE || named != Slice.NONE;
    if (isMember && isToAudience && !waits(linked) && !waits(named)) {
      found.unprompted.add(row);
    }
    if (qualifier.hasLabel(row)) {
      firstResponse(row, person, parent);
      if (isToAudience) {
        answer(linked, row);
        answer(named, row);
      } else if (!repliesToAudience) {
        isToAudience = servesAll ? serveAll(row, person) : infer(row, person);
      }
    }
    if (isMember) {
      boolean isOpening = row == opener && (flags & StrandTable.CUT) == 0;
      IntList others = isOpening ? found.openings : found.toOwnOrUnknown;
      (isToAudience ? found.toAudience : others).add(row);
    }
  }

  /** The person a message replies to, its author or not, or through the messages of its run. */
  private int linked(int parent, boolean repliesToAudience, int person) {
    if (parent == Slice.NONE) {
      return Slice.NONE;
    }
    if (repliesToAudience && slice.person(parent) != person) {
      return slice.person(parent);
    }
    // All that stands in the strand since the run began and is not transparent is of the run.
    boolean isOfRun =
        parent >= runStart
            && slice.organization(parent) == organization
            && !qualifier.isTransparent(parent);
    if (isOfRun) {
      return links[parent - base];
    }
    return repliesToAudience ? person : Slice.NONE;
  }

  private void firstResponse(int row, int person, int parent) {
    if ((flags & StrandTable.AUDIENCE_OPENED) != 0 && person != openerPerson) {
      if (firstResponse == Slice.NONE) {
        firstResponse = row;
      }
      if (parent == opener) {
        openerRepliedTo = true;
        if (firstDirectResponse == Slice.NONE) {
          firstDirectResponse = row;
        }
      }
    }
  }

  private boolean waits(int person) {
    int slot = person == Slice.NONE ? Slice.NONE : speakers.find(person);
    return slot != Slice.NONE && speakers.waits(slot);
  }

  /** Answers a person directly; one who did not speak in the strand has nothing to be answered. */
  private void answer(int person, int row) {
    int slot = person == Slice.NONE ? Slice.NONE : speakers.find(person);
    if (slot != Slice.NONE) {
      close(slot, row, true);
    }
  }

  private boolean infer(int row, int person) {
    boolean answers =
        lastSpeaker != Slice.NONE
            && speakers.waits(lastSpeaker)
            && speakers.person(lastSpeaker) != person;
    if (answers) {
      close(lastSpeaker, row, false);
    } else {
      goOn(row, person);
    }
    return answers;
  }

  private boolean serveAll(int row, int person) {
    int own = Slice.NONE;
    boolean answers = false;
    while (waiting.size() > 0) {
      int slot = waiting.pop();
      if (speakers.person(slot) == person) {
        own = slot;
      } else if (speakers.waits(slot)) {
        close(slot, row, false);
        answers = true;
      }
    }
    if (own != Slice.NONE && speakers.waits(own)) {
      waiting.add(own);
    }
    goOn(row, person);
    return answers;
  }

  /** A message without an addressee continues with the person who spoke last, waiting or not. */
  private void goOn(int row, int person) {
    if (contacts != null && lastSpeaker != Slice.NONE && speakers.person(lastSpeaker) != person) {
      contacts.add(row, lastSpeaker, 0);
    }
  }

  private void close(int slot, int row, boolean isDirect) {
    if (speakers.waits(slot)) {
      found.exchanges.add(speakers.anchor(slot), speakers.last(slot), row, isDirect);
    }
    speakers.answer(slot);
    flags |= StrandTable.ANSWERED;
    if (contacts != null) {
      contacts.add(row, slot, isDirect ? ContactTable.DIRECT : 0);
    }
  }

  private void speak(int row, int person) {
    int slot = speakers.find(person);
    boolean isFirst = slot == Slice.NONE;
    if (isFirst) {
      slot = speakers.add(person, slice.persons());
    } else {
      again(row, person, slot);
    }
    if (contacts != null) {
      contacts.add(row, slot, ContactTable.BY_PERSON | (isFirst ? ContactTable.FIRST : 0));
    }
    boolean canBegin =
        slice.expectsResponse(row) && (doRepliesWait || slice.repliesTo(row) != RepliesTo.AUDIENCE);
    if (speakers.speak(slot, row, canBegin) && servesAll) {
      waiting.add(slot);
    }
    if (!speakers.waits(slot)) {
      found.exchanges.quiet().add(row);
    }
    lastSpeaker = slot;
  }

  private void again(int row, int person, int slot) {
    if (speakers.wasAnswered(slot)) {
      found.returns.add(row);
      flags |= StrandTable.RETURNED;
      if (person == openerPerson) {
        flags |= StrandTable.OPENER_RETURNED;
      }
    }
    if (person == openerPerson && openerRepliedTo) {
      flags |= StrandTable.OPENER_RETURNED_DIRECTLY;
    }
  }

  /** Returns the same array or a larger one. */
  static int[] atLeast(int[] array, int size) {
    return array.length >= size ? array : Arrays.copyOf(array, Math.max(size, 2 * array.length));
  }
}
