package dev.repartee.measure;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.internal.text.Brief;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A summary together with the cases behind its counts: for each outcome, those that lasted longest
 * and a random sample, each with message, conversation, person and time. Cases and counts come from
 * the same code, so they cannot disagree.
 *
 * <pre>{@code
 * Opened<ResponseSummary> opened = log.measure(ResponseTime.eachTurn().opened(5));
 * opened.summary().waiting();
 * opened.cases("waiting").count();      // the same number
 * opened.cases("waiting").worst();      // the five who have waited longest
 * opened.cases("waiting").sample();     // five by lot, the same whoever asks
 * }</pre>
 *
 * <p>An outcome has the name of the fact that counts it ({@link Summary#facts}, {@code
 * core/docs/facts.md}). Opened summaries merge like all others, exactly: the cases of the whole are
 * selected from those of the parts. Memory is bounded by twice the number kept, for each outcome
 * and each key of a breakdown. Opening costs a second walk, which looks at each fact separately.
 *
 * @param <S> the summary
 */
public final class Opened<S extends Summary<S>> implements Summary<Opened<S>> {
  private static final int SHOWN = 5;
  private static final int LINE = 120;

  private final Results results;
  private final Measure<S> measure;
  private final Measure<CaseSummary> cases;

  private Opened(Results results, Measure<S> measure, Measure<CaseSummary> cases) {
    this.results = results;
    this.measure = measure;
    this.cases = cases;
  }

  static <S extends Summary<S>> Plan<?, Opened<S>> plan(Measure<S> measure, Keeping keeping) {
    Objects.requireNonNull(keeping, "keeping");
    Plan<?, S> plan = measure.plan();
    Plan<?, CaseSummary> ofCases = plan.cases(keeping);
    Measure<CaseSummary> cases = () -> ofCases;
    MeasureText text =
        MeasureText.join(List.of(plan.measureText()), texts -> texts.get(0) + keeping);
    return Measures.of(measure, cases)
        .plan()
        .around(text, results -> new Opened<>(results, measure, cases));
  }

  /**
   * {@return an option that keeps, for each outcome, a number of cases that lasted longest and as
   * many chosen at random}
   *
   * @param most the maximum number of each, at least 1
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Keeping keeping(int most) {
    checkArgument(
        most >= 1, "most (%s) must be at least 1; leave opened(…) out to keep none", most);
    return new Keeping(most, Naming.BY_NAME, "");
  }

  /** {@return an option that keeps every case of each outcome, however much memory that takes} */
  public static Keeping keepingAll() {
    return keeping(Integer.MAX_VALUE);
  }

  /** How cases are named. */
  private enum Naming {
    BY_NAME,
    BY_FINGERPRINT,
    NOT_AT_ALL
  }

  /** How many cases of each outcome are kept, and how they are named. Immutable. */
  public static final class Keeping {
    private final int most;
    private final Naming naming;
    private final String key;

    private Keeping(int most, Naming naming, String key) {
      this.most = most;
      this.naming = naming;
      this.key = key;
    }

    /**
     * {@return a copy that replaces each id and name by 16 digits, always the same for the same
     * one} Readers can see that two cases are of one person, but not of whom. Anyone who knows the
     * key can compute the digits of a given name.
     *
     * @param secret a key that readers do not know; not empty
     * @throws IllegalArgumentException if the key is empty
     */
    public Keeping withFingerprints(String secret) {
      checkArgument(
          !secret.isEmpty(),
          "secret (empty) must be a key that readers do not know; else names could be guessed, and"
              + " tried");
      return new Keeping(most, Naming.BY_FINGERPRINT, secret);
    }

    /** {@return a copy without ids and names of people, but with times and numbers} */
    public Keeping withoutNames() {
      return new Keeping(most, Naming.NOT_AT_ALL, "");
    }

    int most() {
      return most;
    }

    /** An id or a name as it may be shown. */
    String told(String name) {
      return switch (naming) {
        case BY_NAME -> name;
        case BY_FINGERPRINT -> name.isEmpty() ? "" : CaseMark.fingerprint(key, name);
        case NOT_AT_ALL -> "";
      };
    }

