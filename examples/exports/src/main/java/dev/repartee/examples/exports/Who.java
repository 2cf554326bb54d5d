package dev.repartee.examples.exports;

import dev.repartee.model.Directory;
import dev.repartee.model.Directory.MemberBuilder;
import dev.repartee.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Who is who, as it is gathered from options, files and recipes; then it becomes a directory. */
final class Who {
  /** What belongs to an organization by its name: a channel, a topic with its department. */
  private record Owned(String name, String organization, String department) {}

  private final List<MemberSpec> members = new ArrayList<>();
  private final Map<String, List<String>> persons = new LinkedHashMap<>();
  private final List<Owned> channels = new ArrayList<>();
  private final List<Owned> internal = new ArrayList<>();
  private final List<Owned> topics = new ArrayList<>();
  private final List<String> organizations = new ArrayList<>();

  void add(MemberSpec member) {
    members.add(member);
  }

  void organization(String name) {
    organizations.add(name);
  }

  void person(String name, List<String> accounts) {
    persons.put(name, accounts);
  }

  void channel(String name, String organization) {
    channels.add(new Owned(name, organization, ""));
  }

  void internal(String name, String organization) {
    internal.add(new Owned(name, organization, ""));
  }

  void topic(String name, String organization, String department) {
    topics.add(new Owned(name, organization, department));
  }

  List<MemberSpec> members() {
    return members;
  }

  /**
   * The same, where two neighbours of a list are one who writes so: {@code Smith, John} may be one
   * name.
   */
  Who joined(Set<String> authors) {
    for (int i = 0; i + 1 < members.size(); i++) {
      MemberSpec first = members.get(i);
      MemberSpec second = members.get(i + 1);
      String together = first.account() + ", " + second.account();
      if (first.department().isEmpty()
          && first.organization().equals(second.organization())
          && !authors.contains(first.account())
          && !authors.contains(second.account())
          && authors.contains(together)) {
        members.set(i, second.as(together));
        members.remove(i + 1);
      }
    }
    return this;
  }

  /** Whether anybody but programs belongs to an organization. */
  boolean hasPeople() {
    return members.stream().anyMatch(member -> !member.isBot());
  }

  /** The directory. */
  Directory directory() {
    return directory(UnaryOperator.identity());
  }

  /**
   * The directory, with accounts for the names that people have written.
   *
   * @param accountOf the account of a name
   */
  Directory directory(UnaryOperator<String> accountOf) {
    Directory.Builder directory = Directory.builder();
    organizations.forEach(name -> directory.organization(name, none -> {}));
    for (MemberSpec member : members) {
      String account = accountOf.apply(member.account());
      String department = member.departmentOrNone();
      directory.organization(
          member.organization(),
          in -> {
            MemberBuilder entered =
                switch (member.role()) {
                  case "LEADER" -> in.member(account, department, Role.LEADER);
                  case "BOT" -> in.bot(account, department);
                  case "BRAND" -> in.brand(account, department);
                  default -> in.member(account, department);
                };
            member.from().ifPresent(entered::from);
            member.until().ifPresent(entered::until);
          });
    }
    persons.forEach(
        (name, accounts) ->
            directory.person(name, accounts.stream().map(accountOf).toArray(String[]::new)));
    channels.forEach(owned -> directory.channel(owned.name(), owned.organization()));
    internal.forEach(owned -> directory.internalChannel(owned.name(), owned.organization()));
    topics.forEach(
        owned -> directory.topic(owned.name(), owned.organization(), owned.department()));
    return directory.build();
  }
}
