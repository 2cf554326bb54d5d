package dev.repartee.apath;

import dev.repartee.internal.tally.CountArray;
import dev.repartee.internal.tally.NameSet;
import dev.repartee.internal.tally.StepTimes;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.Proportion;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * How many paths came how far, in replicate groups by person, and how long each step took or has
 * been waited for.
 *
 * <p>How long the paths of an outcome have been watched since their entry is kept once per outcome:
 * those that wait for a step since entry are the paths of all outcomes without that step.
 */
final class PathTally implements Tally.Declared<PathTally>, PathWalk.Counter {
  private static final TallyForm<PathTally> FORM =
      TallyForm.of(PathTally.class)
          .part(t -> t.paths)
          .sparseCounts(t -> t.onCampaignsOnly)
          .sparseCounts(t -> t.apart)
          .part(t -> t.watched)
          .part(t -> t.taken)
          .part(t -> t.waiting)
          .part(t -> t.sinceEntry)
          .part(t -> t.organizations)
          .count(t -> t.notBegun, (t, n) -> t.notBegun = n);

  private final Conditions conditions;

  /** By outcome. */
  private final Groups<CountArray> paths;

  private final StepTimes watched;
  private final StepTimes taken;
  private final StepTimes waiting;
  private final StepTimes sinceEntry;
  private final long[] onCampaignsOnly;
  private final NameSet organizations = new NameSet();
  private final long[] apart = new long[PathWalk.Apart.values().length];

  /** How many persons did something, but nothing that begins a path. */
  long notBegun;

  PathTally(Conditions conditions) {
    int steps = conditions.steps.size();
    this.conditions = conditions;
    this.paths = new Groups<>(Unit.PERSON, () -> new CountArray(conditions.outcomes()));
    this.watched = new StepTimes(conditions.outcomes());
    this.taken = new StepTimes(steps);
    this.waiting = new StepTimes(steps);
    this.sinceEntry = new StepTimes(steps);
    this.onCampaignsOnly = new long[conditions.variants()];
  }

  @Override
  public void add(Path path, Slice slice) {
    int groups = slice.groups(path.entry());
    int outcome = conditions.outcome(addSteps(path, groups));
    CountArray.add(paths, groups, outcome);
    watched.add(outcome, path.seenUntil() - path.attention(), groups);
    for (int variant = 0; variant < onCampaignsOnly.length; variant++) {
      onCampaignsOnly[variant] += path.isOnCampaignsOnly(variant) ? 1 : 0;
    }
    organizations.addOrganization(slice, path.entry());
  }

  /** Returns which steps were taken, by bit. */
  private int addSteps(Path path, int groups) {
    int took = 0;
    for (int i = 0; i < conditions.steps.size(); i++) {
      Step step = conditions.steps.get(i);
      long at = path.at(step);
      long before = path.before(step);
      if (at != Path.NEVER) {
        took |= 1 << i;
        taken.add(i, at - before, groups);
        sinceEntry.add(i, at - path.attention(), groups);
      } else if (before != Path.NEVER && step.from() != Stage.ATTENTION) {
        waiting.add(i, path.seenUntil() - before, groups);
      }
    }
    return took;
  }

  @Override
  public void leaveOut(PathWalk.Apart why) {
    apart[why.ordinal()]++;
  }

  @Override
  public void addNotBegun() {
    notBegun++;
  }

  /** How many rows are on no path for a reason. */
  long apart(PathWalk.Apart why) {
    return apart[why.ordinal()];
  }

  /** How many would be advocates on a way if campaigns counted. */
  long onCampaignsOnly(int variant) {
    return onCampaignsOnly[variant];
  }

  List<String> organizations() {
    return organizations.names();
  }

  /** How many paths there are. */
  long count() {
    return paths.sum(CountArray::total);
  }

  /** How many paths took a step. */
  long count(Step step) {
    return paths.sum(took(step));
  }

  /** The share of the paths that took a step among those that took another. */
  Proportion share(Step step, Step before) {
    return paths.share(took(step), took(before));
  }

  /** The share of the paths that took a step. */
  Proportion share(Step step) {
    return paths.share(took(step), CountArray::total);
  }

  private ToLongFunction<CountArray> took(Step step) {
    int[] outcomes =
        IntStream.range(0, conditions.outcomes())
            .filter(outcome -> (conditions.taken(outcome) >>> step.index() & 1) != 0)
            .toArray();
    return tally -> tally.sum(outcomes);
  }

  /** How long the step took from the stage before it, where it was taken. */
  LatencyGroups taken(Step step) {
    return copy(taken, step);
  }

  /** How long it took from the entry, where it was taken. */
  LatencyGroups takenSinceEntry(Step step) {
    return copy(sinceEntry, step);
  }

  /** How long those at the stage before it have been watched since, where it was not taken. */
  LatencyGroups waiting(Step step) {
    return step.from() == Stage.ATTENTION ? waitingSinceEntry(step) : copy(waiting, step);
  }

  /** How long all who have not taken the step have been watched since their entry. */
  LatencyGroups waitingSinceEntry(Step step) {
    LatencyGroups sum = LatencyGroups.ofPersons();
    for (int outcome = 0; outcome < conditions.outcomes(); outcome++) {
      if ((conditions.taken(outcome) >>> step.index() & 1) == 0) {
        watched.addTo(sum, outcome);
      }
    }
    return sum;
  }

  private static LatencyGroups copy(StepTimes times, Step step) {
    LatencyGroups sum = LatencyGroups.ofPersons();
    times.addTo(sum, step.index());
    return sum;
  }

  @Override
  public TallyForm<PathTally> form() {
    return FORM;
  }
}
