package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.apath.APathChances;
import dev.repartee.apath.APathFlows;
import dev.repartee.apath.APathRules;
import dev.repartee.apath.APathSensitivity;
import dev.repartee.apath.APathState;
import dev.repartee.apath.Advocates;
import dev.repartee.apath.EngagementEffect;
import dev.repartee.apath.HollowAudience;
import dev.repartee.apath.SpikeFollowThrough;
import dev.repartee.apath.Stage;
import dev.repartee.breadth.Breadth;
import dev.repartee.buzz.Buzz;
import dev.repartee.consistency.AudienceInterest;
import dev.repartee.consistency.Consistency;
import dev.repartee.dialogue.CannedAnswers;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.Effort;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.funnel.Funnel;
import dev.repartee.funnel.Retention;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Opened;
import dev.repartee.measure.Summary;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.OfficeHours;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.openness.Openness;
import dev.repartee.openness.Recovery;
import dev.repartee.participation.Participation;
import dev.repartee.promise.Promise;
import dev.repartee.promise.Promises;
import dev.repartee.resolution.Ratings;
import dev.repartee.resolution.Resolution;
import dev.repartee.response.Backlog;
import dev.repartee.response.ReContact;
import dev.repartee.response.ResponseTime;
import dev.repartee.structure.Structure;
import dev.repartee.ties.Ties;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds for every measure, to the bit. */
public class LawsProperties {
  private static final Instant AS_OF = Instant.ofEpochMilli(at(RandomRows.DAYS));

  private static final OfficeHours OFFICE =
      OfficeHours.parse("Mon-Fri 09:00-17:00 Asia/Kathmandu, 2026-01-06 closed");

  /** Rules that few random rows are enough for. */
  private static final APathRules LOOSE =
      APathRules.standard()
          .withAffinityDays(1)
          .withAffinitySpan(0)
          .withAdvocateDays(1)
          .withLapsedAfter(Duration.ofDays(2))
          .withCampaigns("beans")
          .alreadyFollowing("carl@blog", "zak");

  private static final Pattern ASKS_FOR_STATES =
      Pattern.compile(
          "(first|lasting) resolution|response each (turn|message)"
              + "|(first|session|longest|hand-off) response|backlog|ratings|re-contact after");

  private static long at(int day) {
    return RandomRows.START + day * RandomRows.DAY;
  }

  private static Instant day(int day) {
    return Instant.ofEpochMilli(at(day));
  }

  private static EngagementLog log(List<Interaction> rows) {
    return EngagementLog.builder(RandomRows.DIRECTORY).asOf(AS_OF).addAll(rows).build();
  }

  @Provide
  Arbitrary<List<Interaction>> rows() {
    return RandomRows.lists();
  }

  @Provide
  Arbitrary<Measure<?>> measures() {
    return Arbitraries.of(all());
  }

  static List<Measure<?>> all() {
    return all(RandomRows.DIRECTORY);
  }

