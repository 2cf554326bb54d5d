package dev.repartee.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Facts.State;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Post;
import dev.repartee.stats.LevelChanges;
import dev.repartee.testing.FactRows;
import dev.repartee.testing.Talk;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Worked by hand. */
final class InterestTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 5);

  private static String at(int day, int minute) {
    return START.plusDays(day) + String.format(Locale.ROOT, "T12:%02d:00Z", minute);
  }

  private static EngagementLog.Builder builder(String asOf) {
    return EngagementLog.builder(Talk.acme()).asOf(asOf);
  }

  private static void add(
      EngagementLog.Builder rows, String channel, String author, int day, int minute) {
    rows.add(
        Post.of(channel + author + day + "." + minute, author, at(day, minute))
            .channel(channel)
            .addressedTo("Acme"));
  }

  /** Ten weeks in which two people write a day, but on two days many do, or one does a lot. */
  private static EngagementLog tenWeeks() {
    EngagementLog.Builder rows = builder("2026-03-16T00:00:00Z");
    for (int day = 0; day < 70; day++) {
      add(rows, "blog", "carl", day, 0);
      add(rows, "blog", "zak", day, 1);
    }
    for (int i = 0; i < 40; i++) {
      add(rows, "blog", "fan" + i, 30, 2);
      add(rows, "blog", "bore", 50, i);
    }
    rows.add(Post.of("own", "care", at(69, 9)).channel("blog"));
    return rows.build();
  }

  @Test
  void spikesAreDaysOfManyInteractionsOrPersons() {
    AudienceInterestSummary summary = tenWeeks().measure(AudienceInterest.standard());
    DailySeries acme = summary.organization("Acme");
    assertEquals(220, acme.interactions());
    assertEquals(70, acme.days());
    assertEquals("2 spikes in 70 days", acme.spikes().toString());
    assertEquals("1 spike in 70 days", acme.spikesOfPersons().toString());
    Spikes.Episode fans = acme.spikesOfPersons().episodes().get(0);
    assertEquals(START.plusDays(30), fans.peak());
    assertEquals(42, fans.count());
    assertEquals(2, fans.expected(), 1e-9);
    assertEquals("2026-02-04: 42, usually 2.00", fans.toString());
    assertEquals("interest: 220 interactions, 2 spikes in 70 days", Talk.headline(summary));
    assertTrue(acme.growth().hasInterval());
  }

  @Test
  void factsOfTheWholeOfPlacesSpikesAndWeeks() {
    AudienceInterestSummary summary = tenWeeks().measure(AudienceInterest.standard());
    assertEquals(
        "interactions: 220\ngrowth_per_week: "
            + summary.organization("Acme").growth()
            + "\nspikes: 2\norganizations: 1\nplaces: 1\nrows_automatic: 0\nrows_unaddressed: 0",
        FactRows.text(summary));
    assertEquals(
        "interactions: 220\nperson_days: 181\ndays_whole: 70\ngrowth_per_week: "
            + summary.organization("Acme").growth()
            + "\nspikes: 2\nspikes_of_people: 1\nactivity: ACTIVE",
        FactRows.text(summary, "Acme", "blog"));
    assertEquals(
        """
        spike: 42
        spike_expected: 2.00
        spike_begins: 2026-02-04
        spike_ends: 2026-02-04
        spike_of_people: 42
        spike_of_people_expected: 2.00
        spike_of_people_begins: 2026-02-04
        spike_of_people_ends: 2026-02-04\
        """,
        FactRows.text(summary, "Acme", "2026-02-04"));
    // The bore: no spike of people.
    assertEquals(
        "spike: 42\nspike_expected: 2.00\nspike_begins: 2026-02-24\nspike_ends: 2026-02-24",
        FactRows.text(summary, "Acme", "2026-02-24"));
    assertEquals("interactions: 54", FactRows.text(summary, "Acme", "2026-02-02"));
    AudienceInterestSummary early =
        tenWeeks().asOf("2026-02-20T00:00:00Z").measure(AudienceInterest.standard());
    assertEquals(State.TOO_SHORT, early.facts().get("spikes").state());
    AudienceInterestSummary none =
        builder("2026-03-01T00:00:00Z").build().measure(AudienceInterest.standard());
    assertEquals(State.NO_DATA, none.facts().get("spikes").state());
    assertEquals(0, none.facts().get("interactions").value().orElseThrow());
    assertEquals(FactRows.names(summary), FactRows.names(none));
    assertEquals(FactRows.names(summary), FactRows.names(early));
  }

  @Test
  void shortSeriesAreTooShort() {
    AudienceInterestSummary early =
        tenWeeks().asOf("2026-02-20T00:00:00Z").measure(AudienceInterest.standard());
    assertEquals("too short, 46 days", early.organization("Acme").spikes().toString());
    assertEquals("none (too short)", early.organization("Acme").growth().toString());
    AudienceInterestSummary none =
        builder("2026-03-01T00:00:00Z").build().measure(AudienceInterest.standard());
    assertEquals("interest: no data", Talk.headline(none));
    assertEquals("too short, 0 days", none.organization("Acme").spikes().toString());
  }

  @Test
  void aPersonOnTwoChannelsIsOneOfTheDay() {
    EngagementLog.Builder rows = builder("2026-03-16T00:00:00Z");
    for (int i = 0; i < 12; i++) {
      for (String channel : List.of("blog", "chirp")) {
        add(rows, channel, "fan" + i, 20, 0);
        add(rows, channel, "fan" + i, 20, 1);
      }
    }
    // From the first day on; ten weeks of it.
    add(rows, "blog", "carl", 0, 0);
    add(rows, "chirp", "carl", 0, 0);
    AudienceInterestSummary summary = rows.build().measure(AudienceInterest.standard());
    assertEquals(24, peak(summary.at(new Place("Acme", "blog")).spikes()));
    assertEquals(12, peak(summary.at(new Place("Acme", "blog")).spikesOfPersons()));
    assertEquals(48, peak(summary.organization("Acme").spikes()));
    assertEquals(12, peak(summary.organization("Acme").spikesOfPersons()));
  }

  private static long peak(Spikes spikes) {
    return spikes.episodes().get(0).count();
  }

  @Test
  void whereNobodyIsThere() {
    EngagementLog.Builder rows = builder("2026-06-01T00:00:00Z");
    rows.add(Post.of("o1", "care", at(0, 0)).channel("blog"));
    rows.add(Post.of("o2", "care", at(140, 0)).channel("chirp"));
    for (int i = 0; i < 3; i++) {
      add(rows, "blog", "carl" + i, 100, 0);
      add(rows, "fax", "zak" + i, 100, 0);
      add(rows, "chirp", "matt" + i, 100, 0);
    }
    rows.add(Act.of(ActKind.MENTION, "luigi", at(100, 0)).channel("fax").addressedTo("Acme"));
    rows.add(Act.of(ActKind.VIEW, "luigi", at(100, 0)).channel("fax").addressedTo("Acme"));
    rows.add(Act.of(ActKind.VIEW, "care", at(145, 0)).channel("fax").addressedTo("Acme"));
    rows.add(Post.of("b", "bot", at(146, 0)).channel("fax"));
    AudienceInterestSummary summary = rows.build().measure(AudienceInterest.standard());
    assertEquals(Rhythm.Activity.ABANDONED, summary.activity(new Place("Acme", "blog")));
    assertEquals(Rhythm.Activity.NEVER_WROTE, summary.activity(new Place("Acme", "fax")));
    assertEquals(Rhythm.Activity.ACTIVE, summary.activity(new Place("Acme", "chirp")));
    assertEquals(7, summary.absentPresence("Acme").successes());
    assertEquals(10, summary.absentPresence("Acme").trials());
    Fact absent = summary.facts().get("absent_presence", "Acme");
    assertEquals(7, absent.numerator().orElseThrow());
    assertEquals(10, absent.denominator().orElseThrow());
    assertEquals("NEVER_WROTE", summary.facts().get("activity", "Acme", "fax").word());
    assertEquals(1, summary.automatic());
    assertTrue(summary.toString().contains("\nleft out: 1 automatic\n"), summary::toString);
    assertTrue(summary.toString().contains("\nAcme on fax: 5 interactions, "), summary::toString);
    assertTrue(summary.absentPresence("Bolt").isEmpty());
    assertEquals(
        "place (Acme on mail) must be one of [Acme on blog, Acme on chirp, Acme on fax]: nothing"
            + " happened elsewhere",
        assertThrows(
                IllegalArgumentException.class, () -> summary.activity(new Place("Acme", "mail")))
            .getMessage());
  }

  @Test
  void aForumIsOnePlaceWithoutOrganization() {
    EngagementLog forum =
        EngagementLog.builder()
            .asOf("2026-06-01T00:00:00Z")
            .add(Post.of("a", "carl", at(0, 0)).channel("forum"))
            .build();
    AudienceInterestSummary summary = forum.measure(AudienceInterest.standard());
    assertEquals(List.of(new Place("(none)", "forum")), summary.places());
    assertEquals(1, summary.organization("(none)").interactions());
  }

  /** Nine channels on a day and then the first again: nine persons by place, and one in all. */
  @Test
  void aPersonOnManyChannelsIsCountedOnceOnEach() {
    EngagementLog.Builder rows = builder("2026-03-16T00:00:00Z");
    for (int i = 0; i < 10; i++) {
      add(rows, "c" + i % 9, "carl", 20, i);
    }
    add(rows, "c0", "carl", 21, 0);
    AudienceInterestSummary summary = rows.build().measure(AudienceInterest.standard());
    long byPlace = 0;
    for (Place place : summary.places()) {
      byPlace += summary.at(place).personDays();
    }
    assertEquals(10, byPlace, "nine on a day, one on the next");
    assertEquals(2, summary.organization("Acme").personDays());
    assertEquals(11, summary.organization("Acme").interactions());
    assertTrue(summary.toString().contains("\n… 5 more in table()\n"), summary::toString);
  }

  /** Two days of many, and the day between: one episode, of which the peak is told. */
  @Test
  void anEpisodeSaysWhenItBeganAndEnded() {
    assertEquals(
        "2026-02-05: 60, usually 2.00 (2026-02-04 to 2026-02-05)",
        new Spikes.Episode(START.plusDays(30), START.plusDays(31), START.plusDays(31), 60, 2)
            .toString());
    assertEquals("no spikes in 70 days", new Spikes(70, false, List.of()).toString());
  }

  @Test
  void twoOrganizationsAreToldApart() {
    EngagementLog.Builder rows = EngagementLog.builder(Talk.acmeAndBolt());
    EngagementLog log =
        rows.asOf("2026-03-16T00:00:00Z")
            .add(Post.of("a", "carl", at(0, 0)).addressedTo("Acme"))
            .add(Post.of("b", "carl", at(0, 0)).addressedTo("Bolt"))
            .add(Post.of("c", "zak", at(0, 0)))
            .build();
    AudienceInterestSummary summary = log.measure(AudienceInterest.standard());
    assertEquals("interest in 2 organizations", Talk.headline(summary));
    assertEquals(1, summary.unaddressed());
    assertTrue(
        summary.toString().contains("\nleft out: 1 that concern no organization\n"),
        summary::toString);
  }

  /** Twelve weeks of two a day, and then twelve of five: since the thirteenth Monday. */
  @Test
  void sinceWhenThereIsMoreInterest() {
    EngagementLog.Builder rows = builder("2026-06-22T00:00:00Z");
    for (int day = 0; day < 24 * 7; day++) {
      for (int i = 0; i < (day < 12 * 7 ? 2 : 5) + day % 2; i++) {
        add(rows, "blog", "fan" + i, day, i);
      }
    }
    DailySeries acme = rows.build().measure(AudienceInterest.standard()).organization("Acme");
    LevelChanges changes = acme.changes();
    assertEquals(24, changes.observed());
    assertEquals(1, changes.changes().size(), changes::toString);
    assertTrue(changes.toString().contains(START.plusWeeks(12).toString()), changes::toString);
    LevelChanges none =
        builder("2026-03-01T00:00:00Z")
            .build()
            .measure(AudienceInterest.standard())
            .organization("Acme")
            .changes();
    assertEquals(0, none.observed());
    assertEquals("interest, days in Z", AudienceInterest.standard().toString());
  }

  /** The shorter of two days is the peak's neighbour, and the count is the peak's. */
  @Test
  void anEpisodeCountsItsPeak() {
    EngagementLog.Builder rows = builder("2026-03-16T00:00:00Z");
    for (int day = 0; day < 70; day++) {
      add(rows, "blog", "carl", day, 0);
      add(rows, "blog", "zak", day, 1);
    }
    for (int i = 0; i < 50; i++) {
      add(rows, "blog", "fan" + i, 31, 2);
      if (i < 40) {
        add(rows, "blog", "fan" + i, 30, 2);
      }
    }
    Spikes spikes = rows.build().measure(AudienceInterest.standard()).organization("Acme").spikes();
    assertEquals(1, spikes.episodes().size(), spikes::toString);
    assertEquals(52, spikes.episodes().get(0).count());
    assertEquals(START.plusDays(30), spikes.episodes().get(0).first());
    assertEquals(START.plusDays(31), spikes.episodes().get(0).peak());
  }
}
