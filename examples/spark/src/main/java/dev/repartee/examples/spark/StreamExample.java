package dev.repartee.examples.spark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;

/**
 * Takes in the files of a folder, batch by batch, and answers: {@code [master [rows [folder
 * [buckets [as-of]]]]]}. Where the folder has a checkpoint it goes on there, with the files that
 * are new. It may be killed at any time. Without rows it makes a sample.
 */
public final class StreamExample {
  private static final int FILES_A_BATCH = 2;
  private static final int FILES_OF_SAMPLE = 12;

  private StreamExample() {}

  /** Runs the example. */
  public static void main(String[] args) throws Exception {
    String master = args.length > 0 ? args[0] : "local[*]";
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (SparkSession spark = SparkExample.session(master)) {
      String rows = args.length > 1 ? args[1] : sample(spark);
      String folder =
          args.length > 2 ? args[2] : Files.createTempDirectory("repartee-stream").toString();
      int buckets = args.length > 3 ? Integer.parseInt(args[3]) : 8;
      // Trigger.ProcessingTime("1 minute") follows the folder for ever.
      LiveBuckets.start(
              LiveBuckets.files(spark, rows, FILES_A_BATCH),
              buckets,
              folder,
              Trigger.AvailableNow())
          .awaitTermination();
      Instant asOf =
          args.length > 4
              ? Instant.parse(args[4])
              : SparkExample.lastTime(spark.read().schema(TalkRows.SCHEMA).json(rows));
      LiveAnswers answers = LiveAnswers.of(spark, folder, asOf);
      SparkExample.print(answers.results(), out);
      out.println(
          answers.offered()
              + " rows have come, "
              + answers.late()
              + " of them too late; "
              + answers.open()
              + " conversations are open; rows that were set aside are in "
              + LiveBuckets.aside(folder));
      out.println("remarkable rows: " + answers.audit());
    }
  }

  /** The sample year in files, as it came. */
  private static String sample(SparkSession spark) throws Exception {
    Path folder = Files.createTempDirectory("repartee-rows");
    List<Row> rows = SampleRows.inOrder();
    for (int i = 0; i < FILES_OF_SAMPLE; i++) {
      List<Row> part =
          rows.subList(rows.size() * i / FILES_OF_SAMPLE, rows.size() * (i + 1) / FILES_OF_SAMPLE);
      Files.write(
          folder.resolve("rows-" + (10 + i) + ".jsonl"),
          TalkRows.of(spark, part).toJSON().collectAsList());
    }
    return folder.toString();
  }
}
