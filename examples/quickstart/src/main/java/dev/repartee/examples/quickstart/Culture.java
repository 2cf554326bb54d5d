package dev.repartee.examples.quickstart;

import dev.repartee.apath.APath;
import dev.repartee.apath.APathRules;
import dev.repartee.apath.APathSummary;
import dev.repartee.consistency.AudienceInterest;
import dev.repartee.consistency.AudienceInterestSummary;
import dev.repartee.consistency.Consistency;
import dev.repartee.consistency.ConsistencySummary;
import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Opened;
import dev.repartee.measure.Results;
import dev.repartee.measure.Summary;
import dev.repartee.openness.Openness;
import dev.repartee.openness.OpennessSummary;
import dev.repartee.participation.Involvement;
import dev.repartee.participation.Participation;
import dev.repartee.participation.ParticipationSummary;
import dev.repartee.promise.Promise;
import dev.repartee.promise.PromiseSummary;
import dev.repartee.promise.Promises;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.scorecard.Scorecard;
import dev.repartee.scorecard.Scorecards;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the social media of one organization, or a forum, show of its culture.
 *
 * @param log what was looked at
 * @param response how long people wait
 * @param answers since when people are answered sooner or later, by channel; those on which enough
 *     waited
 * @param dialogue what became of the conversations, by channel
 * @param path how far people come; empty where there are no acts, and in a forum
 * @param consistency when organizations write, by organization and channel
 * @param interest when the audience turns to them, by organization and channel
 * @param participation who of them takes part
 * @param criticism whether criticism is answered as praise is, with who was not
 * @param promises which promises are kept; empty where none are given
 * @param scorecards all organizations of the log side by side
 * @param letter what follows from all this
 */
record Culture(
    CultureLog log,
    ResponseSummary response,
    List<ChannelAnswers> answers,
    Breakdown<DialogueSummary> dialogue,
    Optional<APathSummary> path,
    ConsistencySummary consistency,
    AudienceInterestSummary interest,
    ParticipationSummary participation,
    Opened<OpennessSummary> criticism,
    Optional<PromiseSummary> promises,
    Scorecards scorecards,
    CultureLetter letter) {
  /** Of each outcome one is shown. */
  private static final int EXAMPLES = 1;

  /** Measures a log. */
  static Culture of(Loaded loaded, MeasureOptions measures, CultureOptions options) {
    CultureLog log = CultureLog.of(loaded, measures, options);
    EngagementLog all = log.all();
    EngagementLog own = log.open();
    ZoneId zone = log.zone();

    ResponseTime response = ResponseTime.eachTurn().answers(log.rule());
    Measure<Opened<OpennessSummary>> openness =
        Openness.standard().answers(log.rule()).opened(EXAMPLES);
    Results turns = own.measure(Measures.of(response, openness));
    Consistency consistency = Consistency.standard().withZone(zone);
    Participation participation = Participation.of(all.directory()).withZone(zone);
    Results presence = all.measure(Measures.of(consistency, participation));
    Scorecards cards =
        Scorecards.of(all.measure(Scorecards.conversations()), all.measure(Scorecards.persons()))
            .with(presence.get(consistency), presence.get(participation));
    Culture culture =
        new Culture(
            log,
            turns.get(response),
            ChannelAnswers.of(log),
            own.measure(Dialogue.standard().answers(log.rule()).by(Dimension.CHANNEL)),
            all.acts() == 0 || log.isForum()
                ? Optional.empty()
                : Optional.of(own.measure(APath.with(APathRules.standard().withZone(zone)))),
            presence.get(consistency),
            all.measure(AudienceInterest.standard().withZone(zone)),
            presence.get(participation),
            turns.get(openness),
            promises(loaded, log, options),
            cards,
            CultureLetter.empty());
    return culture.with(CultureLetter.of(culture));
  }

  private static Optional<PromiseSummary> promises(
      Loaded loaded, CultureLog log, CultureOptions options) {
    List<PromiseOption> promises =
        options.promises.isEmpty() && loaded.isSample() ? Sample.promises() : options.promises;
    if (!promises.isEmpty()) {
      log.requireOrganization();
    }
    return promises.isEmpty()
        ? Optional.empty()
        : Optional.of(
            log.open()
                .measure(
                    Promises.of(
                            promises.stream()
                                .map(one -> one.of(log.all().directory(), log.organization()))
                                .toArray(Promise[]::new))
                        .showing(Opened.keeping(EXAMPLES))));
  }

  private Culture with(CultureLetter newLetter) {
    return new Culture(
        log,
        response,
        answers,
        dialogue,
        path,
        consistency,
        interest,
        participation,
        criticism,
        promises,
        scorecards,
        newLetter);
  }

  /** Every number, as rows. */
  Facts facts() {
    List<Summary<?>> all = new ArrayList<>(List.of(response, dialogue));
    path.ifPresent(all::add);
    all.addAll(List.of(consistency, interest, participation, openness()));
    promises.ifPresent(all::add);
    return Facts.concat(all.stream().map(Summary::facts).toList());
  }

  /** Whether criticism is answered as praise is. */
  OpennessSummary openness() {
    return criticism.summary();
  }

  /** Whose culture; empty for a forum. */
  String organization() {
    return log.organization();
  }

  /** Whose culture, for people. */
  String name() {
    return log.isForum() ? "this forum" : log.organization();
  }

  /** Channels that are closed to the public. */
  Set<String> internal() {
    return log.internal();
  }

  /** Up to when the log is complete, and whether that is assumed: as said in the report. */
  String asOf() {
    return log.all().asOf() + (log.all().isAsOfAssumed() || isCut() ? " (assumed)" : "");
  }

  private boolean isCut() {
    return log.stray().isPresent();
  }

  /** The card of the organization; empty for a forum. */
  Optional<Scorecard> scorecard() {
    return log.isForum() ? Optional.empty() : Optional.of(scorecards.get(organization()));
  }

  /** What a page about it begins with. */
  List<String> inShort() {
    return CultureText.inShort(this);
  }

  /** What there is to be told first. */
  List<Flag> flags() {
    return letter.flags();
  }

  /**
   * The places where people turn to the organization: its channels, but for those closed to them.
   */
  List<Place> places() {
    return own(interest.places());
  }

  /** The places where anybody wrote. */
  List<Place> talkedAt() {
    return own(consistency.places());
  }

  private List<Place> own(List<Place> places) {
    return places.stream()
        .filter(place -> place.organization().equals(organization()))
        .filter(place -> !internal().contains(place.channel()))
        .toList();
  }

  /** How far the organization takes part. */
  Involvement involvement() {
    return participation.organization(organization());
  }
}
