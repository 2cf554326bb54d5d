package dev.repartee.dialogue;

import static dev.repartee.testing.Talk.flat;
import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static dev.repartee.testing.Talk.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Groups.Grouping;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Examples worked by hand. */
final class DialogueTest {
  private static final long MONTH = 30 * 24 * 60;

  private static DialogueSummary measure(Interaction... rows) {
    return log(MONTH, rows).measure(Dialogue.standard());
  }

  private static Form form(Interaction... rows) {
    DialogueSummary summary = measure(rows);
    assertEquals(1, summary.strands());
    for (Form form : Form.values()) {
      if (summary.count(form) == 1) {
        return form;
      }
    }
    throw new AssertionError("no form: " + summary);
  }

  @Test
  void whoSpokeWasAnsweredAndSpokeAgainHasADialogue() {
    assertEquals(
        Form.DIALOGUE,
        form(
            post("p", "carl", 0),
            reply("r", "care", 5, "p"),
            reply("s", "carl", 9, "r").expectsResponse(false)));
  }

  @Test
  void somebodyElseWhoSpeaksAfterTheAnswerHasNone() {
    assertEquals(
        Form.ANSWERED,
        form(post("p", "carl", 0), reply("r", "care", 5, "p"), reply("s", "matt", 9, "r")));
  }

  @Test
  void whoIsAnsweredOnAPostOfTheOrganizationIsAnswered() {
    assertEquals(
        Form.ANSWERED,
        form(post("p", "care", 0), reply("q", "carl", 3, "p"), reply("r", "care", 5, "q")));
  }

  @Test
  void whoSpeaksTwiceBeforeTheAnswerHasNone() {
    assertEquals(
        Form.ANSWERED,
        form(post("p", "carl", 0), reply("q", "carl", 3, "p"), reply("r", "care", 5, "p")));
  }

  @Test
  void bothSidesMaySpeakWithoutAnAnswer() {
    assertEquals(Form.ECHO, form(post("p", "care", 0), reply("r", "carl", 5, "p")));
    assertEquals(
        Form.ECHO, form(flat("1", "carl", 0).expectsResponse(false), flat("2", "care", 5)));
  }

  @Test
  void oneSideAloneIsUnheardOrBroadcast() {
    assertEquals(Form.UNHEARD, form(post("p", "carl", 0), reply("q", "matt", 1, "p")));
    assertEquals(Form.BROADCAST, form(post("p", "care", 0), reply("q", "jane", 1, "p")));
  }

  /**
   * Long talks are read 64 messages at a time; what matters here falls on either side of a seam.
   */
  @Test
  void aReturnIsSeenHoweverLateItComes() {
    for (int before : new int[] {1, 62, 63, 64, 127, 128}) {
      List<Interaction> rows = new ArrayList<>();
      for (int i = 0; i < before; i++) {
        rows.add(flat("q" + i, "carl", i));
      }
      rows.add(flat("r", "care", before));
      assertEquals(Form.ANSWERED, form(rows.toArray(Interaction[]::new)), before + " before");
      for (int i = 0; i < 70; i++) {
        rows.add(flat("s" + i, "jane", before + 1 + i));
      }
      assertEquals(Form.ANSWERED, form(rows.toArray(Interaction[]::new)), before + " before");
      rows.add(flat("t", "carl", before + 80));
      assertEquals(Form.DIALOGUE, form(rows.toArray(Interaction[]::new)), before + " before");
      DialogueSummary d = measure(rows.toArray(Interaction[]::new));
      assertEquals(before + 1, d.audienceMessages());
      assertEquals(71, d.organizationMessages());
      assertEquals(1, d.atLeastTurns(3).successes());
      assertEquals(0, d.atLeastTurns(4).successes());
    }
  }

