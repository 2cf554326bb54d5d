package dev.repartee.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of a directory make of each account as time goes by. Membership is of the
 * person: what one account says holds for all accounts of the person, for as long as it says so.
 */
final class Memberships {
  private static final Comparator<Member> BY_TIME = Comparator.comparing(Memberships::start);

  private Memberships() {}

  private static Instant start(Member member) {
    return member.from().orElse(Instant.MIN);
  }

  private static Instant end(Member member) {
    return member.until().orElse(Instant.MAX);
  }

  /** The same membership for another account. */
  static Member ofAccount(Member member, String account) {
    return new Member(
        account,
        member.organization(),
        member.department(),
        member.role(),
        member.kind(),
        member.from(),
        member.until());
  }

  private static boolean overlap(Member a, Member b) {
    return start(a).isBefore(end(b)) && start(b).isBefore(end(a));
  }

  /** Refuses two different entries of an account for one time. */
  static void checkApart(Member before, Member member) {
    if (before.equals(member) || !overlap(before, member)) {
      return;
    }
    boolean isDated = isDated(before) || isDated(member);
    throw new IllegalArgumentException(
        "account ("
            + member.account()
            + ") is entered twice"
            + (isDated ? " for one time" : "")
            + ", as ["
            + before
            + "] and as ["
            + member
            + "]: an account has one membership"
            + (isDated
                ? " at a time; end the one with until(…) where the other begins, or remove it"
                : "; remove one of the entries, or say with from(…) and until(…) when each holds"));
  }

  private static boolean isDated(Member member) {
    return member.from().isPresent() || member.until().isPresent();
  }

  /**
   * Returns the memberships of every account that has any, in order of time.
   *
   * @param entered what was entered, by account; none of an account overlap but equal ones
   * @param people the persons with several accounts
   */
  static Map<String, List<Member>> of(
      Map<String, List<Member>> entered, Collection<Person> people) {
    Map<String, List<Member>> result = new HashMap<>();
    entered.forEach((account, own) -> result.put(account, timeline(account, own, own)));
    for (Person person : people) {
      List<Member> all = new ArrayList<>();
      person.accounts().forEach(account -> all.addAll(entered.getOrDefault(account, List.of())));
      if (!all.isEmpty()) {
        all.sort(BY_TIME);
        checkOneSeat(person, all);
        for (String account : person.accounts()) {
          List<Member> own = entered.getOrDefault(account, List.of());
          result.put(account, timeline(account, own, all));
        }
      }
    }
    return result;
  }

  /**
   * Refuses a person who is two things at one time; in order of time each is met by the longest.
   */
  private static void checkOneSeat(Person person, List<Member> all) {
    Member longest = all.get(0);
    for (Member member : all) {
      if (overlap(longest, member) && !isSameSeat(longest, member)) {
        boolean isDated = isDated(longest) || isDated(member);
        throw new IllegalArgumentException(
            "person ("
                + person.name()
                + ") has two memberships"
                + (isDated ? " at one time" : "")
                + ", ["
                + longest
                + "] and ["
                + member
                + "]: a person has one organization, department and role"
                + (isDated ? " at a time; end the one with until(…) where the other begins," : ";")
                + " enter the accounts as two persons or correct one of them");
      }
      longest = end(member).isAfter(end(longest)) ? member : longest;
    }
  }

  private static boolean isSameSeat(Member a, Member b) {
    return a.organization().equals(b.organization())
        && a.department().equals(b.department())
        && a.role() == b.role();
  }

  /** What an account is from change to change: as it says itself, else as the person is. */
  private static List<Member> timeline(String account, List<Member> own, List<Member> all) {
    if (all.size() == 1 && all.equals(own)) {
      return List.copyOf(own);
    }
    TreeSet<Instant> times = new TreeSet<>();
    all.forEach(member -> times.add(start(member)));
    all.forEach(member -> times.add(end(member)));
    List<Member> result = new ArrayList<>();
    Instant from = times.first();
    for (Instant until : times.tailSet(from, false)) {
      Member seat = at(from, own);
      AccountKind kind = seat == null ? AccountKind.PERSONAL : seat.kind();
      seat = seat == null ? at(from, all) : seat;
      if (seat != null) {
        add(result, spanning(seat, account, kind, from, until));
      }
      from = until;
    }
    return List.copyOf(result);
  }

  private static @Nullable Member at(Instant instant, List<Member> members) {
    for (Member member : members) {
      if (member.isAt(instant)) {
        return member;
      }
    }
    return null;
  }

  private static Member spanning(
      Member seat, String account, AccountKind kind, Instant from, Instant until) {
    return new Member(
        account,
        seat.organization(),
        seat.department(),
        seat.role(),
        kind,
        from.equals(Instant.MIN) ? Optional.empty() : Optional.of(from),
        until.equals(Instant.MAX) ? Optional.empty() : Optional.of(until));
  }

  /** Adds a membership, or lengthens the last one where it only goes on. */
  private static void add(List<Member> members, Member next) {
    Member last = members.isEmpty() ? null : members.get(members.size() - 1);
    if (last != null
        && last.until().equals(next.from())
        && isSameSeat(last, next)
        && last.kind() == next.kind()) {
      members.set(
          members.size() - 1, spanning(next, next.account(), next.kind(), start(last), end(next)));
    } else {
      members.add(next);
    }
  }
}
