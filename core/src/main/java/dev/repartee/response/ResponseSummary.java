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
 * <p>The headline counts people who are still waiting as censored observations ({@link #curve},
 * {@link #median}, {@link #within}). The times of the answered alone have a separate name ({@link
 * #answeredLatencies}), because they flatter whoever leaves the hard questions unanswered.
 *
 * <p>Of ten people, four were answered after 1, 2, 3 and 4 hours, and six have waited for 24 hours.
 * The median of the answered is two and a half hours. But fewer than half are answered, so the
 * median of all is not reached, and the probability of still waiting after four hours is 0.6:
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
 * <p>All this assumes that late arrivals are answered as fast as early ones; {@link
 * ResponseCohorts} shows whether that holds. {@link ResponseComparison} compares two summaries.
 *
 * <p>A part by the answering side ({@link Dimension#ofAnswer}) contains only the answered. It
 * refuses rates and curves, because the unanswered have no answerer and everybody would look
 * perfect.
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

  /** A caveat, or nothing. */
  String caution() {
    boolean isCutByClosing = clock == Clock.SESSION && timekeeper.isDuring();
    if (clock == Clock.HAND_OFF && exchanges() == 0 && excluded(Exclusion.NOT_OPEN) == 0) {
      return "no act assigns anything; add Act.of(ActKind.ASSIGN, …) if there were hand-offs";
    }
    return isCutByClosing
        ? "silence is on the wall clock: a session over a closing is watched for less working time,"
            + " so median and curve lean to the short side"
        : clock.caution();
  }

  /** Whether exchanges are treated as independent. */
  boolean isIndependent() {
    return tally.isIndependent();
  }

  /**
   * {@return the number of waits: answered, waiting, still in time and closed without an answer,
   * but not excluded} What counts as a wait depends on the clock: see {@link ResponseTime}.
   */
  public long exchanges() {
    return Math.addExact(Math.addExact(answered(), tally.waiting()), tally.closed());
  }

  /**
   * {@return the number closed without an answer, because the strand was resolved before one came;
   * at least 0, and 0 if the log contains no states} Messages after that begin a new wait.
   */
  public long closed() {
    return tally.closed();
  }

  /**
   * {@return the number closed without an answer by one side, at least 0}
   *
   * @param by who closed them
   */
  public long closed(Closing by) {
    return tally.closed(by).total();
  }

  /**
   * Returns the probability of being closed without an answer within a time, the counterpart of
   * {@link #within}; answers are the competing event (Aalen and Johansen).
   *
   * @param time the time, inclusive
   * @return in [0, 1]; undefined if nobody was watched that long
   * @throws IllegalStateException for a part by the answering side
   */
  public Estimate closedWithin(Duration time) {
    requireUnanswered("closedWithin(…)");
    return tally.closedCurve().within(time);
  }

  /**
   * Returns the probability of being closed without an answer by one side within a time. The two
   * sides add up to {@link #closedWithin(Duration)}.
   *
   * @param by who closed them
   * @param time the time, inclusive
   * @return in [0, 1]; undefined if nobody was watched that long
   * @throws IllegalStateException for a part by the answering side
   */
  public Estimate closedWithin(Closing by, Duration time) {
    requireUnanswered("closedWithin(…)");
    return tally.curve(by).within(time);
  }

  /** {@return the number still waiting at the as-of, or at the end of the follow-up; at least 0} */
  public long waiting() {
    return tally.waiting() - tally.undecided;
  }

  /**
   * {@return the number of unanswered sessions that were watched for less than the silence that
   * divides sessions, so that an answer can still come within the session; at least 0, and 0 under
   * every other clock, where the unanswered are waiting} In the curve they are censored
   * observations.
   */
  public long stillInTime() {
    return tally.undecided;
  }

  /**
   * Returns the share of waits that have been answered so far. It grows as time passes; for a
   * comparable share use {@link #within}.
   *
   * @return answered out of exchanges; undefined if there are none
   * @throws IllegalStateException for a part by the answering side
   */
  public Proportion answeredSoFar() {
    requireUnanswered("answeredSoFar()");
    return tally.answeredSoFar();
  }

  /**
   * {@return the Kaplan–Meier curve of the probability of still waiting, with people who are still
   * waiting as censored} If waits were closed without an answer, it is the curve of not being
   * answered, by Aalen and Johansen: a closed wait is never answered. With many distinct times it
   * takes some milliseconds, so keep it rather than call this twice.
   *
   * @throws IllegalStateException for a part by the answering side
   */
  public SurvivalCurve curve() {
    requireUnanswered("curve()");
    return tally.curve();
  }

  /**
   * Returns the time by which half are answered, counting people who are still waiting.
   *
   * @return a duration, or the state that it is not reached or that there is no data
   * @throws IllegalStateException for a part by the answering side
   */
  public DurationEstimate median() {
    requireUnanswered("median()");
    return curve().median();
  }

  /**
   * Returns the time by which a given share are answered, counting people who are still waiting.
   *
   * @param q the share, from 0 to 1
   * @return a duration, or the state that it is not reached or that there is no data
   * @throws IllegalArgumentException if q is not in [0, 1]
   * @throws IllegalStateException for a part by the answering side
   */
  public DurationEstimate quantile(double q) {
    requireUnanswered("quantile(…)");
    return curve().quantile(q);
  }

  /**
   * Returns the probability of an answer within a time, counting people who are still waiting as
   * censored and waits closed without an answer as never answered.
   *
   * @param time the time, inclusive
   * @return in [0, 1]; undefined if nobody was watched that long
   * @throws IllegalStateException for a part by the answering side
   */
  public Estimate within(Duration time) {
    requireUnanswered("within(…)");
    return curve().within(time);
  }

  /**
   * {@return the mean waiting time up to a horizon, counting people who are still waiting: the area
   * under the curve; undefined if nobody was watched that long} A wait closed without an answer
   * counts as lasting up to the horizon.
   *
   * @param horizon the time at which waits are cut off
   * @throws IllegalStateException for a part by the answering side
   */
  public DurationEstimate restrictedMean(Duration horizon) {
    requireUnanswered("restrictedMean(…)");
    return curve().restrictedMean(horizon);
  }

  /**
   * Returns how the promised time was kept. If it changes, each wait is judged by what was promised
   * when it began, and the attainment names the latest target by the as-of.
   *
   * @return the attainment among exchanges whose time was up, with the others counted separately
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

  /** The side that closed a wait without an answer. */
  public enum Closing {
    /** The person who waited, so it is withdrawn. */
    BY_PERSON("withdrawn"),
    /** A member, a bot, or an act without an author; in a forum anybody else. */
    BY_ORGANIZATION("closed");

    private final String text;

    Closing(String text) {
      this.text = text;
    }

    /** Its name in results. */
    String text() {
      return text;
    }
  }

  /** Why a message or an act starts no wait, or why a wait is neither answered nor waiting. */
  public enum Exclusion {
    /** The answer has an earlier time than the message it answers. */
    CLOCK_SKEW(0, "answer before its start"),
    /** The data says that no response is expected. */
    EXPECTS_NO_RESPONSE(1, "expect no response"),
    /** The message replies to another person of the audience. */
    ADDRESSED_TO_AUDIENCE(2, "addressed to audience"),
    /** There are several organizations, and the message is addressed to none of them. */
    UNADDRESSED(3, "unaddressed"),
    /** The directory has no organization whose members could answer. */
    NOBODY_CAN_ANSWER(4, "nobody can answer"),
    /** For sessions: the answering side broke the silence, so the message begins no session. */
    NO_SILENCE_BEFORE(5, "no silence before"),
    /** For out-of-hours demand: the wait began within office hours. */
    IN_OFFICE_HOURS(6, "started in office hours"),
    /** For hand-offs: the strand was resolved, on hold, or contained no question. */
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

    /** The reason's name in results. */
    String text() {
      return text;
    }
  }

  /**
   * How a promised time was kept, among the exchanges whose time was up by the as-of. An exchange
   * answered before then, but whose time is not up yet, is counted separately: slower exchanges of
   * the same age cannot have failed yet, so including it would flatter.
   *
   * @param target the promised time
   * @param attainment met out of due: {@code met / (met + missed + overdue)}; undefined if none is
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
    /** {@return the number of due exchanges answered in time, at least 0} */
    public long met() {
      return attainment.successes();
    }

    /**
     * {@return the number of due exchanges: met, missed and overdue} An exchange is due if its
     * start plus the target is not after the as-of, nor after the end of the follow-up. In office
     * hours the target is added as working time.
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
