package dev.repartee.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what {@link FunnelSimulation} finds: {@code docs/funnel.md} of this module. */
public final class FunnelExperiment {
  private static final int PEOPLE = 20_000;
  private static final int RUNS = 200;

  private FunnelExperiment() {}

  /**
   * Runs the experiment.
   *
   * @param args the file to write
   */
  public static void main(String[] args) throws IOException {
    FunnelSimulation found = new FunnelSimulation(PEOPLE, RUNS);
    String page =
        String.format(
            Locale.ROOT,
            """
        # Does a funnel claim too little, or too much?

        People who began lately have had little time. A share of all who began counts them as lost.

        Here the truth is known, because it was put in: %,d people begin at any time in 60 days, 30 %% of them come through
        in the end, after 15 days on average (exponential), and the log ends with the 60 days. Within 30 days %.5f come
        through. Means of %d runs, seeds 0 to %d:

        | what | finds |
        |---|---:|
        | `shareSoFar()`, window of 30 days | %.4f |
        | `mature()`, window of 30 days: only who began 30 days before the end or earlier | %.4f |
        | `within(30 d)`: all, counted as long as watched | %.4f |

        The 95 %% interval of `within(30 d)` holds the truth in %.3f of the runs. Of the 30 %% in the end nothing is said:
        `within(61 d)` is defined in %d of the runs, because nobody was watched so long.

        This page is written by a program, from the top of the repository:

        ```
        mvn -q -pl core test-compile exec:java -Dexec.skip=false -Dexec.classpathScope=test \\
            -Dexec.mainClass=dev.repartee.testing.FunnelExperiment -Dexec.args=core/docs/funnel.md
        ```
        """,
            PEOPLE,
            FunnelSimulation.TRUTH,
            RUNS,
            RUNS - 1,
            found.naive(),
            found.mature(),
            found.within(),
            found.coverage(),
            found.claimed());
    Files.writeString(Path.of(args[0]), page);
  }
}
