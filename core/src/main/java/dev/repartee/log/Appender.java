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
 * Adds rows from columns through one reusable cursor, without creating an object per row. Set what
 * the row has, in any order, then call {@link #end}.
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
public final class Appender {
  private final Staging staging;
  private final EngagementLog.Builder builder;
  private long at = EventTime.MISSING;

  /** The time as it was given, for use in error messages: an object, or else a number. */
  private @Nullable Object given;

  private long givenMillis = EventTime.MISSING;
  private int bits;

  /** The state act that the row is, if it is one. */
  private @Nullable ActKind state;

  private @Nullable String assignee;
  private @Nullable Integer rating;

  /** Whether anything in the current row had to be normalized. */
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
   * Sets the message that a reply answers, or that an act is done on.
   *
   * @param id the id of a message, as a number
   * @return this cursor
   */
  public Appender parent(long id) {
    return number(staging.parent, id);
  }

  /**
   * Sets the message that a reply answers, or that an act is done on.
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
   * @param text ISO 8601 with an offset, such as {@code 2026-01-05T09:00:00Z}; null or blank is
   *     absent
   * @return this cursor
   */
  public Appender at(@Nullable CharSequence text) {
    at = EventTime.parse(text);
    given = text;
    givenMillis = at;
    return this;
  }

  /** Sets a time that may already be a mark. */
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
   * Sets the organization that the row is addressed to.
   *
   * @param organization its name; null or blank is absent
   * @return this cursor
   */
  public Appender addressedTo(@Nullable CharSequence organization) {
    return name(staging.addressee, staging.addressees, organization);
  }

  /**
   * Sets the person that the message is addressed to.
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
   * Sets a custom text attribute. A reply does not inherit it from its parent.
   *
   * @param name its name, the same on all rows that have it
   * @param text its text; null or blank is absent
   * @return this cursor
   * @throws IllegalArgumentException if the name is blank, or is the 101st of the log
   */
  public Appender attribute(String name, @Nullable CharSequence text) {
    staging.attributes.set(staging.size(), name, text);
    return this;
  }

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
   * @param kind what was done; for an act on the state of a conversation ({@link
   *     ActKind#isOfState}), set {@link #parent} to any of its messages or {@link #conversation} to
   *     its id
   * @return this cursor
   */
  public Appender act(ActKind kind) {
    boolean isOfState = Objects.requireNonNull(kind, "kind").isOfState();
    state = isOfState ? kind : null;
    bits = isOfState ? RowBits.withoutAct(bits) : RowBits.withAct(bits, kind);
    return this;
  }

  /**
   * Sets who an {@link ActKind#ASSIGN} assigns the conversation to.
   *
   * @param departmentOrMember the name of a department, or the account of a member; null or blank
   *     removes the assignment
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
   * Sets the rating of a {@link ActKind#RATE}; other rows ignore it.
   *
   * @param stars the rating, from -1,000 to 1,000, on the scale that all ratings of the log share
   * @return this cursor
   * @throws IllegalArgumentException if the rating is outside that range
   */
  public Appender rating(int stars) {
    rating = Act.requireStars(stars);
    return this;
  }

  /**
   * Sets whether the message expects a response; true by default.
   *
   * @param expected false for "thanks!"
   * @return this cursor
   */
  public Appender expectsResponse(boolean expected) {
    bits = expected ? (bits & ~RowBits.EXPECTS_NO_RESPONSE) : (bits | RowBits.EXPECTS_NO_RESPONSE);
    return this;
  }

  /**
   * Sets whether a machine sent it automatically; false by default.
   *
   * @param automatic true for an auto-reply or a campaign mail
   * @return this cursor
   */
  public Appender automatic(boolean automatic) {
    bits = automatic ? bits | RowBits.AUTOMATIC : bits & ~RowBits.AUTOMATIC;
    return this;
  }

  /**
   * Sets whether it is hidden from the audience; false by default. This matters only for messages
   * of members ({@link Audit.Reason#PRIVATE}).
   *
   * @param isPrivate true for a note that only colleagues see
   * @return this cursor
   */
  public Appender privately(boolean isPrivate) {
    bits = isPrivate ? bits | RowBits.PRIVATE : bits & ~RowBits.PRIVATE;
    return this;
  }

  /**
   * Sets the position among rows of the same time, for sources with coarse clocks.
   *
   * @param sequence lower numbers happened earlier; rows without a number come last
   * @return this cursor
   */
  public Appender sequence(long sequence) {
    return number(staging.sequence, sequence);
  }

  /**
   * Ends the row and offers it to the log. The cursor is then empty and ready for the next row.
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
   * Offers a row that could not be read at all, such as a broken line of a file. It is set aside
   * and counted as {@link Audit.Reason#UNREADABLE}.
   *
   * @throws IllegalArgumentException if the builder is strict
   * @throws IllegalStateException if the log was built already, or a row was begun but not ended
   */
  public void unreadable() {
    requireEnded();
    builder.refuse();
  }

  /** Throws if a row was begun but not ended: it would be lost, or mixed with the next. */
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
