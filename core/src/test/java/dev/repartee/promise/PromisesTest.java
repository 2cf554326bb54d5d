package dev.repartee.promise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.internal.stats.BoundTest;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened;
import dev.repartee.measure.Opened.Case;
import dev.repartee.measure.Opened.Cases;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.promise.Promise.Census;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Proportion;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PromisesTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int DAY = 24 * 60;

  private final List<Interaction> rows = new ArrayList<>();

  /** Turns of as many people on a channel in 12 weeks, the first answered after half an hour. */
  private void turns(String channel, int turns, int answered) {
    for (int i = 0; i < turns; i++) {
      String id = channel + i;
      long at = i % 12 * 7L * DAY + i;
      rows.add(Talk.post(id, "v" + id, at).channel(channel));
      if (i < answered) {
        rows.add(Talk.reply("r" + id, "care", at + 30, id));
      }
    }
  }

  private EngagementLog log() {
    return Talk.log(100 * DAY, rows.toArray(new Interaction[0]));
  }

  private static Promise answered(double bound, String channel) {
    return Promise.atLeast(bound).answeredWithin(HOUR).on(Dimension.CHANNEL, channel);
  }

  @Test
  void whoBeganBeforeAPromiseChangedIsJudgedByTheFormer() {
    Instant change = Instant.ofEpochMilli(100 * 60_000);
    EngagementLog log =
        Talk.log(
            1_000,
            Talk.post("1", "carl", 0),
            Talk.reply("1r", "care", 90, "1"),
            Talk.post("2", "dan", 99),
            Talk.reply("2r", "care", 120, "2"), // begun before, answered after
            Talk.post("3", "eve", 100));
    Promise before =
        Promise.atLeast(0.5)
            .of("two-way", Dialogue.standard().withHorizon(Duration.ZERO), d -> d.twoWay())
            .until(change);
    Promise after =
        Promise.atLeast(0.9)
            .of("two-way", Dialogue.standard().withHorizon(Duration.ZERO), d -> d.twoWay())
            .from(change);
    PromiseSummary judged = log.measure(Promises.of(before, after));
    assertEquals(2, judged.get(before).met());
    assertEquals(2, judged.get(before).all());
    assertEquals(0, judged.get(after).met());
    assertEquals(1, judged.get(after).all());
    assertEquals("at least 90 %: two-way, from 1970-01-01T01:40:00Z only", after.toString());
  }

  @Test
  void whatIsTooMuchIsCountedAboveTheBoundAndAllIsAll() {
    turns("twitter", 200, 120);
    Promise few = Promise.atMost(0.2).of("two-way", Dialogue.standard(), d -> d.twoWay());
    Promise many = Promise.atMost(0.9).of("two-way", Dialogue.standard(), d -> d.twoWay());
    Promise all = Promise.census("all", Dialogue.standard(), d -> new Census(2, 2, ""));
    PromiseSummary judged = log().measure(Promises.of(few, many, all));
    assertEquals(PromiseSummary.Verdict.BROKEN, judged.get(few).verdict());
    assertEquals(80, judged.get(few).excess(), 1e-9);
    assertEquals(PromiseSummary.Verdict.KEPT, judged.get(many).verdict());
    assertEquals(0, judged.get(many).excess());
    assertEquals(PromiseSummary.Verdict.KEPT, judged.get(all).verdict());
  }

  @Test
  void brokenOnesComeFirstByThePeopleTheyLeaveShort() {
    turns("twitter", 200, 120);
    turns("blog", 400, 320);
    turns("forum", 100, 90);
    turns("chat", 300, 297);
    Promise twitter = answered(0.9, "twitter");
    Promise blog = answered(0.9, "blog");
    Promise forum = answered(0.92, "forum");
    Promise chat = answered(0.9, "chat");
    Promise fax = answered(0.9, "fax");
    Promise departments = Promise.everyDepartmentSpeaks(Talk.acme());
    Promises promises = Promises.of(chat, fax, forum, blog, twitter, departments);
    PromiseSummary judged = log().measure(promises);
    assertEquals(
        List.of(twitter, blog, departments, forum, fax, chat),
        judged.results().stream().map(PromiseSummary.Result::promise).toList());
    assertEquals(PromiseSummary.Verdict.BROKEN, judged.get(twitter).verdict());
    assertEquals(60, judged.get(twitter).excess(), 1e-9);
    assertEquals(120, judged.get(twitter).met());
    assertEquals(200, judged.get(twitter).all());
    assertEquals(40, judged.get(blog).excess(), 1e-9);
    assertEquals(PromiseSummary.Verdict.UNPROVEN, judged.get(forum).verdict());
    assertEquals(PromiseSummary.Verdict.NO_DATA, judged.get(fax).verdict());
    assertEquals(PromiseSummary.Verdict.KEPT, judged.get(chat).verdict());
    assertEquals(0, judged.get(chat).excess());
    assertEquals(PromiseSummary.Verdict.BROKEN, judged.get(departments).verdict());
    assertEquals("silent: Sales", judged.get(departments).note());
    assertEquals(1, judged.get(departments).excess(), 1e-9);
    assertEquals("6 promises: 3 broken, 1 kept, 2 open", Talk.headline(judged));
    assertTrue(judged.toString().length() <= 1000);
    String notes = "verdicts at 5 %, adjusted for 4 promises judged together; intervals are not";
    List<String> shown = judged.toString().lines().toList();
    assertEquals(notes, shown.get(shown.size() - 1));
    List<String> lines = judged.table().lines().toList();
    assertEquals(9, lines.size(), "a head, six promises, notes and the as-of");
    assertTrue(
        lines
            .get(1)
            .matches("BROKEN +at least 90 %: answered within 1 h, channel twitter .* 200 +60"),
        lines.get(1));
    assertTrue(
        lines.get(6).matches("KEPT +at least 90 %: answered within 1 h, channel chat .* 300"),
        lines.get(6));
    assertEquals(notes, lines.get(7));
    assertEquals("as of 1970-04-11T00:00:00Z", lines.get(8));
    assertEquals("at least 90 %: answered within 1 h, channel twitter", twitter.toString());
    String found = judged.get(twitter).toString();
    assertTrue(
        found.startsWith(
            "BROKEN, 60 short\nat least 90 %: answered within 1 h, channel twitter\n0.60"),
        found);
    assertTrue(found.endsWith(", 120/200"), found);
    assertTrue(judged.get(departments).toString().endsWith(", 1/2\nsilent: Sales"));
    String open = judged.get(fax).toString();
    assertTrue(open.startsWith("NO_DATA\nat least 90 %"), open);
    assertFalse(open.contains("/"), open);
    // Judged by chance: not the census, and not what has no data.
    assertEquals(4, judged.judgedTogether());
    Facts facts = judged.facts();
    assertEquals(
        List.of("6", "3", "1", "1", "1", "4", "1"),
        Talk.texts(
            facts,
            "promises",
            "promises_broken",
            "promises_kept",
            "promises_unproven",
            "promises_no_data",
            "judged_together",
            "looks"));
    String onTwitter = twitter.toString();
    assertEquals("BROKEN", facts.get("verdict", onTwitter).word());
    assertEquals(0.6, facts.get("share", onTwitter).value().getAsDouble(), 1e-12);
    assertEquals(
        List.of("120", "200", "0.90", "60.00"),
        List.of("served", "promised", "bound", "short_of_bound").stream()
            .map(statistic -> facts.get(statistic, onTwitter).text())
            .toList());
    assertEquals(
        judged.get(twitter).pValue(), facts.get("p_value", onTwitter).value().getAsDouble());
    assertEquals(
        judged.get(twitter).adjustedPValue(),
        facts.get("p_value_adjusted", onTwitter).value().getAsDouble());
    assertEquals("silent: Sales", facts.get("note", departments.toString()).word());
    assertEquals(State.NOT_DEFINED, facts.get("p_value", departments.toString()).state());
    assertEquals(State.NO_DATA, facts.get("share", fax.toString()).state());
    assertEquals("NO_DATA", facts.get("verdict", fax.toString()).word());
  }

  /** Both are answered within an hour, by clocks of their own. */
  @Test
  void promisesThatAreSaidAlikeHaveKeysOfTheirOwn() {
    turns("chat", 20, 20);
    Promise turn = Promise.atLeast(0.5).answeredWithin(HOUR);
    Promise first = Promise.atLeast(0.5).answeredWithin(HOUR, ResponseTime.firstResponse());
    assertEquals(turn.toString(), first.toString());
    Facts facts = log().measure(Promises.of(turn, first)).facts();
    assertEquals(
        Set.of(
            "at least 0.5 answered within 1 h of [response each turn, target PT1H]",
            "at least 0.5 answered within 1 h of [first response, target PT1H]"),
        facts.where(fact -> fact.statistic().equals("verdict")).rows().stream()
            .map(fact -> fact.key().get("promise"))
            .collect(Collectors.toSet()));
  }

  @Test
  void departmentsThatSpeakAreCounted() {
    turns("chat", 20, 20);
    Facts facts = log().measure(SpeakingDepartments.of(Talk.acme())).facts();
    assertEquals(List.of("2", "1"), Talk.texts(facts, "departments", "departments_that_speak"));
  }

  @Test
  void pValuesAreAdjustedForPromisesAndLooks() {
    turns("twitter", 200, 168);
    turns("blog", 400, 320);
    Promise twitter = answered(0.9, "twitter");
    Promise blog = answered(0.9, "blog");
    PromiseSummary.Result alone = log().measure(Promises.of(twitter)).get(twitter);
    double p =
        BoundTest.pValueWithin(
            log().only(Dimension.CHANNEL, "twitter").measure(ResponseTime.eachTurn()).within(HOUR),
            0.9);
    assertEquals(p, alone.pValue(), 1e-12);
    assertEquals(p, alone.adjustedPValue(), 1e-12);
    assertTrue(p > 1e-3 && p < 0.05, "p " + p);
    assertEquals(PromiseSummary.Verdict.BROKEN, alone.verdict());
    PromiseSummary both = log().measure(Promises.of(twitter, blog));
    // The smaller of two counts twice, the larger once.
    assertEquals(p, both.get(twitter).adjustedPValue(), 1e-12);
    assertEquals(2 * both.get(blog).pValue(), both.get(blog).adjustedPValue(), 1e-15);
    PromiseSummary.Result watched = log().measure(Promises.of(twitter).looks(52)).get(twitter);
    assertEquals(Math.min(1, 52 * p), watched.adjustedPValue(), 1e-12);
    assertTrue(
        log()
            .measure(Promises.of(twitter).looks(52))
            .toString()
            .endsWith("adjusted for 1 promise judged together and 52 looks; intervals are not"));
    assertEquals(
        "promises: at least 0.9 answered within 1 h, channel twitter of [response each turn, target"
            + " PT1H], 52 looks",
        Promises.of(twitter).looks(52).toString());
    assertFalse(Promises.of(twitter).looks(1).toString().contains("looks"));
    assertEquals(PromiseSummary.Verdict.UNPROVEN, watched.verdict());
  }

  /** Where everybody was answered the curve has no band, and still the promise is kept. */
  @Test
  void whoAnswersEverybodyKeepsThePromise() {
    turns("chat", 300, 300);
    assertEquals(
        PromiseSummary.Verdict.KEPT,
        log().measure(Promises.of(answered(0.8, "chat"))).results().get(0).verdict());
    // Of all there can be a first exception.
    assertEquals(
        PromiseSummary.Verdict.UNPROVEN,
        log().measure(Promises.of(answered(1, "chat"))).results().get(0).verdict());
  }

  @Test
  void whatIsNotDueIsNoData() {
    turns("chat", 40, 0);
    PromiseSummary.Result found =
        log()
            .asOf("1970-01-01T00:30:00Z")
            .measure(Promises.of(Promise.atLeast(0.9).answeredWithin(HOUR)))
            .results()
            .get(0);
    assertEquals(PromiseSummary.Verdict.NO_DATA, found.verdict());
    assertEquals("nothing has been due yet", found.note());
    assertEquals(3, found.notDue(), "of minutes 0, 12 and 24");
  }

  /** Answered before the hour was over, and waiting for less than an hour: neither is due. */
  @Test
  void whatIsNotDueIsCounted() {
    rows.add(Talk.post("a", "ann", 0));
    rows.add(Talk.post("b", "ben", 80));
    rows.add(Talk.reply("b1", "care", 90, "b"));
    rows.add(Talk.post("c", "cem", 85));
    rows.add(Talk.post("d", "dan", 95));
    PromiseSummary.Result found =
        Talk.log(100, rows.toArray(new Interaction[0]))
            .measure(Promises.of(Promise.atLeast(0.9).answeredWithin(HOUR)))
            .results()
            .get(0);
    assertEquals(1, found.all());
    assertEquals(0, found.met());
    assertEquals(3, found.notDue());
  }

  /** A channel of the scope has a row, but nobody who waits. */
  @Test
  void aScopeWithoutTurnsHasNoData() {
    rows.add(Talk.post("a", "care", 0).channel("blog"));
    Promise promise = answered(0.9, "blog");
    PromiseSummary.Result found = log().measure(Promises.of(promise)).get(promise);
    assertEquals(PromiseSummary.Verdict.NO_DATA, found.verdict());
    assertEquals("no data", found.note());
    Promise unscoped = Promise.atLeast(0.9).answeredWithin(HOUR);
    assertEquals("no data", log().measure(Promises.of(unscoped)).get(unscoped).note());
  }

  /** Six promises are shown, and of seven the table shows the last. */
  @Test
  void sixPromisesAreShown() {
    turns("chat", 20, 20);
    List<Promise> seven =
        List.of("a", "b", "c", "d", "e", "f", "g").stream().map(n -> answered(0.9, n)).toList();
    String six = log().measure(Promises.of(seven.subList(0, 6).toArray(new Promise[0]))).toString();
    assertTrue(six.contains("channel f") && !six.contains("table() shows all"), six);
    String most = log().measure(Promises.of(seven.toArray(new Promise[0]))).toString();
    assertTrue(!most.contains("channel g") && most.contains("\n… table() shows all\n"), most);
  }

  /** A member who came later is expected to speak only in a log that knows of it. */
  @Test
  void departmentsOfDatedMembersAreCountedOnTheirDays() {
    Directory dated =
        Directory.builder()
            .organization(
                "Acme",
                a ->
                    a.member("care", "Support")
                        .member("tom", "Sales")
                        .from(Instant.ofEpochMilli(50 * 60_000)))
            .build();
    rows.add(Talk.post("a", "tom", 60));
    rows.add(Talk.post("b", "care", 10));
    SpeakingDepartments.Found found =
        Talk.log(dated, DAY, rows.toArray(new Interaction[0]))
            .measure(SpeakingDepartments.of(dated));
    assertEquals(new Census(2, 2, ""), found.census());
    assertEquals("departments that speak, of [Support]", SpeakingDepartments.of(dated).toString());
  }

  /** Tom moves from Support to Sales, and has spoken for both. */
  @Test
  void whoMovesSpeaksForBothDepartments() {
    Instant moved = Instant.ofEpochMilli(50 * 60_000);
    Directory dated =
        Directory.builder()
            .organization(
                "Acme",
                a -> a.member("tom", "Support").until(moved).member("tom", "Sales").from(moved))
            .build();
    rows.add(Talk.post("a", "tom", 10));
    rows.add(Talk.post("b", "tom", 60));
    SpeakingDepartments measure = SpeakingDepartments.of(dated);
    EngagementLog log = Talk.log(dated, DAY, rows.toArray(new Interaction[0]));
    assertEquals(new Census(2, 2, ""), log.measure(measure).census());
    assertEquals(
        new Census(2, 2, ""),
        log.between("1970-01-01T00:00:00Z", "1970-01-01T00:30:00Z")
            .measure(measure)
            .merge(log.between("1970-01-01T00:30:00Z", "1970-01-01T01:30:00Z").measure(measure))
            .census());
  }

  /** More people than there is room for at first. */
  @Test
  void departmentsOfManyMembersAreCounted() {
    Directory.Builder builder = Directory.builder();
    builder.organization(
        "Acme",
        a -> {
          for (int i = 0; i < 300; i++) {
            a.member("m" + i, "D" + i);
          }
        });
    Directory many = builder.build();
    for (int i = 0; i < 300; i++) {
      if (i != 7) {
        rows.add(Talk.post("p" + i, "m" + i, i));
        rows.add(Talk.post("q" + i, "m" + i, 1_000 - i));
      }
    }
    assertEquals(
        new Census(299, 300, "silent: D7"),
        Talk.log(many, DAY, rows.toArray(new Interaction[0]))
            .measure(SpeakingDepartments.of(many))
            .census());
  }

  /** Nine people are too few, whatever they say. */
  @Test
  void fewGroupsProveNothing() {
    turns("chat", 9, 0);
    PromiseSummary.Result found =
        log().measure(Promises.of(answered(0.9, "chat"))).results().get(0);
    assertEquals(PromiseSummary.Verdict.UNPROVEN, found.verdict());
    assertEquals("too few groups to tell", found.note());
    assertEquals(8.1, found.excess(), 1e-12);
  }

  /** Three hundred people of one week: what the next week is like, nobody knows. */
  @Test
  void fewWeeksProveNothingOfWaits() {
    for (int i = 0; i < 300; i++) {
      rows.add(Talk.post("p" + i, "v" + i, i).channel("chat"));
    }
    Promise promise = answered(0.9, "chat");
    PromiseSummary.Result found = log().measure(Promises.of(promise)).get(promise);
    assertEquals(PromiseSummary.Verdict.UNPROVEN, found.verdict());
    assertEquals("too few weeks to tell", found.note());
    assertEquals(1, found.share().weeks());
    Promise twoWay = Promise.atLeast(0.9).twoWay();
    assertEquals(
        PromiseSummary.Verdict.BROKEN,
        log().measure(Promises.of(twoWay)).get(twoWay).verdict(),
        "that nobody was answered is no wait");
  }

  @Test
  void sharesOfOnesOwnAndOfMessages() {
    turns("chat", 200, 150);
    Promise toAudience = Promise.atLeast(0.5).messagesToAudience();
    Promise twoWay = Promise.atLeast(0.9).twoWay();
    Promise broadcasts =
        Promise.atMost(0.2).of("broadcasts", Dialogue.standard(), d -> d.messagesOpening());
    Promise wholeCare =
        Promise.census("care speaks", SpeakingDepartments.of(Talk.acme()), f -> f.census());
    PromiseSummary judged = log().measure(Promises.of(toAudience, twoWay, broadcasts, wholeCare));
    assertEquals(PromiseSummary.Verdict.KEPT, judged.get(toAudience).verdict());
    assertEquals(PromiseSummary.Verdict.BROKEN, judged.get(twoWay).verdict());
    assertEquals(30, judged.get(twoWay).excess(), 1e-9);
    assertEquals(
        BoundTest.pValue(log().measure(Dialogue.standard()).twoWay(), 0.9),
        judged.get(twoWay).pValue());
    assertEquals(PromiseSummary.Verdict.KEPT, judged.get(broadcasts).verdict());
    assertEquals("at most 20 %: broadcasts", broadcasts.toString());
  }

  @Test
  void aScopeMayHaveSeveralParts() {
    Directory directory =
        Directory.builder()
            .organization("Acme", a -> a.member("care", "Support").member("sam", "Sales"))
            .topic("beans", "Acme", "Support")
            .build();
    rows.add(Talk.post("a", "ann", 0).channel("blog").topic("beans"));
    rows.add(Talk.post("b", "ben", 0).channel("chat").topic("beans"));
    rows.add(Talk.post("c", "cem", 0).channel("chat"));
    Promise both =
        Promise.atLeast(0.9)
            .answeredWithin(HOUR)
            .on(Dimension.OWNING_DEPARTMENT, "Support")
            .on(Dimension.CHANNEL, "chat");
    PromiseSummary judged =
        Talk.log(directory, DAY, rows.toArray(new Interaction[0]))
            .measure(Promises.of(both, Promise.everyDepartmentSpeaks(directory)));
    assertEquals(1, judged.get(both).all());
    assertEquals("silent: Sales, Support", judged.results().get(0).note());
  }

  @Test
  void departmentsThatTheLogDoesNotKnowAreNotJudged() {
    Directory other =
        Directory.builder().organization("Acme", a -> a.member("sam", "Sales")).build();
    Promise departments = Promise.everyDepartmentSpeaks(other);
    for (Measure<?> measure :
        List.of(
            Promises.of(departments),
            Promises.of(answered(0.9, "twitter"), departments).by(Dimension.CHANNEL))) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> log().measure(measure));
      assertTrue(String.valueOf(e.getMessage()).endsWith("make the measure with log.directory()"));
    }
  }

  @Test
  void summariesMergeAndComeBack() {
    turns("twitter", 200, 120);
    Promises promises =
        Promises.of(answered(0.9, "twitter"), Promise.everyDepartmentSpeaks(Talk.acme()));
    PromiseSummary whole =
        log().between("1970-01-01T00:00:00Z", "1970-01-11T00:00:00Z").measure(promises);
    PromiseSummary merged =
        log()
            .between("1970-01-01T00:00:00Z", "1970-01-01T01:00:00Z")
            .measure(promises)
            .merge(log().between("1970-01-01T01:00:00Z", "1970-01-11T00:00:00Z").measure(promises));
    assertArrayEquals(whole.toBytes(), merged.toBytes());
    assertEquals(whole.toString(), merged.toString());
    assertEquals(whole.toString(), promises.fromBytes(whole.toBytes()).toString());
  }

  /** Of 20 on each channel two wait, two more than promised; the list is what the counts leave. */
  @Test
  void whoWasPromisedItAndNotServedIsShown() {
    turns("twitter", 20, 18);
    turns("blog", 20, 17);
    Promise onBlog = answered(0.9, "blog");
    Promise twoWay = Promise.atLeast(0.9).twoWay();
    Promise atMost = Promise.atMost(0.5).twoWay();
    Promises promises = Promises.of(onBlog, twoWay, atMost);
    PromiseSummary judged = log().measure(promises.showing(Opened.keepingAll()));
    assertEquals(log().measure(promises).toString(), judged.toString());
    PromiseSummary.Result blog = judged.get(onBlog);
    assertEquals(
        List.of("target_missed", "target_overdue"),
        blog.against().stream().map(cases -> cases.name().get(0)).toList());
    assertEquals(3, blog.all() - blog.met());
    assertEquals(3, blog.against().stream().mapToLong(Cases::count).sum());
    assertEquals(
        Set.of("blog17", "blog18", "blog19"),
        blog.against().get(1).worst().stream().map(Case::message).collect(Collectors.toSet()));
    assertEquals(5, judged.get(twoWay).against().stream().mapToLong(Cases::count).sum());
    assertEquals(List.of(), judged.get(atMost).against());
    assertEquals(List.of(), log().measure(promises).get(onBlog).against());
    byte[] bytes = judged.toBytes();
    Promises shown = promises.showing(Opened.keepingAll());
    assertEquals(3, shown.fromBytes(bytes).get(onBlog).against().get(1).count());
    assertThrows(IllegalArgumentException.class, () -> promises.fromBytes(bytes));
  }

  @Test
  void whatSpeaksAgainstAPromiseOfOnesOwnIsNamed() {
    turns("twitter", 20, 18);
    Promise own =
        Promise.atMost(0.05)
            .of(
                "unheard",
                Dialogue.standard(),
                d -> Proportion.of(d.count(Form.UNHEARD), d.strands()))
            .brokenBy("strands_unheard");
    PromiseSummary judged = log().measure(Promises.of(own).showing(Opened.keeping(1)));
    assertEquals(2, judged.get(own).against().get(0).count());
    assertEquals(1, judged.get(own).against().get(0).worst().size());
    Promise wrong = own.brokenBy("strands_unseen");
    assertTrue(
        refusal(() -> log().measure(Promises.of(wrong).showing(Opened.keeping(1))))
            .contains("outcome ([strands_unseen]) must be one of"));
  }

  @Test
  void badPromisesAreRefused() {
    assertEquals(
        "bound (90.0) must lie in [0, 1]: 90 percent are 0.90", refusal(() -> Promise.atLeast(90)));
    assertEquals("promises must not be empty; name at least one", refusal(() -> Promises.of()));
    Promise one = Promise.atLeast(0.9).twoWay();
    assertEquals(
        "promises must differ from each other: [at least 90 %: two-way dialogue, at least 90 %:"
            + " two-way dialogue]",
        refusal(() -> Promises.of(one, Promise.atLeast(0.9).twoWay())));
    assertEquals(
        "name ( ) must not be blank: it distinguishes this promise from others",
        refusal(() -> Promise.atLeast(1).of(" ", Dialogue.standard(), d -> d.twoWay())));
    assertTrue(
        refusal(() -> one.on(Dimension.CHANNEL.and(Dimension.DEPARTMENT), "chat"))
            .endsWith("must have keys of one text; call on(…) once for each"));
    assertEquals(
        "promise (at least 80 %: two-way dialogue) must be one of those judged: [at least 90 %:"
            + " two-way dialogue]",
        refusal(() -> log().measure(Promises.of(one)).get(Promise.atLeast(0.8).twoWay())));
    assertEquals(0, Promise.atMost(0).twoWay().bound());
    assertEquals("at most 12.5 %", Promise.atMost(0.125).toString());
    assertEquals(
        "dimension (department of answer) must not read answers: the unanswered have none; for"
            + " a department use Dimension.OWNING_DEPARTMENT",
        refusal(() -> one.on(Dimension.DEPARTMENT.ofAnswer(), "Support")));
    assertEquals("looks (0) must be at least 1", refusal(() -> Promises.of(one).looks(0)));
    assertEquals("met (2) must lie in [0, all (1)]", refusal(() -> new Census(2, 1, "")));
  }

  private static String refusal(Executable executable) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, executable).getMessage());
  }
}
