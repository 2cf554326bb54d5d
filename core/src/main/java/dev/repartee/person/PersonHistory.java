package dev.repartee.person;

import dev.repartee.apath.APath;
import dev.repartee.apath.APathSummary;
import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.apath.Stage;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.math.Quantile;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Unit;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Person;
import dev.repartee.model.Sentiment;
import dev.repartee.text.DurationText;
import dev.repartee.ties.Ties;
import dev.repartee.ties.TiesSummary;
import dev.repartee.ties.TiesSummary.Edge;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The history of one person, merged over all channels and accounts: what they said and did, who
 * answered and how fast, whether they wait now, and how far they came on the A-Path.
 *
 * <pre>{@code
 * PersonHistory carl = PersonHistory.of(log, "carl");
 * // carl ==> carl: 1 message, 2 acts, waits for nobody
 * carl.entries().get(0).outcome();     // answered by acme_care after 42 min
 * carl.stages();                       // {Acme=ATTRACTION}
 * }</pre>
 *
 * <p>Waits and answers are those of {@code ResponseTime.eachTurn()}, for shares, mentions and
 * recommendations those of {@code ResponseTime.acknowledgement()}: on the wall clock, as of the
 * log. A view of the log is a view of the history: {@code asOf} tells what was known then, {@code
 * between} and {@code only} choose entries, and with them waits and stages by where they begin.
 *
 * <p>Finding the person takes time in proportion to the persons of the log, all else to what the
 * person did and to the conversations in which the person wrote: no other row is looked at.
 */
public final class PersonHistory {
  private final String person;
  private final List<String> accounts;
  private final Instant asOf;
  private final boolean isMember;
  private final List<Entry> entries;
  private final Map<String, Stage> stages;
  private final List<Edge> ties;

  private PersonHistory(
      String person,
      List<String> accounts,
      Instant asOf,
      boolean isMember,
      List<Entry> entries,
      Map<String, Stage> stages,
      List<Edge> ties) {
    this.person = person;
    this.accounts = accounts;
    this.asOf = asOf;
    this.isMember = isMember;
    this.entries = entries;
    this.stages = stages;
    this.ties = ties;
  }

  /**
   * {@return the history of a person; without entries where the person did nothing} Members of the
   * addressee answer; where the directory has no organization, anybody else.
   *
   * @param log the log, or a view of it
   * @param person the name of the directory, else an account
   * @throws IllegalArgumentException if nobody has that name or account; the message names near
   *     ones
   */
  public static PersonHistory of(EngagementLog log, String person) {
    return of(log, person, AnswerRule.usualIn(log.directory().organizations().size()));
  }

  /**
   * {@return the history of a person by another rule of what counts as an answer}
   *
   * @param log the log, or a view of it
   * @param person the name of the directory, else an account
   * @param rule the rule
   * @throws IllegalArgumentException if nobody has that name or account; the message names near
   *     ones
   */
  public static PersonHistory of(EngagementLog log, String person, AnswerRule rule) {
    EngagementLog around = log.person(person);
    Directory directory = log.directory();
    Optional<Person> listed =
        directory.persons().stream()
            .filter(p -> p.name().equals(person))
            .findFirst()
            .or(() -> directory.personOf(person));
    String name = listed.map(Person::name).orElse(person);
    List<String> accounts = listed.map(Person::accounts).orElse(List.of(person));
    boolean isMember =
        accounts.stream().anyMatch(a -> directory.memberOf(a, log.asOf()).isPresent());
    Exchanges exchanges = Exchanges.of(around, name, rule);
    List<Entry> entries =
        Found.in(around, Unit.PERSON, (slice, found) -> find(slice, found, exchanges, rule));
    return new PersonHistory(
        name, accounts, log.asOf(), isMember, entries, stages(around), ties(around, name, rule));
  }

