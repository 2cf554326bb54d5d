package dev.repartee.testing;

import dev.repartee.model.OfficeHours;
import dev.repartee.openness.OpennessSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what {@link VerdictSimulation} finds as tables in Markdown, the page of documentation that
 * {@code docs/verdicts.md} of this module is.
 */
public final class VerdictExperiment {
  private static final int SEED = 2009;

  private final StringBuilder page = new StringBuilder();
  private final int runs;

  private VerdictExperiment(int runs) {
    this.runs = runs;
  }

  /**
   * Runs the experiment.
   *
   * @param args the file to write, and how many runs, 1000 unless told
   */
  public static void main(String[] args) throws IOException {
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
    Files.writeString(Path.of(args[0]), new VerdictExperiment(runs).write());
  }

  private String write() {
    line("# Are the verdicts right?");
    line("");
    line(
        "**You may rely on this:** a verdict is seldom given where it is false, in about 1 of 20 cases or fewer, as");
    line(
        "long as the people, and the conversations, do not depend on each other. **Do not rely on it** where they do:");
    line(
        "where everybody reacts to the same news, works in the same shifts, or where others write than those counted.");
    line(
        "And \"unproven\" says nothing: with few people a difference is mostly not found, however real.");
    line(
        "The weakest is the unusual silence: where silences differ widely in length, 3 of 20 are called so by chance.");
    line("");
    line(
        "A verdict is a claim, and should seldom be made where it is false and often where it is true.");
    line(
        "Here the truth is known, because it was put in. Some of the worlds below break on purpose what");
    line("a verdict takes for granted; they are called so.");
    line("");
    line(
        String.format(
            Locale.ROOT,
            "Every share is one of %,d runs unless the table says otherwise, seed %d. This page is written",
            runs,
            SEED));
    line("by a program, from the top of the repository:");
    line("");
    line("```");
    line("mvn -q -pl core test-compile exec:java -Dexec.skip=false -Dexec.classpathScope=test \\");
    line(
        "    -Dexec.mainClass=dev.repartee.testing.VerdictExperiment -Dexec.args=core/docs/verdicts.md");
    line("```");
    openness();
    recovery();
    ranks();
    insideOut();
    silos();
    reciprocity();
    homeRuns();
    bursts();
    members();
    silences();
    return page.toString();
  }

  private void openness() {
    line("");
    line("## Openness: is criticism answered as praise is?");
    line("");
    line(
        "So many people a side, each with so many turns, answered within 24 h with these chances; the margin");
    line("of parity is 0.10.");
    line("");
    line(
        "| people a side | turns each | praise | criticism | PARITY | FAVOURS_PRAISE | FAVOURS_CRITICISM | UNPROVEN |");
    line("|---:|---:|---:|---:|---:|---:|---:|---:|");
    openness(30, 1, 0.95, 0.75);
    openness(30, 1, 0.75, 0.95);
    openness(100, 3, 0.95, 0.75);
    openness(300, 1, 0.85, 0.85);
    openness(300, 1, 0.90, 0.80);
    openness(100, 3, 0.85, 0.85);
    openness(100, 1, 0.85, 0.85);
    openness(30, 1, 0.85, 0.85);
    line("");
    line(
        "Where the difference is just the margin (0.90 and 0.80), PARITY is false and should be rarer than");
    line("1 in 20.");
  }

  private void openness(int people, int turns, double praise, double criticism) {
    Map<OpennessSummary.Verdict, Double> found =
        simulation(runs).openness(people, turns, praise, criticism);
    line(
        String.format(
            Locale.ROOT,
            "| %d | %d | %.2f | %.2f | %.3f | %.3f | %.3f | %.3f |",
            people,
            turns,
            praise,
            criticism,
            share(found, OpennessSummary.Verdict.PARITY),
            share(found, OpennessSummary.Verdict.FAVOURS_PRAISE),
            share(found, OpennessSummary.Verdict.FAVOURS_CRITICISM),
            share(found, OpennessSummary.Verdict.UNPROVEN)));
  }

  private static double share(
      Map<OpennessSummary.Verdict, Double> found, OpennessSummary.Verdict verdict) {
    return found.getOrDefault(verdict, Double.NaN);
  }

  private void recovery() {
    line("");
    line("## Recovery: does answering help where it does not?");
    line("");
    line(
        "People complain one to three times and recover after 10 days on average, some sooner and some");
    line("later; half of their complaints are answered within a day, which changes nothing.");
    line("");
    line("| people | 95 % intervals of the difference that hold 0 |");
    line("|---:|---:|");
    for (int people : new int[] {60, 150, 400}) {
      line(String.format(Locale.ROOT, "| %d | %.3f |", people, simulation(runs).recovery(people)));
    }
  }

