package dev.repartee.live;

import dev.repartee.internal.math.Micros;
import dev.repartee.internal.text.OptionText;
import dev.repartee.internal.time.EventTime;
import dev.repartee.log.Appender;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows from columns to a live log through one reusable cursor, without creating an object per
 * row. Set what the row has, in any order, then call {@link #end}. It accepts the same values as
 * {@link Appender}, with the same meaning.
 *
 * <pre>{@code
 * LiveLog live = LiveLog.builder(directory).build();
 * live.appender().id(17L).author("carl").at(1_767_225_600_000L).channel("chirp").end();
 * // live ==> live: 1 row offered, 1 open
 * }</pre>
 */
public final class LiveAppender {
  /** The number of attributes that a log may have. */
  private static final int MOST_NAMES = 100;

  private final Writer writer;
  private final RowDraft row = new RowDraft();

  LiveAppender(Writer writer) {
    this.writer = writer;
  }

  /**
   * Sets the id.
   *
   * @param id a number
   * @return this cursor
   */
  public LiveAppender id(long id) {
    return set(RowDraft.ID, id);
  }

  /**
   * Sets the id.
   *
   * @param id a text; null or blank is absent
   * @return this cursor
   */
  public LiveAppender id(@Nullable CharSequence id) {
    return set(RowDraft.ID, id);
  }

  /**
   * Sets the message that a reply answers, or that an act is done on.
   *
   * @param id the id of a message, as a number
   * @return this cursor
   */
  public LiveAppender parent(long id) {
    return set(RowDraft.PARENT, id);
  }

  /**
   * Sets the message that a reply answers, or that an act is done on.
   *
   * @param id the id of a message; null or blank is absent
   * @return this cursor
   */
  public LiveAppender parent(@Nullable CharSequence id) {
    return set(RowDraft.PARENT, id);
  }

  /**
   * Sets the conversation.
   *
   * @param id its id, as a number
   * @return this cursor
   */
  public LiveAppender conversation(long id) {
    return set(RowDraft.CONVERSATION, id);
  }

  /**
   * Sets the conversation.
   *
   * @param id its id; null or blank is absent
   * @return this cursor
   */
  public LiveAppender conversation(@Nullable CharSequence id) {
    return set(RowDraft.CONVERSATION, id);
  }

  /**
   * Sets the account of the author.
   *
   * @param account the account, as a number
   * @return this cursor
   */
  public LiveAppender author(long account) {
    return set(RowDraft.AUTHOR, account);
  }

  /**
   * Sets the account of the author.
   *
   * @param account the account; null or blank is anonymous
   * @return this cursor
   */
  public LiveAppender author(@Nullable CharSequence account) {
    return set(RowDraft.AUTHOR, account);
  }

  /**
   * Sets the time.
   *
   * @param millis milliseconds since 1970-01-01T00:00Z
   * @return this cursor
   */
  public LiveAppender at(long millis) {
    row.at = EventTime.of(millis);
    return this;
  }

  /**
   * Sets the time.
   *
   * @param instant the instant; null is absent
   * @return this cursor
   */
  public LiveAppender at(@Nullable Instant instant) {
    row.at = EventTime.of(instant);
    return this;
  }

  /**
   * Sets the time.
   *
   * @param text ISO 8601 with an offset; null or blank is absent
   * @return this cursor
   */
  public LiveAppender at(@Nullable CharSequence text) {
    row.at = EventTime.parse(text);
    return this;
  }

  /**
   * Sets the channel.
   *
   * @param name its name; null or blank is absent
   * @return this cursor
   */
  public LiveAppender channel(@Nullable CharSequence name) {
    return set(RowDraft.CHANNEL, name);
  }

  /**
   * Sets the topic.
   *
   * @param name its name; null or blank is absent
   * @return this cursor
   */
  public LiveAppender topic(@Nullable CharSequence name) {
    return set(RowDraft.TOPIC, name);
  }

  /**
   * Sets the free label.
   *
   * @param label the label; null or blank is absent
   * @return this cursor
   */
  public LiveAppender label(@Nullable CharSequence label) {
    return set(RowDraft.LABEL, label);
  }

  /**
   * Sets the organization that the row is addressed to.
   *
   * @param organization its name; null or blank is absent
   * @return this cursor
   */
  public LiveAppender addressedTo(@Nullable CharSequence organization) {
    return set(RowDraft.ADDRESSEE, organization);
  }

  /**
   * Sets the person that the message is addressed to.
   *
   * @param account an account of the person; null or blank is absent
   * @return this cursor
   */
  public LiveAppender naming(@Nullable CharSequence account) {
    return set(RowDraft.NAMING, account);
  }

  /**
   * Sets the fingerprint of the text.
   *
   * @param fingerprint equal for equal texts; null or blank is absent
   * @return this cursor
   */
  public LiveAppender fingerprint(@Nullable CharSequence fingerprint) {
    return set(RowDraft.FINGERPRINT, fingerprint);
  }

  /**
   * Sets the fingerprint of the text.
   *
   * @param fingerprint a hash of the text
   * @return this cursor
   */
  public LiveAppender fingerprint(long fingerprint) {
    return set(RowDraft.FINGERPRINT, fingerprint);
  }

  /**
   * Sets a custom text attribute.
   *
   * @param name its name, the same on all rows that have it
   * @param text its text; null or blank is absent
   * @return this cursor
   * @throws IllegalArgumentException if the name is blank, or is the 101st
   */
  public LiveAppender attribute(String name, @Nullable CharSequence text) {
    requireName(writer.textNames, name);
    int known = row.textNames.indexOf(name);
    if (known >= 0) {
      row.textNames.remove(known);
      row.ownTexts.remove(known);
    }
    if (text != null && !text.chars().allMatch(Character::isWhitespace)) {
      row.textNames.add(name);
      row.ownTexts.add(text.toString());
    }
    return this;
  }

  /**
   * Sets a custom number, kept in whole millionths.
   *
   * @param name its name, the same on all rows that have it
   * @param number the number, from -10^12 to 10^12; leave it out for a row that has none
   * @return this cursor
   * @throws IllegalArgumentException if the number is out of range or NaN, or the name is blank or
   *     is the 101st
   */
  public LiveAppender value(String name, double number) {
    Micros.of(name, number); // throws if it is out of range
    requireName(writer.valueNames, name);
    int known = row.valueNames.indexOf(name);
    if (known >= 0) {
      row.valueNames.remove(known);
      row.values.remove(known);
    }
    row.valueNames.add(name);
    row.values.add(number);
    return this;
  }

  private static void requireName(Set<String> known, String name) {
    OptionText.requireAttribute(name);
    if (known.size() >= MOST_NAMES && !known.contains(name)) {
      throw new IllegalArgumentException(
          "attribute ("
              + name
              + ") must be one of at most "
              + MOST_NAMES
              + " names in a log; leave out what no measure asks for, and put what varies into the"
              + " text, not the name");
    }
    known.add(name);
  }

  /**
   * Sets the sentiment.
   *
   * @param sentiment the label; null is unknown
   * @return this cursor
   */
  public LiveAppender sentiment(@Nullable Sentiment sentiment) {
    row.sentiment = sentiment;
    return this;
  }

  /**
   * Sets the intent.
   *
   * @param intent the label; null is unknown
   * @return this cursor
   */
  public LiveAppender intent(@Nullable Intent intent) {
    row.intent = intent;
    return this;
  }

  /**
   * Makes the row an act.
   *
   * @param kind what was done
   * @return this cursor
   */
  public LiveAppender act(ActKind kind) {
    row.act = Objects.requireNonNull(kind, "kind");
    return this;
  }

  /**
   * Sets who an {@link ActKind#ASSIGN} assigns the conversation to.
   *
   * @param departmentOrMember the name of a department, or the account of a member; null or blank
   *     removes the assignment
   * @return this cursor
   */
  public LiveAppender assignedTo(@Nullable CharSequence departmentOrMember) {
    return set(RowDraft.ASSIGNEE, departmentOrMember);
  }

  /**
   * Sets the rating of a {@link ActKind#RATE}; other rows ignore it.
   *
   * @param stars the rating, from -1,000 to 1,000
   * @return this cursor
   * @throws IllegalArgumentException if the rating is outside that range
   */
  public LiveAppender rating(int stars) {
    row.rating = Act.requireStars(stars);
    return this;
  }

  /**
   * Sets whether the message expects a response; true by default.
   *
   * @param expected false for "thanks!"
   * @return this cursor
   */
  public LiveAppender expectsResponse(boolean expected) {
    row.flag(RowDraft.EXPECTS_NO_RESPONSE, !expected);
    return this;
  }

  /**
   * Sets whether a machine sent it automatically; false by default.
   *
   * @param automatic true for an auto-reply or a campaign mail
   * @return this cursor
   */
  public LiveAppender automatic(boolean automatic) {
    row.flag(RowDraft.AUTOMATIC, automatic);
    return this;
  }

  /**
   * Sets whether it is hidden from the audience; false by default.
   *
   * @param isPrivate true for a note that only colleagues see
   * @return this cursor
   */
  public LiveAppender privately(boolean isPrivate) {
    row.flag(RowDraft.PRIVATE, isPrivate);
    return this;
  }

  /**
   * Sets the position among rows of the same time, for sources with coarse clocks.
   *
   * @param sequence lower numbers happened earlier; rows without a number come last
   * @return this cursor
   */
  public LiveAppender sequence(long sequence) {
    return set(RowDraft.SEQUENCE, sequence);
  }

  /** Ends the row and offers it. Readers see it from now on, and the cursor is empty again. */
  public void end() {
    endUnseen();
    writer.publish();
  }

  /** Ends the row without showing it to readers yet; the caller does that. */
  void endUnseen() {
    try {
      writer.offer(row);
    } finally {
      row.clear();
    }
  }

  /**
   * Offers a row that could not be read at all. It is set aside and counted.
   *
   * @throws IllegalStateException if a row was begun but not ended
   */
  public void unreadable() {
    requireEnded();
    writer.refuseUnreadable();
    writer.publish();
  }

  /** Throws if a row was begun but not ended: it would be lost, or mixed up with the next. */
  void requireEnded() {
    if (!row.isEmpty()) {
      throw new IllegalStateException(
          "a row was begun and not ended; call end() after its last value");
    }
  }

  private LiveAppender set(int field, long number) {
    row.set(field, number);
    return this;
  }

  private LiveAppender set(int field, @Nullable CharSequence text) {
    row.set(field, text);
    return this;
  }

  @Override
  public String toString() {
    return "appender of a live log" + (row.isEmpty() ? "" : ", within a row");
  }
}
