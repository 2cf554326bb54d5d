package dev.repartee.measure;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.repartee.internal.text.OptionText;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.model.ActKind;
import dev.repartee.model.Sentiment;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selects events: kinds of acts, or messages, with further conditions. Each call of {@code on…},
 * {@code with…} and the like adds a condition, all of which must hold.
 *
 * <pre>{@code
 * EventFilter.acts(ActKind.SHARE, ActKind.MENTION).onChannel("twitter", "blog");
 * // ==> share or mention, channel "blog" or "twitter"
 * EventFilter.messages().withSentiment(POSITIVE).or(EventFilter.acts(ActKind.RECOMMEND));
 * EventFilter.anything().matching("by mobile", row -> row.label().startsWith("mobile"));
 * }</pre>
 *
 * <p>A filter of kinds and sentiments costs one table lookup for each event, however many it
 * combines; names cost one more. A custom predicate is called for each event that meets all other
 * conditions.
 *
 * <p>The text of a filter is part of the text of the measure that uses it. A custom predicate
 * therefore has a name, and equal names are taken to mean the same predicate. Immutable.
 */
public final class EventFilter {
  private static final int KINDS = ActKind.ofRows().size() + 1;
  private static final int SENTIMENTS = Sentiment.values().length + 1;
  private static final int REPLIES = RepliesTo.values().length;

  /** Other filters joined, or kinds. */
  private final String base;

  /** The events accepted, as far as a {@link Look} decides. */
  private final BitSet looks;

  /** What joined filters require of rows; null if looks decide. */
  private final @Nullable Predicate<? super Row> joined;

  private final ImmutableSortedSet<Sentiment> sentiments;
  private final ImmutableMap<Property, ImmutableSortedSet<String>> names;
  private final ImmutableList<Named> predicates;

  /** A predicate and its text in the text of the filter. */
  private record Named(String text, Predicate<? super Row> predicate) {}

  /** The properties that a table can decide on. */
  private record Look(
      @Nullable ActKind act, @Nullable Sentiment sentiment, RepliesTo repliesTo, boolean returned) {
    static Look of(int number) {
      int kind = number / (SENTIMENTS * REPLIES * 2);
      int sentiment = number / (REPLIES * 2) % SENTIMENTS;
      return new Look(
          kind == 0 ? null : ActKind.ofRows().get(kind - 1),
          sentiment == 0 ? null : Sentiment.values()[sentiment - 1],
          RepliesTo.values()[number / 2 % REPLIES],
          number % 2 == 1);
    }

    int number() {
      int kind = act == null ? 0 : act.ordinal() + 1;
      int feeling = sentiment == null ? 0 : sentiment.ordinal() + 1;
      return ((kind * SENTIMENTS + feeling) * REPLIES + repliesTo.ordinal()) * 2
          + (returned ? 1 : 0);
    }

    /** Whether it is a message or an act of will that is not negative. */
    boolean isOfWill() {
      return sentiment != Sentiment.NEGATIVE && (act == null || act.isOfWill());
    }

    boolean speaksFor() {
      if (sentiment == Sentiment.NEGATIVE) {
        return false;
      }
      if (act == null) {
        return repliesTo == RepliesTo.AUDIENCE;
      }
      return act == ActKind.SHARE
          || act == ActKind.RECOMMEND
          || (act == ActKind.MENTION && sentiment == Sentiment.POSITIVE);
    }
  }

  private EventFilter(
      String base,
      BitSet looks,
      @Nullable Predicate<? super Row> joined,
      ImmutableSortedSet<Sentiment> sentiments,
      Map<Property, ImmutableSortedSet<String>> names,
      ImmutableList<Named> predicates) {
    this.base = base;
    this.looks = looks;
    this.joined = joined;
    this.sentiments = sentiments;
    this.names = ImmutableMap.copyOf(names);
    this.predicates = predicates;
  }

  private static EventFilter of(
      String base, BitSet looks, @Nullable Predicate<? super Row> joined) {
    return new EventFilter(
        base, looks, joined, ImmutableSortedSet.of(), Map.of(), ImmutableList.of());
  }

  private static EventFilter of(String base, Predicate<Look> predicate) {
    return of(base, looks(predicate), null);
  }

  private static BitSet looks(Predicate<Look> predicate) {
    BitSet looks = new BitSet();
    for (int number = 0; number < KINDS * SENTIMENTS * REPLIES * 2; number++) {
      looks.set(number, predicate.test(Look.of(number)));
    }
    return looks;
  }

  /**
   * {@return the filter that accepts acts of some kinds}
   *
   * @param kind a kind of act
   * @param others further kinds, any of which is accepted
   * @throws IllegalArgumentException if one of them is a kind that changes or rates a conversation
   *     ({@link ActKind#isOfState}), which is not an event of a person
   */
  public static EventFilter acts(ActKind kind, ActKind... others) {
    Set<ActKind> kinds = Sets.immutableEnumSet(kind, Objects.requireNonNull(others, "others"));
    kinds.forEach(SeenKinds::bit); // which refuses what is no row
    return of(words(kinds), look -> look.act() != null && kinds.contains(look.act()));
  }

