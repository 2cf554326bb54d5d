package dev.repartee.examples.quickstart;

import java.util.List;
import java.util.Locale;

/** What a row can say about an interaction, and what its column is usually called. */
enum Field {
  ID("id message_id comment_id post_id tweet_id status_id event_id"),
  AUTHOR("author author_id user_id user username sender from account"),
  AT(
      "at at_utc created_at created_utc timestamp datetime sent_at"
          + " posted_at published_at published created time date"),
  PARENT(
      "parent parent_id reply_to in_reply_to reply_to_id in_reply_to_id"
          + " reply_to_comment_id in_reply_to_status_id in_reply_to_tweet_id on"),
  CONVERSATION(
      "conversation conversation_id thread thread_id ticket ticket_id" + " session session_id"),
  CHANNEL("channel platform network source"),
  TOPIC("topic campaign product"),
  SENTIMENT("sentiment polarity"),
  INTENT("intent"),
  KIND("kind type event event_type action"),
  LABEL("label"),
  ADDRESSEE("addressee addressed_to organization company brand"),
  NAMING("naming named mentioned"),
  FINGERPRINT("fingerprint content_key content_hash text_hash"),
  AUTOMATIC("automatic is_automatic auto_reply"),
  EXPECTS_RESPONSE("expects_response");

  private final String usualNames;

  Field(String usualNames) {
    this.usualNames = usualNames;
  }

  /** The name of the option and of the key in a mapping file: {@code expects-response}. */
  String optionName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Names to look for in a header, the likeliest first; lower case, words joined by {@code _}. */
  List<String> usualNames() {
    return List.of(usualNames.split(" ", -1));
  }

  /** What the help says. */
  String description() {
    return switch (this) {
      case ID -> "The id of a message.";
      case AUTHOR -> "The account that wrote or did it.";
      case AT -> "When: ISO 8601, or seconds or milliseconds since 1970.";
      case PARENT -> "The id of the message it answers, or of what an act was done on.";
      case CONVERSATION -> "The conversation or thread.";
      case CHANNEL -> "Where it happened.";
      case TOPIC -> "What it is about.";
      case SENTIMENT -> "negative, neutral, positive, or words that a mapping translates.";
      case INTENT -> "question, idea, complaint, praise or other.";
      case KIND -> "message, view, click, reaction, share, mention, follow, unfollow, …";
      case LABEL -> "A free label, for --answered-with.";
      case ADDRESSEE -> "The organization it speaks to, where there are several.";
      case NAMING -> "An account that it names (@carl).";
      case FINGERPRINT -> "Equal for equal texts, for --fold-repeats.";
      case AUTOMATIC -> "true for auto-replies and campaigns.";
      case EXPECTS_RESPONSE -> "false where no answer is expected.";
    };
  }

  /** Whether nothing can be measured without it. */
  boolean isRequired() {
    return this == AT || this == AUTHOR;
  }
}
