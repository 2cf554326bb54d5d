package dev.repartee.response;

import dev.repartee.measure.Dimension;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;

/**
 * How long people waited for a response, and how many got one.
 *
 * <p>The headline counts those who still wait as what they are: observations that are not over
 * ({@link #curve}, {@link #median}, {@link #within}). The times of the answered alone stand apart
 * under their own name ({@link #answeredLatencies}): they flatter whoever leaves the hard questions
 * unanswered.
 *
 * <p>Of ten people four were answered, after 1, 2, 3 and 4 hours, and six have waited for 24 hours.
 * The median of the answered is two and a half hours; but not half are answered, so the median is
 * not reached, and after four hours the chance of still waiting is 0.6:
 *
 * <pre>{@code
 * EngagementLog ten =
 *     EngagementLog.builder(directory)
 *         .asOf("2026-01-06T09:00:00Z")
 *         .addAll(
 *             java.util.stream.IntStream.range(0, 10)
 *                 .mapToObj(i -> Post.of("p" + i, "visitor" + i, "2026-01-05T09:00:00Z"))
 *                 .toList())
 *         .addAll(
 *             java.util.stream.IntStream.range(0, 4)
 *                 .mapToObj(i -> Reply.of("r" + i, "acme_care", "2026-01-05T1" + i + ":00:00Z").to("p" + i))
 *                 .toList())
 *         .build();
 * ResponseSummary s = ten.measure(ResponseTime.eachTurn());
 * s.answeredLatencies().quantile(0.5);                // Optional[PT2H30M]
 * s.median().state();                                 // NOT_REACHED
 * s.curve().survivalAt(4 * 3_600_000).value();        // 0.6
 * s.within(Duration.ofHours(4)).value();              // 0.4
 * }</pre>
 *
 * <p>All this assumes that who came late is answered as fast as who came early; {@link
 * ResponseCohorts} shows whether that holds. {@link ResponseComparison} puts two summaries beside
 * each other.
 *
 * <p>A part by the answering side ({@link Dimension#ofAnswer}) holds the answered only. It refuses
 * rates and curves, because the unanswered have no answerer and everybody would shine.
 */
public final class ResponseSummary extends Answered<ResponseSummary> {
  private final Clock clock;
  private final Timekeeper timekeeper;
  private final Targets targets;

  ResponseSummary(
      Clock clock, Timekeeper timekeeper, Targets targets, Evidence<ResponseTally> evidence) {
    super(evidence, merged -> new ResponseSummary(clock, timekeeper, targets, merged));
    this.clock = clock;
    this.timekeeper = timekeeper;
    this.targets = targets;
  }

  /** What to beware of, or nothing. */
  String caution() {
    boolean isCutByClosing = clock == Clock.SESSION && timekeeper.isDuring();
    if (clock == Clock.HAND_OFF && exchanges() == 0 && excluded(Exclusion.NOT_OPEN) == 0) {
      return "no hand-off is told; add Act.of(ActKind.ASSIGN, …) where there were some";
    }
    return isCutByClosing
        ? "silence is on the wall clock: a session over a closing is watched for less working time,"
            + " so median and curve lean to the short side"
        : clock.caution();
  }

  /** Whether exchanges are taken as independent. */
  boolean isIndependent() {
    return tally.isIndependent();
  }

  /**
   * {@return how many waits there are; answered, waiting, still in time and closed without an
   * answer; the excluded are not among them} What one is depends on the clock: see {@link
   * ResponseTime}.
   */
  public long exchanges() {
    return Math.addExact(Math.addExact(answered(), tally.waiting()), tally.closed());
  }

  /**
   * {@return how many were closed without an answer: the strand was resolved before one came; at
   * least 0, and 0 where the log tells no states} What is said after it waits anew.
   */
  public long closed() {
    return tally.closed();
  }

  /**
   * {@return how many were closed without an answer by somebody, at least 0}
   *
   * @param by by whom
   */
  public long closed(Closing by) {
    return tally.closed(by).total();
  }

