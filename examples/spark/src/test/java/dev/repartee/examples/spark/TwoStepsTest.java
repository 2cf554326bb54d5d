package dev.repartee.examples.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Results;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark answers is what one machine answers, to the bit. */
class TwoStepsTest {
  private static final Instant AS_OF = Instant.parse("2026-01-31T00:00:00Z");
  private static final List<Row> ROWS = SampleRows.all();
  private static final EngagementLog WHOLE = TalkRows.log(ROWS.iterator(), AS_OF);
  private static final Results CONVERSATIONS = WHOLE.measure(Questions.ofConversations());
  private static final Results PERSONS = WHOLE.measure(Questions.ofPersons());

  private static SparkSession spark;

  @TempDir static Path folder;

  @BeforeAll
  static void start() {
    spark = SparkExample.session("local[2]");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static void assertSame(Dataset<Row> rows, int partitions) {
    TwoSteps.Answers answers = TwoSteps.run(rows, partitions, AS_OF);
    Results conversations = answers.conversations();
    Results persons = answers.persons();
    assertArrayEquals(
        WHOLE.measure(Questions.response()).toBytes(),
        conversations.get(Questions.response()).toBytes());
    assertArrayEquals(
        WHOLE.measure(Dialogue.standard()).toBytes(),
        conversations.get(Dialogue.standard()).toBytes());
    assertArrayEquals(
        WHOLE.measure(Questions.responseByChannelAndMonth()).toBytes(),
        conversations.get(Questions.responseByChannelAndMonth()).toBytes());
    assertArrayEquals(
        WHOLE.measure(APath.standard()).toBytes(), persons.get(APath.standard()).toBytes());
    assertArrayEquals(CONVERSATIONS.toBytes(), conversations.toBytes());
    assertArrayEquals(PERSONS.toBytes(), persons.toBytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 64})
  void anyNumberOfPartitionsGivesTheBitsOfOneMachine(int partitions) {
    assertTrue(WHOLE.messages() > 1_000);
    assertTrue(PERSONS.get(APath.standard()).persons() > 100);
    assertSame(TalkRows.of(spark, ROWS), partitions);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows.parquet", "rows.csv", "rows.jsonl"})
  void anyFormatGivesTheSame(String name) {
    String path = folder.resolve(name).toString();
    TalkRows.write(TalkRows.of(spark, ROWS), path);
    assertSame(TalkRows.read(spark, path), 5);
  }

  @Test
  void manyPartitionsOfFewRowsLeaveEmptyOnes() {
    Dataset<Row> few = TalkRows.of(spark, ROWS.subList(0, 3));
    TwoSteps.Answers answers = TwoSteps.run(few, 16, AS_OF);
    EngagementLog log = TalkRows.log(ROWS.subList(0, 3).iterator(), AS_OF);
    assertEquals(3, log.audit().offered());
    assertArrayEquals(
        log.measure(Questions.ofConversations()).toBytes(), answers.conversations().toBytes());
    assertArrayEquals(log.measure(Questions.ofPersons()).toBytes(), answers.persons().toBytes());
  }
}
