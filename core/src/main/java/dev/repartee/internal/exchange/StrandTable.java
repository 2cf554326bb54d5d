package dev.repartee.internal.exchange;

import java.util.Arrays;

/** What each strand of a slice is like. */
final class StrandTable implements StrandFacts {
  static final int AUDIENCE_OPENED = 1;
  static final int ANONYMOUS_OPENER = 1 << 1;
  static final int AUTOMATIC = 1 << 2;
  static final int ANSWERED = 1 << 3;
  static final int RETURNED = 1 << 4;
  static final int OPENER_RETURNED = 1 << 5;
  static final int OPENER_RETURNED_DIRECTLY = 1 << 6;
  static final int LAST_WORD_OF_AUDIENCE = 1 << 7;
  static final int CUT = 1 << 8;

  /** Somebody of the audience spoke after an answer, to whomever. */
  static final int FOLLOWED_UP = 1 << 9;

  static final int ANCHOR = 0;
  static final int FLAGS = 1;
  static final int AUDIENCE_MESSAGES = 2;
  static final int ORGANIZATION_MESSAGES = 3;
  static final int TURNS = 4;
  static final int FIRST_RESPONSE = 5;
  static final int FIRST_DIRECT_RESPONSE = 6;
  static final int LAST_MESSAGE = 7;
  static final int OPENER = 8;
  private static final int WIDTH = 9;

  /** Strand by strand, so that one strand lies together. */
  private int[] facts = new int[64 * WIDTH];

  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int get(int strand, int fact) {
    return facts[strand * WIDTH + fact];
  }

  boolean has(int strand, int flag) {
    return (facts[strand * WIDTH + FLAGS] & flag) != 0;
  }

  @Override
  public boolean isAudienceOpened(int strand) {
    return has(strand, AUDIENCE_OPENED);
  }

  @Override
  public boolean isOpenerAnonymous(int strand) {
    return has(strand, ANONYMOUS_OPENER);
  }

  @Override
  public boolean isAutomatic(int strand) {
    return has(strand, AUTOMATIC);
  }

  @Override
  public boolean isCut(int strand) {
    return has(strand, CUT);
  }

  @Override
  public int audienceMessages(int strand) {
    return get(strand, AUDIENCE_MESSAGES);
  }

  @Override
  public int organizationMessages(int strand) {
    return get(strand, ORGANIZATION_MESSAGES);
  }

  @Override
  public int turns(int strand) {
    return get(strand, TURNS);
  }

  @Override
  public boolean isLastWordOfAudience(int strand) {
    return has(strand, LAST_WORD_OF_AUDIENCE);
  }

  @Override
  public boolean isAnswered(int strand) {
    return has(strand, ANSWERED);
  }

  @Override
  public boolean isReturned(int strand) {
    return has(strand, RETURNED);
  }

  @Override
  public boolean isFollowedUp(int strand) {
    return has(strand, RETURNED | FOLLOWED_UP);
  }

  @Override
  public boolean isOpenerReturned(int strand) {
    return has(strand, OPENER_RETURNED);
  }

  @Override
  public boolean isOpenerReturnedDirectly(int strand) {
    return has(strand, OPENER_RETURNED_DIRECTLY);
  }

  /** Adds what is seen of a strand. */
  void add(
      int anchor,
      int flags,
      int audienceMessages,
      int organizationMessages,
      int turns,
      int lastMessage) {
    int at = Math.multiplyExact(size, WIDTH);
    if (at == facts.length) {
      facts = Arrays.copyOf(facts, 2 * at);
    }
    facts[at + ANCHOR] = anchor;
    facts[at + FLAGS] = flags;
    facts[at + AUDIENCE_MESSAGES] = audienceMessages;
    facts[at + ORGANIZATION_MESSAGES] = organizationMessages;
    facts[at + TURNS] = turns;
    facts[at + LAST_MESSAGE] = lastMessage;
    size++;
  }

  /** Completes the strand added last with what does not depend on the follow-up. */
  void complete(int opener, int firstResponse, int firstDirectResponse) {
    int at = (size - 1) * WIDTH;
    facts[at + OPENER] = opener;
    facts[at + FIRST_RESPONSE] = firstResponse;
    facts[at + FIRST_DIRECT_RESPONSE] = firstDirectResponse;
  }
}
