package dev.repartee.measure;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.repartee.internal.text.OptionText;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What facts are split by or selected by. The key is read from the anchor of a fact, so each fact
 * has one key; {@link #ofAnswer} reads it from the answer instead.
 *
 * <pre>{@code
 * log.measure(Dialogue.standard().by(Dimension.CHANNEL.and(Dimension.month(zone))));
 * log.only(Dimension.ORGANIZATION, "Acme").measure(ResponseTime.eachTurn());
 * }</pre>
 */
public final class Dimension {
  /** The key of a row without one: {@code (none)}. */
  public static final String NONE = "(none)";

  /** The key that {@link #ofAnswer} gives to a fact without an answer: {@code (no answer)}. */
  public static final String NO_ANSWER = "(no answer)";

  /** The channel. */
  public static final Dimension CHANNEL =
      column("channel", Slice::channel, (slice, code) -> slice.channelName(code));

  /** The topic. */
  public static final Dimension TOPIC =
      column("topic", Slice::topic, (slice, code) -> slice.topicName(code));

  /** The organization a row concerns: the author's own, else the one addressed. */
  public static final Dimension ORGANIZATION =
      column("organization", Slice::organization, (slice, code) -> slice.organizationName(code));

  /** The organization an audience message is addressed to; none for messages of members. */
  public static final Dimension ADDRESSEE =
      column(
          "addressee",
          (slice, row) -> slice.isMember(row) ? Slice.NONE : slice.organization(row),
          (slice, code) -> slice.organizationName(code));

  /** The sentiment; none if it is unknown. */
  public static final Dimension SENTIMENT =
      column(
          "sentiment",
          (slice, row) -> ordinal(slice.sentiment(row)),
          (slice, code) -> Sentiment.values()[code].name());

  /** The intent; none if it is unknown. */
  public static final Dimension INTENT =
      column(
          "intent",
          (slice, row) -> ordinal(slice.intent(row)),
          (slice, code) -> Intent.values()[code].name());

  /** The department that owns the topic. */
  public static final Dimension OWNING_DEPARTMENT =
      of(
          "owning department",
          (slice, row) ->
              slice.topic(row) == Slice.NONE ? "" : slice.topicOwner(slice.topic(row)).orElse(""));

  /**
   * The department of the author; {@code DEPARTMENT.ofAnswer()} is the department of the person who
   * answered. Measures of waits have their anchors in the audience and accept only the latter.
   */
  public static final Dimension DEPARTMENT =
      of("department", (slice, row) -> slice.departmentOf(slice.person(row), row).orElse(""))
          .ofMember();

  /**
   * The author, if a member; {@code MEMBER.ofAnswer()} is the member who answered. Measures of
   * waits have their anchors in the audience and accept only the latter.
   */
  public static final Dimension MEMBER =
      column(
              "member",
              (slice, row) -> slice.isMember(row) ? slice.person(row) : Slice.NONE,
              (slice, code) -> slice.personName(code))
          .ofMember();

  private static final List<String> HOURS =
      IntStream.range(0, 24).mapToObj(hour -> (hour < 10 ? "0" : "") + hour).toList();

  private final ImmutableList<String> names;
  private final boolean ofAnswer;
  private final boolean ofMember;
  private final Function<Slice, KeyCoder> coder;

  private Dimension(
      List<String> names, boolean ofAnswer, boolean ofMember, Function<Slice, KeyCoder> coder) {
    this.names = ImmutableList.copyOf(names);
    this.ofAnswer = ofAnswer;
    this.ofMember = ofMember;
    this.coder = coder;
  }

  private static Dimension ofAnchor(String name, Function<Slice, KeyCoder> coder) {
    return new Dimension(List.of(name), false, false, coder);
  }

  /** The same, marked as having a part that only rows of members have. */
  private Dimension ofMember() {
    return new Dimension(names, ofAnswer, true, coder);
  }

  /**
   * {@return the local day of the anchor: {@code 2026-01-31}}
   *
   * @param zone the time zone of the days
   */
  public static Dimension day(ZoneId zone) {
    return ofDay("day", zone, LocalDate::toString);
  }

  /**
   * {@return the ISO week of the anchor, Monday to Sunday: {@code 2026-W05}}
   *
   * @param zone the time zone of the days
   */
  public static Dimension week(ZoneId zone) {
    return ofDay("week", zone, Dimension::isoWeek);
  }

  /**
   * Returns the week of the anchor, for weeks that begin on a day of your choice; the key is the
   * date of the first day: {@code 2026-02-01}.
   *
   * @param zone the time zone of the days
   * @param firstDay the day on which weeks begin
   * @return the dimension
   */
  public static Dimension week(ZoneId zone, DayOfWeek firstDay) {
    return ofDay(
        "week from " + name(firstDay),
        zone,
        day -> day.with(TemporalAdjusters.previousOrSame(firstDay)).toString());
  }

  /**
   * Returns the day of the week of the anchor, with its ISO number, so that keys sort in the order
   * of the week: {@code 1 Mon} to {@code 7 Sun}.
   *
   * @param zone the time zone of the days
   * @return the dimension
   */
  public static Dimension weekday(ZoneId zone) {
    return ofDay(
        "weekday", zone, day -> day.getDayOfWeek().getValue() + " " + name(day.getDayOfWeek()));
  }

  /**
   * Returns the hour of the anchor in local time: {@code 00} to {@code 23}. An hour that occurs
   * twice because clocks are set back is one key.
   *
   * @param zone the time zone
   * @return the dimension
   */
  public static Dimension hour(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    return ofAnchor(
        "hour in " + zone.getId(),
        slice ->
            new KeyCoder.OfTime(
                slice,
                millis -> {
                  Instant at = Instant.ofEpochMilli(millis);
                  return HOURS.get(at.atOffset(rules.getOffset(at)).getHour());
                }));
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ROOT);
  }

  /**
   * {@return the calendar month of the anchor: {@code 2026-01}}
   *
   * @param zone the time zone of the days
   */
  public static Dimension month(ZoneId zone) {
    return ofDay("month", zone, day -> day.toString().substring(0, day.toString().length() - 3));
  }

  /**
   * {@return a custom dimension}
   *
   * @param name its name; dimensions with equal names are taken to be the same
   * @param key finds the key of a row; the empty text becomes {@link #NONE}. It is called for each
   *     fact and must depend on the row alone
   */
  public static Dimension of(String name, Function<? super Row, String> key) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(key, "key");
    String rule = "key of dimension (" + name + ") must not be null; return \"\" for none";
    return ofAnchor(
        name,
        slice ->
            new KeyCoder.OfText(row -> Objects.requireNonNull(key.apply(slice.view(row)), rule)));
  }

  /**
   * {@return the dimension of a custom attribute}
   *
   * @param name the name of the attribute; rows without it get {@link #NONE}
   * @throws IllegalArgumentException if the name is blank
   */
  public static Dimension attribute(String name) {
    return ofAnchor(
        "attribute " + OptionText.quoted(OptionText.requireAttribute(name)),
        slice -> {
          Slice.Attribute texts = slice.attribute(name);
          return new KeyCoder.OfColumn(slice, (s, row) -> texts.code(row), texts::text);
        });
  }

  private interface Text {
    String of(Slice slice, int row);
  }

  private interface CodeName {
    String of(Slice slice, int code);
  }

  /** A text that the log can give for each row without a {@link Row}. */
  private static Dimension of(String name, Text text) {
    return ofAnchor(name, slice -> new KeyCoder.OfText(row -> text.of(slice, row)));
  }

  private static Dimension column(String name, KeyCoder.Column column, CodeName codeName) {
    return ofAnchor(
        name, slice -> new KeyCoder.OfColumn(slice, column, code -> codeName.of(slice, code)));
  }

  private static Dimension ofDay(String name, ZoneId zone, Function<LocalDate, String> text) {
    return ofAnchor(name + " in " + zone.getId(), slice -> new KeyCoder.OfDay(slice, zone, text));
  }

  private static int ordinal(@Nullable Enum<?> value) {
    return value == null ? Slice.NONE : value.ordinal();
  }

  private static String isoWeek(LocalDate day) {
    LocalDate thursday = day.with(DayOfWeek.THURSDAY);
    return String.format(
        Locale.ROOT, "%04d-W%02d", thursday.getYear(), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /**
   * {@return the dimension whose keys are pairs of keys of this dimension and a second one}
   *
   * @param second the second part of the key
   */
  public Dimension and(Dimension second) {
    return new Dimension(
        ImmutableList.<String>builder().addAll(names).addAll(second.names).build(),
        ofAnswer || second.ofAnswer,
        ofMember || second.ofMember,
        slice -> new KeyCoder.OfPair(coder(slice), second.coder(slice)));
  }

  /**
   * {@return the same dimension, read from the answer of a fact instead of its anchor} The parts
   * describe only what was answered, so they refuse rates and curves: the unanswered have no
   * answerer, and every department would look perfect. Facts without an answer go to {@link
   * #NO_ANSWER}.
   */
  public Dimension ofAnswer() {
    return ofAnswer
        ? this
        : new Dimension(
            names.stream().map(name -> name + " of answer").toList(),
            true,
            false,
            slice -> new KeyCoder.OfAnswer(coder.apply(slice), parts()));
  }

  /** {@return the name of the dimension} */
  public String name() {
    return String.join(" and ", names);
  }

  /** {@return the name of each part of a key: one name, or more for {@link #and}} */
  public List<String> names() {
    return names;
  }

  /** {@return the number of texts in a key: 1, or more for {@link #and}} */
  public int parts() {
    return names.size();
  }

  /** {@return whether a part of the key is read from the answer} */
  public boolean isOfAnswer() {
    return ofAnswer;
  }

  /**
   * Checks that facts of a measure can have keys of this dimension; for the engine of a log.
   *
   * @param plan the plan of the measure
   * @throws IllegalArgumentException if a key is read from answers that the measure does not have,
   *     or from members although all anchors of the measure are audience rows waiting for an answer
   */
  public void requireFit(Plan<?, ?> plan) {
    checkArgument(
        !ofAnswer || plan.knowsAnswers(),
        "dimension (%s) must not read answers here: [%s] has none; use the dimension without"
            + " ofAnswer()",
        name(),
        plan.text());
    checkArgument(
        !ofMember || !plan.knowsAnswers(),
        "dimension (%s) must read answers here: the anchors of [%s] are rows of the audience,"
            + " which no member writes; use MEMBER.ofAnswer() or DEPARTMENT.ofAnswer()",
        name(),
        plan.text());
  }

  /**
   * Returns a filter, for one worker, that accepts the facts with one of some keys.
   *
   * @param slice the slice of the worker
   * @param keys the first texts of the keys to accept
   * @return the filter
   */
  public FactFilter filter(Slice slice, List<String> keys) {
    return new KeyFilter(coder.apply(slice), keys);
  }

  /** Accepts facts by their keys, each of which it looks up once. */
  private static final class KeyFilter implements FactFilter {
    private final KeyCoder coder;
    private final List<String> keys;
    private final List<@Nullable Boolean> taken = new ArrayList<>();

    KeyFilter(KeyCoder coder, List<String> keys) {
      this.coder = coder;
      this.keys = keys;
    }

    @Override
    public boolean takes(int anchorRow, int answerRow) {
      return takes(coder.code(anchorRow, answerRow));
    }

    @Override
    public boolean takes(int anchorRow, int answerRow, long beginsAt) {
      return takes(coder.codeAt(anchorRow, answerRow, beginsAt));
    }

    private boolean takes(int code) {
      while (taken.size() <= code) {
        taken.add(null);
      }
      Boolean known = taken.get(code);
      if (known == null) {
        known = keys.contains(coder.key(code).get(0));
        taken.set(code, known);
      }
      return known;
    }
  }

  /** Decides whether a fact counts. */
  public interface FactFilter {
    /**
     * {@return whether a fact counts}
     *
     * @param anchorRow the anchor
     * @param answerRow the answer, or {@link Slice#NONE}
     */
    boolean takes(int anchorRow, int answerRow);

    /**
     * {@return whether a fact counts that begins with an act that is not a row}
     *
     * @param anchorRow the row that the act refers to
     * @param answerRow the answer, or {@link Slice#NONE}
     * @param beginsAt when the act takes effect; epoch milliseconds
     */
    boolean takes(int anchorRow, int answerRow, long beginsAt);
  }

  KeyCoder coder(Slice slice) {
    return coder.apply(slice);
  }

  @Override
  public String toString() {
    return "dimension " + name();
  }
}
