package dev.repartee.apath;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.SeenKinds;
import dev.repartee.model.ActKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The conditions of the stages, made ready for the walk: for each kind of event a mask of the
 * clauses it counts for, for each stage the mask of its clauses, and the ways a path may be counted
 * along.
 *
 * <p>A way passes over the stages that may turn out to be unobserved although a later one is
 * observed. By the standard conditions that is AUDIENCE alone, which makes two ways.
 */
final class Conditions {
  /** The number of stages, and the place after them of those who speak on campaigns. */
  static final int STAGES = Stage.values().length;

  /** Not a clause: the event keeps a person from lapsing. */
  static final int ACTIVE = 1 << 31;

  private static final int MOST_CLAUSES = 31;
  private static final int ENDINGS =
      SeenKinds.bit(ActKind.UNFOLLOW) | SeenKinds.bit(ActKind.UNSUBSCRIBE);

  final APathRules rules;
  private final StageCondition.Clause[] clauses;
  private final int[] table = new int[EventCells.COUNT];

  /** By traits, what the table says of any event that has them. */
  private final int[] anyOf = new int[Traits.COUNT];

  private final int[] ofStage = new int[STAGES + 1];
  private final int[] optInsOf = new int[STAGES + 1];

  /** The clauses whose rule has to be called. */
  final int asked;

  /** The clauses that distinguish days. */
  final int dayed;

  /** The clauses that stay fulfilled. */
  final int lasting;

  private final int[] variants;
  final ImmutableList<Step> steps;
  private final int[] outcomes;
  private final int[] outcomeOf;

  Conditions(APathRules rules) {
    this.rules = rules;
    List<StageCondition.Clause> all = new ArrayList<>();
    for (int i = 0; i <= STAGES; i++) {
      boolean ofCampaigns = i == STAGES;
      if (ofCampaigns && rules.campaigns().isEmpty()) {
        break;
      }
      StageCondition condition = rules.condition(ofCampaigns ? Stage.ADVOCATES : Stage.values()[i]);
      for (StageCondition.Clause clause : condition.clauses()) {
        ofStage[i] |= 1 << all.size();
        all.add(clause);
      }
      optInsOf[i] =
          (condition.isBy(ActKind.FOLLOW) ? OptIns.FOLLOWS : 0)
              | (condition.isBy(ActKind.SUBSCRIBE) ? OptIns.SUBSCRIPTIONS : 0);
    }
    checkArgument(
        all.size() <= MOST_CLAUSES,
        "conditions must have at most %s parts joined by or(…), not %s; join their filters instead",
        MOST_CLAUSES,
        all.size());
    this.clauses = all.toArray(new StageCondition.Clause[0]);
    EventFilter active = EventFilter.actsOfWill().or(EventFilter.messages());
    for (int cell = 0; cell < table.length; cell++) {
      for (int i = 0; i < all.size(); i++) {
        table[cell] |= EventCells.mayTake(all.get(i).filter(), cell) ? 1 << i : 0;
      }
      table[cell] |= EventCells.mayTake(active, cell) ? ACTIVE : 0;
    }
    for (int traits = 0; traits < anyOf.length; traits++) {
      for (int i = 0; i < EventCells.alike(traits); i++) {
        anyOf[traits] |= table[EventCells.first(traits) + i];
      }
    }
    this.asked = mask(all.stream().map(c -> c.isAsked()).toList());
    this.dayed = mask(all.stream().map(StageCondition.Clause::asksDays).toList());
    this.lasting = mask(all.stream().map(StageCondition.Clause::isLasting).toList());

    this.variants = subsets(passable(rules));
    this.steps = steps(variants);
    this.outcomes = outcomes(steps);
    this.outcomeOf = new int[1 << steps.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomeOf[outcomes[i]] = i;
    }
  }

  static Conditions of(APathRules rules) {
    return rules.conditions();
  }

  private static int mask(List<Boolean> bits) {
    int mask = 0;
    for (int i = 0; i < bits.size(); i++) {
      mask |= bits.get(i) ? 1 << i : 0;
    }
    return mask;
  }

  /** The stages between the first and the last that a log may not show though it shows a later. */
  private static int passable(APathRules rules) {
    int passable = 0;
    int later = rules.condition(Stage.ADVOCATES).kinds();
    for (int i = STAGES - 2; i > 0; i--) {
      Stage stage = Stage.values()[i];
      StageCondition condition = rules.condition(stage);
      // People who followed before the log began are in the audience, whatever the log shows.
      boolean isKnown = stage == Stage.AUDIENCE && !rules.followers().isEmpty();
      passable |= !isKnown && (later & ~condition.provingKinds()) != 0 ? 1 << i : 0;
      later |= isKnown ? EventCells.kinds(StageCondition.BEGINNING) : condition.kinds() & ~ENDINGS;
    }
    return passable;
  }

