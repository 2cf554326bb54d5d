package dev.repartee.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what {@link SpikeSimulation} finds as the page {@code docs/spikes.md} of this module. */
public final class SpikeExperiment {
  private static final int SEED = 2009;

  private final StringBuilder page = new StringBuilder();
  private final int runs;

  private SpikeExperiment(int runs) {
    this.runs = runs;
  }

  /**
   * Runs the experiment.
   *
   * @param args the file to write, and how many runs, 2000 unless told
   */
  public static void main(String[] args) throws IOException {
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    Files.writeString(Path.of(args[0]), new SpikeExperiment(runs).write());
  }

  private String write() {
    line("# Are spikes found, and only spikes?");
    line("");
    line(
        "**You may rely on this:** a day that is told as a spike is out of the ordinary in at least 19 of 20 years, weekly");
    line(
        "rhythm, restless days and steady growth of up to 5 % a week allowed for; of 10 % a week in 9 of 10 half-years.");
    line(
        "**Do not rely on it:** that every spike is told (restless series hide days of five times the mean), that a spike of");
    line(
        "the last three weeks is over and no new level, or that growth goes on: it cannot be told from a season.");
    line("");
    line(
        "Years of 365 days with a weekly rhythm: five busy days and a weekend of about half the mean, or of a seventh.");
    line(
        "Counts scatter by the negative binomial distribution: variance mu + dispersion mu², so that at");
    line(
        "dispersion 1 most days are far from their mean. No day is special: whatever is raised is a false alarm.");
    line("");
    line("Then one day of each year, any, has many times its mean.");
    line("");
    line(
        String.format(
            Locale.ROOT,
            "Every share is one of %,d years, seed %d; one near 0.05 or 0.95 is itself known to %.2f.",
            runs,
            SEED,
            1.96 * Math.sqrt(0.05 * 0.95 / runs)));
    line("This page is written by a program, from the top of the repository:");
    line("");
    line("```");
    line("mvn -q -pl core test-compile exec:java -Dexec.skip=false -Dexec.classpathScope=test \\");
    line(
        "    -Dexec.mainClass=dev.repartee.testing.SpikeExperiment -Dexec.args=core/docs/spikes.md");
    line("```");
    line("");
    line(
        "| weekend | mean a day | dispersion | years with a false alarm | day of 5 times found | of 10 | of 20 |");
    line("|---|---:|---:|---:|---:|---:|---:|");
    for (boolean isSteep : new boolean[] {false, true}) {
      for (double mean : new double[] {10, 100}) {
        for (double dispersion : new double[] {0, 0.2, 0.5, 1.0}) {
          row(mean, dispersion, isSteep);
        }
      }
    }
    growing();
    growth();
    return page.toString();
  }

  private void row(double mean, double dispersion, boolean isSteep) {
    SpikeSimulation years = new SpikeSimulation(mean, Math.max(dispersion, 1e-6), isSteep, SEED);
    line(
        String.format(
            Locale.ROOT,
            "| %s | %.0f | %.1f | %.3f | %.3f | %.3f | %.3f |",
            isSteep ? "a seventh" : "half",
            mean,
            dispersion,
            years.falseAlarms(runs),
            years.found(5, runs),
            years.found(10, runs),
            years.found(20, runs)));
  }

  private void growing() {
    line("");
    line("## Where it grows");
    line("");
    line(
        "Half-years that grow steadily, with so many a day in their middle and a weekend of half the mean. At their ends");
    line(
        "there is only one side to compare with. A step is a day from which on there is three times as much, to the");
    line("end: it is told as a spike as long as nobody can know that it lasts.");
    line("");
    line(
        "| growth a week | mean a day | dispersion | half-years with a false alarm | day of 8 times found | step 3 weeks before the end told |");
    line("|---:|---:|---:|---:|---:|---:|");
    for (double weekly : new double[] {0, 0.05, 0.1}) {
      for (double mean : new double[] {30, 100, 500}) {
        for (double dispersion : new double[] {0, 0.2}) {
          SpikeSimulation half =
              new SpikeSimulation(mean, Math.max(dispersion, 1e-6), false, SEED).growing(weekly);
          line(
              String.format(
                  Locale.ROOT,
                  "| %.2f | %.0f | %.1f | %.3f | %.3f | %.3f |",
                  weekly,
                  mean,
                  dispersion,
                  half.falseAlarms(runs),
                  half.found(8, runs),
                  half.stepsRaised(21, runs)));
        }
      }
    }
  }

  private void growth() {
    line("");
    line("## 95 % intervals of growth that hold the truth");
    line("");
    line(
        "Weekly counts that grow by 2 % a week and scatter by a fifth around that, each week correlated with the");
    line("one before.");
    line("");
    line("| weeks | correlation | holds the truth |");
    line("|---:|---:|---:|");
    for (int weeks : new int[] {12, 26, 52}) {
      for (double memory : new double[] {0, 0.3, 0.6}) {
        double covered = SpikeSimulation.growthCovered(weeks, memory, runs, SEED);
        line(String.format(Locale.ROOT, "| %d | %.1f | %.3f |", weeks, memory, covered));
      }
    }
    line("");
    line("Poisson counts that grow by 5 % a week over 52 weeks; below 3 a week nothing is told.");
    line("");
    line("| mean a week | told and holds the truth |");
    line("|---:|---:|");
    for (double mean : new double[] {3.5, 5, 10, 30}) {
      double covered = SpikeSimulation.growthCovered(mean, runs, SEED);
      line(String.format(Locale.ROOT, "| %.1f | %.3f |", mean, covered));
    }
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
