package dev.repartee.model;

import dev.repartee.internal.text.CleanText;
import dev.repartee.internal.time.EventTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The entries of a directory while they are collected, and the rules by which they must agree. */
final class DirectoryDraft {
  private final Set<String> organizations = new TreeSet<>();
  private final Map<String, List<Entry>> members = new LinkedHashMap<>();
  private final List<Entry> newMembers = new ArrayList<>();
  private final Map<String, Person> persons = new LinkedHashMap<>();
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final Map<String, Topic> topics = new LinkedHashMap<>();
  private final Set<String> nobody = new TreeSet<>();
  private final Set<String> bots = new TreeSet<>();
  private boolean ignoresCase;

  void organization(String name) {
    organizations.add(named("organization", name));
  }

  /** A membership whose dates may still be set. */
  static final class Entry {
    private final Member member;
    private @Nullable Instant from;
    private @Nullable Instant until;

    Entry(Member member) {
      this.member = member;
    }

    void from(Instant start) {
      checkOnce("from", from, start);
      from = time("from", start);
    }

    void until(Instant end) {
      checkOnce("until", until, end);
      until = time("until", end);
    }

    private void checkOnce(String what, @Nullable Instant before, Instant now) {
      if (before != null) {
        throw new IllegalArgumentException(
            what
                + " ("
                + now
                + ") of ["
                + this
                + "] is set already; enter a second membership of the account with"
                + " member(…) if it comes back");
      }
    }

    private Instant time(String what, Instant instant) {
      long millis = EventTime.of(instant);
      if (!EventTime.isValid(millis)) {
        throw new IllegalArgumentException(
            what
                + " ("
                + instant
                + ") of ["
                + member
                + "] must lie in the years 1 to 9999; leave "
                + what
                + "(…) out where there is no date");
      }
      return Instant.ofEpochMilli(millis);
    }

    Member dated() {
      if (from != null && until != null && !from.isBefore(until)) {
        throw new IllegalArgumentException(
            "until ("
                + until
                + ") of ["
                + member
                + "] must be after from ("
                + from
                + "); exchange them if they were mixed up");
      }
      return new Member(
          member.account(),
          member.organization(),
          member.department(),
          member.role(),
          member.kind(),
          Optional.ofNullable(from),
          Optional.ofNullable(until));
    }

    @Override
    public String toString() {
      return member
          + (from == null ? "" : ", from " + from)
          + (until == null ? "" : ", until " + until);
    }
  }

  Entry member(Member member) {
    String account = named("account", member.account());
    String department = named("department of " + account, member.department());
    String organization = named("organization", member.organization());
    Entry entry =
        new Entry(new Member(account, organization, department, member.role(), member.kind()));
    newMembers.add(entry);
    return entry;
  }

  /** Adds the members entered since the last time. */
  void checkNewMembers() {
    for (Entry entry : newMembers) {
      List<Entry> known = members.computeIfAbsent(entry.member.account(), a -> new ArrayList<>(1));
      for (Entry before : known) {
        Memberships.checkApart(before.dated(), entry.dated());
      }
      known.add(entry);
    }
    newMembers.clear();
  }

