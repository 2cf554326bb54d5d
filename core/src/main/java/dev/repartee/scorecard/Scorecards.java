package dev.repartee.scorecard;

import dev.repartee.apath.APath;
import dev.repartee.apath.APathSummary;
import dev.repartee.consistency.Consistency;
import dev.repartee.consistency.ConsistencySummary;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.internal.text.Brief;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.openness.Openness;
import dev.repartee.participation.Participation;
import dev.repartee.participation.ParticipationSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.scorecard.Scorecard.Component;
import dev.repartee.scorecard.Scorecard.Weights;
import dev.repartee.text.TextTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scorecards of the organizations of a log, side by side.
 *
 * <pre>{@code
 * Scorecards cards = Scorecards.of(log);
 * cards.get("Acme").total(Scorecard.Weights.equal());
 * cards.with("Acme", ComponentScore.missing(Scorecard.Component.CONSISTENCY, "the series is too short"))
 *     .ranking();
 * }</pre>
 *
 * <p>They rest on two measures by organization, {@link #conversations} and {@link #persons}, and on
 * two that separate organizations themselves, {@code Consistency.standard()} and {@code
 * Participation.of(directory)}. To combine parts of the data, merge the summaries of these
 * measures, then make cards with {@link #of(Breakdown, Breakdown)} and {@link
 * #with(ConsistencySummary, ParticipationSummary)}. Immutable.
 *
 * <p>Guide: {@code core/docs/guide/metrics/scorecard.md}.
 */
public final class Scorecards {
  private final SortedMap<String, Scorecard> cards;

  private Scorecards(SortedMap<String, Scorecard> cards) {
    this.cards = cards;
  }

  /** {@return the measure of what happens in conversations, by organization} */
  public static Measure<Breakdown<Results>> conversations() {
    return Measures.of(ResponseTime.eachTurn(), Dialogue.standard(), Openness.standard())
        .by(Dimension.ORGANIZATION);
  }

  /** {@return the measure of what becomes of people, by organization} */
  public static Measure<Breakdown<APathSummary>> persons() {
    return APath.standard().by(Dimension.ORGANIZATION);
  }

  /**
   * {@return the cards of the organizations of a log, or of a view of it, with all components that
   * it can show and the reason for each missing one}
   *
   * @param log the log
   */
  public static Scorecards of(EngagementLog log) {
    Consistency consistency = Consistency.standard();
    Participation participation = Participation.of(log.directory());
    Measure<Breakdown<Results>> conversations = conversations();
    Results found = log.measure(consistency, participation, conversations);
    return of(found.get(conversations), log.measure(persons()))
        .with(found.get(consistency), found.get(participation));
  }

  /**
   * Returns the cards of summaries.
   *
   * @param conversations the summary of {@link #conversations}
   * @param persons the summary of {@link #persons}
   * @return a card for each organization; one that is in only one of the summaries has missing
   *     components
   */
  public static Scorecards of(Breakdown<Results> conversations, Breakdown<APathSummary> persons) {
    SortedMap<String, Scorecard> cards = new TreeMap<>();
    conversations.forEach(
        (name, results) -> {
          if (!name.equals(Dimension.NONE)) {
            cards.put(
                name,
                Scorecard.of(name)
                    .with(ComponentScore.listening(results.get(Dialogue.standard())))
                    .with(ComponentScore.responding(results.get(ResponseTime.eachTurn())))
                    .with(ComponentScore.dialogue(results.get(Dialogue.standard())))
                    .with(ComponentScore.openness(results.get(Openness.standard())))
                    .with(
                        persons
                            .find(name)
                            .map(ComponentScore::advocacy)
                            .orElseGet(Scorecards::withoutPath)));
          }
        });
    persons.forEach(
        (name, path) -> {
          if (!name.equals(Dimension.NONE) && !cards.containsKey(name)) {
            cards.put(name, Scorecard.of(name).with(ComponentScore.advocacy(path)));
          }
        });
    return new Scorecards(cards);
  }

  private static ComponentScore withoutPath() {
    return ComponentScore.missing(Component.ADVOCACY, "nobody is on a path toward it");
  }

  /**
   * {@return custom cards side by side}
   *
   * @param cards the cards, one for each organization
   * @throws IllegalArgumentException if an organization has two
   */
  public static Scorecards of(Collection<Scorecard> cards) {
    SortedMap<String, Scorecard> byName = new TreeMap<>();
    for (Scorecard card : cards) {
      if (byName.put(card.organization(), card) != null) {
        throw new IllegalArgumentException(
            "cards must be of different organizations: " + card.organization() + " has two");
      }
    }
    return new Scorecards(byName);
  }

  /**
   * Returns a copy with the two components that are measured for all organizations at once.
   *
   * @param consistency the consistency of the organizations
   * @param participation the participation in the organizations
   * @return a copy, with consistency and participation as far as the summaries show them
   */
  public Scorecards with(ConsistencySummary consistency, ParticipationSummary participation) {
    SortedMap<String, Scorecard> all = new TreeMap<>();
    cards.forEach(
        (name, card) ->
            all.put(
                name,
                card.with(ComponentScore.participation(participation, name))
                    .with(ComponentScore.consistency(consistency, name))));
    return new Scorecards(all);
  }

  /**
   * {@return a copy with the score of a component from elsewhere}
   *
   * @param organization the organization
   * @param score the score, or the reason why it is missing
   * @throws IllegalArgumentException if there is no such organization
   */
  public Scorecards with(String organization, ComponentScore score) {
    SortedMap<String, Scorecard> all = new TreeMap<>(cards);
    all.put(organization, get(organization).with(score));
    return new Scorecards(all);
  }

  /** {@return the names of the organizations, in order} */
  public List<String> organizations() {
    return List.copyOf(cards.keySet());
  }

  /**
   * {@return the card of an organization}
   *
   * @param organization its name
   * @throws IllegalArgumentException if there is none
   */
  public Scorecard get(String organization) {
    return Optional.ofNullable(cards.get(organization))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "organization (" + organization + ") must be one of " + cards.keySet()));
  }

  /** {@return the ranking of the organizations, with equal weights} */
  public Ranking ranking() {
    return ranking(Weights.equal());
  }

  /**
   * Returns the ranking by the weighted mean of the components that all organizations have.
   *
   * @param weights the weight of each component
   * @return the ranking
   */
  public Ranking ranking(Weights weights) {
    return Ranking.of(List.copyOf(cards.values()), weights);
  }

  /** {@return a table with a line for each component and a column for each organization} */
  public String table() {
    List<String> headings = new ArrayList<>(List.of("component"));
    headings.addAll(cards.keySet());
    TextTable table = TextTable.of(headings.toArray(new String[0]));
    for (Component component : Component.values()) {
      List<Object> cells = new ArrayList<>(List.of(component.label()));
      cards.values().forEach(card -> cells.add(card.component(component).text()));
      table.row(cells.toArray());
    }
    return table.toString();
  }

  @Override
  public String toString() {
    String count = Brief.count(cards.size(), "card");
    StringBuilder text = new StringBuilder(count);
    cards.values().forEach(card -> text.append('\n').append(card.headline()));
    return Brief.cut(text.toString());
  }
}
