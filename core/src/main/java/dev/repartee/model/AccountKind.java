package dev.repartee.model;

/** Whether a member's account shows a human face or the brand. */
public enum AccountKind {
  /** A named person writes: {@code jane_at_acme}. */
  PERSONAL,
  /** The organization writes: {@code acme_care}. */
  BRAND
}