  /** Every measure, for logs of a directory. */
  public static List<Measure<?>> all(Directory directory) {
    ZoneId paris = ZoneId.of("Europe/Paris");
    ResponseTime response = ResponseTime.eachTurn().withTarget(Duration.ofHours(3));
    return List.of(
        response,
        ResponseTime.firstResponse().answers(AnswerRule.anybodyElse()),
        ResponseTime.eachTurn().during(OFFICE).withTarget(Duration.ofHours(3)),
        ResponseTime.longest().during(OFFICE).startedOutside(OFFICE),
        ResponseTime.eachMessage().answers(AnswerRule.standard().oneAnswerServesAll()),
        ResponseTime.session().withTarget(Duration.ofHours(20)),
        ResponseTime.session(Duration.ofDays(3)).answers(AnswerRule.anybodyElse()),
        ResponseTime.longest().by(Dimension.DEPARTMENT.ofAnswer()),
        ResponseTime.lastMessage().answers(AnswerRule.standard().countingBots()),
        ResponseTime.everyReply(),
        ResponseTime.afterHandOff().withTarget(Duration.ofHours(20)),
        ResponseTime.afterHandOff()
            .answers(AnswerRule.anybodyElse().countingBots())
            .by(Dimension.hour(paris).and(Dimension.DEPARTMENT.ofAnswer())),
        ResponseTime.afterHandOff().during(OFFICE).startedOutside(OFFICE).by(Dimension.CHANNEL),
        Backlog.standard().withTarget(Duration.ofHours(20)).showing(3),
        ReContact.standard().by(Dimension.DEPARTMENT.ofAnswer()),
        ReContact.standard().afterResolution().by(Dimension.CHANNEL.and(Dimension.hour(paris))),
        ReContact.standard().afterResolution().onAnyTopic().answers(AnswerRule.anybodyElse()),
        Resolution.first().withTarget(Duration.ofHours(20)),
        Ratings.ofAnswered().answers(AnswerRule.anybodyElse()),
        Ratings.ofResolved().within(Duration.ofDays(2)).by(Dimension.CHANNEL),
        Resolution.first().during(OFFICE).reopenedByActsOnly().by(Dimension.ADDRESSEE),
        Resolution.lasting(Duration.ofDays(2))
            .pausedWhile(ActKind.HOLD)
            .withTarget(Duration.ofDays(1))
            .answers(AnswerRule.anybodyElse()),
        Dialogue.standard(),
        Measures.of(response.asIndependent(), Dialogue.standard().asIndependent()),
        Dialogue.standard().answers(AnswerRule.anybodyElse()).withHorizon(Duration.ofDays(2)),
        Structure.standard(),
        Effort.standard().answers(AnswerRule.standard().countingBots()),
        Effort.standard().answers(AnswerRule.anybodyElse()).withHorizon(Duration.ofDays(1)),
        CannedAnswers.standard(),
        CannedAnswers.standard()
            .answers(AnswerRule.standard().oneAnswerServesAll())
            .by(Dimension.CHANNEL),
        CannedAnswers.standard().answers(AnswerRule.anybodyElse()),
        Structure.standard().withHorizon(Duration.ofDays(3)).by(Dimension.CHANNEL),
        Counts.ofMessages("loud", row -> row.person().length() > 3),
        Counts.ofValue("order"),
        Counts.ofValue("order").by(Dimension.attribute("language").and(Dimension.CHANNEL)),
        response.by(Dimension.attribute("language").ofAnswer()),
        APath.standard().by(Dimension.attribute("device")),
        APath.standard(),
        Ties.standard(),
        Buzz.standard(),
        Buzz.standard().by(Dimension.month(paris)),
        Ties.standard().answers(AnswerRule.anybodyElse()).withZone(paris).by(Dimension.CHANNEL),
        funnel().within(Duration.ofDays(3)).build(),
        funnel().anyOrder().build().by(Dimension.CHANNEL),
        funnel().strictOrder().oneStepPerEvent().holding(EventFilter.Property.CHANNEL).build(),
        funnel().within(Duration.ofDays(9)).noRepeats().build().explaining("Carl", "zak", "care"),
        Retention.every(Duration.ofDays(2), 5).countingOnly(EventFilter.messages()),
        Consistency.standard().withZone(paris).answers(AnswerRule.standard().countingBots()),
        Consistency.standard().during(OFFICE).by(Dimension.CHANNEL),
        AudienceInterest.standard().withZone(paris),
        Participation.of(directory).withZone(paris),
        ResponseTime.acknowledgement().withTarget(Duration.ofHours(3)).by(Dimension.CHANNEL),
        APath.standard().withZone(paris).by(Dimension.ORGANIZATION),
        APath.with(LOOSE).withImpressions("blog", 12),
        APathState.with(LOOSE),
        APathFlows.between(day(3), day(9)).with(LOOSE),
        APathChances.with(LOOSE),
        HollowAudience.standard(),
        EngagementEffect.after(Stage.ATTENTION).withLandmark(Duration.ofDays(1)),
        SpikeFollowThrough.on("blog", LocalDate.of(2026, 1, 3), LocalDate.of(2026, 1, 5)),
        Advocates.with(LOOSE).showing(2),
        APathSensitivity.of(APathRules.standard()).measures(),
        Openness.standard().within(Duration.ofHours(5)),
        Openness.standard().byMostNegativeLabel(),
        Openness.standard().answers(AnswerRule.anybodyElse()).by(Dimension.ADDRESSEE),
        Recovery.standard(),
        Recovery.standard().answers(AnswerRule.anybodyElse().oneAnswerServesAll()),
        Promises.of(
            Promise.atLeast(0.9).answeredWithin(Duration.ofHours(3)).on(Dimension.CHANNEL, "blog"),
            Promise.atLeast(0.5).messagesToAudience(),
            Promise.everyDepartmentSpeaks(directory)),
        Breadth.standard(),
        Recovery.standard().withLandmark(Duration.ofHours(3)).by(Dimension.ORGANIZATION),
        response.by(Dimension.CHANNEL),
        response.by(Dimension.DEPARTMENT.ofAnswer()),
        Dialogue.standard().by(Dimension.ADDRESSEE.and(Dimension.week(paris))),
        response.opened(2),
        Dialogue.standard().opened(Opened.keeping(1).withFingerprints("secret")),
        Recovery.standard().opened(Opened.keepingAll().withoutNames()),
        funnel().within(Duration.ofDays(3)).build().opened(2).by(Dimension.CHANNEL),
        Openness.standard().opened(1),
        Resolution.first().withTarget(Duration.ofHours(20)).opened(2),
        ResponseTime.afterHandOff().withTarget(Duration.ofHours(20)).opened(2),
        Promises.of(Promise.atLeast(0.9).answeredWithin(Duration.ofHours(3)))
            .showing(Opened.keeping(2)),
        Measures.of(response, Dialogue.standard()).by(Dimension.month(ZoneOffset.UTC)),
        Measures.of(response.by(Dimension.SENTIMENT), Dialogue.standard()));
  }