  void person(String name, List<String> accounts) {
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException(
          "accounts of person (" + name + ") must not be empty; name at least one");
    }
    List<String> cleaned = accounts.stream().map(a -> named("account", a)).toList();
    Person person = new Person(named("person", name), cleaned);
    Person before = persons.putIfAbsent(person.name(), person);
    if (before != null && !before.equals(person)) {
      throw new IllegalArgumentException(
          "person ("
              + name
              + ") is entered twice, with accounts "
              + before.accounts()
              + " and "
              + accounts
              + "; name all accounts in one entry");
    }
  }

  void channel(Channel channel) {
    String name = named("channel", channel.name());
    Channel cleaned =
        new Channel(name, channel.owner().map(CleanText::clean), channel.visibility());
    once("channel", channels.putIfAbsent(name, cleaned), cleaned);
  }

  void topic(Topic topic) {
    String name = named("topic", topic.name());
    Topic cleaned =
        new Topic(
            name,
            topic.organization().map(CleanText::clean),
            topic.owningDepartment().map(CleanText::clean));
    once("topic", topics.putIfAbsent(name, cleaned), cleaned);
  }

  Directory build() {
    checkNewMembers();
    Map<String, List<Member>> seats = seats();
    List<Person> people =
        persons.values().stream()
            .map(
                p ->
                    new Person(
                        p.name(), p.accounts().stream().map(this::spelling).distinct().toList()))
            .toList();
    Set<String> programs = spellings(bots);
    Set<String> nobodies = spellings(nobody);
    Map<String, Person> personOfAccount = new HashMap<>();
    for (Person person : people) {
      for (String account : person.accounts()) {
        Person before = personOfAccount.put(account, person);
        if (before != null && !before.equals(person)) {
          throw new IllegalArgumentException(
              "account ("
                  + account
                  + ") belongs to two persons, "
                  + before.name()
                  + " and "
                  + person.name()
                  + ": an account is one person's; remove it from one of them");
        }
      }
    }
    for (String account : seats.keySet()) {
      personOfAccount.computeIfAbsent(account, a -> new Person(a, List.of(a)));
    }
    Map<String, List<Member>> membersOfAccount = Memberships.of(seats, people);
    checkOrganizations();
    programs.forEach(bot -> checkApart("bot", bot, membersOfAccount.keySet(), "a member"));
    nobodies.forEach(name -> checkApart("nobody", name, personOfAccount.keySet(), "somebody"));
    nobodies.forEach(name -> checkApart("nobody", name, programs, "a bot"));
    programs.forEach(bot -> personOfAccount.computeIfAbsent(bot, a -> new Person(a, List.of(a))));
    return new Directory(
        new Directory.Entries(
            List.copyOf(organizations),
            personOfAccount,
            membersOfAccount,
            channels,
            topics,
            nobodies,
            programs,
            ignoresCase));
  }

  private Map<String, List<Member>> seats() {
    Map<String, List<Member>> seats = new LinkedHashMap<>();
    for (List<Entry> entries : members.values()) {
      for (Entry entry : entries) {
        Member m = entry.dated();
        Member spelt = Memberships.ofAccount(m, spelling(m.account()));
        List<Member> known = seats.computeIfAbsent(spelt.account(), a -> new ArrayList<>(1));
        known.forEach(before -> Memberships.checkApart(before, spelt));
        known.add(spelt);
      }
    }
    return seats;
  }

  private Set<String> spellings(Set<String> accounts) {
    Set<String> result = new TreeSet<>();
    accounts.forEach(account -> result.add(spelling(account)));
    return result;
  }

  /** The spelling by which accounts are compared. */
  private String spelling(String account) {
    return CleanText.account(account, ignoresCase);
  }

  private static void checkApart(String what, String name, Set<String> others, String as) {
    if (others.contains(name)) {
      throw new IllegalArgumentException(
          what
              + " ("
              + name
              + ") is also entered as "
              + as
              + ": an account is the one or the other; remove one of the entries");
    }
  }

  private void checkOrganizations() {
    for (Channel channel : channels.values()) {
      channel.owner().ifPresent(owner -> checkOrganization("channel " + channel.name(), owner));
    }
    for (Topic topic : topics.values()) {
      topic.organization().ifPresent(owner -> checkOrganization("topic " + topic.name(), owner));
    }
  }

  private void checkOrganization(String of, String name) {
    if (!organizations.contains(name)) {
      throw new IllegalArgumentException(
          "owner ("
              + name
              + ") of "
              + of
              + " must be one of the organizations "
              + organizations
              + "; add organization(\""
              + name
              + "\", …)");
    }
  }

  void nobody(List<String> names) {
    names.forEach(name -> nobody.add(named("nobody", name)));
  }

  void bots(List<String> accounts) {
    accounts.forEach(account -> bots.add(named("bot", account)));
  }

  void ignoringCase() {
    ignoresCase = true;
  }

  private static String named(String what, @Nullable String name) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException(what + " (" + name + ") must not be blank");
    }
    return CleanText.clean(name);
  }

  private static void once(String what, @Nullable Object before, Object now) {
    if (before != null && !before.equals(now)) {
      throw new IllegalArgumentException(
          what + " is entered twice, as [" + before + "] and as [" + now + "]; remove one");
    }
  }

  @Override
  public String toString() {
    return organizations.size()
        + " organizations, "
        + members.size()
        + " member accounts, "
        + persons.size()
        + " persons";
  }
}