  /**
   * Returns the chance of being closed without an answer within a time, beside {@link #within},
   * with answers as the other end (Aalen and Johansen).
   *
   * @param time the time, inclusive
   * @return in [0, 1]; undefined where nobody was watched that long
   * @throws IllegalStateException for a part by the answering side
   */
  public Estimate closedWithin(Duration time) {
    requireUnanswered("closedWithin(…)");
    return tally.closedCurve().within(time);
  }

  /**
   * Returns the chance of being closed without an answer by somebody within a time. Both ways add
   * up to {@link #closedWithin(Duration)}.
   *
   * @param by by whom
   * @param time the time, inclusive
   * @return in [0, 1]; undefined where nobody was watched that long
   * @throws IllegalStateException for a part by the answering side
   */
  public Estimate closedWithin(Closing by, Duration time) {
    requireUnanswered("closedWithin(…)");
    return tally.curve(by).within(time);
  }

  /**
   * {@return how many still wait at the as-of, or waited at the end of the follow-up; at least 0}
   */
  public long waiting() {
    return tally.waiting() - tally.undecided;
  }

  /**
   * {@return how many sessions are unanswered and were watched for less than the silence that
   * divides sessions: an answer to them can still come within their session; at least 0; 0 under
   * every other clock, where what is unanswered waits} In the curve they are what they are,
   * observations that are not over.
   */
  public long stillInTime() {
    return tally.undecided;
  }

  /**
   * Returns the share of waits that were answered so far. It grows while time passes: for a share
   * that can be compared use {@link #within}.
   *
   * @return answered of exchanges, undefined where there are none
   * @throws IllegalStateException for a part by the answering side
   */
  public Proportion answeredSoFar() {
    requireUnanswered("answeredSoFar()");
    return tally.answeredSoFar();
  }

  /**
   * {@return the curve of the chance of still waiting, by Kaplan and Meier, with those who wait as
   * censored} Where waits were closed without an answer it is the curve of not being answered, by
   * Aalen and Johansen: who was closed never is. It takes some milliseconds for many distinct
   * times: keep it rather than ask twice.
   *
   * @throws IllegalStateException for a part by the answering side
   */
  public SurvivalCurve curve() {
    requireUnanswered("curve()");
    return tally.curve();
  }

  /**
   * Returns the time by which half are answered, counting those who wait.
   *
   * @return a duration, or that it is not reached, or that there is no data
   * @throws IllegalStateException for a part by the answering side
   */
  public DurationEstimate median() {
    requireUnanswered("median()");
    return curve().median();
  }

  /**
   * Returns the time by which a share are answered, counting those who wait.
   *
   * @param q the share, from 0 to 1
   * @return a duration, or that it is not reached, or that there is no data
   * @throws IllegalArgumentException if q is not in [0, 1]
   * @throws IllegalStateException for a part by the answering side
   */
  public DurationEstimate quantile(double q) {
    requireUnanswered("quantile(…)");
    return curve().quantile(q);
  }

  /**
   * Returns the chance of an answer within a time, counting those who wait, and those who were
   * closed without an answer as never answered.
   *
   * @param time the time, inclusive
   * @return in [0, 1]; undefined where nobody was watched that long
   * @throws IllegalStateException for a part by the answering side
   */
  public Estimate within(Duration time) {
    requireUnanswered("within(…)");
    return curve().within(time);
  }

  /**
   * {@return the mean waiting time up to a horizon, counting those who wait: the area under the
   * curve; undefined where nobody was watched that long} Who was closed without an answer waits up
   * to the horizon.
   *
   * @param horizon where waiting is cut
   * @throws IllegalStateException for a part by the answering side
   */
  public DurationEstimate restrictedMean(Duration horizon) {
    requireUnanswered("restrictedMean(…)");
    return curve().restrictedMean(horizon);
  }

