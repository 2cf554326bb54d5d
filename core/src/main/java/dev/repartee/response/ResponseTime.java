package dev.repartee.response;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.time.EventTime;
import dev.repartee.internal.time.WholeMillis;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.model.ActKind;
import dev.repartee.model.OfficeHours;
import dev.repartee.response.ResponseSummary.Exclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long people wait for a response. Each factory method names a clock, because products mean
 * different things by response time; the other methods return copies with one option changed.
 *
 * <p>Answers come from members of the addressed organization, not from bots, and not automatically.
 * A message that expects no response starts no wait under any clock. An answer whose time is
 * earlier than that of its message is excluded as {@link Exclusion#CLOCK_SKEW}. What is unanswered
 * at the as-of, or at the end of the follow-up, is waiting.
 *
 * <p><b>Closed without an answer.</b> If the log contains resolutions, a wait ends without an
 * answer when its strand is resolved before one came ({@link ResponseSummary#closed}). A later
 * message of the same person that expects a response begins a new wait. A strand may be closed by
 * the person who waits, by whoever opened the conversation, by a member of the organization, by a
 * bot, or by an act without an author; in a forum by anybody. Sessions are closed like any other
 * wait. For {@link #longest}, a strand counts as closed if nobody waits in it and nobody was
 * answered. {@link #lastMessage}, {@link #everyReply} and {@link #acknowledgement} ignore closing.
 *
 * <p><b>Handed over.</b> {@link #afterHandOff} counts something else: the time from an act that
 * assigns the strand to the next answer.
 *
 * <pre>{@code
 * ResponseSummary r = log.measure(ResponseTime.eachTurn());
 * // r ==> response each turn: median 42 min, 1/1 answered
 * log.measure(ResponseTime.firstResponse().by(Dimension.CHANNEL));
 * }</pre>
 *
 * <p><b>The clocks side by side.</b> Carl asks at 9:00, asks again at 9:20, is answered at 9:30 by
 * a reply to his second message, writes again at 10:00 and is answered at 12:00. Zak joined at
 * 10:05 with a reply to Carl's first message. At 13:00:
 *
 * <table>
 * <caption>One thread by every clock</caption>
 * <tr><th>clock<th>answered after<th>unanswered<th>what is counted
 * <tr><td>{@link #eachTurn}<td>30 min, 2 h<td>Zak, for 2 h 55 min<td>turns of persons
 * <tr><td>{@link #firstResponse}<td>30 min<td><td>strands that the audience opened
 * <tr><td>{@link #eachMessage}<td>10 min, 2 h<td>Carl's first, for 4 h<td>messages of the audience; Zak's is excluded because it replies to Carl
 * <tr><td>{@link #session()}<td>30 min<td>Zak, still in time<td>sessions of persons
 * <tr><td>{@link #longest}<td><td>the strand, for 2 h 55 min<td>strands in which somebody waits
 * <tr><td>{@link #lastMessage}<td>10 min, 2 h<td>Zak<td>turns of persons
 * <tr><td>{@link #everyReply}<td>10 min, 2 h<td>Carl's first, Zak's<td>pairs of message and reply,
 *     and messages without one
 * </table>
 *
 * <p>Under every clock, each thing counted is answered, waiting, still in time (sessions only),
 * closed without an answer, or excluded for a reason. Two reasons are always counted by message:
 * {@link Exclusion#UNADDRESSED}, and {@link Exclusion#EXPECTS_NO_RESPONSE}, which counts the
 * messages that would have begun a wait (for first responses: the openers). All clocks in one walk:
 *
 * <pre>{@code
 * Results results =
 *     log.measure(
 *         Measures.of(
 *             ResponseTime.eachTurn(),
 *             ResponseTime.firstResponse(),
 *             ResponseTime.eachMessage(),
 *             ResponseTime.session(),
 *             ResponseTime.longest(),
 *             ResponseTime.lastMessage(),
 *             ResponseTime.everyReply()));
 * results.get(ResponseTime.session()).median();
 * }</pre>
 *
 * <p>Guide: {@code core/docs/guide/metrics/response-time.md}.
 */
public final class ResponseTime implements Measure<ResponseSummary> {
  private static final Duration DAY = Duration.ofHours(24);

  /** How times are kept. */
  private record Keeping(boolean isExact, boolean isIndependent) {
    static final Keeping USUAL = new Keeping(false, false);
  }

  private final Clock clock;
  private final Clock.Options options;
  private final AnswerRule rule;
  private final Timekeeper timekeeper;
  private final Targets targets;
  private final Keeping keeping;

  private ResponseTime(
      Clock clock,
      Clock.Options options,
      AnswerRule rule,
      Timekeeper timekeeper,
      Targets targets,
      Keeping keeping) {
    this.clock = clock;
    this.options = options;
    this.rule = Objects.requireNonNull(rule, "rule");
    this.timekeeper = timekeeper;
    this.targets = targets;
    this.keeping = keeping;
  }

  /** {@return the default measure, {@link #eachTurn()}} */
  public static ResponseTime standard() {
    return eachTurn();
  }

  /**
   * {@return the measure whose clock starts at the first message of each person turn that expects a
   * response and stops at its answer} A turn is a run of messages of one person that no answer to
   * that person interrupts, so asking twice does not count twice.
   */
  public static ResponseTime eachTurn() {
    return of(Clock.EACH_TURN, Clock.Options.none());
  }

  /**
   * {@return the measure whose clock starts when the audience opens a strand and stops at the first
   * message of the answering side, whoever it answers and at any depth} A strand counts as answered
   * directly if its first response replies to the opening message itself.
   */
  public static ResponseTime firstResponse() {
    return of(Clock.FIRST_RESPONSE, Clock.Options.none());
  }

  /**
   * {@return the measure whose clock starts at every audience message, except replies to other
   * people of the audience, and stops at the first answer that replies to it}
   */
  public static ResponseTime eachMessage() {
    return of(Clock.EACH_MESSAGE, Clock.Options.none());
  }

  /** {@return {@link #session(Duration)} with a silence of 24 hours} */
  public static ResponseTime session() {
    return session(DAY);
  }

  /**
   * {@return the measure whose clock starts at the first message of a person after a silence, and
   * stops at the first answer to that person, if that comes within the same time}
   *
   * <p>A session is a run of messages of one person in one strand, and of messages of the answering
   * side to that person, with no silence of that length or more between one and the next. The rules
   * for answers decide who a message is addressed to; a message that follows an answer and replies
   * to nobody is addressed to the same person. Before the first message of a person in a strand
   * there was silence. The clock starts at the first message of the session that expects a
   * response. An answer that takes exactly as long as the silence is in time. The outcomes are:
   *
   * <ul>
   *   <li><b>answered</b>: a first answer came in time; later messages of the person in the same
   *       session start no clock;
   *   <li><b>waiting</b>: none came in time; the session counts as waiting for the length of the
   *       silence, even if an answer came later;
   *   <li><b>still in time</b>: none has come, but the time is not up at the as-of or the end of
   *       the follow-up. The counts include it neither as answered nor as waiting; in the curve,
   *       which needs everybody, it is censored at the time it was last watched;
   *   <li><b>excluded</b>: a run of messages that the answering side began, by answering after a
   *       silence, is not a session. If the person speaks in it, it counts once as {@link
   *       Exclusion#NO_SILENCE_BEFORE}. This includes an answer that takes exactly as long as the
   *       silence, and is itself in time.
   * </ul>
   *
   * @param silence the time in which neither side speaks to the other, to the millisecond
   * @throws IllegalArgumentException if the silence is not at least a millisecond
   */
  public static ResponseTime session(Duration silence) {
    Duration whole = WholeMillis.atLeastOne("silence", silence);
    return of(Clock.SESSION, new Clock.Options(false, whole));
  }

  /**
   * {@return the measure that takes, for each strand, the longest of the waits of {@link
   * #eachTurn}}
   *
   * <p>A strand with any unanswered turn is waiting; its time is the longest among its answered
   * turns and its unanswered turns so far. Its anchor is its first message that expects a response:
   * windows and follow-up go by it, and turns that begin after the follow-up are not seen. An
   * exchange whose answer has an earlier time than its start is ignored; a strand without any other
   * exchange is excluded as {@link Exclusion#CLOCK_SKEW}.
   *
   * <p>The censoring is informative: a strand that waits, or in which people ask again, can only
   * get longer, and long strands are waiting more often. Median and curve are therefore biased
   * toward short times, and every result says so.
   */
  public static ResponseTime longest() {
    return of(Clock.LONGEST, Clock.Options.none());
  }

  /**
   * {@return the measure whose clock starts at the <em>last</em> message of each person turn that
   * expects a response, and stops at its answer} It describes only the answered, without rates and
   * curves. Each follow-up message restarts the clock, so times look short if people have to ask
   * again and again, and people who are still waiting have no time at all. Use {@link #eachTurn} to
   * judge performance, and this one to compare with reports that count this way.
   */
  public static AnsweredTime lastMessage() {
    return new AnsweredTime(of(Clock.LAST_MESSAGE, Clock.Options.none()));
  }

  /**
   * {@return the measure of every pair of an audience message, whoever it replies to, and an answer
   * that replies to it} It describes only the answered, without rates and curves: a message with
   * three replies counts three times, and one without replies has no time. Use {@link #eachMessage}
   * to judge performance, and this one to compare with reports that count this way.
   */
  public static AnsweredTime everyReply() {
    return new AnsweredTime(of(Clock.EVERY_REPLY, Clock.Options.none()));
  }

  /**
   * {@return the measure of acknowledgement: the clock starts when a person of the audience shares,
   * mentions or recommends, and stops at the first answer that replies to that act} A reply can
   * only refer to an act that has an id. If there are organizations, acts that concern none are
   * excluded as {@link Exclusion#UNADDRESSED}.
   *
   * <p>This is a measure over persons, since acts are stored with the persons who did them, so it
   * cannot share a walk with measures over conversations.
   */
  public static ResponseTime acknowledgement() {
    return of(Clock.ACKNOWLEDGEMENT, Clock.Options.none());
  }

  /**
   * {@return the measure of hand-offs: the clock starts at an {@link ActKind#ASSIGN} act and stops
   * at the next message that answers} Help desks call it assignment to first response. In this
   * example a bot answers at once, gives up and hands over at 9:10, and a human writes at 9:15,
   * while the person says nothing new; no other clock starts at 9:10.
   *
   * <pre>{@code
   * EngagementLog handedOver =
   *     EngagementLog.builder(directory)
   *         .asOf("2026-01-05T12:00:00Z")
   *         .add(Post.of("1", "carl", "2026-01-05T09:00:00Z"))
   *         .add(Act.of(ActKind.ASSIGN, "acme_bot", "2026-01-05T09:10:00Z").on("1"))
   *         .add(Reply.of("2", "acme_care", "2026-01-05T09:15:00Z").to("1"))
   *         .build();
   * handedOver.measure(ResponseTime.afterHandOff());
   * // ==> hand-off response: median 5 min, 1/1 answered
   * }</pre>
   *
   * <p><b>A wait begins</b> with an act that assigns an open strand, as {@link
   * dev.repartee.resolution.Resolution} defines it: a person of the audience has asked something,
   * and it is neither resolved nor on hold. It does not matter whether the question was answered
   * before, since somebody has to take up what is handed over. Nor does it matter who assigns: a
   * member, a bot, nobody named, or an account unknown to the directory; but a member of another
   * organization assigns the strand of that organization. The assignee does not matter either, or
   * whether the act names one: a strand returned to a queue waits too.
   *
   * <p><b>It ends</b> with the next message in the strand that may answer by the {@link
   * AnswerRule}, whoever it answers and whoever on the answering side wrote it, the assignee or
   * not; but the person who asked last cannot end it. Bots end a wait only if the rule counts them.
   * The wait counts as answered directly if the answer replies to a message of the person who asked
   * last, or names that person. If the strand is assigned again before an answer, the wait
   * continues from the first act. If it is resolved before an answer, the wait is closed without
   * one. Putting a strand on hold does not stop the clock.
   *
   * <p><b>Its anchor is the act</b>: window, follow-up, target, office hours and time keys go by
   * the time of the hand-off; all other keys are those of the last audience message before it that
   * expects a response. A message with the same time as the act comes before it, and so does not
   * answer the hand-off, unless the numbers of both ({@code sequence}) say otherwise. The
   * exclusions count acts, not messages: acts on a strand that is not open as {@link
   * Exclusion#NOT_OPEN}, acts in a conversation addressed to no organization as {@link
   * Exclusion#UNADDRESSED}. If no act assigns anything, there is no data.
   */
  public static ResponseTime afterHandOff() {
    return of(Clock.HAND_OFF, Clock.Options.none());
  }

  private static ResponseTime of(Clock clock, Clock.Options options) {
    return new ResponseTime(
        clock, options, AnswerRule.standard(), Timekeeper.WALL, Targets.NONE, Keeping.USUAL);
  }

  /**
   * Returns the measure that accepts as first response only a reply to the opening message itself.
   *
   * @return a copy
   * @throws IllegalStateException unless this is {@link #firstResponse}
   */
  public ResponseTime directRepliesOnly() {
    if (clock != Clock.FIRST_RESPONSE) {
      throw new IllegalStateException(
          "clock ("
              + clock.text()
              + ") must be that of first responses for directRepliesOnly(); use firstResponse(),"
              + " or eachMessage(), which takes direct replies only");
    }
    return new ResponseTime(
        clock, new Clock.Options(true, Duration.ZERO), rule, timekeeper, targets, keeping);
  }

  /**
   * {@return a copy with another rule for what counts as an answer}
   *
   * @param newRule the rule
   */
  public ResponseTime answers(AnswerRule newRule) {
    return new ResponseTime(clock, options, newRule, timekeeper, targets, keeping);
  }

  /**
   * Returns the measure that counts working time: latencies, waits and targets are counted within
   * office hours. A person who asks at night and is answered before opening has waited for no time,
   * and counts as answered. A target is due when that much working time has passed since the start
   * ({@link OfficeHours#dueAt}). The silence that divides sessions is still counted in real time.
   *
   * <p>In results a day of working time has 24 hours, as everywhere: {@code 1 d 2 h} is 26 hours
   * within office hours. Both clocks in one walk:
   *
   * <pre>{@code
   * OfficeHours hours = OfficeHours.parse("Mon-Fri 09:00-17:00 Europe/Paris");
   * ResponseTime wall = ResponseTime.eachTurn();
   * ResponseTime working = wall.during(hours);
   * Results both = log.measure(Measures.of(wall, working));
   * both.get(working);   // response each turn, office hours: median 42 min
   * }</pre>
   *
   * @param hours the office hours
   * @return a copy
   */
  public ResponseTime during(OfficeHours hours) {
    return withTimekeeper(timekeeper.during(hours));
  }

  /**
   * {@return a copy that measures out-of-hours demand: only waits that begin while nobody is there}
   * A wait that begins within the hours is excluded as {@link Exclusion#IN_OFFICE_HOURS}. The time
   * of its anchor decides: the first message that expects a response of a turn, a session or, for
   * {@link #longest}, a strand. This reason for exclusion precedes only that of skewed clocks.
   * Waits are counted in real time, unless {@link #during} is also used.
   *
   * <pre>{@code
   * OfficeHours hours = OfficeHours.parse("Mon-Fri 09:00-17:00 Europe/Paris");
   * log.measure(ResponseTime.eachTurn().startedOutside(hours)).excluded(ResponseSummary.Exclusion.IN_OFFICE_HOURS);
   * }</pre>
   *
   * @param hours the office hours
   */
  public ResponseTime startedOutside(OfficeHours hours) {
    return withTimekeeper(timekeeper.startedOutside(hours));
  }

  private ResponseTime withTimekeeper(Timekeeper newTimekeeper) {
    return new ResponseTime(clock, options, rule, newTimekeeper, targets, keeping);
  }

  /**
   * {@return a copy that also judges by a promised time} A session that ended without an answer is
   * overdue when the time is up, which in office hours may be after the end of the session.
   *
   * @param newTarget the time, inclusive, to the millisecond
   * @throws IllegalArgumentException if the time is not at least a millisecond, or longer than the
   *     silence of {@link #session(Duration)}
   * @throws IllegalStateException for {@link #longest}
   */
  public ResponseTime withTarget(Duration newTarget) {
    return withTargets(Targets.of(checked(newTarget)));
  }

  /**
   * {@return a copy with another promised time for waits that begin at or after a change} Earlier
   * waits are judged by the time promised when they began. Changes set before for later instants
   * are dropped.
   *
   * <pre>{@code
   * ResponseTime.eachTurn()
   *     .withTarget(Duration.ofHours(4))
   *     .withTargetFrom(Instant.parse("2026-03-01T00:00:00Z"), Duration.ofHours(1));
   * }</pre>
   *
   * @param change the instant from which on waits that begin are promised the new time
   * @param newTarget the time, inclusive, to the millisecond
   * @throws IllegalArgumentException as {@link #withTarget}, or if the change does not lie in the
   *     years 1 to 9999
   * @throws IllegalStateException if nothing is promised before the change
   */
  public ResponseTime withTargetFrom(Instant change, Duration newTarget) {
    if (targets.isNone()) {
      throw new IllegalStateException(
          "target before ("
              + change
              + ") must be named first; use withTarget(…).withTargetFrom(…)");
    }
    if (!EventTime.isValid(EventTime.of(change))) {
      throw new IllegalArgumentException(
          "change (" + change + ") must lie in the years 1 to 9999; it is when the target changes");
    }
    return withTargets(targets.from(change, checked(newTarget)));
  }

  private ResponseTime withTargets(Targets newTargets) {
    return new ResponseTime(clock, options, rule, timekeeper, newTargets, keeping);
  }

  private Duration checked(Duration newTarget) {
    if (!clock.takesTarget()) {
      throw new IllegalStateException(
          "clock ("
              + clock.text()
              + ") must have one start for each wait, from which its time is up, and has not: "
              + clock.caution()
              + "; use eachTurn().withTarget(…)");
    }
    Duration whole = WholeMillis.atLeastOne("target", newTarget);
    if (clock == Clock.SESSION && newTarget.compareTo(options.silence()) > 0) {
      throw new IllegalArgumentException(
          "target ("
              + newTarget
              + ") must be at most the silence that divides sessions ("
              + options.silence()
              + "): no session is watched for longer; use session(…) with a longer silence");
    }
    return whole;
  }

  /**
   * {@return a copy that keeps every latency exactly, however many distinct ones there are; its
   * summaries may need much memory} By default, more than 65,536 distinct latencies are kept to 0.4
   * percent.
   */
  public ResponseTime exact() {
    return withKeeping(new Keeping(true, keeping.isIndependent()));
  }

  /**
   * {@return a copy that treats exchanges as independent of each other, as if nobody asked twice
   * and no conversation had two turns} Errors and intervals are then those of Greenwood and Wilson,
   * which are too small if people repeat. It keeps no replicate groups, takes less memory and time,
   * and is meant for comparison with tools that do the same. Answers, counts and curves are the
   * same.
   */
  public ResponseTime asIndependent() {
    return withKeeping(new Keeping(keeping.isExact(), true));
  }

  private ResponseTime withKeeping(Keeping newKeeping) {
    return new ResponseTime(clock, options, rule, timekeeper, targets, newKeeping);
  }

  @Override
  public Plan<?, ResponseSummary> plan() {
    return draft()
        .opening(ResponseOutcomes.of(clock, !targets.isNone()))
        .into(evidence -> new ResponseSummary(clock, timekeeper, targets, evidence));
  }

  /** The walk, without what its tally becomes. */
  Plan.Draft<ResponseTally> draft() {
    Plan.Draft<ResponseTally> draft =
        Plan.of(
                text(),
                clock.unit(),
                () -> new ResponseTally(keeping.isExact(), keeping.isIndependent()),
                this::sweep)
            .knowingAnswers()
            .withTextsBefore(textsBefore());
    return clock.hangsOnActs() ? draft.hangingOnActs() : draft;
  }

  /** The text before each change of hours or targets, which a summary may not know yet. */
  private SortedMap<Instant, String> textsBefore() {
    SortedMap<Instant, String> texts = new TreeMap<>();
    timekeeper.changes().forEach(change -> texts.put(change, textBefore(change)));
    targets
        .changes()
        .forEach(at -> texts.put(Instant.ofEpochMilli(at), textBefore(Instant.ofEpochMilli(at))));
    return texts;
  }

  private String textBefore(Instant change) {
    return new ResponseTime(
            clock,
            options,
            rule,
            timekeeper.before(change),
            targets.before(change.toEpochMilli()),
            keeping)
        .text();
  }

  Clock clock() {
    return clock;
  }

  /** The clock's name in results. */
  String name() {
    return clock.text() + timekeeper.name();
  }

  private void sweep(Slice slice, Split<ResponseTally> split) {
    Closings closings = clock.endsByClosing() ? Closings.of(slice) : null;
    ResponseSweep sweep =
        new ResponseSweep(
            slice, split, rule, timekeeper, targets, keeping.isIndependent(), closings);
    clock.sweep(sweep, options);
    sweep.finish();
  }

  private String text() {
    StringBuilder text = new StringBuilder(clock.text());
    text.append(clock == Clock.SESSION ? ", silence " + options.silence() : "");
    text.append(options.directRepliesOnly() ? ", direct replies only" : "");
    text.append(rule.suffix());
    text.append(timekeeper.text());
    text.append(targets.text());
    text.append(keeping.isExact() ? ", exact" : "");
    text.append(keeping.isIndependent() ? ", as independent" : "");
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResponseTime that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
