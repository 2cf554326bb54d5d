package dev.repartee.examples.spark;

import dev.repartee.live.LiveLog;
import dev.repartee.measure.Results;
import java.time.Instant;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import scala.Tuple4;

/**
 * What the buckets answer together: to the bit what one log of all rows does that they have taken
 * in. They are read as the last batch has left them, by any program, while the query runs or not.
 *
 * @param results what was asked
 * @param offered how many rows have come, of every kind
 * @param late how many came when their conversation had been let go of: in no answer
 * @param open how many conversations are kept as rows
 */
record LiveAnswers(Results results, long offered, long late, long open) {

  /**
   * Asks the buckets.
   *
   * @param folder that of {@link LiveBuckets#start}
   * @param asOf up to when; not before what was let go of was settled
   */
  static LiveAnswers of(SparkSession spark, String folder, Instant asOf) {
    // Who reads states asks a coordinator, which begins with the first look at the queries.
    spark.streams().active();
    Dataset<byte[]> states =
        spark
            .read()
            .format("statestore")
            .load(LiveBuckets.checkpoint(folder))
            .select("value.groupState.value")
            .as(Encoders.BINARY());
    List<Tuple4<Long, Long, Long, byte[]>> parts =
        states
            .map(
                (MapFunction<byte[], Tuple4<Long, Long, Long, byte[]>>)
                    bytes -> part(LiveBuckets.restored(bytes), asOf),
                Encoders.tuple(
                    Encoders.LONG(), Encoders.LONG(), Encoders.LONG(), Encoders.BINARY()))
            .collectAsList();
    LiveAnswers sum = of(part(LiveBuckets.restored(null), asOf));
    for (Tuple4<Long, Long, Long, byte[]> part : parts) {
      sum = sum.plus(of(part));
    }
    return sum;
  }

  private static Tuple4<Long, Long, Long, byte[]> part(LiveLog live, Instant asOf) {
    byte[] summary = live.measure(Questions.ofConversations(), asOf).toBytes();
    return new Tuple4<>(live.offered(), live.late(), live.open(), summary);
  }

  private static LiveAnswers of(Tuple4<Long, Long, Long, byte[]> part) {
    Results results = Questions.ofConversations().fromBytes(part._4());
    return new LiveAnswers(results, part._1(), part._2(), part._3());
  }

  private LiveAnswers plus(LiveAnswers other) {
    return new LiveAnswers(
        results.merge(other.results),
        offered + other.offered,
        late + other.late,
        open + other.open);
  }
}
