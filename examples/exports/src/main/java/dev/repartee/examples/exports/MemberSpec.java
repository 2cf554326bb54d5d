package dev.repartee.examples.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of an organization, as a list, a file or a recipe names them.
 *
 * @param account the account
 * @param organization whose; empty for the usual one
 * @param department of which department; empty where nobody says it
 * @param role STAFF, LEADER, BOT or BRAND
 * @param from the first instant of it, or empty
 * @param until the first instant after it, or empty
 */
record MemberSpec(
    String account,
    String organization,
    String department,
    String role,
    Optional<Instant> from,
    Optional<Instant> until) {
  private static final String NO_DEPARTMENT = "no department";

  MemberSpec {
    switch (role) {
      case "STAFF", "LEADER", "BOT", "BRAND" -> {}
      default ->
          throw new IllegalArgumentException(
              "role ("
                  + role
                  + ") of "
                  + account
                  + " must be STAFF, LEADER, BOT or BRAND; a name with a colon in it goes in quotes,"
                  + " as '\"@acme:matrix.org\":Support'");
    }
  }

  /** One who has always been one. */
  MemberSpec(String account, String organization, String department, String role) {
    this(account, organization, department, role, Optional.empty(), Optional.empty());
  }

  /** The same for a time. */
  MemberSpec during(Optional<Instant> start, Optional<Instant> end) {
    return new MemberSpec(account, organization, department, role, start, end);
  }

  /** The member that a recipe made, or null where it has no account. */
  static @Nullable MemberSpec of(ObjectNode member) {
    String account = text(member, "account");
    return account.isBlank()
        ? null
        : new MemberSpec(
            RowWriter.key(account),
            text(member, "organization"),
            text(member, "department"),
            role(text(member, "role")));
  }

  private static String text(ObjectNode member, String name) {
    JsonNode value = member.get(name);
    return value == null || value.isNull() ? "" : value.asText().strip();
  }

  /** The role of a word; none is STAFF. */
  static String role(String word) {
    return word.isBlank() ? "STAFF" : word.strip().toUpperCase(Locale.ROOT);
  }

  /** What two records say of one account: the first that says anything wins. */
  MemberSpec and(MemberSpec other) {
    return new MemberSpec(
        account,
        organization.isEmpty() ? other.organization : organization,
        department.isEmpty() ? other.department : department,
        role.equals("STAFF") ? other.role : role,
        from,
        until);
  }

  /** The same in the organization that the user has named, else in its own, else in a usual one. */
  MemberSpec in(Optional<String> named, String usual) {
    String its = named.orElse(organization.isEmpty() ? usual : organization);
    return new MemberSpec(account, its, department, role, from, until);
  }

  /** The same under another account. */
  MemberSpec as(String other) {
    return new MemberSpec(other, organization, department, role, from, until);
  }

  /** The department, or a word for none. */
  String departmentOrNone() {
    return department.isEmpty() ? NO_DEPARTMENT : department;
  }

  /** Whether it is a program. */
  boolean isBot() {
    return role.equals("BOT");
  }
}