  /**
   * Returns how the promised time was kept. Where it changes, everybody is judged by what was
   * promised when they began to wait, and the attainment names the latest by the as-of.
   *
   * @return the attainment among those whose time was up, and the others apart
   * @throws IllegalStateException if the measure has no target, and for a part by the answering
   *     side
   */
  public TargetAttainment target() {
    requireUnanswered("target()");
    Duration promised =
        targets
            .latest(origin().asOf().toEpochMilli())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "target (none) must be named before the log is measured; use "
                            + "ResponseTime….withTarget(…)"));
    return new TargetAttainment(
        promised,
        tally.attainment(),
        tally.missed(),
        tally.overdue,
        tally.metEarly,
        tally.stillInTime);
  }

  private void requireUnanswered(String what) {
    if (origin().isOfAnswerers()) {
      throw new IllegalStateException(
          what
              + " needs the unanswered too, and this part was chosen by who answered: the"
              + " unanswered have no answerer; use answeredLatencies(), or split by a dimension of"
              + " the waiting side");
    }
  }

  @Override
  public Facts facts() {
    return ResponseFacts.of(this, clock, !targets.isNone());
  }

  @Override
  public String toString() {
    return ResponseText.text(clock.text() + timekeeper.name(), this, !targets.isNone());
  }

  /** Who closed a wait without an answer. */
  public enum Closing {
    /** Who waited: it is withdrawn. */
    BY_PERSON("withdrawn"),
    /** A member, a bot or nobody that is named; in a forum anybody else. */
    BY_ORGANIZATION("closed");

    private final String text;

    Closing(String text) {
      this.text = text;
    }

    /** How results print it. */
    String text() {
      return text;
    }
  }

  /** Why a message or an act starts no wait, or a wait is neither answered nor waiting. */
  public enum Exclusion {
    /** The answer is by its own time earlier than the message it answers. */
    CLOCK_SKEW(0, "answer before its start"),
    /** The data says that no response is expected. */
    EXPECTS_NO_RESPONSE(1, "expect no response"),
    /** The message replies to somebody else of the audience. */
    ADDRESSED_TO_AUDIENCE(2, "addressed to audience"),
    /** The message speaks to none of several organizations. */
    UNADDRESSED(3, "unaddressed"),
    /** The directory has no organization whose members could answer. */
    NOBODY_CAN_ANSWER(4, "nobody can answer"),
    /** Of sessions: the answering side broke the silence, so the message begins no session. */
    NO_SILENCE_BEFORE(5, "no silence before"),
    /** Of out-of-hours demand: the wait began within office hours. */
    IN_OFFICE_HOURS(6, "started in office hours"),
    /** Of hand-offs: the act finds a strand that is resolved, on hold or not asked anything. */
    NOT_OPEN(7, "strand not open");

    private final int place;
    private final String text;

    Exclusion(int place, String text) {
      this.place = place;
      this.text = text;
    }

    /** Where tallies count the reason; part of the format of their bytes. */
    int place() {
      return place;
    }

    /** How results print the reason. */
    String text() {
      return text;
    }
  }

  /**
   * How a promised time was kept: among the exchanges whose time was up when the log was looked at.
   * Those that were answered before their time was up are not among them, because their slower
   * contemporaries could not fail yet; they are shown apart.
   *
   * @param target the promised time
   * @param attainment met of due: {@code met / (met + missed + overdue)}; undefined where none is
   *     due
   * @param missed due and answered, but later than promised, or closed without an answer
   * @param overdue due and still waiting
   * @param metEarly answered in time, though not yet due
   * @param stillInTime waiting, and not yet due
   */
  public record TargetAttainment(
      Duration target,
      Proportion attainment,
      long missed,
      long overdue,
      long metEarly,
      long stillInTime) {
    /** {@return how many were answered in time, of the due; at least 0} */
    public long met() {
      return attainment.successes();
    }

    /**
     * {@return how many are due: their start plus the target is not after the as-of, nor after the
     * end of the follow-up; met, missed and overdue} In office hours the target is added as working
     * time.
     */
    public long due() {
      return attainment.trials();
    }

    @Override
    public String toString() {
      return "within "
          + DurationText.of(target)
          + ": "
          + NumberText.share(attainment.value())
          + " of "
          + NumberText.count(due())
          + " due\n"
          + attainment
          + "\nmissed "
          + NumberText.count(missed)
          + ", overdue "
          + NumberText.count(overdue)
          + ", met early "
          + NumberText.count(metEarly)
          + ", still in time "
          + NumberText.count(stillInTime);
    }
  }
}
