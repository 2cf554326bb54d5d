package dev.repartee.log;

import com.google.common.collect.Iterables;
import dev.repartee.internal.bytes.Wtf8;
import dev.repartee.internal.text.CleanText;
import dev.repartee.internal.walk.PersonNames;
import dev.repartee.model.Directory;
import dev.repartee.model.Member;
import dev.repartee.model.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The persons of a log by code: those of the directory first, then every other account, then the
 * anonymous, each a person of its own.
 */
final class People implements PersonNames {
  static final String ANONYMOUS = "(anonymous)";

  /** Codes below this one say that it depends on the time: where the seats stand. */
  private static final int FIRST_DATED = Interning.NONE - 1;

  private final List<Person> listed;
  private final boolean ignoresCase;

  /** The organization of each listed person, or {@link #FIRST_DATED} less the number of seats. */
  private final int[] organizations;

  private final List<Optional<String>> departments = new ArrayList<>();

  /** The seats of listed persons that have dates. */
  private final List<Seats> datedPersons = new ArrayList<>();

  /** The seats of accounts that have dates; not all seats of one person are alike. */
  private final List<Seats> datedAccounts = new ArrayList<>();

  private final int[] personOfAccount;
  private final int[] bitsOfAccount;
  private final TextHeap heap = new TextHeap();
  private final long[] words;
  private final byte[] kinds;
  private final byte[] groups;
  private final List<String> unseenMembers;
  private final List<String> nearNames = new ArrayList<>();
  private int size;

  People(
      Directory directory,
      Staging staging,
      KeyColumn[] columns,
      Interning accounts,
      Workers workers) {
    listed = directory.persons();
    ignoresCase = directory.ignoresCase();
    organizations = new int[listed.size()];
    Map<String, Integer> listedAccounts = new HashMap<>();
    for (int p = 0; p < listed.size(); p++) {
      List<Member> seats = List.of();
      for (String account : listed.get(p).accounts()) {
        listedAccounts.put(account, p);
        seats = seats.isEmpty() ? directory.membersOf(account) : seats;
      }
      boolean isDated = Seats.areDated(seats);
      Optional<Member> seat =
          isDated || seats.isEmpty() ? Optional.empty() : Optional.of(seats.get(0));
      organizations[p] =
          isDated
              ? FIRST_DATED - datedPersons.size()
              : seat.map(m -> directory.organizations().indexOf(m.organization()))
                  .orElse(Interning.NONE);
      departments.add(seat.map(Member::department));
      if (isDated) {
        datedPersons.add(new Seats(directory, seats));
      }
    }
    size = listed.size();
    personOfAccount = new int[accounts.size()];
    bitsOfAccount = new int[accounts.size()];
    words = new long[accounts.size()];
    kinds = new byte[accounts.size()];
    long[] listedNumbers =
        listedAccounts.keySet().stream().filter(Keys::isNumber).mapToLong(Keys::number).toArray();
    Arrays.sort(listedNumbers);
    Set<String> seen = new HashSet<>();
    Map<String, String> near = new HashMap<>();
    listedAccounts.keySet().forEach(account -> near.put(folded(account), account));
    for (int account = 0; account < accounts.size(); account++) {
      KeyColumn column = columns[accounts.firstColumn(account)];
      int row = accounts.firstRow(account);
      byte kind = column.kind(row);
      long word = column.word(row);
      // Most accounts are not listed, and of numbers that shows without making a text of them.
      boolean canBeListed = kind == Keys.TEXT || Arrays.binarySearch(listedNumbers, word) >= 0;
      String name =
          canBeListed && !listedAccounts.isEmpty() ? Keys.text(kind, word, column.heap) : "";
      Integer person = listedAccounts.get(name);
      if (person == null) {
        addUnlisted(account, kind, word, column.heap);
      } else {
        personOfAccount[account] = person;
        bitsOfAccount[account] = bits(directory, name);
      }
      if (accounts.firstColumn(account) == 0 && !name.isEmpty()) {
        seen.add(name);
        String alike = person == null ? near.get(folded(name)) : null;
        if (alike != null) {
          nearNames.add(name + " (like " + alike + ")");
        }
      }
    }
    unseenMembers =
        directory.members().stream().map(Member::account).filter(m -> !seen.contains(m)).toList();
    groups = groups(workers);
  }

  /** What two spellings of an account have in common that a person would take for one. */
  private static String folded(String account) {
    String folded = CleanText.ignoringCase(account);
    return folded.startsWith("@") ? folded.substring(1) : folded;
  }

  /** The accounts of members that no row bears, sorted. */
  List<String> unseenMembers() {
    return unseenMembers;
  }

  /** The accounts that look like one of the directory, each with it, sorted. */
  List<String> nearNames() {
    return nearNames.stream().sorted().toList();
  }

  private void addUnlisted(int account, byte kind, long word, TextHeap from) {
    int own = size - listed.size();
    personOfAccount[account] = size++;
    kinds[own] = kind;
    words[own] = kind == Keys.TEXT ? heap.add(from, word) : word;
  }

  private byte[] groups(Workers workers) {
    byte[] result = new byte[size];
    workers.overRanges(
        size,
        (from, to) -> {
          ReplicateGroups hashing = new ReplicateGroups();
          for (int p = from; p < to; p++) {
            int own = p - listed.size();
            result[p] =
                (byte)
                    (own < 0
                        ? hashing.of(Wtf8.bytes(listed.get(p).name()))
                        : hashing.of(kinds[own], words[own], heap));
          }
        });
    return result;
  }

