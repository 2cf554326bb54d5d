package dev.repartee.log;

import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Interaction;
import dev.repartee.model.Sentiment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows from columns through one reusable cursor, without creating an object per row. Set what
 * the row has, in any order, then call {@link #end}. Builders of logs and live logs each have one;
 * a program has no reason to extend it.
 *
 * <pre>{@code
 * Appender a = builder.appender();
 * a.id(17L).parent(3L).author("acme").at(millis).channel("twitter").end();
 * }</pre>
 *
 * <p>A value that is not set is absent; of a value set twice the last counts. The number {@code 12}
 * and the texts {@code "12"} and {@code " 12"} are the same id: white space around ids and names is
 * dropped, and names are compared in Unicode normalization form C ({@link
 * Audit.Reason#NORMALIZED}). A row is a message unless {@link #act} is called.
 */
public abstract class Appender {
  /** For the logs of this library. */
  protected Appender() {}

  /**
   * Sets all that an object says of a row, which is not ended by it.
   *
   * @param row a post, a reply or an act
   * @return this cursor
   */
  public final Appender row(Interaction row) {
    id(row.id().orElse(null))
        .parent(row.parent().orElse(null))
        .conversation(row.conversation().orElse(null))
        .author(row.author().orElse(null))
        .at(row.atMillis())
        .channel(row.channel().orElse(null))
        .topic(row.topic().orElse(null))
        .label(row.label().orElse(null))
        .addressedTo(row.addressee().orElse(null))
        .naming(row.naming().orElse(null))
        .fingerprint(row.fingerprint().orElse(null))
        .sentiment(row.sentiment().orElse(null))
        .intent(row.intent().orElse(null))
        .expectsResponse(row.expectsResponse())
        .automatic(row.isAutomatic())
        .privately(row.isPrivate());
    row.sequence().ifPresent(this::sequence);
    row.attributes().forEach(this::attribute);
    row.values().forEach(this::value);
    if (row instanceof Act act) {
      act(act.kind()).assignedTo(act.assignedTo().orElse(null));
      act.rating().ifPresent(this::rating);
    }
    return this;
  }

  /**
   * Sets the id.
   *
   * @param id a number
   * @return this cursor
   */
  public abstract Appender id(long id);

  /**
   * Sets the id.
   *
   * @param id a text; null or blank is absent
   * @return this cursor
   */
  public abstract Appender id(@Nullable CharSequence id);

  /**
   * Sets the message that a reply answers, or that an act is done on.
   *
   * @param id the id of a message, as a number
   * @return this cursor
   */
  public abstract Appender parent(long id);

  /**
   * Sets the message that a reply answers, or that an act is done on.
   *
   * @param id the id of a message; null or blank is absent
   * @return this cursor
   */
  public abstract Appender parent(@Nullable CharSequence id);

  /**
   * Sets the conversation.
   *
   * @param id its id, as a number
   * @return this cursor
   */
  public abstract Appender conversation(long id);

  /**
   * Sets the conversation.
   *
   * @param id its id; null or blank is absent
   * @return this cursor
   */
  public abstract Appender conversation(@Nullable CharSequence id);

  /**
   * Sets the account of the author.
   *
   * @param account the account, as a number
   * @return this cursor
   */
  public abstract Appender author(long account);

  /**
   * Sets the account of the author.
   *
   * @param account the account; null or blank is anonymous
   * @return this cursor
   */
  public abstract Appender author(@Nullable CharSequence account);

  /**
   * Sets the time.
   *
   * @param millis milliseconds since 1970-01-01T00:00Z
   * @return this cursor
   */
  public abstract Appender at(long millis);

  /**
   * Sets the time.
   *
   * @param instant the instant; null is absent
   * @return this cursor
   */
  public abstract Appender at(@Nullable Instant instant);

  /**
   * Sets the time.
   *
   * @param text ISO 8601 with an offset, such as {@code 2026-01-05T09:00:00Z}; null or blank is
   *     absent
   * @return this cursor
   */
  public abstract Appender at(@Nullable CharSequence text);

  /**
   * Sets the channel.
   *
   * @param name its name; null or blank is absent
   * @return this cursor
   */
  public abstract Appender channel(@Nullable CharSequence name);

  /**
   * Sets the topic.
   *
   * @param name its name; null or blank is absent
   * @return this cursor
   */
  public abstract Appender topic(@Nullable CharSequence name);

  /**
   * Sets the free label.
   *
   * @param label the label; null or blank is absent
   * @return this cursor
   */
  public abstract Appender label(@Nullable CharSequence label);

  /**
   * Sets the organization that the row is addressed to.
   *
   * @param organization its name; null or blank is absent
   * @return this cursor
   */
  public abstract Appender addressedTo(@Nullable CharSequence organization);

  /**
   * Sets the person that the message is addressed to.
   *
   * @param account an account of the person; null or blank is absent
   * @return this cursor
   */
  public abstract Appender naming(@Nullable CharSequence account);

  /**
   * Sets the fingerprint of the text.
   *
   * @param fingerprint equal for equal texts; null or blank is absent
   * @return this cursor
   */
  public abstract Appender fingerprint(@Nullable CharSequence fingerprint);

  /**
   * Sets the fingerprint of the text.
   *
   * @param fingerprint a hash of the text
   * @return this cursor
   */
  public abstract Appender fingerprint(long fingerprint);

  /**
   * Sets a custom text attribute. A reply does not inherit it from its parent.
   *
   * @param name its name, the same on all rows that have it
   * @param text its text; null or blank is absent
   * @return this cursor
   * @throws IllegalArgumentException if the name is blank, or is the 101st of the log
   */
  public abstract Appender attribute(String name, @Nullable CharSequence text);

  /**
   * Sets a custom number, such as the value of an order. It is kept in whole millionths, so that
   * sums are exact.
   *
   * @param name its name, the same on all rows that have it
   * @param number the number, from -10^12 to 10^12; leave it out for a row that has none
   * @return this cursor
   * @throws IllegalArgumentException if the number is out of range or NaN, or the name is blank or
   *     is the 101st of the log
   */
  public abstract Appender value(String name, double number);

  /**
   * Sets the sentiment.
   *
   * @param sentiment the label; null is unknown
   * @return this cursor
   */
  public abstract Appender sentiment(@Nullable Sentiment sentiment);

  /**
   * Sets the intent.
   *
   * @param intent the label; null is unknown
   * @return this cursor
   */
  public abstract Appender intent(@Nullable Intent intent);

  /**
   * Makes the row an act.
   *
   * @param kind what was done; for an act on the state of a conversation ({@link
   *     ActKind#isOfState}), set {@link #parent} to any of its messages or {@link #conversation} to
   *     its id
   * @return this cursor
   */
  public abstract Appender act(ActKind kind);

  /**
   * Sets who an {@link ActKind#ASSIGN} assigns the conversation to.
   *
   * @param departmentOrMember the name of a department, or the account of a member; null or blank
   *     removes the assignment
   * @return this cursor
   */
  public abstract Appender assignedTo(@Nullable CharSequence departmentOrMember);

  /**
   * Sets the rating of a {@link ActKind#RATE}; other rows ignore it.
   *
   * @param stars the rating, from -1,000 to 1,000, on the scale that all ratings of the log share
   * @return this cursor
   * @throws IllegalArgumentException if the rating is outside that range
   */
  public abstract Appender rating(int stars);

  /**
   * Sets whether the message expects a response; true by default.
   *
   * @param expected false for "thanks!"
   * @return this cursor
   */
  public abstract Appender expectsResponse(boolean expected);

  /**
   * Sets whether a machine sent it automatically; false by default.
   *
   * @param automatic true for an auto-reply or a campaign mail
   * @return this cursor
   */
  public abstract Appender automatic(boolean automatic);

  /**
   * Sets whether it is hidden from the audience; false by default. This matters only for messages
   * of members ({@link Audit.Reason#PRIVATE}).
   *
   * @param isPrivate true for a note that only colleagues see
   * @return this cursor
   */
  public abstract Appender privately(boolean isPrivate);

  /**
   * Sets the position among rows of the same time, for sources with coarse clocks.
   *
   * @param sequence lower numbers happened earlier; rows without a number come last
   * @return this cursor
   */
  public abstract Appender sequence(long sequence);

  /**
   * Ends the row and offers it to the log. The cursor is then empty and ready for the next row.
   * Whoever reads a live log sees the row from now on.
   *
   * @throws IllegalArgumentException if it is a row of a builder that is strict, and bad
   * @throws IllegalStateException if the builder has built its log already
   */
  public abstract void end();

  /**
   * Offers a row that could not be read at all, such as a broken line of a file. It is set aside
   * and counted as {@link Audit.Reason#UNREADABLE}.
   *
   * @throws IllegalArgumentException if it is a row of a builder that is strict
   * @throws IllegalStateException if the builder has built its log already, or a row was begun but
   *     not ended
   */
  public abstract void unreadable();
}
