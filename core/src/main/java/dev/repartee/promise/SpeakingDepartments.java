package dev.repartee.promise;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.Unit;
import dev.repartee.model.Directory;
import dev.repartee.model.Member;
import dev.repartee.model.Role;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which departments of a directory have written anything.
 *
 * @param departments those there are
 */
record SpeakingDepartments(Set<String> departments) implements Measure<SpeakingDepartments.Found> {

  static SpeakingDepartments of(Directory directory) {
    Set<String> names = new TreeSet<>();
    for (Member member : directory.members()) {
      if (member.role() != Role.BOT) {
        names.add(name(directory.organizations().size(), member));
      }
    }
    return new SpeakingDepartments(names);
  }

  private static String name(int organizations, Member member) {
    return name(organizations, member.organization(), member.department());
  }

  private static String name(int organizations, String organization, String department) {
    return organizations > 1 ? organization + ": " + department : department;
  }

  /** The names of departments that spoke. */
  static final class Spoken implements Tally<Spoken> {
    private final Set<String> names = new TreeSet<>();

    /** Whose department is among the names. A tally is walked into by one log only. */
    private final BitSet persons = new BitSet();

    private void add(Slice slice, int person, Names of) {
      if (!persons.get(person)) {
        persons.set(person);
        names.add(of.of(slice, person));
      }
    }

    @Override
    public void add(Spoken other) {
      names.addAll(other.names);
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeInt(names.size());
      for (String name : names) {
        out.writeUTF(name);
      }
    }

    static Spoken read(DataInput in) throws IOException {
      Spoken result = new Spoken();
      for (int left = in.readInt(); left > 0; left--) {
        result.names.add(in.readUTF());
      }
      return result;
    }

    @Override
    public String toString() {
      return names.toString();
    }
  }

  /** What was found. */
  record Found(Set<String> departments, Evidence<Spoken> evidence) implements Summary<Found> {
    Census census() {
      Set<String> silent = new TreeSet<>(departments);
      silent.removeAll(evidence.tally().names);
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

    @Override
    public String toString() {
      return "departments that spoke: " + evidence.tally();
    }
  }

  /** The department of each person by code, found once. */
  private static final class Names {
    private @Nullable String[] byPerson = new String[64];

    String of(Slice slice, int person) {
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
    return Plan.of(toString(), Unit.CONVERSATION, Spoken::new, Spoken::read, this::sweep)
        .into(evidence -> new Found(departments, evidence));
  }

  private void sweep(Slice slice, Split<Spoken> split) {
    Names names = slice.scratch(Names.class, Names::new);
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int row = slice.from(unit); row < slice.to(unit); row++) {
        if (slice.isMember(row) && !slice.isBot(row) && !slice.isAutomatic(row)) {
          if (split.takes(row, Slice.NONE)) {
            split.at(row).add(slice, slice.person(row), names);
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
