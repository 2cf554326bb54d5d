package dev.repartee.breadth;

/** How an organization engages: on many channels or few, deeply or not. */
public enum Quadrant {
  /** On many channels, and deeply. */
  MAVEN,
  /** On many channels, and not deeply. */
  BUTTERFLY,
  /** On few channels, and deeply. */
  SELECTIVE,
  /** On few channels, and not deeply. */
  WALLFLOWER;

  static Quadrant of(boolean isBroad, boolean isDeep) {
    return isBroad ? isDeep ? MAVEN : BUTTERFLY : isDeep ? SELECTIVE : WALLFLOWER;
  }
}