  private static Funnel.Builder funnel() {
    return Funnel.builder()
        .step("wrote", EventFilter.messages())
        .step(
            "did",
            EventFilter.anything().onChannel("blog", "chirp").withAttribute("language", "en", ""))
        .step("back", EventFilter.anything().matching("in strand", row -> row.returned()));
  }

  private static <S extends Summary<S>> byte[] bytes(EngagementLog log, Measure<S> measure) {
    return log.measure(measure).toBytes();
  }

  @Property
  void theOrderOfRowsDoesNotMatter(
      @ForAll("rows") List<Interaction> rows,
      @ForAll("measures") Measure<?> measure,
      @ForAll long seed) {
    List<Interaction> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    assertArrayEquals(bytes(log(rows), measure), bytes(log(shuffled), measure));
    assertEquals(log(rows).audit().counts(), log(shuffled).audit().counts());
  }

  @Property
  void theNumberOfThreadsThatBuildDoesNotMatter(
      @ForAll("rows") List<Interaction> rows, @ForAll("measures") Measure<?> measure) {
    EngagementLog inPieces =
        EngagementLog.builder(RandomRows.DIRECTORY)
            .asOf(AS_OF)
            .with(new Workers(3, 1))
            .addAll(rows)
            .build();
    assertArrayEquals(bytes(log(rows), measure), bytes(inPieces, measure));
    assertEquals(log(rows).audit().counts(), inPieces.audit().counts());
  }

  @Property
  void theAuditAddsUp(@ForAll("rows") List<Interaction> rows) {
    EngagementLog log = log(rows);
    assertEquals(rows.size(), log.audit().offered());
    assertEquals(log.audit().offered(), log.audit().accepted() + log.audit().rejected());
    long asides = log.audit().count(Audit.Reason.PRIVATE);
    assertEquals(log.audit().accepted(), log.messages() + asides + log.acts() + log.stateActs());
  }

  /** What becomes of conversations is told to measures that ask for it, and seen by no other. */
  @Property
  void actsOfStateChangeNothingElse(
      @ForAll("rows") List<Interaction> rows, @ForAll("measures") Measure<?> measure) {
    if (ASKS_FOR_STATES.matcher(measure.plan().text()).find()) {
      return;
    }
    List<Interaction> without =
        rows.stream().filter(row -> !(row instanceof Act act && act.kind().isOfState())).toList();
    assertArrayEquals(bytes(log(without), measure), bytes(log(rows), measure));
    assertEquals(log(without).persons(), log(rows).persons());
    assertEquals(log(without).conversations(), log(rows).conversations());
  }

  @Property
  void bytesComeBack(
      @ForAll("rows") List<Interaction> rows, @ForAll("measures") Measure<?> measure) {
    assertBytesComeBack(log(rows), measure);
  }

