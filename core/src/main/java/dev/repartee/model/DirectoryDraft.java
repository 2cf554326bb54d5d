package dev.repartee.model;

import dev.repartee.internal.text.CleanText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The entries of a directory while they are collected, and the rules by which they must agree. */
final class DirectoryDraft {
  private final Set<String> organizations = new TreeSet<>();
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, Person> persons = new LinkedHashMap<>();
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final Map<String, Topic> topics = new LinkedHashMap<>();
  private final Set<String> nobody = new TreeSet<>();
  private final Set<String> bots = new TreeSet<>();
  private boolean ignoresCase;

  void organization(String name) {
    organizations.add(named("organization", name));
  }

  void member(Member member) {
    String account = named("account", member.account());
    String department = named("department of " + account, member.department());
    String organization = named("organization", member.organization());
    enter(new Member(account, organization, department, member.role(), member.kind()), members);
  }

  private static void enter(Member member, Map<String, Member> members) {
    Member before = members.putIfAbsent(member.account(), member);
    if (before != null && !before.equals(member)) {
      throw new IllegalArgumentException(
          "account ("
              + member.account()
              + ") is entered twice, as ["
              + before
              + "] and as ["
              + member
              + "]: an account has one membership; remove one of the entries");
    }
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
    Map<String, Member> seats = seats();
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
    Map<String, Member> memberOfAccount = new HashMap<>(seats);
    for (Person person : people) {
      extendMembership(person, seats, memberOfAccount);
    }
    checkOrganizations();
    programs.forEach(bot -> checkApart("bot", bot, memberOfAccount.keySet(), "a member"));
    nobodies.forEach(name -> checkApart("nobody", name, personOfAccount.keySet(), "somebody"));
    nobodies.forEach(name -> checkApart("nobody", name, programs, "a bot"));
    programs.forEach(bot -> personOfAccount.computeIfAbsent(bot, a -> new Person(a, List.of(a))));
    return new Directory(
        new Directory.Entries(
            List.copyOf(organizations),
            personOfAccount,
            memberOfAccount,
            channels,
            topics,
            nobodies,
            programs,
            ignoresCase));
  }

  private Map<String, Member> seats() {
    Map<String, Member> seats = new LinkedHashMap<>();
    for (Member m : members.values()) {
      enter(
          new Member(spelling(m.account()), m.organization(), m.department(), m.role(), m.kind()),
          seats);
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

  /** Membership is of the person: what one account says holds for all accounts of the person. */
  private static void extendMembership(
      Person person, Map<String, Member> seats, Map<String, Member> memberOfAccount) {
    Member known = null;
    for (String account : person.accounts()) {
      Member member = seats.get(account);
      if (member == null) {
        continue;
      }
      if (known != null && !sameSeat(known, member)) {
        throw new IllegalArgumentException(
            "person ("
                + person.name()
                + ") has two memberships, ["
                + known
                + "] and ["
                + member
                + "]: a person has one organization, department and role;"
                + " enter the accounts as two persons or correct one of them");
      }
      known = member;
    }
    if (known != null) {
      for (String account : person.accounts()) {
        memberOfAccount.putIfAbsent(
            account,
            new Member(
                account,
                known.organization(),
                known.department(),
                known.role(),
                AccountKind.PERSONAL));
      }
    }
  }

  private static boolean sameSeat(Member a, Member b) {
    return a.organization().equals(b.organization())
        && a.department().equals(b.department())
        && a.role() == b.role();
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
