package dev.repartee.participation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Facts.State;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Role;
import dev.repartee.participation.Involvement.TieKind;
import dev.repartee.stats.Proportion;
import dev.repartee.testing.FactRows;
import dev.repartee.testing.RealData;
import dev.repartee.testing.Talk;
import dev.repartee.testing.VerdictSimulation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Worked by hand. Times are minutes. */
final class ParticipationTest {
  private static final Directory ACME =
      Directory.builder()
          .organization(
              "Acme",
              acme ->
                  acme.member("ann", "Support")
                      .member("bob", "Support")
                      .member("cat", "Sales")
                      .member("dan", "Marketing")
                      .member("eve", "Legal", Role.LEADER)
                      .member("fay", "Sales", Role.LEADER)
                      .bot("bot", "Support"))
          .topic("prices", "Acme", "Sales")
          .build();

  private static Involvement acme(long asOf, Interaction... rows) {
    return acme(Talk.log(ACME, asOf, rows));
  }

  private static Involvement acme(EngagementLog log) {
    return log.measure(Participation.of(ACME)).organization("Acme");
  }

  private static String counts(Proportion share) {
    return share.successes() + "/" + share.trials();
  }

  @Test
  void whoSpeaks() {
    Involvement acme =
        acme(
            1_000,
            Talk.post("1", "carl", 0),
            Talk.reply("2", "ann", 1, "1"),
            Talk.reply("3", "carl", 2, "2"),
            Talk.reply("4", "fay", 3, "3"),
            Talk.post("5", "dan", 4),
            Talk.post("6", "ann", 5),
            Talk.post("7", "bot", 6),
            Talk.post("8", "cat", 7).automatic(true));
    assertEquals("3/4 departments, 3/6 members speak", acme.toString());
    assertEquals(List.of("Legal", "Marketing", "Sales", "Support"), acme.departments());
    assertEquals(4, acme.messages());
    assertEquals(2, acme.messages("Support"));
    assertEquals(1, acme.messages("Marketing"));
    assertEquals(0, acme.messages("Legal"));
    assertEquals("3/6", counts(acme.activeMembers()));
    assertEquals("1/2", counts(acme.activeLeaders()));
    assertEquals("1/2", counts(acme.leadersShareOfReplies()));
    assertEquals("3/4", counts(acme.outsideShare()));
    // 0, 1, 1, 2 of four departments: H = 1.5 ln 2.
    assertEquals(4, acme.departmentEvenness().categories());
    assertEquals(Math.pow(2, 1.5), acme.departmentEvenness().effectiveNumber(), 1e-12);
    // As a sample: 4.89 equal ones, of which there are but 4.
    assertEquals(4, acme.effectiveDepartments().value());
    assertEquals(4, acme.effectiveDepartments().high());
    assertEquals(6, acme.memberEvenness().categories());
    assertEquals(1, acme.memberEvenness().absenceFactor());
  }

  @Test
  void whatIsPrinted() {
    ParticipationSummary summary =
        Talk.log(
                ACME,
                1_000,
                Talk.post("1", "carl", 0),
                Talk.reply("2", "ann", 1, "1"),
                Talk.reply("4", "fay", 3, "1"))
            .measure(Participation.of(ACME));
    Involvement acme = summary.organization("Acme");
    assertEquals(
        List.of(
            "participation: 2/4 departments, 2/6 members speak",
            "Acme: 2/4 departments, 2/6 members speak",
            "  departments " + acme.departmentEvenness(),
            "  members " + acme.memberEvenness(),
            "  silos: " + acme.silos(),
            "  inside-out: none, 0 of the 5 departments it takes",
            "as of 1970-01-01T16:40:00Z"),
        summary.toString().lines().limit(7).toList());
    String silent =
        Talk.log(ACME, 10, Talk.post("1", "carl", 0)).measure(Participation.of(ACME)).toString();
    assertFalse(silent.contains("silos"), silent);
    assertEquals(
        "name (Bolt) must be one of [Acme], which have members",
        assertThrows(IllegalArgumentException.class, () -> summary.insideOut("Bolt")).getMessage());
    assertEquals(
        "limit (PT-1S) must not be negative",
        assertThrows(
                IllegalArgumentException.class,
                () -> summary.insideOut("Acme", Duration.ofSeconds(-1)))
            .getMessage());
    assertEquals(Duration.ZERO, summary.insideOut("Acme", Duration.ZERO).limit());
  }

