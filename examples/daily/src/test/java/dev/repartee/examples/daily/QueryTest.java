package dev.repartee.examples.daily;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.examples.exports.Export;
import dev.repartee.examples.exports.Imported;
import dev.repartee.response.ResponseTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows by a query: of Parquet, with times of every type. */
class QueryTest {
  private static final String DUCKDB = "jdbc:duckdb:";

  @TempDir private Path folder;

  private Path query(String sql) throws IOException {
    return Files.writeString(folder.resolve("talk.sql"), sql);
  }

  private static Export acme(Path query) {
    return Export.ofQuery(query, DUCKDB).organization("Acme").members("care").zone(ZoneOffset.UTC);
  }

  @Test
  void parquetIsReadByTheNamesOfColumns() throws Exception {
    Path talk = folder.resolve("talk.parquet");
    try (Connection connection = DriverManager.getConnection(DUCKDB);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (select * from (values"
              + " (1, 'carl', timestamptz '2026-01-05 10:00:00+01', null, 'mail'),"
              + " (2, 'care', timestamptz '2026-01-05 09:30:00+00', 1, 'mail'),"
              + " (3, 'dan', timestamptz '2026-01-05 11:00:00+00', null, 'chat'))"
              + " as t(id, author, created_at, parent, channel)) to '"
              + talk
              + "' (format parquet)");
    }
    Imported imported = acme(query("select * from '" + talk + "' order by id")).read();
    var response = imported.log().measure(ResponseTime.eachTurn());
    assertEquals(2, response.exchanges());
    assertEquals(1, response.answered());
    assertEquals(1_800_000, response.answeredLatencies().maxMillis());
    assertEquals("sql", imported.box().format());
    assertTrue(imported.box().isReliable(), imported.box().problems().toString());
  }

  @Test
  void timesWithoutAnOffsetAreOfTheZone() throws Exception {
    Path query =
        query(
            "select * from (values (1, 'carl', timestamp '2026-01-05 09:00:00', null),"
                + " (2, 'care', timestamp '2026-01-05 09:00:00.5', 1)) as t(id, author, created_at, parent)");
    var response = acme(query).read().log().measure(ResponseTime.eachTurn());
    assertEquals(Duration.ofMillis(500), response.answeredLatencies().quantile(0.5).orElseThrow());
  }

  @Test
  void whatIsWrongWithTheQueryIsSaid() throws Exception {
    Path torn = query("selekt 1");
    IOException refused = assertThrows(IOException.class, () -> acme(torn).read());
    assertTrue(Objects.requireNonNull(refused.getMessage()).startsWith("query ("));
    Path nameless = query("select 1 as a");
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> acme(nameless).read());
    assertTrue(Objects.requireNonNull(unknown.getMessage()).contains("is recognised as --"));
    IllegalArgumentException elsewhere =
        assertThrows(
            IllegalArgumentException.class,
            () -> Export.ofQuery(query("select 1"), "jdbc:none:").check());
    assertTrue(Objects.requireNonNull(elsewhere.getMessage()).contains("no driver"));
  }
}
