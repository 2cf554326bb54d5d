package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.apath.EngagementEffect;
import dev.repartee.apath.Stage;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Counts.CountSummary;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Interaction;
import dev.repartee.resolution.RatingSummary;
import dev.repartee.resolution.Ratings;
import dev.repartee.resolution.Resolution;
import dev.repartee.resolution.ResolutionSummary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was planted in the sample is found again by measuring it, for several seeds.
 *
 * <p>Tolerances come from chance, not from looking: four standard errors of what the seed draws, so
 * that one of some ten thousand checks fails by bad luck, and one hundredth for what the end of the
 * year cuts off.
 */
class SampleTest {
  private static final double STANDARD_ERRORS = 4;
  private static final double CUT_OFF = 0.01;
  private static final double SPREAD_OF_DELAYS = 1.1;

  private static EngagementLog log(Sample sample) {
    return sample.offer().build();
  }

  private static ResponseSummary responseOnLivingChannels(EngagementLog log, String sentiment) {
    return log.only(Dimension.CHANNEL, "blog", "chirp", "photos", "email")
        .only(Dimension.SENTIMENT, sentiment)
        .measure(ResponseTime.eachTurn());
  }

  private static void assertShare(double planted, Proportion measured, String what) {
    double error = Math.sqrt(planted * (1 - planted) / measured.trials());
    assertEquals(planted, measured.value(), STANDARD_ERRORS * error + CUT_OFF, what);
  }

  private static void assertMedian(Duration planted, ResponseSummary measured, String what) {
    // The median of n log-normal delays has a relative standard error of 1.2533 times the spread.
    double error = 1.2533 * SPREAD_OF_DELAYS / Math.sqrt((double) measured.answered());
    double ratio = measured.answeredLatencies().median().millis() / planted.toMillis();
    assertEquals(0, Math.log(ratio), STANDARD_ERRORS * error + CUT_OFF, what);
  }

  @Test
  void isTheSameEveryTime() {
    assertEquals(Sample.standard().rows().toString(), Sample.standard().rows().toString());
    int rows = Sample.standard().rows().size();
    assertTrue(rows > 15_000 && rows < 25_000, "rows: " + rows);
  }

  @ParameterizedTest
  @ValueSource(longs = {20_250_101, 1, 2, 3, 4, 5, 6, 7})
  void criticismIsAnsweredLaterAndMoreRarely(long seed) {
    Sample sample = Sample.withSeed(seed);
    EngagementLog log = log(sample);
    ResponseSummary praise = responseOnLivingChannels(log, "POSITIVE");
    ResponseSummary criticism = responseOnLivingChannels(log, "NEGATIVE");

    assertShare(sample.facts().answeredPraise(), praise.answeredSoFar(), "praise");
    assertShare(sample.facts().answeredCriticism(), criticism.answeredSoFar(), "criticism");
    assertMedian(sample.facts().medianForPraise(), praise, "praise");
    assertMedian(sample.facts().medianForCriticism(), criticism, "criticism");
  }

  @ParameterizedTest
  @ValueSource(longs = {20_250_101, 1, 2, 3, 4, 5, 6, 7})
  void mailsAreSettledAndRated(long seed) {
    EngagementLog log = log(Sample.withSeed(seed));
    EngagementLog mails = log.only(Dimension.CHANNEL, SampleStates.CHANNEL);
    ResolutionSummary resolution = mails.measure(Resolution.first());
    Estimate again = resolution.reopenedWithin(Duration.ofDays(7));
    double error =
        Math.sqrt(
            SampleStates.OPENED_AGAIN * (1 - SampleStates.OPENED_AGAIN) / resolution.resolved());
    // Who writes again opens a mail too, for instance where an answer came after the resolution.
    assertEquals(
        SampleStates.OPENED_AGAIN, again.value(), STANDARD_ERRORS * error + CUT_OFF, "again");
    RatingSummary ratings = mails.measure(Ratings.ofAnswered());
    assertShare(SampleStates.RATED, ratings.ratedShare(), "rated");
    assertTrue(ratings.association().high() < 0, () -> ratings.association().toString());
    assertEquals(0, mails.measure(ResponseTime.eachTurn()).closed());
    assertEquals(0, resolution.resolvedUnanswered().successes());
    assertEquals(0, log.audit().count(Audit.Reason.UNKNOWN_TARGET));
    assertTrue(log.only(Dimension.CHANNEL, "blog").measure(Resolution.first()).isObserved());
  }

  @ParameterizedTest
  @ValueSource(longs = {20_250_101, 1, 2, 3, 4, 5, 6, 7})
  void someComeBack(long seed) {
    Sample sample = Sample.withSeed(seed);
    Proportion returned = log(sample).measure(Dialogue.standard()).inbound().returned();

    assertShare(sample.facts().returnShare(), returned, "came back");
  }

