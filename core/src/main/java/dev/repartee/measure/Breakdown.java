package dev.repartee.measure;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.repartee.internal.text.Brief;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The summaries of a measure for each key of a dimension, ordered by key. Together the parts
 * contain each fact once; {@link #total} is the summary of the whole.
 *
 * <p>The intervals are not adjusted for the number of rows.
 *
 * <pre>{@code
 * Breakdown<ResponseSummary> byChannel = log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL));
 * byChannel.get("twitter").median();
 * Map<String, DurationEstimate> medians = new TreeMap<>();
 * byChannel.forEach((channel, response) -> medians.put(channel, response.median()));
 * }</pre>
 *
 * @param <S> the summary of one key
 */
public final class Breakdown<S extends Summary<S>> implements Summary<Breakdown<S>> {
  private static final int SHOWN = 8;

  /** Longer keys would leave no room for their numbers. */
  private static final int LONGEST_KEY = 48;

  /** The state with the type of its tally, which callers need not know. */
  private interface State<S extends Summary<S>> {
    Origin origin();

    Breakdown<S> merge(State<S> other);

    byte[] toBytes();

    S total();
  }

  private record KeyedState<T extends Tally<T>, S extends Summary<S>>(
      Evidence<Keyed<T>> evidence, Plan<T, S> inner, Dimension dimension) implements State<S> {
    @Override
    public Origin origin() {
      return evidence.origin();
    }

    @Override
    @SuppressWarnings("unchecked") // equal origins, which merge checks, have equal plans
    public Breakdown<S> merge(State<S> other) {
      return of(evidence.merge(((KeyedState<T, S>) other).evidence), inner, dimension);
    }

    @Override
    public byte[] toBytes() {
      return evidence.toBytes();
    }

    @Override
    public S total() {
      T sum = inner.emptyTally();
      evidence.tally().byKey().values().forEach(sum::add);
      return inner.summary(evidence, evidence.origin().forPlan(inner, false), sum);
    }

    private Map<List<String>, S> parts() {
      Origin origin = evidence.origin().forPlan(inner, dimension.isOfAnswer());
      Set<List<String>> keys = ImmutableSet.copyOf(evidence.tally().byKey().keySet());
      // By order, because names can be chosen of which lists have one hash.
      ImmutableSortedMap.Builder<List<String>, S> parts =
          new ImmutableSortedMap.Builder<>(Keyed.KEY_ORDER);
      evidence
          .tally()
          .byKey()
          .forEach(
              (key, tally) ->
                  parts.put(
                      key, inner.summary(evidence, origin.ofPart(dimension, key, keys), tally)));
      return parts.build();
    }
  }

  private final State<S> state;
  private final Dimension dimension;
  private final Map<List<String>, S> parts;

  private Breakdown(State<S> state, Dimension dimension, Map<List<String>, S> parts) {
    this.state = state;
    this.dimension = dimension;
    this.parts = parts;
  }

  static <T extends Tally<T>, S extends Summary<S>> Breakdown<S> of(
      Evidence<Keyed<T>> evidence, Plan<T, S> inner, Dimension dimension) {
    KeyedState<T, S> state = new KeyedState<>(evidence, inner, dimension);
    return new Breakdown<>(state, dimension, state.parts());
  }

  /** {@return the name of the dimension, such as {@code channel}} */
  public String dimensionName() {
    return dimension.name();
  }

  /**
   * {@return the keys that have facts, in order, each a list of as many texts as the dimension has
   * parts}
   */
  public List<List<String>> keys() {
    return List.copyOf(parts.keySet());
  }

  /**
   * {@return the keys with their summaries, an immutable list in the order of the keys} This is not
   * a map, because a key is a list of texts, and a lookup by a single text would silently find
   * nothing. Use {@link #get} to find the summary of a key.
   */
  public List<Part<S>> parts() {
    return parts.entrySet().stream().map(e -> new Part<>(e.getKey(), e.getValue())).toList();
  }

  /**
   * A key and its summary.
   *
   * @param key as many texts as the dimension has parts
   * @param summary the summary of the key
   * @param <S> the summary of one key
   */
  public record Part<S>(List<String> key, S summary) {
    /** {@return the key as one text: its texts, separated by a comma and a space} */
    public String name() {
      return String.join(", ", key);
    }

