package dev.repartee.scorecard;

import com.google.common.collect.Maps;
import dev.repartee.apath.APathSummary;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.internal.text.Brief;
import dev.repartee.log.EngagementLog;
import dev.repartee.openness.OpennessSummary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Interval;
import dev.repartee.stats.Replicated;
import dev.repartee.text.TextTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The components of one organization: each is a score from 0 to 100 with its interval, or missing
 * with a reason.
 *
 * <p>Five of them come from the summaries below. Participation and consistency are added by {@link
 * #with}; until then they are missing. {@link Scorecards#of(EngagementLog)} computes all seven.
 *
 * <pre>{@code
 * Scorecard card =
 *     Scorecard.of(
 *         "Acme",
 *         log.measure(ResponseTime.eachTurn()),
 *         log.measure(Dialogue.standard()),
 *         log.measure(Openness.standard()),
 *         log.measure(APath.standard()));
 * // card ==> Acme: 60, 4 of 7 components
 * card.component(Scorecard.Component.OPENNESS);   // openness: missing because no turn is labelled …
 * card.total(Scorecard.Weights.equal());
 * }</pre>
 *
 * <p>Immutable.
 *
 * <p>Guide: {@code core/docs/guide/metrics/scorecard.md}.
 */
public final class Scorecard {
  private final String organization;
  private final Map<Component, ComponentScore> components;

  private Scorecard(String organization, Map<Component, ComponentScore> components) {
    this.organization = Objects.requireNonNull(organization, "organization");
    this.components = components;
  }

  /**
   * Returns an empty card for an organization.
   *
   * @param organization its name
   * @return a card without any component
   */
  public static Scorecard of(String organization) {
    Map<Component, ComponentScore> all = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      all.put(component, ComponentScore.missing(component, "it was not provided"));
    }
    return new Scorecard(organization, Maps.immutableEnumMap(all));
  }

  /**
   * Returns the card of an organization from summaries.
   *
   * @param organization its name
   * @param response the response times of each turn
   * @param dialogue the dialogue of its strands
   * @param openness the openness of its turns
   * @param path the A-Path of its people
   * @return a card with five components, as far as the data shows them
   */
  public static Scorecard of(
      String organization,
      ResponseSummary response,
      DialogueSummary dialogue,
      OpennessSummary openness,
      APathSummary path) {
    return of(organization)
        .with(ComponentScore.listening(dialogue))
        .with(ComponentScore.responding(response))
        .with(ComponentScore.dialogue(dialogue))
        .with(ComponentScore.openness(openness))
        .with(ComponentScore.advocacy(path));
  }

  /**
   * {@return a copy with the score of a component, or the reason why it is missing}
   *
   * @param score the score, which replaces one already on the card
   */
  public Scorecard with(ComponentScore score) {
    Map<Component, ComponentScore> all = new EnumMap<>(components);
    all.put(score.component(), score);
    return new Scorecard(organization, Maps.immutableEnumMap(all));
  }

  /** The card if nothing concerns the organization. */
  Scorecard nothingFound() {
    Scorecard card = this;
    for (Component component : Component.values()) {
      card = card.with(ComponentScore.missing(component, "nothing concerns the organization"));
    }
    return card;
  }

  /** {@return the name of the organization} */
  public String organization() {
    return organization;
  }

  /**
   * {@return the score of a component, or the reason why it is missing}
   *
   * @param component the component
   */
  public ComponentScore component(Component component) {
    return Objects.requireNonNull(components.get(component));
  }

  /** {@return all seven components, in order} */
  public List<ComponentScore> components() {
    return List.copyOf(components.values());
  }

  /** The components that are present and have a weight above 0. */
  List<Component> present(Weights weights) {
    return components.values().stream()
        .filter(score -> !score.isMissing() && weights.of(score.component()) > 0)
        .map(ComponentScore::component)
        .toList();
  }

  /** {@return the missing components, in order, each with its reason} */
  public List<ComponentScore> missing() {
    return components.values().stream().filter(ComponentScore::isMissing).toList();
  }

  /**
   * {@return the weighted mean of the components that are present, from 0 to 100, with its interval
   * by replicates, leaving each group out of all components at once; undefined if none is present}
   *
   * @param weights the weight of each component
   */
  public Estimate total(Weights weights) {
    List<Component> present = present(weights);
    return present.isEmpty()
        ? Estimate.undefined("no component")
        : bounded(total(present, weights).estimate());
  }

  /** A score cannot lie beyond its scale, although a symmetric interval may. */
  static Estimate bounded(Estimate total) {
    return total.hasInterval()
        ? Estimate.of(
            total.value(),
            total.standardError(),
            new Interval(Math.max(0, total.low()), Math.min(100, total.high())),
            total.level(),
            total.groups())
        : total;
  }

  /** The weighted mean of some components that are present, times 100. */
  Replicated total(Collection<Component> some, Weights weights) {
    List<Replicated> shares = new ArrayList<>();
    for (Component component : some) {
      shares.add(component(component).share());
    }
    double[] proportions = weights.of(some);
    return Replicated.combine(
        shares,
        numbers -> {
          double sum = 0;
          for (int i = 0; i < numbers.length; i++) {
            sum += 100 * proportions[i] * numbers[i];
          }
          return sum;
        });
  }

  /** The name, the total, and the number of components. */
  String headline() {
    String name = organization.length() > 20 ? organization.substring(0, 19) + "…" : organization;
    Estimate total = total(Weights.equal());
    return name
        + ": "
        + (total.isDefined() ? ScoreText.number(total.value()) + ", " : "")
        + present(Weights.equal()).size()
        + " of "
        + components.size()
        + " components";
  }

  @Override
  public String toString() {
    TextTable table = TextTable.of("component", "score", "of");
    for (ComponentScore score : components.values()) {
      table.row(
          score.component().label(),
          score.text(),
          score.isMissing() ? "" : score.component().text());
    }
    return Brief.cut(
        headline()
            + "\n"
            + table
            + "\ntotal, equal weights: "
            + ScoreText.of(total(Weights.equal())));
  }

  /** One side of the culture (mapping v1): a share from 0 to 1, where more is better. */
  public enum Component {
    /**
     * The share of the organization's messages that speak with the audience; half of them is full
     * score.
     */
    LISTENING("messages to the audience, half of them is 100"),
    /** The probability of an answer within 24 hours. */
    RESPONDING("answered within 24 h"),
    /** The mean of the two-way dialogue ratio and the return ratio. */
    DIALOGUE("mean of two-way and return ratio"),
    /**
     * The probability of an answer within 24 hours to praise or to criticism, whichever is lower.
     */
    OPENNESS("answered within 24 h, the lower of praise and criticism"),
    /** How evenly the departments take part: (exp(H) - 1) / (S - 1). */
    PARTICIPATION("evenness over departments"),
    /** The share of weeks with an answer, among those in which the audience spoke. */
    CONSISTENCY("weeks with an answer, of those with a message"),
    /** The probability to reach affinity or beyond within 90 days after attraction. */
    ADVOCACY("affinity within 90 d after attraction");

    private final String text;

    Component(String text) {
      this.text = text;
    }

    /** {@return a readable description of the share} */
    public String text() {
      return text;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The weight of each component. A component with weight 0 is left out.
   *
   * <pre>{@code
   * Scorecard.Weights.equal().with(Scorecard.Component.RESPONDING, 2).with(Scorecard.Component.ADVOCACY, 0);
   * }</pre>
   *
   * <p>Immutable.
   */
  public static final class Weights {
    private final Map<Component, Double> weights;

    private Weights(Map<Component, Double> weights) {
      this.weights = weights;
    }

    /** {@return equal weights of 1} */
    public static Weights equal() {
      Map<Component, Double> all = new EnumMap<>(Component.class);
      for (Component component : Component.values()) {
        all.put(component, 1.0);
      }
      return new Weights(all);
    }

    /**
     * {@return a copy with another weight for a component}
     *
     * @param component the component
     * @param weight the weight, at least 0 and finite; only proportions matter
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
     * {@return the weight of a component, at least 0}
     *
     * @param component the component
     */
    public double of(Component component) {
      return weights.getOrDefault(component, 0.0);
    }

    /** The weights of some components, in their order, scaled to sum to 1. */
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
}
