package dev.repartee.testing;

import dev.repartee.measure.Groups;
import dev.repartee.stats.Interval;
import dev.repartee.stats.Proportion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How well intervals of shares near 0 and 1 hold, with the truth known: people in replicate groups,
 * each with trials that may be all alike. Writes {@code docs/extremes.md} of this module.
 */
public final class ExtremesExperiment {
  private static final long SEED = 2009;
  private static final int[] PERSONS = {10, 30, 100, 300, 1_000, 2_750};
  private static final double[] SHARES = {0.001, 0.01, 0.05, 0.5, 0.95, 0.99};

  private ExtremesExperiment() {}

  /** Who does how much, and how much one person's trials are alike. */
  enum World {
    /** Everybody has one trial. */
    ONE_EACH("one each", 0),
    /** Geometric numbers of trials, three on average, a fifth of people all alike. */
    SOME("three each, correlation 0.2", 0.2),
    /** The same, all that one person does being alike. */
    ALIKE("three each, all alike", 1);

    private final String text;
    private final double correlation;

    World(String text, double correlation) {
      this.text = text;
      this.correlation = correlation;
    }
  }

  /** A share of people in groups, drawn anew. */
  static Proportion draw(World world, int persons, double share, SplittableRandom random) {
    long[] hits = new long[Groups.COUNT];
    long[] trials = new long[Groups.COUNT];
    for (int person = 0; person < persons; person++) {
      int group = random.nextInt(Groups.COUNT);
      int size = world == World.ONE_EACH ? 1 : geometric(random);
      boolean isAlike = random.nextDouble() < world.correlation;
      boolean all = random.nextDouble() < share;
      for (int i = 0; i < size; i++) {
        trials[group]++;
        hits[group] += (isAlike ? all : random.nextDouble() < share) ? 1 : 0;
      }
    }
    return Proportion.clustered(hits, trials);
  }

  private static int geometric(SplittableRandom random) {
    int size = 1;
    while (random.nextInt(3) > 0) {
      size++;
    }
    return size;
  }

  /** In which part of some runs the interval, where there is one, holds the truth. */
  static double coverage(World world, int persons, double share, int runs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int held = 0;
    int all = 0;
    for (int run = 0; run < runs; run++) {
      Optional<Interval> found = draw(world, persons, share, random).interval();
      if (found.isPresent()) {
        all++;
        held += found.get().low() <= share && share <= found.get().high() ? 1 : 0;
      }
    }
    return (double) held / all;
  }

  /**
   * Runs the experiment.
   *
   * @param args the file to write, and how many runs, 2000 unless told
   */
  public static void main(String[] args) throws IOException {
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    Files.writeString(Path.of(args[0]), write(runs));
  }

  private static String write(int runs) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # What intervals say where all or none succeed

        You may rely on a share of 0 or 1: its interval is as narrow as the number of people behind it allows, and
        never much wider than that of a share with one exception. Of 2,750 people of whom nobody was answered it
        ends at 0.0016, of 100 at about 0.04. Where only one or two of a hundred succeed, and where all that one person
        does is alike and hardly anybody does it, intervals of 95 % hold in some 90 to 93 %.

        Where nothing varies, no variance can be estimated; what one person does is then taken to be all alike, and
        the interval is Wilson's with the effective number of persons, which follows from how unequal the replicate
        groups are. With every success more the groups are trusted more to show themselves how alike it is
        (`Proportion`).

        Each number is the part of RUNS runs, seed 2009, in which the 95 % interval held the truth. This page is
        written by a program, from the top of the repository:

        ```
        mvn -q -pl core test-compile exec:java -Dexec.skip=false -Dexec.classpathScope=test \\
            -Dexec.mainClass=dev.repartee.testing.ExtremesExperiment -Dexec.args=core/docs/extremes.md
        ```
        """
            .replace("RUNS", String.format(Locale.ROOT, "%,d", runs)));
    for (World world : World.values()) {
      page.append("\n## Trials: ").append(world.text).append("\n\n| people |");
      for (double share : SHARES) {
        page.append(" truth ").append(share).append(" |");
      }
      page.append("\n|---:|").append("---:|".repeat(SHARES.length)).append('\n');
      for (int persons : PERSONS) {
        page.append("| ").append(persons).append(" |");
        for (double share : SHARES) {
          page.append(
              String.format(
                  Locale.ROOT, " %.3f |", coverage(world, persons, share, runs, SEED + persons)));
        }
        page.append('\n');
      }
    }
    return page.toString();
  }

  @Override
  public String toString() {
    return "intervals near 0 and 1";
  }
}
