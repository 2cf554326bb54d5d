package dev.repartee.testing;

import dev.repartee.testing.WatchSimulation.Found;
import dev.repartee.testing.WatchSimulation.Result;
import dev.repartee.testing.WatchSimulation.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what {@link WatchSimulation} finds as the page {@code docs/watch.md} of this module. */
public final class WatchExperiment {
  private static final int SEED = 2009;
  private static final int LONG_RUN = 10_000_000;

  /** Of 0.80 this leaves 0.70. */
  private static final double TEN_POINTS = 0.1 / 0.8;

  private final StringBuilder page = new StringBuilder();
  private final int runs;

  private WatchExperiment(int runs) {
    this.runs = runs;
  }

  /**
   * Runs the experiment.
   *
   * @param args the file to write, and how many runs, 400 unless told
   */
  public static void main(String[] args) throws IOException {
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 400;
    Files.writeString(Path.of(args[0]), new WatchExperiment(runs).write());
  }

  private String write() {
    text(
        """
        # May an alarm be looked at every night?

        **You may rely on this:** a promise that is kept exactly raises the alarm of a `Watch` in fewer than 5 of 100 years of
        nightly looks. That holds where exchanges are independent, where a backlog lasts for days, where a few persons write a
        third of everything, where weekends are worse, and where one day in a hundred is lost.
        **Do not rely on it:** that a fall is noticed soon where waits pile up. At a desk that is busy 90 % of the time, whole weeks
        are good or bad by chance, and half a year does not tell a fall of 10 points from that. Nor that a fall of a few points
        is noticed, nor that the first 8 weeks tell of backlogs that last for months. Nor on 5 of 100 with bounds near 1 where waits
        pile up: with one of 0.95, 7 of 100 years at the desk of load 0.9 had a false alarm (400 years, not in the table).

        A test at 5 % that is looked at every night fails sooner or later, whatever happens. Here nothing ever changes: 0.80 are
        met in the long run, and 0.80 were promised. *False alarm* is the share of years in which one is raised on any of 364
        nights, the first 8 weeks excepted; in the last column, of three years in a row. Then, in the same years, one in eight of
        what is met is missed from the middle of the year on, so that 0.70 are left. *Found* is the share of years in which that is
        noticed by the end of the year, *days* the median time until then, of years without an alarm before.

        """);
    line(
        String.format(
            Locale.ROOT,
            "Every share is one of %,d years, seed %d; one near 0.05 is itself known to %.3f. Three years are of a quarter as many.",
            runs,
            SEED,
            1.96 * Math.sqrt(0.05 * 0.95 / runs)));
    text(
        """
        This page is written by a program, from the top of the repository:

        ```
        mvn -q -pl core test-compile exec:java -Dexec.skip=false -Dexec.classpathScope=test \\
            -Dexec.mainClass=dev.repartee.testing.WatchExperiment -Dexec.args=core/docs/watch.md
        ```

        At a *desk*, requests come at random, so many a day, and are handled first come, first served by a few agents, whose time
        is taken to the share that *load* tells. *Persons*: three in ten exchanges are of five persons who each fare the same for
        a week. *Weekends*: the share is 20 points smaller there. *Bad days*: on one day in a hundred only a fifth is met.

        For comparison, in *italics*, an alarm on the sum since the beginning (Robbins' normal mixture) by blocks of a day and of
        a week. Days are not enough where waits pile up; weeks hold, and are slow.

        | world | `Watch`: false alarm | found | days | *blocks of a day: false alarm, found, days* | *blocks of a week: false alarm, found, days* | `Watch`: false alarm in 3 years |
        |---|---:|---:|---:|---:|---:|---:|
        """);
    row("20 a day, independent", WatchSimulation.independent(20, 0.8, SEED));
    row("200 a day, independent", WatchSimulation.independent(200, 0.8, SEED));
    row("desk, 100 a day, 3 agents, load 0.7", desk(100, 3, 0.7, 0));
    row("desk, 100 a day, 3 agents, load 0.9", desk(100, 3, 0.9, 0));
    row("desk, 30 a day, 2 agents, load 0.8", desk(30, 2, 0.8, 0));
    row("desk, 100 a day, 3 agents, load 0.8, days vary by 25 %", desk(100, 3, 0.8, 0.25));
    row("persons, 100 a day", WatchSimulation.persons(100, 0.3, SEED));
    row("weekends, 100 a day", WatchSimulation.weekends(100, 0.8, 0.2, SEED));
    row("bad days, 200 a day", WatchSimulation.badDays(200, SEED));
    text(
        """

        ## Where more was met than promised

        The same alarms where 0.90 are met for half a year and 0.70 after that. A sum since the beginning first pays back what it
        saved; the watch looks at every day on which a fall may have begun.

        | world | `Watch`: found | days | *blocks of a day: found, days* | *blocks of a week: found, days* |
        |---|---:|---:|---:|---:|
        """);
    rowFromAbove(20);
    rowFromAbove(200);
    text(
        """

        ## Sources

        - H. Robbins, 1970, "Statistical Methods Related to the Law of the Iterated Logarithm": an alarm whose chance is bounded for ever.
        - A. N. Shiryaev, 1963, "On Optimum Methods in Quickest Detection Problems": the mean over days on which a change may have begun.
        - A. Ramdas, P. Grünwald, V. Vovk, G. Shafer, 2023, "Game-Theoretic Statistics and Safe Anytime-Valid Inference".
        - C. J. Geyer, 1992, "Practical Markov Chain Monte Carlo": how far the memory of a series reaches.
        """);
    return page.toString();
  }

  private static World desk(double perDay, int agents, double load, double varying) {
    return WatchSimulation.desk(perDay, agents, load, varying, LONG_RUN, SEED);
  }

  private void row(String name, World world) {
    WatchSimulation simulation = new WatchSimulation(world, SEED);
    Result result = simulation.of(runs, TEN_POINTS);
    Found watch = result.watch();
    line(
        String.format(
            Locale.ROOT,
            "| %s | %.3f | %.2f | %s | *%s* | *%s* | %.3f |",
            name,
            watch.cried(),
            watch.found(),
            days(watch),
            cried(result.byDay()),
            cried(result.byWeek()),
            simulation.cried(runs / 4, 3)));
  }

  private void rowFromAbove(int perDay) {
    World world = WatchSimulation.independent(perDay, 0.9, SEED);
    Result result = new WatchSimulation(world, SEED).of(runs, 0.2 / 0.9);
    Found watch = result.watch();
    line(
        String.format(
            Locale.ROOT,
            "| %d a day, independent | %.2f | %s | *%s* | *%s* |",
            perDay,
            watch.found(),
            days(watch),
            found(result.byDay()),
            found(result.byWeek())));
  }

  private static String cried(Found found) {
    return String.format(Locale.ROOT, "%.3f, ", found.cried()) + found(found);
  }

  private static String found(Found found) {
    return String.format(Locale.ROOT, "%.2f, %s", found.found(), days(found));
  }

  private static String days(Found found) {
    return found.delay().isPresent() ? String.valueOf(found.delay().getAsInt()) : "-";
  }

  private void text(String text) {
    page.append(text);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
