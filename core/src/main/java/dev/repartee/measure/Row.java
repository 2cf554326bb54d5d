package dev.repartee.measure;

import dev.repartee.internal.math.Micros;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of a log, by words: what predicates and dimensions of one's own look at.
 *
 * <p>A view that moves over a slice. What its methods return may be kept, the view itself may not.
 * Texts that a row does not have are empty, so that comparing needs no care: {@code
 * row.channel().equals("blog")}.
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

  /** {@return the own time, to the millisecond} */
  public Instant at() {
    return Instant.ofEpochMilli(slice.at(row));
  }

  /** {@return the own time as a number, without making an object; epoch milliseconds} */
  public long atMillis() {
    return slice.at(row);
  }

  /**
   * {@return who did it: the name of the directory, else the account; the name, or {@code
   * (anonymous)}}
   */
  public String person() {
    return slice.personName(slice.person(row));
  }

  /**
   * {@return the organization concerned: the author's own, else the one spoken to; the name, or the
   * empty text}
   */
  public String organization() {
    int code = slice.organization(row);
    return code == Slice.NONE ? "" : slice.organizationName(code);
  }

  /** {@return the department of the author: the name, or the empty text for audience} */
  public String department() {
    return slice.departmentOf(slice.person(row), row).orElse("");
  }

  /** {@return the channel: the name, or the empty text} */
  public String channel() {
    int code = slice.channel(row);
    return code == Slice.NONE ? "" : slice.channelName(code);
  }

  /** {@return the topic: the name, or the empty text} */
  public String topic() {
    int code = slice.topic(row);
    return code == Slice.NONE ? "" : slice.topicName(code);
  }

  /** {@return the free label: the text, or the empty text} */
  public String label() {
    int code = slice.label(row);
    return code == Slice.NONE ? "" : slice.labelText(code);
  }

  /**
   * {@return an attribute of the caller's own: the text, or the empty text}
   *
   * @param name what it is called
   */
  public String attribute(String name) {
    Slice.Attribute texts = slice.attribute(name);
    int code = texts.code(row);
    return code == Slice.NONE ? "" : texts.text(code);
  }

  /**
   * {@return a number of the caller's own: the number to six decimals, or empty}
   *
   * @param name what it is called
   */
  public OptionalDouble value(String name) {
    long micros = slice.value(name).applyAsLong(row);
    return micros == Slice.NO_VALUE
        ? OptionalDouble.empty()
        : OptionalDouble.of(Micros.number(micros));
  }

  /** {@return the sentiment: the label, or empty where it is unknown} */
  public Optional<Sentiment> sentiment() {
    return Optional.ofNullable(slice.sentiment(row));
  }

  /** {@return the intent: the label, or empty where it is unknown} */
  public Optional<Intent> intent() {
    return Optional.ofNullable(slice.intent(row));
  }

  /** {@return what act it is: the kind, or empty for a message} */
  public Optional<ActKind> act() {
    return Optional.ofNullable(slice.act(row));
  }

  /** {@return whether it is a message; false for an act} */
  public boolean isMessage() {
    return slice.act(row) == null;
  }

  /** {@return whether a member of an organization did it; false for audience} */
  public boolean isMember() {
    return slice.isMember(row);
  }

  /**
   * {@return whether a bot did it; true for a member with that role, and for a program of no
   * organization}
   */
  public boolean isBot() {
    return slice.isBot(row);
  }

  /** {@return whether a machine sent it on its own; true for auto-replies and campaigns} */
  public boolean isAutomatic() {
    return slice.isAutomatic(row);
  }

  /**
   * {@return whether a member wrote it for colleagues, beside messages that the audience can see;
   * true for a message that answers nobody}
   */
  public boolean isAside() {
    return slice.isAside(row);
  }

  /**
   * {@return whether the author was answered in this conversation and speaks again here; derived
   * when the log was built}
   */
  public boolean returned() {
    return slice.returned(row);
  }

  /** {@return whose message it replies to; derived when the log was built} */
  public RepliesTo repliesTo() {
    return slice.repliesTo(row);
  }

  @Override
  public String toString() {
    String what = act().map(ActKind::name).orElse("message");
    return what + " " + id() + " by " + person() + " at " + at();
  }

  /** Whose message a message replies to, by its parent. */
  public enum RepliesTo {
    /** It has no parent in the log, or hangs below the opener only for want of one. */
    NONE,
    /** The same person. */
    SELF,
    /** A member of an organization, somebody else than the author. */
    ORGANIZATION,
    /** Somebody of the audience, somebody else than the author. */
    AUDIENCE
  }
}
