package dev.repartee.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.funnel.FunnelWitnesses.StopReason;
import dev.repartee.funnel.FunnelWitnesses.Story.Witness;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Facts;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Funnels by hand: every option, the words of refusals, and extremes. */
class FunnelTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Steps a, b and c by label. */
  private static Funnel.Builder abc() {
    return Funnel.builder()
        .step("a", EventFilter.anything().labelled("a", "ab", "abc"))
        .step("b", EventFilter.anything().labelled("b", "ab", "abc"))
        .step("c", EventFilter.anything().labelled("c", "abc"));
  }

  /** Events of one person, {@code label@hour}, in a log that ends at an hour. */
  private static EngagementLog log(int asOfHour, String events) {
    List<Act> acts = new ArrayList<>();
    for (String event : events.split(" ", -1)) {
      int at = event.indexOf('@');
      Instant time = START.plus(Duration.ofHours(Long.parseLong(event.substring(at + 1))));
      acts.add(Act.of(ActKind.VIEW, "carl", time).label(event.substring(0, at)));
    }
    return EngagementLog.builder()
        .asOf(START.plus(Duration.ofHours(asOfHour)))
        .addAll(acts)
        .build();
  }

  private static int level(Funnel.Builder funnel, String events) {
    FunnelSummary summary = log(1_000, events).measure(funnel.build());
    return (int) summary.steps().stream().filter(step -> step.reached() > 0).count();
  }

  private static FunnelWitnesses.Story story(Funnel.Builder funnel, int asOfHour, String events) {
    return log(asOfHour, events).measure(funnel.build().explaining("carl")).of("carl").get();
  }

  @Test
  void theModesOfClickHouse() {
    String ties = "a@0 b@1 c@1";
    assertEquals(3, level(abc().within(Duration.ofHours(9)), ties));
    assertEquals(2, level(abc().within(Duration.ofHours(9)).strictlyIncreasing(), ties));
    assertEquals(3, level(abc().within(Duration.ofHours(1)), "a@0 abc@5"));
    assertEquals(1, level(abc().within(Duration.ofHours(1)).oneStepPerEvent(), "abc@5"));
    assertEquals(2, level(abc().within(Duration.ofHours(9)).oneStepPerEvent(), "a@0 abc@5"));
    assertEquals(1, level(abc().strictOrder(), "a@0 x@1 b@2 c@3"));
    assertEquals(3, level(abc().strictOrder(), "a@0 b@1 b@2 a@3 c@4"));
    assertEquals(2, level(abc().noRepeats(), "a@0 b@1 b@2 c@3"));
    assertEquals(3, level(abc().noRepeats(), "a@0 a@1 b@2 c@3"));
  }

  /** Of the events labelled x those at even hours count, which only the whole row tells. */
  @Test
  void stepsAndExclusionsMayLookAtWholeRows() {
    EventFilter even =
        EventFilter.anything()
            .labelled("x")
            .matching("even hours", row -> row.at().atZone(ZoneOffset.UTC).getHour() % 2 == 0);
    EventFilter a = EventFilter.anything().labelled("a");
    assertEquals(1, level(Funnel.builder().step("a", a).step("even", even), "a@0 x@1 x@3"));
    assertEquals(2, level(Funnel.builder().step("a", a).step("even", even), "a@0 x@1 x@2"));
    assertEquals(3, level(abc().excluding("even", even), "a@0 x@1 b@2 c@3"));
    assertEquals(1, level(abc().excluding("even", even), "a@0 x@2 b@3 c@4"));
  }

  @Test
  void strictOrderMayIgnoreNoise() {
    EventFilter noise = EventFilter.anything().labelled("x", "b");
    assertEquals(1, level(abc().strictOrder(), "a@0 x@1 b@2 x@3 c@4"));
    assertEquals(3, level(abc().strictOrder().ignoring(noise), "a@0 x@1 b@2 x@3 c@4"));
    assertEquals(1, level(abc().strictOrder().ignoring(noise), "a@0 y@1 b@2 c@4"));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> abc().ignoring(noise).build());
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("ignoring() without strictOrder() has"));
  }

  @Test
  void withoutAnOrderEachStepMayNeedAnEventOfItsOwn() {
    assertEquals(3, level(abc().anyOrder(), "abc@1"));
    assertEquals(1, level(abc().anyOrder().oneStepPerEvent(), "abc@1"));
    // The first must leave a to the second.
    assertEquals(2, level(abc().anyOrder().oneStepPerEvent(), "ab@1 a@2"));
    assertEquals(3, level(abc().anyOrder().oneStepPerEvent(), "c@0 ab@1 a@2"));
    assertEquals(
        2, level(abc().anyOrder().oneStepPerEvent().within(Duration.ofHours(1)), "c@0 ab@1 a@2"));
  }

  @Test
  void whoIsStoppedByAnExclusionIsKnown() {
    EventFilter x = EventFilter.anything().labelled("x");
    Funnel.Builder funnel = abc().within(Duration.ofHours(5)).excluding("x", x);
    FunnelSummary stopped = log(99, "a@0 x@1 b@2").measure(funnel.build());
    assertEquals(1, stopped.step("a").dropped());
    assertEquals(1, stopped.step("a").stoppedByExclusion());
    // After the window it is too late to stop anybody.
    FunnelSummary late = log(99, "a@0 x@6").measure(funnel.build());
    assertEquals(1, late.step("a").dropped());
    assertEquals(0, late.step("a").stoppedByExclusion());
    // A later beginning that comes as far takes the exclusion back.
    FunnelSummary again = log(99, "a@0 x@1 a@2").measure(funnel.build());
    assertEquals(0, again.step("a").stoppedByExclusion());
  }

  @Test
  void whoDidAnOptionalStepIsCounted() {
    Funnel funnel =
        Funnel.builder()
            .step("a", EventFilter.anything().labelled("a"))
            .step(FunnelStep.of("b", EventFilter.anything().labelled("b")).optional())
            .step("c", EventFilter.anything().labelled("c"))
            .build();
    FunnelSummary past = log(99, "a@0 c@1").measure(funnel);
    assertEquals(1, past.step("b").reached());
    assertEquals(0, past.step("b").did());
    assertEquals(1, past.step("c").did());
    FunnelSummary through = log(99, "a@0 b@1 c@2").measure(funnel);
    assertEquals(1, through.step("b").did());
  }

  /** Begins in June and again in July, comes through in July: monthly, one of one in July. */
  @Test
  void aTrendCountsAPersonInEachMonthInWhichItBegins() {
    List<Act> acts =
        List.of(
            Act.of(ActKind.VIEW, "carl", Instant.parse("2026-06-20T12:00:00Z")),
            Act.of(ActKind.VIEW, "carl", Instant.parse("2026-07-10T12:00:00Z")),
            Act.of(ActKind.SHARE, "carl", Instant.parse("2026-07-12T12:00:00Z")));
    EngagementLog log =
        EngagementLog.builder().asOf(Instant.parse("2026-09-01T00:00:00Z")).addAll(acts).build();
    Funnel.Builder funnel =
        Funnel.builder()
            .step("viewed", ActKind.VIEW)
            .step("shared", ActKind.SHARE)
            .within(Duration.ofDays(14));
    Dimension month = Dimension.month(ZoneOffset.UTC);
    Breakdown<FunnelSummary> newcomers = log.measure(funnel.build().by(month));
    assertEquals(1, newcomers.get("2026-06").cameThrough());
    assertTrue(newcomers.find("2026-07").isEmpty());
    Breakdown<FunnelSummary> each =
        log.measure(funnel.everyEntryByMonth(ZoneOffset.UTC).build().by(month));
    assertEquals(1, each.get("2026-06").began());
    assertEquals(0, each.get("2026-06").cameThrough());
    assertEquals(1, each.get("2026-07").began());
    assertEquals(1, each.get("2026-07").cameThrough());
    assertEquals(1, log.between("2026-07-01", "2026-08-01").measure(funnel.build()).cameThrough());
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> funnel.build().explaining("carl"));
    assertTrue(String.valueOf(refused.getMessage()).contains("build the funnel without it"));
  }

  /** Window 10 s, begins at 0 and at 100 s, comes through at 105 s. */
  @Test
  void bothClocksOfComingThroughAreToldByTheirNames() {
    List<Act> acts =
        List.of(
            Act.of(ActKind.VIEW, "carl", START),
            Act.of(ActKind.VIEW, "carl", START.plusSeconds(100)),
            Act.of(ActKind.SHARE, "carl", START.plusSeconds(105)));
    FunnelSummary summary =
        EngagementLog.builder()
            .addAll(acts)
            .build()
            .measure(
                Funnel.builder()
                    .step("viewed", ActKind.VIEW)
                    .step("shared", ActKind.SHARE)
                    .within(Duration.ofSeconds(10))
                    .build());
    assertEquals(105_000, summary.timeToComeThrough().timeMillis(0));
    assertEquals(5_000, summary.timesOfChains().maxMillis());
    assertEquals(List.of(1L, 0L), summary.timesOfChains().histogram(Duration.ofSeconds(5)));
    Facts facts = summary.facts();
    assertEquals(105_000, facts.get("time_to_come_through_median").value().getAsDouble());
    assertEquals(5_000, facts.get("time_of_chains_median").value().getAsDouble());
  }

  /** The second b comes at the instant of c; a pass that keeps only the last b finds no earlier. */
  @Test
  void strictlyIncreasingFindsTheChainThatOverwritingLoses() {
    assertEquals(3, level(abc().strictlyIncreasing(), "a@0 b@1 b@2 c@2"));
    // And the first of two beginnings, where the second is too late for what follows at once.
    assertEquals(3, level(abc().strictlyIncreasing(), "a@0 a@1 b@1 c@2"));
  }

  @Test
  void eachOptionDoesWhatItSays() {
    assertEquals(2, level(abc().within(Duration.ofHours(5)), "a@0 b@5 c@6"));
    assertEquals(3, level(abc().within(Duration.ofHours(5)), "a@0 a@1 b@5 c@6"));
    assertEquals(2, level(abc().within(Duration.ofHours(5)).firstChainOnly(), "a@0 a@1 b@5 c@6"));
    assertEquals(3, level(abc().anyOrder(), "c@0 a@1 b@2"));
    assertEquals(2, level(abc().anyOrder().within(Duration.ofHours(1)), "c@0 a@1 b@2"));
    EventFilter x = EventFilter.anything().labelled("x");
    assertEquals(1, level(abc().excluding("x", x), "a@0 x@1 b@2 c@3"));
    assertEquals(3, level(abc().excluding("x", x), "a@0 x@1 a@2 b@3 c@4"));
    assertEquals(3, level(abc().excluding("x", x, "a", "b"), "a@0 b@1 x@2 c@3"));
    assertEquals(3, level(abc().excluding("x", x), "a@0 b@1 c@2 x@2"));
    Funnel.Builder optional =
        Funnel.builder()
            .step("a", EventFilter.anything().labelled("a"))
            .step(FunnelStep.of("b", EventFilter.anything().labelled("b")).optional())
            .step("c", EventFilter.anything().labelled("c"));
    assertEquals(3, level(optional, "a@0 c@1"));
  }

  /** The first b is too early; c must follow a b that is not, within two hours. */
  @Test
  void stepsHaveTimesOfTheirOwn() {
    Funnel.Builder timed =
        Funnel.builder()
            .step("a", EventFilter.anything().labelled("a"))
            .step(
                FunnelStep.of("b", EventFilter.anything().labelled("b"))
                    .noSoonerThan(Duration.ofHours(2)))
            .step(
                FunnelStep.of("c", EventFilter.anything().labelled("c"))
                    .noLaterThan(Duration.ofHours(2)));
    assertEquals(2, level(timed, "a@0 b@1 b@2 c@5"));
    assertEquals(3, level(timed, "a@0 b@1 b@2 b@3 c@5"));
    assertEquals(1, level(timed, "a@0 b@1"));
  }

  @Test
  void tellsWhatSomebodyDidAndWhyItEnded() {
    Funnel.Builder funnel = abc().within(Duration.ofHours(5));
    FunnelWitnesses.Story done = story(funnel, 100, "a@0 a@1 b@2 b@3 c@6");
    assertEquals(StopReason.COMPLETED, done.stop());
    assertEquals(
        List.of(at("a", 1), at("b", 2), at("c", 6)),
        done.witnesses().stream().map(w -> new Witness(w.step(), "", w.at())).toList());
    assertEquals(StopReason.OUT_OF_TIME, story(funnel, 7, "a@1 b@2").stop());
    assertEquals(StopReason.STILL_IN_TIME, story(funnel, 5, "a@1 b@2").stop());
    assertEquals(StopReason.OUT_OF_TIME, story(funnel, 6, "a@1 b@2").stop());
    assertEquals(StopReason.NEVER_BEGAN, story(funnel, 6, "b@2").stop());
    FunnelWitnesses.Story between = story(abc().strictOrder(), 9, "a@0 b@1 x@2 c@3");
    assertEquals(StopReason.OUT_OF_ORDER, between.stop());
    assertEquals(at("", 2), between.stoppedBy().get());
    FunnelWitnesses.Story excluded =
        story(abc().excluding("left", EventFilter.anything().labelled("x")), 9, "a@0 x@2");
    assertEquals(StopReason.EXCLUDED, excluded.stop());
    assertEquals(at("left", 2), excluded.stoppedBy().get());
    FunnelWitnesses.Story repeated = story(abc().noRepeats(), 9, "a@0 b@1 b@2 c@3");
    assertEquals(StopReason.REPEATED, repeated.stop());
    assertEquals(at("", 2), repeated.stoppedBy().get());
  }

  /** At the instant of a repeat something else happens too: the repeat is named, not that. */
  @Test
  void ofSeveralEventsOfAnInstantTheOneThatEndedTheChainIsNamed() {
    for (String repeat : List.of("1", "3")) {
      Instant later = START.plus(Duration.ofHours(3));
      EngagementLog log =
          EngagementLog.builder()
              .asOf(START.plus(Duration.ofHours(9)))
              .add(Act.of(ActKind.VIEW, "carl", START).label("a"))
              .add(Act.of(ActKind.VIEW, "carl", START.plus(Duration.ofHours(1))).label("b"))
              .add(Act.of(ActKind.VIEW, "carl", later).label("z").id("2"))
              .add(Act.of(ActKind.VIEW, "carl", later).label("b").id(repeat))
              .build();
      FunnelWitnesses.Story story =
          log.measure(abc().noRepeats().build().explaining("carl")).of("carl").get();
      assertEquals(StopReason.REPEATED, story.stop());
      assertEquals(repeat, story.stoppedBy().get().id());
    }
  }

  /** On the blog a chain is at b and can go on; what was begun on other channels cannot or can. */
  @Test
  void withAPropertyHeldOneOpenChainIsEnough() {
    for (String second : List.of("aaa", "zzz")) { // walked before the blog or after it
      List<Act> acts = new ArrayList<>();
      acts.add(Act.of(ActKind.VIEW, "carl", START).label("a").channel("blog"));
      acts.add(Act.of(ActKind.VIEW, "carl", START).label("a").channel(second));
      acts.add(
          Act.of(ActKind.VIEW, "carl", START.plus(Duration.ofHours(1))).label("b").channel("blog"));
      for (int asOf : new int[] {5, 20}) {
        FunnelSummary summary =
            EngagementLog.builder()
                .asOf(START.plus(Duration.ofHours(asOf)))
                .addAll(acts)
                .build()
                .measure(
                    abc()
                        .within(Duration.ofHours(10))
                        .holding(EventFilter.Property.CHANNEL)
                        .build());
        assertEquals(asOf == 5 ? 1 : 0, summary.step("b").stillInTime());
        assertEquals(asOf == 5 ? 0 : 1, summary.step("b").dropped());
      }
    }
  }

  /** Where this differs from ClickHouse by choice, and says so. */
  @Test
  void whatClickHouseDoesOtherwise() {
    // It returns 1, the step of the event before the repeat.
    assertEquals(2, level(abc().noRepeats(), "a@0 b@1 a@2 b@3"));
    // It takes the second b for a repeat.
    assertEquals(3, level(abc().noRepeats(), "a@0 b@1 b@1 c@2"));
    // It reads x before b, and returns 1; here x comes after b, and ends the chain there.
    assertEquals(2, level(abc().strictOrder(), "a@0 x@1 b@1 c@2"));
    // It ends the scan at x.
    assertEquals(3, level(abc().strictOrder(), "a@0 x@1 a@2 b@3 c@4"));
  }

  private static Witness at(String step, int hour) {
    return new Witness(step, "", START.plus(Duration.ofHours(hour)));
  }

  /**
   * Four people, window 10 h, log ends at 20 h: one comes through, one drops out, one began lately
   * and can still, one began early and again lately.
   */
  @Test
  void droppedAndStillInTimeAreApart() {
    List<Act> acts =
        List.of(
            act("p1", 0, "a"),
            act("p1", 1, "b"),
            act("p1", 4, "c"),
            act("p2", 2, "a"),
            act("p2", 3, "b"),
            act("p3", 15, "a"),
            act("p4", 1, "a"),
            act("p4", 11, "a"));
    EngagementLog log =
        EngagementLog.builder().asOf(START.plus(Duration.ofHours(20))).addAll(acts).build();
    FunnelSummary summary = log.measure(abc().within(Duration.ofHours(10)).build());
    assertEquals(4, summary.began());
    assertEquals(1, summary.cameThrough());
    FunnelSummary.StepResult a = summary.step("a");
    FunnelSummary.StepResult b = summary.step("b");
    assertEquals(2, a.stillInTime());
    assertEquals(0, a.dropped());
    assertEquals(1, b.dropped());
    assertEquals(2, b.conversionSoFar().successes());
    assertEquals(4, b.conversionSoFar().trials());
    assertEquals(2, b.mature().successes()); // of p1, p2 and p4
    assertEquals(3, b.mature().trials());
    assertEquals(1, summary.step("c").mature().successes());
    // c after 4 h of p1; the others watched for 18, 5 and 19 h
    assertEquals(0.25, summary.within(Duration.ofHours(4)).value(), 1e-12);
    assertEquals(3, summary.timeToComeThrough().censoredCount());
    assertEquals("funnel: 4 began, 1 came through", summary.toString().lines().findFirst().get());
  }

  private static Act act(String person, int hour, String label) {
    return Act.of(ActKind.VIEW, person, START.plus(Duration.ofHours(hour))).label(label);
  }

  @Test
  void filtersLookAtWhatEventsAre() {
    Directory directory =
        Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();
    EngagementLog log =
        EngagementLog.builder(directory)
            .asOf("2026-02-01T00:00:00Z")
            .add(Post.of("p", "carl", "2026-01-01T00:00:00Z").channel("blog").topic("beans"))
            .add(Reply.of("r", "care", "2026-01-01T01:00:00Z").to("p"))
            .add(Post.of("m", "carl", "2026-01-01T02:00:00Z").automatic(true))
            .add(Post.of("n", null, "2026-01-01T03:00:00Z").channel("blog"))
            .add(
                Act.of(ActKind.SHARE, "carl", "2026-01-02T00:00:00Z")
                    .channel("chirp")
                    .sentiment(Sentiment.POSITIVE))
            .build();
    Funnel funnel =
        Funnel.builder()
            .step("wrote", EventFilter.messages().onChannel("blog").onTopic("beans").toward("Acme"))
            .step(
                "shared",
                EventFilter.acts(ActKind.SHARE, ActKind.MENTION)
                    .withSentiment(Sentiment.POSITIVE)
                    .matching("by carl", row -> row.person().equals("carl")))
            .build();
    FunnelSummary summary = log.measure(funnel);
    assertEquals(1, summary.cameThrough());
    assertEquals(1, summary.automatic());
    assertEquals(1, summary.anonymous());
    assertEquals(
        "funnel of \"wrote\" = message, channel \"blog\", topic \"beans\", organization \"Acme\";"
            + " \"shared\" = share or mention, sentiment positive, \"by carl\"",
        funnel.toString().replace("mention or share", "share or mention"));
    Breakdown<FunnelSummary> byChannel = log.measure(funnel.by(Dimension.CHANNEL));
    assertEquals(1, byChannel.get("blog").cameThrough());
    assertEquals(
        0.0,
        FunnelComparison.of(byChannel.get("blog"), byChannel.get("blog")).soFar().value(),
        1e-12);
  }

  private static String refusal(UnaryOperator<Funnel.Builder> options) {
    return refusal(options.apply(abc()));
  }

  private static String refusal(Funnel.Builder builder) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> builder.build());
    return String.valueOf(e.getMessage());
  }

  @Test
  void optionsThatContradictEachOtherSayWhichAndWhatToDo() {
    assertEquals(
        "anyOrder() and strictOrder() contradict each other: without an order no step comes before"
            + " another; leave one of the two out",
        refusal(f -> f.anyOrder().strictOrder()));
    assertTrue(refusal(f -> f.anyOrder().noRepeats()).startsWith("anyOrder() and noRepeats()"));
    assertTrue(refusal(f -> f.anyOrder().firstChainOnly()).contains("firstChainOnly()"));
    assertTrue(
        refusal(f -> f.anyOrder().everyEntryByDay(ZoneOffset.UTC)).contains("everyEntryBy…()"));
    assertTrue(refusal(f -> f.anyOrder().strictlyIncreasing()).contains("strictlyIncreasing()"));
    assertTrue(
        refusal(f -> f.anyOrder().excluding("x", EventFilter.messages())).contains("excluding(…)"));
    assertEquals(
        "within (1 ms) and strictlyIncreasing(), together at least 2 ms, contradict each other:"
            + " nobody can come through; make the window longer or the least times shorter",
        refusal(f -> f.within(Duration.ofMillis(1)).strictlyIncreasing()));
    FunnelStep d = FunnelStep.of("d", EventFilter.messages());
    assertEquals(
        "noSoonerThan (2 h) and noLaterThan (1 h) of step (d) contradict each other: nobody can do"
            + " it; make the second the longer",
        refusal(f -> f.step(d.noSoonerThan(Duration.ofHours(2)).noLaterThan(Duration.ofHours(1)))));
    assertTrue(
        refusal(f -> f.strictlyIncreasing().step(d.noLaterThan(Duration.ZERO)))
            .startsWith("strictlyIncreasing() and noLaterThan (0 s) of step (d)"));
    assertTrue(refusal(f -> f.step(d.optional())).startsWith("optional() and the last step (d)"));
    assertTrue(
        refusal(Funnel.builder().step(d.optional()).step("e", EventFilter.messages()))
            .startsWith("optional() and the first step (d)"));
    assertTrue(
        refusal(f -> f.excluding("x", EventFilter.messages(), "b", "a"))
            .startsWith("excluding (x) must be from a step to a later one"));
    assertTrue(
        refusal(f -> f.excluding("x", EventFilter.messages(), "b", "z"))
            .startsWith("step (z) of excluding (x) must be one of [a, b, c]"));
    assertTrue(refusal(f -> f.step("a", EventFilter.messages())).contains("named twice"));
    assertTrue(refusal(Funnel.builder()).startsWith("steps (0 of them) must be 1 to 32"));
  }

  @Test
  void emptyAndSmallFunnels() {
    FunnelSummary nobody = EngagementLog.builder().build().measure(abc().build());
    assertEquals("funnel: no data", nobody.toString().lines().findFirst().get());
    assertFalse(nobody.step("b").conversionSoFar().hasInterval());
    assertTrue(nobody.timeToComeThrough().isEmpty());
    assertEquals(0, level(abc(), "b@0 c@1"));
    assertEquals(1, level(abc(), "a@0"));
    assertEquals(3, level(abc(), "c@0 b@0 a@0"));
    Funnel.Builder one = Funnel.builder().step("a", EventFilter.anything().labelled("a"));
    assertEquals(1, level(one, "x@0 a@1 a@2"));
    FunnelSummary single = log(9, "a@1").measure(one.build());
    assertEquals(1, single.cameThrough());
    assertEquals(0, single.step("a").dropped());
    assertThrows(IllegalStateException.class, () -> single.within(Duration.ofHours(1)));
  }

  @Test
  void thirtyTwoStepsInEveryMode() {
    for (UnaryOperator<Funnel.Builder> mode : modes()) {
      Funnel.Builder builder = Funnel.builder();
      StringBuilder events = new StringBuilder();
      for (int step = 0; step < 32; step++) {
        builder.step("s" + step, EventFilter.anything().labelled("s" + step));
        events.append(step == 0 ? "" : " ").append('s').append(step).append('@').append(step);
      }
      FunnelSummary summary = log(99, events.toString()).measure(mode.apply(builder).build());
      assertEquals(1, summary.cameThrough());
      assertEquals(Duration.ofHours(31).toMillis(), summary.timeToComeThrough().timeMillis(0));
      assertTrue(summary.toString().length() <= 1_000);
    }
  }

  private static List<UnaryOperator<Funnel.Builder>> modes() {
    return List.of(
        f -> f,
        f -> f.strictlyIncreasing(),
        f -> f.oneStepPerEvent(),
        f -> f.strictOrder(),
        f -> f.noRepeats(),
        f -> f.excluding("gone", EventFilter.acts(ActKind.UNFOLLOW)),
        f -> f.anyOrder(),
        f -> f.anyOrder().oneStepPerEvent(),
        f -> f.everyEntryByMonth(ZoneOffset.UTC));
  }

  /** A million events of one person, in time or all at one instant: no mode takes the square. */
  @Test
  @Tag("large")
  void aMillionEventsOfOnePersonInEveryMode() {
    for (int gap : new int[] {0, 1}) {
      EngagementLog.Builder builder = EngagementLog.builder();
      Appender rows = builder.appender();
      ActKind[] kinds = {ActKind.VIEW, ActKind.CLICK, ActKind.SHARE};
      for (int i = 0; i < 1_000_000; i++) {
        rows.author("carl").at((long) i * gap).act(kinds[i % 3 == 2 ? 1 : i % 2]).end();
      }
      EngagementLog log = builder.build();
      for (UnaryOperator<Funnel.Builder> mode : modes()) {
        Funnel.Builder funnel = mode.apply(viewClickShare(f -> f));
        boolean needsTime = funnel.build().toString().contains("strictly increasing");
        assertEquals(gap == 0 && needsTime ? 1 : 2, million(log, funnel));
      }
      UnaryOperator<FunnelStep> late =
          f -> f.noSoonerThan(Duration.ofSeconds(400)).noLaterThan(Duration.ofSeconds(901));
      assertEquals(gap == 0 ? 1 : 2, million(log, viewClickShare(late)));
      assertEquals(gap == 0 ? 1 : 2, million(log, viewClickShare(late).oneStepPerEvent()));
    }
  }

  private static Funnel.Builder viewClickShare(UnaryOperator<FunnelStep> times) {
    return Funnel.builder()
        .step("viewed", ActKind.VIEW)
        .step(times.apply(FunnelStep.of("clicked", EventFilter.acts(ActKind.CLICK))))
        .step(FunnelStep.of("shared", EventFilter.acts(ActKind.SHARE)));
  }

  private static int million(EngagementLog log, Funnel.Builder funnel) {
    FunnelSummary summary = log.measure(funnel.build());
    return (int) summary.steps().stream().filter(step -> step.reached() > 0).count();
  }
}
