package dev.repartee.model;

/**
 * What one account has to do with an organization.
 *
 * @param account the account
 * @param organization the organization the person belongs to
 * @param department the department of the person
 * @param role the role of the person
 * @param kind whether this account shows a human face or the brand
 */
public record Member(
    String account, String organization, String department, Role role, AccountKind kind) {
  @Override
  public String toString() {
    return account + ": " + organization + ", " + department + ", " + role + ", " + kind;
  }
}
