package dev.repartee.apath;

import dev.repartee.internal.tally.StepTimes;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.stats.LatencyGroups;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * How many paths came how far, in replicate groups by person, and how long each step took or has
 * been waited for.
 *
 * <p>How long the paths of an outcome have been watched since their entry is kept once per outcome:
 * those that wait for a step since entry are the paths of all outcomes without that step.
 */
final class PathTally implements Tally<PathTally>, PathWalk.Counter {
  private final Conditions conditions;
  private final long[] paths;
  private final StepTimes watched;
  private final StepTimes taken;
  private final StepTimes waiting;
  private final StepTimes sinceEntry;
  private final long[] onCampaignsOnly;
  private final Set<String> organizations = new TreeSet<>();
  private final BitSet namedCodes = new BitSet();
  private final long[] apart = new long[PathWalk.Apart.values().length];
  private long notBegun;

  PathTally(Conditions conditions) {
    int steps = conditions.steps().size();
    this.conditions = conditions;
    this.paths = new long[conditions.outcomes() * Groups.COUNT];
    this.watched = new StepTimes(conditions.outcomes());
    this.taken = new StepTimes(steps);
    this.waiting = new StepTimes(steps);
    this.sinceEntry = new StepTimes(steps);
    this.onCampaignsOnly = new long[conditions.variants()];
  }

  @Override
  public void add(Path path, Slice slice) {
    int group = slice.personGroup(path.entry());
    int outcome = conditions.outcome(addSteps(path, group));
    paths[outcome * Groups.COUNT + group]++;
    watched.add(outcome, path.seenUntil() - path.attention(), group);
    for (int variant = 0; variant < onCampaignsOnly.length; variant++) {
      onCampaignsOnly[variant] += path.isOnCampaignsOnly(variant) ? 1 : 0;
    }
    int code = slice.organization(path.entry());
    if (code != Slice.NONE && !namedCodes.get(code)) {
      namedCodes.set(code);
      organizations.add(slice.organizationName(code));
    }
  }

  /** Returns which steps were taken, by bit. */
  private int addSteps(Path path, int group) {
    int took = 0;
    for (int i = 0; i < conditions.steps().size(); i++) {
      Step step = conditions.steps().get(i);
      long at = path.at(step);
      long before = path.before(step);
      if (at != Path.NEVER) {
        took |= 1 << i;
        taken.add(i, at - before, group);
        sinceEntry.add(i, at - path.attention(), group);
      } else if (before != Path.NEVER && step.from() != Stage.ATTENTION) {
        waiting.add(i, path.seenUntil() - before, group);
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

  /** How many persons did something, but nothing that begins a path. */
  long notBegun() {
    return notBegun;
  }

  /** How many would be advocates on a way if campaigns counted. */
  long onCampaignsOnly(int variant) {
    return onCampaignsOnly[variant];
  }

  List<String> organizations() {
    return List.copyOf(organizations);
  }

  /** The paths by replicate group. */
  long[] paths() {
    return sum(0);
  }

  /** The paths that took a step, by replicate group. */
  long[] took(Step step) {
    return sum(1 << step.index());
  }

  private long[] sum(int steps) {
    long[] sums = new long[Groups.COUNT];
    for (int outcome = 0; outcome < conditions.outcomes(); outcome++) {
      for (int group = 0;
          (conditions.taken(outcome) & steps) == steps && group < Groups.COUNT;
          group++) {
        sums[group] += paths[outcome * Groups.COUNT + group];
      }
    }
    return sums;
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
    LatencyGroups sum = new LatencyGroups(1);
    for (int outcome = 0; outcome < conditions.outcomes(); outcome++) {
      if ((conditions.taken(outcome) >>> step.index() & 1) == 0) {
        watched.addTo(sum, outcome);
      }
    }
    return sum;
  }

  private static LatencyGroups copy(StepTimes times, Step step) {
    LatencyGroups sum = new LatencyGroups(1);
    times.addTo(sum, step.index());
    return sum;
  }

  @Override
  public void add(PathTally other) {
    addTo(paths, other.paths);
    addTo(onCampaignsOnly, other.onCampaignsOnly);
    addTo(apart, other.apart);
    watched.addAll(other.watched);
    taken.addAll(other.taken);
    waiting.addAll(other.waiting);
    sinceEntry.addAll(other.sinceEntry);
    organizations.addAll(other.organizations);
    notBegun = Math.addExact(notBegun, other.notBegun);
  }

  private static void addTo(long[] sums, long[] others) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.addExact(sums[i], others[i]);
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    Sparse.write(out, paths);
    Sparse.write(out, onCampaignsOnly);
    Sparse.write(out, apart);
    watched.write(out);
    taken.write(out);
    waiting.write(out);
    sinceEntry.write(out);
    out.writeInt(organizations.size());
    for (String organization : organizations) {
      out.writeUTF(organization);
    }
    out.writeLong(notBegun);
  }

  static PathTally read(Conditions conditions, DataInput in) throws IOException {
    PathTally result = new PathTally(conditions);
    Sparse.read(in, result.paths);
    Sparse.read(in, result.onCampaignsOnly);
    Sparse.read(in, result.apart);
    result.watched.read(in);
    result.taken.read(in);
    result.waiting.read(in);
    result.sinceEntry.read(in);
    for (int left = in.readInt(); left > 0; left--) {
      result.organizations.add(in.readUTF());
    }
    result.notBegun = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return LongStream.of(paths).sum() + " paths";
  }
}
