package dev.repartee.apath;

import dev.repartee.measure.SeenKinds;

/** What a log shows of the stages, and the way that paths are counted along because of it. */
record Observed(Conditions conditions, SeenKinds seen) {

  int variant() {
    return conditions.variant(seen);
  }

  boolean has(Stage stage) {
    return conditions.isObserved(stage, seen);
  }

  /** Whether the log can show that somebody stands there. */
  boolean has(Standing standing) {
    return switch (standing) {
      case NEW, LAPSED -> true;
      case UNFOLLOWED, UNSUBSCRIBED -> has(Stage.AUDIENCE);
      default -> has(Stage.values()[standing.ordinal() - 1]);
    };
  }

  void needs(Stage stage) {
    if (!has(stage)) {
      throw new IllegalStateException(
          "stage ("
              + stage
              + ") is not observed: the log holds no kind of act that can prove it;"
              + " ask isObserved() first, or go by APathRules.standard().observing(Stage."
              + stage
              + ") if such acts would be in the log");
    }
  }

  void needs(Standing standing) {
    switch (standing) {
      case NEW, LAPSED -> {}
      case UNFOLLOWED, UNSUBSCRIBED -> needs(Stage.AUDIENCE);
      default -> needs(Stage.values()[standing.ordinal() - 1]);
    }
  }
}
