package dev.repartee.consistency;

/** Whether somebody of the organization is still there. */
public enum Activity {
  /** It wrote within the last 30 days. */
  ACTIVE,
  /** It has been silent for 30 days or more. */
  QUIET,
  /** It has been silent for 90 days or more. */
  ABANDONED,
  /** It never wrote. */
  NEVER_WROTE;

  private static final long DAY = 86_400_000L;

  /** By how long it has been silent. */
  static Activity of(long silentMillis) {
    return silentMillis < 30 * DAY ? ACTIVE : silentMillis < 90 * DAY ? QUIET : ABANDONED;
  }
}