  private static <S extends Summary<S>> void assertBytesComeBack(
      EngagementLog log, Measure<S> measure) {
    S summary = log.measure(measure);
    S read = measure.fromBytes(summary.toBytes());
    assertArrayEquals(summary.toBytes(), read.toBytes());
    assertEquals(withoutCaution(summary), read.toString());
    assertEquals(summary.origin(), read.origin());
  }

  /** What a summary says of the log it was measured on, bytes do not tell: who never wrote. */
  private static String withoutCaution(Summary<?> summary) {
    String headline = summary.toString().lines().findFirst().orElse("");
    String caution = summary.origin().under(headline).substring(headline.length());
    return summary.toString().replace(caution, "");
  }

  @Property
  void adjacentWindowsPartitionTheFacts(
      @ForAll("rows") List<Interaction> rows,
      @ForAll("measures") Measure<?> measure,
      @ForAll @IntRange(min = 1, max = RandomRows.DAYS - 1) int cut) {
    assertWindowsPartition(log(rows), measure, cut);
  }

  private static <S extends Summary<S>> void assertWindowsPartition(
      EngagementLog log, Measure<S> measure, int cut) {
    Instant end = day(RandomRows.DAYS + 1);
    S whole = log.between(day(0), end).measure(measure);
    S before = log.between(day(0), day(cut)).measure(measure);
    S after = log.between(day(cut), end).measure(measure);
    assertArrayEquals(whole.toBytes(), before.merge(after).toBytes());
    assertArrayEquals(whole.toBytes(), after.merge(before).toBytes());
  }

  @Property
  void partsOfABreakdownPartitionTheFacts(
      @ForAll("rows") List<Interaction> rows, @ForAll("measures") Measure<?> measure) {
    assertPartsPartition(log(rows), measure, Dimension.CHANNEL);
    assertPartsPartition(log(rows), measure, Dimension.day(ZoneId.of("Asia/Kathmandu")));
    assertPartsPartition(
        log(rows), measure, Dimension.of("initial", row -> row.person().substring(0, 1)));
  }

  private static <S extends Summary<S>> void assertPartsPartition(
      EngagementLog log, Measure<S> measure, Dimension dimension) {
    byte[] whole = log.measure(measure).toBytes();
    Breakdown<S> parts = log.measure(measure.by(dimension));
    assertArrayEquals(whole, parts.total().toBytes());
    // One part alone says which it is, even where there is no other.
    if (parts.parts().size() > 1) {
      parts.parts().stream()
          .map(Breakdown.Part::summary)
          .reduce((a, b) -> a.merge(b))
          .ifPresent(merged -> assertArrayEquals(whole, merged.toBytes()));
    }
    parts.forEach(
        (key, part) ->
            assertArrayEquals(log.only(dimension, key).measure(measure).toBytes(), part.toBytes()));
  }

  @Property
  void whateverWholeUnitsAreSplitTheMergeIsTheWhole(
      @ForAll("rows") List<Interaction> rows,
      @ForAll("measures") Measure<?> measure,
      @ForAll long seed) {
    assertSplitMerges(rows, measure, new Random(seed));
  }

  private static <S extends Summary<S>> void assertSplitMerges(
      List<Interaction> rows, Measure<S> measure, Random random) {
    S whole = log(rows).measure(measure);
    List<List<Interaction>> pieces = Splitting.split(rows, measure.plan().unit(), 3, random);
    S merged = log(pieces.get(0)).measure(measure);
    for (List<Interaction> piece : pieces.subList(1, pieces.size())) {
      merged = merged.merge(log(piece).measure(measure));
    }
    assertArrayEquals(whole.toBytes(), merged.toBytes());
  }

  @Property
  void settledDaysMergeToTheWhole(
      @ForAll("rows") List<Interaction> rows,
      @ForAll("measures") Measure<?> measure,
      @ForAll @IntRange(min = 1, max = 100) int followUpHours) {
    assertDaysMerge(log(rows), measure, Duration.ofHours(followUpHours));
  }

