package dev.repartee.examples.spark;

import dev.repartee.log.EngagementLog;
import dev.repartee.log.PersonRow;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Results;
import dev.repartee.measure.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Measures in two steps. First rows are sorted by conversation; each partition becomes a log, which
 * leaves the summary of its conversations and its rows with all that follows from them. Then those
 * rows are sorted by person; each partition becomes a log of persons, which leaves a summary too.
 * Whatever the number of partitions, the merged summaries are the same to the bit.
 */
final class TwoSteps {
  /** Under it stand the summaries; no person has an empty name. */
  private static final String SUMMARY = "";

  private TwoSteps() {}

  /** The answers about conversations and about persons. */
  record Answers(Results conversations, Results persons) {}

  /**
   * Runs both steps.
   *
   * @param rows with the columns of {@link TalkRows#SCHEMA}
   * @param partitions into how many partitions rows are sorted in each step
   * @param asOf up to when the rows are complete
   */
  static Answers run(Dataset<Row> rows, int partitions, Instant asOf) {
    Dataset<Tuple2<String, byte[]>> first =
        rows.repartition(partitions, TalkRows.conversation())
            .mapPartitions(
                (MapPartitionsFunction<Row, Tuple2<String, byte[]>>)
                    part -> byConversation(part, asOf),
                Encoders.tuple(Encoders.STRING(), Encoders.BINARY()))
            .persist(StorageLevel.DISK_ONLY());
    try {
      Dataset<byte[]> summaries =
          first
              .filter((FilterFunction<Tuple2<String, byte[]>>) pair -> pair._1().equals(SUMMARY))
              .map((MapFunction<Tuple2<String, byte[]>, byte[]>) Tuple2::_2, Encoders.BINARY());
      Results conversations = merged(summaries, Questions.ofConversations());
      Dataset<byte[]> persons =
          first
              .filter((FilterFunction<Tuple2<String, byte[]>>) pair -> !pair._1().equals(SUMMARY))
              .repartition(partitions, functions.col("_1"))
              .mapPartitions(
                  (MapPartitionsFunction<Tuple2<String, byte[]>, byte[]>)
                      part -> byPerson(part, asOf),
                  Encoders.BINARY());
      return new Answers(conversations, merged(persons, Questions.ofPersons()));
    } finally {
      first.unpersist();
    }
  }

  private static Iterator<Tuple2<String, byte[]>> byConversation(Iterator<Row> part, Instant asOf) {
    EngagementLog log = TalkRows.log(part, asOf);
    byte[] summary = log.measure(Questions.ofConversations()).toBytes();
    return Stream.concat(
            Stream.of(new Tuple2<>(SUMMARY, summary)),
            log.rows().map(row -> new Tuple2<>(row.person(), row.toBytes())))
        .iterator();
  }

  private static Iterator<byte[]> byPerson(Iterator<Tuple2<String, byte[]>> part, Instant asOf) {
    Iterable<PersonRow> rows =
        () ->
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return part.hasNext();
              }

              @Override
              public PersonRow next() {
                return PersonRow.fromBytes(part.next()._2());
              }
            };
    EngagementLog log = EngagementLog.ofRows(Questions.directory(), asOf, rows);
    return List.of(log.measure(Questions.ofPersons()).toBytes()).iterator();
  }

  /** Merges where the program runs: there is one small summary for each partition. */
  private static <S extends Summary<S>> S merged(Dataset<byte[]> summaries, Measure<S> measure) {
    List<byte[]> parts = new ArrayList<>(summaries.collectAsList());
    S sum = measure.fromBytes(parts.get(0));
    for (byte[] part : parts.subList(1, parts.size())) {
      sum = sum.merge(measure.fromBytes(part));
    }
    return sum;
  }
}
