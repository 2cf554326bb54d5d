package dev.repartee.ties;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Suppliers;
import com.google.common.math.LongMath;
import dev.repartee.internal.tally.CountArray;
import dev.repartee.internal.tally.NamedTables;
import dev.repartee.internal.tally.PersonTables;
import dev.repartee.internal.tally.SortedTable;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Who answers whom, how often answers are returned, and how close people are.
 *
 * <p>Without ties or persons, a share is undefined, never 0. Lists are made on each call; their
 * order depends only on their contents.
 */
public final class TiesSummary extends Summary.Backed<TiesSummary> {
  private static final Comparator<Helper> MOST_HELPFUL_FIRST =
      Comparator.comparingLong(Helper::answered)
          .thenComparingLong(Helper::answers)
          .reversed()
          .thenComparing(Helper::person);

  private static final Comparator<Relationship> CLOSEST_FIRST =
      Comparator.comparingLong(Relationship::days)
          .thenComparingLong(Relationship::dialogues)
          .thenComparing(Relationship::tenure)
          .reversed()
          .thenComparing(Relationship::person);

  private final Evidence<TiesTally> evidence;
  private final NamedTables named;
  private final TieCounts counts;
  private final Supplier<Double> expectedReciprocity;

  TiesSummary(Duration horizon, Evidence<TiesTally> evidence) {
    super(evidence, merged -> new TiesSummary(horizon, merged));
    this.evidence = evidence;
    this.named = evidence.tally().named();
    long asOf = evidence.origin().asOf().toEpochMilli();
    long matureUntil = LongMath.saturatedSubtract(asOf, horizon.toMillis());
    this.counts = new TieCounts(named, matureUntil);
    this.expectedReciprocity =
        Suppliers.memoize(
            () -> ExpectedReciprocity.of(named.table(TiesTally.TIES), counts.persons()));
  }

  /**
   * {@return the number of ties, which are ordered pairs of persons, the first of whom answered the
   * second; at least 0, including {@link #young} ones}
   */
  public long ties() {
    return counts.ties();
  }

  /** {@return the number of young ties, which may still be returned; at most {@link #ties}} */
  public long young() {
    return counts.ties() - counts.mature();
  }

  /**
   * {@return the number of persons who wrote or were answered, at least 0, without rows that have
   * no author}
   */
  public long persons() {
    return counts.persons();
  }

  /**
   * {@return the number of distinct persons of the audience who wrote, at most {@link #persons}; it
   * puts the numbers about ties into proportion}
   */
  public long reach() {
    return IntStream.range(0, counts.persons()).filter(counts::isReached).count();
  }

  /**
   * {@return the share of mature ties that are returned, at any time; {@link #expectedReciprocity}
   * is what to expect if people answered at random} Replicate groups are by the person who answers
   * and by the person who is answered.
   */
  public Proportion reciprocity() {
    return counts.reciprocity();
  }

  /**
   * Returns the share of ties that would be returned if chance decided who is answered. Everybody
   * answers, and is answered, as often as before, but never by themselves; the pairs are shuffled
   * 30 times. Busy people then meet busy people, which alone makes some ties two-way: among 100
   * people who answer ten times each on average, with a standard deviation of 1.5 for the logarithm
   * of their activity, the share is 0.37, while {@link #density} is 0.08 ({@code
   * core/docs/verdicts.md}). Young ties count like others.
   *
   * <p>Chance decides who, not when: people who only meet others of the same week or topic are
   * answered by the same few for that reason alone, and so appear to be beyond chance.
   *
   * @return the mean of the shuffles, with a fixed seed; O(100 * answers) at the first call, at
   *     most some seconds, since there are fewer shuffles with more than 400,000 answers; NaN
   *     without ties and with more than 2 million answers
   */
  public double expectedReciprocity() {
    return expectedReciprocity.get();
  }