  private void ranks() {
    int some = Math.max(1, runs / 5);
    line("");
    line("## Ranks of equals");
    line("");
    line(
        "Brands that do not differ; people talk with any of them, 4 times on average, and with several.");
    line(
        String.format(
            Locale.ROOT,
            "How often the rank interval of a given brand holds every rank, of %,d runs; a share near"
                + " 0.95 is itself known to %.2f.",
            some,
            1.96 * Math.sqrt(0.05 * 0.95 / some)));
    line("");
    line("| brands | people | interval holds all ranks | mean width |");
    line("|---:|---:|---:|---:|");
    for (int people : new int[] {400, 1_000}) {
      for (int brands : new int[] {5, 20}) {
        VerdictSimulation.Ranks found = simulation(some).ranks(brands, people);
        line(
            String.format(
                Locale.ROOT,
                "| %d | %d | %.3f | %.2f |",
                brands,
                people,
                found.allOpen(),
                found.width()));
      }
    }
  }

  private void insideOut() {
    int some = Math.max(1, runs / 5);
    line("");
    line("## Inside-out: are people outside answered as colleagues are?");
    line("");
    line("Departments that come within 24 h with chances from 0.3 to 0.9, evenly spaced, when");
    line(
        "colleagues ask, and with the same in another order when people ask; so many questions to each");
    line(
        String.format(
            Locale.ROOT, "on each side. Of %,d runs; no interval counts as [-1, 1].", some));
    line("");
    line("| departments | questions | rank correlation | interval holds it | mean width |");
    line("|---:|---:|---:|---:|---:|");
    for (int questions : new int[] {20, 50, 200}) {
      insideOut(some, "1.00", questions, 0, 1, 2, 3, 4);
      insideOut(some, "0.30", questions, 2, 0, 4, 1, 3);
      insideOut(some, "1.00", questions, 0, 1, 2, 3, 4, 5, 6, 7);
      insideOut(some, "0.43", questions, 2, 0, 6, 1, 7, 3, 5, 4);
    }
  }

  private void insideOut(int some, String truth, int questions, int... order) {
    VerdictSimulation.InsideOuts found = simulation(some).insideOut(questions, order);
    line(
        String.format(
            Locale.ROOT,
            "| %d | %d | %s | %.3f | %.2f |",
            order.length,
            questions,
            truth,
            found.held(),
            found.width()));
  }

  private void silos() {
    int some = Math.max(1, runs / 2);
    line("");
    line("## Silos: do departments keep to themselves?");
    line("");
    line(
        "Members are in contact at random, the busy more often; those of the first department so many times as busy");
    line(
        "as others, pairs of one department so many times as likely as others. How often departments are called");
    line(String.format(Locale.ROOT, "silos, of %,d runs.", some));
    line("");
    line("| departments | first is busier | preference for the own | contacts | SILO |");
    line("|---|---:|---:|---:|---:|");
    for (int contacts : new int[] {60, 400}) {
      for (double busy : new double[] {1, 6, 15}) {
        silos(some, busy, 1, contacts, 6, 6, 6);
        silos(some, busy, 1, contacts, 4, 8, 20);
      }
    }
    silos(some, 6, 1, 400, 10, 10, 10, 10);
    for (int contacts : new int[] {60, 400}) {
      for (double busy : new double[] {1, 6}) {
        silos(some, busy, 2, contacts, 6, 6, 6);
        silos(some, busy, 2, contacts, 4, 8, 20);
      }
    }
  }

  private void silos(int some, double busy, double preference, int contacts, int... sizes) {
    line(
        String.format(
            Locale.ROOT,
            "| %s | %.0f times | %s | %d | %.3f |",
            Arrays.stream(sizes).mapToObj(String::valueOf).collect(Collectors.joining(", ")),
            busy,
            preference == 1 ? "none" : String.format(Locale.ROOT, "%.0f times", preference),
            contacts,
            simulation(some).silos(busy, preference, contacts, sizes)));
  }

  private void reciprocity() {
    int some = Math.max(1, runs / 25);
    line("");
    line("## Ties that are returned: what does chance make of it?");
    line("");
    line(
        "People answer each other at random, 10 times each on average, some far more than others. In rooms (a world");
    line(
        String.format(
            Locale.ROOT,
            "that breaks what is taken for granted) they meet only who is there. Means of %,d runs.",
            some));
    line("");
    line("| people | sd of log activity | rooms | returned | expected | density |");
    line("|---:|---:|---:|---:|---:|---:|");
    returned(some, 100, 0, 1);
    returned(some, 100, 1.5, 1);
    returned(some, 500, 1.5, 1);
    returned(some, 100, 1.5, 5);
  }

  private void returned(int some, int people, double spread, int rooms) {
    VerdictSimulation.Returned found = simulation(some).returned(people, spread, rooms);
    line(
        String.format(
            Locale.ROOT,
            "| %d | %.1f | %d | %.3f | %.3f | %.3f |",
            people,
            spread,
            rooms,
            found.reciprocity(),
            found.expected(),
            found.density()));
  }

