package dev.repartee.funnel;

/**
 * From one stage to the next. There are two ways to ADVOCATES, because only the whole log can tell
 * whether AUDIENCE is observed: every path is counted both ways, and the summary picks one.
 */
enum Step {
  ATTRACTION(Stage.ATTENTION, Stage.ATTRACTION),
  AFFINITY(Stage.ATTRACTION, Stage.AFFINITY),
  AUDIENCE(Stage.AFFINITY, Stage.AUDIENCE),
  ADVOCATES(Stage.AUDIENCE, Stage.ADVOCATES),
  ADVOCATES_PAST_AUDIENCE(Stage.AFFINITY, Stage.ADVOCATES);

  private final Stage from;
  private final Stage to;

  Step(Stage from, Stage to) {
    this.from = from;
    this.to = to;
  }

  Stage from() {
    return from;
  }

  Stage to() {
    return to;
  }
}
