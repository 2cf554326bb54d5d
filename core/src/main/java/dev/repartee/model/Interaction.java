package dev.repartee.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that a person did: a {@link Post}, a {@link Reply} or an {@link Act}.
 *
 * <p>It carries what the data says, right or wrong; the builder of a log checks it. Instances are
 * immutable. The methods that take a value return a copy with that value.
 */
public sealed interface Interaction permits AttributedInteraction {
  /** {@return the id, unique in the log or in its scope; empty if the data gives none} */
  Optional<String> id();

  /**
   * {@return the account that did it; empty if the data names none, which makes the author an
   * anonymous person of its own}
   */
  Optional<String> author();

  /**
   * {@return when it was done, to the millisecond; empty if the time is missing, unreadable or out
   * of range}
   */
  Optional<Instant> at();

  /**
   * {@return the time in milliseconds since 1970-01-01T00:00Z, or a special value that says why
   * there is none}
   */
  long atMillis();

  /**
   * {@return the id of the message this refers to: what a reply answers, or what an act is done on;
   * empty for a post and for an act on no message}
   */
  Optional<String> parent();

  /** {@return the id of the conversation that the data names, or empty} */
  Optional<String> conversation();

  /**
   * {@return the name of the channel, or empty} A row without a channel takes that of its parent.
   */
  Optional<String> channel();

  /** {@return the name of the topic, or empty} A row without a topic takes that of its parent. */
  Optional<String> topic();

  /** {@return the name of the organization addressed, or empty if the data names none} */
  Optional<String> addressee();

  /** {@return the account of the person addressed, or empty if the data names none} */
  Optional<String> naming();

  /** {@return the sentiment, or empty if it is unknown} */
  Optional<Sentiment> sentiment();

  /** {@return the intent, or empty if it is unknown} */
  Optional<Intent> intent();

  /** {@return the free label, such as {@code answer} or {@code comment}; or empty} */
  Optional<String> label();

  /** {@return the custom text attributes by name, unmodifiable} */
  Map<String, String> attributes();

  /** {@return the custom numbers by name, unmodifiable} */
  Map<String, Double> values();

  /**
   * {@return the fingerprint of the text, which is equal for equal texts; or empty} The text itself
   * is not kept.
   */
  Optional<String> fingerprint();

  /** {@return whether it expects a response: true unless the data says otherwise ("thanks!")} */
  boolean expectsResponse();

  /** {@return whether a machine sent it automatically, such as an auto-reply or a campaign mail} */
  boolean isAutomatic();

  /**
   * {@return whether the data says that the audience cannot see it, such as an agent's note in a
   * ticket} This matters only for messages of members.
   */
  boolean isPrivate();

  /**
   * {@return its position among rows of the same time, for sources with coarse clocks; or empty}
   */
  OptionalLong sequence();
}