  @ParameterizedTest
  @ValueSource(longs = {20_250_101, 1, 2, 3})
  void theSpikeStandsOut(long seed) {
    PlantedFacts facts = Sample.withSeed(seed).facts();
    Breakdown<CountSummary> days =
        log(Sample.withSeed(seed))
            .only(Dimension.CHANNEL, facts.spikeChannel())
            .measure(Counts.ofMessages("any", row -> true).by(Dimension.day(ZoneOffset.UTC)));
    double spike = 0;
    double other = 0;
    for (List<String> day : days.keys()) {
      long messages = days.get(day.get(0)).messages();
      if (facts.isSpikeDay(LocalDate.parse(day.get(0)))) {
        spike += messages;
      } else {
        other += messages;
      }
    }
    double factor = spike / facts.spikeDays() / (other / (365 - facts.spikeDays()));

    // Some 45 conversations are drawn for the spike, so that chance moves the factor by a sixth.
    assertTrue(
        factor > facts.spikeFactor() / 3 && factor < facts.spikeFactor() * 5 / 3,
        "factor " + factor);
  }

  @ParameterizedTest
  @ValueSource(longs = {20_250_101, 1, 2, 3})
  void theForumFallsSilent(long seed) {
    Sample sample = Sample.withSeed(seed);
    PlantedFacts facts = sample.facts();
    Counts ownWords = Counts.ofMessages("own", row -> row.isMember());
    EngagementLog forum = log(sample).only(Dimension.CHANNEL, facts.silentChannel());
    Instant silent = facts.silentSince().atStartOfDay(ZoneOffset.UTC).toInstant();

    CountSummary before =
        forum.between(Instant.parse("2025-01-01T00:00:00Z"), silent).measure(ownWords);
    CountSummary after = forum.between(silent, facts.asOf()).measure(ownWords);
    assertTrue(before.matched() > 100, "before: " + before);
    assertEquals(0, after.matched());
    assertTrue(after.messages() > 50, "the audience goes on: " + after);
  }

  @ParameterizedTest
  @ValueSource(longs = {20_250_101, 1, 2, 3})
  void oneDepartmentDoesNearlyAllTheTalking(long seed) {
    Sample sample = Sample.withSeed(seed);
    Counts talking =
        Counts.ofMessages("human", row -> row.isMember() && !row.isBot() && !row.isAutomatic());
    Breakdown<CountSummary> departments =
        log(sample)
            .only(Dimension.CHANNEL, "blog", "chirp", "forum", "photos", "email")
            .measure(talking.by(Dimension.DEPARTMENT));
    double own = departments.get(sample.facts().talkingDepartment()).matched();
    double all = departments.total().matched();

    assertTrue(own / all >= sample.facts().talkingShare(), own + " of " + all);
    assertTrue(own / all < 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {20_250_101, 1, 2, 3})
  void badRowsAreAccountedFor(long seed) {
    Sample sample = Sample.withSeed(seed);
    EngagementLog log = log(sample);

    assertEquals(sample.facts().duplicateIds(), log.audit().count(Audit.Reason.DUPLICATE_ID));
    assertEquals(sample.facts().conflictingIds(), log.audit().count(Audit.Reason.CONFLICTING_ID));
    assertEquals(sample.facts().unreadableTimes(), log.audit().count(Audit.Reason.UNPARSABLE_TIME));
    assertEquals(sample.facts().orphans(), log.audit().count(Audit.Reason.ORPHAN));
    assertTrue(log.audit().count(Audit.Reason.ANONYMOUS) > 0);
    assertEquals(sample.rows().size(), log.audit().offered());
    assertEquals(log.audit().offered(), log.audit().accepted() + log.audit().rejected());
    assertEquals(
        sample.facts().duplicateIds()
            + sample.facts().conflictingIds()
            + sample.facts().unreadableTimes(),
        log.audit().rejected());
  }

  /** Nothing in the sample depends on being answered: two of 24 intervals may leave out 0. */
  @Test
  void talkingWithPeopleNeitherHelpsNorHinders() {
    int shown = 0;
    StringBuilder found = new StringBuilder();
    for (long seed : new long[] {20_250_101, 1, 2, 3, 4, 5, 6, 7}) {
      EngagementLog log = log(Sample.withSeed(seed));
      for (Stage stage : List.of(Stage.ATTRACTION, Stage.AFFINITY, Stage.AUDIENCE)) {
        Estimate difference =
            log.measure(EngagementEffect.after(stage)).difference(Duration.ofDays(90));
        shown += difference.low() > 0 || difference.high() < 0 ? 1 : 0;
        found.append('\n').append(stage).append(' ').append(difference);
      }
    }
    assertTrue(shown <= 2, found::toString);
  }

  @ParameterizedTest
  @ValueSource(longs = {20_250_101, 1, 2, 3, 4, 5, 6, 7})
  void thoseWhoNeverWriteComeExactlyAsFarAsPlanted(long seed) {
    Sample sample = Sample.withSeed(seed);
    EngagementLog.Builder quiet =
        EngagementLog.builder(Sample.directory()).asOf(sample.facts().asOf());
    for (Interaction row : sample.rows()) {
      String author = row.author().orElse("");
      if (author.startsWith("reader") || author.startsWith("passer-by")) {
        quiet.add(row);
      }
    }

    assertEquals(
        sample.facts().quietPaths(),
        quiet.build().measure(APath.standard()).stages().stream().map(StageResult::count).toList());
  }
}
