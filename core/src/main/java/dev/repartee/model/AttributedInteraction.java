package dev.repartee.model;

import dev.repartee.internal.math.Micros;
import dev.repartee.internal.text.Brief;
import dev.repartee.internal.text.OptionText;
import dev.repartee.internal.time.EventTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What posts, replies and acts have in common: the attributes, and methods that copy and change one
 * of them.
 *
 * @param <I> the kind of interaction itself, so that a copy keeps its type
 */
abstract sealed class AttributedInteraction<I extends AttributedInteraction<I>>
    implements Interaction permits Post, Reply, Act {
  /** The attributes; written only by the constructor's caller before the copy is handed out. */
  static final class Attributes implements Cloneable {
    @Nullable String id;
    @Nullable String author;
    long at = EventTime.MISSING;
    @Nullable String parent;
    @Nullable String conversation;
    @Nullable String channel;
    @Nullable String topic;
    @Nullable String addressee;
    @Nullable String naming;
    @Nullable Sentiment sentiment;
    @Nullable Intent intent;
    @Nullable String label;
    @Nullable String fingerprint;
    boolean expectsResponse = true;
    boolean automatic;
    boolean isPrivate;
    @Nullable Long sequence;
    Map<String, String> texts = Map.of();
    Map<String, Double> numbers = Map.of();

    static Attributes of(@Nullable String id, @Nullable String author, long at) {
      Attributes result = new Attributes();
      result.id = id;
      result.author = author;
      result.at = at;
      return result;
    }

    List<@Nullable Object> values() {
      return Arrays.asList(
          id,
          author,
          at,
          parent,
          conversation,
          channel,
          topic,
          addressee,
          naming,
          sentiment,
          intent,
          label,
          fingerprint,
          texts,
          numbers,
          expectsResponse,
          automatic,
          isPrivate,
          sequence);
    }

    Attributes copy() {
      try {
        return (Attributes) clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Sets one attribute of a fresh copy. */
  interface Change {
    void on(Attributes copy);
  }

  final Attributes attributes;

  AttributedInteraction(Attributes attributes) {
    this.attributes = attributes;
  }

  abstract I with(Attributes changed);

  /** What it is, apart from its attributes. */
  Object what() {
    return getClass();
  }

  /** Two interactions are equal if they are of the same kind and all their attributes are equal. */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof AttributedInteraction<?> that
        && what().equals(that.what())
        && attributes.values().equals(that.attributes.values());
  }

  @Override
  public final int hashCode() {
    return attributes.values().hashCode();
  }

  final I with(Change change) {
    Attributes copy = attributes.copy();
    change.on(copy);
    return with(copy);
  }

  /**
   * {@return a copy with this id}
   *
   * @param id the id
   */
  public I id(@Nullable String id) {
    return with((Change) c -> c.id = id);
  }

  /**
   * {@return a copy that belongs to the named conversation} This matters only for messages whose
   * parent is not in the log: flat threads, and replies whose parent is lost.
   *
   * @param conversation the id of the conversation
   */
  public I in(@Nullable String conversation) {
    return with((Change) c -> c.conversation = conversation);
  }

  /**
   * {@return a copy on the named channel}
   *
   * @param channel the name of the channel
   */
  public I channel(@Nullable String channel) {
    return with((Change) c -> c.channel = channel);
  }

  /**
   * {@return a copy on the named topic}
   *
   * @param topic the name of the topic
   */
  public I topic(@Nullable String topic) {
    return with((Change) c -> c.topic = topic);
  }

  /**
   * {@return a copy that is addressed to the named organization, whatever the parent or the channel
   * would imply}
   *
   * @param organization the name of the organization
   */
  public I addressedTo(@Nullable String organization) {
    return with((Change) c -> c.addressee = organization);
  }

  /**
   * {@return a copy that names the person it is addressed to ("@carl_nz")} A message of the
   * organization that names a person answers that person, wherever it stands in the conversation.
   *
   * @param account an account of the person
   */
  public I naming(@Nullable String account) {
    return with((Change) c -> c.naming = account);
  }

  /**
   * {@return a copy with this sentiment}
   *
   * @param sentiment the label, or null for unknown
   */
  public I sentiment(@Nullable Sentiment sentiment) {
    return with((Change) c -> c.sentiment = sentiment);
  }

  /**
   * {@return a copy with this intent}
   *
   * @param intent the label, or null for unknown
   */
  public I intent(@Nullable Intent intent) {
    return with((Change) c -> c.intent = intent);
  }

  /**
   * {@return a copy with this free label}
   *
   * @param label the label
   */
  public I label(@Nullable String label) {
    return with((Change) c -> c.label = label);
  }

  /**
   * {@return a copy with this fingerprint of its text}
   *
   * @param fingerprint equal for equal texts: a hash, a content key
   */
  public I fingerprint(@Nullable String fingerprint) {
    return with((Change) c -> c.fingerprint = fingerprint);
  }

  /**
   * {@return a copy that expects a response, or does not}
   *
   * @param expected false for "thanks!"
   */
  public I expectsResponse(boolean expected) {
    return with((Change) c -> c.expectsResponse = expected);
  }

  /**
   * {@return a copy marked as sent automatically, or not}
   *
   * @param automatic true for an auto-reply or a campaign mail
   */
  public I automatic(boolean automatic) {
    return with((Change) c -> c.automatic = automatic);
  }

  /**
   * {@return a copy that is hidden from the audience, or not} A member's private message answers
   * nobody of the audience; among visible messages it is kept apart ({@link
   * dev.repartee.log.Audit.Reason#PRIVATE}). Messages of the audience are not affected.
   *
   * @param isPrivate true for a note that only colleagues see
   */
  public I privately(boolean isPrivate) {
    return with((Change) c -> c.isPrivate = isPrivate);
  }

  /**
   * {@return a copy with this position among rows of the same time, such as its line number, for
   * sources whose clocks show only minutes}
   *
   * @param sequence lower numbers happened earlier; rows without a number come last
   */
  public I sequence(long sequence) {
    return with((Change) c -> c.sequence = sequence);
  }

  /**
   * {@return a copy with this custom text attribute} A reply does not inherit it from its parent.
   *
   * @param name what the attribute is called, such as {@code language}
   * @param text the text, or null for none
   * @throws IllegalArgumentException if the name is blank
   */
  public I attribute(String name, @Nullable String text) {
    OptionText.requireAttribute(name);
    return with((Change) c -> c.texts = with(c.texts, name, text));
  }

  /**
   * {@return a copy with this custom number}
   *
   * @param name what the number is called, such as {@code order}
   * @param number the number, from -10^12 to 10^12; a log keeps six decimals
   * @throws IllegalArgumentException if the number is out of range or NaN, or the name is blank
   */
  public I value(String name, double number) {
    Micros.of(OptionText.requireAttribute(name), number);
    return with((Change) c -> c.numbers = with(c.numbers, name, number));
  }

  private static <V> Map<String, V> with(Map<String, V> all, String name, @Nullable V value) {
    Map<String, V> result = new TreeMap<>(all);
    if (value == null) {
      result.remove(name);
    } else {
      result.put(name, value);
    }
    return Collections.unmodifiableMap(result);
  }

  @Override
  public Map<String, String> attributes() {
    return attributes.texts;
  }

  @Override
  public Map<String, Double> values() {
    return attributes.numbers;
  }

  @Override
  public Optional<String> id() {
    return Optional.ofNullable(attributes.id);
  }

  @Override
  public Optional<String> author() {
    return Optional.ofNullable(attributes.author);
  }

  @Override
  public Optional<Instant> at() {
    return EventTime.isValid(attributes.at)
        ? Optional.of(Instant.ofEpochMilli(attributes.at))
        : Optional.empty();
  }

  @Override
  public long atMillis() {
    return attributes.at;
  }

  @Override
  public Optional<String> parent() {
    return Optional.ofNullable(attributes.parent);
  }

  @Override
  public Optional<String> conversation() {
    return Optional.ofNullable(attributes.conversation);
  }

  @Override
  public Optional<String> channel() {
    return Optional.ofNullable(attributes.channel);
  }

  @Override
  public Optional<String> topic() {
    return Optional.ofNullable(attributes.topic);
  }

  @Override
  public Optional<String> addressee() {
    return Optional.ofNullable(attributes.addressee);
  }

  @Override
  public Optional<String> naming() {
    return Optional.ofNullable(attributes.naming);
  }

  @Override
  public Optional<Sentiment> sentiment() {
    return Optional.ofNullable(attributes.sentiment);
  }

  @Override
  public Optional<Intent> intent() {
    return Optional.ofNullable(attributes.intent);
  }

  @Override
  public Optional<String> label() {
    return Optional.ofNullable(attributes.label);
  }

  @Override
  public Optional<String> fingerprint() {
    return Optional.ofNullable(attributes.fingerprint);
  }

  @Override
  public boolean expectsResponse() {
    return attributes.expectsResponse;
  }

  @Override
  public boolean isAutomatic() {
    return attributes.automatic;
  }

  @Override
  public boolean isPrivate() {
    return attributes.isPrivate;
  }

  @Override
  public OptionalLong sequence() {
    return attributes.sequence == null
        ? OptionalLong.empty()
        : OptionalLong.of(attributes.sequence);
  }

  /** A headline of the kind, the id and the author; below it when, to what and where. */
  final String describe(String kind) {
    String head =
        kind
            + (attributes.id == null ? "" : " " + attributes.id)
            + " by "
            + (attributes.author == null ? "(anonymous)" : attributes.author);
    StringBuilder text = new StringBuilder();
    text.append(Brief.cut(head, Brief.HEADLINE));
    text.append("\nat ").append(at().map(Instant::toString).orElse("(no usable time)"));
    if (attributes.parent != null) {
      text.append(", to ").append(attributes.parent);
    }
    if (attributes.channel != null) {
      text.append(", on ").append(attributes.channel);
    }
    return text.toString();
  }
}
