package dev.repartee.participation;

import dev.repartee.participation.Involvement.TieKind;
import dev.repartee.stats.EIIndex;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The ties between some members of one organization, in order, each ordered pair once. */
final class TieNetwork {
  private record Pair(int from, int to) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return from == other.from ? Integer.compare(to, other.to) : Integer.compare(from, other.from);
    }
  }

  private final Roster roster;
  private final TieCounts ties;
  private final TieKind kind;
  private final int[] members;

  /** In order, so that sums come out the same however the work was split. */
  private final TreeMap<Pair, Double> weights = new TreeMap<>();

  TieNetwork(Roster roster, TieCounts ties, TieKind kind, int[] members) {
    this.roster = roster;
    this.ties = ties;
    this.kind = kind;
    this.members = members;
    if (kind != TieKind.JOINT_WORK) {
      ties.replies((from, to, times) -> add(from, to, 1));
    }
    if (kind != TieKind.REPLY) {
      ties.joint(this::add);
    }
  }

  private void add(int from, int to, double weight) {
    if (isIn(from)) {
      weights.merge(new Pair(from, to), weight, Double::sum);
    }
  }

  private boolean isIn(int member) {
    return placeOf(member) >= 0;
  }

  private int placeOf(int member) {
    return Arrays.binarySearch(members, member);
  }

  EIIndex index() {
    int[] departments = Arrays.stream(members).map(roster::departmentOf).toArray();
    EIIndex.Builder index = EIIndex.builder(departments);
    if (kind == TieKind.REPLY) {
      ties.replies(
          (from, to, times) -> {
            if (isIn(from)) {
              index.contacts(placeOf(from), placeOf(to), times);
            }
          });
    } else {
      weights.forEach((pair, weight) -> index.tie(placeOf(pair.from), placeOf(pair.to), weight));
    }
    return index.build();
  }

  /** The weight of the ties from members of one department to those of another. */
  double between(int fromDepartment, int toDepartment) {
    double sum = 0;
    for (Map.Entry<Pair, Double> tie : weights.entrySet()) {
      if (roster.departmentOf(tie.getKey().from) == fromDepartment
          && roster.departmentOf(tie.getKey().to) == toDepartment) {
        sum += tie.getValue();
      }
    }
    return sum;
  }
}
