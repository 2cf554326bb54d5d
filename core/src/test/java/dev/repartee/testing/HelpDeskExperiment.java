package dev.repartee.testing;

import dev.repartee.testing.CoverageSimulation.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Writes what {@link HelpDeskSimulation} finds as a table in Markdown, the page of documentation
 * that {@code docs/time.md} of this module is.
 */
public final class HelpDeskExperiment {
  private static final int SEED = 2009;

  private final StringBuilder page = new StringBuilder();
  private final int runs;

  private HelpDeskExperiment(int runs) {
    this.runs = runs;
  }

  /**
   * Runs the experiment.
   *
   * @param args the file to write, and how many runs, 200 unless told
   */
  public static void main(String[] args) throws IOException {
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    Files.writeString(Path.of(args[0]), new HelpDeskExperiment(runs).write());
  }

  private String write() {
    line("# Do the intervals know that waits pile up?");
    line("");
    line("You may rely on this:");
    line("");
    line(
        "- From 10 weeks on, a 95 % interval of how fast you answer speaks of other people **in other weeks**, answered");
    line(
        "  by the same staff. Where nothing changes it holds the truth in 91 to 97 of 100 cases, and two equal halves of a");
    line("  quarter differ by the log-rank test in 3 to 7.");
    line(
        "- So it is at a desk that is busy 90 % of the time, too, where a backlog lasts for days and reaches into the next");
    line("  week; there intervals are some ten times as wide as most programs print them.");
    line(
        "- Where waits do not hang on time, intervals are hardly wider than they need be: they hold in 95 to 97.");
    line(
        "- With fewer than 10 weeks the result says `few weeks`, and no verdict on waits is given: a promise is UNPROVEN.");
    line(
        "- From 10 weeks on a promise that is met exactly, no more and no less, gets a verdict in 2 to 9 of 100 cases.");
    line(
        "- Within a single week the interval speaks of other people in the same week. Nothing in it tells of the next.");
    line("");
    line(
        "Why: whoever asks while many wait, waits long, and so does whoever asks next. A hundred such waits tell less");
    line(
        "than a hundred that do not know each other. So everything is counted in 32 groups by week too, beside those by");
    line(
        "person and by conversation. Weeks, or runs of two or four weeks, rule where they scatter more than chance makes");
    line(
        "them (`Replicates`); where they do, the result says so: `deff 9.1 by week`. All calendar weeks begin on Monday, in UTC.");
    line("");
    line(
        "Here the truth is known, because it was put in: a help desk in which nothing ever changes. Requests come at");
    line(
        "random, so many a day, and are handled first come, first served by a few agents, whose time is taken to the share");
    line(
        "that *load* tells. One request in five is of somebody who asked before; d is the time within which 80 % are");
    line(
        "answered in the long run. *Covers* should be 0.95, *differ*, *trend* and *verdict* 0.05. In *italics* what `asIndependent()`");
    line(
        "gives, and most programs. *Independent* waits are drawn from all of the long run, so that neighbours do not share.");
    line("");
    line(
        String.format(
            Locale.ROOT,
            "Every share is one of %,d runs, seed %d; one near 0.95 or 0.05 is itself known to %.2f. Rows of 364 days are of a fifth as many.",
            runs,
            SEED,
            1.96 * Math.sqrt(0.05 * 0.95 / runs)));
    line("This page is written by a program, from the top of the repository:");
    line("");
    line("```");
    line("mvn -q -pl core test-compile exec:java -Dexec.skip=false -Dexec.classpathScope=test \\");
    line(
        "    -Dexec.mainClass=dev.repartee.testing.HelpDeskExperiment -Dexec.args=core/docs/time.md");
    line("```");
    line("");
    line(
        "| a day, agents, load | days | `within(d)` covers | median covers | halves differ: log-rank | halves differ: `within(d)` | trend over months | promise exactly met has a verdict |");
    line("|---|---:|---:|---:|---:|---:|---:|---:|");
    rows(100, 3, 0.7, false, 28, 91, 364);
    rows(100, 3, 0.9, false, 28, 91, 364);
    rows(30, 2, 0.8, false, 91);
    rows(100, 3, 0.9, true, 28, 91);
    rows(30, 2, 0.8, true, 91);
    return page.toString();
  }

  private void rows(double perDay, int agents, double load, boolean areIndependent, int... days) {
    HelpDeskSimulation desk = new HelpDeskSimulation(perDay, agents, load, areIndependent, SEED);
    for (int each : days) {
      Map<String, Share> found = desk.of(each, each > 100 ? runs / 5 : runs);
      StringBuilder row =
          new StringBuilder(
              String.format(
                  Locale.ROOT,
                  "| %.0f, %d, %.1f%s | %d |",
                  perDay,
                  agents,
                  load,
                  areIndependent ? ", independent" : "",
                  each));
      for (Share share : found.values()) {
        row.append(
            String.format(
                Locale.ROOT, " %.3f *%.3f* |", share.byReplicates(), share.asIndependent()));
      }
      line(row.toString());
    }
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
