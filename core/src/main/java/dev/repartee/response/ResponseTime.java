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
 * How long people wait for a response. The factories name the clock, because products that speak of
 * response time mean different things; the other methods return copies with one option changed.
 *
 * <p>Answers come from members of the organization spoken to, who are no bots, and are not sent
 * automatically. A message that expects no response starts no wait under any clock. An answer
 * earlier than its message by its own time is excluded as {@link Exclusion#CLOCK_SKEW}. What is
 * unanswered at the as-of, or at the end of the follow-up, is waiting.
 *
 * <p><b>Closed without an answer.</b> Where the log tells what was resolved, a wait whose strand is
 * resolved before an answer came is over, and was not answered ({@link ResponseSummary#closed}).
 * What the same person says after that and expects a response waits anew. Whoever waits, whoever
 * opened the conversation, a member of the organization, a bot or nobody that is named may close
 * it, in a forum anybody. A session that is closed is over as any other wait; of {@link #longest}
 * strands count as closed in which nobody waits and nobody was answered. {@link #lastMessage},
 * {@link #everyReply} and {@link #acknowledgement} know no closing.
 *
 * <p><b>Handed over.</b> {@link #afterHandOff} counts none of these but what is assigned: from the
 * act to the next answer.
 *
 * <pre>{@code
 * ResponseSummary r = log.measure(ResponseTime.eachTurn());
 * // r ==> response each turn: median 42 min, 1/1 answered
 * log.measure(ResponseTime.firstResponse().by(Dimension.CHANNEL));
 * }</pre>
 *
 * <p><b>The clocks side by side.</b> Carl asks at 9:00, asks again at 9:20, is answered at 9:30 by
 * a reply to his second message, goes on at 10:00 and is answered at 12:00. Zak joined at 10:05
 * with a reply to Carl's first message. At 13:00:
 *
 * <table>
 * <caption>One thread by every clock</caption>
 * <tr><th>clock<th>answered after<th>unanswered<th>what is counted
 * <tr><td>{@link #eachTurn}<td>30 min, 2 h<td>Zak, for 2 h 55 min<td>turns of persons
 * <tr><td>{@link #firstResponse}<td>30 min<td><td>strands that the audience opened
 * <tr><td>{@link #eachMessage}<td>10 min, 2 h<td>Carl's first, for 4 h<td>messages of the audience;
 *     Zak's is excluded, it speaks to Carl
 * <tr><td>{@link #session()}<td>30 min<td>Zak, still in time<td>sessions of persons
 * <tr><td>{@link #longest}<td><td>the strand, for 2 h 55 min<td>strands in which somebody waits
 * <tr><td>{@link #lastMessage}<td>10 min, 2 h<td>Zak<td>turns of persons
 * <tr><td>{@link #everyReply}<td>10 min, 2 h<td>Carl's first, Zak's<td>pairs of message and reply,
 *     and messages without one
 * </table>
 *
 * <p>For each clock, what it counts is answered, waiting, still in time (sessions only), closed
 * without an answer or excluded by reason; nothing else becomes of it. Two reasons are always
 * counted message by message: {@link Exclusion#UNADDRESSED}, and {@link
 * Exclusion#EXPECTS_NO_RESPONSE}, which holds the messages that would have begun a wait (for first
 * responses: the openers). All in one walk:
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
 */
public final class ResponseTime implements Measure<ResponseSummary> {
  private static final Duration DAY = Duration.ofHours(24);

  /** What is kept of the times. */
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

  /** {@return the usual measure; {@link #eachTurn()}} */
  public static ResponseTime standard() {
    return eachTurn();
  }

  /**
   * {@return the measure whose clock starts at the first message of each person turn that expects a
   * response and stops at its answer} A turn is a run of messages of one person that no answer to
   * that person interrupts, so that asking twice does not count twice.
   */
  public static ResponseTime eachTurn() {
    return of(Clock.EACH_TURN, Clock.Options.none());
  }

  /**
   * {@return the measure whose clock starts where the audience opens a strand and stops at the
   * first message of the answering side, whomever it answers, at any depth} Answered directly are
   * those whose first response replies to the opening message itself.
   */
  public static ResponseTime firstResponse() {
    return of(Clock.FIRST_RESPONSE, Clock.Options.none());
  }

  /**
   * {@return the measure whose clock starts at every audience message that replies to nobody else
   * of the audience and stops at the first answer that replies to it}
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
   * side to that person, without a silence of that length or more between one and the next. What is
   * said to whom is told as for answers; what follows on an answer and replies to nobody is said to
   * the same person. Before the first message of a person in a strand there was silence. The clock
   * starts at the first message of the session that expects a response. An answer that takes as
   * long as the silence is in time. Then:
   *
   * <ul>
   *   <li><b>answered</b>: a first answer came in time; what the person says after it in the same
   *       session starts no clock;
   *   <li><b>waiting</b>: none came in time; it counts as waiting for just that time, also where an
   *       answer came later;
   *   <li><b>still in time</b>: none came, but the time is not up at the as-of or the end of the
   *       follow-up. Not answered, not waiting in the counts; in the curve, which needs everybody,
   *       it waited as long as it was watched;
   *   <li><b>excluded</b>: a run of messages that the answering side began, by answering after a
   *       silence, is no session; where the person speaks in it, it counts as {@link
   *       Exclusion#NO_SILENCE_BEFORE}, once. That holds also of an answer that takes just as long
   *       as the silence, and is in time.
   * </ul>
   *
   * @param silence how long neither side has spoken to the other, to the millisecond
   * @throws IllegalArgumentException if the silence is not at least a millisecond
   */
  public static ResponseTime session(Duration silence) {
    Duration whole = WholeMillis.atLeastOne("silence", silence);
    return of(Clock.SESSION, new Clock.Options(false, whole));
  }

  /**
   * {@return the measure that takes of each strand the longest of the waits of {@link #eachTurn}}
   *
   * <p>A strand in which any turn is unanswered is waiting, for as long as the longest of its
   * answered turns took or of its unanswered turns has waited, whichever is longer. The strand
   * hangs on its first message that waits for a response: that is what windows and follow-up go by,
   * and turns that begin after the follow-up are not seen. An exchange whose answer is earlier than
   * its start by their own times is left aside, and where a strand has no other it is excluded as
   * {@link Exclusion#CLOCK_SKEW}.
   *
   * <p>The censoring is informative: a strand that waits, or is asked again, can only grow longer,
   * and long talks wait more often. So median and curve lean to the short side, and every result
   * says so.
   */
  public static ResponseTime longest() {
    return of(Clock.LONGEST, Clock.Options.none());
  }

  /**
   * {@return the measure whose clock starts at the <em>last</em> message of each person turn that
   * expects a response, and stops at its answer} It describes the answered only, without rates and
   * curves: each message that follows up on a question starts the clock anew, so that it shows
   * short times where people have to ask again and again, and no time at all for those who wait.
   * Use {@link #eachTurn} to judge; use this one to compare with reports that count so.
   */
  public static AnsweredTime lastMessage() {
    return new AnsweredTime(of(Clock.LAST_MESSAGE, Clock.Options.none()));
  }

  /**
   * {@return the measure of every pair of an audience message, to whomever it replies, and an
   * answer that replies to it} It describes the answered only, without rates and curves: a message
   * with three replies counts three times, and one without has no time. Use {@link #eachMessage} to
   * judge; use this one to compare with reports that count so.
   */
  public static AnsweredTime everyReply() {
    return new AnsweredTime(of(Clock.EVERY_REPLY, Clock.Options.none()));
  }

  /**
   * {@return the measure of acknowledgement: the clock starts where somebody of the audience
   * shares, mentions or recommends, and stops at the first answer that replies to that act} For a
   * reply to name an act, the act needs an id. Acts that concern no organization although there are
   * some are excluded as {@link Exclusion#UNADDRESSED}.
   *
   * <p>Acts are found with the persons who did them: this is a measure over persons, and cannot
   * share a walk with those over conversations.
   */
  public static ResponseTime acknowledgement() {
    return of(Clock.ACKNOWLEDGEMENT, Clock.Options.none());
  }

  /**
   * {@return the measure of what is handed over: the clock starts at an {@link ActKind#ASSIGN} act
   * and stops at the next message that answers} Help desks call it assignment to first response. A
   * bot answers at once, gives up at 9:10 and hands over, and a human writes at 9:15, while the
   * person says nothing new: no other clock starts at 9:10.
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
   * <p><b>A wait begins</b> with an act that assigns a strand which is open as {@link
   * dev.repartee.resolution.Resolution} has it: somebody of the audience asked something, and it is
   * neither resolved nor on hold. Whether it was answered before does not matter: what is handed
   * over, somebody has to take up. Nor does it matter who assigns, a member, a bot, nobody that is
   * named or an account that the directory does not know; a member of another organization assigns
   * the strand of that one. To whom it is assigned does not matter either, nor whether the act says
   * it: what is given back to a queue waits too.
   *
   * <p><b>It ends</b> with the next message in the strand that may answer by the {@link
   * AnswerRule}, whomever it answers and whoever of the answering side wrote it, the assignee or
   * not; the person who asked last is not of it. Bots end a wait only where they count. Answered
   * directly are those whose answer replies to a message of the person who asked last, or names the
   * person. What is assigned again before an answer is the same wait, from the first act on. What
   * is resolved before an answer is closed without one; holding a strand stops no clock.
   *
   * <p><b>It hangs on the act</b>: window, follow-up, target, office hours and keys by time go by
   * when the strand was handed over, all other keys are those of the last message of the audience
   * before it that expects a response. A message that bears the very time of an act stands before
   * it, so that an answer of that instant is no answer to the hand-off, unless the numbers of both
   * ({@code sequence}) say otherwise. Acts, not messages, are what is counted: those that find a
   * strand that is not open are excluded as {@link Exclusion#NOT_OPEN}, those of a conversation
   * that speaks to no organization as {@link Exclusion#UNADDRESSED}. Where no act assigns anything
   * there is no data.
   */
  public static ResponseTime afterHandOff() {
    return of(Clock.HAND_OFF, Clock.Options.none());
  }

  private static ResponseTime of(Clock clock, Clock.Options options) {
    return new ResponseTime(
        clock, options, AnswerRule.standard(), Timekeeper.WALL, Targets.NONE, Keeping.USUAL);
  }

  /**
   * Returns the measure that takes as first response only replies to the opening message itself.
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
   * {@return the measure by another rule of what counts as an answer; a copy}
   *
   * @param newRule the rule
   */
  public ResponseTime answers(AnswerRule newRule) {
    return new ResponseTime(clock, options, newRule, timekeeper, targets, keeping);
  }

  /**
   * Returns the measure that counts working time: latencies, waiting and a target are what passes
   * within office hours. Who asks at night and is answered before the opening has waited for no
   * time, and counts as answered. A target is due when so much working time has passed since the
   * start, at {@link OfficeHours#dueAt}. What divides sessions is silence on the wall clock still.
   *
   * <p>A day of working time in a result has 24 hours, as everywhere: {@code 1 d 2 h} are 26 hours
   * within the office hours. On both clocks in one walk:
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
   * {@return the measure of out-of-hours demand: of those who begin to wait while nobody is there;
   * a copy} Whoever begins within the hours is excluded as {@link Exclusion#IN_OFFICE_HOURS}, by
   * the own time of the message that the wait hangs on: the first that waits, of a turn, a session
   * or, for {@link #longest}, a strand. Of the reasons to be excluded only skewed clocks come after
   * this. How long people wait is told on the wall clock, unless {@link #during} says otherwise.
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
   * {@return the measure that also judges by a promised time; a copy} A session that ended without
   * an answer is overdue when the time is up, which in office hours may be after its end.
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
   * {@return the measure with another promised time for those who begin to wait from a change on; a
   * copy} Who began to wait before is judged by the time that was promised then. What was promised
   * from later changes on is forgotten.
   *
   * <pre>{@code
   * ResponseTime.eachTurn()
   *     .withTarget(Duration.ofHours(4))
   *     .withTargetFrom(Instant.parse("2026-03-01T00:00:00Z"), Duration.ofHours(1));
   * }</pre>
   *
   * @param change the first instant at which who begins to wait is promised the new time
   * @param newTarget the time, inclusive, to the millisecond
   * @throws IllegalArgumentException as {@link #withTarget}, or if the change does not lie in the
   *     years 1 to 9999
   * @throws IllegalStateException if nothing is promised before
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
   * {@return the measure that keeps every latency exactly, however many distinct ones there are: a
   * copy, whose summaries may need much memory} Without it more than 65,536 distinct latencies are
   * kept to 0.4 percent.
   */
  public ResponseTime exact() {
    return withKeeping(new Keeping(true, keeping.isIndependent()));
  }

  /**
   * {@return the measure that takes the exchanges as independent of each other: nobody asks twice,
   * no conversation has two turns; a copy} Errors and intervals are then those of Greenwood and
   * Wilson, too small where people repeat. It keeps no replicate groups, takes less memory and
   * time, and is meant for comparing with tools that do the same. Answers, counts and curves are
   * the same.
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

  /** The walk without what becomes of it. */
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

  /** What the text is before each change of hours or targets, which one may not know of yet. */
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

  /** How results name the clock. */
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
