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
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.model.Visibility;
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
import dev.repartee.scorecard.Scorecards;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the social media of one organization show of its culture.
 *
 * @param organization whose culture
 * @param asOf up to when the log is complete, and whether that is assumed: as said in the report
 * @param response how long people wait
 * @param dialogue what became of the conversations, by channel
 * @param path how far people come; empty where there are no acts
 * @param consistency when organizations write, by organization and channel
 * @param interest when the audience turns to them, by organization and channel
 * @param participation who of them takes part
 * @param openness whether criticism is answered as praise is
 * @param internal channels that are closed to the public; nobody is asked there what people are
 *     promised
 * @param promises which promises are kept; empty where none are given
 * @param scorecards all organizations of the log side by side
 * @param letter what follows from all this
 */
record Culture(
    String organization,
    String asOf,
    ResponseSummary response,
    Breakdown<DialogueSummary> dialogue,
    Optional<APathSummary> path,
    ConsistencySummary consistency,
    AudienceInterestSummary interest,
    ParticipationSummary participation,
    OpennessSummary openness,
    Set<String> internal,
    Optional<PromiseSummary> promises,
    Scorecards scorecards,
    CultureLetter letter) {

  /** Measures a log. */
  static Culture of(Loaded loaded, MeasureOptions measures, CultureOptions options) {
    EngagementLog log =
        measures.threads > 1 ? loaded.log().parallel(measures.threads) : loaded.log();
    String organization = chosen(loaded, options);
    Set<String> internal = internal(log);
    EngagementLog own =
        open(
            loaded.organizations().size() > 1
                ? log.only(Dimension.ORGANIZATION, organization)
                : log,
            internal);
    ZoneId zone = measures.calendarZone();

    ResponseTime response = ResponseTime.eachTurn();
    Openness openness = Openness.standard();
    Results turns = own.measure(Measures.of(response, openness));
    Consistency consistency = Consistency.standard().withZone(zone);
    Participation participation = Participation.of(log.directory()).withZone(zone);
    Results presence = log.measure(Measures.of(consistency, participation));
    Scorecards cards =
        Scorecards.of(log.measure(Scorecards.conversations()), log.measure(Scorecards.persons()))
            .with(presence.get(consistency), presence.get(participation));
    List<PromiseOption> promises = promises(loaded, options);
    Culture culture =
        new Culture(
            organization,
            log.asOf() + (log.isAsOfAssumed() ? " (assumed)" : ""),
            turns.get(response),
            own.measure(Dialogue.standard().by(Dimension.CHANNEL)),
            log.acts() == 0
                ? Optional.empty()
                : Optional.of(own.measure(APath.with(APathRules.standard().withZone(zone)))),
            presence.get(consistency),
            log.measure(AudienceInterest.standard().withZone(zone)),
            presence.get(participation),
            turns.get(openness),
            internal,
            promises.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    own.measure(
                        Promises.of(
                            promises.stream()
                                .map(one -> one.promise().apply(log.directory(), organization))
                                .toArray(Promise[]::new)))),
            cards,
            CultureLetter.empty());
    return culture.with(CultureLetter.of(culture));
  }

  private static Set<String> internal(EngagementLog log) {
    return channels(log).stream()
        .filter(name -> log.directory().channel(name).visibility() == Visibility.INTERNAL)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What is said where the public can see it. */
  private static EngagementLog open(EngagementLog log, Set<String> internal) {
    return internal.isEmpty()
        ? log
        : log.only(
            Dimension.CHANNEL,
            channels(log).stream().filter(name -> !internal.contains(name)).toArray(String[]::new));
  }

  private static List<String> channels(EngagementLog log) {
    return log.measure(Counts.ofMessages("any", row -> true).by(Dimension.CHANNEL)).keys().stream()
        .map(key -> key.get(0))
        .toList();
  }

  private static List<PromiseOption> promises(Loaded loaded, CultureOptions options) {
    return options.promises.isEmpty() && loaded.isSample() ? Sample.promises() : options.promises;
  }

  private Culture with(CultureLetter newLetter) {
    return new Culture(
        organization,
        asOf,
        response,
        dialogue,
        path,
        consistency,
        interest,
        participation,
        openness,
        internal,
        promises,
        scorecards,
        newLetter);
  }

  /** What a page about it begins with. */
  List<String> inShort() {
    return CultureText.inShort(this);
  }

  private static String chosen(Loaded loaded, CultureOptions options) {
    List<String> all = loaded.organizations();
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "--culture needs an organization; name one with --organization=NAME and --members=LIST");
    }
    if (options.organization == null && all.size() > 1) {
      throw new IllegalArgumentException(
          "a page on culture tells of one organization; choose with --culture-of one of "
              + String.join(", ", all));
    }
    String name = options.organization == null ? all.get(0) : options.organization;
    if (!all.contains(name)) {
      throw new IllegalArgumentException(
          "--culture-of (" + name + ") must be one of " + String.join(", ", all));
    }
    return name;
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
        .filter(place -> place.organization().equals(organization))
        .filter(place -> !internal.contains(place.channel()))
        .toList();
  }

  /** How far the organization takes part. */
  Involvement involvement() {
    return participation.organization(organization);
  }
}