  /** Three organizations are shown, and of four the table shows the last. */
  @Test
  void threeOrganizationsArePrinted() {
    for (int organizations : new int[] {3, 4}) {
      Directory.Builder builder = Directory.builder();
      for (int i = 0; i < organizations; i++) {
        String member = "m" + i;
        builder.organization("Brand" + i, brand -> brand.member(member, "Support"));
      }
      Directory directory = builder.build();
      String text = Talk.log(directory, 10).measure(Participation.of(directory)).toString();
      assertEquals(
          "participation of " + organizations + " organizations",
          text.lines().filter(line -> line.startsWith("participation of")).findFirst().orElse(""));
      assertTrue(text.contains("\nBrand2: 0/1 departments"), text);
      assertFalse(text.contains("\nBrand3: "), text);
      assertEquals(organizations == 4, text.contains("\n… 1 more in table()\n"), text);
    }
  }

  @Test
  void factsOfTheWholeOfOrganizationsAndDepartments() {
    ParticipationSummary summary =
        Talk.log(
                ACME,
                10_000,
                Talk.post("1", "carl", 0).topic("prices"),
                Talk.reply("2", "ann", 10, "1"),
                Talk.reply("3", "fay", 30, "1"),
                Talk.post("4", "zak", 100))
            .measure(Participation.of(ACME));
    assertEquals(
        """
        messages_of_members: 2
        departments_active: 0.50 2/4
        members_active: 0.33 2/6
        organizations: 1
        strands_of_more_than_64_members: 0
        times_against_order: 0""",
        FactRows.text(summary));
    Facts facts = summary.facts();
    assertEquals(0.5, facts.get("departments_active", "Acme").value().orElseThrow());
    assertEquals(0.5, facts.get("leaders_active", "Acme").value().orElseThrow());
    assertEquals(4, facts.get("departments", "Acme").value().orElseThrow());
    assertEquals(
        2.0, facts.get("departments_in_effect_as_counted", "Acme").value().orElseThrow(), 1e-12);
    assertEquals(0.5, facts.get("departments_pielou", "Acme").value().orElseThrow(), 1e-12);
    assertEquals(1, facts.get("departments_that_make_half", "Acme").value().orElseThrow());
    assertEquals(State.NOT_DEFINED, facts.get("silos_by_replies", "Acme").state());
    // One strand of ann and fay, in both directions.
    assertEquals(
        2.0, facts.get("ties_by_joint_work_between_departments", "Acme").value().orElseThrow());
    // Of two turns one is answered, and ann alone answered it.
    Fact answered = facts.get("turns_answered_so_far", "Acme");
    assertEquals(1, answered.numerator().orElseThrow());
    assertEquals(2, answered.denominator().orElseThrow());
    Fact without = facts.get("turns_answered_so_far_without", "Acme", "Support");
    assertEquals(0, without.numerator().orElseThrow());
    assertEquals(Map.of("organization", "Acme", "department", "Support"), without.key());
    assertEquals(1, facts.get("turns_on_owned_topics", "Acme").value().orElseThrow());
    assertEquals(30 * 60_000.0, facts.get("owner_wait_median", "Acme").value().orElseThrow());
    assertEquals(0, facts.get("owned_topics_answered_by_owner", "Acme").value().orElseThrow());
    assertEquals(State.NOT_DEFINED, facts.get("inside_out", "Acme").state());
    assertEquals(1, facts.get("outside_questions", "Acme", "Sales").value().orElseThrow());
    assertEquals(
        1, facts.get("outside_answered_within_24h", "Acme", "Sales").value().orElseThrow());
    assertEquals(State.NO_DATA, facts.get("inside_answered_within_24h", "Acme", "Sales").state());
  }

  @Test
  void whatAnswersMayBeChosen() {
    EngagementLog log =
        Talk.log(
            ACME,
            1_000,
            Talk.post("1", "carl", 0),
            Talk.reply("2", "ann", 1, "1"),
            Talk.reply("3", "cat", 2, "1").label("answer"));
    Participation all = Participation.of(ACME);
    Participation labelled = all.answers(AnswerRule.standard().answeredWith("answer"));
    assertEquals(all + ", answered with \"answer\"", labelled.toString());
    assertEquals("0/1", counts(acme(log).coverageWithout("Support")));
    Involvement acme = log.measure(labelled).organization("Acme");
    assertEquals("1/1", counts(acme.coverageWithout("Support")), "Sales answers");
    for (AnswerRule rule :
        List.of(AnswerRule.anybodyElse(), AnswerRule.standard().countingBots())) {
      assertEquals(
          "rule ("
              + rule
              + ") must be one by which people of the organization answer: departments are made of"
              + " them; begin with AnswerRule.standard() and leave countingBots() out",
          assertThrows(IllegalArgumentException.class, () -> all.answers(rule)).getMessage());
    }
  }

