package dev.repartee.participation;

import dev.repartee.measure.Slice;
import dev.repartee.model.Channel;
import dev.repartee.model.Directory;
import dev.repartee.model.Member;
import dev.repartee.model.Role;
import dev.repartee.model.Visibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The members and departments of a directory by number: in order of organization, department and
 * name, so that equal directories number alike. A summary knows its directory by hash, which makes
 * the numbers as good as the names in what it keeps.
 */
final class Roster {
  /** A department of an organization. */
  record Department(String organization, String name) implements Comparable<Department> {
    private static final Comparator<Department> ORDER =
        Comparator.comparing(Department::organization).thenComparing(Department::name);

    @Override
    public int compareTo(Department other) {
      return ORDER.compare(this, other);
    }
  }

  /** A person of a department. */
  private record Seat(Department department, String name) implements Comparable<Seat> {
    private static final Comparator<Seat> ORDER =
        Comparator.comparing(Seat::department).thenComparing(Seat::name);

    @Override
    public int compareTo(Seat other) {
      return ORDER.compare(this, other);
    }
  }

  final Directory directory;
  private final List<Department> departments = new ArrayList<>();
  private final Map<Department, Integer> departmentNumbers = new HashMap<>();
  private final List<Seat> seats = new ArrayList<>();
  private final Map<Seat, Integer> seatNumbers = new HashMap<>();
  private final List<Boolean> leaders = new ArrayList<>();
  private final int[] departmentOf;

  Roster(Directory directory) {
    this.directory = directory;
    TreeMap<Seat, Boolean> isLeader = new TreeMap<>();
    for (Member member : directory.members()) {
      if (member.role() != Role.BOT) {
        String name = directory.personOf(member.account()).orElseThrow().name();
        Seat seat = new Seat(new Department(member.organization(), member.department()), name);
        isLeader.merge(seat, member.role() == Role.LEADER, Boolean::logicalOr);
      }
    }
    isLeader.forEach(this::add);
    departmentOf =
        seats.stream().mapToInt(seat -> departmentNumbers.get(seat.department())).toArray();
  }

  private void add(Seat seat, boolean leads) {
    if (departmentNumbers.putIfAbsent(seat.department(), departments.size()) == null) {
      departments.add(seat.department());
    }
    seatNumbers.put(seat, seats.size());
    seats.add(seat);
    leaders.add(leads);
  }

  /** Tells directories apart in the text of the measure. */
  String hash() {
    return Long.toHexString(directory.contentHash());
  }

  int members() {
    return seats.size();
  }

  int departments() {
    return departments.size();
  }

  String organization(int member) {
    return seats.get(member).department().organization();
  }

  Department department(int number) {
    return departments.get(number);
  }

  int departmentOf(int member) {
    return departmentOf[member];
  }

  boolean isLeader(int member) {
    return leaders.get(member);
  }

  /** The number of a department, or {@link Slice#NONE} where no member belongs to it. */
  int department(String organization, String name) {
    return departmentNumbers.getOrDefault(new Department(organization, name), Slice.NONE);
  }

  int organizations() {
    return directory.organizations().size();
  }

  /** The number of an organization. */
  int organization(String name) {
    return directory.organizations().indexOf(name);
  }

  /** The department that owns a topic at an organization, or {@link Slice#NONE}. */
  int owner(String topic, String organization) {
    Optional<String> owner = directory.topic(topic).owningDepartment();
    return owner.isPresent()
            && directory.topic(topic).organization().filter(organization::equals).isPresent()
        ? department(organization, owner.get())
        : Slice.NONE;
  }

  /** The organization to which a channel is internal; empty where the public can see it. */
  String internalTo(String channel) {
    Channel found = directory.channel(channel);
    return found.visibility() == Visibility.INTERNAL ? found.owner().orElse("") : "";
  }

  /** The number of a member of a log. */
  int member(Slice slice, int person) {
    Seat seat =
        new Seat(
            new Department(
                slice.organizationName(slice.organizationOf(person)),
                slice.departmentOf(person).orElse("")),
            slice.personName(person));
    return Objects.requireNonNull(seatNumbers.get(seat));
  }
}