  private static <S extends Summary<S>> void assertDaysMerge(
      EngagementLog log, Measure<S> measure, Duration followUp) {
    Duration horizon = measure.plan().horizon();
    Duration settling = horizon.compareTo(followUp) > 0 ? horizon : followUp;
    S merged = null;
    Instant last = day(20);
    for (int d = 0; d < 20; d++) {
      S one =
          log.asOf(day(d + 1).plus(settling))
              .between(day(d), day(d + 1))
              .followedFor(followUp)
              .measure(measure);
      assertTrue(one.origin().isSettled());
      merged = merged == null ? one : one.merge(merged);
    }
    S whole =
        log.asOf(last.plus(settling)).between(day(0), last).followedFor(followUp).measure(measure);
    assertArrayEquals(whole.toBytes(), merged == null ? new byte[0] : merged.toBytes());
  }

  @Property
  void asOfHidesWhatTakesEffectLater(
      @ForAll("rows") List<Interaction> rows,
      @ForAll("measures") Measure<?> measure,
      @ForAll @IntRange(min = 0, max = RandomRows.DAYS) int day) {
    List<Interaction> tidy = new ArrayList<>();
    EngagementLog whole = log(rows);
    Columns columns = whole.columns();
    // Rows whose own time lies before what they hang below are taken by when they take effect.
    Set<String> skewed = new HashSet<>();
    for (int row = 0; row < columns.messages; row++) {
      if (columns.effectiveAt(row) != columns.at[row]) {
        skewed.add(columns.id(row).orElseThrow());
      }
    }
    for (Interaction row : rows) {
      if (row.id().filter(skewed::contains).isEmpty()
          && row.parent().filter(skewed::contains).isEmpty()) {
        tidy.add(row);
      }
    }
    if (whole.audit().count(Audit.Reason.CYCLE) > 0
        || whole.audit().count(Audit.Reason.CONFLICTING_ID) > 0) {
      return;
    }
    assertKnownAsOf(tidy, measure, at(day));
  }

  private static <S extends Summary<S>> void assertKnownAsOf(
      List<Interaction> rows, Measure<S> measure, long asOf) {
    EngagementLog log = log(rows);
    if (log.audit().count(Audit.Reason.CLOCK_SKEW) > 0
        || log.audit().count(Audit.Reason.CYCLE) > 0) {
      return;
    }
    List<Interaction> early = rows.stream().filter(r -> r.atMillis() <= asOf).toList();
    Set<String> later = new HashSet<>();
    rows.stream().filter(r -> r.atMillis() > asOf).forEach(r -> r.id().ifPresent(later::add));
    if (early.stream().anyMatch(r -> r.parent().filter(later::contains).isPresent())) {
      return; // an act that came before its message is tied to it by what came later
    }
    EngagementLog built =
        EngagementLog.builder(RandomRows.DIRECTORY)
            .asOf(Instant.ofEpochMilli(asOf))
            .addAll(early)
            .build();
    assertArrayEquals(
        built.measure(measure).toBytes(),
        log.asOf(Instant.ofEpochMilli(asOf)).measure(measure).toBytes());
  }

  @Test
  @Tag("large")
  void anyNumberOfThreadsGivesTheSameBits() {
    List<Interaction> rows = new ArrayList<>();
    for (int block = 0; block < 3_000; block++) {
      for (Interaction row : RandomRows.list(new Random(block), 60)) {
        rows.add(inBlock(row, block));
      }
    }
    EngagementLog log = log(rows);
    EngagementLog builtByTwo =
        EngagementLog.builder(RandomRows.DIRECTORY).asOf(AS_OF).parallel(2).addAll(rows).build();
    for (Measure<?> measure : all()) {
      byte[] one = bytes(log, measure);
      assertArrayEquals(one, bytes(builtByTwo, measure));
      assertArrayEquals(one, bytes(log.parallel(2), measure));
      assertArrayEquals(one, bytes(log.parallel(8), measure));
    }
  }

  /** The same row with ids of its own block, so that blocks do not mix. */
  private static Interaction inBlock(Interaction row, int block) {
    String id = row.id().map(i -> block + i).orElse(null);
    String parent = row.parent().map(i -> block + i).orElse(null);
    String conversation = row.conversation().map(c -> block + c).orElse(null);
    if (row instanceof Post post) {
      return post.id(id).in(conversation);
    }
    return row instanceof Reply reply
        ? reply.id(id).to(parent).in(conversation)
        : ((Act) row).id(id).on(parent);
  }
}
