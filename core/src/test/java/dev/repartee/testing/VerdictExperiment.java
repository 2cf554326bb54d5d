package dev.repartee.testing;

import dev.repartee.openness.OpennessSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

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
        "A verdict is a claim, and should seldom be made where it is false and often where it is true.");
    line("Here the truth is known, because it was put in.");
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
        "People complain one to three times and come round after 10 days on average, some sooner and some");
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

  private static VerdictSimulation simulation(int runs) {
    return new VerdictSimulation(SEED, runs);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
