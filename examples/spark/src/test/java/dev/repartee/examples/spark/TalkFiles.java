package dev.repartee.examples.spark;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * A year of rows as they come, in files of JSON lines: out of order by days, some twice, with some
 * that come too late, name no conversation, or cannot be read.
 *
 * @param files the lines of each file
 * @param rows the rows of each file that can be measured
 */
record TalkFiles(List<List<String>> files, List<List<Row>> rows) {
  static final int LATE = 2;
  static final int UNPLACED = 2;
  static final int UNREADABLE = 3;

  /** What is set aside, by the words that stand in it. */
  static final List<String> ASIDE =
      List.of("late-1", "late-2", "nowhere-1", "nowhere-2", "{\\\"id\\\":", "yesterday", "wave-1");

  private static final Duration MOST_DELAY = Duration.ofDays(3);
  private static final Duration MOST_REST = LiveBuckets.FOLLOWED_FOR.minusDays(10);
  private static final Instant BEFORE_ALL = Instant.parse("2024-12-20T09:00:00Z");

  /** So many files; the same seed makes the same. */
  static TalkFiles of(SparkSession spark, int count, long seed) {
    Random random = new Random(seed);
    List<Row> coming = coming(random);
    List<List<Row>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = coming.size() * i / count;
      List<Row> part = new ArrayList<>(coming.subList(from, coming.size() * (i + 1) / count));
      Instant at = Instant.ofEpochMilli(part.get(part.size() / 2).getLong(4));
      part.add(row(" spaced" + i, "spaced-1", null, "ann", at));
      part.add(row("spaced" + i + "\u00a0", "spaced-2", "spaced-1", "care", at.plusSeconds(60)));
      rows.add(part);
    }
    rows.get(0).add(row("settled", "old-1", null, "ann", BEFORE_ALL));
    rows.get(0).add(row("settled", "old-2", "old-1", "care", BEFORE_ALL.plusSeconds(60)));
    Instant end = Instant.ofEpochMilli(coming.get(coming.size() - 1).getLong(4));
    List<Row> all = new ArrayList<>(rows.stream().flatMap(List::stream).toList());
    all.add(row("settled", "late-1", "old-2", "ann", BEFORE_ALL.plusSeconds(120)));
    all.add(row("settled", "late-2", null, "ann", end));
    all.add(row(null, "nowhere-1", "old-2", "ann", end));
    all.add(row(" \t", "nowhere-2", "old-2", "ann", end));
    List<String> lines = TalkRows.of(spark, all).toJSON().collectAsList();
    List<List<String>> files = new ArrayList<>();
    int done = 0;
    for (List<Row> part : rows) {
      files.add(new ArrayList<>(lines.subList(done, done + part.size())));
      done += part.size();
    }
    List<String> last = files.get(count - 1);
    last.addAll(lines.subList(done, lines.size()));
    last.add("{\"id\":");
    last.add("{\"conversation\":\"c\",\"id\":\"bad\",\"at\":\"yesterday\"}");
    last.add("{\"conversation\":\"c\",\"id\":\"wave-1\",\"at\":1,\"kind\":\"WAVE\"}");
    files.forEach(file -> Collections.shuffle(file, random));
    return new TalkFiles(files, rows);
  }

  /**
   * Each up to some days after its time, one of twenty a second time. Those that come back to a
   * conversation after weeks are left out, so that only what is meant to be late is.
   */
  private static List<Row> coming(Random random) {
    record Coming(Row row, long at) {}
    List<Coming> coming = new ArrayList<>();
    Map<String, Long> lasts = new HashMap<>();
    for (Row row : SampleRows.inOrder()) {
      long at = row.isNullAt(4) ? 0 : row.getLong(4);
      if (at - lasts.getOrDefault(row.getString(0), at) > MOST_REST.toMillis()) {
        continue;
      }
      lasts.put(row.getString(0), at);
      for (int times = random.nextInt(20) == 0 ? 2 : 1; times > 0; times--) {
        coming.add(new Coming(row, at + random.nextLong(MOST_DELAY.toMillis())));
      }
    }
    return coming.stream().sorted(comparing(Coming::at)).map(Coming::row).toList();
  }

  private static Row row(
      @Nullable String conversation,
      String id,
      @Nullable String parent,
      String author,
      Instant at) {
    return RowFactory.create(
        conversation,
        id,
        parent,
        author,
        at.toEpochMilli(),
        "message",
        "chat",
        null,
        null,
        null,
        null,
        true,
        false);
  }

  /** How many rows are in all files. */
  long lines() {
    return files.stream().mapToLong(List::size).sum();
  }

  /** The rows of the first files that can be measured. */
  List<Row> rows(int fromStart) {
    return rows.subList(0, fromStart).stream().flatMap(List::stream).toList();
  }

  /** Puts a file into a folder at once, as one that came after those before it. */
  void put(int number, Path folder) throws IOException {
    Path beside = folder.resolveSibling("." + number + ".new");
    Files.write(beside, files.get(number));
    Files.setLastModifiedTime(beside, FileTime.from(BEFORE_ALL.plus(Duration.ofMinutes(number))));
    Files.move(beside, folder.resolve(number + ".jsonl"), StandardCopyOption.ATOMIC_MOVE);
  }
}
