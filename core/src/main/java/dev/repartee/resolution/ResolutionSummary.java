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
 * How long it took from asked to settled, how often what was settled was opened again, and what is
 * open now.
 *
 * <p>Where the log holds no act that tells it, nothing is known rather than 0: {@link #isObserved}
 * is false, and every method that asks for more than {@link #strands} and {@link #excluded} throws
 * an {@code IllegalStateException}.
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
   * {@return whether the log, up to its as-of, holds any act that resolves, reopens, holds, resumes
   * or assigns; false if nothing can be said}
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

  /** {@return how many strands there are, resolved or not; the excluded are not among them} */
  public long strands() {
    return tally.strands();
  }

  /**
   * {@return how many are resolved by the clock of the measure, of lasting resolutions those of
   * which it is known; at most {@link #strands}}
   */
  public long resolved() {
    return observed().resolved.total();
  }

  /**
   * {@return how many were not resolved yet at the as-of, or at the end of the follow-up; {@link
   * #strands} less {@link #resolved} and {@link #stillInTime}}
   */
  public long unresolved() {
    return observed().unresolved.total() - tally.stillInTime;
  }

  /**
   * {@return of how many it is not known yet whether their resolution lasts; 0 for {@link
   * Resolution#first}}
   */
  public long stillInTime() {
    return observed().stillInTime;
  }

  /**
   * {@return the share that is resolved so far; of all strands, undefined where there are none} It
   * grows while time passes: for a share that can be compared use {@link #within}.
   */
  public Proportion resolvedSoFar() {
    return observed().resolved.shareBeside(tally.unresolved);
  }

  /**
   * {@return the curve of the chance of not being resolved after a time, by Kaplan and Meier, with
   * those that are not as censored}
   */
  public SurvivalCurve curve() {
    return SurvivalCurve.of(observed().resolved, tally.unresolved);
  }

  /** {@return the time by which half are resolved, counting those that are not} */
  public DurationEstimate median() {
    return quantile(0.5);
  }

  /**
   * {@return the time by which a share are resolved, counting those that are not}
   *
   * @param q the share, from 0 to 1
   * @throws IllegalArgumentException if q is not in [0, 1]
   */
  public DurationEstimate quantile(double q) {
    return curve().quantile(q);
  }

  /**
   * {@return the chance of being resolved within a time; in [0, 1], undefined where nothing was
   * watched that long}
   *
   * @param time the time since the opening, inclusive
   */
  public Estimate within(Duration time) {
    return curve().within(time);
  }

  /**
   * How a promised time was kept, among the strands whose time was up when the log was looked at.
   *
   * @param promised the time
   * @param attainment met of due; undefined where none is due
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
   * Returns how the promised time was kept. Of lasting resolutions those are due whose time was up
   * so long ago that it is known which last.
   *
   * @return the attainment among those whose time was up, and the others apart
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
   * {@return the chance that what was resolved for the first time is opened again within a time;
   * with those not watched so long as censored; undefined where none was watched that long}
   *
   * @param time the time since the first resolution, inclusive
   */
  public Estimate reopenedWithin(Duration time) {
    return SurvivalCurve.of(observed().reopened, tally.notReopened).within(time);
  }

  /** {@return how many strands were opened again so far, at least 0} */
  public long reopened() {
    return observed().reopened.total();
  }

  /** {@return how often strands were opened again so far, each as often as it was; at least 0} */
  public long reopenings() {
    return observed().reopenings;
  }

  /**
   * {@return the share of the strands resolved at least once that had no answer before; undefined
   * where none was resolved, or nobody can answer}
   */
  public Proportion resolvedUnanswered() {
    return observed().unanswered.distribution().within(Duration.ZERO);
  }

  /**
   * {@return the share that was resolved by one contact: the answering side spoke once, in one
   * message or several in a row, and after the resolution that followed nothing was opened again}
   * Of the strands whose first resolution is so old that this is known: seven days, or as long as a
   * lasting one of this measure has to last.
   */
  public Proportion byOneContact() {
    return observed().byOneContact.distribution().within(Duration.ZERO);
  }

  /**
   * {@return the chance of standing in a state a time after the opening, by Aalen and Johansen: in
   * [0, 1]; undefined without data, and where nothing was watched so long} By the wall clock.
   *
   * @param state the state
   * @param time since the opening, 0 or more
   * @throws IllegalArgumentException if the time is negative
   */
  public Estimate chance(State state, Duration time) {
    return chances().at(state.place(), time);
  }

  /**
   * {@return the mean time spent in a state up to a horizon after the opening: the area below its
   * chance; the times in all states add up to the horizon} By the wall clock.
   *
   * @param state the state
   * @param horizon since the opening, 0 or more
   * @throws IllegalArgumentException if the horizon is negative
   */
  public DurationEstimate timeIn(State state, Duration horizon) {
    return chances().timeIn(state.place(), horizon);
  }

  /** The chances of all states, which take a while. */
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
   * What a department has to do.
   *
   * @param department the one it was assigned to last; of what is unassigned the one that owns the
   *     topic, empty where none does
   * @param open how many are open
   * @param onHold how many are on hold
   * @param unassigned how many of these nobody was given
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
   * {@return what is not resolved at the as-of, or at the end of the follow-up, by department: an
   * immutable list by name}
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
   * {@return how many acts changed nothing: what is resolved was resolved again, or somebody had no
   * say; at least 0}
   */
  public long withoutEffect() {
    return observed().withoutEffect;
  }

  /**
   * {@return how many strands, and of {@link Exclusion#UNADDRESSED} messages, are left out for a
   * reason; at least 0}
   *
   * @param reason the reason
   */
  public long excluded(Exclusion reason) {
    return tally.excluded(reason);
  }

  /** {@return how many are left out, by reason: an immutable map with every reason} */
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

  /** What a strand stands in once somebody has asked. */
  public enum State {
    /** Somebody has asked, and nothing more became of it. */
    OPEN(0, "open"),
    /** Something else has to happen first. */
    ON_HOLD(1, "on hold"),
    /** It is settled. */
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

    /** How results print it. */
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

  /** Why a strand is in no clock. */
  public enum Exclusion {
    /** The organization opened the strand. */
    OPENED_BY_ORGANIZATION(0, "opened by the organization"),
    /** The strand begins with a reply to what is not in the log, so nobody knows since when. */
    CUT(1, "without their beginning"),
    /** Nobody in the strand expects a response. */
    EXPECTS_NO_RESPONSE(2, "expect no response"),
    /** The act that resolves it is by its own time earlier than the message that opens it. */
    CLOCK_SKEW(3, "resolved before their start"),
    /** A message that speaks to none of several organizations. */
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

    /** How results print the reason. */
    String text() {
      return text;
    }
  }
}