    /** Returns what it adds to the text of a measure. */
    @Override
    public String toString() {
      String number = most == Integer.MAX_VALUE ? "whole" : String.valueOf(most);
      String names =
          switch (naming) {
            case BY_NAME -> "";
            case BY_FINGERPRINT -> ", fingerprints of key " + CaseMark.fingerprint("", key);
            case NOT_AT_ALL -> ", without names";
          };
      return ", opened " + number + names;
    }
  }

  /**
   * The outcomes that a measure counts, each recognized from a tally that holds a single fact.
   * Immutable; the methods return longer copies.
   *
   * <pre>{@code
   * Opened.Outcomes.<Weekend>none()
   *     .with("messages_on_weekend", weekend -> weekend.onWeekend);
   * }</pre>
   *
   * @param <T> the tally that the sweep adds to
   */
  public static final class Outcomes<T extends Tally<T>> {
    private final List<Outcome<T>> all;

    private Outcomes(List<Outcome<T>> all) {
      this.all = List.copyOf(all);
    }

    /**
     * {@return an empty list of outcomes, to begin with}
     *
     * @param <T> the tally
     */
    public static <T extends Tally<T>> Outcomes<T> none() {
      return new Outcomes<>(List.of());
    }

    /**
     * {@return a copy with a further outcome, whose cases last from their anchor to the end of
     * observation}
     *
     * @param statistic the name of the fact that counts it
     * @param count how often a tally of a single fact counts the outcome, at least 0
     */
    public Outcomes<T> with(String statistic, ToLongFunction<T> count) {
      return and(new Outcome<>(List.of(statistic), count, null));
    }

    /**
     * {@return a copy with a further outcome that gives the length of its cases}
     *
     * @param statistic the name of the fact that counts it
     * @param count how often a tally of a single fact counts the outcome, at least 0
     * @param millis how long the single fact lasted, in milliseconds
     */
    public Outcomes<T> with(String statistic, ToLongFunction<T> count, ToLongFunction<T> millis) {
      return and(new Outcome<>(List.of(statistic), count, millis));
    }

    /**
     * {@return a copy with a further outcome for a fact with a key, such as a step of a funnel}
     *
     * @param statistic the name of the fact that counts it
     * @param key the key of the fact
     * @param count how often a tally of a single fact counts the outcome, at least 0
     */
    public Outcomes<T> withKey(String statistic, String key, ToLongFunction<T> count) {
      return and(new Outcome<>(List.of(statistic, key), count, null));
    }

    private Outcomes<T> and(Outcome<T> one) {
      return new Outcomes<>(Stream.concat(all.stream(), Stream.of(one)).toList());
    }

    List<Outcome<T>> all() {
      return all;
    }

    @Override
    public String toString() {
      return "outcomes " + all.stream().map(Outcome::name).toList();
    }
  }

  /**
   * One outcome.
   *
   * @param name the statistic that counts it, and the key of the fact if it has one
   * @param count how often a single fact counts it
   * @param millis how long it lasted; null if it lasts to the end of observation
   */
  record Outcome<T extends Tally<T>>(
      List<String> name, ToLongFunction<T> count, @Nullable ToLongFunction<T> millis) {}

  /** {@return the summary without the cases} */
  public S summary() {
    return results.get(measure);
  }

