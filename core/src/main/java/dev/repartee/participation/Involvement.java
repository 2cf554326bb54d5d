package dev.repartee.participation;

import dev.repartee.internal.math.Entropy;
import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Origin;
import dev.repartee.stats.EIIndex;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Evenness;
import dev.repartee.stats.Interval;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * How far one organization takes part, as a whole. Immutable.
 *
 * <p>If memberships have dates, its members are those who were members at any instant of the
 * windows up to the as-of, if only for a day. A person who moved from one department to another is
 * a member of both, and a person who was a leader at any such instant is a leader. Its departments
 * are those of its members.
 */
public final class Involvement {
  private final String name;
  private final Roster roster;
  private final ParticipationTally tally;
  private final List<String> usual;
  private final Origin origin;
  private final ZoneId zone;

  /** The sum over the groups. */
  private final Voices all;

  /** The members of the organization, in order. */
  private final int[] own;

  /** Their departments, by name. */
  private final int[] departments;

  /** The position of each member's department among these. */
  private final int[] places;

  Involvement(
      String name,
      Roster roster,
      ParticipationTally tally,
      List<String> usual,
      Origin origin,
      ZoneId zone) {
    this.name = name;
    this.roster = roster;
    this.tally = tally;
    this.usual = usual;
    this.origin = origin;
    this.zone = zone;
    this.all = tally.voices.total();
    this.own =
        IntStream.range(0, roster.members())
            .filter(member -> roster.organization(member).equals(name))
            .filter(member -> roster.isMember(member, origin) || isActive(member))
            .toArray();
    this.departments =
        Arrays.stream(own)
            .map(roster::departmentOf)
            .distinct()
            .boxed()
            .sorted(Comparator.comparing(roster::department))
            .mapToInt(Integer::intValue)
            .toArray();
    Map<Integer, Integer> placeOf = new HashMap<>();
    for (int place = 0; place < departments.length; place++) {
      placeOf.put(departments[place], place);
    }
    this.places =
        Arrays.stream(own).map(member -> placeOf.get(roster.departmentOf(member))).toArray();
  }

  /** {@return the names of the departments, silent ones included, sorted} */
  public List<String> departments() {
    return Arrays.stream(departments).mapToObj(d -> roster.department(d).name()).toList();
  }

  /**
   * {@return the number of members of the organization, silent ones included and bots excluded, at
   * least 0}
   */
  public int members() {
    return own.length;
  }

  /** {@return the number of messages by members, at least 0} */
  public long messages() {
    return sum(all, Voices::messages, member -> true);
  }

  /**
   * {@return the number of messages by a department, at least 0}
   *
   * @param department one of {@link #departments}
   */
  public long messages(String department) {
    int number = number(department);
    return sum(all, Voices::messages, member -> roster.departmentOf(member) == number);
  }

  private interface Counts {
    LongCounts of(Voices voices);
  }

  private interface Choice {
    boolean takes(int member);
  }

  private long sum(Voices voices, Counts counts, Choice choice) {
    long sum = 0;
    for (int member : own) {
      sum += choice.takes(member) ? counts.of(voices).count(member) : 0;
    }
    return sum;
  }

  private ToLongFunction<Voices> of(Counts counts, Choice choice) {
    return voices -> sum(voices, counts, choice);
  }

  private boolean isActive(int member) {
    return all.messages().count(member) > 0;
  }

  private Proportion active(Choice choice) {
    long active = 0;
    long members = 0;
    for (int member : own) {
      members += choice.takes(member) ? 1 : 0;
      active += choice.takes(member) && isActive(member) ? 1 : 0;
    }
    return Proportion.ofAll(active, members);
  }

  /**
   * Returns the share of members who wrote.
   *
   * @return the share of all members, without an interval; undefined without members
   */
  public Proportion activeMembers() {
    return active(member -> true);
  }

  /**
   * Returns the share of leaders who wrote.
   *
   * @return the share of all leaders, without an interval; undefined if the directory names none
   */
  public Proportion activeLeaders() {
    return active(this::isLeader);
  }

  private boolean isLeader(int member) {
    return roster.isLeader(member, origin);
  }

  /**
   * Returns the share of departments that spoke.
   *
   * @return the share of all departments, without an interval; undefined without members
   */
  public Proportion activeDepartments() {
    long active = Arrays.stream(byDepartment(all)).filter(count -> count > 0).count();
    return Proportion.ofAll(active, departments.length);
  }

