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
 * why it is missing. Tables, JSON, CSV and databases are all filled from these rows.
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
 * <p><b>Names.</b> The name of a statistic contains what is known without data ({@code
 * strands_dialogue}, {@code answered_within_1h}); what comes from the data, such as a channel, is
 * in the key. So every summary of a measure has the same statistics. Names are part of the
 * interface: changing one is a breaking change. {@code core/docs/facts.md} lists them all.
 *
 * <p><b>Numbers.</b> Times are milliseconds, shares are fractions, and intervals have a level of
 * 0.95. There is no NaN and no infinity: a missing number is absent, and {@link Fact#state} says
 * why.
 *
 * <p>Immutable.
 */
public final class Facts implements Iterable<Fact> {
  /** More columns side by side are hard to read. */
  private static final int MOST_COLUMNS = 8;

  private final ImmutableList<Fact> rows;

  private Facts(List<Fact> rows) {
    this.rows = ImmutableList.copyOf(rows);
  }

  /**
   * {@return a new builder of the facts of a summary}
   *
   * @param origin the origin of the summary
   */
  public static Builder of(Origin origin) {
    return of(origin, "");
  }

  /**
   * {@return a new builder of the facts of a view of a summary}
   *
   * @param origin the origin of the summary
   * @param view the part of it that is shown, such as inbound strands; empty for all
   */
  public static Builder of(Origin origin, String view) {
    return new Builder(new Source(origin, view), ImmutableMap.of(), new ArrayList<>());
  }

  /** Where facts come from. */
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

  /** Returns the same facts, each with a further key in front of its own. */
  Facts keyed(Map<String, String> key) {
    return new Facts(rows.stream().map(fact -> fact.keyed(key)).toList());
  }

  /** {@return all facts in the order in which the summary declares them, an immutable list} */
  public List<Fact> rows() {
    return rows;
  }

  @Override
  public Iterator<Fact> iterator() {
    return rows.iterator();
  }

  /**
   * {@return the facts that a predicate accepts, in the same order}
   *
   * @param predicate decides whether a fact is kept
   */
  public Facts where(Predicate<? super Fact> predicate) {
    return new Facts(rows.stream().filter(predicate).toList());
  }

  /**
   * {@return the first fact of a statistic and a key}
   *
   * @param statistic its name
   * @param key the texts of its key; none for a fact without a key
   * @throws IllegalArgumentException if there is none; the message names the existing ones
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
   * {@return the first fact of a statistic and a key, or empty if there is none}
   *
   * @param statistic its name
   * @param key the texts of its key; none for a fact without a key
   */
  public Optional<Fact> find(String statistic, String... key) {
    List<String> texts = List.of(key);
    return rows.stream()
        .filter(fact -> fact.statistic.equals(statistic))
        .filter(fact -> List.copyOf(fact.key.values()).equals(texts))
        .findFirst();
  }

  /**
   * {@return the facts as maps and lists of JDK types, which any JSON library can write} The map
   * has a list {@code measures}. Each entry describes a measure and has a list {@code facts}:
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

  /** Returns the rows of a measure that appear in a table of a breakdown. */
  List<Fact> leading() {
    return rows.stream().filter(fact -> fact.isLeading).toList();
  }

  /**
   * Returns all facts as readable tables: a line for each fact, and below them the facts of keys,
   * in a line for each key if a key has few facts.
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

  /** Returns a line that says what the log lacks for some facts; empty if it lacks nothing. */
  static String notObserved(Collection<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.state() == State.NOT_OBSERVED)
        .map(Fact::note)
        .filter(note -> !note.isEmpty())
        .distinct()
        .collect(collectingAndThen(joining("; "), s -> s.isEmpty() ? s : "\nnot observed: " + s));
  }

  /** Whether there is a value, and if not, why. */
  public enum State {
    /** There is a value. */
    VALUE,
    /** There is no data for it. */
    NO_DATA,
    /**
     * The value lies beyond what has been observed, such as a median of waits of which most are not
     * over.
     */
    NOT_REACHED,
    /** Nobody was watched for that long. */
    TOO_SHORT,
    /** The log cannot show it; {@link Fact#note} says what the log lacks. */
    NOT_OBSERVED,
    /** It cannot be computed from the data; {@link Fact#note} says why. */
    NOT_DEFINED
  }

  /** The unit of a value. */
  public enum Unit {
    /** Whole things, such as strands or people. */
    COUNT,
    /** A part of a whole, a probability, or a difference of two of these: 0.25 is a quarter. */
    SHARE,
    /** Milliseconds. */
    MILLISECONDS,
    /** A plain number: a ratio, a mean of counts, an index. */
    NUMBER,
    /** A word, such as a verdict. */
    WORD
  }

  /** One number of a summary, or the reason why it is missing. Immutable. */
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

    /** {@return the origin: measure, as-of, windows, filter and follow-up} */
    public Origin origin() {
      return source.origin;
    }

    /**
     * {@return the part of the summary that it describes, such as inbound strands; empty for all}
     */
    public String view() {
      return source.view;
    }

    /**
     * {@return the key of each dimension by the name of the dimension, in order; empty for a number
     * of the whole}
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

    /** {@return the unit of the value} */
    public Unit unit() {
      return value.unit();
    }

    /** {@return the value in its unit, finite; empty if there is none, and for words} */
    public OptionalDouble value() {
      return value.number("value");
    }

    /** {@return the word, empty unless the unit is {@link Unit#WORD}} */
    public String word() {
      return value.text("value");
    }

    /** {@return the lower end of the interval; empty if it is open or there is no interval} */
    public OptionalDouble low() {
      return value.number("low");
    }

    /** {@return the upper end of the interval; empty if it is open or there is no interval} */
    public OptionalDouble high() {
      return value.number("high");
    }

    /** {@return the numerator of a counted share, or a count itself; otherwise empty} */
    public OptionalLong numerator() {
      return value.count(unit() == Unit.COUNT ? "value" : "numerator");
    }

    /** {@return the denominator of a counted share; otherwise empty} */
    public OptionalLong denominator() {
      return value.count("denominator");
    }

    /** {@return why the value or its interval is missing, or a warning; may be empty} */
    public String note() {
      return value.text("note");
    }

    /** {@return the value in readable form, with its interval and counts} */
    public String text() {
      return value.text();
    }

    /** Whether it is missing, or rests on too few people to support a verdict. */
    boolean isShaky() {
      return value().isEmpty() || value.hasFewGroups();
    }

    /** {@return name and key in readable form} */
    public String label() {
      String words = statistic.replace('_', ' ');
      return key.isEmpty() ? words : String.join(", ", key.values()) + ": " + words;
    }

    /**
     * {@return the fact with its origin, as a map of JDK types without null, which any JSON library
     * can write} The row stands on its own; {@link Facts#toMap} gives each origin only once.
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

  /** Collects the facts of a summary. Not safe for use by several threads at once. */
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
     * {@return this builder, where facts added so far appear in tables of breakdowns and later ones
     * do not}
     */
    public Builder inDetail() {
      isLeading = false;
      return this;
    }

    /**
     * {@return a builder that adds to the same list facts about one thing found in the data, such
     * as a department}
     *
     * @param dimension the kind of thing
     * @param name its name
     */
    public Builder about(String dimension, String name) {
      Map<String, String> longer = new LinkedHashMap<>(key);
      longer.put(dimension, name);
      return new Builder(source, longer, rows, lacking).inDetail();
    }

    /**
     * {@return a builder that adds to the same list facts that the log cannot show, under their
     * names and units, with the state {@link State#NOT_OBSERVED} whatever their value} Facts thus
     * keep their names if they are not observed.
     *
     * @param why what the log lacks
     */
    public Builder notObserved(String why) {
      Builder same = new Builder(source, key, rows, why);
      same.isLeading = isLeading;
      return same;
    }

    /**
     * {@return this builder, with a count added}
     *
     * @param statistic its name
     * @param count the count
     */
    public Builder count(String statistic, long count) {
      return add(statistic, FactValue.of(count));
    }

    /**
     * {@return this builder, with a count added; empty if there is no data for it}
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
     * {@return this builder, with the count of one of several kinds added; the kind becomes part of
     * the statistic's name}
     *
     * @param statistic its name
     * @param kind which kind
     * @param count the count
     */
    public Builder count(String statistic, Enum<?> kind, long count) {
      return count(statistic + "_" + kind.name().toLowerCase(Locale.ROOT), count);
    }

    /**
     * {@return this builder, with a share, its interval and its counts added}
     *
     * @param statistic its name
     * @param share the share
     */
    public Builder share(String statistic, Proportion share) {
      return add(statistic, FactValue.of(share));
    }

    /**
     * {@return this builder, with a probability or a difference of shares and its interval added}
     *
     * @param statistic its name
     * @param share the share
     */
    public Builder share(String statistic, Estimate share) {
      return add(statistic, FactValue.of(share, Unit.SHARE));
    }

    /**
     * {@return this builder, with a plain number and its interval added}
     *
     * @param statistic its name
     * @param number the number
     */
    public Builder number(String statistic, Estimate number) {
      return add(statistic, FactValue.of(number, Unit.NUMBER));
    }

    /**
     * {@return this builder, with a plain number without an interval added; NaN if there are no
     * data for it}
     *
     * @param statistic its name
     * @param number the number
     */
    public Builder number(String statistic, double number) {
      return add(statistic, FactValue.of(number, Unit.NUMBER));
    }

    /**
     * {@return this builder, with a plain number without an interval added}
     *
     * @param statistic its name
     * @param number the number; NaN if it is not defined
     * @param whyNot why it is not defined in that case
     */
    public Builder number(String statistic, double number, String whyNot) {
      return add(statistic, FactValue.of(number, Unit.NUMBER, whyNot));
    }

    /**
     * {@return this builder, with a share or a probability without an interval added}
     *
     * @param statistic its name
     * @param share the share; NaN if it is not defined
     * @param whyNot why it is not defined in that case
     */
    public Builder share(String statistic, double share, String whyNot) {
      return add(statistic, FactValue.of(share, Unit.SHARE, whyNot));
    }

    /**
     * {@return this builder, with a time added: its interval, or why there is none}
     *
     * @param statistic its name
     * @param time the time
     */
    public Builder time(String statistic, DurationEstimate time) {
      return add(statistic, FactValue.of(time));
    }

    /**
     * {@return this builder, with a time without an interval added; empty if there is no data for
     * it}
     *
     * @param statistic its name
     * @param time the time
     */
    public Builder time(String statistic, Optional<Duration> time) {
      return add(statistic, FactValue.of(time));
    }

    /**
     * {@return this builder, with a word such as a verdict added; empty if there is no data for it}
     *
     * @param statistic its name
     * @param word the word
     */
    public Builder word(String statistic, String word) {
      return add(statistic, FactValue.ofWord(word));
    }

    /**
     * {@return this builder, with a missing number added}
     *
     * @param statistic its name
     * @param unit the unit it would have
     * @param state why it is missing
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

    /** {@return the number of facts so far, and their measure} */
    @Override
    public String toString() {
      return rows.size() + " facts of " + source + " so far";
    }
  }
}
