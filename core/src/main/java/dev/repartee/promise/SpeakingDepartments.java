package dev.repartee.promise;

import dev.repartee.internal.tally.NameSet;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Measure;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which departments of a directory have written anything, of those that had a member in the window.
 *
 * @param directory that of the log
 */
record SpeakingDepartments(Directory directory) implements Measure<SpeakingDepartments.Found> {

  static SpeakingDepartments of(Directory directory) {
    return new SpeakingDepartments(directory);
  }

  /** The departments of those memberships that some choice takes. */
  private Set<String> departments(Predicate<Member> choice) {
    Set<String> names = new TreeSet<>();
    for (Member member : directory.members()) {
      if (member.role() != Role.BOT && choice.test(member)) {
        names.add(name(directory.organizations().size(), member));
      }
    }
    return names;
  }

  private static String name(int organizations, Member member) {
    return name(organizations, member.organization(), member.department());
  }

  private static String name(int organizations, String organization, String department) {
    return organizations > 1 ? organization + ": " + department : department;
  }

  /** What was found. */
  static final class Found extends Summary.Backed<Found> {
    private final SpeakingDepartments measure;
    private final Evidence<NameSet> evidence;

    Found(SpeakingDepartments measure, Evidence<NameSet> evidence) {
      super(evidence, merged -> new Found(measure, merged));
      this.measure = measure;
      this.evidence = evidence;
    }

    Census census() {
      Set<String> silent = measure.departments(member -> origin().hasMember(member));
      silent.addAll(evidence.tally().names());
      int all = silent.size();
      evidence.tally().names().forEach(silent::remove);
      String note = silent.isEmpty() ? "" : "silent: " + String.join(", ", silent);
      return new Census(all - silent.size(), all, note);
    }

    @Override
    public Facts facts() {
      Census census = census();
      return Facts.of(origin())
          .count("departments", census.all())
          .count("departments_that_speak", census.met())
          .build();
    }
  }

  /** The department of each person by code, found once where it does not depend on the time. */
  private static final class Names {
    private final boolean areDated;
    private @Nullable String[] byPerson = new String[64];

    Names(boolean areDated) {
      this.areDated = areDated;
    }

    void add(Slice slice, int row, NameSet spoken) {
      if (areDated) {
        spoken.add(find(slice, row));
      } else if (spoken.isNew(slice.person(row))) {
        spoken.add(of(slice, row));
      }
    }

    private String of(Slice slice, int row) {
      int person = slice.person(row);
      if (person >= byPerson.length) {
        byPerson = Arrays.copyOf(byPerson, Math.max(person + 1, 2 * byPerson.length));
      }
      String known = byPerson[person];
      if (known == null) {
        known = find(slice, row);
        byPerson[person] = known;
      }
      return known;
    }

    private static String find(Slice slice, int row) {
      int person = slice.person(row);
      return name(
          slice.organizations(),
          slice.organizationName(slice.organizationOf(person, row)),
          slice.departmentOf(person, row).orElse(""));
    }
  }

  @Override
  public Plan<?, Found> plan() {
    return Plan.of(toString(), Unit.CONVERSATION, NameSet::new, this::sweep)
        .withDirectory(directory)
        .into(evidence -> new Found(this, evidence));
  }

  private void sweep(Slice slice, Split<NameSet> split) {
    boolean areDated = !directory.changes().isEmpty();
    Names names = slice.scratch(Names.class, () -> new Names(areDated));
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int row = slice.from(unit); row < slice.to(unit); row++) {
        if (slice.isMember(row) && !slice.isBot(row) && !slice.isAutomatic(row)) {
          if (split.takes(row, Slice.NONE)) {
            names.add(slice, row, split.at(row));
          }
        }
      }
    }
  }

  @Override
  public String toString() {
    // The directory knows those who joined later, so this stays the same measure.
    return "departments that speak, of " + departments(member -> member.from().isEmpty());
  }
}
