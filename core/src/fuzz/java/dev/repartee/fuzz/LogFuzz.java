package dev.repartee.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.BytesTest;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Summary;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import dev.repartee.participation.Participation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Whatever is told the appender, in whatever order, becomes a log that can be measured. */
class LogFuzz {
  private static final int ROWS = 40;
  private static final int CALLS = 12;
  private static final int LETTERS = 12;

  private static final List<Measure<?>> MEASURES =
      BytesTest.measures().stream().filter(m -> !(m instanceof Participation)).toList();

  @FuzzTest(maxDuration = "30m")
  void logsCanBeMeasured(FuzzedDataProvider data) {
    EngagementLog.Builder builder =
        EngagementLog.builder(BytesTest.LOG.directory())
            .quietly()
            .asOf(Instant.ofEpochSecond(data.consumeLong(1_767_000_000L, 1_780_000_000L)))
            .idScope(data.pickValue(EngagementLog.IdScope.values()));
    if (data.consumeBoolean()) {
      builder.foldRepeats(Duration.ofMillis(data.consumeLong(0, Long.MAX_VALUE)));
    }
    if (data.consumeBoolean()) {
      builder.parallel(2);
    }
    int measure = data.consumeInt(0, MEASURES.size() - 1);
    Appender row = builder.appender();
    for (int i = 0; i < ROWS && data.remainingBytes() > 0; i++) {
      for (int calls = data.consumeInt(0, CALLS); calls > 0; calls--) {
        tell(row, data);
      }
      row.end();
    }
    EngagementLog log = builder.build();
    if (log.audit().toString().isEmpty() || log.toString().isEmpty()) {
      throw new AssertionError("says nothing");
    }
    use(log, MEASURES.get(measure));
  }

  private static <S extends Summary<S>> void use(EngagementLog log, Measure<S> measure) {
    S summary = log.measure(measure);
    byte[] bytes = summary.toBytes();
    S read = measure.fromBytes(bytes);
    if (!Arrays.equals(bytes, read.toBytes())) {
      throw new AssertionError("writes otherwise");
    }
    // A fresh summary may hint at accounts that nobody knows, which bytes do not keep.
    if (summary.toString().isEmpty() || read.toString().isEmpty()) {
      throw new AssertionError("says nothing");
    }
    if (!facts(summary).equals(facts(read))) {
      throw new AssertionError("knows otherwise: " + facts(summary) + " and " + facts(read));
    }
  }

  private static String facts(Summary<?> summary) {
    return summary.facts().rows().toString();
  }

  /** Names that occur, so that rows meet, and some that nobody has thought of. */
  private static String name(FuzzedDataProvider data) {
    return data.consumeBoolean()
        ? data.pickValue(
            new String[] {"a", "b", "c", "d", "care", "jane", "carl", "Acme", "blog", "staffroom"})
        : data.consumeString(LETTERS);
  }

  /** Mostly in the months of the log, where rows meet. */
  private static long millis(FuzzedDataProvider data) {
    return data.consumeBoolean()
        ? 1_767_225_600_000L + 60_000L * data.consumeInt(0, 100_000)
        : data.consumeLong();
  }

  private static void tell(Appender row, FuzzedDataProvider data) {
    switch (data.consumeInt(0, 24)) {
      case 0, 1 -> row.id(name(data));
      case 2 -> row.id(data.consumeLong(0, 20));
      case 3, 4 -> row.parent(name(data));
      case 5 -> row.parent(data.consumeLong(0, 20));
      case 6 -> row.conversation(name(data));
      case 7, 8 -> row.author(name(data));
      case 9, 10, 11 -> row.at(millis(data));
      case 12 -> row.at(data.consumeString(30));
      case 13 -> row.channel(name(data));
      case 14 -> row.topic(name(data)).label(name(data));
      case 15 -> row.addressedTo(name(data));
      case 16 -> row.naming(name(data));
      case 17 -> row.fingerprint(name(data));
      case 18 -> attribute(row, data);
      case 19 -> row.sentiment(data.pickValue(Sentiment.values()));
      case 20 -> row.intent(data.pickValue(Intent.values()));
      case 21 -> row.act(data.pickValue(ActKind.ofRows())).assignedTo(name(data));
      case 22 -> rating(row, data.consumeInt());
      case 23 ->
          row.expectsResponse(data.consumeBoolean())
              .automatic(data.consumeBoolean())
              .privately(data.consumeBoolean());
      default -> row.sequence(data.consumeLong());
    }
  }

  private static void attribute(Appender row, FuzzedDataProvider data) {
    try {
      row.attribute(name(data), name(data)).value(name(data), data.consumeDouble());
    } catch (IllegalArgumentException e) {
      return; // a blank name, or a number out of range, as documented
    }
  }

  private static void rating(Appender row, int stars) {
    try {
      row.rating(stars);
    } catch (IllegalArgumentException e) {
      return; // out of range, as documented
    }
  }
}