  /**
   * {@return the share of all ordered pairs of persons that are ties: {@code ties / (n (n - 1))}
   * for n {@link #persons}; 0 to 1; NaN with fewer than 2 persons} It is the reciprocity to expect
   * if all were equally busy, which they never are.
   */
  public double density() {
    double n = persons();
    return n < 2 ? Double.NaN : ties() / (n * (n - 1));
  }

  /**
   * {@return how far reciprocity exceeds chance: {@code (r - e) / (1 - e)} for reciprocity r and
   * its {@linkplain #expectedReciprocity expected} value e; at most 1; 0 as by chance, negative if
   * people avoid returning answers; NaN if undefined}
   *
   * <p>Source: D. Garlaschelli, M. I. Loffredo, 2004, "Patterns of Link Reciprocity in Directed
   * Networks", where e is the density.
   */
  public double reciprocityBeyondChance() {
    double expected = expectedReciprocity();
    return expected == 1 ? Double.NaN : (reciprocity().value() - expected) / (1 - expected);
  }

  /**
   * {@return the share of answers on mature ties that are returned answer by answer: the sum of
   * {@code min(w_ij, w_ji)} divided by the sum of {@code w_ij}, where w are the weights; its counts
   * are answers}
   *
   * <p>Source: T. Squartini and others, 2013, "Reciprocity of weighted networks".
   */
  public Proportion weightedReciprocity() {
    return counts.weightedReciprocity();
  }

  /**
   * {@return the number of answers, where a message counts once for each person it answers: the sum
   * of the weights of all ties}
   */
  public long answers() {
    return evidence.tally().flows.sum(CountArray::total);
  }

  /**
   * Returns the share of answers from one side to another.
   *
   * @param flow the two sides
   * @return the share of all {@link #answers}; the four add up to 1
   */
  public Proportion share(Flow flow) {
    return evidence.tally().flows.share(flows -> flows.sum(flow.ordinal()), CountArray::total);
  }

  /**
   * {@return the share of answers that people of the audience give each other: {@link #share} of
   * {@link Flow#AUDIENCE_TO_AUDIENCE}}
   */
  public Proportion amongAudience() {
    return share(Flow.AUDIENCE_TO_AUDIENCE);
  }

  /**
   * Returns the number of messages with a kind of contribution to the ties.
   *
   * @param contribution the kind of contribution
   * @return at least 0; the kinds add up to the messages of the log, or its window
   */
  public long messages(Contribution contribution) {
    return evidence.tally().count(contribution);
  }

  /**
   * Returns the persons who have answered the most distinct others. Equals are ordered by the
   * number of answers, then by name.
   *
   * @param most the number of persons, at least 0
   * @return an immutable list of persons who have answered anybody
   * @throws IllegalArgumentException if the number is negative
   */
  public List<Helper> mostHelpful(int most) {
    return helpers(most, person -> true);
  }

  /**
   * Returns the persons of the audience who have answered the most distinct others, as {@link
   * #mostHelpful}.
   *
   * @param most the number of persons, at least 0
   * @return an immutable list of persons of the audience who have answered anybody
   * @throws IllegalArgumentException if the number is negative
   */
  public List<Helper> mostHelpfulOfAudience(int most) {
    return helpers(most, person -> !counts.isMember(person));
  }

  private List<Helper> helpers(int most, IntPredicate isWanted) {
    checkMost(most);
    List<Helper> helpers = new ArrayList<>();
    for (int p = 0; p < counts.persons(); p++) {
      if (counts.answered(p) > 0 && isWanted.test(p)) {
        helpers.add(
            new Helper(
                named.names().get(p), counts.isMember(p), counts.answered(p), counts.answers(p)));
      }
    }
    helpers.sort(MOST_HELPFUL_FIRST);
    return List.copyOf(helpers.subList(0, Math.min(most, helpers.size())));
  }

  private static void checkMost(int most) {
    checkArgument(most >= 0, "most (%s) must be at least 0", most);
  }

