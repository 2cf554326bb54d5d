package dev.repartee.examples.spark;

import dev.repartee.apath.APath;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.measure.Results;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager;
import org.apache.spark.sql.functions;

/**
 * Measures a file, or a sample that it makes itself: {@code [master [path [partitions [as-of]]]]}.
 * The path ends in {@code csv}, {@code json} or {@code jsonl}, or is taken for Parquet.
 */
public final class SparkExample {
  private SparkExample() {}

  /** Runs the example. */
  public static void main(String[] args) throws Exception {
    String master = args.length > 0 ? args[0] : "local[*]";
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (SparkSession spark = session(master)) {
      String path = args.length > 1 ? args[1] : sample(spark);
      int partitions = args.length > 2 ? Integer.parseInt(args[2]) : 8;
      Dataset<Row> rows = TalkRows.read(spark, path);
      Instant asOf = args.length > 3 ? Instant.parse(args[3]) : lastTime(rows);
      long start = System.nanoTime();
      TwoSteps.Answers answers = TwoSteps.run(rows, partitions, asOf);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      print(answers.conversations(), out);
      out.println(answers.persons().get(APath.standard()).table());
      out.println(partitions + " partitions, " + took.toMillis() + " ms");
      out.println(
          answers.conversations().toBytes().length
              + " bytes of summaries of conversations, "
              + answers.persons().toBytes().length
              + " of persons");
    }
  }

  /** A session that needs no ports beyond this machine where it runs on one. */
  static SparkSession session(String master) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("repartee")
            .master(master)
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC");
    if (master.startsWith("local")) {
      builder.config("spark.driver.bindAddress", "127.0.0.1");
      builder.config("spark.driver.host", "127.0.0.1");
      // A machine that slept for a while has lost nobody.
      builder.config("spark.network.timeout", "1h");
      // The usual one starts a program for each look at a local file.
      builder.config(
          "spark.sql.streaming.checkpointFileManagerClass",
          FileSystemBasedCheckpointFileManager.class.getName());
    }
    SparkSession spark = builder.getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    return spark;
  }

  private static String sample(SparkSession spark) throws Exception {
    Path folder = Files.createTempDirectory("repartee-sample").resolve("rows.parquet");
    TalkRows.write(TalkRows.of(spark, SampleRows.all()), folder.toString());
    return folder.toString();
  }

  static Instant lastTime(Dataset<Row> rows) {
    return Instant.ofEpochMilli(rows.agg(functions.max("at")).first().getLong(0));
  }

  static void print(Results conversations, PrintStream out) {
    out.println(conversations.get(Questions.response()).table());
    out.println(conversations.get(Dialogue.standard()).table());
    out.println(conversations.get(Questions.responseByChannelAndMonth()).table());
  }
}
