package dev.repartee.scorecard;

import com.google.common.collect.Maps;
import dev.repartee.scorecard.Scorecard.Component;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much each component counts. What weighs nothing is left out.
 *
 * <pre>{@code
 * Weights.equal().with(Scorecard.Component.RESPONDING, 2).with(Scorecard.Component.ADVOCACY, 0);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Weights {
  private final Map<Component, Double> weights;

  private Weights(Map<Component, Double> weights) {
    this.weights = weights;
  }

  /**
   * Returns the weights that are all 1.
   *
   * @return the weights
   */
  public static Weights equal() {
    Map<Component, Double> all = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      all.put(component, 1.0);
    }
    return new Weights(all);
  }

  /**
   * Returns the same with another weight for a component.
   *
   * @param component which one
   * @param weight at least 0 and finite; only proportions matter
   * @return a copy
   * @throws IllegalArgumentException if the weight is negative or not finite, or all would be 0
   */
  public Weights with(Component component, double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weight of " + component + " (" + weight + ") must be at least 0 and finite");
    }
    Map<Component, Double> all = new EnumMap<>(weights);
    all.put(component, weight);
    if (all.values().stream().allMatch(one -> one == 0)) {
      throw new IllegalArgumentException("weights must not all be 0");
    }
    return new Weights(Maps.immutableEnumMap(all));
  }

  /**
   * Returns the weight of a component.
   *
   * @param component which one
   * @return at least 0
   */
  public double of(Component component) {
    return weights.getOrDefault(component, 0.0);
  }

  /** The weights of some components, in their order, such that they sum to 1. */
  double[] of(Collection<Component> components) {
    double[] some = components.stream().mapToDouble(this::of).toArray();
    double sum = 0;
    for (double weight : some) {
      sum += weight;
    }
    for (int i = 0; i < some.length; i++) {
      some[i] /= sum;
    }
    return some;
  }

  @Override
  public String toString() {
    return "weights " + weights;
  }
}
