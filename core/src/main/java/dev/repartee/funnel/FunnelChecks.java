package dev.repartee.funnel;

import com.google.common.math.LongMath;
import dev.repartee.funnel.FunnelRules.Choices;
import dev.repartee.internal.text.OptionText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what contradicts itself in the options of a funnel. */
final class FunnelChecks {
  private FunnelChecks() {}

  static void check(Choices choices) {
    List<FunnelStep> steps = choices.steps();
    require(
        !steps.isEmpty() && steps.size() <= FunnelRules.MOST_STEPS,
        "steps (" + steps.size() + " of them) must be 1 to " + FunnelRules.MOST_STEPS);
    Set<String> names = new HashSet<>();
    for (FunnelStep step : steps) {
      require(
          names.add(step.name()),
          "step (" + step.name() + ") must not be named twice: results go by the name");
    }
    checkEnds(steps);
    if (choices.anyOrder()) {
      checkAnyOrder(choices);
    }
    steps.forEach(step -> checkTimes(step, choices));
    checkWindow(choices);
    require(
        choices.ignored() == null || choices.strictOrder(),
        "ignoring() without strictOrder() has nothing to say: what does no step matters there only;"
            + " add strictOrder(), or leave ignoring() out");
    require(
        choices.exclusions().size() <= FunnelRules.MOST_EXCLUSIONS,
        "exclusions ("
            + choices.exclusions().size()
            + " of them) must be at most "
            + FunnelRules.MOST_EXCLUSIONS
            + "; put several filters into one");
  }

  private static void checkEnds(List<FunnelStep> steps) {
    FunnelStep first = steps.get(0);
    FunnelStep last = steps.get(steps.size() - 1);
    require(
        !first.isOptional(),
        "optional() and the first step ("
            + first.name()
            + ") contradict each other: every chain begins with it; make the step after it the"
            + " first");
    require(
        !last.isOptional(),
        "optional() and the last step ("
            + last.name()
            + ") contradict each other: who comes to it has come through; leave optional() out");
    require(
        !first.isTimed(),
        "noSoonerThan() or noLaterThan() and the first step ("
            + first.name()
            + ") contradict each other: no step is before it; leave the time out");
  }

  private static void checkAnyOrder(Choices choices) {
    String other =
        choices.strictOrder()
            ? "strictOrder()"
            : choices.strictlyIncreasing()
                ? "strictlyIncreasing()"
                : choices.noRepeats()
                    ? "noRepeats()"
                    : choices.oneStepPerEvent()
                        ? "oneStepPerEvent()"
                        : choices.firstChainOnly() ? "firstChainOnly()" : "";
    if (!choices.exclusions().isEmpty()) {
      other = "excluding(…)";
    }
    for (FunnelStep step : choices.steps()) {
      other = step.isTimed() ? "the time of step (" + step.name() + ")" : other;
      other = step.isOptional() ? "optional() of step (" + step.name() + ")" : other;
    }
    require(
        other.isEmpty(),
        "anyOrder() and "
            + other
            + " contradict each other: without an order no step comes before another; leave one"
            + " of the two out");
  }

  private static void checkTimes(FunnelStep step, Choices choices) {
    require(
        step.minimum() <= step.maximum(),
        "noSoonerThan ("
            + OptionText.exact(step.minimum())
            + ") and noLaterThan ("
            + OptionText.exact(step.maximum())
            + ") of step ("
            + step.name()
            + ") contradict each other: nobody can do it; make the second the longer");
    require(
        !choices.strictlyIncreasing() || step.maximum() > 0,
        "strictlyIncreasing() and noLaterThan (0 s) of step ("
            + step.name()
            + ") contradict each other: nobody can do it; leave one of the two out");
  }

  /** Whoever does all that has to be done, each step as soon as may be, needs so long. */
  private static void checkWindow(Choices choices) {
    long least = 0;
    boolean timed = false;
    for (FunnelStep step : choices.steps().subList(1, choices.steps().size())) {
      if (!step.isOptional()) {
        long own = Math.max(step.minimum(), choices.strictlyIncreasing() ? 1 : 0);
        least = LongMath.saturatedAdd(least, own);
        timed |= step.minimum() > 0;
      }
    }
    require(
        least <= choices.window(),
        "within ("
            + OptionText.exact(choices.window())
            + ") and "
            + (timed ? "noSoonerThan of the steps" : "strictlyIncreasing()")
            + ", together at least "
            + OptionText.exact(least)
            + ", contradict each other: nobody can come through; make the window longer or the"
            + " least times shorter");
  }

  static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
