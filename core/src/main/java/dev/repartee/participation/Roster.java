package dev.repartee.participation;

import dev.repartee.measure.Origin;
import dev.repartee.measure.Slice;
import dev.repartee.model.Channel;
import dev.repartee.model.Directory;
import dev.repartee.model.Member;
import dev.repartee.model.Role;
import dev.repartee.model.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The members and departments of a directory by number: those from the beginning in order of
 * organization, department and name, then those who join, by when they do. So equal directories
 * number alike, and a later change leaves the numbers before it as they are. A summary knows its
 * directory by hash, which makes the numbers as good as the names in what it keeps.
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

  /** A seat: its memberships, and when the first begins. */
  private record Holding(Seat seat, List<Member> members, Instant from) {
    private static final Comparator<Holding> ORDER =
        Comparator.comparing(Holding::from).thenComparing(Holding::seat);

    static Holding of(Seat seat, List<Member> members) {
      Instant first =
          members.stream()
              .map(member -> member.from().orElse(Instant.MIN))
              .min(Comparator.naturalOrder())
              .orElseThrow();
      return new Holding(seat, members, first);
    }
  }

  final Directory directory;
  private final List<Department> departments = new ArrayList<>();
  private final Map<Department, Integer> departmentNumbers = new HashMap<>();
  private final List<Holding> seats = new ArrayList<>();
  private final Map<Seat, Integer> seatNumbers = new HashMap<>();
  private final int[] departmentOf;
  private final boolean isDated;

  Roster(Directory directory) {
    this.directory = directory;
    this.isDated = !directory.changes().isEmpty();
    TreeMap<Seat, List<Member>> members = new TreeMap<>();
    for (Member member : directory.members()) {
      if (member.role() != Role.BOT) {
        String name = directory.personOf(member.account()).orElseThrow().name();
        Seat seat = new Seat(new Department(member.organization(), member.department()), name);
        members.computeIfAbsent(seat, s -> new ArrayList<>(1)).add(member);
      }
    }
    List<Holding> holdings = new ArrayList<>();
    members.forEach((seat, of) -> holdings.add(Holding.of(seat, of)));
    holdings.sort(Holding.ORDER);
    holdings.forEach(this::add);
    departmentOf =
        seats.stream()
            .mapToInt(holding -> departmentNumbers.get(holding.seat.department()))
            .toArray();
  }

  private void add(Holding holding) {
    Department department = holding.seat.department();
    if (departmentNumbers.putIfAbsent(department, departments.size()) == null) {
      departments.add(department);
    }
    seatNumbers.put(holding.seat, seats.size());
    seats.add(holding);
  }

  /** Tells directories apart in the text of the measure, by what holds from the beginning. */
  String hash() {
    return Long.toHexString(directory.beginningHash());
  }

  /** Whether what a person is depends on the time. */
  boolean isDated() {
    return isDated;
  }

  int members() {
    return seats.size();
  }

  int departments() {
    return departments.size();
  }

  String organization(int member) {
    return seats.get(member).seat.department().organization();
  }

  Department department(int number) {
    return departments.get(number);
  }

  int departmentOf(int member) {
    return departmentOf[member];
  }

  /** Whether somebody was a member at any instant that a summary is of. */
  boolean isMember(int member, Origin origin) {
    return seats.get(member).members.stream().anyMatch(origin::hasMember);
  }

  /** Whether somebody was a leader at any instant that a summary is of. */
  boolean isLeader(int member, Origin origin) {
    return seats.get(member).members.stream()
        .anyMatch(of -> of.role() == Role.LEADER && origin.hasMember(of));
  }

  /** Whether somebody belongs to a department at an instant. */
  boolean isStaffed(int department, long instant) {
    if (!isDated()) {
      return true;
    }
    Instant at = Instant.ofEpochMilli(instant);
    for (int member = 0; member < departmentOf.length; member++) {
      if (departmentOf[member] == department
          && seats.get(member).members.stream().anyMatch(of -> of.isAt(at))) {
        return true;
      }
    }
    return false;
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

  /** The number of the member who wrote a row. */
  int member(Slice slice, int row) {
    int person = slice.person(row);
    Seat seat =
        new Seat(
            new Department(
                slice.organizationName(slice.organizationOf(person, row)),
                slice.departmentOf(person, row).orElse("")),
            slice.personName(person));
    return Objects.requireNonNull(seatNumbers.get(seat));
  }
}