  /**
   * {@return the share of members' replies to the audience that came from leaders; undefined if
   * there is no reply or no leader}
   */
  public Proportion leadersShareOfReplies() {
    return activeLeaders().isEmpty()
        ? Proportion.of(0, 0)
        : tally.voices.share(
            of(Voices::replies, this::isLeader), of(Voices::replies, member -> true));
  }

  /**
   * {@return the share of members' messages that come from outside the departments expected to
   * speak, which are Marketing and HR unless the measure names others; undefined without messages}
   */
  public Proportion outsideShare() {
    return tally.voices.share(
        of(
            Voices::messages,
            member -> !usual.contains(roster.department(roster.departmentOf(member)).name())),
        of(Voices::messages, member -> true));
  }

  /**
   * {@return how evenly messages are spread over all departments of the directory, silent ones
   * included}
   */
  public Evenness departmentEvenness() {
    return Evenness.of(byDepartment(all));
  }

  /**
   * {@return the number of equally active departments that would be as diverse: {@code exp(H)},
   * which like its interval lies between 1 and the number of departments; undefined if nobody
   * wrote} Messages are treated as a sample ({@link Evenness#estimatedNumber}), so departments that
   * happen not to have written yet are not mistaken for silent ones.
   */
  public Estimate effectiveDepartments() {
    return effective(this::byDepartment);
  }

  private Estimate effective(Function<Voices, long[]> counts) {
    Estimate found =
        tally.voices.estimate(voices -> Math.exp(Entropy.estimate(counts.apply(voices))));
    int most = counts.apply(all).length;
    if (!found.isDefined()) {
      return found;
    }
    double value = Math.max(1, Math.min(found.value(), most));
    if (!found.hasInterval()) {
      return Estimate.withoutInterval(value, found.groups(), found.note());
    }
    // About the value that is left, so that what lies beyond does not make it look sure.
    double half = (found.high() - found.low()) / 2;
    Interval interval = new Interval(Math.max(1, value - half), Math.min(most, value + half));
    return Estimate.of(value, found.standardError(), interval, found.level(), found.groups());
  }

  /**
   * {@return how evenly messages are spread over all members in the directory, silent ones
   * included; its absence factor is the smallest number of members who wrote at least half}
   */
  public Evenness memberEvenness() {
    return Evenness.of(byMember(all));
  }

  /**
   * {@return the number of equally active members that would be as diverse: {@code exp(H)}, which
   * like its interval lies between 1 and the number of members; undefined if nobody wrote} Messages
   * are treated as a sample, as for {@link #effectiveDepartments}, so a small brand does not look
   * less even than a large one. In simulations (500 runs each, {@code core/docs/verdicts.md}) the
   * interval contains the truth in 0.93 to 1.00 of the runs, for 5 to 100 members, equally active
   * or by Zipf's law, and 30 messages or more. It never does if members write in runs that are
   * longer than conversations, for example when they take turns on duty.
   */
  public Estimate effectiveMembers() {
    return effective(this::byMember);
  }

  private long[] byMember(Voices voices) {
    return Arrays.stream(own).mapToLong(member -> voices.messages().count(member)).toArray();
  }

  private long[] byDepartment(Voices voices) {
    long[] counts = new long[departments.length];
    for (int i = 0; i < own.length; i++) {
      counts[places[i]] += voices.messages().count(own[i]);
    }
    return counts;
  }

  /**
   * Returns whether members keep writing: of the months in which a member wrote, the share followed
   * by a month in which the same member wrote too.
   *
   * @return the share of pairs of member and month whose next month was observed from end to end,
   *     with an interval from leaving out members; undefined if there is none
   */
  public Proportion retention() {
    return Retention.of(tally, origin, zone, own);
  }

  /**
   * Returns the index of ties between departments compared with ties within them.
   *
   * @param kind the kind of ties; the expectation by chance is exact only for {@link TieKind#REPLY}
   * @return undefined with fewer than 2 departments of 2 members with a tie, or fewer than 10 ties
   */
  public EIIndex silos(TieKind kind) {
    return network(kind).index();
  }

  /**
   * {@return the index of replies, the ties that can be compared with what chance would produce
   * among members who are differently busy; undefined with fewer than 2 departments of 2 members
   * with a tie, or fewer than 10 ties}
   */
  public EIIndex silos() {
    return silos(TieKind.REPLY);
  }

  /**
   * {@return the probability that chance alone ties the departments this unevenly by replies:
   * {@link EIIndex#pValue} of {@link #silos()}, found by shuffling the recipients of replies, anew
   * at each call with a fixed seed}
   */
  public double siloPValue() {
    return silos().pValue();
  }