  @Test
  void whatMachinesSayIsNobodysTalk() {
    DialogueSummary d =
        measure(
            post("a", "care", 0).automatic(true),
            post("b", "bot", 0),
            post("p", "carl", 0),
            reply("q", "bot", 1, "p"));
    assertEquals(2, d.automatic());
    assertEquals(1, d.strands());
    assertEquals(1, d.count(Form.UNHEARD));
    assertEquals(0, d.organizationMessages());
  }

  @Test
  void ratiosSayOfWhat() {
    DialogueSummary d =
        measure(
            post("1", "carl", 0),
            reply("1r", "care", 5, "1"),
            reply("1s", "carl", 9, "1r"),
            post("2", "matt", 0),
            reply("2r", "care", 5, "2"),
            post("3", "zak", 0),
            post("4", "care", 0),
            post("5", "care", 0),
            reply("5r", "luigi", 5, "5"),
            reply("5s", "care", 6, "5"));
    assertEquals(3, d.twoWay().successes());
    assertEquals(4, d.twoWay().trials());
    assertEquals(5, d.twoWayOfAll().trials());
    assertEquals(1, d.returned().successes());
    assertEquals(3, d.returned().trials());
    assertEquals(1, d.openerReturned().successes());
    assertEquals(3, d.openerReturned().trials());
    assertEquals(3, d.inbound().strands());
    assertEquals(2, d.outreach().strands());
    assertEquals(1, d.outreach().twoWay().trials());
    assertEquals(3, d.bothSpoke().successes());
    assertEquals(2, d.atLeastTurns(3).successes());
    // To the audience: the answers in 1, 2 and 5; opening: 4 and 5.
    assertEquals(3, d.messagesToAudience().successes());
    assertEquals(2, d.messagesOpening().successes());
    assertEquals(0, d.messagesToOwnOrUnknown().successes());
    assertEquals(
        1.0,
        d.messagesToAudience().value()
            + d.messagesOpening().value()
            + d.messagesToOwnOrUnknown().value(),
        1e-12);
    // 5 messages on each side.
    assertEquals(1.0, d.balance().value(), 1e-12);
    assertEquals(2, d.balanceHistogram().get(0));
    assertEquals(1, d.balanceHistogram().get(9));
    assertEquals(2.0, d.medianTurns());
    assertEquals("dialogue: two-way 0.75, return 0.33, 5 strands", headline(d));
    Facts facts = d.facts();
    assertEquals(List.of("5", "2.00"), texts(facts, "strands", "turns_median"));
    assertEquals(3, facts.get("two_way").numerator().getAsLong());
    assertEquals(4, facts.get("two_way").denominator().getAsLong());
    assertEquals(2, facts.get("at_least_3_turns").numerator().getAsLong());
    assertEquals(1 / 3.0, facts.get("returned").value().getAsDouble(), 1e-12);
    assertEquals(
        List.of("1", "2", "0", "1", "1", "0"),
        texts(
            facts,
            "strands_dialogue",
            "strands_answered",
            "strands_echo",
            "strands_unheard",
            "strands_broadcast",
            "strands_cut"));
    assertEquals("2", facts.get("strands_of_balance_from_0_0").text());
    assertEquals("mature strands", facts.get("strands").view());
    assertEquals("inbound strands", d.inbound().includingOpen().facts().get("strands").view());
    assertEquals("3", d.inbound().facts().get("strands").text());
    assertTrue(d.table().startsWith("dialogue, mature strands\nstrands "), d::table);
  }

  /** Two begin with a reply to what the log lacks, and one of them is young. */
  @Test
  void strandsThatAreCutAreNobodysOpening() {
    DialogueSummary d =
        log(
                MONTH,
                reply("1", "carl", 0, "gone"),
                reply("1r", "care", 5, "1"),
                post("2", "matt", 1),
                reply("3", "matt", MONTH - 1, "lost"))
            .measure(Dialogue.standard());
    assertEquals(1, d.cut());
    assertEquals(2, d.includingOpen().cut());
    assertEquals(0, d.inbound().cut());
    assertEquals(0, d.inbound().includingOpen().cut());
    assertTrue(
        d.toString()
            .contains(
                "\napart: 1 cut: they begin with a reply to what is not in the log, 1 open\n"),
        d::toString);
    assertTrue(
        d.toString()
            .contains(
                "\nof the organization's messages 1.00 to the audience, 0.00 opening, 0.00 to own"
                    + " or unknown\n"),
        d::toString);
    assertFalse(d.toString().contains(", cut "), "somebody of the audience speaks in it");
    assertFalse(measure(post("1", "carl", 0)).toString().contains("of the organization's"));
  }

