package dev.repartee.funnel;

import com.google.common.collect.ImmutableList;
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
final class PathTally implements Tally<PathTally> {
  private static final ImmutableList<Outcome> OUTCOMES = ImmutableList.copyOf(Outcome.values());
  private static final ImmutableList<Step> STEPS = ImmutableList.copyOf(Step.values());

  private final long[] paths = new long[OUTCOMES.size() * Groups.COUNT];
  private final StepTimes watched = new StepTimes(OUTCOMES.size());
  private final StepTimes taken = new StepTimes(STEPS.size());
  private final StepTimes waiting = new StepTimes(STEPS.size());
  private final StepTimes sinceEntry = new StepTimes(STEPS.size());
  private final Set<String> organizations = new TreeSet<>();
  private final BitSet namedCodes = new BitSet();
  private long unaddressed;
  private long anonymous;
  private long automatic;

  /** Counts a path that has ended. */
  void add(Path path, Slice slice) {
    int group = slice.personGroup(path.entry());
    Outcome outcome = Outcome.of(path);
    paths[outcome.ordinal() * Groups.COUNT + group]++;
    watched.add(outcome.ordinal(), path.seenUntil() - path.attention(), group);
    if (outcome != Outcome.ATTENTION) {
      addSteps(path, outcome, group);
    }
    int code = slice.organization(path.entry());
    if (code != Slice.NONE && !namedCodes.get(code)) {
      namedCodes.set(code);
      organizations.add(slice.organizationName(code));
    }
  }

  private void addSteps(Path path, Outcome outcome, int group) {
    for (int i = 0; i < STEPS.size(); i++) {
      Step step = STEPS.get(i);
      long before = path.before(step);
      if (outcome.took(step)) {
        taken.add(i, path.at(step) - before, group);
        sinceEntry.add(i, path.at(step) - path.attention(), group);
      } else if (before != Path.NEVER) {
        waiting.add(i, path.seenUntil() - before, group);
      }
    }
  }

  void addUnaddressed() {
    unaddressed++;
  }

  void addAnonymous() {
    anonymous++;
  }

  void addAutomatic() {
    automatic++;
  }

  long automatic() {
    return automatic;
  }

  long unaddressed() {
    return unaddressed;
  }

  long anonymous() {
    return anonymous;
  }

  List<String> organizations() {
    return List.copyOf(organizations);
  }

  /** The paths by replicate group. */
  long[] paths() {
    long[] sums = new long[Groups.COUNT];
    for (Outcome outcome : OUTCOMES) {
      addTo(sums, outcome);
    }
    return sums;
  }

  /** The paths that took a step, by replicate group. */
  long[] took(Step step) {
    long[] sums = new long[Groups.COUNT];
    for (Outcome outcome : OUTCOMES) {
      if (outcome.took(step)) {
        addTo(sums, outcome);
      }
    }
    return sums;
  }

  private void addTo(long[] sums, Outcome outcome) {
    for (int group = 0; group < Groups.COUNT; group++) {
      sums[group] += paths[outcome.ordinal() * Groups.COUNT + group];
    }
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
    return step == Step.ATTRACTION ? waitingSinceEntry(step) : copy(waiting, step);
  }

  /** How long all who have not taken the step have been watched since their entry. */
  LatencyGroups waitingSinceEntry(Step step) {
    LatencyGroups sum = new LatencyGroups(1);
    for (Outcome outcome : OUTCOMES) {
      if (!outcome.took(step)) {
        watched.addTo(sum, outcome.ordinal());
      }
    }
    return sum;
  }

  private static LatencyGroups copy(StepTimes times, Step step) {
    LatencyGroups sum = new LatencyGroups(1);
    times.addTo(sum, step.ordinal());
    return sum;
  }

  @Override
  public void add(PathTally other) {
    for (int i = 0; i < paths.length; i++) {
      paths[i] = Math.addExact(paths[i], other.paths[i]);
    }
    watched.addAll(other.watched);
    taken.addAll(other.taken);
    waiting.addAll(other.waiting);
    sinceEntry.addAll(other.sinceEntry);
    organizations.addAll(other.organizations);
    unaddressed = Math.addExact(unaddressed, other.unaddressed);
    anonymous = Math.addExact(anonymous, other.anonymous);
    automatic = Math.addExact(automatic, other.automatic);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (int group = 0; group < Groups.COUNT; group++) {
      writeGroup(out, group);
    }
    watched.write(out);
    taken.write(out);
    waiting.write(out);
    sinceEntry.write(out);
    out.writeInt(organizations.size());
    for (String organization : organizations) {
      out.writeUTF(organization);
    }
    out.writeLong(unaddressed);
    out.writeLong(anonymous);
    out.writeLong(automatic);
  }

  /** Which outcomes a group has, then how many paths of each. */
  private void writeGroup(DataOutput out, int group) throws IOException {
    int filled = 0;
    for (int i = 0; i < OUTCOMES.size(); i++) {
      filled |= paths[i * Groups.COUNT + group] == 0 ? 0 : 1 << i;
    }
    out.writeByte(filled);
    for (int i = 0; i < OUTCOMES.size(); i++) {
      if ((filled >>> i & 1) != 0) {
        out.writeLong(paths[i * Groups.COUNT + group]);
      }
    }
  }

  static PathTally read(DataInput in) throws IOException {
    PathTally result = new PathTally();
    for (int group = 0; group < Groups.COUNT; group++) {
      int filled = in.readUnsignedByte();
      if (filled >>> OUTCOMES.size() != 0) {
        throw new IOException("more than " + OUTCOMES.size() + " outcomes");
      }
      for (int i = 0; i < OUTCOMES.size(); i++) {
        if ((filled >>> i & 1) != 0) {
          result.paths[i * Groups.COUNT + group] = in.readLong();
        }
      }
    }
    result.watched.read(in);
    result.taken.read(in);
    result.waiting.read(in);
    result.sinceEntry.read(in);
    for (int left = in.readInt(); left > 0; left--) {
      result.organizations.add(in.readUTF());
    }
    result.unaddressed = in.readLong();
    result.anonymous = in.readLong();
    result.automatic = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return LongStream.of(paths).sum() + " paths";
  }
}