  /**
   * {@return the cases of an outcome}
   *
   * @param statistic the name of the fact that counts it
   * @param key the texts of the key of that fact; none for a fact without a key
   * @throws IllegalArgumentException if the measure does not open it; the message names those it
   *     does
   */
  public Cases cases(String statistic, String... key) {
    List<String> name = new ArrayList<>(List.of(statistic));
    name.addAll(Arrays.asList(key));
    @Nullable Cases found = byName().get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "outcome (" + name + ") must be one of those that are opened: " + byName().keySet());
    }
    return found;
  }

  /** {@return the names of all outcomes: each the name of a fact, and its key if it has one} */
  public List<List<String>> outcomes() {
    return List.copyOf(byName().keySet());
  }

  private Map<List<String>, Cases> byName() {
    return results.get(cases).byName();
  }

  @Override
  public Origin origin() {
    return results.origin();
  }

  @Override
  public Opened<S> merge(Opened<S> other) {
    return new Opened<>(results.merge(other.results), measure, cases);
  }

  @Override
  public byte[] toBytes() {
    return results.toBytes();
  }

  /** {@return the facts of the summary; the cases themselves are not facts} */
  @Override
  public Facts facts() {
    return summary().facts();
  }

  /**
   * {@return the facts of the summary and, under {@code cases}, the cases behind them, as maps and
   * lists of JDK types}
   */
  @Override
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>(summary().toMap());
    List<Map<String, Object>> all = new ArrayList<>();
    byName().values().forEach(one -> all.add(one.toMap()));
    map.put("cases", all);
    return map;
  }

  /** Returns the headline of the summary and the worst case of the first outcomes. */
  @Override
  public String toString() {
    String headline = summary().toString().split("\n", -1)[0];
    StringBuilder text = new StringBuilder(origin().under(headline));
    byName().values().stream()
        .filter(one -> one.count() > 0)
        .limit(SHOWN)
        .forEach(one -> text.append('\n').append(Brief.cut(one.brief(), LINE)));
    return text.append("\ncases(…) lists them").toString();
  }

  /**
   * The cases of one outcome. Immutable.
   *
   * @param name the name of the fact that counts it, and its key if it has one
   * @param count the number of cases, which equals the fact
   * @param worst those that lasted longest, longest first
   * @param sample a random sample, in which every case has the same chance to be; repeatable, and
   *     in no meaningful order
   */
  public record Cases(List<String> name, long count, List<Case> worst, List<Case> sample) {
    /**
     * Copies the lists.
     *
     * @param name the name of the fact that counts it, and its key if it has one
     * @param count the number of cases
     * @param worst those that lasted longest
     * @param sample a random sample
     */
    public Cases {
      name = List.copyOf(name);
      worst = List.copyOf(worst);
      sample = List.copyOf(sample);
    }

    /** {@return whether {@link #worst} lists every case} */
    public boolean isComplete() {
      return worst.size() == count;
    }

    /** {@return name, count and cases as maps and lists of JDK types} */
    public Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("statistic", name.get(0));
      if (name.size() > 1) {
        map.put("key", name.subList(1, name.size()));
      }
      map.put("count", count);
      map.put("worst", worst.stream().map(Case::toMap).toList());
      map.put("sample", sample.stream().map(Case::toMap).toList());
      return map;
    }

    private String words() {
      return String.join(" ", name).replace('_', ' ') + ": " + NumberText.count(count);
    }

    /** The longest of them, in a line. */
    private String brief() {
      Case first = worst.get(0);
      return words()
          + ", the longest "
          + DurationText.of(first.lasted)
          + (first.message.isEmpty() ? "" : ", " + first.message)
          + (first.person.isEmpty() ? "" : " by " + first.person);
    }

    /** Returns the outcome and the first few cases, a line each. */
    @Override
    public String toString() {
      TextTable table = TextTable.of("lasted", "since", "person", "message", "conversation");
      worst.stream()
          .limit(SHOWN)
          .forEach(
              one ->
                  table.row(
                      DurationText.of(one.lasted()),
                      one.at(),
                      one.person(),
                      one.message(),
                      one.conversation()));
      return words() + (worst.isEmpty() ? "" : ", the longest first\n" + table);
    }
  }

  /**
   * One case behind a count. Texts are empty if they are missing or withheld.
   *
   * @param message the id of its anchor, such as the first message that waits; empty for an act
   *     without an id
   * @param conversation the id of the message that opens the conversation; empty for measures over
   *     persons
   * @param person the author of the anchor
   * @param organization the organization it concerns
   * @param at the time of the anchor
   * @param lasted its length: the wait, or whatever the outcome measures; otherwise from that time
   *     to the end of observation
   */
  public record Case(
      String message,
      String conversation,
      String person,
      String organization,
      Instant at,
      Duration lasted) {
    /**
     * {@return the case as a map of JDK types without null, with instants as ISO texts and
     * durations in milliseconds}
     */
    public Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("message", message);
      map.put("conversation", conversation);
      map.put("person", person);
      map.put("organization", organization);
      map.put("at", at.toString());
      map.put("lasted", lasted.toMillis());
      return map;
    }
  }
}