  private static void find(
      Slice slice, Split<Found.Finds<Entry>> found, Exchanges exchanges, AnswerRule rule) {
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int position = slice.from(unit); position < slice.to(unit); position++) {
        int row = slice.row(position);
        found.at(row).add(entry(slice, row, exchanges, rule));
      }
    }
  }

  private static Entry entry(Slice slice, int row, Exchanges exchanges, AnswerRule rule) {
    int parent = slice.parent(row);
    int channel = slice.channel(row);
    int organization = slice.organization(row);
    return new Entry(
        Instant.ofEpochMilli(slice.effectiveAt(row)),
        channel == Slice.NONE ? "" : slice.channelName(channel),
        organization == Slice.NONE ? "" : slice.organizationName(organization),
        Optional.ofNullable(slice.act(row)),
        slice.id(row),
        Optional.ofNullable(slice.sentiment(row)),
        parent == Slice.NONE ? "" : slice.personName(slice.person(parent)),
        exchanges.endedBy(row),
        exchanges.answer(slice, row, rule),
        exchanges.waiting(row));
  }

  /** The deepest stage that is observed and reached, toward each organization. */
  private static Map<String, Stage> stages(EngagementLog around) {
    Breakdown<APathSummary> paths = around.measure(APath.standard().by(Dimension.ORGANIZATION));
    Map<String, Stage> stages = new LinkedHashMap<>();
    paths.forEach(
        (organization, path) ->
            path.stages().stream()
                .filter(stage -> stage.isObserved() && stage.count() > 0)
                .map(StageResult::stage)
                .max(Stage::compareTo)
                .ifPresent(stage -> stages.put(organization, stage)));
    return Collections.unmodifiableMap(stages);
  }

  private static List<Edge> ties(EngagementLog around, String name, AnswerRule rule) {
    TiesSummary ties = around.measure(Ties.standard().answers(rule));
    return ties.edges().stream()
        .filter(edge -> edge.from().equals(name) || edge.to().equals(name))
        .toList();
  }

  /** {@return who it is: the name of the directory, else the account} */
  public String person() {
    return person;
  }

  /** {@return the accounts of the person: those of the directory, else the only one} */
  public List<String> accounts() {
    return accounts;
  }

  /**
   * {@return whether the person is a member of an organization at the as-of; false for audience}
   */
  public boolean isMember() {
    return isMember;
  }

  /** {@return the instant as of which this is known: the as-of of the log} */
  public Instant asOf() {
    return asOf;
  }

  /** {@return everything the person said and did, in order of time: an immutable list} */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * {@return what the person waits for now, the longest wait first: the entries at which a wait
   * began that is not over}
   */
  public List<Entry> waiting() {
    return entries.stream().filter(entry -> entry.waiting().isPresent()).toList();
  }

  /** {@return what the person was answered: the entries with an answer, in order of time} */
  public List<Entry> answered() {
    return entries.stream().filter(entry -> entry.answer().isPresent()).toList();
  }

  /** {@return how many messages the person wrote, at least 0} */
  public long messages() {
    return entries.stream().filter(entry -> entry.act().isEmpty()).count();
  }

  /**
   * {@return how many acts of a kind the person did, at least 0}
   *
   * @param kind the kind
   * @throws IllegalArgumentException if it tells what becomes of a conversation ({@link
   *     ActKind#isOfState}): such acts are in no history
   */
  public long acts(ActKind kind) {
    SeenKinds.bit(kind); // which refuses what is no row
    return entries.stream().filter(entry -> entry.act().equals(Optional.of(kind))).count();
  }

  /** {@return how many acts the person did, at least 0} */
  public long acts() {
    return entries.size() - messages();
  }

  /**
   * {@return how long the person had waited for the answers, in the median: of the answered only,
   * it is no response time; the median of type 7, to the millisecond below; empty without an
   * answer}
   */
  public Optional<Duration> medianAnswer() {
    long[] sorted =
        answered().stream()
            .flatMap(entry -> entry.answer().flatMap(Answer::after).stream())
            .mapToLong(Duration::toMillis)
            .sorted()
            .toArray();
    return sorted.length == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) Quantile.of(sorted, 0.5)));
  }

  /**
   * {@return how far the person came on the A-Path toward each organization, by the default
   * conditions and days of UTC: the deepest stage reached so far that the log can show; the stage
   * by organization, sorted; {@link Dimension#NONE} stands for a forum} Empty for members and for
   * who only left.
   */
  public Map<String, Stage> stages() {
    return stages;
  }

  /**
   * {@return whom the person answered, and who answered the person, in the conversations in which
   * the person wrote; ties from and to the person, sorted by names}
   */
  public List<Edge> ties() {
    return ties;
  }

  /** {@return everything as tables for people: lines of text} */
  public String table() {
    return HistoryText.table(this);
  }

  @Override
  public String toString() {
    return HistoryText.text(this);
  }

  /**
   * Something that a person said or did.
   *
   * @param at its effective time, which puts it in order
   * @param channel where; empty where the row names none
   * @param organization whom it concerns; empty in a forum and where it concerns none
   * @param act what kind of act; empty for a message
   * @param id the id of the row
   * @param sentiment its label
   * @param to the name of who wrote what it replies to or is done on; empty where that is nothing
   * @param answers whose wait it ends, by name
   * @param answer the answer to it
   * @param waiting how long the person has waited for an answer and still does
   */
  public record Entry(
      Instant at,
      String channel,
      String organization,
      Optional<ActKind> act,
      Optional<String> id,
      Optional<Sentiment> sentiment,
      String to,
      List<String> answers,
      Optional<Answer> answer,
      Optional<Duration> waiting) {
    /** {@return what it is, in a word; such as {@code post}, {@code reply} or {@code follow}} */
    public String what() {
      return act.map(kind -> kind.name().toLowerCase(Locale.ROOT))
          .orElse(to.isEmpty() ? "post" : "reply");
    }

    /**
     * {@return what came of it, for people; who answered after how long, or how long the person
     * waits; empty where neither}
     */
    public String outcome() {
      return answer
          .map(a -> "answered by " + a)
          .or(() -> waiting.map(w -> "waiting for " + DurationText.of(w)))
          .orElse("");
    }

    @Override
    public String toString() {
      String outcome = outcome();
      return at + " " + what() + (outcome.isEmpty() ? "" : ", " + outcome);
    }
  }

  /**
   * The answer to what a person said or did.
   *
   * @param by who answered
   * @param at when
   * @param after how long the person had waited, on the wall clock; empty where the clocks of the
   *     two disagree, so that the answer bears the earlier time
   * @param isDirect whether the answer says itself whom it answers; otherwise the order of the
   *     conversation tells
   */
  public record Answer(String by, Instant at, Optional<Duration> after, boolean isDirect) {
    @Override
    public String toString() {
      return by + after.map(d -> " after " + DurationText.of(d)).orElse(" (clocks disagree)");
    }
  }
}
