package dev.repartee.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What one account has to do with an organization, and when.
 *
 * @param account the account
 * @param organization the organization the person belongs to
 * @param department the department of the person
 * @param role the role of the person
 * @param kind whether this account shows a human face or the brand
 * @param from the first instant of it, or empty for as long as anybody remembers
 * @param until the first instant after it, or empty where no end is known
 */
public record Member(
    String account,
    String organization,
    String department,
    Role role,
    AccountKind kind,
    Optional<Instant> from,
    Optional<Instant> until) {

  /**
   * Makes a membership that has no dates.
   *
   * @param account the account
   * @param organization the organization the person belongs to
   * @param department the department of the person
   * @param role the role of the person
   * @param kind whether this account shows a human face or the brand
   */
  public Member(
      String account, String organization, String department, Role role, AccountKind kind) {
    this(account, organization, department, role, kind, Optional.empty(), Optional.empty());
  }

  /**
   * {@return whether it holds at an instant; from inclusive, until exclusive}
   *
   * @param instant when
   */
  public boolean isAt(Instant instant) {
    return from.map(start -> !instant.isBefore(start)).orElse(true)
        && until.map(instant::isBefore).orElse(true);
  }

  @Override
  public String toString() {
    return account
        + ": "
        + organization
        + ", "
        + department
        + ", "
        + role
        + ", "
        + kind
        + from.map(start -> ", from " + start).orElse("")
        + until.map(end -> ", until " + end).orElse("");
  }
}
