package dev.repartee.examples.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.when;

import dev.repartee.live.LiveLog;
import dev.repartee.live.LiveLogBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Rows as they come, on many machines: conversations are dealt out to buckets, and the state of a
 * bucket is the bytes of a live log. {@link LiveAnswers} asks them.
 *
 * <p>In each batch the live log of a bucket to which rows came is restored, takes them in, and is
 * written again; once a day it lets go of what is settled. Spark commits the state of a batch
 * together with how far the source was read, so that a program that was killed does the batch again
 * from the state before it: nothing is counted twice, and nothing is lost.
 */
final class LiveBuckets {
  /** How long each fact is watched. A conversation at rest for longer can be let go of. */
  static final Duration FOLLOWED_FOR = Duration.ofDays(30);

  /** The text of what could not be read as a row, where the source has such a column. */
  static final String UNREADABLE = "unreadable";

  /**
   * What is set aside, as it came, and why: {@code unreadable}, {@code unplaced} or {@code late}.
   */
  static final StructType ASIDE =
      TalkRows.SCHEMA.add(UNREADABLE, DataTypes.StringType).add("reason", DataTypes.StringType);

  /** Rows of no bucket, which nobody can measure. They are counted, and set aside. */
  static final int NOWHERE = -1;

  private static final String BUCKET = "bucket";
  private static final String CLOCK = "clock";

  /** The clock runs so far behind the latest row, for those that come out of order. */
  private static final String LAG = "1 day";

  private static final Duration GIVING_UP_AFTER = Duration.ofDays(90);
  private static final Duration REMEMBERING_FOR = Duration.ofDays(365);
  private static final long YEAR_1 = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();

  private LiveBuckets() {}

  /** How the live log of each bucket works; the same as long as there is a state. */
  static LiveLogBuilder builder() {
    return LiveLog.builder(Questions.directory())
        .idScope(TalkRows.ID_SCOPE)
        .followedFor(FOLLOWED_FOR)
        .givingUpAfter(GIVING_UP_AFTER)
        .rememberingFor(REMEMBERING_FOR)
        .measuring(Questions.ofConversations());
  }

  /**
   * Rows as they come into a folder, as files of JSON lines; so many files make a batch at most.
   */
  static Dataset<Row> files(SparkSession spark, String folder, int mostFiles) {
    return spark
        .readStream()
        .schema(TalkRows.SCHEMA.add(UNREADABLE, DataTypes.StringType))
        .option("columnNameOfCorruptRecord", UNREADABLE)
        .option("maxFilesPerTrigger", mostFiles)
        .json(folder);
  }

  /**
   * Starts the query, from where it was when it was stopped or killed.
   *
   * @param rows with the columns of {@link TalkRows#SCHEMA} and {@link #UNREADABLE}
   * @param buckets how many; a conversation stays in its own, so the number stays
   * @param folder where its checkpoint is, and what is set aside; both are to be deleted together
   * @throws IllegalArgumentException if the folder has another number of buckets
   */
  static StreamingQuery start(Dataset<Row> rows, int buckets, String folder, Trigger trigger)
      throws TimeoutException {
    SparkSession spark = rows.sparkSession();
    requireSame(spark, folder, buckets);
    // There is nothing to be gained by more tasks than buckets.
    spark.conf().set("spark.sql.shuffle.partitions", buckets);
    return rows.withColumn(BUCKET, bucket(buckets))
        .withColumn(CLOCK, clock())
        .withWatermark(CLOCK, LAG)
        .groupByKey((MapFunction<Row, Integer>) row -> row.<Integer>getAs(BUCKET), Encoders.INT())
        .flatMapGroupsWithState(
            (FlatMapGroupsWithStateFunction<Integer, Row, Tuple2<Long, byte[]>, Row>)
                LiveBuckets::take,
            OutputMode.Append(),
            Encoders.tuple(Encoders.LONG(), Encoders.BINARY()),
            Encoders.row(ASIDE),
            GroupStateTimeout.NoTimeout())
        .writeStream()
        .foreachBatch(
            (VoidFunction2<Dataset<Row>, Long>) (aside, batch) -> keep(aside, folder, batch))
        .option("checkpointLocation", checkpoint(folder))
        .outputMode(OutputMode.Append())
        .trigger(trigger)
        .start();
  }

