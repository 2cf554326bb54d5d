package dev.repartee.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The membership of one account in an organization, and its dates.
 *
 * @param account the account
 * @param organization the organization the person belongs to
 * @param department the department of the person
 * @param role the role of the person
 * @param kind whether this account shows a human face or the brand
 * @param from the first instant of the membership, or empty if it has no known beginning
 * @param until the first instant after it, or empty if it has no known end
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
   * Creates a membership without dates.
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
   * {@return whether the membership holds at an instant, from inclusive, until exclusive}
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
