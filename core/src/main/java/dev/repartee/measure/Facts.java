package dev.repartee.measure;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a summary says, as rows: each number with its name, unit, interval and counts, or the reason
 * why it is not there. Tables, JSON, CSV and databases are all filled from these.
 *
 * <pre>{@code
 * Facts facts = log.measure(ResponseTime.eachTurn()).facts();
 * facts.get("wait_median").value();                      // OptionalDouble[1800000.0]
 * for (Facts.Fact fact : facts) {
 *   fact.toMap();                                        // a row of a database, or of CSV
 * }
 * facts.toMap();                                         // any JSON library writes it
 * }</pre>
 *
 * <p><b>Names.</b> What is known before any data is part of the name of a statistic ({@code
 * strands_dialogue}, {@code answered_within_1h}); what the data brings, such as a channel, is in
 * the key. So a measure has the same statistics whatever it is measured on, each in every summary;
 * names are an interface, and one that changes is a break. All are listed in {@code
 * core/docs/facts.md}.
 *
 * <p><b>Numbers.</b> Times are milliseconds, shares fractions; intervals have a level of 0.95.
 * There is no NaN and no infinity: an absent number is absent, and {@link Fact#state} says why.
 *
 * <p>Immutable.
 */
public final class Facts implements Iterable<Fact> {
  /** More beside each other can hardly be read. */
  private static final int MOST_COLUMNS = 8;

  private final ImmutableList<Fact> rows;

  private Facts(List<Fact> rows) {
    this.rows = ImmutableList.copyOf(rows);
  }

  /**
   * {@return a builder of the facts of a summary}
   *
   * @param origin what the summary is of
   */
  public static Builder of(Origin origin) {
    return of(origin, "");
  }

  /**
   * {@return a builder of the facts of a view of a summary}
   *
   * @param origin what the summary is of
   * @param view which part of it is looked at, such as inbound strands; empty for all
   */
  public static Builder of(Origin origin, String view) {
    return new Builder(new Source(origin, view), ImmutableMap.of(), new ArrayList<>());
  }

  /** What facts are of. */
  private record Source(Origin origin, String view) {
    Source {
      requireNonNull(origin, "origin");
      requireNonNull(view, "view");
    }

    Map<String, Object> toMap() {
      Map<String, Object> map = origin.toMap();
      if (!view.isEmpty()) {
        map.put("view", view);
      }
      return map;
    }

    @Override
    public String toString() {
      return origin.measure() + (view.isEmpty() ? "" : ", " + view);
    }
  }

  /**
   * {@return the facts of several summaries, one after the other}
   *
   * @param all the facts of each
   */
  public static Facts concat(Iterable<Facts> all) {
    List<Fact> rows = new ArrayList<>();
    all.forEach(facts -> rows.addAll(facts.rows));
    return new Facts(rows);
  }

  /** Returns the same with a key in front of the key that each has. */
  Facts keyed(Map<String, String> key) {
    return new Facts(rows.stream().map(fact -> fact.keyed(key)).toList());
  }

  /** {@return all facts, in the order in which the summary declares them; an immutable list} */
  public List<Fact> rows() {
    return rows;
  }

  @Override
  public Iterator<Fact> iterator() {
    return rows.iterator();
  }

  /**
   * {@return the facts that a predicate takes, in the same order}
   *
   * @param predicate says whether a fact is taken
   */
  public Facts where(Predicate<? super Fact> predicate) {
    return new Facts(rows.stream().filter(predicate).toList());
  }

  /**
   * {@return the first fact of a statistic and a key}
   *
   * @param statistic its name
   * @param key the texts of its key, none where it has none
   * @throws IllegalArgumentException if there is none; the message names those that there are
   */
  public Fact get(String statistic, String... key) {
    return find(statistic, key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "statistic ("
                        + statistic
                        + ") with key "
                        + Arrays.toString(key)
                        + " must be one of "
                        + rows.stream().map(Fact::label).limit(100).toList()));
  }

  /**
   * {@return the first fact of a statistic and a key, or empty where there is none}
   *
   * @param statistic its name
   * @param key the texts of its key, none where it has none
   */
  public Optional<Fact> find(String statistic, String... key) {
    List<String> texts = List.of(key);
    return rows.stream()
        .filter(fact -> fact.statistic.equals(statistic))
        .filter(fact -> List.copyOf(fact.key.values()).equals(texts))
        .findFirst();
  }

  /**
   * {@return the facts as maps and lists of JDK types, which any JSON library writes: the map} It
   * has a list {@code measures}; each is what its facts are of, with a list {@code facts}:
   *
   * <pre>
   * {"measures": [{"measure": "response each turn", "as_of": "2026-01-06T09:00:00Z", …,
   *     "facts": [{"statistic": "answered_so_far", "state": "VALUE", "unit": "SHARE", "value": 0.4,
   *         "low": 0.17, "high": 0.69, "numerator": 4, "denominator": 10}, …]}]}
   * </pre>
   */
  public Map<String, Object> toMap() {
    Map<Source, List<Map<String, Object>>> bySource = new LinkedHashMap<>();
    for (Fact fact : rows) {
      bySource.computeIfAbsent(fact.source, source -> new ArrayList<>()).add(fact.ownMap());
    }
    List<Map<String, Object>> measures = new ArrayList<>();
    bySource.forEach(
        (source, facts) -> {
          Map<String, Object> measure = source.toMap();
          measure.put("facts", facts);
          measures.add(measure);
        });
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("measures", measures);
    return map;
  }

  /** Returns the rows of a measure that stand in a table of a breakdown. */
  List<Fact> leading() {
    return rows.stream().filter(fact -> fact.isLeading).toList();
  }

  /**
   * Returns all facts as tables for people: a line each, and below them those of keys, a line a key
   * where these have few facts.
   */
  @Override
  public String toString() {
    Map<Source, List<Fact>> bySource =
        rows.stream().collect(groupingBy(fact -> fact.source, LinkedHashMap::new, toList()));
    return bySource.isEmpty()
        ? "no facts"
        : bySource.entrySet().stream()
            .map(of -> table(of.getKey().toString(), of.getValue()))
            .collect(joining("\n\n"));
  }

  private static String table(String heading, List<Fact> all) {
    Map<Set<String>, List<Fact>> byNames =
        all.stream().collect(groupingBy(fact -> fact.key.keySet(), LinkedHashMap::new, toList()));
    TextTable lines = TextTable.of("", "");
    List<String> tables = new ArrayList<>();
    byNames.forEach(
        (names, facts) -> {
          long columns = facts.stream().map(Fact::statistic).distinct().count();
          if (names.isEmpty() || columns > MOST_COLUMNS) {
            facts.forEach(fact -> lines.row(fact.label(), fact.text()));
          } else {
            tables.add(FactTable.of(String.join(" and ", names), facts).text());
          }
        });
    tables.add(0, heading + (lines.size() == 0 ? "" : "\n" + lines) + notObserved(all));
    return String.join("\n\n", tables);
  }

  /**
   * Returns what the log lacks for some facts, in a line below them; empty where it lacks nothing.
   */
  static String notObserved(Collection<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.state() == State.NOT_OBSERVED)
        .map(Fact::note)
        .filter(note -> !note.isEmpty())
        .distinct()
        .collect(collectingAndThen(joining("; "), s -> s.isEmpty() ? s : "\nnot observed: " + s));
  }

  /** Why there is a value, or none. */
  public enum State {
    /** There is one. */
    VALUE,
    /** There is nothing to tell from. */
    NO_DATA,
    /** What was asked for had not happened by the end of what was seen, as a median of waits. */
    NOT_REACHED,
    /** Nobody was watched that long. */
    TOO_SHORT,
    /** The log cannot show it; {@link Fact#note} says what it lacks. */
    NOT_OBSERVED,
    /** It cannot be computed of what there is; {@link Fact#note} says why. */
    NOT_DEFINED
  }

  /** What a value counts. */
  public enum Unit {
    /** Whole things, such as strands or people. */
    COUNT,
    /** A part of a whole, a chance, or the difference of two: 0.25 is a quarter. */
    SHARE,
    /** Milliseconds. */
    MILLISECONDS,
    /** A plain number: a ratio, a mean of counts, an index. */
    NUMBER,
    /** A word, such as a verdict. */
    WORD
  }

  /** One number of a summary, or the reason why it is not there. Immutable. */
  public static final class Fact {
    private final Source source;
    private final ImmutableMap<String, String> key;
    private final String statistic;
    private final FactValue value;
    private final boolean isLeading;

    private Fact(
        Source source,
        Map<String, String> key,
        String statistic,
        FactValue value,
        boolean isLeading) {
      this.source = source;
      this.key = ImmutableMap.copyOf(key);
      this.statistic = statistic;
      this.value = value;
      this.isLeading = isLeading;
    }

    private Fact keyed(Map<String, String> first) {
      Map<String, String> all = new LinkedHashMap<>(first);
      key.forEach(
          (name, text) -> {
            String own = name;
            while (all.containsKey(own)) {
              own += " within";
            }
            all.put(own, text);
          });
      return new Fact(source, all, statistic, value, isLeading);
    }

    /** {@return what it is of: measure, as-of, windows, filter, follow-up} */
    public Origin origin() {
      return source.origin;
    }

    /** {@return which part of the summary it looks at, such as inbound strands; empty for all} */
    public String view() {
      return source.view;
    }

    /**
     * {@return the name of each dimension with its key, in order; empty for a number of the whole}
     */
    public Map<String, String> key() {
      return key;
    }

    /** {@return the name of the statistic, in lower snake case} */
    public String statistic() {
      return statistic;
    }

    /** {@return whether there is a value, and if not, why} */
    public State state() {
      return value.state();
    }

    /** {@return what the value counts} */
    public Unit unit() {
      return value.unit();
    }

    /** {@return the value in its unit, finite; empty where there is none, and for words} */
    public OptionalDouble value() {
      return value.number("value");
    }

    /** {@return the word, empty unless the unit is {@link Unit#WORD}} */
    public String word() {
      return value.text("value");
    }

    /** {@return the lower end of the interval; empty where it is open or there is no interval} */
    public OptionalDouble low() {
      return value.number("low");
    }

    /** {@return the upper end of the interval; empty where it is open or there is no interval} */
    public OptionalDouble high() {
      return value.number("high");
    }

    /** {@return how many of a share that is counted, or the count itself; empty for all others} */
    public OptionalLong numerator() {
      return value.count(unit() == Unit.COUNT ? "value" : "numerator");
    }

    /** {@return of how many, for a share that is counted; empty for all others} */
    public OptionalLong denominator() {
      return value.count("denominator");
    }

    /** {@return why value or interval are not there, or what to beware of; may be empty} */
    public String note() {
      return value.text("note");
    }

    /** {@return the value as people read it, with its interval and counts} */
    public String text() {
      return value.text();
    }

    /** Whether it is not there, or rests on so few people that it should carry no verdict. */
    boolean isShaky() {
      return value().isEmpty() || value.hasFewGroups();
    }

    /** {@return name and key as people read them} */
    public String label() {
      String words = statistic.replace('_', ' ');
      return key.isEmpty() ? words : String.join(", ", key.values()) + ": " + words;
    }

    /**
     * {@return the fact with what it is of, as a map of JDK types without null, which any JSON
     * library writes} A row by itself; {@link Facts#toMap} says only once what many are of.
     */
    public Map<String, Object> toMap() {
      Map<String, Object> map = source.toMap();
      map.putAll(ownMap());
      return map;
    }

    private Map<String, Object> ownMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      if (!key.isEmpty()) {
        map.put("key", new LinkedHashMap<>(key));
      }
      map.put("statistic", statistic);
      map.put("state", state().name());
      map.put("unit", unit().name());
      map.putAll(value.map());
      return map;
    }

    @Override
    public String toString() {
      return label() + " " + text();
    }
  }

  /** Takes down what a summary says. Not safe for use by several threads. */
  public static final class Builder {
    private static final Pattern STATISTIC = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final Source source;
    private final ImmutableMap<String, String> key;
    private final List<Fact> rows;
    private final @Nullable String lacking;
    private boolean isLeading = true;

    private Builder(Source source, Map<String, String> key, List<Fact> rows) {
      this(source, key, rows, null);
    }

    private Builder(
        Source source, Map<String, String> key, List<Fact> rows, @Nullable String lacking) {
      this.source = source;
      this.key = ImmutableMap.copyOf(key);
      this.rows = rows;
      this.lacking = lacking;
    }

    /**
     * {@return this; what was said so far stands in tables of breakdowns, what follows does not}
     */
    public Builder inDetail() {
      isLeading = false;
      return this;
    }

    /**
     * {@return a builder of facts about one thing that the data brings, such as a department; they
     * go to the same list}
     *
     * @param dimension what such things are called
     * @param name which it is
     */
    public Builder about(String dimension, String name) {
      Map<String, String> longer = new LinkedHashMap<>(key);
      longer.put(dimension, name);
      return new Builder(source, longer, rows, lacking).inDetail();
    }

    /**
     * {@return a builder of facts that the log cannot show; they go to the same list, with their
     * names and units and the state {@link State#NOT_OBSERVED}, whatever they are given as} So what
     * is not observed has the names that it has where it is.
     *
     * @param why what the log lacks
     */
    public Builder notObserved(String why) {
      Builder same = new Builder(source, key, rows, why);
      same.isLeading = isLeading;
      return same;
    }

    /**
     * {@return this with a count, in units or in things}
     *
     * @param statistic its name
     * @param count the count
     */
    public Builder count(String statistic, long count) {
      return add(statistic, FactValue.of(count));
    }

    /**
     * {@return this with a count; empty where there are no data for it}
     *
     * @param statistic its name
     * @param count the count
     */
    public Builder count(String statistic, OptionalLong count) {
      return count.isPresent()
          ? count(statistic, count.getAsLong())
          : missing(statistic, Unit.COUNT, State.NO_DATA, "");
    }

    /**
     * {@return this with a count of one kind of several, whose name goes into the statistic}
     *
     * @param statistic its name
     * @param kind which kind
     * @param count the count
     */
    public Builder count(String statistic, Enum<?> kind, long count) {
      return count(statistic + "_" + kind.name().toLowerCase(Locale.ROOT), count);
    }

    /**
     * {@return this with a share, its interval and counts}
     *
     * @param statistic its name
     * @param share the share
     */
    public Builder share(String statistic, Proportion share) {
      return add(statistic, FactValue.of(share));
    }

    /**
     * {@return this with a chance, or a difference of shares, and its interval}
     *
     * @param statistic its name
     * @param share the share
     */
    public Builder share(String statistic, Estimate share) {
      return add(statistic, FactValue.of(share, Unit.SHARE));
    }

    /**
     * {@return this with a plain number and its interval}
     *
     * @param statistic its name
     * @param number the number
     */
    public Builder number(String statistic, Estimate number) {
      return add(statistic, FactValue.of(number, Unit.NUMBER));
    }

    /**
     * {@return this with a plain number that has no interval; NaN where there are no data for it}
     *
     * @param statistic its name
     * @param number the number
     */
    public Builder number(String statistic, double number) {
      return add(statistic, FactValue.of(number, Unit.NUMBER));
    }

    /**
     * {@return this with a plain number that has no interval}
     *
     * @param statistic its name
     * @param number the number; NaN where it is not defined
     * @param whyNot why it then is not
     */
    public Builder number(String statistic, double number, String whyNot) {
      return add(statistic, FactValue.of(number, Unit.NUMBER, whyNot));
    }

    /**
     * {@return this with a share or a chance that has no interval}
     *
     * @param statistic its name
     * @param share the share; NaN where it is not defined
     * @param whyNot why it then is not
     */
    public Builder share(String statistic, double share, String whyNot) {
      return add(statistic, FactValue.of(share, Unit.SHARE, whyNot));
    }

    /**
     * {@return this with a time, its interval, or why there is none}
     *
     * @param statistic its name
     * @param time the time
     */
    public Builder time(String statistic, DurationEstimate time) {
      return add(statistic, FactValue.of(time));
    }

    /**
     * {@return this with a time that has no interval; empty where there are no data for it}
     *
     * @param statistic its name
     * @param time the time
     */
    public Builder time(String statistic, Optional<Duration> time) {
      return add(statistic, FactValue.of(time));
    }

    /**
     * {@return this with a word, such as a verdict; empty where there are no data for it}
     *
     * @param statistic its name
     * @param word the word
     */
    public Builder word(String statistic, String word) {
      return add(statistic, FactValue.ofWord(word));
    }

    /**
     * {@return this with a number that is not there}
     *
     * @param statistic its name
     * @param unit what it would count
     * @param state why it is not there
     * @param note what the log lacks
     */
    public Builder missing(String statistic, Unit unit, State state, String note) {
      return add(statistic, FactValue.missing(unit, state, note));
    }

    private Builder add(String statistic, FactValue value) {
      if (!STATISTIC.matcher(statistic).matches()) {
        throw new IllegalArgumentException(
            "statistic ("
                + statistic
                + ") must be lower snake case, such as wait_median; names from the data belong"
                + " into the key: about(…)");
      }
      FactValue told =
          lacking == null ? value : FactValue.missing(value.unit(), State.NOT_OBSERVED, lacking);
      rows.add(new Fact(source, key, statistic, told, isLeading));
      return this;
    }

    /** {@return the facts} */
    public Facts build() {
      return new Facts(rows);
    }

    /** {@return how many facts there are so far, and of what} */
    @Override
    public String toString() {
      return rows.size() + " facts of " + source + " so far";
    }
  }
}
