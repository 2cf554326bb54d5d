package dev.repartee.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.repartee.internal.text.OptionText;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.Row;
import dev.repartee.measure.Slice;
import dev.repartee.model.ActKind;
import dev.repartee.model.Sentiment;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which events are meant: kinds of acts, or messages, and what else they must have. Every condition
 * has to hold; each call adds one.
 *
 * <pre>{@code
 * EventFilter.acts(ActKind.SHARE, ActKind.MENTION).onChannel("twitter", "blog");
 * // ==> share or mention, channel "blog" or "twitter"
 * EventFilter.messages().withSentiment(POSITIVE);
 * EventFilter.anything().matching("by mobile", row -> row.label().startsWith("mobile"));
 * }</pre>
 *
 * <p>The text of a filter is part of the text of the measure that uses it, so a predicate of one's
 * own has a name, and equal names are taken to ask the same. Immutable.
 */
public final class EventFilter {
  private static final int ANY_KIND = -1;
  private static final int MESSAGE = 1;

  private final int kinds;
  private final @Nullable ImmutableSortedSet<Sentiment> sentiments;
  private final ImmutableMap<Property, ImmutableSortedSet<String>> names;
  private final ImmutableList<Named> predicates;

  /** A predicate and what it is called. */
  private record Named(String name, Predicate<? super Row> predicate) {}

  private EventFilter(
      int kinds,
      @Nullable ImmutableSortedSet<Sentiment> sentiments,
      Map<Property, ImmutableSortedSet<String>> names,
      ImmutableList<Named> predicates) {
    this.kinds = kinds;
    this.sentiments = sentiments;
    this.names = ImmutableMap.copyOf(names);
    this.predicates = predicates;
  }

  private static EventFilter ofKinds(int kinds) {
    return new EventFilter(kinds, null, Map.of(), ImmutableList.of());
  }

  /**
   * Returns the filter of acts of some kinds.
   *
   * @param kind a kind of act
   * @param others further kinds, of which an event has one
   * @return the filter
   */
  public static EventFilter acts(ActKind kind, ActKind... others) {
    int kinds = bit(kind);
    for (ActKind other : others) {
      kinds |= bit(other);
    }
    return ofKinds(kinds);
  }

  private static int bit(@Nullable ActKind kind) {
    int bit = MESSAGE;
    for (ActKind each : ActKind.values()) {
      bit <<= 1;
      if (each == kind) {
        return bit;
      }
    }
    return MESSAGE;
  }

  /**
   * Returns the filter of messages: posts and replies.
   *
   * @return the filter
   */
  public static EventFilter messages() {
    return ofKinds(MESSAGE);
  }

  /**
   * Returns the filter of all acts and messages.
   *
   * @return the filter
   */
  public static EventFilter anything() {
    return ofKinds(ANY_KIND);
  }

  /**
   * Returns the same, on some channels only.
   *
   * @param channels their names; the empty text stands for events without one
   * @return a copy
   * @throws IllegalArgumentException if none is named, or channels were chosen before
   */
  public EventFilter onChannel(String... channels) {
    return with(Property.CHANNEL, channels);
  }

  /**
   * Returns the same, about some topics only.
   *
   * @param topics their names; the empty text stands for events without one
   * @return a copy
   * @throws IllegalArgumentException if none is named, or topics were chosen before
   */
  public EventFilter onTopic(String... topics) {
    return with(Property.TOPIC, topics);
  }

  /**
   * Returns the same, with some free labels only.
   *
   * @param labels the labels; the empty text stands for events without one
   * @return a copy
   * @throws IllegalArgumentException if none is named, or labels were chosen before
   */
  public EventFilter labelled(String... labels) {
    return with(Property.LABEL, labels);
  }

  /**
   * Returns the same, concerning some organizations only.
   *
   * @param organizations their names; the empty text stands for events that concern none
   * @return a copy
   * @throws IllegalArgumentException if none is named, or organizations were chosen before
   */
  public EventFilter toward(String... organizations) {
    return with(Property.ORGANIZATION, organizations);
  }

  private EventFilter with(Property property, String... chosen) {
    requireChosen(property.word(), chosen.length, names.containsKey(property));
    Map<Property, ImmutableSortedSet<String>> all = new EnumMap<>(Property.class);
    all.putAll(names);
    all.put(property, ImmutableSortedSet.copyOf(chosen));
    return new EventFilter(kinds, sentiments, all, predicates);
  }

  private static void requireChosen(String what, int count, boolean before) {
    if (count == 0 || before) {
      throw new IllegalArgumentException(
          what
              + " ("
              + count
              + " of them) must be chosen once and not be empty; name all alternatives in one"
              + " call");
    }
  }

