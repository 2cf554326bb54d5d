package dev.repartee.testing;

import dev.repartee.testing.CoverageSimulation.Attainment;
import dev.repartee.testing.CoverageSimulation.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes what {@link CoverageSimulation} finds as a table in Markdown, the page of documentation
 * that {@code docs/coverage.md} of this module is.
 */
public final class CoverageExperiment {

  private static final int SEED = 2009;

  private final StringBuilder page = new StringBuilder();
  private final int runs;

  private CoverageExperiment(int runs) {
    this.runs = runs;
  }

  /**
   * Runs the experiment.
   *
   * @param args the file to write, and how many runs, 2000 unless told
   */
  public static void main(String[] args) throws IOException {
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    Files.writeString(Path.of(args[0]), new CoverageExperiment(runs).write());
  }

  private String write() {
    line("# Do the intervals keep their word?");
    line("");
    line(
        "**You may rely on this:** a 95 % interval holds the truth in 94 to 97 of 100 cases, from 100 people on, where");
    line(
        "what one person says is much alike; most programs, which take every message for itself, hold it in 74 to 90.");
    line(
        "**Do not rely on it** to speak of other staff, or of what has changed since. How it is where waits pile up in");
    line("time is [a page of its own](time.md), and so are [shares near 0 and 1](extremes.md).");
    line("");
    line(
        "An interval that says 95 % should hold the truth in 95 of 100 cases, and a test at 5 % should find a");
    line(
        "difference in 5 of 100 cases where there is none. Here the truth is known, because it was put in: people of");
    line(
        "3 exchanges on average (most have 1 or 2, few have many), of which any two of one person correlate as given;");
    line(
        "60 % are answered within 4 h; each exchange is watched for 1 to 12 h, and may still wait when last seen.");
    line("");
    line(
        "*By replicates* is what the library gives. *As independent* is what `asIndependent()` gives, and most programs:");
    line("Wilson's interval, Greenwood's band, the classical log-rank test.");
    line("");
    line(
        String.format(
            Locale.ROOT,
            "Every share is one of %,d runs, seed %d; one near 0.95 or 0.05 is itself known to %.2f.",
            runs,
            SEED,
            1.96 * Math.sqrt(0.05 * 0.95 / runs)));
    line("This page is written by a program, from the top of the repository:");
    line("");
    line("```");
    line("mvn -q -pl core test-compile exec:java -Dexec.skip=false -Dexec.classpathScope=test \\");
    line(
        "    -Dexec.mainClass=dev.repartee.testing.CoverageExperiment -Dexec.args=core/docs/coverage.md");
    line("```");
    coverage();
    closings();
    differences();
    tests();
    attainment();
    return page.toString();
  }

  private void coverage() {
    table("## 95 % intervals that hold the truth", "of");
    for (double correlation : new double[] {0.2, 0.5}) {
      for (int people : new int[] {100, 300, 1_000}) {
        simulation(correlation)
            .coverage(people, runs)
            .forEach((name, share) -> row(name, people + " people", correlation, share));
      }
    }
  }

  private void closings() {
    table("## 95 % intervals that hold the truth, where waits may end without an answer", "of");
    for (double correlation : new double[] {0.2, 0.5}) {
      for (int people : new int[] {60, 200}) {
        new ClosingSimulation(correlation, SEED)
            .coverage(people, runs)
            .forEach((name, share) -> row(name, people + " people", correlation, share));
      }
    }
    line("");
    line(
        "People ask 3 times on average; of their questions 60 % are answered, half of the others closed without an answer,");
    line(
        "in 10 h; who is answered rates, and of what is closed some is opened again. What one person meets is alike.");
    line("*As independent* is the same log in which each question is of somebody else.");
  }

  private void differences() {
    table("## 95 % intervals of a difference that hold 0, where nothing differs", "of");
    for (double correlation : new double[] {0.2, 0.5}) {
      for (int others : new int[] {200, 40}) {
        simulation(correlation)
            .differences(400 - others, others, runs)
            .forEach(
                (name, share) ->
                    row(name, (400 - others) + " and " + others + " people", correlation, share));
      }
      row(
          "difference of `within(4 h)`, leaving people out on both sides",
          "400 people, on both sides",
          correlation,
          simulation(correlation).pairedDifference(400, runs));
    }
  }

  private void tests() {
    table("## Tests at 5 % that find a difference, where there is none", "test");
    for (double correlation : new double[] {0.2, 0.5}) {
      for (int others : new int[] {200, 40}) {
        row(
            "log-rank",
            (400 - others) + " and " + others + " people",
            correlation,
            simulation(correlation).logRank(400 - others, others, runs));
      }
      row(
          "log-rank",
          "400 people, on both sides",
          correlation,
          simulation(correlation).trend(400, 2, runs));
      row(
          "trend",
          "400 people, in 12 cohorts",
          correlation,
          simulation(correlation).trend(400, 12, runs));
    }
  }

  private void attainment() {
    Attainment found = simulation(0.2).attainment(runs);
    line("");
    line("## Was a target of 8 h kept, two days on?");
    line("");
    line(
        "300 people began to wait at any time in two days; 80 % are answered within 8 h. The truth is 0.80.");
    line("");
    line("| in time, of | finds on average |");
    line("|---|---:|");
    line(
        String.format(
            Locale.ROOT, "| those whose 8 h are over (`attainment()`) | %.3f |", found.amongDue()));
    line(String.format(Locale.ROOT, "| those who were answered | %.3f |", found.ofAnswered()));
    line(String.format(Locale.ROOT, "| all | %.3f |", found.ofAll()));
    line("");
    line(
        String.format(
            Locale.ROOT,
            "The 95 %% interval of `attainment()` holds 0.80 in %.3f of the runs.",
            found.covered()));
  }

  private static CoverageSimulation simulation(double correlation) {
    return new CoverageSimulation(correlation, SEED);
  }

  private void table(String title, String first) {
    line("");
    line(title);
    line("");
    line("| " + first + " | from | correlation | by replicates | as independent |");
    line("|---|---|---:|---:|---:|");
  }

  private void row(String name, String setting, double correlation, Share share) {
    line(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.1f | %.3f | %.3f |",
            name,
            setting,
            correlation,
            share.byReplicates(),
            share.asIndependent()));
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
