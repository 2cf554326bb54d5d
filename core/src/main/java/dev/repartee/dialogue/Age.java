package dev.repartee.dialogue;

/** How old a strand is, and whether anything still happens in it. */
enum Age {
  /** Its first message is younger than the horizon. */
  OPEN,
  /** Older, with a message within the last horizon. */
  GOING_ON,
  /** Older, and silent for the horizon or longer. */
  AT_REST;

  static final int COUNT = 3;

  private static final Age[] AGES = values();

  static Age of(int ordinal) {
    return AGES[ordinal];
  }
}
