package dev.repartee.examples.spark;

import dev.repartee.live.LiveLog;
import dev.repartee.log.Audit;
import dev.repartee.measure.Results;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * What the buckets answer together: to the bit what one log of all rows does that they have taken
 * in. They are read as the last batch has left them, by any program, while the query runs or not.
 *
 * @param results what was asked
 * @param offered how many rows have come, of every kind
 * @param late how many came when their conversation had been let go of: in no answer
 * @param open how many conversations are kept as rows
 * @param audit how many rows were remarkable, by reason; rows of no bucket are among the unreadable
 */
record LiveAnswers(
    Results results, long offered, long late, long open, Map<Audit.Reason, Long> audit) {

  /** What one bucket answers, on its way to where the program runs; Spark wants it public. */
  public static final class Part implements Serializable {
    private static final long serialVersionUID = 1;

    final byte[] summary;
    final long offered;
    final long late;
    final long open;
    final HashMap<Audit.Reason, Long> audit;

    Part(LiveLog live, Instant asOf) {
      summary = live.measure(Questions.ofConversations(), asOf).toBytes();
      offered = live.offered();
      late = live.late();
      open = live.open();
      audit = new HashMap<>(live.audit());
    }
  }

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
            .select("value.groupState._2")
            .as(Encoders.BINARY());
    List<Part> parts =
        new ArrayList<>(
            states
                .map(
                    (MapFunction<byte[], Part>) bytes -> new Part(LiveBuckets.live(bytes), asOf),
                    Encoders.javaSerialization(Part.class))
                .collectAsList());
    // Of no rows, so that there is an answer before any bucket has some.
    parts.add(new Part(LiveBuckets.live(null), asOf));
    return parts.stream().map(LiveAnswers::of).reduce(LiveAnswers::plus).orElseThrow();
  }

  private static LiveAnswers of(Part part) {
    Results results = Questions.ofConversations().fromBytes(part.summary);
    return new LiveAnswers(results, part.offered, part.late, part.open, part.audit);
  }

  private LiveAnswers plus(LiveAnswers other) {
    Map<Audit.Reason, Long> sum = new HashMap<>(audit);
    other.audit.forEach((reason, rows) -> sum.merge(reason, rows, Long::sum));
    return new LiveAnswers(
        results.merge(other.results),
        offered + other.offered,
        late + other.late,
        open + other.open,
        Map.copyOf(sum));
  }
}