  private void homeRuns() {
    int some = Math.max(1, runs / 5);
    line("");
    line("## Home runs: what has the top post where all are alike?");
    line("");
    line(
        String.format(
            Locale.ROOT,
            "30 posts that do not differ get 90 threads of three comments. Means of %,d runs.",
            some));
    line("");
    line("| comments say what they reply to | top post | expected |");
    line("|---|---:|---:|");
    for (boolean isFlat : new boolean[] {false, true}) {
      VerdictSimulation.HomeRuns found = simulation(some).homeRuns(isFlat);
      line(
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %.3f |",
              isFlat ? "no (breaks what is taken for granted)" : "yes",
              found.top(),
              found.expected()));
    }
  }

  private void bursts() {
    int some = Math.max(1, runs * 3 / 10);
    OfficeHours office = OfficeHours.parse("Mon-Fri 08:00-16:00 UTC");
    OfficeHours lunch = OfficeHours.parse("Mon-Fri 08:00-11:00,13:00-16:00 UTC");
    OfficeHours always = OfficeHours.parse("Mon-Sun 00:00-24:00 UTC");
    line("");
    line("## Burstiness: are random messages called bursty or regular?");
    line("");
    line(
        String.format(
            Locale.ROOT,
            "Half a year of messages at random (four weeks of 80 a day), told by the hours given, Mon-Fri 08:00-16:00 unless said. Of %,d runs.",
            some));
    line("");
    line("| messages | written | BURSTY | REGULAR |");
    line("|---|---|---:|---:|");
    for (int aDay : new int[] {3, 8, 80}) {
      int days = aDay == 80 ? 28 : 182;
      String messages = aDay + " a day at random";
      bursts(messages, "in these hours", simulation(some).bursts(aDay, days, office, office));
      bursts(messages, "day and night", simulation(some).bursts(aDay, days, always, office));
      bursts(
          messages,
          "day and night, hours of day and night given",
          simulation(some).bursts(aDay, days, always, always));
      bursts(
          messages,
          "not at noon, 11 to 13 (breaks what is taken for granted)",
          simulation(some).bursts(aDay, days, lunch, office));
    }
    VerdictSimulation uneven = simulation(some);
    bursts(
        "200 at lognormal intervals, sd 1.2",
        "in these hours",
        uneven.bursts(office, () -> 4 * Math.exp(1.2 * uneven.random().nextGaussian())));
    VerdictSimulation even = simulation(some);
    bursts(
        "200 at intervals of 0 to 16 h, all alike",
        "in these hours",
        even.bursts(office, () -> 16 * even.random().nextDouble()));
  }

  private void bursts(String messages, String written, VerdictSimulation.Bursts found) {
    line(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.3f | %.3f |",
            messages,
            written,
            found.bursty(),
            found.regular()));
  }

  private void members() {
    int some = Math.max(1, runs / 2);
    line("");
    line("## Members in effect: does a small brand look less even?");
    line("");
    line(
        "Members write so many messages, all alike or the k-th with a chance of 1/k. In a row (a world that breaks");
    line(
        String.format(
            Locale.ROOT,
            "what is taken for granted): who writes writes five in a row, in conversations apart. Of %,d runs.",
            some));
    line("");
    line("| members | messages | chances | truth | found on average | interval holds it |");
    line("|---:|---:|---|---:|---:|---:|");
    for (int members : new int[] {5, 30, 100}) {
      for (int messages : new int[] {30, 100, 300}) {
        members(some, members, messages, 0, 1);
        members(some, members, messages, 1, 1);
      }
    }
    members(some, 30, 300, 0, 5);
  }

  private void members(int some, int members, int messages, double slope, int inARow) {
    VerdictSimulation.Members found = simulation(some).members(members, messages, slope, inARow);
    line(
        String.format(
            Locale.ROOT,
            "| %d | %d | %s | %.1f | %.1f | %.3f |",
            members,
            messages,
            (slope == 0 ? "alike" : "1/k") + (inARow == 1 ? "" : ", five in a row"),
            found.truth(),
            found.mean(),
            found.held()));
  }

  private void silences() {
    line("");
    line("## Unusual silences, where nothing is unusual");
    line("");
    line(
        "A brand writes every so many days, its silences more or less alike in length. How often the silence at hand");
    line("has a share below 0.05.");
    line("");
    line("| every | sd of log silences | below 0.05 |");
    line("|---:|---:|---:|");
    for (double days : new double[] {3, 10}) {
      for (double spread : new double[] {0.5, 1, 1.5}) {
        line(
            String.format(
                Locale.ROOT,
                "| %.0f days | %.1f | %.3f |",
                days,
                spread,
                simulation(runs).silences(days, spread)));
      }
    }
  }

  private static VerdictSimulation simulation(int runs) {
    return new VerdictSimulation(SEED, runs);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