  static String checkpoint(String folder) {
    return folder + "/checkpoint";
  }

  static String aside(String folder) {
    return folder + "/aside";
  }

  /** Writes what a batch sets aside; a batch that is done again writes over it. */
  private static void keep(Dataset<Row> rows, String folder, long batch) {
    // All buckets take their rows in here, once, whether they set any aside or not.
    Dataset<Row> done = rows.localCheckpoint();
    if (!done.isEmpty()) {
      done.write().mode(SaveMode.Overwrite).json(aside(folder) + "/batch=" + batch);
    }
  }

  /** Of all rows of a conversation the same. */
  private static Column bucket(int buckets) {
    Column named = TalkRows.conversation();
    return when(coalesce(named, lit("")).equalTo("").or(col(UNREADABLE).isNotNull()), lit(NOWHERE))
        .otherwise(pmod(hash(named), lit(buckets)));
  }

  /** The time of a row, unless it is none, or is dated ahead of this batch. */
  private static Column clock() {
    Column at = col("at");
    return when(at.geq(YEAR_1).and(at.leq(unix_millis(current_timestamp()))), timestamp_millis(at));
  }

  /** Were the number another one, conversations would be torn apart. */
  private static void requireSame(SparkSession spark, String folder, int buckets) {
    try {
      Path all = new Path(folder);
      FileSystem files = all.getFileSystem(spark.sparkContext().hadoopConfiguration());
      FileStatus[] marks = files.globStatus(new Path(all, "buckets-*"));
      if (marks == null || marks.length == 0) {
        files.mkdirs(new Path(all, "buckets-" + buckets));
      } else if (!marks[0].getPath().getName().equals("buckets-" + buckets)) {
        throw new IllegalArgumentException(
            "buckets ("
                + buckets
                + ") must be as many as in the folder "
                + folder
                + ", which has "
                + marks[0].getPath().getName()
                + "; name that number, or begin anew in another folder");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a batch does to a bucket, whose state is the last day on which it let go of something and
   * its live log; returns what is to be set aside.
   */
  private static Iterator<Row> take(
      int bucket, Iterator<Row> rows, GroupState<Tuple2<Long, byte[]>> state) {
    // The clock of the batch, the same when it is done again.
    Instant now = Instant.ofEpochMilli(state.getCurrentWatermarkMs());
    long today = now.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    LiveLog live = live(state.exists() ? state.get()._2() : null);
    List<Row> aside = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      String reason = bucket == NOWHERE ? refuse(row, live) : take(row, live);
      if (reason != null) {
        aside.add(aside(row, reason));
      }
    }
    // What was restored has to find out anew who waits; for that once a day is often enough.
    if (state.exists() && state.get()._1() < today) {
      live.retire(now);
    }
    state.update(new Tuple2<>(today, live.toBytes()));
    return aside.iterator();
  }

  /** The live log that a bucket is, or one without rows. */
  static LiveLog live(byte @Nullable [] bytes) {
    return bytes == null ? builder().build() : builder().restore(bytes);
  }

  private static String refuse(Row row, LiveLog live) {
    live.appender().unreadable();
    return row.isNullAt(row.fieldIndex(UNREADABLE)) ? "unplaced" : "unreadable";
  }

  private static @Nullable String take(Row row, LiveLog live) {
    long late = live.late();
    if (!TalkRows.append(row, live.appender())) {
      return "unreadable";
    }
    return live.late() > late ? "late" : null;
  }

  private static Row aside(Row row, String reason) {
    Object[] values = new Object[ASIDE.size()];
    for (int i = 0; i < values.length - 1; i++) {
      values[i] = row.get(i);
    }
    values[values.length - 1] = reason;
    return RowFactory.create(values);
  }
}
