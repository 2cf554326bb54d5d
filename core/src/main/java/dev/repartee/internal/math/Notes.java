package dev.repartee.internal.math;

/** Why a number or its interval is not there. */
public final class Notes {

  public static final String NONE = "";
  public static final String NO_DATA = "no data";
  public static final String FEW_GROUPS = "fewer than 2 groups";
  public static final String FEW_TO_COMPARE = "fewer than 3 groups";
  public static final String FEW_WEEKS = "few weeks";
  public static final String ALL_COUNTED = "all counted";
  public static final String FEW_VALUES = "fewer than 2 values";
  public static final String LEFT_OUT = "undefined when a group is left out";
  public static final String TOO_SHORT = "follow-up too short";
  public static final String NOT_DEFINED = "not defined";
  public static final String NOTHING_HAPPENED = "nothing had happened";
  public static final String NOT_TOGETHER = "no event while both wait";
  public static final String NO_SCATTER = "replicates do not differ";

  /** With fewer groups than this, an interval is too shaky to base a verdict on. */
  public static final int ENOUGH_GROUPS = 10;

  private Notes() {}
}
