package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import dev.repartee.scorecard.Scorecard.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was planted is told, what was not is not, and what is missing is named. */
class CultureTest {
  private static final Instant START = Instant.parse("2025-01-01T12:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {20_250_101, 1, 2, 3, 4})
  void whatWasPlantedIsTold(long seed) {
    Culture culture = CultureRuns.culture(PlantedFacts.standard(), seed);
    PlantedFacts facts = PlantedFacts.standard();

    assertEquals(
        List.of(
            "BROKEN_PROMISE at least 75 %: answered within 4 h",
            "UNEQUAL_OPENNESS " + facts.organization(),
            "SILENT_CHANNEL " + facts.silentChannel(),
            "SILO " + facts.organization(),
            "SPIKE " + facts.spikeChannel()),
        CultureRuns.planted(culture).stream()
            .map(flag -> flag.kind() + " " + flag.subject())
            .toList());
    String spike = CultureRuns.planted(culture).get(4).sentence();
    assertTrue(spike.contains("from " + PlainWords.day(facts.spikeStart())), spike);
    String silo = CultureRuns.planted(culture).get(3).sentence();
    assertTrue(silo.contains("Roastery") && silo.contains("Shop"), silo);
  }

  @Test
  void thePageSaysSinceWhenPeopleDoLess() {
    Culture culture = CultureRuns.culture(PlantedFacts.standard(), 20_250_101);
    Flag fall =
        culture.flags().stream()
            .filter(flag -> flag.kind() == Flag.Kind.FALL)
            .findFirst()
            .orElseThrow();
    assertEquals("blog", fall.subject());
    assertTrue(fall.sentence().contains("Since the week from 8 September 2025"), fall::sentence);
    assertTrue(fall.sentence().contains("127 messages and acts a week before, 17 since"));
    assertTrue(fall.sentence().contains("it looks alike on chirp"), fall::sentence);
    assertFalse(fall.sentence().contains("email"), fall::sentence);
  }

  /**
   * With 5 of 100 more than 3 of 20 happen once in 60 cases; {@link CultureExperiment} asks more.
   */
  @Test
  void whereNothingWasPlantedHardlyAnythingIsTold() {
    CultureRuns control = CultureRuns.of(PlantedFacts.none(), 20);

    assertTrue(control.any() <= 3, control.toString());
    // Or the control would show nothing: most years are large enough to prove parity.
    Culture one = CultureRuns.culture(PlantedFacts.none(), 0);
    assertTrue(one.letter().judged() >= 8, one.letter().method());
  }

  private static Loaded loaded(Directory directory, Instant asOf, EngagementLog.Builder builder) {
    EngagementLog log = builder.asOf(asOf).build();
    assertEquals(directory, log.directory());
    return new Loaded(log, "a test", false, List.of());
  }

  private static Directory acme() {
    return Directory.builder().organization("Acme", acme -> acme.member("sue", "Support")).build();
  }

  private static Culture culture(Loaded loaded) {
    return Culture.of(loaded, new MeasureOptions(), new CultureOptions());
  }

  @Test
  void whatIsMissingIsNamedAndNeverZero() {
    Directory directory = acme();
    EngagementLog.Builder rows = EngagementLog.builder(directory);
    for (int day = 0; day < 30; day++) {
      Instant at = START.plus(Duration.ofDays(day));
      rows.add(Post.of("p" + day, "carl" + day, at).channel("blog"));
      rows.add(
          Reply.of("r" + day, "sue", at.plus(Duration.ofHours(1))).to("p" + day).channel("blog"));
    }
    Loaded loaded = loaded(directory, START.plus(Duration.ofDays(40)), rows);
    Culture culture = culture(loaded);

    String missing = String.join("\n", culture.letter().missing());
    assertTrue(missing.contains("no message bears a sentiment"), missing);
    assertTrue(missing.contains("Silos: the directory names one department only"), missing);
    assertTrue(missing.contains("there is one only, blog"), missing);
    assertTrue(missing.contains("fewer than 8 weeks were watched"), missing);
    assertTrue(missing.contains("the log has no acts"), missing);
    assertTrue(missing.contains("Promises: none is given"), missing);
    assertEquals(
        List.of(Component.OPENNESS, Component.PARTICIPATION),
        culture.scorecards().get("Acme").missing().stream()
            .map(score -> score.component())
            .filter(one -> one != Component.ADVOCACY)
            .toList());
    assertTrue(culture.path().isEmpty());
    String text = new CultureText(loaded, culture, Optional.empty()).text();
    assertFalse(text.contains("openness        0"), text);
    assertTrue(text.contains("left out: no turn is labelled"), text);
  }

  /** Six departments, of which the last is asked outside only. */
  private static Loaded insideOut(int departments) {
    Directory.Builder who = Directory.builder().internalChannel("staff", "Acme");
    who.organization(
        "Acme",
        acme -> {
          acme.member("zoe", "Office");
          for (int d = 0; d < departments; d++) {
            acme.member("owner" + d, "D" + d);
          }
        });
    for (int d = 0; d < departments; d++) {
      who.topic("t" + d, "Acme", "D" + d);
    }
    Directory directory = who.build();
    EngagementLog.Builder rows = EngagementLog.builder(directory);
    for (int d = 0; d < departments; d++) {
      for (int i = 0; i < 30; i++) {
        Instant at = START.plus(Duration.ofDays(i));
        Instant answered = at.plus(i < 5 + 5 * d ? Duration.ofHours(2) : Duration.ofHours(30));
        for (String side : d == 5 ? List.of("out") : List.of("in", "out")) {
          String id = side + d + "/" + i;
          String asker = side.equals("in") ? "zoe" : "carl" + d + "/" + i;
          String channel = side.equals("in") ? "staff" : "blog";
          rows.add(Post.of(id, asker, at).channel(channel).topic("t" + d));
          rows.add(Reply.of("r" + id, "owner" + d, answered).to(id));
        }
      }
    }
    return loaded(directory, START.plus(Duration.ofDays(60)), rows);
  }

  @Test
  void whetherPeopleAreAnsweredAsColleaguesAreIsSaid() {
    Loaded loaded = insideOut(6);
    Culture culture = culture(loaded);
    String text = String.join(" ", culture.inShort());
    assertTrue(text.contains("answer people well, too (rank correlation 1.00 ["), text);
    assertTrue(text.contains("D0 17 % of 30 and 17 % of 30; D1 33 % of 30 and 33 % of 30"), text);
    assertTrue(text.contains("Left out: D5 (nobody asked inside); Office (nobody asked"), text);
    assertFalse(culture.letter().missing().toString().contains("as colleagues are"));
    assertTrue(new CultureText(loaded, culture, Optional.empty()).text().contains("(rank"), text);
    assertTrue(
        new CulturePage(loaded, culture, Optional.empty()).page().contains("rank correlation"),
        text);
  }

  @Test
  void whereNothingTellsOfInsideOutItIsNamed() {
    Culture four = culture(insideOut(4));
    String missing = String.join("\n", four.letter().missing());
    assertTrue(
        missing.contains(
            "Whether people are answered as colleagues are: only where at least 5 departments are"
                + " asked about topics of theirs by colleagues and by people can that be told; here"
                + " there are 4. Left out: Office (nobody asked inside, nobody asked outside)."),
        missing);
    assertFalse(String.join(" ", four.inShort()).contains("rank correlation"));
    String none = String.join("\n", CultureRuns.culture(PlantedFacts.none(), 0).letter().missing());
    assertTrue(
        none.contains(
            "here there are 0. Left out: Executive, Marketing, Roastery, Shop, Support (nobody asked"
                + " inside, nobody asked outside)."),
        none);
    EngagementLog.Builder rows = EngagementLog.builder(acme()).add(Post.of("p", "carl", START));
    String alone = String.join("\n", culture(loaded(acme(), START, rows)).letter().missing());
    assertTrue(alone.contains("nothing was written on an internal channel"), alone);
  }

  /** One message a day, so that every silence lasts as long; then none for some days. */
  private static Culture afterSilence(int messages, int silentDays) {
    Directory directory = acme();
    EngagementLog.Builder rows = EngagementLog.builder(directory);
    for (int day = 0; day < messages; day++) {
      rows.add(Post.of("p" + day, "sue", START.plus(Duration.ofDays(day))).channel("blog"));
    }
    return culture(loaded(directory, START.plus(Duration.ofDays(messages - 1 + silentDays)), rows));
  }

  @Test
  void silenceIsJudgedByTimeAndAbandonmentByCount() {
    // 61 messages, 60 silences before, none as long: less than 1 of 61 of the time.
    Flag quiet = afterSilence(61, 45).flags().get(0);
    assertEquals(Flag.Kind.SILENT_CHANNEL, quiet.kind());
    assertEquals(1.0 / 61, quiet.pValue(), 1e-12);
    assertTrue(
        quiet.sentence().contains("on blog for 45 days, longer than ever before. It"),
        quiet.sentence());

    // 40 silences do not tell.
    Culture few = afterSilence(41, 45);
    assertTrue(few.flags().isEmpty(), few.flags().toString());
    assertTrue(few.letter().unproven().get(0).contains("It takes 50 silences before it"));

    assertTrue(Double.isNaN(afterSilence(11, 90).flags().get(0).pValue()));
    assertTrue(afterSilence(61, 29).flags().isEmpty());
  }

  /** With one message there is no silence to rank the present one among. */
  @Test
  void aSilenceThatIsTheFirstIsNotJudged() {
    Culture first = afterSilence(1, 45);
    assertEquals(List.of(), first.flags());
    assertTrue(
        first
            .letter()
            .unproven()
            .get(0)
            .startsWith("Acme has said nothing on blog for 45 days. It"),
        first.letter().unproven().toString());
    String second = afterSilence(2, 45).letter().unproven().get(0);
    assertTrue(second.contains("for 45 days. It"), second);
    String gone = afterSilence(1, 90).flags().get(0).sentence();
    assertFalse(gone.contains("before"), gone);
  }

  /** Praise and criticism that nobody has answered for so long. */
  private static Culture twoSides(Duration waited) {
    EngagementLog.Builder rows = EngagementLog.builder(acme());
    rows.add(Post.of("a", "carl", START).sentiment(Sentiment.POSITIVE));
    rows.add(Post.of("b", "dora", START).sentiment(Sentiment.NEGATIVE));
    return culture(loaded(acme(), START.plus(waited), rows));
  }

  /** "None have an answer" would say that it is known. */
  @Test
  void whatWasNotWatchedLongEnoughIsSaidToBeUnknown() {
    Culture young = twoSides(Duration.ofHours(1));
    assertEquals(
        "How many of those who write to Acme have an answer within 24 h is not known: not watched"
            + " for long enough. 0 of 2 times somebody waited there was an answer so far.",
        young.inShort().get(0));
    String missing = String.join("\n", young.letter().missing());
    assertTrue(
        missing.contains("people criticized 1 time and praised 1 time, and not both"), missing);
    assertTrue(missing.contains("there is one only, a channel without a name"), missing);

    Culture unheard = twoSides(Duration.ofDays(30));
    assertTrue(
        unheard.inShort().get(1).endsWith("; nobody was answered, so that nobody could come back."),
        unheard.inShort().toString());
  }

  @Test
  void whoNeverWroteWherePeopleDoIsTold() {
    Directory directory = acme();
    EngagementLog.Builder rows = EngagementLog.builder(directory);
    rows.add(Post.of("a", "carl", START).channel("forum"));
    rows.add(Post.of("b", "sue", START).channel("blog"));
    Culture culture = culture(loaded(directory, START.plus(Duration.ofDays(1)), rows));

    assertEquals(
        "Nobody of Acme ever wrote on forum, where people wrote 1 message.",
        culture.flags().get(0).sentence());
  }

  @Test
  void thePageOfTheSampleReadsAsALetter() {
    CommandLineRun run = CommandLineRun.of("--culture");

    assertEquals(0, run.exitCode(), run.err());
    for (String part :
        List.of(
            "WHAT NEEDS ATTENTION",
            "\"at least 75 %: answered within 4 h\" is broken",
            "1,554 of 2,800: 546 too few",
            "WHAT IS GOOD",
            "is kept",
            "statements were judged",
            "scorecard, of 100")) {
      assertTrue(run.out().contains(part), part + " in " + run.out());
    }
    assertFalse(run.out().contains("staffroom"), "what is internal is not shown");
    assertEquals(run.out(), CommandLineRun.of("--culture", "--threads=1").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--promise=50% two-way|ask for it with --culture",
        "--culture-of=Acme|ask for it with --culture",
        "--culture --person=carl|leave out --person",
        "--culture --target=1h|only --zone and --threads go with it",
        "--culture --culture-of=Nobody|--culture-of (Nobody) must be one of Copperleaf Coffee",
        "--culture --promise=90%|it must begin with a share"
      })
  void optionsThatDoNotFitAreRefused(String line) {
    String[] parts = line.split("\\|", 2);
    String[] args =
        parts[0].startsWith("--promise=") ? new String[] {parts[0]} : parts[0].split(" ");
    CommandLineRun run = CommandLineRun.of(args);

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains(parts[1]), run.err());
  }