  /** {@return the filter that accepts messages: posts and replies} */
  public static EventFilter messages() {
    return of("message", look -> look.act() == null);
  }

  /** {@return the filter that accepts all acts and messages} */
  public static EventFilter anything() {
    return of("anything", look -> true);
  }

  /**
   * {@return the filter that accepts acts of will: a CLICK, REACTION, SHARE, MENTION, RECOMMEND,
   * FOLLOW or SUBSCRIBE, or a message, unless labeled NEGATIVE} It is the rule of ATTRACTION on the
   * A-Path.
   */
  public static EventFilter actsOfWill() {
    return of("acts of will", Look::isOfWill);
  }

  /**
   * {@return the filter that accepts messages of a person who spoke, was answered, and now speaks
   * again, unless labeled NEGATIVE} It is the dialogue in the rule of AFFINITY.
   */
  public static EventFilter dialogue() {
    return of("a dialogue", look -> look.act() == null && look.returned() && look.isOfWill());
  }

  /**
   * {@return the filter that accepts events that speak for an organization: a SHARE or RECOMMEND
   * not labeled NEGATIVE, a MENTION labeled POSITIVE, or a reply to another person of the audience
   * not labeled NEGATIVE} It is the rule of ADVOCATES.
   */
  public static EventFilter speakingFor() {
    return of("speaking for it", Look::speaksFor);
  }

  /**
   * {@return the filter that accepts an event if this one or another does}
   *
   * @param other another filter
   */
  public EventFilter or(EventFilter other) {
    BitSet both = (BitSet) looks.clone();
    both.or(other.looks);
    return join(" or ", other, both, row -> takes(row) || other.takes(row));
  }

  /**
   * {@return the filter that accepts an event if this one and another do}
   *
   * @param other another filter
   */
  public EventFilter and(EventFilter other) {
    BitSet both = (BitSet) looks.clone();
    both.and(other.looks);
    return join(" and ", other, both, row -> takes(row) && other.takes(row));
  }

  /**
   * {@return the filter that accepts an event if this one does and another does not}
   *
   * @param other another filter
   */
  public EventFilter except(EventFilter other) {
    BitSet rest = (BitSet) looks.clone();
    if (other.isTable()) {
      rest.andNot(other.looks);
    }
    return join(" except ", other, rest, row -> takes(row) && !other.takes(row));
  }

  private EventFilter join(
      String word, EventFilter other, BitSet both, Predicate<? super Row> predicate) {
    boolean isTable = isTable() && other.isTable();
    return of("(" + this + word + other + ")", both, isTable ? null : predicate);
  }

  /** Whether looks alone decide. */
  private boolean isTable() {
    return names.isEmpty() && !asksRow();
  }

  /**
   * {@return a copy that accepts some channels only}
   *
   * @param channels their names; the empty text means events without a channel
   * @throws IllegalArgumentException if none is given, or channels were chosen before
   */
  public EventFilter onChannel(String... channels) {
    return with(Property.CHANNEL, channels);
  }

  /**
   * {@return a copy that accepts some topics only}
   *
   * @param topics their names; the empty text means events without a topic
   * @throws IllegalArgumentException if none is given, or topics were chosen before
   */
  public EventFilter onTopic(String... topics) {
    return with(Property.TOPIC, topics);
  }

  /**
   * {@return a copy that accepts some free labels only}
   *
   * @param labels the labels; the empty text means events without a label
   * @throws IllegalArgumentException if none is given, or labels were chosen before
   */
  public EventFilter labelled(String... labels) {
    return with(Property.LABEL, labels);
  }

  /**
   * {@return a copy that accepts only events that concern some organizations}
   *
   * @param organizations their names; the empty text means events that concern none
   * @throws IllegalArgumentException if none is given, or organizations were chosen before
   */
  public EventFilter toward(String... organizations) {
    return with(Property.ORGANIZATION, organizations);
  }

  private EventFilter with(Property property, String... chosen) {
    requireChosen(property.word(), chosen.length, names.containsKey(property));
    Map<Property, ImmutableSortedSet<String>> all = new EnumMap<>(Property.class);
    all.putAll(names);
    all.put(property, ImmutableSortedSet.copyOf(chosen));
    return new EventFilter(base, looks, joined, sentiments, all, predicates);
  }

  private static void requireChosen(String what, int count, boolean before) {
    checkArgument(
        count != 0 && !before,
        "%s (%s of them) must be chosen once and not be empty; name all alternatives in one call",
        what,
        count);
  }

  /**
   * {@return a copy that accepts some sentiments only, and none that is unknown}
   *
   * @param chosen the sentiments
   * @throws IllegalArgumentException if none is given, or sentiments were chosen before
   */
  public EventFilter withSentiment(Sentiment... chosen) {
    requireChosen("sentiment", chosen.length, !sentiments.isEmpty());
    ImmutableSortedSet<Sentiment> all = ImmutableSortedSet.copyOf(chosen);
    BitSet felt = looks(look -> look.sentiment() != null && all.contains(look.sentiment()));
    felt.and(looks);
    return new EventFilter(base, felt, joined, all, names, predicates);
  }

