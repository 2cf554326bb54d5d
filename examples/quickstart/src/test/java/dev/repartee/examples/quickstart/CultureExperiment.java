package dev.repartee.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what {@link CultureRuns} finds as the page {@code docs/culture.md} of this module. */
final class CultureExperiment {
  private CultureExperiment() {}

  /**
   * Runs the experiment.
   *
   * @param args the file to write, and how many years, 200 unless told
   */
  public static void main(String[] args) throws IOException {
    int years = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    Path file = Path.of(args[0]);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, page(years));
  }

  private static String page(int years) {
    CultureRuns planted = CultureRuns.of(PlantedFacts.standard(), years);
    CultureRuns control = CultureRuns.of(PlantedFacts.none(), years);
    CultureRuns talkers = CultureRuns.of(PlantedFacts.onlyTalkers(), years);
    StringBuilder table = new StringBuilder();
    for (Flag.Kind kind : Flag.Kind.values()) {
      table.append(
          row(kind.text(), years, planted.kinds(kind), control.kinds(kind), talkers.kinds(kind)));
    }
    table.append(row("**any of them**", years, planted.any(), control.any(), talkers.any()));
    return PAGE.replace("{years}", String.valueOf(years))
        .replace("{table}", table)
        .replace("{openness}", share(control.opennessAlone(), years))
        .replace("{silos}", share(control.silosAlone(), years));
  }

  private static String row(String name, int years, int... counts) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (int count : counts) {
      row.append(' ').append(share(count, years)).append(" |");
    }
    return row.append('\n').toString();
  }

  private static String share(int count, int years) {
    return String.format(Locale.ROOT, "%.3f", (double) count / years);
  }

  private static final String PAGE =
      """
      # Are flags of culture raised where they should be, and only there?

      You may rely on a flag being about something: where nothing is amiss, at most 5 of 100 years raise any. You may not rely
      on everything being flagged: what is planted here is plain, and a small harm in a small year is found by no test.

      Years of the built-in sample, some 20,000 messages and acts each, with seeds from 0. In some everything is planted: a
      promise is broken, criticism is answered later and more rarely than praise, the forum falls silent, colleagues talk within
      their departments, and a picture goes around for three days. In others nothing is: all are treated alike, every member
      speaks and turns to any colleague, and no day is special. Still people who wait in vain write again, and angrily. In the
      last, one department does nearly all the talking to the public, and yet colleagues turn to anybody.

      Every share is one of {years} years. This page is written by a program, from the top of the repository:

      ```
      mvn -q -pl examples/quickstart -am test-compile exec:java -Dexec.classpathScope=test \\
          -Dexec.mainClass=dev.repartee.examples.quickstart.CultureExperiment \\
          -Dexec.args=examples/quickstart/docs/culture.md
      ```

      | flag | years with everything planted that raise it | years with nothing that do | years with one department talking |
      |---|---:|---:|---:|
      {table}
      Where nothing is planted, taken alone and at 5 %, openness would differ in {openness} of the years and departments in
      {silos}, in either direction. What holds a page below that is that its claims are adjusted together (Holm), and that a
      flag has one direction. A difference of openness within the margin of 0.10 is parity, however sure it is.
      Spikes and abandoned channels are not judged by chance.

      The promise on answers in time is kept narrowly where nothing is planted (three in four within 4 h, of whom a little
      more than that are answered so soon), so that a year of bad luck cannot be called a broken promise lightly.

      One thing had to be mended before this held. Turns used to be criticism where any of their messages was negative, those
      included that were written while waiting. Whoever is not answered writes again, angrily; so unanswered praise became
      criticism, and half of the years in which nothing is planted showed unequal openness. A turn is now what it begins with.
      """;
}