    @Override
    public String toString() {
      return Brief.cut(name() + ": " + headline(summary.toString()), 49);
    }
  }

  /**
   * Calls an action with each key as one text ({@link Part#name}) and its summary, in the order of
   * the keys.
   *
   * @param action what to do with them
   */
  public void forEach(BiConsumer<? super String, ? super S> action) {
    parts().forEach(part -> action.accept(part.name(), part.summary()));
  }

  /**
   * {@return the summary of a key, or empty if the key has no facts}
   *
   * @param key its texts
   * @throws IllegalArgumentException if the number of texts is not that of the dimension
   */
  public Optional<S> find(String... key) {
    if (key.length != dimension.parts()) {
      throw new IllegalArgumentException(
          "key ("
              + Arrays.toString(key)
              + ") must have "
              + dimension.parts()
              + " texts, as the keys of "
              + dimension.name()
              + " have");
    }
    return Optional.ofNullable(parts.get(List.of(key)));
  }

  /**
   * {@return the summary of a key that has facts}
   *
   * @param key its texts
   * @throws IllegalArgumentException if the key has no facts; the message names some keys that do
   */
  public S get(String... key) {
    return find(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "key ("
                        + Arrays.toString(key)
                        + ") has no facts; keys of "
                        + dimension.name()
                        + " that have: "
                        + keys().stream().limit(SHOWN).toList()
                        + (parts.size() > SHOWN ? " and " + (parts.size() - SHOWN) + " more" : "")
                        + "; find(…) asks without failing"));
  }

  /**
   * {@return the summary of all keys together; equal to the bit to the measure without the
   * breakdown}
   */
  public S total() {
    return state.total();
  }

  @Override
  public Origin origin() {
    return state.origin();
  }

  @Override
  public Breakdown<S> merge(Breakdown<S> other) {
    return other.origin().knowsMoreThan(origin()) ? other.merge(this) : state.merge(other.state);
  }

  @Override
  public byte[] toBytes() {
    return state.toBytes();
  }

  /** {@return the facts of each key, in the order of the keys, without those of the whole} */
  @Override
  public Facts facts() {
    return facts(parts.size());
  }

  private Facts facts(int keys) {
    return Facts.concat(
        parts().stream()
            .limit(keys)
            .map(part -> part.summary().facts().keyed(named(part.key())))
            .toList());
  }

  private Map<String, String> named(List<String> key) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < key.size(); i++) {
      String name = dimension.names().get(i);
      named.put(named.containsKey(name) ? name + " " + (i + 1) : name, key.get(i));
    }
    return named;
  }

  /**
   * {@return a readable table with a line for each key, in the order of the keys, showing the most
   * important numbers with intervals and counts}
   */
  @Override
  public String table() {
    return FactTable.of(dimension, facts()).text() + noneHas();
  }

  /**
   * {@return the same table with the largest values of a statistic first} Values that rest on few
   * groups follow, and keys without a value come last.
   *
   * @param statistic the name of one of its columns, or of another fact, which then becomes a
   *     column
   * @throws IllegalArgumentException if there is no such statistic; the message names the existing
   *     ones
   */
  public String table(String statistic) {
    return FactTable.of(dimension, facts()).sortedBy(statistic).text() + noneHas();
  }

  private String noneHas() {
    boolean hasNone = parts.size() == 1 && keys().get(0).stream().allMatch(Dimension.NONE::equals);
    return hasNone ? "\nno fact has a " + dimension.name() : "";
  }

  private static String headline(String text) {
    return text.split("\n", 2)[0];
  }

  @Override
  public String toString() {
    String head = parts.size() + (parts.size() == 1 ? " key of " : " keys of ") + dimension.name();
    FactTable table = FactTable.of(dimension, facts(SHOWN)).withKeysOf(LONGEST_KEY);
    String more = parts.size() > SHOWN ? "\n… table() shows all" : "";
    return Brief.cut(origin().under(Brief.cut(head, 49)) + "\n" + table.text() + noneHas() + more);
  }
}
