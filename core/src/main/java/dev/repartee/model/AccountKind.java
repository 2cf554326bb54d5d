package dev.repartee.model;

/** Whether an account of a member shows a human face or a brand. */
public enum AccountKind {
  /** A named human being writes: {@code jane_at_acme}. */
  PERSONAL,
  /** The organization writes: {@code acme_care}. */
  BRAND
}
