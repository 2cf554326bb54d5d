package dev.repartee.internal.exchange;

/** What strands are like, whatever their rows. */
public interface StrandFacts {
  /**
   * Returns whether somebody of the audience opened a strand. False where a member of the
   * organization did.
   */
  boolean isAudienceOpened(int strand);

  /** Returns whether the opener has no author. True where nobody can be seen to return. */
  boolean isOpenerAnonymous(int strand);

  /**
   * Returns whether all messages of a strand are transparent. True for a strand in which no person
   * spoke.
   */
  boolean isAutomatic(int strand);

  /** Returns whether the opener of a strand replies to a message that is not in the log. */
  boolean isCut(int strand);

  /** Returns how many messages of the audience a strand has. */
  int audienceMessages(int strand);

  /** Returns how many messages of the organization a strand has. */
  int organizationMessages(int strand);

  /** Returns how many turns of sides a strand has. */
  int turns(int strand);

  /**
   * Returns whether the audience has the last word in a strand: whether the last message that is
   * not transparent is one of the audience that expects a response. False where the organization
   * wrote last, or the last message expects nothing.
   */
  boolean isLastWordOfAudience(int strand);

  /**
   * Returns whether any person of the audience was answered in a strand. Whether there is an
   * answer, direct or inferred.
   */
  boolean isAnswered(int strand);

  /** Returns whether any person spoke in a strand, was answered and spoke again. */
  boolean isReturned(int strand);

  /** Returns whether anybody of the audience spoke in a strand after somebody was answered. */
  boolean isFollowedUp(int strand);

  /**
   * Returns whether the person of the audience who opened a strand was answered and spoke again.
   * False where the organization opened.
   */
  boolean isOpenerReturned(int strand);

  /**
   * Returns the same, counting only answers whose parent is the opener itself. False where the
   * organization opened.
   */
  boolean isOpenerReturnedDirectly(int strand);
}
