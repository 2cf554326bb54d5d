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
   * Returns the id, unique in the log or in its scope.
   *
   * @return the id, or empty where the data gives none
   */
  Optional<String> id();

  /**
   * Returns the account that did it.
   *
   * @return the account, or empty where the data names none: an anonymous person of its own
   */
  Optional<String> author();

  /**
   * Returns when it was done.
   *
   * @return the time to the millisecond, or empty where it is missing, unreadable or out of range
   */
  Optional<Instant> at();

  /**
   * Returns the time as epoch milliseconds, or the mark that says why there is none.
   *
   * @return a value or a mark of {@link EventTime}
   */
  long atMillis();

  /**
   * Returns the id of the message this one refers to: the parent of a reply, the object of an act.
   *
   * @return the id, or empty for a post and for an act on nothing
   */
  Optional<String> parent();

  /**
   * Returns the conversation that the data names.
   *
   * @return its id, or empty
   */
  Optional<String> conversation();

  /**
   * Returns the channel. A row that names none takes that of its parent.
   *
   * @return its name, or empty
   */
  Optional<String> channel();

  /**
   * Returns the topic. A row that names none takes that of its parent.
   *
   * @return its name, or empty
   */
  Optional<String> topic();

  /**
   * Returns the organization spoken to, where the data names it.
   *
   * @return its name, or empty
   */
  Optional<String> addressee();

  /**
   * Returns the account of the person spoken to, where the data names it.
   *
   * @return the account, or empty
   */
  Optional<String> naming();

  /**
   * Returns the sentiment.
   *
   * @return the label, or empty where it is unknown
   */
  Optional<Sentiment> sentiment();

  /**
   * Returns the intent.
   *
   * @return the label, or empty where it is unknown
   */
  Optional<Intent> intent();

  /**
   * Returns the free label: {@code answer}, {@code comment}.
   *
   * @return the label, or empty
   */
  Optional<String> label();

  /**
   * Returns the texts that it has under names of the caller's own.
   *
   * @return the texts by name; cannot be changed
   */
  Map<String, String> attributes();

  /**
   * Returns the numbers that it has under names of the caller's own.
   *
   * @return the numbers by name; cannot be changed
   */
  Map<String, Double> values();

  /**
   * Returns the fingerprint of the text: equal texts have equal fingerprints. The text itself is
   * not kept.
   *
   * @return the fingerprint, or empty
   */
  Optional<String> fingerprint();

  /**
   * Returns whether it waits for a response: true unless the data says otherwise ("thanks!").
   *
   * @return whether a response is expected
   */
  boolean expectsResponse();

  /**
   * Returns whether a machine sent it on its own: an auto-reply, a campaign mail.
   *
   * @return whether it is automatic
   */
  boolean isAutomatic();

  /**
   * Returns whether the audience cannot see it, as the data says: a note of an agent in a ticket.
   * It matters where a member wrote it.
   *
   * @return whether it is private
   */
  boolean isPrivate();

  /**
   * Returns the place among rows of the same time, in sources whose clocks are coarse.
   *
   * @return the number, or empty
   */
  OptionalLong sequence();
}
