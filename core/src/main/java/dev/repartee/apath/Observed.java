package dev.repartee.apath;

import dev.repartee.measure.SeenKinds;
import java.util.Arrays;
import java.util.Optional;

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
    return lacking(standing).isEmpty();
  }

  /** The first of some stages that is not observed, if any. */
  Optional<Stage> lacking(Stage... stages) {
    return Arrays.stream(stages).filter(stage -> !has(stage)).findFirst();
  }

  /** The stage that would show that somebody stands there, if it is not observed. */
  Optional<Stage> lacking(Standing standing) {
    return switch (standing) {
      case NEW, LAPSED -> Optional.empty();
      case UNFOLLOWED, UNSUBSCRIBED -> lacking(Stage.AUDIENCE);
      default -> lacking(Stage.values()[standing.ordinal() - 1]);
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
    lacking(standing).ifPresent(this::needs);
  }
}
