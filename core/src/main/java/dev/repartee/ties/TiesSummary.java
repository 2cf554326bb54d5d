package dev.repartee.ties;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Suppliers;
import com.google.common.math.LongMath;
import dev.repartee.internal.hash.LongTable;
import dev.repartee.internal.tally.CountArray;
import dev.repartee.internal.tally.NamedTables;
import dev.repartee.internal.tally.PersonTables;
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
 * Who answers whom, how often it is returned, and how close people are.
 *
 * <p>Where there are no ties or no persons a share is undefined, never 0. Lists are made when asked
 * for, in an order that depends on what they hold alone.
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
   * {@return how many ties there are: ordered pairs of persons, the first of whom answered the
   * second; at least 0, {@link #young} ones included}
   */
  public long ties() {
    return counts.ties();
  }

  /**
   * {@return how many ties are young: who was answered may still return them; at most {@link
   * #ties}}
   */
  public long young() {
    return counts.ties() - counts.mature();
  }

  /**
   * {@return how many persons there are: who wrote, and who was answered; at least 0} Rows without
   * an author are none of them.
   */
  public long persons() {
    return counts.persons();
  }

  /**
   * {@return how many distinct persons of the audience wrote: beside it everything that is told of
   * ties shows how many it reaches; at most {@link #persons}}
   */
  public long reach() {
    return IntStream.range(0, counts.persons()).filter(counts::isReached).count();
  }

  /**
   * {@return the share of mature ties that are returned, at whatever time; {@link
   * #expectedReciprocity} is what to expect if people answered at random} Replicate groups are by
   * who answers and by who is answered.
   */
  public Proportion reciprocity() {
    return counts.reciprocity();
  }

  /**
   * Returns the share of ties that would be returned if it were left to chance who is answered:
   * everybody answers, and is answered, as often as before, nobody by oneself, and whom is shuffled
   * anew 30 times. The busy meet the busy then, which alone makes some ties two-way: of 100 people
   * who answer ten times each, the logarithm of their activity with a standard deviation of 1.5,
   * 0.37, where {@link #density} is 0.08 ({@code docs/verdicts.md}). Young ties count as others.
   *
   * <p>What is left to chance is who, not when: who meets only those of the same week, or topic, is
   * answered by the same few for that alone, and lies beyond chance.
   *
   * @return the mean of the shuffles, with a fixed seed, O(100 * answers) at the first call, at
   *     most some seconds: where answers are more than 400,000 shuffles are fewer; NaN for no ties
   *     and for more than 2 million answers
   */
  public double expectedReciprocity() {
    return expectedReciprocity.get();
  }

  /**
   * {@return the share of all ordered pairs of persons that are ties: {@code ties / (n (n - 1))}
   * for n {@link #persons}; 0 to 1; NaN for fewer than 2 persons} It is the reciprocity to expect
   * where all are equally busy, which they never are.
   */
  public double density() {
    double n = persons();
    return n < 2 ? Double.NaN : ties() / (n * (n - 1));
  }

  /**
   * {@return how far reciprocity lies beyond chance: {@code (r - e) / (1 - e)} for reciprocity r
   * and what is {@linkplain #expectedReciprocity expected} of it, e; at most 1; 0 as by chance,
   * negative where people avoid it; NaN where undefined}
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
   * {@code min(w_ij, w_ji)} over that of {@code w_ij}, w the weights; its counts are answers}
   *
   * <p>Source: T. Squartini and others, 2013, "Reciprocity of weighted networks".
   */
  public Proportion weightedReciprocity() {
    return counts.weightedReciprocity();
  }

  /**
   * {@return how many answers there are: messages, counted once for each person they answer; the
   * sum of the weights of all ties}
   */
  public long answers() {
    return evidence.tally().flows.sum(CountArray::total);
  }

  /**
   * Returns the share of answers that go between two sides.
   *
   * @param flow from which side to which
   * @return the share of all {@link #answers}; the four add up to 1
   */
  public Proportion share(Flow flow) {
    return evidence.tally().flows.share(flows -> flows.sum(flow.ordinal()), CountArray::total);
  }

  /**
   * {@return the share of answers that people of the audience give each other; {@link #share} of
   * {@link Flow#AUDIENCE_TO_AUDIENCE}}
   */
  public Proportion amongAudience() {
    return share(Flow.AUDIENCE_TO_AUDIENCE);
  }

  /**
   * Returns how many messages contribute what to the ties.
   *
   * @param contribution what
   * @return at least 0; all of them add up to the messages of the log, or its window
   */
  public long messages(Contribution contribution) {
    return evidence.tally().count(contribution);
  }

  /**
   * Returns who has answered the most distinct others; of those who answered equally many, who
   * answered more often, then whose name comes first.
   *
   * @param most how many to name, at least 0
   * @return an immutable list of who has answered anybody
   * @throws IllegalArgumentException if the number is negative
   */
  public List<Helper> mostHelpful(int most) {
    return helpers(most, person -> true);
  }

  /**
   * Returns who of the audience has answered the most distinct others, as {@link #mostHelpful}.
   *
   * @param most how many to name, at least 0
   * @return an immutable list of those of the audience who have answered anybody
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
   * {@return all ties as a plain list, for graph libraries and tools: an immutable list, by the
   * name of who answers, then of who is answered}
   */
  public List<Edge> edges() {
    List<Edge> edges = new ArrayList<>((int) ties());
    LongTable ties = named.table(TiesTally.TIES);
    for (long key : ties.sortedKeys()) {
      edges.add(edge(ties, ties.find(key)));
    }
    return Collections.unmodifiableList(edges);
  }

  /**
   * {@return the tie from one person to another, or empty where there is none}
   *
   * @param from the name of who answers
   * @param to the name of who is answered
   */
  public Optional<Edge> edge(String from, String to) {
    int first = Collections.binarySearch(named.names(), from);
    int second = Collections.binarySearch(named.names(), to);
    LongTable ties = named.table(TiesTally.TIES);
    int at = first < 0 || second < 0 ? -1 : ties.find(PersonTables.key(first, second));
    return at < 0 ? Optional.empty() : Optional.of(edge(ties, at));
  }

  private Edge edge(LongTable ties, int at) {
    return new Edge(
        named.names().get(TieCounts.from(ties.key(at))),
        named.names().get(TieCounts.to(ties.key(at))),
        ties.value(at, TiesTally.WEIGHT),
        ties.value(at, TiesTally.INFERRED),
        Instant.ofEpochMilli(ties.value(at, TiesTally.FIRST)),
        Instant.ofEpochMilli(ties.value(at, TiesTally.LAST)));
  }

  /**
   * {@return the share of persons of the audience that answer somebody who answers them, of those
   * who wrote} Persons whose first contact is younger than the horizon are left out: theirs may
   * still come.
   */
  public Proportion withReturnedTie() {
    return counts.persons(
        p -> counts.returnedWith(p) > 0, p -> counts.isReached(p) && counts.isMature(p));
  }

  /**
   * {@return the share of persons of the audience who spoke, were answered and spoke again in at
   * least one strand, of {@link #reach}}
   */
  public Proportion withDialogue() {
    return counts.persons(p -> counts.value(p, TiesTally.DIALOGUES) > 0, counts::isReached);
  }

  /**
   * {@return the share of persons of the audience who were in contact on at least some distinct
   * days, of {@link #reach}}
   *
   * @param days at least 1
   * @throws IllegalArgumentException if it is less than 1
   */
  public Proportion onAtLeastDays(int days) {
    checkArgument(days >= 1, "days (%s) must be at least 1", days);
    return counts.persons(p -> counts.days(p) >= days, counts::isReached);
  }

  /**
   * Returns how close a person of the audience is.
   *
   * @param person the name of the directory, else the account
   * @return empty where nobody of the audience by that name was in contact
   */
  public Optional<Relationship> relationship(String person) {
    int found = Collections.binarySearch(named.names(), person);
    return found < 0 || counts.isMember(found)
        ? Optional.empty()
        : Optional.of(relationship(found));
  }

  /**
   * Returns the closest persons of the audience: those in contact on the most days; of equals,
   * those with more dialogues, then with the longer tenure, then whose name comes first.
   *
   * @param most how many to name, at least 0
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

  /**
   * {@return what is told of ties, and the 20 most helpful and closest persons by name, as rows}
   */
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

  /** Between which sides an answer goes. In a log without organizations everybody is audience. */
  public enum Flow {
    /** One of the audience answers another: they help each other. */
    AUDIENCE_TO_AUDIENCE,
    /** One of the audience answers a member of an organization. */
    AUDIENCE_TO_ORGANIZATION,
    /** A member answers one of the audience. */
    ORGANIZATION_TO_AUDIENCE,
    /** A member answers a member. */
    ORGANIZATION_TO_ORGANIZATION;

    static int ordinal(boolean isFromMember, boolean isToMember) {
      return (isFromMember ? 2 : 0) + (isToMember ? 1 : 0);
    }
  }

  /**
   * Somebody who answers others.
   *
   * @param person the name
   * @param isMember whether a member of an organization
   * @param answered how many distinct others this person has answered
   * @param answers how often
   */
  public record Helper(String person, boolean isMember, long answered, long answers) {
    @Override
    public String toString() {
      String others = answered == 1 ? " other" : " others";
      return person + (isMember ? " (member)" : "") + ": answered " + answered + others;
    }
  }

  /**
   * A tie: somebody answered somebody else.
   *
   * @param from who answered
   * @param to who was answered
   * @param weight how often, at least 1
   * @param inferred how often of these the order of the conversation alone tells that it is an
   *     answer
   * @param first when first
   * @param last when last
   */
  public record Edge(
      String from, String to, long weight, long inferred, Instant first, Instant last) {
    @Override
    public String toString() {
      return from + " -> " + to + ", " + weight;
    }
  }

  /** What a message contributes to the ties among persons. Every message has one of these. */
  public enum Contribution {
    /** It answers somebody. */
    ANSWERS("answer somebody"),
    /** It answers nobody: it opens, or goes on where nobody waits. */
    ANSWERS_NOBODY("answer nobody"),
    /** It replies to its own author. */
    ANSWERS_ONESELF("answer oneself"),
    /** It answers a row without an author only: who that was is not known. */
    ANSWERS_ANONYMOUS("answer somebody without a name"),
    /** It replies to a bot, or to what was sent automatically. */
    ANSWERS_MACHINE("answer a machine"),
    /** It has no author, so that nobody could ever answer that person again. */
    BY_ANONYMOUS("without author"),
    /** A bot wrote it, or it was sent automatically. */
    BY_MACHINE("of machines");

    private final String text;

    Contribution(String text) {
      this.text = text;
    }

    /** How people call such messages. */
    String text() {
      return text;
    }
  }

  /**
   * How close a person of the audience is.
   *
   * @param person the name
   * @param messages how many messages the person wrote; 0 for who was only answered in the window
   * @param days on how many distinct local days the person wrote or was answered
   * @param dialogues in how many strands the person spoke, was answered and spoke again
   * @param answered how many distinct others the person has answered
   * @param answeredBy by how many distinct others the person was answered
   * @param returned with how many distinct others it goes both ways
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
    /** {@return from the first contact to the last, 0 for a single contact} */
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
