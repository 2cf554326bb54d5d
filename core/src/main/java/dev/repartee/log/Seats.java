package dev.repartee.log;

import dev.repartee.model.AccountKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Member;
import dev.repartee.model.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What somebody is from one change to the next, where memberships have dates. */
final class Seats {
  private static final long FIRST = Long.MIN_VALUE;

  /** When each begins, in order of time; the first has always been. */
  private final long[] starts;

  private final int[] bits;
  private final int[] organizations;
  private final List<Optional<String>> departments = new ArrayList<>();

  /** Of memberships in order of time, none of which overlap. */
  Seats(Directory directory, List<Member> members) {
    starts = new long[2 * members.size() + 1];
    bits = new int[starts.length];
    organizations = new int[starts.length];
    Arrays.fill(starts, Long.MAX_VALUE);
    int size = 0;
    long free = FIRST;
    for (Member member : members) {
      long from = member.from().map(Instant::toEpochMilli).orElse(FIRST);
      if (from > free) {
        put(size++, free, 0, Interning.NONE, Optional.empty());
      }
      int organization = directory.organizations().indexOf(member.organization());
      put(size++, from, bits(member), organization, Optional.of(member.department()));
      free = member.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }
    if (free < Long.MAX_VALUE) {
      put(size, free, 0, Interning.NONE, Optional.empty());
    }
  }

  private void put(
      int seat, long start, int rowBits, int organization, Optional<String> department) {
    starts[seat] = start;
    bits[seat] = rowBits;
    organizations[seat] = organization;
    departments.add(department);
  }

  /** Whether it makes a difference when one asks. */
  static boolean areDated(List<Member> members) {
    return members.stream().anyMatch(m -> m.from().isPresent() || m.until().isPresent());
  }

  /** What is known of an account with a membership, as {@link RowBits}. */
  static int bits(Member member) {
    int bits = RowBits.MEMBER;
    bits |= member.role() == Role.BOT ? RowBits.BOT : 0;
    bits |= member.kind() == AccountKind.BRAND ? RowBits.BRAND : 0;
    return bits;
  }

  private int at(long instant) {
    int seat = 0;
    while (seat + 1 < departments.size() && starts[seat + 1] <= instant) {
      seat++;
    }
    return seat;
  }

  int bits(long instant) {
    return bits[at(instant)];
  }

  int organization(long instant) {
    return organizations[at(instant)];
  }

  Optional<String> department(long instant) {
    return departments.get(at(instant));
  }

  /** When the first membership begins; {@code Long.MIN_VALUE} where it has always been. */
  long joins() {
    return organizations[0] == Interning.NONE ? starts[1] : FIRST;
  }

  /** When the first membership begins that begins later; {@code Long.MAX_VALUE} for none. */
  long joinsAfter(long instant) {
    for (int seat = 0; seat < departments.size(); seat++) {
      if (starts[seat] > instant && organizations[seat] != Interning.NONE) {
        return starts[seat];
      }
    }
    return Long.MAX_VALUE;
  }
}