  @Test
  void withoutADepartment() {
    EngagementLog log =
        Talk.log(
            ACME,
            10_000,
            Talk.post("1", "carl", 0),
            Talk.reply("2", "ann", 10, "1"),
            Talk.post("3", "zak", 20),
            Talk.reply("4", "ann", 30, "3"),
            Talk.post("5", "matt", 40),
            Talk.reply("6", "cat", 100, "5"),
            Talk.post("7", "luigi", 50));
    Involvement acme = acme(log);
    assertEquals("3/4", counts(acme.coverage()));
    assertEquals("1/4", counts(acme.coverageWithout("Support")));
    assertEquals("2/4", counts(acme.coverageWithout("Sales")));
    assertEquals("3/4", counts(acme.coverageWithout("Legal")));
    assertEquals(0.5, acme.within(Duration.ofMinutes(10)).value(), 1e-12);
    assertEquals(0, acme.withinWithout("Support", Duration.ofMinutes(10)).value(), 1e-12);
    assertEquals(0.25, acme.withinWithout("Support", Duration.ofMinutes(60)).value(), 1e-12);
    // As of minute 25 the second turn waits.
    assertEquals("1/2", counts(acme(log.asOf("1970-01-01T00:25:00Z")).coverage()));
    assertTrue(
        String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> acme.coverageWithout("PR"))
                    .getMessage())
            .startsWith("department (PR) must be one of [Legal, Marketing, Sales, Support] of"));
  }

  @Test
  void rightHandsAndTheOwner() {
    Involvement acme =
        acme(
            100,
            Talk.post("1", "carl", 0).topic("prices"),
            Talk.reply("2", "ann", 10, "1").topic("prices"),
            Talk.reply("3", "cat", 40, "2").topic("prices"),
            Talk.post("4", "zak", 0).topic("prices"),
            Talk.reply("5", "fay", 20, "4").topic("prices"),
            Talk.post("6", "matt", 0).topic("prices"),
            Talk.post("7", "luigi", 0).topic("weather"),
            Talk.reply("8", "ann", 10, "7"));
    assertEquals("1/2", counts(acme.rightHands()));
    // The owner came after 40 and 20 min; the third has waited 100 min without.
    assertEquals(3, acme.ownerCurve().count());
    assertEquals(2, acme.ownerCurve().eventCount());
    assertEquals(1 / 3.0, acme.ownerCurve().within(Duration.ofMinutes(20)).value(), 1e-12);
    assertEquals(2 / 3.0, acme.ownerCurve().within(Duration.ofMinutes(40)).value(), 1e-12);
    assertTrue(acme(100, Talk.post("1", "carl", 0)).rightHands().isEmpty());
    Involvement owned =
        acme(
            100,
            Talk.post("1", "carl", 0).topic("prices"),
            Talk.reply("2", "fay", 20, "1").topic("prices"));
    assertEquals("1/1", counts(owned.rightHands()));
  }

  @Test
  void handOffsRunFromTheFirstDepartmentToTheNext() {
    Involvement acme =
        acme(
            100,
            Talk.post("1", "carl", 0),
            Talk.reply("2", "ann", 10, "1"),
            Talk.reply("3", "bob", 15, "2"),
            Talk.reply("4", "cat", 40, "3"),
            Talk.post("5", "zak", 0),
            Talk.reply("6", "ann", 60, "5"));
    assertEquals(2, acme.handOffs().count());
    assertEquals(1, acme.handOffs().eventCount());
    assertEquals(0.5, acme.handOffs().within(Duration.ofMinutes(30)).value(), 1e-12);
  }

  @Test
  void tiesAreRepliesAndJointWork() {
    EngagementLog log =
        Talk.log(
            ACME,
            100,
            Talk.post("1", "carl", 0),
            Talk.reply("2", "ann", 10, "1"),
            Talk.reply("3", "bob", 15, "2"),
            Talk.reply("4", "cat", 40, "1"),
            Talk.reply("5", "bob", 50, "2"),
            Talk.post("6", "dan", 0),
            Talk.reply("7", "cat", 5, "6"));
    Involvement acme = acme(log);
    assertEquals(2, acme.silos(TieKind.REPLY).ties());
    // Three wrote in the first strand, so that each pair has a half; two in the second.
    assertEquals(8, acme.silos(TieKind.JOINT_WORK).ties());
    assertEquals(1, acme.silos(TieKind.JOINT_WORK).internal(), 1e-12);
    assertEquals(2 * (1 + 1), acme.silos(TieKind.JOINT_WORK).external(), 1e-12);
    assertEquals(0.5 + 0.5 + 1, acme.ties("Support", "Support"), 1e-12);
    assertEquals(1, acme.ties("Support", "Sales"), 1e-12);
    assertEquals(1, acme.ties("Sales", "Support"), 1e-12);
    assertEquals(2, acme.ties("Sales", "Marketing"), 1e-12);
    assertEquals(1, acme.ties("Marketing", "Sales"), 1e-12);
    assertEquals(acme.silos(TieKind.REPLY).toString(), acme.silos().toString());
    assertFalse(acme.silos().isDefined());
    assertTrue(Double.isNaN(acme.siloPValue()));
  }

  @Test
  void anAssemblyMakesNoTies() {
    Directory.Builder directory = Directory.builder();
    directory.organization(
        "Acme",
        acme -> {
          for (int i = 0; i < 65; i++) {
            acme.member("m" + i, "D" + i % 3);
          }
        });
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < 65; i++) {
      rows.add(Talk.flat("a" + i, "m" + i, i));
      if (i < 64) {
        rows.add(Talk.post("b" + i, "m" + i, i).in("u"));
      }
    }
    Directory built = directory.build();
    ParticipationSummary summary =
        Talk.log(built, 100, rows.toArray(new Interaction[0])).measure(Participation.of(built));
    assertEquals(1, summary.assemblies());
    Involvement acme = summary.organization("Acme");
    assertEquals(64 * 63, acme.silos(TieKind.JOINT_WORK).ties());
    assertEquals(64, acme.silos(TieKind.ANY).external() + acme.silos(TieKind.ANY).internal(), 1e-9);
    assertEquals(0, acme.silos(TieKind.ANY).centred(), 1e-9, "everybody is tied to everybody");
  }

  @Test
  void retentionFromMonthToMonth() {
    long day = 24 * 60;
    // January to March 1970 are whole; April is not.
    Involvement acme =
        acme(
            95 * day,
            Talk.post("1", "ann", day),
            Talk.post("2", "ann", 32 * day),
            Talk.post("3", "bob", 2 * day),
            Talk.post("4", "bob", 60 * day),
            Talk.post("5", "cat", 92 * day));
    // January: ann came back, bob did not; February: ann did not. What follows is not known.
    assertEquals("1/3", counts(acme.retention()));
    assertTrue(acme(100, Talk.post("1", "ann", 0)).retention().isEmpty());
  }

  @Test
  void theMeasureWantsTheDirectoryOfTheLog() {
    EngagementLog log = Talk.log(100, Talk.post("1", "care", 0));
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> log.measure(Participation.of(ACME)))
                .getMessage());
    assertEquals(
        "directory of the measure (by content hash "
            + Long.toHexString(ACME.contentHash())
            + ") must be that of the log ("
            + Long.toHexString(Talk.acme().contentHash())
            + "); make the measure with log.directory()",
        message);
  }

  @Test
  void whatIsMissingIsNamed() {
    Involvement acme = acme(100, Talk.post("1", "carl", 0));
    assertTrue(acme.outsideShare().isEmpty());
    assertTrue(acme.leadersShareOfReplies().isEmpty());
    assertFalse(acme.effectiveDepartments().isDefined());
    assertEquals("none (no data)", acme.departmentEvenness().toString());
    ParticipationSummary forum =
        EngagementLog.builder().build().measure(Participation.of(Directory.empty()));
    assertEquals("participation: no members in the directory", Talk.headline(forum));
    Directory one =
        Directory.builder().organization("Acme", a -> a.member("ann", "Support")).build();
    ParticipationSummary alone =
        Talk.log(one, 100, Talk.post("1", "ann", 0)).measure(Participation.of(one));
    assertTrue(Double.isNaN(alone.organization("Acme").departmentEvenness().pielou()));
    assertTrue(alone.organization("Acme").activeLeaders().isEmpty());
    assertEquals(
        "none (no department is called Marketing or HR)",
        alone.facts().get("messages_outside_usual_departments", "Acme").text());
    assertEquals(State.NO_DATA, alone.facts().get("leaders_active", "Acme").state());
    assertEquals(State.NO_DATA, forum.facts().get("members_active").state());
    assertEquals(FactRows.names(alone), FactRows.names(forum));
    assertEquals("participation: 1/1 departments, 1/1 members speak", Talk.headline(alone));
  }

  /** Each edge of a published network as a reply: the index is the published one. */
  @Test
  void theFacultyHasSilos() {
    Map<String, String> groups = new TreeMap<>();
    RealData.groupNodes().forEach(node -> groups.put(node[0], node[1]));
    Directory directory =
        Directory.builder()
            .organization(
                "Faculty", f -> groups.forEach((id, group) -> f.member("m" + id, "group " + group)))
            .build();
    List<Interaction> rows = new ArrayList<>();
    List<String[]> edges = RealData.groupEdges();
    for (int i = 0; i < edges.size(); i++) {
      rows.add(Talk.post("p" + i, "m" + edges.get(i)[1], i));
      rows.add(Talk.reply("r" + i, "m" + edges.get(i)[0], i + 1, "p" + i));
    }
    Involvement faculty =
        Talk.log(directory, 2_000, rows.toArray(new Interaction[0]))
            .measure(Participation.of(directory))
            .organization("Faculty");
    assertEquals(-0.627906976744186, faculty.silos(TieKind.REPLY).raw(), 1e-15);
    assertEquals(-0.7246, faculty.silos(TieKind.REPLY).centred(), 0.02);
    assertEquals(1e-3, faculty.siloPValue(), 1e-12);
    assertTrue(Double.isNaN(faculty.silos(TieKind.ANY).pValue()));
  }

  /** A fast part of what {@code docs/verdicts.md} tells of more runs. */
  @Test
  @Tag("simulation")
  void smallBrandsAreAsEvenAsLargeOnes() {
    for (int members : new int[] {30, 100}) {
      for (double slope : new double[] {0, 1}) {
        VerdictSimulation.Members found =
            new VerdictSimulation(2009, 100).members(members, 100, slope, 1);
        assertTrue(found.held() >= 0.85, members + ", " + slope + ": " + found);
      }
    }
  }

  /** Ann and Cat of Acme and two of Bolt take turns in one conversation. */
  @Test
  void organizationsInOneConversationAreToldApart() {
    Directory two =
        Directory.builder()
            .organization("Acme", a -> a.member("ann", "Support").member("cat", "Sales"))
            .organization("Bolt", b -> b.member("kim", "Service").member("lou", "Legal"))
            .build();
    EngagementLog log =
        Talk.log(
            two,
            1_000,
            Talk.flat("1", "carl", 0).addressedTo("Acme"),
            Talk.flat("2", "kim", 1).addressedTo("Bolt"),
            Talk.flat("3", "ann", 2).addressedTo("Acme"),
            Talk.flat("4", "lou", 11).addressedTo("Bolt"),
            Talk.flat("5", "cat", 32).addressedTo("Acme"));
    ParticipationSummary summary = log.measure(Participation.of(two));
    Involvement acme = summary.organization("Acme");
    Involvement bolt = summary.organization("Bolt");
    assertEquals(2, acme.messages());
    assertEquals(2, bolt.messages());
    assertEquals(2, acme.silos(TieKind.JOINT_WORK).ties());
    assertEquals(1, acme.ties(TieKind.JOINT_WORK, "Support", "Sales"), 1e-12);
    assertEquals(1, bolt.ties(TieKind.JOINT_WORK, "Service", "Legal"), 1e-12);
    assertEquals(1, acme.handOffs().eventCount());
    assertEquals(0, acme.handOffs().within(Duration.ofMinutes(29)).value());
    assertEquals(1, acme.handOffs().within(Duration.ofMinutes(30)).value());
    assertEquals(1, bolt.handOffs().within(Duration.ofMinutes(10)).value());
  }

  @Test
  void summariesMergeAndComeBack() {
    EngagementLog log =
        Talk.log(
            ACME,
            10_000,
            Talk.post("1", "carl", 0).topic("prices"),
            Talk.reply("2", "ann", 10, "1"),
            Talk.reply("3", "fay", 30, "2"),
            Talk.post("4", "zak", 100),
            Talk.reply("5", "cat", 130, "4"),
            Talk.post("6", "dan", 140).topic("prices"),
            Talk.post("7", "luigi", 150));
    Participation measure = Participation.of(ACME);
    EngagementLog all = log.between("1970-01-01T00:00:00Z", "1970-01-02T00:00:00Z");
    ParticipationSummary whole = all.measure(measure);
    ParticipationSummary merged =
        log.between("1970-01-01T00:00:00Z", "1970-01-01T01:00:00Z")
            .measure(measure)
            .merge(log.between("1970-01-01T01:00:00Z", "1970-01-02T00:00:00Z").measure(measure));
    byte[] bytes = whole.toBytes();
    assertTrue(bytes.length > 100);
    assertArrayEquals(bytes, merged.toBytes());
    ParticipationSummary read = measure.fromBytes(bytes);
    assertArrayEquals(bytes, read.toBytes());
    for (ParticipationSummary same : List.of(merged, read)) {
      assertEquals(whole.facts().rows().toString(), same.facts().rows().toString());
      assertEquals(whole.toString(), same.toString());
      assertEquals("2/3", counts(same.organization("Acme").coverage()));
    }
  }

  /** Nobody is in Sales before the minute 50, so that until then nobody owns its topic. */
  @Test
  void aDepartmentWithoutStaffOwnsNothing() {
    Directory dated =
        Directory.builder()
            .organization(
                "Acme",
                a ->
                    a.member("ann", "Support")
                        .member("cat", "Sales")
                        .from(Instant.ofEpochMilli(50 * 60_000)))
            .topic("prices", "Acme", "Sales")
            .build();
    Involvement acme =
        Talk.log(
                dated,
                1_000,
                Talk.post("1", "carl", 0).topic("prices"),
                Talk.reply("2", "ann", 10, "1"),
                Talk.post("3", "zak", 60).topic("prices"),
                Talk.reply("4", "cat", 80, "3"))
            .measure(Participation.of(dated))
            .organization("Acme");
    assertEquals(1, acme.ownerCurve().count());
    assertEquals(1, acme.ownerCurve().within(Duration.ofMinutes(20)).value());
    assertEquals("1/1", counts(acme.rightHands()));
    Involvement early =
        Talk.log(dated, 30, Talk.post("1", "ann", 0))
            .measure(Participation.of(dated))
            .organization("Acme");
    assertEquals(1, early.members(), "Cat is not there yet");
  }

  @Test
  void anAnswerBeforeItsQuestionIsLeftOut() {
    ParticipationSummary summary =
        Talk.log(
                ACME,
                1_000,
                Talk.post("1", "carl", 100),
                Talk.reply("2", "ann", 50, "1"),
                Talk.post("3", "zak", 100),
                Talk.reply("4", "ann", 100, "3"))
            .measure(Participation.of(ACME));
    assertEquals(1, summary.clockSkew());
    assertEquals("1/1", counts(summary.organization("Acme").coverage()));
  }

  @Test
  void whatIsUsualAndTheZoneMayBeChosen() {
    EngagementLog log =
        Talk.log(
            ACME,
            1_000,
            Talk.post("1", "ann", 0),
            Talk.post("2", "dan", 1),
            Talk.post("3", "cat", 2));
    Participation support = Participation.of(ACME).outside("Support");
    assertEquals("2/3", counts(log.measure(support).organization("Acme").outsideShare()));
    assertEquals(List.of("Support"), log.measure(support).usualDepartments());
    Participation paris = Participation.of(ACME).withZone(ZoneId.of("Europe/Paris"));
    assertTrue(paris.toString().contains("Europe/Paris"), paris::toString);
    assertEquals(3, log.measure(paris).organization("Acme").messages());
  }

  @Test
  void whatOneDepartmentWasAskedIsPrinted() {
    ParticipationSummary summary =
        Talk.log(
                ACME,
                10_000,
                Talk.post("1", "carl", 0).topic("prices"),
                Talk.reply("3", "fay", 30, "1"))
            .measure(Participation.of(ACME));
    String sales = summary.insideOut("Acme").department("Sales").toString();
    assertTrue(
        sales.matches(
            "Sales within 1 d: inside none .*, 0/0 answered; outside 1\\.00 .*, 1/1 answered"),
        sales);
    assertTrue(
        summary
            .insideOut("Acme")
            .table()
            .lines()
            .anyMatch(line -> line.matches("Sales +none .*0/0 answered +1\\.00 .*1/1 answered .*")),
        () -> summary.insideOut("Acme").table());
  }
}
