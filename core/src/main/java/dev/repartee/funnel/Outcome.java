package dev.repartee.funnel;

/** How far a path came, on both ways to ADVOCATES: the steps it took decide it. */
enum Outcome {
  ATTENTION(Stage.ATTENTION, false),
  ATTRACTION(Stage.ATTRACTION, false),
  AFFINITY(Stage.AFFINITY, false),
  AFFINITY_ADVOCATING(Stage.AFFINITY, true),
  AUDIENCE(Stage.AUDIENCE, false),
  AUDIENCE_ADVOCATING(Stage.AUDIENCE, true),
  ADVOCATES(Stage.ADVOCATES, true);

  private final Stage deepest;
  private final boolean advocating;

  Outcome(Stage deepest, boolean advocating) {
    this.deepest = deepest;
    this.advocating = advocating;
  }

  static Outcome of(Path path) {
    boolean advocating = path.at(Step.ADVOCATES_PAST_AUDIENCE) != Path.NEVER;
    if (path.at(Step.ADVOCATES) != Path.NEVER) {
      return ADVOCATES;
    }
    if (path.at(Step.AUDIENCE) != Path.NEVER) {
      return advocating ? AUDIENCE_ADVOCATING : AUDIENCE;
    }
    if (path.at(Step.AFFINITY) != Path.NEVER) {
      return advocating ? AFFINITY_ADVOCATING : AFFINITY;
    }
    return path.at(Step.ATTRACTION) != Path.NEVER ? ATTRACTION : ATTENTION;
  }

  /** Whether such a path took a step. */
  boolean took(Step step) {
    return step == Step.ADVOCATES_PAST_AUDIENCE ? advocating : deepest.compareTo(step.to()) >= 0;
  }
}
