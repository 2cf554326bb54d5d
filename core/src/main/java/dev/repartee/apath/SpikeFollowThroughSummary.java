package dev.repartee.apath;

import com.google.common.base.Suppliers;
import dev.repartee.apath.SpikeFollowThrough.Part;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Whether people first seen in a spike come as far as people first seen on ordinary days. */
public final class SpikeFollowThroughSummary extends Summary.Backed<SpikeFollowThroughSummary> {
  private static final List<Stage> STAGES = List.of(Stage.AFFINITY, Stage.AUDIENCE);

  private final Evidence<PathFacts> evidence;
  private final Observed observed;

  SpikeFollowThroughSummary(Conditions conditions, Evidence<PathFacts> evidence) {
    super(evidence, merged -> new SpikeFollowThroughSummary(conditions, merged));
    this.evidence = evidence;
    this.observed = new Observed(conditions, evidence.seenKinds());
  }

  /**
   * Returns whether the log can show that people reach a stage.
   *
   * @param stage the stage
   * @return whether it can; if not, nothing can be said about the stage
   */
  public boolean isObserved(Stage stage) {
    return observed.has(stage);
  }

  /**
   * Returns how long people first seen in a spike took to reach a stage, from their entry.
   *
   * @param stage AFFINITY, AUDIENCE or another
   * @return the Kaplan–Meier curve of not being there yet
   * @throws IllegalStateException if the stage is not observed
   */
  public SurvivalCurve inSpikes(Stage stage) {
    return curve(Part.SPIKE, stage);
  }

  /**
   * Returns the same for people first seen on ordinary days near a spike of the channel.
   *
   * @param stage AFFINITY, AUDIENCE or another
   * @return the Kaplan–Meier curve of not being there yet
   * @throws IllegalStateException if the stage is not observed
   */
  public SurvivalCurve onOrdinaryDays(Stage stage) {
    return curve(Part.ORDINARY, stage);
  }

  private SurvivalCurve curve(Part part, Stage stage) {
    observed.needs(stage);
    int variant = observed.variant();
    return SurvivalCurve.of(
        evidence.tally().times(SpikeFollowThrough.place(variant, part, stage, true)),
        evidence.tally().times(SpikeFollowThrough.place(variant, part, stage, false)));
  }

  /**
   * Returns the probability for people first seen in a spike minus that for the others, with an
   * interval by MOVER.
   *
   * @param stage AFFINITY, AUDIENCE or another
   * @param time the time since the entry
   * @return in [-1, 1]; undefined if either probability is
   * @throws IllegalStateException if the stage is not observed
   */
  public Estimate difference(Stage stage, Duration time) {
    return Difference.of(inSpikes(stage).within(time), onOrdinaryDays(stage).within(time));
  }

  /** {@return the number of people first seen in a spike, at least 0} */
  public long firstSeenInSpikes() {
    return count(Part.SPIKE);
  }

  /**
   * {@return the number of people first seen on ordinary days near a spike of the channel, at least
   * 0}
   */
  public long firstSeenOnOrdinaryDays() {
    return count(Part.ORDINARY);
  }

  /**
   * {@return the number of people who came on a channel with spikes, but more than 8 weeks from
   * any, at least 0; no curve includes them}
   */
  public long tooFar() {
    return count(Part.FAR);
  }

  /**
   * {@return the number of people who came on a channel without spikes, at least 0; no curve
   * includes them}
   */
  public long elsewhere() {
    return count(Part.ELSEWHERE);
  }

  private long count(Part part) {
    return evidence.tally().total(part.ordinal());
  }

  @Override
  public Facts facts() {
    Facts.Builder facts =
        Facts.of(origin())
            .count("first_seen_in_spikes", firstSeenInSpikes())
            .count("first_seen_on_ordinary_days", firstSeenOnOrdinaryDays());
    for (Stage stage : STAGES) {
      String name = FactsIf.name(stage);
      FactsIf ifObserved = FactsIf.observed(facts, observed.lacking(stage));
      Supplier<SurvivalCurve> inSpikes = Suppliers.memoize(() -> inSpikes(stage));
      Supplier<SurvivalCurve> onOrdinaryDays = Suppliers.memoize(() -> onOrdinaryDays(stage));
      FactsIf.TIMES.forEach(
          (time, limit) -> {
            Supplier<Estimate> one = Suppliers.memoize(() -> inSpikes.get().within(limit));
            Supplier<Estimate> other = Suppliers.memoize(() -> onOrdinaryDays.get().within(limit));
            String reached = "reached_" + name + "_within_" + time;
            ifObserved.chance(reached + "_difference", () -> Difference.of(one.get(), other.get()));
            facts.inDetail();
            ifObserved
                .chance(reached + "_in_spikes", one)
                .chance(reached + "_on_ordinary_days", other);
          });
      ifObserved
          .time("time_to_" + name + "_median_in_spikes", () -> inSpikes.get().median())
          .time(
              "time_to_" + name + "_median_on_ordinary_days", () -> onOrdinaryDays.get().median());
    }
    return facts
        .count("excluded_far_from_spikes", tooFar())
        .count("excluded_on_other_channels", elsewhere())
        .build();
  }

  @Override
  public String toString() {
    TextTable table = TextTable.of("reached", "within", "in spikes", "ordinary days");
    for (Stage stage : STAGES) {
      for (Duration time : FactsIf.TIMES.values()) {
        if (isObserved(stage)) {
          table.row(stage, time, inSpikes(stage).within(time), onOrdinaryDays(stage).within(time));
        } else {
          table.row(stage, time, "not observed", "not observed");
        }
      }
    }
    return "spike follow-through: "
        + NumberText.count(firstSeenInSpikes())
        + " in spikes, "
        + NumberText.count(firstSeenOnOrdinaryDays())
        + " ordinary\n"
        + table
        + "\nnot compared: "
        + NumberText.count(tooFar())
        + " far from a spike, "
        + NumberText.count(elsewhere())
        + " on other channels";
  }
}