  private static int[] subsets(int mask) {
    return IntStream.rangeClosed(0, mask).filter(s -> (s & ~mask) == 0).toArray();
  }

  private static ImmutableList<Step> steps(int[] variants) {
    ImmutableList.Builder<Step> steps = ImmutableList.builder();
    int index = 0;
    for (int to = 1; to < STAGES; to++) {
      int before = (1 << to) - 1;
      for (int variant = 0; variant < variants.length; variant++) {
        int passed = variants[variant];
        if ((passed & ~before) == 0) {
          int from = to - 1;
          while ((passed >>> from & 1) != 0) {
            from--;
          }
          steps.add(new Step(index++, variant, passed, Stage.values()[from], Stage.values()[to]));
        }
      }
    }
    return steps.build();
  }

  /** The sets of steps that a path may have taken, as bits. */
  private static int[] outcomes(List<Step> steps) {
    return IntStream.range(0, 1 << steps.size())
        .filter(taken -> steps.stream().allMatch(step -> isPossible(taken, step, steps)))
        .toArray();
  }

  /** Whoever took a step also took the one before it, and every step that skips more. */
  private static boolean isPossible(int taken, Step step, List<Step> steps) {
    if ((taken >>> step.index() & 1) == 0) {
      return true;
    }
    for (Step other : steps) {
      boolean isBefore =
          other.to() == step.from()
              && other.passed() == (step.passed() & ((1 << step.from().ordinal()) - 1));
      boolean isShorter = other.to() == step.to() && (step.passed() & ~other.passed()) == 0;
      if ((isBefore || isShorter) && (taken >>> other.index() & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  /** The clauses that an event may count for, by bit, and {@link #ACTIVE}. */
  int mask(int cell) {
    return table[cell];
  }

  /** The clauses that any event with these traits may count for, by bit, and {@link #ACTIVE}. */
  int anyMask(int traits) {
    return anyOf[traits];
  }

  /** The clauses of a stage; after the last stage those of speaking on campaigns too. */
  int clausesOf(int stage) {
    return ofStage[stage];
  }

  /** The kinds of opt-ins that fulfil a stage while they stand. */
  int optInsOf(int stage) {
    return optInsOf[stage];
  }

  /** The opt-ins whose ending is a loss: those that make the audience, else all. */
  int optInsThatCount() {
    int ofAudience = optInsOf[Stage.AUDIENCE.ordinal()];
    return ofAudience == 0 ? OptIns.FOLLOWS | OptIns.SUBSCRIPTIONS : ofAudience;
  }

  StageCondition.Clause clause(int index) {
    return clauses[index];
  }

  int clauses() {
    return clauses.length;
  }

  /** How many ways there are. */
  int variants() {
    return variants.length;
  }

  /** The stages that a way passes over, by bit. */
  int passed(int variant) {
    return variants[variant];
  }

  /** The way that passes over the stages that are not observed. */
  int variant(SeenKinds seen) {
    int passable = variants[variants.length - 1];
    int passed = 0;
    for (int i = 1; i < STAGES - 1; i++) {
      passed |= isObserved(Stage.values()[i], seen) ? 0 : 1 << i;
    }
    return Arrays.binarySearch(variants, passed & passable);
  }

  /** The first stage on a way after another; the number of stages after the last. */
  int after(int variant, int stage) {
    int next = stage + 1;
    while (next < STAGES && (variants[variant] >>> next & 1) != 0) {
      next++;
    }
    return next;
  }

  /** The step to a stage on a way. */
  Step step(Stage to, int variant) {
    int passed = variants[variant] & ((1 << to.ordinal()) - 1);
    return steps.stream()
        .filter(step -> step.to() == to && step.passed() == passed)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no step leads to " + to));
  }

  /** How many sets of steps a path may have taken. */
  int outcomes() {
    return outcomes.length;
  }

  /** The steps of an outcome, by bit. */
  int taken(int outcome) {
    return outcomes[outcome];
  }

  int outcome(int taken) {
    return outcomeOf[taken];
  }

  boolean isObserved(Stage stage, SeenKinds seen) {
    return (stage == Stage.AUDIENCE && !rules.followers().isEmpty())
        || rules.observing().isObserved(stage, rules.condition(stage).provingKinds(), seen);
  }

  /** The channels on which a stage is observed, sorted. */
  ImmutableSortedSet<String> observedOn(Stage stage, SeenKinds seen) {
    return rules.observing().channels(stage, rules.condition(stage).provingKinds(), seen);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Conditions that && rules.equals(that.rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }
}
