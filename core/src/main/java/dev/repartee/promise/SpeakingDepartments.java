package dev.repartee.promise;

import dev.repartee.internal.tally.NameSet;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Unit;
import dev.repartee.model.Directory;
import dev.repartee.model.Member;
import dev.repartee.model.Role;
import dev.repartee.promise.Promise.Census;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which departments of a directory have written anything.
 *
 * @param directory that of the log
 * @param departments those there are
 */
record SpeakingDepartments(Directory directory, Set<String> departments)
    implements Measure<SpeakingDepartments.Found> {

  static SpeakingDepartments of(Directory directory) {
    Set<String> names = new TreeSet<>();
    for (Member member : directory.members()) {
      if (member.role() != Role.BOT) {
        names.add(name(directory.organizations().size(), member));
      }
    }
    return new SpeakingDepartments(directory, names);
  }

  private static String name(int organizations, Member member) {
    return name(organizations, member.organization(), member.department());
  }

  private static String name(int organizations, String organization, String department) {
    return organizations > 1 ? organization + ": " + department : department;
  }

  /** What was found. */
  record Found(Set<String> departments, Evidence<NameSet> evidence) implements Summary<Found> {
    Census census() {
      Set<String> silent = new TreeSet<>(departments);
      evidence.tally().names().forEach(silent::remove);
      String note = silent.isEmpty() ? "" : "silent: " + String.join(", ", silent);
      return new Census(departments.size() - silent.size(), departments.size(), note);
    }

    @Override
    public Origin origin() {
      return evidence.origin();
    }

    @Override
    public Found merge(Found other) {
      return new Found(departments, evidence.merge(other.evidence));
    }

    @Override
    public byte[] toBytes() {
      return evidence.toBytes();
    }
  }

  /** The department of each person by code, found once. */
  private static final class Names {
    private @Nullable String[] byPerson = new String[64];

    void add(Slice slice, int person, NameSet spoken) {
      if (spoken.isNew(person)) {
        spoken.add(of(slice, person));
      }
    }

    private String of(Slice slice, int person) {
      if (person >= byPerson.length) {
        byPerson = Arrays.copyOf(byPerson, Math.max(person + 1, 2 * byPerson.length));
      }
      String known = byPerson[person];
      if (known == null) {
        known =
            name(
                slice.organizations(),
                slice.organizationName(slice.organizationOf(person)),
                slice.departmentOf(person).orElse(""));
        byPerson[person] = known;
      }
      return known;
    }
  }

  @Override
  public Plan<?, Found> plan() {
    return Plan.of(toString(), Unit.CONVERSATION, NameSet::new, this::sweep)
        .withDirectory(directory)
        .into(evidence -> new Found(departments, evidence));
  }

  private void sweep(Slice slice, Split<NameSet> split) {
    Names names = slice.scratch(Names.class, Names::new);
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int row = slice.from(unit); row < slice.to(unit); row++) {
        if (slice.isMember(row) && !slice.isBot(row) && !slice.isAutomatic(row)) {
          if (split.takes(row, Slice.NONE)) {
            names.add(slice, slice.person(row), split.at(row));
          }
        }
      }
    }
  }

  @Override
  public String toString() {
    return "departments that speak, of " + departments;
  }
}
