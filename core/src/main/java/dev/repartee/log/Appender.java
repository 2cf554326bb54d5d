package dev.repartee.log;

import dev.repartee.internal.math.Micros;
import dev.repartee.internal.text.CleanText;
import dev.repartee.internal.time.EventTime;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The door for columns: one reusable cursor, and no object per row. Set what the row has, in any
 * order, and end it.
 *
 * <pre>{@code
 * Appender a = builder.appender();
 * a.id(17L).parent(3L).author("acme").at(millis).channel("twitter").end();
 * }</pre>
 *
 * <p>What is not set is absent; what is set twice has the last value. Numeric {@code 12} and text
 * {@code "12"} are the same id, and so is {@code " 12"}: white space around ids and names is
 * dropped, and names are compared in Unicode normalization form C ({@link
 * Audit.Reason#NORMALIZED}). A row is a message unless {@link #act} says otherwise.
 */
public final class Appender {
  private final Staging staging;
  private final EngagementLog.Builder builder;
  private long at = EventTime.MISSING;

  /** The time as it was given, for messages: an object, or else a number. */
  private @Nullable Object given;

  private long givenMillis = EventTime.MISSING;
  private int bits;

  /** What becomes of a conversation, where the row tells it. */
  private @Nullable ActKind state;

  private @Nullable String assignee;
  private @Nullable Integer rating;

  /** Whether anything in the row at hand was not written as it is compared. */
  private boolean isNormalized;

  Appender(Staging staging, EngagementLog.Builder builder) {
    this.staging = staging;
    this.builder = builder;
  }

  /**
   * Sets the id.
   *
   * @param id a number
   * @return this cursor
   */
  public Appender id(long id) {
    return number(staging.id, id);
  }

  /**
   * Sets the id.
   *
   * @param id a text; null or blank is absent
   * @return this cursor
   */
  public Appender id(@Nullable CharSequence id) {
    return id(staging.id, id);
  }

  /**
   * Sets what a reply answers, or what an act is done on.
   *
   * @param id the id of a message, as a number
   * @return this cursor
   */
  public Appender parent(long id) {
    return number(staging.parent, id);
  }

  /**
   * Sets what a reply answers, or what an act is done on.
   *
   * @param id the id of a message; null or blank is absent
   * @return this cursor
   */
  public Appender parent(@Nullable CharSequence id) {
    return id(staging.parent, id);
  }

  /**
   * Sets the conversation.
   *
   * @param id its id, as a number
   * @return this cursor
   */
  public Appender conversation(long id) {
    return number(staging.conversation, id);
  }

  /**
   * Sets the conversation.
   *
   * @param id its id; null or blank is absent
   * @return this cursor
   */
  public Appender conversation(@Nullable CharSequence id) {
    return id(staging.conversation, id);
  }

  /**
   * Sets the account of the author.
   *
   * @param account the account, as a number
   * @return this cursor
   */
  public Appender author(long account) {
    return number(staging.author, account);
  }

  /**
   * Sets the account of the author.
   *
   * @param account the account; null or blank is anonymous
   * @return this cursor
   */
  public Appender author(@Nullable CharSequence account) {
    return account(staging.author, account);
  }

  /**
   * Sets the time.
   *
   * @param millis milliseconds since 1970-01-01T00:00Z
   * @return this cursor
   */
  public Appender at(long millis) {
    at = EventTime.of(millis);
    given = null;
    givenMillis = millis;
    return this;
  }

  /**
   * Sets the time.
   *
   * @param instant the instant; null is absent
   * @return this cursor
   */
  public Appender at(@Nullable Instant instant) {
    at = EventTime.of(instant);
    given = instant;
    givenMillis = at;
    return this;
  }

  /**
   * Sets the time.
   *
   * @param text ISO 8601 with an offset ({@link EventTime#parse}); null or blank is absent
   * @return this cursor
   */
  public Appender at(@Nullable CharSequence text) {
    at = EventTime.parse(text);
    given = text;
    givenMillis = at;
    return this;
  }

  /** Sets a time that may be a mark already. */
  Appender atMark(long millisOrMark) {
    at = millisOrMark;
    given = null;
    givenMillis = millisOrMark;
    return this;
  }

  /**
   * Sets the channel.
   *
   * @param name its name; null or blank is absent
   * @return this cursor
   */
  public Appender channel(@Nullable CharSequence name) {
    return name(staging.channel, staging.channels, name);
  }

  /**
   * Sets the topic.
   *
   * @param name its name; null or blank is absent
   * @return this cursor
   */
  public Appender topic(@Nullable CharSequence name) {
    return name(staging.topic, staging.topics, name);
  }

  /**
   * Sets the free label.
   *
   * @param label the label; null or blank is absent
   * @return this cursor
   */
  public Appender label(@Nullable CharSequence label) {
    return name(staging.label, staging.labels, label);
  }

  /**
   * Sets the organization spoken to.
   *
   * @param organization its name; null or blank is absent
   * @return this cursor
   */
  public Appender addressedTo(@Nullable CharSequence organization) {
    return name(staging.addressee, staging.addressees, organization);
  }

  /**
   * Sets the person spoken to.
   *
   * @param account an account of the person; null or blank is absent
   * @return this cursor
   */
  public Appender naming(@Nullable CharSequence account) {
    return account(staging.naming, account);
  }

  /**
   * Sets the fingerprint of the text.
   *
   * @param fingerprint equal for equal texts; null or blank is absent
   * @return this cursor
   */
  public Appender fingerprint(@Nullable CharSequence fingerprint) {
    return text(staging.fingerprint, fingerprint);
  }

  /**
   * Sets the fingerprint of the text.
   *
   * @param fingerprint a hash of the text
   * @return this cursor
   */
  public Appender fingerprint(long fingerprint) {
    return number(staging.fingerprint, fingerprint);
  }

  /**
   * Sets an attribute of the caller's own. A reply does not inherit it from what it answers.
   *
   * @param name what it is called; the same name for all rows that have it
   * @param text its text; null or blank is absent
   * @return this cursor
   * @throws IllegalArgumentException if the name is blank, or the 101st of the log
   */
  public Appender attribute(String name, @Nullable CharSequence text) {
    staging.attributes.set(staging.size(), name, text);
    return this;
  }

  /**
   * Sets a number of the caller's own, such as what an order was worth. It is kept in whole
   * millionths, so that sums are exact.
   *
   * @param name what it is called; the same name for all rows that have it
   * @param number from -10^12 to 10^12; a row without one leaves it out
   * @return this cursor
   * @throws IllegalArgumentException if the number is another or NaN, or the name is blank or the
   *     101st of the log
   */
  public Appender value(String name, double number) {
    staging.attributes.set(staging.size(), name, Micros.of(name, number));
    return this;
  }

  /**
   * Sets the sentiment.
   *
   * @param sentiment the label; null is unknown
   * @return this cursor
   */
  public Appender sentiment(@Nullable Sentiment sentiment) {
    bits = RowBits.withSentiment(bits, sentiment);
    return this;
  }

  /**
   * Sets the intent.
   *
   * @param intent the label; null is unknown
   * @return this cursor
   */
  public Appender intent(@Nullable Intent intent) {
    bits = RowBits.withIntent(bits, intent);
    return this;
  }

  /**
   * Makes the row an act.
   *
   * @param kind what was done; of the kinds that tell what becomes of a conversation the {@link
   *     #parent} is any of its messages, or else its id is the {@link #conversation}
   * @return this cursor
   */
  public Appender act(ActKind kind) {
    boolean isOfState = Objects.requireNonNull(kind, "kind").isOfState();
    state = isOfState ? kind : null;
    bits = isOfState ? RowBits.withoutAct(bits) : RowBits.withAct(bits, kind);
    return this;
  }

  /**
   * Sets to whom an {@link ActKind#ASSIGN} gives a conversation.
   *
   * @param departmentOrMember the name of a department, or the account of a member; null or blank
   *     takes it from whoever had it
   * @return this cursor
   */
  public Appender assignedTo(@Nullable CharSequence departmentOrMember) {
    assignee =
        departmentOrMember == null
            ? null
            : cleaned(departmentOrMember, CleanText.name(departmentOrMember)).toString();
    return this;
  }

  /**
   * Sets how somebody rated by a {@link ActKind#RATE}; in other rows it means nothing.
   *
   * @param stars the rating, on whatever scale all ratings of the log are, from -1,000 to 1,000
   * @return this cursor
   * @throws IllegalArgumentException if it is another
   */
  public Appender rating(int stars) {
    rating = Act.requireStars(stars);
    return this;
  }

  /**
   * Sets whether the message waits for a response; it does unless told otherwise.
   *
   * @param expected false for "thanks!"
   * @return this cursor
   */
  public Appender expectsResponse(boolean expected) {
    bits = expected ? (bits & ~RowBits.EXPECTS_NO_RESPONSE) : (bits | RowBits.EXPECTS_NO_RESPONSE);
    return this;
  }

  /**
   * Sets whether a machine sent it on its own; it did not unless told otherwise.
   *
   * @param automatic true for an auto-reply or a campaign mail
   * @return this cursor
   */
  public Appender automatic(boolean automatic) {
    bits = automatic ? bits | RowBits.AUTOMATIC : bits & ~RowBits.AUTOMATIC;
    return this;
  }

  /**
   * Sets whether the audience cannot see it; it can unless told otherwise. It matters where a
   * member wrote it ({@link Audit.Reason#PRIVATE}).
   *
   * @param isPrivate true for a note that only colleagues see
   * @return this cursor
   */
  public Appender privately(boolean isPrivate) {
    bits = isPrivate ? bits | RowBits.PRIVATE : bits & ~RowBits.PRIVATE;
    return this;
  }

  /**
   * Sets the place among rows of the same time, for sources whose clocks are coarse.
   *
   * @param sequence what has the lower number happened first; rows without one come after
   * @return this cursor
   */
  public Appender sequence(long sequence) {
    return number(staging.sequence, sequence);
  }

  /**
   * Ends the row and offers it to the log. The cursor is then empty, ready for the next.
   *
   * @throws IllegalArgumentException if the builder is strict and the row is bad
   * @throws IllegalStateException if the log was built already
   */
  public void end() {
    int row = staging.size();
    staging.at.set(row, at);
    staging.bits.set(row, staging.author.isPresent(row) ? bits : bits | RowBits.ANONYMOUS);
    if (state != null) {
      staging.addState(state, assignee, rating);
    }
    staging.endRow(bits, isNormalized);
    isNormalized = false;
    state = null;
    assignee = null;
    rating = null;
    Object givenTime = given;
    long givenTimeMillis = givenMillis;
    at = EventTime.MISSING;
    given = null;
    givenMillis = EventTime.MISSING;
    bits = 0;
    builder.judge(row, givenTime, givenTimeMillis);
  }

  /**
   * Offers a row of which nothing could be read, as a line of a file that is broken: it is set
   * aside and counted as {@link Audit.Reason#UNREADABLE}.
   *
   * @throws IllegalArgumentException if the builder is strict
   * @throws IllegalStateException if the log was built already, or a row was begun and not ended
   */
  public void unreadable() {
    requireEnded();
    builder.refuse();
  }

  /** Throws where a row was begun and not ended: it would be lost, or mixed with the next. */
  void requireEnded() {
    boolean tellsState = state != null || assignee != null || rating != null;
    if (at != EventTime.MISSING || bits != 0 || tellsState || staging.isBegun()) {
      throw new IllegalStateException(
          "row "
              + (staging.size() + 1)
              + " was begun and not ended; call end() after its last value");
    }
  }

  private Appender number(KeyColumn column, long value) {
    column.set(staging.size(), value);
    return this;
  }

  private Appender text(KeyColumn column, @Nullable CharSequence text) {
    column.set(staging.size(), text);
    return this;
  }

  private Appender id(KeyColumn column, @Nullable CharSequence id) {
    return text(column, id == null ? null : cleaned(id, CleanText.id(id)));
  }

  private Appender account(KeyColumn column, @Nullable CharSequence account) {
    return text(column, account == null ? null : cleaned(account, CleanText.name(account)));
  }

  private Appender name(IntColumn column, Names names, @Nullable CharSequence name) {
    int code = name == null ? Names.NONE : names.find(name);
    if (code == Names.NONE && name != null && !Keys.isBlank(name)) {
      code = names.code(cleaned(name, CleanText.name(name)));
    }
    column.set(staging.size(), code + 1);
    return this;
  }

  private CharSequence cleaned(CharSequence given, CharSequence clean) {
    isNormalized |= given != clean && clean.length() > 0;
    return clean;
  }

  @Override
  public String toString() {
    return "appender at row " + (staging.size() + 1);
  }
}