  /**
   * Returns the weight of ties of any kind from the members of one department to those of another.
   *
   * @param from one of {@link #departments}
   * @param to the same or another
   * @return at least 0
   */
  public double ties(String from, String to) {
    return ties(TieKind.ANY, from, to);
  }

  /**
   * Returns the weight of ties of one kind from the members of one department to those of another.
   *
   * @param kind the kind of ties
   * @param from one of {@link #departments}
   * @param to the same or another
   * @return at least 0
   */
  public double ties(TieKind kind, String from, String to) {
    return network(kind).between(number(from), number(to));
  }

  private TieNetwork network(TieKind kind) {
    return new TieNetwork(roster, tally.ties, kind, own);
  }

  /**
   * {@return the share of all turns addressed to the organization that have been answered so far;
   * undefined if there are none}
   */
  public Proportion coverage() {
    return answeredTimes(-1).shareBeside(notAnsweredTimes(-1));
  }

  /**
   * Returns the share of turns that would have been answered so far without a department: its
   * answers are removed, and nobody steps in.
   *
   * @param department one of {@link #departments}
   * @return the share of all turns addressed to the organization; undefined if there are none
   */
  public Proportion coverageWithout(String department) {
    int number = number(department);
    return answeredTimes(number).shareBeside(notAnsweredTimes(number));
  }

  /**
   * Returns the probability of being answered within a time, with turns still waiting as censored.
   *
   * @param time the time since the turn began, inclusive
   * @return in [0, 1]; undefined if nobody was watched that long
   */
  public Estimate within(Duration time) {
    return SurvivalCurve.of(answeredTimes(-1), notAnsweredTimes(-1)).within(time);
  }

  /**
   * Returns the probability of being answered within a time without a department: turns that it
   * answered count as waiting for as long as they were watched, and nobody steps in.
   *
   * @param department one of {@link #departments}
   * @param time the time since the turn began, inclusive
   * @return in [0, 1]; undefined if nobody was watched that long
   */
  public Estimate withinWithout(String department, Duration time) {
    int number = number(department);
    return SurvivalCurve.of(answeredTimes(number), notAnsweredTimes(number)).within(time);
  }

  private LatencyGroups answeredTimes(int without) {
    LatencyGroups sum = Times.none();
    for (int department : departments) {
      if (department != without) {
        tally.answered.addTo(sum, department);
      }
    }
    return sum;
  }

  private LatencyGroups notAnsweredTimes(int without) {
    LatencyGroups sum = Times.none();
    tally.waiting.addTo(sum, roster.organization(name));
    if (without >= 0) {
      tally.watched.addTo(sum, without);
    }
    return sum;
  }

  /**
   * {@return whether topics are in the right hands: the share of answered turns on topics owned by
   * a department of the organization that the owner answered; undefined if there are none}
   */
  public Proportion rightHands() {
    return tally.voices.share(v -> owned(v.byOwner()), v -> owned(v.onOwned()));
  }

  private long owned(LongCounts counts) {
    return Arrays.stream(departments).mapToLong(counts::count).sum();
  }

  /**
   * {@return how long people wait until the owner of the topic writes in their strand, for turns on
   * owned topics, from the first message of the turn; turns without a message of the owner are
   * censored}
   */
  public SurvivalCurve ownerCurve() {
    return tally.owners.curve(departments);
  }

  /**
   * {@return how long it takes until a second department joins, for strands in which members wrote,
   * from the first message of the first department to the first of another; strands without a
   * second department are censored}
   */
  public SurvivalCurve handOffs() {
    return tally.handOffs.curve(departments);
  }

  private int number(String department) {
    int number = roster.department(name, department);
    if (number < 0) {
      throw new IllegalArgumentException(
          "department (" + department + ") must be one of " + departments() + " of " + name);
    }
    return number;
  }

  /** Returns such as {@code 2/3 departments, 4/9 members speak}. */
  @Override
  public String toString() {
    return activeDepartments().successes()
        + "/"
        + departments.length
        + " departments, "
        + activeMembers().successes()
        + "/"
        + members()
        + " members speak";
  }

  /** What makes a tie between members of an organization. */
  public enum TieKind {
    /**
     * One replied to a message of the other: a tie from one to the other, counted once, however
     * often.
     */
    REPLY,
    /**
     * Both wrote in one strand: each pair of its k members gets {@code 1/(k-1)} per strand, in both
     * directions (Newman, 2001). The expectation by chance assumes that all are equally busy, and
     * there is no p value; a better one would require shuffling members among the strands they
     * wrote in.
     */
    JOINT_WORK,
    /** The sum of both, with the expectation by chance as for {@link #JOINT_WORK}. */
    ANY
  }
}
