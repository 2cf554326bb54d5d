package dev.repartee.benchmarks;

import dev.repartee.text.TextTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Repartee beside what a user would take instead: the same rows, the same questions, one run.
 *
 * <p>Both peers read the same CSV files. They have to give the same numbers: counts exactly, times
 * within the 0.4 percent to which a summary keeps them, or to the last digit where it keeps all.
 * Then they answer by turns, after warming up, with all cores. The columns "cores" tell how much
 * time the cores spent, which other programs on the machine disturb less.
 *
 * <pre>
 * mvn -q -Ppeers -pl benchmarks -am compile exec:exec -Dpeers.rows=10000000 -Dpeers.rounds=7
 * </pre>
 */
public final class PeerComparison {
  private static final String MESSAGES = "messages.csv";
  private static final String EVENTS = "events.csv";
  private static final String EXPECTED = "expected.txt";
  private static final double KEPT_TO = 0.004;
  private static final double LAST_DIGIT = 1e-12;
  private static final long WARM_UP_NANOS = 3_000_000_000L;

  private final PrintStream out;
  private final int rows;
  private final int rounds;
  private final int threads = Runtime.getRuntime().availableProcessors();

  private PeerComparison(PrintStream out, int rows, int rounds) {
    this.out = out;
    this.rows = rows;
    this.rounds = rounds;
  }

  /**
   * Compares and prints.
   *
   * @param args how many rows (10,000,000), how many rounds (7), and the folder in which to keep
   *     the files and what was found, for other peers; without it they are deleted
   * @throws Exception if a file cannot be written or read, or a peer fails
   */
  public static void main(String... args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
    PeerComparison comparison = new PeerComparison(System.out, rows, rounds);
    if (args.length > 2) {
      comparison.run(Files.createDirectories(Path.of(args[2])));
    } else {
      Path folder = Files.createTempDirectory("peers");
      try {
        comparison.run(folder);
      } finally {
        for (String file : List.of(MESSAGES, EVENTS, EXPECTED)) {
          Files.deleteIfExists(folder.resolve(file));
        }
        Files.delete(folder);
      }
    }
  }

  private void run(Path folder) throws Exception {
    out.printf(
        Locale.ROOT,
        "%,d rows, %d rounds, %d cores, heap %,d MiB, Java %s%n",
        rows,
        rounds,
        threads,
        Runtime.getRuntime().maxMemory() >> 20,
        Runtime.version());
    Path messages = folder.resolve(MESSAGES);
    GeneratedRows.of(rows, true, 1).writeCsv(messages);
    Path events = folder.resolve(EVENTS);
    GeneratedEvents.of(rows, 2).writeCsv(events);
    Files.write(folder.resolve(EXPECTED), compareLoaded(messages, events));
    compareFromFile(messages);
  }

  /** Returns what was found, line by line. */
  private List<String> compareLoaded(Path messages, Path events) throws Exception {
    try (Peer duck = new DuckPeer(threads, true, new FastestSql());
        Peer repartee = new ReparteePeer(threads)) {
      for (Peer peer : List.of(duck, repartee)) {
        Times loading = new Times();
        loading.of(() -> load(peer, messages, events));
        out.printf(Locale.ROOT, "%s took in both files in %.0f ms%n", peer.name(), loading.best());
      }
      List<String> found = new ArrayList<>();
      TextTable table = heading("data loaded");
      for (Question question : Question.values()) {
        Answer answer = repartee.answer(question);
        verify(question, answer, duck.answer(question));
        found.addAll(answer.lines(question));
        out.println(question.title() + ": same numbers; " + answer.remark());
        warmUp(duck, question);
        warmUp(repartee, question);
        Times ducks = new Times();
        Times repartees = new Times();
        for (int round = 0; round < rounds; round++) {
          ducks.of(() -> duck.answer(question));
          repartees.of(() -> repartee.answer(question));
        }
        row(table, question.title(), ducks, repartees);
      }
      out.println(table);
      return found;
    }
  }

  private static Peer load(Peer peer, Path messages, Path events)
      throws IOException, InterruptedException {
    peer.loadRows(messages);
    peer.loadEvents(events);
    return peer;
  }

  private static void warmUp(Peer peer, Question question) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP_NANOS) {
      peer.answer(question);
    }
  }

  private void compareFromFile(Path messages) throws Exception {
    Times ducks = new Times();
    Times repartees = new Times();
    FastestSql fastest = new FastestSql();
    // Once more than counted, because the first time warms up.
    for (int round = 0; round <= Math.min(3, rounds); round++) {
      boolean counts = round > 0;
      try (Peer duck = new DuckPeer(threads, false, fastest);
          Peer repartee = new ReparteePeer(threads)) {
        Map<Question, Answer> expected =
            (counts ? ducks : new Times()).of(() -> fromFile(duck, messages));
        Map<Question, Answer> found =
            (counts ? repartees : new Times()).of(() -> fromFile(repartee, messages));
        found.forEach(
            (question, answer) ->
                verify(question, answer, expected.getOrDefault(question, Answer.NONE)));
      }
    }
    TextTable table = heading("from a CSV file");
    row(table, "three answers", ducks, repartees);
    out.println(table);
  }

  private static Map<Question, Answer> fromFile(Peer peer, Path messages)
      throws IOException, InterruptedException {
    peer.loadRows(messages);
    return peer.answerTogether();
  }

  private static void verify(Question question, Answer found, Answer expected) {
    double tolerance = question == Question.RESPONSE_EXACTLY ? LAST_DIGIT : KEPT_TO;
    found
        .differenceFrom(expected, tolerance)
        .ifPresent(
            difference -> {
              throw new IllegalStateException(
                  "the peers differ on " + question.title() + ": " + difference);
            });
  }

  private static TextTable heading(String what) {
    return TextTable.of(
        what + ", ms",
        "DuckDB best",
        "median",
        "cores",
        "Repartee best",
        "median",
        "cores",
        "ratio best",
        "median",
        "cores");
  }

  private static void row(TextTable table, String title, Times duck, Times repartee) {
    table.row(
        title,
        number(duck.best()),
        number(duck.median()),
        number(duck.medianOfCores()),
        number(repartee.best()),
        number(repartee.median()),
        number(repartee.medianOfCores()),
        number(duck.best() / repartee.best()),
        number(duck.median() / repartee.median()),
        number(duck.medianOfCores() / repartee.medianOfCores()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
  }

  @Override
  public String toString() {
    return "comparison of " + rows + " rows";
  }
}