  /**
   * {@return a copy that also requires a custom predicate to hold} The predicate is called only for
   * events that meet all other conditions, and must depend on the row alone.
   *
   * @param name its name; equal names are taken to mean the same predicate
   * @param predicate what must hold
   * @throws IllegalArgumentException if the name is blank
   */
  public EventFilter matching(String name, Predicate<? super Row> predicate) {
    checkArgument(
        !name.isBlank(), "name of a predicate (%s) must not be blank: summaries go by it", name);
    return with(new Named(OptionText.quoted(name), Objects.requireNonNull(predicate, "predicate")));
  }

  /**
   * {@return a copy that accepts some texts of a custom attribute only} Conditions on several
   * attributes must all hold.
   *
   * @param name the name of the attribute
   * @param texts its texts; the empty text means events without the attribute
   * @throws IllegalArgumentException if the name is blank or no text is given
   */
  public EventFilter withAttribute(String name, String... texts) {
    requireChosen(
        "attribute " + OptionText.quoted(OptionText.requireAttribute(name)), texts.length, false);
    ImmutableSortedSet<String> chosen = ImmutableSortedSet.copyOf(texts);
    return with(
        new Named(
            "attribute " + OptionText.quoted(name) + " " + quoted(chosen),
            row -> chosen.contains(row.attribute(name))));
  }

  private EventFilter with(Named named) {
    return new EventFilter(
        base,
        looks,
        joined,
        sentiments,
        names,
        ImmutableList.<Named>builder().addAll(predicates).add(named).build());
  }

  /**
   * {@return whether an event with these properties may be accepted; for measures that tabulate the
   * answers} If false, no such event is accepted. If true, {@link #names} and {@link #asksRow} say
   * whether further conditions apply.
   *
   * @param act what act it is, or null for a message
   * @param sentiment its sentiment, or null if it is unknown
   * @param repliesTo whose message it replies to; {@link RepliesTo#NONE} for an act
   * @param returned whether its author was answered before and speaks again; false for an act
   */
  public boolean mayTake(
      @Nullable ActKind act, @Nullable Sentiment sentiment, RepliesTo repliesTo, boolean returned) {
    return looks.get(new Look(act, sentiment, repliesTo, returned).number());
  }

  /**
   * {@return the names of which an event must have one; none if this filter does not look at the
   * property by name}
   *
   * @param property the property
   */
  public Set<String> names(Property property) {
    return names.getOrDefault(property, ImmutableSortedSet.of());
  }

  /**
   * {@return whether {@link #takes(Row)} has to be called, because a predicate, or a name in a
   * joined filter, has to hold too}
   */
  public boolean asksRow() {
    return joined != null || !predicates.isEmpty();
  }

  /**
   * {@return whether an event is accepted}
   *
   * @param row the event
   */
  public boolean takes(Row row) {
    boolean isAct = !row.isMessage();
    Look look =
        new Look(
            row.act().orElse(null),
            row.sentiment().orElse(null),
            isAct ? RepliesTo.NONE : row.repliesTo(),
            !isAct && row.returned());
    return looks.get(look.number())
        && names.entrySet().stream().allMatch(e -> e.getValue().contains(e.getKey().of(row)))
        && (joined == null || joined.test(row))
        && predicates.stream().allMatch(named -> named.predicate().test(row));
  }

  private static String words(Collection<? extends Enum<?>> values) {
    return values.stream()
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" or "));
  }

  private static String quoted(Collection<String> texts) {
    return texts.stream().map(OptionText::quoted).collect(Collectors.joining(" or "));
  }

  /** {@return all conditions, as they appear in the text of a measure} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(base);
    text.append(sentiments.isEmpty() ? "" : ", sentiment " + words(sentiments));
    for (Property property : Property.values()) {
      ImmutableSortedSet<String> chosen = names.get(property);
      if (chosen != null) {
        text.append(", ").append(property.word()).append(' ').append(quoted(chosen));
      }
    }
    predicates.forEach(named -> text.append(", ").append(named.text()));
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventFilter that
        && looks.equals(that.looks)
        && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** A property of events that a filter selects by, or that a chain keeps constant. */
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

    /** {@return its name in texts} */
    public String word() {
      return word;
    }

    /**
     * {@return the property of a row, or the empty text}
     *
     * @param row the row
     */
    public String of(Row row) {
      return switch (this) {
        case CHANNEL -> row.channel();
        case TOPIC -> row.topic();
        case LABEL -> row.label();
        case ORGANIZATION -> row.organization();
      };
    }

    /**
     * Returns the property of a row as a number that only its slice understands.
     *
     * @param slice the slice
     * @param row the row
     * @return the code, or {@link Slice#NONE}
     */
    public int code(Slice slice, int row) {
      return switch (this) {
        case CHANNEL -> slice.channel(row);
        case TOPIC -> slice.topic(row);
        case LABEL -> slice.label(row);
        case ORGANIZATION -> slice.organization(row);
      };
    }

    /**
     * {@return the name of a code, or the empty text for {@link Slice#NONE}}
     *
     * @param slice the slice that gave the code
     * @param code the code
     */
    public String name(Slice slice, int code) {
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