  /** Of one who came five times no interval is known, but as independent the five have Wilson's. */
  @Test
  void asIndependentTheCountsAreTheSame() {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      rows.add(post("p" + i, "carl", i));
      if (i < 3) {
        rows.add(reply("r" + i, "care", i + 5L, "p" + i));
      }
    }
    EngagementLog log = log(MONTH, rows.toArray(Interaction[]::new));
    Proportion grouped = log.measure(Dialogue.standard()).twoWay();
    Proportion independent = log.measure(Dialogue.standard().asIndependent()).twoWay();
    assertEquals(3, independent.successes());
    assertEquals(5, independent.trials());
    assertTrue(grouped.isClustered());
    assertFalse(independent.isClustered());
    assertEquals(Proportion.of(3, 5).toString(), independent.toString());
  }

  @Test
  void withoutStrandsThereAreCountsAndNoShares() {
    Facts facts = measure().facts();
    assertEquals(
        List.of("0", "0", "0"), texts(facts, "strands", "strands_open", "messages_of_audience"));
    for (String share : List.of("two_way", "human_face", "turns_median")) {
      assertEquals(State.NO_DATA, facts.get(share).state(), share);
    }
  }

  /** 1 is at rest and waits, 2 is at rest and thanked, 3 is at rest, 4 is going on, 5 is open. */
  @Test
  void theLastWordIsOfStrandsAtRest() {
    long week = 7 * 24 * 60;
    DialogueSummary d =
        measure(
            post("1", "carl", 0),
            reply("1r", "care", 5, "1"),
            reply("1s", "carl", MONTH - week, "1r"),
            post("2", "matt", 0),
            reply("2r", "care", 5, "2"),
            reply("2s", "matt", 6, "2r").expectsResponse(false),
            post("3", "zak", 0),
            reply("3r", "care", 5, "3"),
            reply("3b", "bot", 6, "3r"),
            post("4", "luigi", 0),
            reply("4s", "luigi", MONTH - week + 1, "4"),
            post("5", "annemieke", MONTH - 1));
    assertEquals(1, d.lastWordOfAudience().successes());
    assertEquals(3, d.lastWordOfAudience().trials());
    assertEquals(4, d.strands());
    assertEquals(3, d.includingOpen().lastWordOfAudience().trials());
    assertTrue(measure(post("5", "carl", MONTH - 1)).lastWordOfAudience().isEmpty());
    assertTrue(
        log(MONTH, post("1", "carl", 0))
            .followedFor(minutes(week - 1))
            .measure(Dialogue.standard())
            .lastWordOfAudience()
            .isEmpty());
  }

  /**
   * Unprompted: the second part of the answer, the congratulation that names Matt, the thanks after
   * the quiet word. Not: the opening, the answers, what follows in a flat thread.
   */
  @Test
  void careIsUnpromptedWhereNobodyWaits() {
    DialogueSummary d =
        measure(
            post("1", "carl", 0),
            reply("1r", "care", 5, "1"),
            reply("1s", "jane", 6, "1"),
            post("2", "care", 0).naming("matt"),
            post("3", "care", 0),
            post("4", "zak", 0).expectsResponse(false),
            reply("4r", "care", 1, "4"),
            flat("t1", "luigi", 0),
            flat("t2", "care", 1),
            flat("t3", "care", 2));
    assertEquals(3, d.unpromptedCare().successes());
    assertEquals(7, d.unpromptedCare().trials());
    assertEquals(2, d.humanFace().trials());
  }

  @Test
  void aFaceIsThatOfWhoAnswers() {
    Directory directory =
        Directory.builder()
            .organization("Acme", acme -> acme.member("jane", "Support").brand("acme", "Support"))
            .build();
    DialogueSummary d =
        log(
                directory,
                MONTH,
                post("1", "carl", 0),
                reply("1r", "jane", 5, "1"),
                reply("1a", "acme", 6, "1r"),
                post("2", "matt", 0),
                reply("2r", "acme", 5, "2"),
                post("3", "zak", 0),
                post("3n", "luigi", 0).in("3"),
                reply("3r", "jane", 5, "3").naming("luigi"))
            .measure(Dialogue.standard());
    // One answer serves both Zak and Luigi.
    assertEquals(2, d.humanFace().successes());
    assertEquals(3, d.humanFace().trials());
    assertTrue(measure(post("p", "carl", 0)).humanFace().isEmpty());
  }

  @Test
  void whereNoAccountShowsTheBrandEveryAnswerHasAFace() {
    DialogueSummary d =
        log(
                Directory.builder()
                    .organization("Acme", acme -> acme.member("jane", "Support"))
                    .build(),
                MONTH,
                post("1", "carl", 0),
                reply("1r", "jane", 5, "1"),
                post("2", "matt", 0),
                reply("2r", "jane", 5, "2"))
            .measure(Dialogue.standard());
    assertEquals(2, d.humanFace().successes());
    assertEquals(2, d.humanFace().trials());
  }

  @Test
  void inAThreadOfSeveralAnAnswerToTheLastLeavesTheOthersWaiting() {
    Interaction[] rows = {
      flat("1", "carl", 0),
      flat("2", "matt", 1),
      flat("3", "care", 2),
      flat("4", "carl", 3),
      flat("5", "matt", 4)
    };
    EngagementLog log = log(MONTH, rows);
    DialogueSummary usual = log.measure(Dialogue.standard());
    assertEquals(1, usual.count(Form.DIALOGUE), "Matt was answered and came back");
    assertEquals(0, usual.openerReturned().successes(), "Carl was not answered");
    DialogueSummary all =
        log.measure(Dialogue.standard().answers(AnswerRule.standard().oneAnswerServesAll()));
    assertEquals(1, all.openerReturned().successes());
    assertEquals(1, log.measure(ResponseTime.eachTurn()).answered());
    assertEquals(
        2,
        log.measure(ResponseTime.eachTurn().answers(AnswerRule.standard().oneAnswerServesAll()))
            .answered());
  }

  /** Acme answers both of 2, Bolt 0 of 1: 2/3 of the strands, half on average. */
  @Test
  void organizationsAreNotPooledWithoutAWord() {
    Directory directory =
        Directory.builder()
            .organization("Acme", acme -> acme.member("care", "Support"))
            .organization("Bolt", bolt -> bolt.member("bolt", "Support"))
            .organization("Idle", idle -> idle.member("idle", "Support"))
            .build();
    EngagementLog log =
        log(
            directory,
            MONTH,
            post("1", "carl", 0).addressedTo("Acme"),
            reply("1r", "care", 5, "1"),
            post("2", "matt", 0).addressedTo("Acme"),
            reply("2r", "care", 5, "2"),
            post("3", "zak", 0).addressedTo("Bolt"),
            post("4", "idle", 0));
    DialogueSummary d = log.measure(Dialogue.standard());
    assertEquals(List.of("Acme", "Bolt", "Idle"), d.organizations());
    assertTrue(d.toString().contains("pooled over 3 organizations"), d::toString);
    OrganizationMeans means =
        OrganizationMeans.of(log.measure(Dialogue.standard().by(Dimension.ORGANIZATION)));
    assertEquals("2/3", counts(means.pooled(DialogueSummary::twoWay)));
    assertEquals(0.5, means.mean(DialogueSummary::twoWay).value(), 1e-12);
    assertEquals(2, means.counted(DialogueSummary::twoWay));
    assertEquals(3, means.counted(DialogueSummary::twoWayOfAll));
    assertEquals(1 / 3.0, means.mean(DialogueSummary::twoWayOfAll).value(), 1e-12);
    assertFalse(means.seenAs(DialogueSummary::outreach).mean(DialogueSummary::twoWay).isDefined());
    assertTrue(means.table().contains("\ntwo way of all   "), means::table);
    Facts facts = means.facts();
    assertEquals(0.5, facts.get("two_way_mean").value().getAsDouble(), 1e-12);
    assertEquals(2, facts.get("two_way_pooled").numerator().getAsLong());
    assertEquals("2", facts.get("two_way_organizations").text());
    assertEquals("3", facts.get("two_way_of_all_organizations").text());
    Fact outreach = means.seenAs(DialogueSummary::outreach).facts().get("two_way_mean");
    assertTrue(outreach.value().isEmpty(), outreach::toString);
    assertEquals("outreach mature strands", outreach.view());
    assertEquals("two-way of 2 organizations: mean 0.50", headline(means));
    assertEquals(
        "byOrganization (dialogue by channel) must be a breakdown by organization alone; measure"
            + " by(Dimension.ORGANIZATION)",
        assertThrows(
                IllegalArgumentException.class,
                () -> OrganizationMeans.of(log.measure(Dialogue.standard().by(Dimension.CHANNEL))))
            .getMessage());
  }

  /** The error of a mean of shares, left out by hand. */
  @Test
  void theMeanOfOrganizationsHasAnErrorThatLeavesPeopleOutOfAllAtOnce() {
    Directory directory =
        Directory.builder()
            .organization("Acme", acme -> acme.member("care", "Support"))
            .organization("Bolt", bolt -> bolt.member("bolt", "Support"))
            .build();
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String to = i % 3 == 0 ? "Bolt" : "Acme";
      rows.add(post("p" + i, "visitor" + i % 40, 0).addressedTo(to));
      if (i % 7 < 3) {
        rows.add(reply("r" + i, i % 3 == 0 ? "bolt" : "care", 1, "p" + i));
      }
    }
    EngagementLog log = log(directory, MONTH, rows.toArray(Interaction[]::new));
    OrganizationMeans means =
        OrganizationMeans.of(log.measure(Dialogue.standard().by(Dimension.ORGANIZATION)));
    Estimate mean = means.mean(DialogueSummary::twoWay);
    double[] shares = new double[2];
    double[][] leftOut = new double[2][32];
    boolean[] isFilled = new boolean[32];
    for (int o = 0; o < 2; o++) {
      String name = o == 0 ? "Acme" : "Bolt";
      Groups<DialogueTally> groups =
          log.only(Dimension.ORGANIZATION, name).measure(Dialogue.standard()).groups();
      DialogueTally all = groups.total();
      shares[o] = share(all, null);
      for (int g = 0; g < 32; g++) {
        DialogueTally one = groups.at(Grouping.PERSON, g);
        leftOut[o][g] = share(all, one);
        isFilled[g] |= one.strands(false, Opening.BY_AUDIENCE).strands() > 0;
      }
    }
    assertEquals((shares[0] + shares[1]) / 2, mean.value(), 1e-12);
    double whole = mean.value();
    double sum = 0;
    int filled = 0;
    for (int g = 0; g < 32; g++) {
      if (isFilled[g]) {
        sum += Math.pow((leftOut[0][g] + leftOut[1][g]) / 2 - whole, 2);
        filled++;
      }
    }
    double byPerson = Math.sqrt((filled - 1.0) / filled * sum);
    assertTrue(mean.standardError() >= byPerson - 1e-12, () -> mean + " from " + byPerson);
    assertTrue(mean.hasInterval());
  }

  private static double share(DialogueTally all, @Nullable DialogueTally without) {
    StrandCounts counts = all.strands(false, Opening.BY_AUDIENCE);
    double answered = counts.count(Form.ANSWERED);
    double strands = counts.strands();
    if (without != null) {
      answered -= without.strands(false, Opening.BY_AUDIENCE).count(Form.ANSWERED);
      strands -= without.strands(false, Opening.BY_AUDIENCE).strands();
    }
    return answered / strands;
  }

  private static String counts(Proportion share) {
    return share.successes() + "/" + share.trials();
  }

  @Test
  void youngStrandsAreApart() {
    EngagementLog log =
        log(
            MONTH,
            post("old", "carl", MONTH - 7 * 24 * 60),
            post("young", "matt", MONTH - 7 * 24 * 60 + 1));
    DialogueSummary d = log.measure(Dialogue.standard());
    assertEquals(1, d.strands());
    assertEquals(1, d.open());
    assertEquals(2, d.includingOpen().strands());
    assertEquals(2, log.measure(Dialogue.standard().withHorizon(Duration.ZERO)).strands());
    DialogueSummary none = log(5, post("p", "carl", 0)).measure(Dialogue.standard());
    assertEquals("dialogue: no data yet, 1 open", headline(none));
    assertTrue(none.twoWay().isEmpty());
    assertTrue(Double.isNaN(none.medianTurns()));
    assertTrue(Double.isNaN(none.balance().value()));
  }

  @Test
  void longStrandsAreCountedTogether() {
    List<Interaction> rows = new ArrayList<>();
    rows.add(post("0", "carl", 0));
    for (int i = 1; i < 100; i++) {
      rows.add(reply("" + i, i % 2 == 0 ? "carl" : "care", i, "" + (i - 1)));
    }
    DialogueSummary d = measure(rows.toArray(new Interaction[0]));
    assertEquals(1, d.atLeastTurns(64).successes());
    assertEquals(64.0, d.medianTurns());
    assertEquals(
        "turns (65) must be from 1 to 64: longer strands are counted with those",
        assertThrows(IllegalArgumentException.class, () -> d.atLeastTurns(65)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> d.atLeastTurns(0));
  }

  @Test
  void withoutAnOrganizationNobodyCanAnswer() {
    EngagementLog forum =
        log(Directory.empty(), MONTH, post("p", "carl", 0), reply("c", "matt", 5, "p"));
    DialogueSummary d = forum.measure(Dialogue.standard());
    assertEquals(0, d.strands());
    assertEquals(1, d.unanswerable());
    assertTrue(d.twoWay().isEmpty());
    assertTrue(d.toString().contains("answers(AnswerRule.anybodyElse())"), d::toString);
    DialogueSummary answered = forum.measure(Dialogue.standard().answers(AnswerRule.anybodyElse()));
    assertEquals(1, answered.count(Form.ANSWERED));
  }

  @Test
  void optionsAreInTheText() {
    assertEquals("dialogue", Dialogue.standard().plan().text());
    assertEquals(
        "dialogue, answered with \"answer\", counting bots, one answer serves all, horizon PT24H",
        Dialogue.standard()
            .answers(
                AnswerRule.standard().countingBots().oneAnswerServesAll().answeredWith("answer"))
            .withHorizon(Duration.ofDays(1))
            .plan()
            .text());
    assertEquals(
        "horizon (PT-1M) must not be negative; Duration.ZERO makes all strands mature at once",
        assertThrows(
                IllegalArgumentException.class, () -> Dialogue.standard().withHorizon(minutes(-1)))
            .getMessage());
  }

  @Test
  void viewsOfDifferentKindsDoNotMerge() {
    DialogueSummary d = measure(post("p", "carl", 0));
    assertEquals(
        "cannot merge, view differs: [mature strands] and [inbound mature strands]; merge first,"
            + " then take the view",
        assertThrows(IllegalArgumentException.class, () -> d.merge(d.inbound())).getMessage());
  }
}
