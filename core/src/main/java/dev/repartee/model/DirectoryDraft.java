package dev.repartee.model;

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

  void organization(String name) {
    organizations.add(named("organization", name));
  }

  void member(Member member) {
    named("account", member.account());
    named("department of " + member.account(), member.department());
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
    named("person", name);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException(
          "accounts of person (" + name + ") must not be empty; name at least one");
    }
    Person person = new Person(name, accounts);
    Person before = persons.putIfAbsent(name, person);
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
    once("channel", channels.putIfAbsent(named("channel", channel.name()), channel), channel);
  }

  void topic(Topic topic) {
    once("topic", topics.putIfAbsent(named("topic", topic.name()), topic), topic);
  }

  Directory build() {
    Map<String, Person> personOfAccount = new HashMap<>();
    for (Person person : persons.values()) {
      for (String account : person.accounts()) {
        Person before = personOfAccount.put(named("account", account), person);
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
    for (String account : members.keySet()) {
      personOfAccount.computeIfAbsent(account, a -> new Person(a, List.of(a)));
    }
    Map<String, Member> memberOfAccount = new HashMap<>(members);
    for (Person person : persons.values()) {
      extendMembership(person, memberOfAccount);
    }
    checkOrganizations();
    return new Directory(
        List.copyOf(organizations), personOfAccount, memberOfAccount, channels, topics);
  }

  /** Membership is of the person: what one account says holds for all accounts of the person. */
  private void extendMembership(Person person, Map<String, Member> memberOfAccount) {
    Member known = null;
    for (String account : person.accounts()) {
      Member member = members.get(account);
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

  private static String named(String what, @Nullable String name) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException(what + " (" + name + ") must not be blank");
    }
    return name;
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
