package dev.repartee.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What was put into the sample on purpose, and so what measuring it must find again.
 *
 * @param organization the invented organization
 * @param asOf the instant up to which the sample is complete
 * @param answeredPraise chance that a turn of praise is answered, on a channel that is looked after
 * @param answeredCriticism the same for criticism
 * @param medianForPraise half of the answers to praise come within this time
 * @param medianForCriticism half of the answers to criticism come within this time
 * @param returnShare chance that somebody who was answered writes again
 * @param spikeChannel where a picture went around
 * @param spikeStart the first day of the spike
 * @param spikeDays how many days it lasted
 * @param spikeFactor how many times the usual number of conversations
 * @param silentChannel a channel on which the organization falls silent
 * @param silentSince the first day without a word of it
 * @param talkingDepartment the department that does nearly all the talking
 * @param talkingShare at least this share of the organization's messages to the public are its; 0
 *     where all members speak alike
 * @param siloShare how often somebody who talks with colleagues looks for them in the own
 *     department only; otherwise any colleague is as good as another
 * @param promises what the organization promises, as {@code --promise} takes it
 * @param duplicateIds rows that are in the sample twice
 * @param conflictingIds rows with the id of another row
 * @param unreadableTimes rows whose time is no time
 * @param orphans rows that answer a message that is not there
 * @param quietPaths how many of those who never write reach at least each stage, from Attention to
 *     Advocates
 */
record PlantedFacts(
    String organization,
    Instant asOf,
    double answeredPraise,
    double answeredCriticism,
    Duration medianForPraise,
    Duration medianForCriticism,
    double returnShare,
    String spikeChannel,
    LocalDate spikeStart,
    int spikeDays,
    double spikeFactor,
    String silentChannel,
    LocalDate silentSince,
    String talkingDepartment,
    double talkingShare,
    double siloShare,
    List<String> promises,
    int duplicateIds,
    int conflictingIds,
    int unreadableTimes,
    int orphans,
    List<Long> quietPaths) {

  /** The first is broken by a wide margin; those who treat all alike keep it narrowly. */
  private static final List<String> PROMISES =
      List.of("75 % answered within 4h", "50 % to the audience", "every department speaks");

  static PlantedFacts standard() {
    return new PlantedFacts(
        "Copperleaf Coffee",
        Instant.parse("2026-01-01T00:00:00Z"),
        0.85,
        0.60,
        Duration.ofMinutes(40),
        Duration.ofHours(5),
        0.30,
        "photos",
        LocalDate.of(2025, 5, 20),
        3,
        10,
        "forum",
        LocalDate.of(2025, 9, 15),
        "Support",
        0.75,
        0.95,
        PROMISES,
        12,
        5,
        4,
        8,
        List.of());
  }

  /**
   * A year in which nothing of the kind happens: all are treated alike, and nobody falls silent.
   */
  static PlantedFacts none() {
    return none(0);
  }

  /** Such a year in which one department still does nearly all the talking to the public. */
  static PlantedFacts onlyTalkers() {
    return none(standard().talkingShare);
  }

  private static PlantedFacts none(double talkingShare) {
    PlantedFacts standard = standard();
    return new PlantedFacts(
        standard.organization,
        standard.asOf,
        standard.answeredPraise,
        standard.answeredPraise,
        standard.medianForPraise,
        standard.medianForPraise,
        standard.returnShare,
        standard.spikeChannel,
        standard.spikeStart,
        0,
        1,
        standard.silentChannel,
        LocalDate.MAX,
        standard.talkingDepartment,
        talkingShare,
        0,
        PROMISES,
        standard.duplicateIds,
        standard.conflictingIds,
        standard.unreadableTimes,
        standard.orphans,
        List.of());
  }

  PlantedFacts withQuietPaths(List<Long> paths) {
    return new PlantedFacts(
        organization,
        asOf,
        answeredPraise,
        answeredCriticism,
        medianForPraise,
        medianForCriticism,
        returnShare,
        spikeChannel,
        spikeStart,
        spikeDays,
        spikeFactor,
        silentChannel,
        silentSince,
        talkingDepartment,
        talkingShare,
        siloShare,
        promises,
        duplicateIds,
        conflictingIds,
        unreadableTimes,
        orphans,
        paths);
  }

  /** The main ones in words, for somebody who wants to find them. */
  List<String> sentences() {
    return List.of(
        "planted: criticism is answered later and more rarely than praise (--by=sentiment)",
        "planted: a picture goes around on "
            + spikeChannel
            + " for "
            + spikeDays
            + " days from "
            + spikeStart
            + " (--by=channel,day)",
        "planted: on the "
            + silentChannel
            + " "
            + organization
            + " says nothing after "
            + silentSince.minusDays(1)
            + " (--by=channel,month)",
        "planted: " + talkingDepartment + " does nearly all the talking (--by=department)",
        "planted: departments talk among themselves, and a promise is broken: "
            + promises.get(0)
            + " (--culture)");
  }

  boolean isSpikeDay(LocalDate day) {
    return !day.isBefore(spikeStart) && day.isBefore(spikeStart.plusDays(spikeDays));
  }
}
