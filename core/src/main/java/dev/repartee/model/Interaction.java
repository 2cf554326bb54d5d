package dev.repartee.model;

import dev.repartee.internal.time.EventTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that somebody did: a {@link Post}, a {@link Reply} or an {@link Act}.
 *
 * <p>It carries what the data says, right or wrong; a builder of a log judges it. Instances are
 * immutable; the methods that take a value return a copy with that value.
 */
public sealed interface Interaction permits AttributedInteraction {
  /**
   * {@return the id, unique in the log or in its scope: the id, or empty where the data gives none}
   */
  Optional<String> id();

  /**
   * {@return the account that did it, or empty where the data names none: an anonymous person of
   * its own}
   */
  Optional<String> author();

  /**
   * {@return when it was done: the time to the millisecond, or empty where it is missing,
   * unreadable or out of range}
   */
  Optional<Instant> at();

  /**
   * {@return the time as epoch milliseconds, or the mark that says why there is none: a value or a
   * mark of {@link EventTime}}
   */
  long atMillis();

  /**
   * {@return the id of the message this one refers to: the parent of a reply, the object of an act;
   * or empty for a post and for an act on nothing}
   */
  Optional<String> parent();

  /** {@return the conversation that the data names: its id, or empty} */
  Optional<String> conversation();

  /** {@return the channel: its name, or empty} A row that names none takes that of its parent. */
  Optional<String> channel();

  /** {@return the topic: its name, or empty} A row that names none takes that of its parent. */
  Optional<String> topic();

  /** {@return the organization spoken to, where the data names it: its name, or empty} */
  Optional<String> addressee();

  /** {@return the account of the person spoken to, where the data names it; or empty} */
  Optional<String> naming();

  /** {@return the sentiment: the label, or empty where it is unknown} */
  Optional<Sentiment> sentiment();

  /** {@return the intent: the label, or empty where it is unknown} */
  Optional<Intent> intent();

  /** {@return the free label: {@code answer}, {@code comment}; the label, or empty} */
  Optional<String> label();

  /**
   * {@return the texts that it has under names of the caller's own: the texts by name; cannot be
   * changed}
   */
  Map<String, String> attributes();

  /**
   * {@return the numbers that it has under names of the caller's own: the numbers by name; cannot
   * be changed}
   */
  Map<String, Double> values();

  /**
   * {@return the fingerprint of the text: equal texts have equal fingerprints; or empty} The text
   * itself is not kept.
   */
  Optional<String> fingerprint();

  /** {@return whether it waits for a response: true unless the data says otherwise ("thanks!")} */
  boolean expectsResponse();

  /** {@return whether a machine sent it on its own: an auto-reply, a campaign mail} */
  boolean isAutomatic();

  /**
   * {@return whether the audience cannot see it, as the data says: a note of an agent in a ticket}
   * It matters where a member wrote it.
   */
  boolean isPrivate();

  /**
   * {@return the place among rows of the same time, in sources whose clocks are coarse: the number,
   * or empty}
   */
  OptionalLong sequence();
}
