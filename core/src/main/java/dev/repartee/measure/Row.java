package dev.repartee.measure;

import dev.repartee.internal.math.Micros;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of a log in readable form, for custom predicates and dimensions.
 *
 * <p>This is a view that moves over a slice: keep what its methods return, but not the view itself.
 * Missing texts are empty, so they can be compared directly: {@code row.channel().equals("blog")}.
 */
public final class Row {
  private final Slice slice;
  private int row;

  Row(Slice slice) {
    this.slice = slice;
  }

  Row moveTo(int to) {
    row = to;
    return this;
  }

  /** {@return the id, or the empty text for an act without one} */
  public String id() {
    return slice.id(row).orElse("");
  }

  /** {@return the time of the row, to the millisecond} */
  public Instant at() {
    return Instant.ofEpochMilli(slice.at(row));
  }

  /** {@return the time of the row in epoch milliseconds, without creating an object} */
  public long atMillis() {
    return slice.at(row);
  }

  /** {@return who did it: the name in the directory, else the account, or {@code (anonymous)}} */
  public String person() {
    return slice.personName(slice.person(row));
  }

  /**
   * {@return the name of the organization concerned: the author's own, else the one addressed, or
   * the empty text}
   */
  public String organization() {
    int code = slice.organization(row);
    return code == Slice.NONE ? "" : slice.organizationName(code);
  }

  /** {@return the department of the author, or the empty text for the audience} */
  public String department() {
    return slice.departmentOf(slice.person(row), row).orElse("");
  }

  /** {@return the name of the channel, or the empty text} */
  public String channel() {
    int code = slice.channel(row);
    return code == Slice.NONE ? "" : slice.channelName(code);
  }

  /** {@return the name of the topic, or the empty text} */
  public String topic() {
    int code = slice.topic(row);
    return code == Slice.NONE ? "" : slice.topicName(code);
  }

  /** {@return the free label, or the empty text} */
  public String label() {
    int code = slice.label(row);
    return code == Slice.NONE ? "" : slice.labelText(code);
  }

  /**
   * {@return a custom text attribute, or the empty text}
   *
   * @param name its name
   */
  public String attribute(String name) {
    Slice.Attribute texts = slice.attribute(name);
    int code = texts.code(row);
    return code == Slice.NONE ? "" : texts.text(code);
  }

  /**
   * {@return a custom number to six decimals, or empty}
   *
   * @param name its name
   */
  public OptionalDouble value(String name) {
    long micros = slice.value(name).applyAsLong(row);
    return micros == Slice.NO_VALUE
        ? OptionalDouble.empty()
        : OptionalDouble.of(Micros.number(micros));
  }

  /** {@return the sentiment, or empty if it is unknown} */
  public Optional<Sentiment> sentiment() {
    return Optional.ofNullable(slice.sentiment(row));
  }

  /** {@return the intent, or empty if it is unknown} */
  public Optional<Intent> intent() {
    return Optional.ofNullable(slice.intent(row));
  }

  /** {@return the kind of act, or empty for a message} */
  public Optional<ActKind> act() {
    return Optional.ofNullable(slice.act(row));
  }

  /** {@return whether it is a message; false for an act} */
  public boolean isMessage() {
    return slice.act(row) == null;
  }

  /** {@return whether a member of an organization did it; false for the audience} */
  public boolean isMember() {
    return slice.isMember(row);
  }

  /** {@return whether a bot did it, of an organization or of none} */
  public boolean isBot() {
    return slice.isBot(row);
  }

  /** {@return whether a machine sent it automatically, such as an auto-reply or a campaign} */
  public boolean isAutomatic() {
    return slice.isAutomatic(row);
  }

  /** {@return whether it is a member's private message among visible ones, which answers nobody} */
  public boolean isAside() {
    return slice.isAside(row);
  }

  /**
   * {@return whether the author was answered in this conversation before and speaks again here, as
   * derived when the log was built}
   */
  public boolean returned() {
    return slice.returned(row);
  }

  /** {@return whose message it replies to, as derived when the log was built} */
  public RepliesTo repliesTo() {
    return slice.repliesTo(row);
  }

  @Override
  public String toString() {
    String what = act().map(ActKind::name).orElse("message");
    return what + " " + id() + " by " + person() + " at " + at();
  }

  /** The author of the message that a message replies to. */
  public enum RepliesTo {
    /** It has no parent in the log, or was placed below the opener because it has none. */
    NONE,
    /** The same person. */
    SELF,
    /** A member of an organization other than the author. */
    ORGANIZATION,
    /** A person of the audience other than the author. */
    AUDIENCE
  }
}
