package dev.repartee.examples.daily;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultSetLogReaderTest {
  @Test
  void everyColumnArrives() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      ManyRows.fill(connection, 1_200);
      EngagementLog log = ResultSetLogReader.read(connection, ManyRows.directory());
      assertEquals(1_200, log.messages());
      assertEquals(300, log.conversations());
      assertEquals(0, log.audit().rejected());
      ResponseSummary response = log.measure(ResponseTime.eachTurn());
      assertEquals(600, response.answered());
      assertEquals(Duration.ofMinutes(10), response.median().orElseThrow());
      assertEquals(
          List.of(List.of("blog"), List.of("chirp"), List.of("forum")),
          log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL)).keys());
    }
  }
}