  private int bits(Directory directory, String account) {
    List<Member> members = directory.membersOf(account);
    if (Seats.areDated(members)) {
      datedAccounts.add(new Seats(directory, members));
      return -datedAccounts.size();
    }
    return members.isEmpty()
        ? directory.bots().contains(account) ? RowBits.BOT : 0
        : Seats.bits(members.get(0));
  }

  /** The person of an account. */
  int person(int account) {
    return personOfAccount[account];
  }

  /** What is known of the author's account at a time, as {@link RowBits}. */
  int bits(int account, long at) {
    int bits = bitsOfAccount[account];
    return bits >= 0 ? bits : datedAccounts.get(-bits - 1).bits(at);
  }

  /** Makes a person for a row without an author. */
  int addAnonymous() {
    return size++;
  }

  int size() {
    return size;
  }

  int group(int person) {
    return groups[person];
  }

  /** Whether what a person is depends on the time. */
  boolean isDated(int person) {
    return person < organizations.length && organizations[person] <= FIRST_DATED;
  }

  /** Whether what any person is depends on the time. */
  boolean areDated() {
    return !datedPersons.isEmpty();
  }

  private Seats seats(int person) {
    return datedPersons.get(FIRST_DATED - organizations[person]);
  }

  /** The organization of a person at a time. */
  int organizationOf(int person, long at) {
    if (person >= organizations.length) {
      return Interning.NONE;
    }
    int code = organizations[person];
    return code > FIRST_DATED ? code : seats(person).organization(at);
  }

  /** The department of a person at a time. */
  Optional<String> departmentOf(int person, long at) {
    if (person >= departments.size()) {
      return Optional.empty();
    }
    return isDated(person) ? seats(person).department(at) : departments.get(person);
  }

  /**
   * When a person joins an organization for the first time, {@code Long.MIN_VALUE} for one who has
   * always been a member; {@code Long.MAX_VALUE} where nothing of the person is dated.
   */
  long joins(int person) {
    return isDated(person) ? seats(person).joins() : Long.MAX_VALUE;
  }

  /**
   * When a person joins an organization for the first time after an instant; {@code Long.MAX_VALUE}
   * where that is never, or nothing is dated.
   */
  long joinsAfter(int person, long instant) {
    return isDated(person) ? seats(person).joinsAfter(instant) : Long.MAX_VALUE;
  }

  /** An account by which another log knows the same person, or null for the anonymous. */
  @Nullable String account(int person) {
    if (person < listed.size()) {
      return Iterables.getFirst(listed.get(person).accounts(), null);
    }
    int own = person - listed.size();
    return own < kinds.length && kinds[own] != Keys.ABSENT
        ? Keys.text(kinds[own], words[own], heap)
        : null;
  }

  /** An order that is the same in every log: nobody, then the listed, then by account. */
  int compare(int a, int b) {
    if (a < listed.size() || b < listed.size()) {
      return Integer.compare(Math.min(a, listed.size()), Math.min(b, listed.size()));
    }
    int ownA = a - listed.size();
    int ownB = b - listed.size();
    return Keys.compare(kinds[ownA], words[ownA], kinds[ownB], words[ownB], heap);
  }

  @Override
  public String name(int person) {
    if (person < listed.size()) {
      return listed.get(person).name();
    }
    String account = account(person);
    return account == null ? ANONYMOUS : account;
  }

  /**
   * The person of a name of the directory, else of an account, or a negative number. It takes time
   * in proportion to the accounts, at a look at each.
   */
  int find(Directory directory, String nameOrAccount) {
    for (int p = 0; p < listed.size(); p++) {
      if (listed.get(p).name().equals(nameOrAccount)) {
        return p;
      }
    }
    Optional<Person> owner = directory.personOf(nameOrAccount);
    return owner.isPresent()
        ? listed.indexOf(owner.get())
        : findUnlisted(CleanText.account(nameOrAccount, ignoresCase));
  }

  private int findUnlisted(String account) {
    boolean isNumber = Keys.isNumber(account);
    byte kind = isNumber ? Keys.NUMBER : Keys.TEXT;
    TextHeap sought = new TextHeap();
    long word = isNumber ? Keys.number(account) : sought.add(account);
    for (int own = 0; own < kinds.length; own++) {
      if (kinds[own] == kind
          && (isNumber ? words[own] == word : heap.equal(words[own], sought, word))) {
        return listed.size() + own;
      }
    }
    return Interning.NONE;
  }

  /** Offers the names of all persons, but for the anonymous, and the accounts of the listed. */
  void offerTo(NearNames near) {
    for (Person person : listed) {
      near.offer(person.name());
      person.accounts().forEach(near::offer);
    }
    for (int own = 0; own < kinds.length; own++) {
      if (kinds[own] != Keys.ABSENT) {
        near.offer(Keys.text(kinds[own], words[own], heap));
      }
    }
  }

  /** The persons behind some accounts, or with these names in the directory. */
  BitSet personsOf(Set<String> names) {
    Set<String> accounts = new HashSet<>(names);
    names.forEach(name -> accounts.add(CleanText.account(name, ignoresCase)));
    BitSet result = new BitSet();
    for (int person = 0; person < listed.size(); person++) {
      Person one = listed.get(person);
      result.set(
          person,
          accounts.contains(one.name()) || one.accounts().stream().anyMatch(accounts::contains));
    }
    for (int own = 0; own < kinds.length && kinds[own] != Keys.ABSENT; own++) {
      if (accounts.contains(Keys.text(kinds[own], words[own], heap))) {
        result.set(listed.size() + own);
      }
    }
    return result;
  }
}