  /**
   * {@return all ties as a plain immutable list, for graph libraries and tools, sorted by the name
   * of the person who answers, then of the person answered}
   */
  public List<Edge> edges() {
    List<Edge> edges = new ArrayList<>((int) ties());
    SortedTable ties = named.table(TiesTally.TIES);
    for (int at = 0; at < ties.size(); at++) {
      edges.add(edge(ties, at));
    }
    return Collections.unmodifiableList(edges);
  }

  /**
   * {@return the tie from one person to another, or empty if there is none}
   *
   * @param from the name of the person who answers
   * @param to the name of the person answered
   */
  public Optional<Edge> edge(String from, String to) {
    int first = Collections.binarySearch(named.names(), from);
    int second = Collections.binarySearch(named.names(), to);
    SortedTable ties = named.table(TiesTally.TIES);
    int at = first < 0 || second < 0 ? -1 : ties.find(PersonTables.key(first, second));
    return at < 0 ? Optional.empty() : Optional.of(edge(ties, at));
  }

  private Edge edge(SortedTable ties, int at) {
    return new Edge(
        named.names().get(TieCounts.from(ties.key(at))),
        named.names().get(TieCounts.to(ties.key(at))),
        ties.value(at, TiesTally.WEIGHT),
        ties.value(at, TiesTally.INFERRED),
        Instant.ofEpochMilli(ties.value(at, TiesTally.FIRST)),
        Instant.ofEpochMilli(ties.value(at, TiesTally.LAST)));
  }

  /**
   * {@return the share of persons of the audience who answer somebody who answers them, among those
   * who wrote} Persons whose first contact is younger than the horizon are left out, since theirs
   * may still come.
   */
  public Proportion withReturnedTie() {
    return counts.persons(
        p -> counts.returnedWith(p) > 0, p -> counts.isReached(p) && counts.isMature(p));
  }

  /**
   * {@return the share of {@link #reach} who spoke, were answered and spoke again in at least one
   * strand}
   */
  public Proportion withDialogue() {
    return counts.persons(p -> counts.value(p, TiesTally.DIALOGUES) > 0, counts::isReached);
  }

  /**
   * {@return the share of {@link #reach} who were in contact on at least some number of distinct
   * days}
   *
   * @param days the number of days, at least 1
   * @throws IllegalArgumentException if it is less than 1
   */
  public Proportion onAtLeastDays(int days) {
    checkArgument(days >= 1, "days (%s) must be at least 1", days);
    return counts.persons(p -> counts.days(p) >= days, counts::isReached);
  }

  /**
   * Returns how close a person of the audience is.
   *
   * @param person the name in the directory, else the account
   * @return the relationship; empty if nobody of the audience with that name was in contact
   */
  public Optional<Relationship> relationship(String person) {
    int found = Collections.binarySearch(named.names(), person);
    return found < 0 || counts.isMember(found)
        ? Optional.empty()
        : Optional.of(relationship(found));
  }

  /**
   * Returns the closest persons of the audience: those in contact on the most days. Equals are
   * ordered by more dialogues, then by longer tenure, then by name.
   *
   * @param most the number of persons, at least 0
   * @return an immutable list
   * @throws IllegalArgumentException if the number is negative
   */
  public List<Relationship> closest(int most) {
    checkMost(most);
    return IntStream.range(0, counts.persons())
        .filter(p -> !counts.isMember(p))
        .mapToObj(this::relationship)
        .sorted(CLOSEST_FIRST)
        .limit(most)
        .toList();
  }

  private Relationship relationship(int person) {
    return new Relationship(
        named.names().get(person),
        counts.value(person, TiesTally.MESSAGES),
        counts.days(person),
        counts.value(person, TiesTally.DIALOGUES),
        counts.answered(person),
        counts.answeredBy(person),
        counts.returnedWith(person),
        Instant.ofEpochMilli(counts.value(person, TiesTally.FIRST)),
        Instant.ofEpochMilli(counts.value(person, TiesTally.LAST)));
  }

