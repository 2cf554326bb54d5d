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
 * answered and how fast, whether they are waiting now, and how far they have come on the A-Path.
 *
 * <pre>{@code
 * PersonHistory carl = PersonHistory.of(log, "carl");
 * // carl ==> carl: 1 message, 2 acts, waits for nobody
 * carl.entries().get(0).outcome();     // answered by acme_care after 42 min
 * carl.stages();                       // {Acme=ATTRACTION}
 * }</pre>
 *
 * <p>Waits and answers are those of {@code ResponseTime.eachTurn()}, and for shares, mentions and
 * recommendations those of {@code ResponseTime.acknowledgement()}, in real time, at the as-of of
 * the log. A view of the log is a view of the history: {@code asOf} shows what was known at that
 * time; {@code between} and {@code only} select entries, and with them the waits and stages that
 * begin there.
 *
 * <p>Finding the person takes time in proportion to the number of persons in the log; everything
 * else, in proportion to what the person did and to the conversations in which the person wrote.
 *
 * <p>Guide: {@code core/docs/guide/metrics/person.md}.
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
   * {@return the history of a person; without entries if the person did nothing} Members of the
   * addressee answer; if the directory has no organization, anybody else does.
   *
   * @param log the log, or a view of it
   * @param person the name in the directory, or an account
   * @throws IllegalArgumentException if nobody has that name or account; the message suggests
   *     similar ones
   */
  public static PersonHistory of(EngagementLog log, String person) {
    return of(log, person, AnswerRule.usualIn(log.directory().organizations().size()));
  }

  /**
   * {@return the history of a person with another rule for what counts as an answer}
   *
   * @param log the log, or a view of it
   * @param person the name in the directory, or an account
   * @param rule the rule
   * @throws IllegalArgumentException if nobody has that name or account; the message suggests
   *     similar ones
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

  /** The deepest observed stage reached toward each organization. */
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

  /** {@return the person's name in the directory, else the account} */
  public String person() {
    return person;
  }

  /** {@return the accounts of the person: those in the directory, else the only one} */
  public List<String> accounts() {
    return accounts;
  }

  /**
   * {@return whether the person is a member of an organization at the as-of; false for the
   * audience}
   */
  public boolean isMember() {
    return isMember;
  }

  /** {@return the as-of of the log} */
  public Instant asOf() {
    return asOf;
  }

  /** {@return everything the person said and did, in order of time, as an immutable list} */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * {@return what the person is waiting for now, longest wait first: the entries that began a wait
   * that is not over}
   */
  public List<Entry> waiting() {
    return entries.stream().filter(entry -> entry.waiting().isPresent()).toList();
  }

  /** {@return the entries with an answer, in order of time} */
  public List<Entry> answered() {
    return entries.stream().filter(entry -> entry.answer().isPresent()).toList();
  }

  /** {@return the number of messages by the person, at least 0} */
  public long messages() {
    return entries.stream().filter(entry -> entry.act().isEmpty()).count();
  }

  /**
   * {@return the number of acts of a kind by the person, at least 0}
   *
   * @param kind the kind
   * @throws IllegalArgumentException if it is a kind that changes or rates a conversation ({@link
   *     ActKind#isOfState}), since such acts are in no history
   */
  public long acts(ActKind kind) {
    SeenKinds.bit(kind); // which refuses what is no row
    return entries.stream().filter(entry -> entry.act().equals(Optional.of(kind))).count();
  }

  /** {@return the number of acts by the person, at least 0} */
  public long acts() {
    return entries.size() - messages();
  }

  /**
   * {@return the median time the person waited for the answers, of type 7, rounded down to the
   * millisecond; empty without an answer} It covers only answered waits, so it is not a response
   * time.
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
   * {@return the deepest stage of the A-Path that the person has reached so far and the log can
   * show, by organization, sorted, with the default conditions and days in UTC; {@link
   * Dimension#NONE} stands for a forum} It is empty for members, and for people who only left.
   */
  public Map<String, Stage> stages() {
    return stages;
  }

  /**
   * {@return the ties from and to the person in the conversations in which the person wrote, sorted
   * by names}
   */
  public List<Edge> ties() {
    return ties;
  }

  /** {@return everything as readable tables} */
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
   * @param at its effective time, which determines its order
   * @param channel the channel; empty if the row names none
   * @param organization the organization it concerns; empty in a forum and if it concerns none
   * @param act the kind of act; empty for a message
   * @param id the id of the row
   * @param sentiment its label
   * @param to the name of the author of the message it replies to or is done on; empty if there is
   *     none
   * @param answers the names of the people whose wait it ends
   * @param answer the answer to it
   * @param waiting how long the person has been waiting for an answer, if still waiting
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
    /** {@return what it is, in a word, such as {@code post}, {@code reply} or {@code follow}} */
    public String what() {
      return act.map(kind -> kind.name().toLowerCase(Locale.ROOT))
          .orElse(to.isEmpty() ? "post" : "reply");
    }

    /**
     * {@return what came of it, in readable form: who answered after how long, or how long the
     * person has been waiting; empty if neither applies}
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
   * @param at when it came
   * @param after how long the person had waited, in real time; empty if clocks disagree, so that
   *     the answer has an earlier time than the question
   * @param isDirect whether the answer itself says who it answers; otherwise that is inferred from
   *     the order of the conversation
   */
  public record Answer(String by, Instant at, Optional<Duration> after, boolean isDirect) {
    @Override
    public String toString() {
      return by + after.map(d -> " after " + DurationText.of(d)).orElse(" (clocks disagree)");
    }
  }
}
