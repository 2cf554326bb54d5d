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
 * A summary together with the cases behind its counts: for each outcome that it counts, those that
 * lasted longest and a fair sample, each with message, conversation, person and time. List and
 * number come from one walk, so that they cannot disagree.
 *
 * <pre>{@code
 * Opened<ResponseSummary> opened = log.measure(ResponseTime.eachTurn().opened(5));
 * opened.summary().waiting();
 * opened.cases("waiting").count();      // the same number
 * opened.cases("waiting").worst();      // the five who have waited longest
 * opened.cases("waiting").sample();     // five by lot, the same whoever asks
 * }</pre>
 *
 * <p>Outcomes bear the names of the facts that count them ({@link Summary#facts}, {@code
 * core/docs/facts.md}). Opened summaries merge as all do, and exactly: the cases of the whole are
 * the first of those of its parts. Memory is bounded by twice the number that is kept, for each
 * outcome and each key of a breakdown. Opening costs a second walk, in which each fact is looked at
 * by itself.
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
   * {@return what is kept of each outcome: the so many that lasted longest, and as many by lot}
   *
   * @param most how many at most, at least 1
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Keeping keeping(int most) {
    checkArgument(
        most >= 1, "most (%s) must be at least 1; leave opened(…) out to keep none", most);
    return new Keeping(most, Naming.BY_NAME, "");
  }

  /** {@return what is kept of each outcome: every case, however much memory that takes} */
  public static Keeping keepingAll() {
    return keeping(Integer.MAX_VALUE);
  }

  /** How cases are named. */
  private enum Naming {
    BY_NAME,
    BY_FINGERPRINT,
    NOT_AT_ALL
  }

  /** How many cases are kept of each outcome, and how they are named. Immutable. */
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
     * {@return the same with 16 digits in place of each id and name, the same for the same one; a
     * copy} So one can see that two cases are of one person, and not of whom. Who knows the key can
     * tell for each name what its digits are.
     *
     * @param secret a key that readers do not know, not empty
     * @throws IllegalArgumentException if the key is empty
     */
    public Keeping withFingerprints(String secret) {
      checkArgument(
          !secret.isEmpty(),
          "secret (empty) must be a key that readers do not know; else names could be guessed, and"
              + " tried");
      return new Keeping(most, Naming.BY_FINGERPRINT, secret);
    }

    /** {@return the same without ids and names of people; times and numbers stay; a copy} */
    public Keeping withoutNames() {
      return new Keeping(most, Naming.NOT_AT_ALL, "");
    }

    int most() {
      return most;
    }

    /** An id or a name as it may be told. */
    String told(String name) {
      return switch (naming) {
        case BY_NAME -> name;
        case BY_FINGERPRINT -> name.isEmpty() ? "" : CaseMark.fingerprint(key, name);
        case NOT_AT_ALL -> "";
      };
    }

    /** What it adds to the text of a measure. */
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
   * The outcomes that a measure counts, as it tells them from a tally that holds a single fact.
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
     * {@return no outcomes; the beginning}
     *
     * @param <T> the tally
     */
    public static <T extends Tally<T>> Outcomes<T> none() {
      return new Outcomes<>(List.of());
    }

    /**
     * {@return these and one that lasts from the message it hangs on as far as was seen; a copy}
     *
     * @param statistic the name of the fact that counts it
     * @param count how often a tally of a single fact counts it, at least 0
     */
    public Outcomes<T> with(String statistic, ToLongFunction<T> count) {
      return and(new Outcome<>(List.of(statistic), count, null));
    }

    /**
     * {@return these and one that knows how long it lasted; a copy}
     *
     * @param statistic the name of the fact that counts it
     * @param count how often a tally of a single fact counts it, at least 0
     * @param millis how long the single fact lasted, in milliseconds
     */
    public Outcomes<T> with(String statistic, ToLongFunction<T> count, ToLongFunction<T> millis) {
      return and(new Outcome<>(List.of(statistic), count, millis));
    }

    /**
     * {@return these and one of a thing that has a fact of its own, such as a step of a funnel; a
     * copy}
     *
     * @param statistic the name of the fact that counts it
     * @param key the key of the fact
     * @param count how often a tally of a single fact counts it, at least 0
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
   * @param name the statistic that counts it, and the key of the fact where it has one
   * @param count how often a single fact counts it
   * @param millis how long it lasted; null where it lasts as far as was seen
   */
  record Outcome<T extends Tally<T>>(
      List<String> name, ToLongFunction<T> count, @Nullable ToLongFunction<T> millis) {}

  /** {@return the summary, as it is without the cases} */
  public S summary() {
    return results.get(measure);
  }

  /**
   * {@return the cases of an outcome}
   *
   * @param statistic the name of the fact that counts it
   * @param key the texts of the key of that fact, none where it has none
   * @throws IllegalArgumentException if the measure does not open it; the message names those that
   *     it does
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

  /** {@return the names of all outcomes: each the name of a fact, and its key where it has one} */
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

  /** {@return the facts of the summary: cases are behind them, and none themselves} */
  @Override
  public Facts facts() {
    return summary().facts();
  }

  /**
   * {@return the facts of the summary and, as {@code cases}, those behind them; as maps and lists
   * of JDK types}
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
   * @param name the name of the fact that counts it, and its key where it has one
   * @param count how many there are: the very number of the fact
   * @param worst those that lasted longest, the longest first
   * @param sample a fair sample: every case has the same chance to be in it, and whoever asks gets
   *     the same ones; in no order that means anything
   */
  public record Cases(List<String> name, long count, List<Case> worst, List<Case> sample) {
    /**
     * Copies the lists.
     *
     * @param name the name of the fact that counts it, and its key where it has one
     * @param count how many there are
     * @param worst those that lasted longest
     * @param sample a fair sample
     */
    public Cases {
      name = List.copyOf(name);
      worst = List.copyOf(worst);
      sample = List.copyOf(sample);
    }

    /** {@return whether every case is listed; then {@link #worst} is all of them} */
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

    /** In a line, the longest of them. */
    private String brief() {
      Case first = worst.get(0);
      return words()
          + ", the longest "
          + DurationText.of(first.lasted)
          + (first.message.isEmpty() ? "" : ", " + first.message)
          + (first.person.isEmpty() ? "" : " by " + first.person);
    }

    /** Returns what is counted, and the first few cases, a line each. */
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
   * One case behind a count. Texts are empty where there is nothing to tell, or it is not to be
   * told.
   *
   * @param message the id of the message or act it hangs on, such as the first that waits; empty
   *     for an act without one
   * @param conversation the id of the message that opens the conversation; empty for measures over
   *     persons
   * @param person who wrote it
   * @param organization whom it concerns
   * @param at its own time
   * @param lasted how long: the wait, or what else the outcome measures; where it measures nothing,
   *     from that time as far as was seen
   */
  public record Case(
      String message,
      String conversation,
      String person,
      String organization,
      Instant at,
      Duration lasted) {
    /** {@return the case as a map of JDK types without null; times are ISO texts, milliseconds} */
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