  @Test
  void oneOfSeveralOrganizationsIsChosen(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("log.csv");
    Files.writeString(
        file,
        """
        id,author,at,parent,addressee
        p1,carl,2025-01-01T09:00:00Z,,Acme
        r1,acme_care,2025-01-01T09:42:00Z,p1,
        p2,dora,2025-01-03T09:00:00Z,,Best
        """);
    Path directory = folder.resolve("who.properties");
    Files.writeString(
        directory, "organization.Acme = acme_care:Support\norganization.Best = best:Support\n");
    String who = "--directory=" + directory;

    CommandLineRun none = CommandLineRun.of(file.toString(), who, "--culture");
    assertEquals(2, none.exitCode());
    assertTrue(none.err().contains("--culture-of one of Acme, Best"), none.err());
    CommandLineRun acme =
        CommandLineRun.of(
            file.toString(),
            who,
            "--culture",
            "--culture-of=Acme",
            "--promise=every department speaks");
    assertEquals(0, acme.exitCode(), acme.err());
    assertTrue(acme.out().contains("1 of 1 time somebody waited there"), acme.out());
    assertTrue(acme.out().contains("every department takes part\" is kept: 100 %"), acme.out());
    assertTrue(acme.out().contains("No ranks"), acme.out());
  }

  @Test
  void aForumHasACultureWithoutAnOrganization(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("log.csv");
    Files.writeString(
        file,
        """
        id,author,at,parent,channel
        p1,carl,2025-01-01T09:00:00Z,,help
        r1,dora,2025-01-01T10:00:00Z,p1,help
        """);
    CommandLineRun run = CommandLineRun.of(file.toString(), "--culture");

    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("the culture of this forum"), run.out());
    assertTrue(run.out().contains("1\nof 2 times somebody waited there"), run.out());
    assertTrue(run.out().contains("the log names no\n  organization"), run.out());
    for (String option : List.of("--promise=90% answered within 1h", "--culture-of=Acme")) {
      CommandLineRun asked = CommandLineRun.of(file.toString(), "--culture", option);
      assertEquals(2, asked.exitCode(), option);
      assertTrue(asked.err().contains("the log names no"), asked.err() + option);
    }
  }
}
