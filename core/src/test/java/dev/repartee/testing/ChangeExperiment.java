package dev.repartee.testing;

import dev.repartee.testing.ChangeSimulation.Power;
import dev.repartee.testing.ChangeSimulation.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Writes what {@link ChangeSimulation} finds as the page {@code docs/changes.md} of this module.
 */
public final class ChangeExperiment {
  private static final int SEED = 1898;

  private final StringBuilder page = new StringBuilder();
  private final int runs;

  private ChangeExperiment(int runs) {
    this.runs = runs;
  }

  /**
   * Runs the experiment.
   *
   * @param args the file to write, and how many runs, 2000 unless told
   */
  public static void main(String[] args) throws IOException {
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    Files.writeString(Path.of(args[0]), new ChangeExperiment(runs).write());
  }

  private String write() {
    page.append(
        """
        # Are changes of level found, and only changes?

        **You may rely on this:** in a year of weeks in which nothing changes, a change is told in at most 5 of 100 cases:
        in restless series, where a week resembles the one before, with a holiday fortnight at the end and with a last week
        that is not over. So is it with a season, from two years on. A fall of 40 % is dated within a week or two.
        **Do not rely on it:** that a small change is found, that one of the last three weeks is seen at all, or that a change
        in less than two years of data is none of the season. Two worlds break what it assumes: where a week resembles the
        one before by 0.6, and where there is no level because it grows all the time; there it tells of changes. So it does
        in months of less than five years that have a season and memory. And where a fall is so small that it is found in
        one year of six, the levels of those that are found lie too far apart.

        Counts are Poisson. Restless: each period has a mean of its own, by a standard deviation of 0.3 on the logarithm;
        with memory these are correlated by 0.3 from one period to the next. Holidays have 0.3 of the mean for two weeks,
        which are the last of the year and so of the series. The season goes up and down by 30 %; days have a weekend of
        0.3 of the mean.

        """);
    page.append(
        String.format(
            Locale.ROOT,
            "Every share is one of %,d series, seed %d; one near 0.05 is itself known to %.2f.%n",
            runs,
            SEED,
            1.96 * Math.sqrt(0.05 * 0.95 / runs)));
    page.append(
        """
        This page is written by a program, from the top of the repository:

        ```
        mvn -q -pl core test-compile exec:java -Dexec.skip=false -Dexec.classpathScope=test \\
            -Dexec.mainClass=dev.repartee.testing.ChangeExperiment -Dexec.args=core/docs/changes.md
        ```

        ## Nothing changes

        | world | series | mean 10 | mean 50 | mean 200 |
        |---|---|---:|---:|---:|
        """);
    for (World world : World.values()) {
      boolean hasRhythm = world == World.RHYTHM || world == World.RHYTHM_AND_MEMORY;
      for (int weeks : hasRhythm ? new int[] {104, 156} : new int[] {26, 52, 104}) {
        alarms(world, ChronoUnit.WEEKS, weeks);
      }
      if (world != World.HOLIDAY && world != World.INCOMPLETE) {
        alarms(world, ChronoUnit.DAYS, 182);
      }
      if (hasRhythm) {
        alarms(world, ChronoUnit.DAYS, 364);
        alarms(world, ChronoUnit.MONTHS, 24);
        alarms(world, ChronoUnit.MONTHS, 36);
        alarms(world, ChronoUnit.MONTHS, 120);
      }
    }
    page.append(
        """

        Shares of 0.1, 0.5 and 0.9 of 1 to 40 trials a week, in a year of weeks:\
        """);
    for (double share : new double[] {0.1, 0.5, 0.9}) {
      page.append(
          String.format(
              Locale.ROOT,
              " %.3f",
              new ChangeSimulation(World.PLAIN, ChronoUnit.WEEKS, SEED)
                  .falseAlarmsOfShares(52, share, 40, runs)));
    }
    page.append(
        """
        .

        ## What has just stopped

        A restless year of weeks of 50, and nothing in the last 3, 4, 5, 6 or 8 of them. Seen:\
        """);
    for (int last : new int[] {3, 4, 5, 6, 8}) {
      page.append(
          String.format(
              Locale.ROOT,
              " %.2f",
              new ChangeSimulation(World.RESTLESS, ChronoUnit.WEEKS, SEED)
                  .seen(52, 50, last, runs / 4)));
    }
    page.append(".\n");
    page.append(
        """

        ## A fall for good

        A restless year of weeks, with a fall in its second half but for the last fifth. Found: within four weeks. The error
        is the mean distance of its date from the truth, in weeks; then how often the truth lies in the interval of the
        date, how often anything else is told, and how often the intervals of both levels hold the truth where nothing else is.

        | falls by | a week before | found | error | in the interval | more told | levels held |
        |---:|---:|---:|---:|---:|---:|---:|
        """);
    for (double fall : new double[] {0.2, 0.4, 0.6}) {
      for (double mean : new double[] {10, 50, 200}) {
        Power power =
            new ChangeSimulation(World.RESTLESS, ChronoUnit.WEEKS, SEED)
                .power(52, mean, 1 - fall, runs);
        page.append(
            String.format(
                Locale.ROOT,
                "| %.0f %% | %.0f | %.2f | %.1f | %.2f | %.2f | %.2f |%n",
                100 * fall,
                mean,
                power.found(),
                power.error(),
                power.covered(),
                power.more(),
                power.levels()));
      }
    }
    return page.toString();
  }

  private void alarms(World world, ChronoUnit unit, int n) {
    page.append(
        String.format(
            Locale.ROOT,
            "| %s | %d %s |",
            world.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            n,
            unit.name().toLowerCase(Locale.ROOT)));
    for (double mean : new double[] {10, 50, 200}) {
      // Days take longer, and there are more of them.
      int some = unit == ChronoUnit.DAYS ? runs / 4 : runs;
      double share = new ChangeSimulation(world, unit, SEED).falseAlarms(n, mean, some);
      page.append(String.format(Locale.ROOT, " %.3f |", share));
    }
    page.append('\n');
  }
}
