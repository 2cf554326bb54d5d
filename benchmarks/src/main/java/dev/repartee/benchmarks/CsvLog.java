package dev.repartee.benchmarks;

import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads the files of the comparison into a log through the door for columns. As many threads read
 * as build, and one appends.
 */
final class CsvLog {
  private CsvLog() {}

  /**
   * Returns the log of messages. The column with the conversation is not needed.
   *
   * @param csv the file that {@link GeneratedRows#writeCsv} wrote
   * @param threads how many threads read the file and build the log
   * @return the log
   * @throws IOException if reading fails
   * @throws InterruptedException if this thread is told to stop
   */
  static EngagementLog ofRows(Path csv, int threads) throws IOException, InterruptedException {
    EngagementLog.Builder builder =
        EngagementLog.builder(GeneratedRows.directory()).parallel(threads);
    Appender appender = builder.appender();
    List<String> channels = List.of(GeneratedRows.channelNames());
    CsvBatch.read(
        csv,
        GeneratedRows.CSV_HEADER,
        channels,
        threads,
        batch -> {
          for (int row = 0; row < batch.rows(); row++) {
            appender.id(batch.value(row, 0)).author(batch.value(row, 3)).at(batch.value(row, 4));
            if (batch.value(row, 1) != CsvBatch.ABSENT) {
              appender.parent(batch.value(row, 1));
            }
            appender.channel(channels.get((int) batch.value(row, 5))).end();
          }
        });
    return builder.build();
  }

  /**
   * Returns the log of acts.
   *
   * @param csv the file that {@link GeneratedEvents#writeCsv} wrote
   * @param threads how many threads read the file and build the log
   * @return the log
   * @throws IOException if reading fails
   * @throws InterruptedException if this thread is told to stop
   */
  static EngagementLog ofEvents(Path csv, int threads) throws IOException, InterruptedException {
    EngagementLog.Builder builder =
        EngagementLog.builder(GeneratedRows.directory()).parallel(threads);
    Appender appender = builder.appender();
    List<String> kinds =
        GeneratedEvents.STEPS.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    CsvBatch.read(
        csv,
        GeneratedEvents.CSV_HEADER,
        kinds,
        threads,
        batch -> {
          for (int row = 0; row < batch.rows(); row++) {
            appender
                .author(batch.value(row, 0))
                .at(batch.value(row, 1))
                .act(GeneratedEvents.STEPS.get((int) batch.value(row, 2)))
                .end();
          }
        });
    return builder.build();
  }
}