  /**
   * Returns the same, with a sentiment that is known and one of some.
   *
   * @param chosen the sentiments
   * @return a copy
   * @throws IllegalArgumentException if none is named, or sentiments were chosen before
   */
  public EventFilter withSentiment(Sentiment... chosen) {
    requireChosen("sentiment", chosen.length, sentiments != null);
    return new EventFilter(kinds, ImmutableSortedSet.copyOf(chosen), names, predicates);
  }

  /**
   * Returns the same, where a predicate of one's own holds too. It is asked only of events for
   * which all else holds, and must depend on the row alone.
   *
   * @param name what it is called: equal names are taken to ask the same
   * @param predicate what must hold
   * @return a copy
   * @throws IllegalArgumentException if the name is blank
   */
  public EventFilter matching(String name, Predicate<? super Row> predicate) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "name of a predicate (" + name + ") must not be blank: summaries go by it");
    }
    Named named = new Named(name, Objects.requireNonNull(predicate, "predicate"));
    return new EventFilter(
        kinds,
        sentiments,
        names,
        ImmutableList.<Named>builder().addAll(predicates).add(named).build());
  }

  /** Whether the kind and the sentiment of an event fit. */
  boolean takesTraits(int traits) {
    int kind = Traits.isMessage(traits) ? MESSAGE : bit(Traits.act(traits));
    Sentiment sentiment = Traits.sentiment(traits);
    return (kinds & kind) != 0
        && (sentiments == null || (sentiment != null && sentiments.contains(sentiment)));
  }

  boolean looksAt(Property property) {
    return names.containsKey(property);
  }

  /** Whether a property of an event fits by its name. */
  boolean takesName(Property property, String name) {
    ImmutableSortedSet<String> chosen = names.get(property);
    return chosen == null || chosen.contains(name);
  }

  boolean hasPredicates() {
    return !predicates.isEmpty();
  }

  /** Whether all predicates hold for a row. */
  boolean takesRow(Slice slice, int row) {
    for (Named named : predicates) {
      if (!named.predicate().test(slice.view(row))) {
        return false;
      }
    }
    return true;
  }

  private String kindsText() {
    if (kinds == ANY_KIND) {
      return "anything";
    }
    Stream<String> acts =
        Stream.of(ActKind.values())
            .filter(kind -> (kinds & bit(kind)) != 0)
            .map(kind -> kind.name().toLowerCase(Locale.ROOT));
    return Stream.concat(Stream.of("message").filter(m -> (kinds & MESSAGE) != 0), acts)
        .collect(Collectors.joining(" or "));
  }

  private static String quoted(Collection<String> texts) {
    return texts.stream().map(OptionText::quoted).collect(Collectors.joining(" or "));
  }

  /**
   * Returns the whole filter as it stands in the text of a measure.
   *
   * @return the conditions
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kindsText());
    if (sentiments != null) {
      text.append(", sentiment ")
          .append(
              sentiments.stream()
                  .map(s -> s.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(" or ")));
    }
    for (Property property : Property.values()) {
      ImmutableSortedSet<String> chosen = names.get(property);
      if (chosen != null) {
        text.append(", ").append(property.word()).append(' ').append(quoted(chosen));
      }
    }
    predicates.forEach(named -> text.append(", ").append(OptionText.quoted(named.name())));
    return text.toString();
  }

  /** A property of events by which a filter chooses, or which a chain holds. */
  public enum Property {
    /** The channel on which it happened. */
    CHANNEL("channel"),
    /** The topic. */
    TOPIC("topic"),
    /** The free label. */
    LABEL("label"),
    /** The organization it concerns. */
    ORGANIZATION("organization");

    private final String word;

    Property(String word) {
      this.word = word;
    }

    /** How it is called in texts. */
    String word() {
      return word;
    }

    int code(Slice slice, int row) {
      return switch (this) {
        case CHANNEL -> slice.channel(row);
        case TOPIC -> slice.topic(row);
        case LABEL -> slice.label(row);
        case ORGANIZATION -> slice.organization(row);
      };
    }

    /** The name of a code, the empty text for none. */
    String name(Slice slice, int code) {
      if (code == Slice.NONE) {
        return "";
      }
      return switch (this) {
        case CHANNEL -> slice.channelName(code);
        case TOPIC -> slice.topicName(code);
        case LABEL -> slice.labelText(code);
        case ORGANIZATION -> slice.organizationName(code);
      };
    }
  }
}
