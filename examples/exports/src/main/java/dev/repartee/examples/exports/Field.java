package dev.repartee.examples.exports;

import java.util.List;
import java.util.Locale;

/** What a row can say about an interaction, and what its column is usually called. */
public enum Field {
  /** The id of a message. */
  ID("id message_id comment_id post_id tweet_id status_id event_id"),
  /** The account that wrote or did it. */
  AUTHOR("author author_id user_id user username sender from account"),
  /** When. */
  AT(
      "at at_utc created_at created_utc timestamp datetime sent_at"
          + " posted_at published_at published created time date"),
  /** What it answers, or what an act was done on. */
  PARENT(
      "parent parent_id reply_to in_reply_to reply_to_id in_reply_to_id"
          + " reply_to_comment_id in_reply_to_status_id in_reply_to_tweet_id in_response_to_tweet_id on"),
  /** The conversation. */
  CONVERSATION(
      "conversation conversation_id thread thread_id ticket ticket_id" + " session session_id"),
  /** Where it happened. */
  CHANNEL("channel platform network source"),
  /** What it is about. */
  TOPIC("topic campaign product"),
  /** How it is meant. */
  SENTIMENT("sentiment polarity"),
  /** What it wants. */
  INTENT("intent"),
  /** Whether it is a message, and if not, which act. */
  KIND("kind type event event_type action"),
  /** A free label. */
  LABEL("label"),
  /** The organization it speaks to. */
  ADDRESSEE("addressee addressed_to organization company brand"),
  /** The account that it names. */
  NAMING("naming named mentioned"),
  /** Equal for equal texts. */
  FINGERPRINT("fingerprint content_key content_hash text_hash"),
  /** Whether a program sent it on its own. */
  AUTOMATIC("automatic is_automatic auto_reply"),
  /** Whether an answer is expected. */
  EXPECTS_RESPONSE("expects_response"),
  /** Whether only members see it. */
  PRIVATE("private is_private internal is_internal public is_public"),
  /** The place among rows of the same time. */
  SEQUENCE("sequence"),
  /** How somebody rated, in a row of the kind {@code rate}. */
  RATING("rating"),
  /** To whom a row of the kind {@code assign} gives a conversation. */
  ASSIGNED_TO("assigned_to assignee");

  private final String usualNames;

  Field(String usualNames) {
    this.usualNames = usualNames;
  }

  /**
   * Returns the name of the option and of the key in a mapping file.
   *
   * @return such as {@code expects-response}
   */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Names to look for in a header, the likeliest first; lower case, words joined by {@code _}. */
  List<String> usualNames() {
    return List.of(usualNames.split(" ", -1));
  }

  /** The name in the rows that recipes make: {@code expectsResponse}. */
  String rowName() {
    return switch (this) {
      case EXPECTS_RESPONSE -> "expectsResponse";
      case ASSIGNED_TO -> "assignedTo";
      default -> optionName();
    };
  }

  /**
   * Returns what the help says.
   *
   * @return a sentence
   */
  public String description() {
    return switch (this) {
      case ID -> "The id of a message; user,date,title where several columns make one.";
      case AUTHOR -> "The account that wrote or did it.";
      case AT -> "When; date,time where they are two columns.";
      case PARENT -> "The id of the message it answers, or of what an act was done on.";
      case CONVERSATION -> "The conversation or thread.";
      case CHANNEL -> "Where it happened.";
      case TOPIC -> "What it is about.";
      case SENTIMENT -> "negative, neutral, positive, or words that a mapping translates.";
      case INTENT -> "question, idea, complaint, praise or other.";
      case KIND ->
          "message, view, click, share, …; resolve, reopen, hold, resume, assign, rate; none.";
      case LABEL -> "A free label, for --answered-with.";
      case ADDRESSEE -> "The organization it speaks to, where there are several.";
      case NAMING -> "An account that it names (@carl).";
      case FINGERPRINT -> "Equal for equal texts, for --fold-repeats.";
      case AUTOMATIC -> "true for auto-replies and campaigns.";
      case EXPECTS_RESPONSE -> "false where no answer is expected.";
      case SEQUENCE -> "The place among rows of the same time, a whole number.";
      case RATING -> "A whole number, in rows of the kind rate.";
      case ASSIGNED_TO -> "A department or a member, in rows of the kind assign.";
      case PRIVATE -> "true where only members see it (or false in a column called public).";
    };
  }

  /** Whether its texts are ids or accounts, which are compared and not understood. */
  boolean isKey() {
    return switch (this) {
      case ID, AUTHOR, PARENT, CONVERSATION, NAMING -> true;
      default -> false;
    };
  }

  /** Whether it tells messages or conversations apart. */
  boolean isId() {
    return this == ID || this == PARENT || this == CONVERSATION;
  }

  /** Whether a file has but few texts for it, which come again and again. */
  boolean isOfFewTexts() {
    return switch (this) {
      case ID, AUTHOR, AT, PARENT, CONVERSATION, SEQUENCE, NAMING, FINGERPRINT -> false;
      default -> true;
    };
  }

  /** Whether nothing can be measured without it. */
  boolean isRequired() {
    return this == AT || this == AUTHOR;
  }
}
