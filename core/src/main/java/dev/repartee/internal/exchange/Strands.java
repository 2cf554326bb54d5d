package dev.repartee.internal.exchange;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.Exchanges;
import dev.repartee.measure.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What the strands of a slice of conversations are like, and the exchanges in them, found in one
 * pass and shared by all measures of a worker that ask with the same rule.
 *
 * <p>The time is linear in the messages, whatever their shape; the memory grows to the largest
 * slice and is used again.
 *
 * <p>A strand is described as far as its first message is followed: messages whose effective time
 * is later than {@code slice.seenUntil(strandAnchor)} are not included. Its opener, its first
 * responses and the exchanges are complete; compare {@code slice.effectiveAt} of an answer with
 * {@code slice.seenUntil} of what it answers.
 */
public final class Strands implements StrandFacts, Exchanges {
  private record Key(AnswerRule rule) {}

  private final Slice slice;

  /** Conversations with a shape are left out. */
  private final @Nullable Shapes shapes;

  private final Findings found = new Findings();
  private final @Nullable ContactTable contacts;
  private final DuetWalk duets;
  private final StrandWalk walk;
  private final FirstReplies replies;
  private final AnswerRows answers;
  private boolean hasReplies;
  private boolean hasReturns;
  private final IntList unaddressed = new IntList();
  private long serial;
  private boolean isFilled;

  // Several strands in one conversation: its rows by organization.
  private int[] sorted = new int[0];
  private int[] end = new int[0];
  private final IntList present = new IntList();

  /**
   * With contacts, every conversation is walked message by message; with shapes, only those are
   * that have none.
   */
  Strands(Slice slice, AnswerRule rule, @Nullable ContactTable contacts, @Nullable Shapes shapes) {
    this.slice = slice;
    this.shapes = shapes;
    this.contacts = contacts;
    Qualifier qualifier = new Qualifier(slice, rule);
    this.duets = new DuetWalk(slice, rule, found);
    this.walk = new StrandWalk(slice, rule, qualifier, found, contacts);
    this.replies = new FirstReplies(slice, qualifier, rule, shapes);
    this.answers = new AnswerRows(slice, found.exchanges);
  }

  /**
   * Returns the strands of a slice. The tables belong to the worker of the slice and hold until it
   * moves on.
   */
  public static Strands of(Slice slice, AnswerRule rule) {
    Strands result = slice.scratch(new Key(rule), () -> new Strands(slice, rule, null, null));
    result.refresh();
    return result;
  }

  /** Walks the slice unless it has been walked as it stands. */
  void refresh() {
    if (!isFilled || serial != slice.serial()) {
      fill();
      serial = slice.serial();
      isFilled = true;
    }
  }

  private void fill() {
    found.clear();
    unaddressed.clear();
    if (contacts != null) {
      contacts.clear();
    }
    hasReplies = false;
    hasReturns = false;
    answers.clear();
    int units = slice.units();
    int firstRow = units == 0 ? 0 : slice.from(0);
    walk.makeRoom(firstRow, units == 0 ? 0 : slice.to(units - 1) - firstRow);
    for (int unit = 0; unit < units; unit++) {
      int from = slice.from(unit);
      int to = slice.to(unit);
      if (from < to
          && (shapes == null || shapes.shape(unit) == Slice.NONE)
          && (contacts != null || !duets.walk(unit, from, to))) {
        conversation(from, to);
      }
    }
  }

  private void conversation(int from, int to) {
    int organization = slice.organization(from);
    boolean isOneStrand = true;
    for (int row = from; row < to; row++) {
      isOneStrand &= slice.organization(row) == organization || slice.isAside(row);
    }
    if (!isOneStrand) {
      severalStrands(from, to);
    } else if (organization == Slice.NONE && slice.organizations() > 0) {
      for (int row = from; row < to; row++) {
        if (!slice.isAside(row)) {
          unaddressed.add(row);
        }
      }
    } else {
      walk.walk(organization, sorted, false, from, to);
    }
  }

  /** Sorts the rows of a conversation by organization, by counting, and walks each strand. */
  private void severalStrands(int from, int to) {
    sorted = StrandWalk.atLeast(sorted, to - from);
    end = StrandWalk.atLeast(end, slice.organizations());
    present.clear();
    for (int row = from; row < to; row++) {
      int organization = slice.organization(row);
      if (organization == Slice.NONE) {
        unaddressed.add(row);
      } else if (!slice.isAside(row) && end[organization]++ == 0) {
        present.add(organization);
      }
    }
    int start = 0;
    for (int i = 0; i < present.size(); i++) {
      int count = end[present.get(i)];
      end[present.get(i)] = start;
      start += count;
    }
    for (int row = from; row < to; row++) {
      int organization = slice.organization(row);
      if (organization != Slice.NONE && !slice.isAside(row)) {
        sorted[end[organization]++] = row;
      }
    }
    start = 0;
    for (int i = 0; i < present.size(); i++) {
      int organization = present.get(i);
      int stop = end[organization];
      end[organization] = 0;
      walk.walk(organization, sorted, true, start, stop);
      start = stop;
    }
  }

  /**
   * Returns the number of exchanges: person turns that hold a message which expects a response. At
   * least 0.
   */
  public int exchanges() {
    return found.exchanges.size();
  }

  @Override
  public int size() {
    return exchanges();
  }

  @Override
  public int anchor(int i) {
    return found.exchanges.anchor(i);
  }

  @Override
  public int lastOfTurn(int i) {
    return found.exchanges.last(i);
  }

  @Override
  public int answer(int i) {
    return found.exchanges.answer(i);
  }

  @Override
  public boolean isDirect(int i) {
    return found.exchanges.direct(i);
  }

