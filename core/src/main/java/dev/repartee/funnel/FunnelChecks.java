package dev.repartee.funnel;

import static com.google.common.base.Preconditions.checkArgument;

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
    checkArgument(
        !steps.isEmpty() && steps.size() <= FunnelRules.MOST_STEPS,
        "steps (%s of them) must be 1 to %s",
        steps.size(),
        FunnelRules.MOST_STEPS);
    Set<String> names = new HashSet<>();
    for (FunnelStep step : steps) {
      checkArgument(
          names.add(step.name()),
          "step (%s) must not be named twice: results go by the name",
          step.name());
    }
    checkEnds(steps);
    if (choices.anyOrder()) {
      checkAnyOrder(choices);
    }
    steps.forEach(step -> checkTimes(step, choices));
    checkWindow(choices);
    checkArgument(
        choices.ignored() == null || choices.strictOrder(),
        "ignoring() without strictOrder() has no effect: only there do other events matter;"
            + " add strictOrder(), or leave ignoring() out");
    checkArgument(
        choices.exclusions().size() <= FunnelRules.MOST_EXCLUSIONS,
        "exclusions (%s of them) must be at most %s; put several filters into one",
        choices.exclusions().size(),
        FunnelRules.MOST_EXCLUSIONS);
  }

  private static void checkEnds(List<FunnelStep> steps) {
    FunnelStep first = steps.get(0);
    FunnelStep last = steps.get(steps.size() - 1);
    checkArgument(
        !first.isOptional(),
        "optional() and the first step (%s) contradict each other: every chain begins with it;"
            + " make the step after it the first",
        first.name());
    checkArgument(
        !last.isOptional(),
        "optional() and the last step (%s) contradict each other: whoever comes to it has come"
            + " through; leave optional() out",
        last.name());
    checkArgument(
        !first.isTimed(),
        "noSoonerThan() or noLaterThan() and the first step (%s) contradict each other: no step"
            + " is before it; leave the time out",
        first.name());
  }

  private static void checkAnyOrder(Choices choices) {
    String other =
        choices.strictOrder()
            ? "strictOrder()"
            : choices.strictlyIncreasing()
                ? "strictlyIncreasing()"
                : choices.noRepeats()
                    ? "noRepeats()"
                    : choices.firstChainOnly() ? "firstChainOnly()" : "";
    other = choices.entries() != null ? "everyEntryBy…()" : other;
    if (!choices.exclusions().isEmpty()) {
      other = "excluding(…)";
    }
    for (FunnelStep step : choices.steps()) {
      other = step.isTimed() ? "the time of step (" + step.name() + ")" : other;
      other = step.isOptional() ? "optional() of step (" + step.name() + ")" : other;
    }
    checkArgument(
        other.isEmpty(),
        "anyOrder() and %s contradict each other: without an order no step comes before another;"
            + " leave one of the two out",
        other);
  }

  private static void checkTimes(FunnelStep step, Choices choices) {
    checkArgument(
        step.minimum() <= step.maximum(),
        "noSoonerThan (%s) and noLaterThan (%s) of step (%s) contradict each other: nobody can do"
            + " it; make the second the longer",
        OptionText.exact(step.minimum()),
        OptionText.exact(step.maximum()),
        step.name());
    checkArgument(
        !choices.strictlyIncreasing() || step.maximum() > 0,
        "strictlyIncreasing() and noLaterThan (0 s) of step (%s) contradict each other: nobody"
            + " can do it; leave one of the two out",
        step.name());
  }

  /** The time needed to complete all required steps, each as soon as possible. */
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
    checkArgument(
        least <= choices.window(),
        "within (%s) and %s, together at least %s, contradict each other: nobody can come"
            + " through; make the window longer or the least times shorter",
        OptionText.exact(choices.window()),
        (timed ? "noSoonerThan of the steps" : "strictlyIncreasing()"),
        OptionText.exact(least));
  }
}