  /** {@return the facts about ties, and the 20 most helpful and closest persons by name} */
  @Override
  public Facts facts() {
    return TiesFacts.of(this);
  }

  @Override
  public String table() {
    return TiesText.table(this);
  }

  @Override
  public String toString() {
    return TiesText.text(this);
  }

  /**
   * The sides between which an answer goes. In a log without organizations everybody is audience.
   */
  public enum Flow {
    /** A person of the audience answers another: they help each other. */
    AUDIENCE_TO_AUDIENCE,
    /** A person of the audience answers a member of an organization. */
    AUDIENCE_TO_ORGANIZATION,
    /** A member answers a person of the audience. */
    ORGANIZATION_TO_AUDIENCE,
    /** A member answers another member. */
    ORGANIZATION_TO_ORGANIZATION;

    static int ordinal(boolean isFromMember, boolean isToMember) {
      return (isFromMember ? 2 : 0) + (isToMember ? 1 : 0);
    }
  }

  /**
   * A person who answers others.
   *
   * @param person the name
   * @param isMember whether the person is a member of an organization
   * @param answered the number of distinct others this person has answered
   * @param answers the number of answers
   */
  public record Helper(String person, boolean isMember, long answered, long answers) {
    @Override
    public String toString() {
      String others = answered == 1 ? " other" : " others";
      return person + (isMember ? " (member)" : "") + ": answered " + answered + others;
    }
  }

  /**
   * A tie: one person answered another.
   *
   * @param from the person who answered
   * @param to the person answered
   * @param weight the number of answers, at least 1
   * @param inferred the number of these that are answers only by the order of the conversation
   * @param first the time of the first answer
   * @param last the time of the last answer
   */
  public record Edge(
      String from, String to, long weight, long inferred, Instant first, Instant last) {
    @Override
    public String toString() {
      return from + " -> " + to + ", " + weight;
    }
  }

  /**
   * What a message contributes to the ties among persons. Each message has exactly one kind of
   * contribution.
   */
  public enum Contribution {
    /** It answers somebody. */
    ANSWERS("answer somebody"),
    /** It answers nobody: it opens a conversation, or continues one in which nobody is waiting. */
    ANSWERS_NOBODY("answer nobody"),
    /** It replies to its own author. */
    ANSWERS_ONESELF("answer oneself"),
    /** It answers only a row without an author, whose person is unknown. */
    ANSWERS_ANONYMOUS("answer somebody without a name"),
    /** It replies to a bot, or to an automatic message. */
    ANSWERS_MACHINE("answer a machine"),
    /** It has no author, so nobody could ever answer that person again. */
    BY_ANONYMOUS("without author"),
    /** It is from a bot or automatic. */
    BY_MACHINE("of machines");

    private final String text;

    Contribution(String text) {
      this.text = text;
    }

    /** What such messages are called in results. */
    String text() {
      return text;
    }
  }

  /**
   * How close a person of the audience is.
   *
   * @param person the name
   * @param messages the number of messages by the person; 0 for a person who was only answered in
   *     the window
   * @param days the number of distinct local days on which the person wrote or was answered
   * @param dialogues the number of strands in which the person spoke, was answered and spoke again
   * @param answered the number of distinct others the person has answered
   * @param answeredBy the number of distinct others who have answered the person
   * @param returned the number of distinct others with answers both ways
   * @param first the first contact
   * @param last the last contact
   */
  public record Relationship(
      String person,
      long messages,
      long days,
      long dialogues,
      long answered,
      long answeredBy,
      long returned,
      Instant first,
      Instant last) {
    /** {@return the time from the first contact to the last, 0 for a single contact} */
    public Duration tenure() {
      return Duration.between(first, last);
    }

    @Override
    public String toString() {
      return person
          + ": "
          + days
          + (days == 1 ? " day, " : " days, ")
          + dialogues
          + (dialogues == 1 ? " dialogue" : " dialogues");
    }
  }
}
