package dev.repartee.stats;

/** Why a number or its interval is not there. */
final class Notes {

  static final String NONE = "";
  static final String NO_DATA = "no data";
  static final String FEW_GROUPS = "fewer than 2 groups";
  static final String LEFT_OUT = "undefined when a group is left out";
  static final String TOO_SHORT = "follow-up too short";
  static final String ALL_HAPPENED = "nobody left waiting";
  static final String NOT_DEFINED = "not defined";
  static final String NOTHING_HAPPENED = "nothing had happened";
  static final String NOT_TOGETHER = "no event while both wait";
  static final String NO_SCATTER = "replicates do not differ";

  /** With fewer groups than this, an interval is too shaky to base a verdict on. */
  static final int ENOUGH_GROUPS = 10;

  private Notes() {}
}
