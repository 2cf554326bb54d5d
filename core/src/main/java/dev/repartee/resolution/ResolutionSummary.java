package dev.repartee.resolution;

import dev.repartee.internal.exchange.StrandStates;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Summary;
import dev.repartee.resolution.Resolution.Options;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.StateChances;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long it took from a request to its resolution, how often resolved requests were reopened, and
 * what is open now.
 *
 * <p>If the log contains no act of this kind, the numbers are unknown rather than 0: {@link
 * #isObserved} is false, and every method except {@link #strands} and {@link #excluded} throws an
 * {@code IllegalStateException}.
 *
 * @see Resolution
 */
public final class ResolutionSummary extends Summary.Backed<ResolutionSummary> {
  private final Options options;
  private final Evidence<ResolutionTally> evidence;
  private final ResolutionTally tally;
  private final boolean isObserved;

  ResolutionSummary(Options options, Evidence<ResolutionTally> evidence) {
    this(options, evidence, (evidence.seenKinds().on("") & SeenKinds.STATES) != 0);
  }

  private ResolutionSummary(
      Options options, Evidence<ResolutionTally> evidence, boolean isObserved) {
    super(evidence, merged -> new ResolutionSummary(options, merged));
    this.options = options;
    this.evidence = evidence;
    this.tally = evidence.tally();
    this.isObserved = isObserved;
  }

  /**
   * {@return whether the log, up to its as-of, contains any act that resolves, reopens, holds,
   * resumes or assigns; if not, nothing can be said}
   */
  public boolean isObserved() {
    return isObserved;
  }

  private ResolutionTally observed() {
    if (!isObserved) {
      throw new IllegalStateException(
          "states (none in the log) are not observed: no act resolves, reopens, holds, resumes or"
              + " assigns; add Act.of(ActKind.RESOLVE, …) and the like, or ask isObserved() first");
    }
    return tally;
  }

  /** {@return the number of strands, resolved or not, without the excluded ones} */
  public long strands() {
    return tally.strands();
  }

  /**
   * {@return the number of strands resolved by the clock of the measure, for lasting resolutions
   * only those known to last; at most {@link #strands}}
   */
  public long resolved() {
    return observed().resolved.total();
  }

  /**
   * {@return the number of strands not resolved at the as-of, or at the end of the follow-up:
   * {@link #strands} minus {@link #resolved} and {@link #stillInTime}}
   */
  public long unresolved() {
    return observed().unresolved.total() - tally.stillInTime;
  }

  /**
   * {@return the number of strands of which it is not known yet whether their resolution lasts; 0
   * for {@link Resolution#first}}
   */
  public long stillInTime() {
    return observed().stillInTime;
  }

  /**
   * {@return the share of all strands that have been resolved so far; undefined if there are none}
   * It grows as time passes; for a comparable share use {@link #within}.
   */
  public Proportion resolvedSoFar() {
    return observed().resolved.shareBeside(tally.unresolved);
  }

  /**
   * {@return the Kaplan–Meier curve of the probability of not being resolved after a time, with
   * unresolved strands as censored}
   */
  public SurvivalCurve curve() {
    return SurvivalCurve.of(observed().resolved, tally.unresolved);
  }

  /** {@return the time by which half are resolved, counting unresolved strands as censored} */
  public DurationEstimate median() {
    return quantile(0.5);
  }

  /**
   * {@return the time by which a given share are resolved, counting unresolved strands as censored}
   *
   * @param q the share, from 0 to 1
   * @throws IllegalArgumentException if q is not in [0, 1]
   */
  public DurationEstimate quantile(double q) {
    return curve().quantile(q);
  }

  /**
   * {@return the probability of being resolved within a time, in [0, 1]; undefined if nothing was
   * watched that long}
   *
   * @param time the time since the opening, inclusive
   */
  public Estimate within(Duration time) {
    return curve().within(time);
  }

  /**
   * How a promised time was kept, among the strands whose time was up by the as-of.
   *
   * @param promised the time
   * @param attainment met out of due; undefined if none is due
   * @param missed due and resolved, but later than promised
   * @param overdue due and not resolved
   * @param metEarly resolved in time, though not yet due
   * @param stillInTime not resolved, and not yet due
   */
  public record Target(
      Duration promised,
      Proportion attainment,
      long missed,
      long overdue,
      long metEarly,
      long stillInTime) {
    @Override
    public String toString() {
      return "within "
          + DurationText.of(promised)
          + ": "
          + attainment
          + ", missed "
          + NumberText.count(missed)
          + ", overdue "
          + NumberText.count(overdue);
    }
  }

  /**
   * Returns how the promised time was kept. For lasting resolutions, a strand is due once its time
   * was up long enough ago to know whether its resolution lasts.
   *
   * @return the attainment among strands whose time was up, with the others counted separately
   * @throws IllegalStateException if the measure has no target
   */
  public Target target() {
    Duration promised =
        options
            .target()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "target (none) must be named before the log is measured; use"
                            + " Resolution….withTarget(…)"));
    Proportion met = observed().judged.distribution().within(Duration.ZERO);
    return new Target(
        promised,
        met,
        met.trials() - met.successes() - tally.overdue,
        tally.overdue,
        tally.metEarly,
        tally.notDue);
  }

  /**
   * {@return the probability that a strand is reopened within a time after its first resolution,
   * with those not watched that long as censored; undefined if none was watched that long}
   *
   * @param time the time since the first resolution, inclusive
   */
  public Estimate reopenedWithin(Duration time) {
    return SurvivalCurve.of(observed().reopened, tally.notReopened).within(time);
  }

  /** {@return the number of strands reopened so far, at least 0} */
  public long reopened() {
    return observed().reopened.total();
  }

  /** {@return the number of reopenings so far, counting each reopening of a strand; at least 0} */
  public long reopenings() {
    return observed().reopenings;
  }

  /**
   * {@return the share of the strands resolved at least once that had no answer before; undefined
   * if none was resolved, or nobody can answer}
   */
  public Proportion resolvedUnanswered() {
    return observed().unanswered.distribution().within(Duration.ZERO);
  }

  /**
   * {@return the share of strands resolved by one contact: the answering side spoke once, in one
   * message or several in a row, and the strand was not reopened after the resolution that
   * followed} It is over strands whose first resolution is old enough to know: seven days, or the
   * time that a lasting resolution of this measure has to last.
   */
  public Proportion byOneContact() {
    return observed().byOneContact.distribution().within(Duration.ZERO);
  }

  /**
   * {@return the probability of being in a state some time after the opening, by Aalen and
   * Johansen, in [0, 1]; undefined without data, and if nothing was watched that long} It uses real
   * time.
   *
   * @param state the state
   * @param time the time since the opening, 0 or more
   * @throws IllegalArgumentException if the time is negative
   */
  public Estimate chance(State state, Duration time) {
    return chances().at(state.place(), time);
  }

  /**
   * {@return the mean time spent in a state up to a horizon after the opening: the area under its
   * probability; the times in all states add up to the horizon} It uses real time.
   *
   * @param state the state
   * @param horizon the time since the opening, 0 or more
   * @throws IllegalArgumentException if the horizon is negative
   */
  public DurationEstimate timeIn(State state, Duration horizon) {
    return chances().timeIn(state.place(), horizon);
  }

  /** The probabilities of all states, which take a while to compute. */
  StateChances chances() {
    StateChances.Builder builder = StateChances.builder(State.values().length);
    for (State from : State.values()) {
      for (State to : State.values()) {
        if (observed().moves(from, to).total() > 0 && from == to) {
          builder.watchedUntil(from.place(), tally.moves(from, to));
        } else if (tally.moves(from, to).total() > 0) {
          builder.moved(from.place(), to.place(), tally.moves(from, to));
        }
      }
    }
    return builder.build();
  }

  /**
   * What is open at a department.
   *
   * @param department the department last assigned; for unassigned strands the one that owns the
   *     topic, or empty
   * @param open the number of open strands
   * @param onHold the number of strands on hold
   * @param unassigned the number of these that are not assigned
   */
  public record Backlog(String department, long open, long onHold, long unassigned) {
    @Override
    public String toString() {
      return (department.isEmpty() ? "(no department)" : department)
          + ": "
          + NumberText.count(open)
          + " open, "
          + NumberText.count(onHold)
          + " on hold, "
          + NumberText.count(unassigned)
          + " unassigned";
    }
  }

  /**
   * {@return the strands not resolved at the as-of, or at the end of the follow-up, by department:
   * an immutable list in the order of names}
   */
  public List<Backlog> backlog() {
    return observed().backlog.cells().entrySet().stream()
        .map(
            of ->
                new Backlog(
                    of.getKey(),
                    of.getValue().open,
                    of.getValue().onHold,
                    of.getValue().unassigned))
        .toList();
  }

  /**
   * {@return the number of acts that changed nothing, because the strand was already in that state,
   * or because the act does not count; at least 0}
   */
  public long withoutEffect() {
    return observed().withoutEffect;
  }

  /**
   * {@return the number of strands, or for {@link Exclusion#UNADDRESSED} of messages, left out for
   * a reason; at least 0}
   *
   * @param reason the reason
   */
  public long excluded(Exclusion reason) {
    return tally.excluded(reason);
  }

  /** {@return the numbers left out by reason: an immutable map with every reason} */
  public Map<Exclusion, Long> excluded() {
    Map<Exclusion, Long> counts = new EnumMap<>(Exclusion.class);
    for (Exclusion reason : Exclusion.values()) {
      counts.put(reason, excluded(reason));
    }
    return Collections.unmodifiableMap(counts);
  }

  @Override
  public Facts facts() {
    return ResolutionFacts.of(new ResolutionSummary(options, evidence, true), options, isObserved);
  }

  @Override
  public String toString() {
    return ResolutionText.text(options, this);
  }

  /** The state of a strand once somebody has asked. */
  public enum State {
    /** Somebody has asked, and it is neither on hold nor resolved. */
    OPEN(0, "open"),
    /** Something else has to happen first. */
    ON_HOLD(1, "on hold"),
    /** It is resolved. */
    RESOLVED(2, "resolved");

    private final int place;
    private final String text;

    State(int place, String text) {
      this.place = place;
      this.text = text;
    }

    /** Where tallies keep it; part of the format of their bytes. */
    int place() {
      return place;
    }

    /** Its name in results. */
    String text() {
      return text;
    }

    static State of(byte state) {
      return switch (state) {
        case StrandStates.ON_HOLD -> ON_HOLD;
        case StrandStates.RESOLVED -> RESOLVED;
        default -> OPEN;
      };
    }
  }

  /** Why a strand is left out. */
  public enum Exclusion {
    /** The organization opened the strand. */
    OPENED_BY_ORGANIZATION(0, "opened by the organization"),
    /**
     * The strand begins with a reply to a message that is not in the log, so its start is unknown.
     */
    CUT(1, "without their beginning"),
    /** Nobody in the strand expects a response. */
    EXPECTS_NO_RESPONSE(2, "expect no response"),
    /** The act that resolves it has an earlier time than its opening message. */
    CLOCK_SKEW(3, "resolved before their start"),
    /** A message addressed to none of several organizations. */
    UNADDRESSED(4, "messages unaddressed");

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
}