  /**
   * Returns the number of messages that expect no response from a person who does not wait. At
   * least 0.
   */
  public int quietMessages() {
    return found.exchanges.quiet().size();
  }

  /** Returns such a message: a thank-you that begins no exchange. */
  public int quietMessageRow(int i) {
    return found.exchanges.quiet().get(i);
  }

  /**
   * Returns the number of messages of people who spoke in the strand before and were answered
   * since. At least 0.
   */
  public int returns() {
    if (!hasReturns) {
      for (int unit = 0; unit < slice.units(); unit++) {
        if (slice.from(unit) < slice.to(unit)
            && (shapes == null || shapes.shape(unit) == Slice.NONE)) {
          duets.returns(unit, slice.from(unit), slice.to(unit));
        }
      }
      hasReturns = true;
    }
    return found.returns.size();
  }

  /** Returns such a message. */
  public int returnRow(int i) {
    return found.returns.get(i);
  }

  /**
   * Returns the number of messages that speak to no organization although there are some: they are
   * in no strand. At least 0.
   */
  public int unaddressed() {
    return unaddressed.size();
  }

  /** Returns such a message. */
  public int unaddressedRow(int i) {
    return unaddressed.get(i);
  }

  /**
   * Returns the number of messages of organizations that are not transparent and speak to somebody.
   * At least 0.
   */
  public int organizationRows(Addressing to) {
    return found.organizationRows(to).size();
  }

  /** Returns such a message. */
  public int organizationRow(Addressing to, int i) {
    return found.organizationRows(to).get(i);
  }

  /**
   * Returns the number of messages of organizations that name or reply to people of whom nobody
   * waits. At least 0.
   */
  public int unprompted() {
    return found.unprompted.size();
  }

  /** Returns such a message. */
  public int unpromptedRow(int i) {
    return found.unprompted.get(i);
  }

  /**
   * Returns the number of messages that answer a turn, or several. At least 0, at most {@code
   * exchanges()}.
   */
  public int answers() {
    return answers.rows().size();
  }

  /** Returns such a message. The row; each occurs once, in ascending order. */
  public int answerRow(int i) {
    return answers.rows().get(i);
  }

  /**
   * Returns the first answer by somebody else that replies to a message of the audience itself. The
   * row of the reply, however late, or {@link Slice#NONE}.
   */
  public int firstReply(int row) {
    if (!hasReplies) {
      replies.fill();
      hasReplies = true;
    }
    return replies.reply(row);
  }

  /**
   * Returns the message of the audience that a message replies to itself, where that makes it an
   * answer by somebody else. The row replied to, or {@link Slice#NONE} where the message is no such
   * answer.
   */
  public int repliedTo(int row) {
    int parent = slice.parent(row);
    return parent != Slice.NONE && replies.answers(row, parent) ? parent : Slice.NONE;
  }

  /** Returns the number of strands. At least 0. */
  public int strands() {
    return found.strands.size();
  }

  /** Returns the anchor of a strand: its first message, transparent or not. */
  public int strandAnchor(int strand) {
    return found.strands.get(strand, StrandTable.ANCHOR);
  }

  /**
   * Returns the message that opens a strand: its first that is not transparent, however late. The
   * row, or {@link Slice#NONE} where all messages are transparent.
   */
  public int opener(int strand) {
    return found.strands.get(strand, StrandTable.OPENER);
  }

  @Override
  public boolean isAudienceOpened(int strand) {
    return found.strands.isAudienceOpened(strand);
  }

  @Override
  public boolean isOpenerAnonymous(int strand) {
    return found.strands.isOpenerAnonymous(strand);
  }

  @Override
  public boolean isAutomatic(int strand) {
    return found.strands.isAutomatic(strand);
  }

  @Override
  public boolean isCut(int strand) {
    return found.strands.isCut(strand);
  }

  @Override
  public int audienceMessages(int strand) {
    return found.strands.audienceMessages(strand);
  }

  @Override
  public int organizationMessages(int strand) {
    return found.strands.organizationMessages(strand);
  }

  @Override
  public int turns(int strand) {
    return found.strands.turns(strand);
  }

  @Override
  public boolean isLastWordOfAudience(int strand) {
    return found.strands.isLastWordOfAudience(strand);
  }

  @Override
  public boolean isAnswered(int strand) {
    return found.strands.isAnswered(strand);
  }

  @Override
  public boolean isReturned(int strand) {
    return found.strands.isReturned(strand);
  }

  @Override
  public boolean isFollowedUp(int strand) {
    return found.strands.isFollowedUp(strand);
  }

  @Override
  public boolean isOpenerReturned(int strand) {
    return found.strands.isOpenerReturned(strand);
  }

  @Override
  public boolean isOpenerReturnedDirectly(int strand) {
    return found.strands.isOpenerReturnedDirectly(strand);
  }

  /**
   * Returns the first message of the answering side in a strand that the audience opened, whomever
   * it answers, by somebody else than the opener. The row, or {@link Slice#NONE}.
   */
  public int firstResponse(int strand) {
    return found.strands.get(strand, StrandTable.FIRST_RESPONSE);
  }

  /**
   * Returns the first such message whose parent is the opener itself. The row, or {@link
   * Slice#NONE}.
   */
  public int firstDirectResponse(int strand) {
    return found.strands.get(strand, StrandTable.FIRST_DIRECT_RESPONSE);
  }

  /**
   * Returns the last message of a strand that is not transparent. The row, or {@link Slice#NONE}
   * where all are transparent.
   */
  public int lastMessage(int strand) {
    return found.strands.get(strand, StrandTable.LAST_MESSAGE);
  }

  @Override
  public String toString() {
    return "strands: " + strands() + ", with " + exchanges() + " exchanges";
  }
}
