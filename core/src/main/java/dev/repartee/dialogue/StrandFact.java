package dev.repartee.dialogue;

import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.internal.exchange.StrandFacts;

/** What a strand adds to the counts: found once, added to several. */
final class StrandFact {
  private static final int RETURNED = 1;
  private static final int ANSWERED = 2;
  private static final int AUDIENCE_SPOKE = 4;
  private static final int ORGANIZATION_SPOKE = 8;
  private static final int CUT = 16;

  /** The form by what happened: looking it up is faster than guessing where each question leads. */
  private static final byte[] FORMS = forms();

  private int form;
  private int audienceMessages;
  private int organizationMessages;
  private int turns;
  private int tenth;
  private boolean isOpenerNamed;
  private boolean isFollowedUp;
  private boolean isOpenerReturned;
  private boolean isOpenerReturnedDirectly;
  private boolean isLastWordOfAudience;

  private static byte[] forms() {
    byte[] forms = new byte[32];
    for (int happened = 0; happened < forms.length; happened++) {
      forms[happened] = (byte) form(happened).place();
    }
    return forms;
  }

  private static Form form(int happened) {
    if ((happened & RETURNED) != 0) {
      return Form.DIALOGUE;
    }
    if ((happened & ANSWERED) != 0) {
      return Form.ANSWERED;
    }
    if ((happened & AUDIENCE_SPOKE) == 0) {
      return (happened & CUT) == 0 ? Form.BROADCAST : Form.CUT;
    }
    return (happened & ORGANIZATION_SPOKE) == 0 ? Form.UNHEARD : Form.ECHO;
  }

  /** Finds what a strand adds in which somebody spoke. */
  void moveTo(StrandFacts strands, int strand) {
    audienceMessages = strands.audienceMessages(strand);
    organizationMessages = strands.organizationMessages(strand);
    turns = strands.turns(strand);
    form =
        FORMS[
            (strands.isReturned(strand) ? RETURNED : 0)
                | (strands.isAnswered(strand) ? ANSWERED : 0)
                | (audienceMessages > 0 ? AUDIENCE_SPOKE : 0)
                | (organizationMessages > 0 ? ORGANIZATION_SPOKE : 0)
                | (strands.isCut(strand) ? CUT : 0)];
    // 1 - |o - a| / (o + a) is 2 min(o, a) / (o + a).
    long fewer = Math.min(audienceMessages, organizationMessages);
    long messages = (long) audienceMessages + organizationMessages;
    long share = 2 * StrandCounts.TENTHS * fewer / messages;
    tenth = (int) Math.min(share, StrandCounts.TENTHS - 1);
    isOpenerNamed =
        strands.isAudienceOpened(strand)
            && !strands.isOpenerAnonymous(strand)
            && !strands.isCut(strand);
    isFollowedUp = strands.isFollowedUp(strand);
    isOpenerReturned = strands.isOpenerReturned(strand);
    isOpenerReturnedDirectly = strands.isOpenerReturnedDirectly(strand);
    isLastWordOfAudience = strands.isLastWordOfAudience(strand);
  }

  int form() {
    return form;
  }

  int audienceMessages() {
    return audienceMessages;
  }

  int organizationMessages() {
    return organizationMessages;
  }

  int turns() {
    return turns;
  }

  /** The class of balance. */
  int tenth() {
    return tenth;
  }

  boolean isOpenerNamed() {
    return isOpenerNamed;
  }

  boolean isFollowedUp() {
    return isFollowedUp;
  }

  boolean isOpenerReturned() {
    return isOpenerReturned;
  }

  boolean isOpenerReturnedDirectly() {
    return isOpenerReturnedDirectly;
  }

  boolean isLastWordOfAudience() {
    return isLastWordOfAudience;
  }
}
