package dev.repartee.apath;

import com.google.common.base.Suppliers;
import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.stats.SurvivalCurve;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The facts about a stage of the A-Path. */
final class StageFacts {
  private static final Set<Stage> LEADING = EnumSet.of(Stage.ATTRACTION, Stage.AFFINITY);

  private final StageResult result;
  private final String name;
  private final FactsIf ifObserved;

  /** Those of coming from the stage before, which must be observed too. */
  private final FactsIf ifThereIsOneBefore;

  StageFacts(Facts.Builder facts, StageResult result) {
    this.result = result;
    this.name = FactsIf.name(result.stage());
    this.ifObserved =
        FactsIf.observed(
            facts, result.isObserved() ? Optional.empty() : Optional.of(result.stage()));
    this.ifThereIsOneBefore =
        result.isObserved() && result.from().isEmpty()
            ? new FactsIf(facts, State.NOT_DEFINED, "no earlier stage is observed")
            : ifObserved;
  }

  /** Of the stages that most logs can show, what a table of a breakdown has room for. */
  void leading() {
    if (LEADING.contains(result.stage())) {
      soFar();
    }
  }

  void rest() {
    ifObserved.count("people_at_" + name, result::count);
    if (result.stage() != Stage.ATTENTION) {
      if (!LEADING.contains(result.stage())) {
        soFar();
      }
      ifThereIsOneBefore.word(
          "reached_" + name + "_from", () -> result.from().map(Stage::name).orElseThrow());
      times();
    }
  }

  private void soFar() {
    ifThereIsOneBefore.share("reached_" + name + "_so_far", result::conversionSoFar);
  }

  /** The curves, once each. */
  private void times() {
    Supplier<SurvivalCurve> onward = Suppliers.memoize(result::timeTo);
    Supplier<SurvivalCurve> whole = Suppliers.memoize(result::timeFromEntry);
    String within = "reached_" + name + "_within_";
    FactsIf.TIMES.forEach(
        (time, limit) ->
            ifThereIsOneBefore.chance(within + time, () -> onward.get().within(limit)));
    FactsIf.TIMES.forEach(
        (time, limit) ->
            ifThereIsOneBefore.count(
                "can_still_reach_" + name + "_within_" + time,
                () -> StageResult.stillInTime(onward.get(), limit)));
    FactsIf.TIMES.forEach(
        (time, limit) ->
            ifThereIsOneBefore.chance(
                within + time + "_of_entry", () -> whole.get().within(limit)));
    ifThereIsOneBefore
        .time("time_to_" + name + "_median", () -> onward.get().median())
        .time("time_from_entry_to_" + name + "_median", () -> whole.get().median());
  }
}
