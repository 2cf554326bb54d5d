package dev.repartee.examples.exports;

import dev.repartee.log.Appender;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a query finds in a database, whose driver has to be on the class path. The columns of
 * the result are taken as those of CSV are: by their names, or as the user has named them. The
 * query is run twice, first to look at some rows.
 */
final class SqlLogReader extends ColumnReader {
  private final String url;

  SqlLogReader(Reading reading, String url) {
    super(reading, "sql");
    this.url = url;
  }

  private interface Use<T> {
    T of(ResultSet result) throws SQLException, IOException;
  }

  @Override
  Columns look(InputFile file) throws IOException {
    return run(
        file,
        result -> {
          Columns found = resolve(file, header(result));
          GuessCheck check = new GuessCheck(found, reading);
          for (int i = 0; i < GuessCheck.ROWS && result.next(); i++) {
            check.look(text(result, found)::text);
          }
          return check.checked();
        });
  }

  @Override
  List<String> write(InputFile file, Columns known, RowWriter writer, Appender rows)
      throws IOException {
    return run(
        file,
        result -> {
          RowTexts row = text(result, known);
          while (result.next()) {
            writer.write(row);
          }
          return List.of();
        });
  }

  private <T> T run(InputFile file, Use<T> use) throws IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query(file))) {
      return use.of(result);
    } catch (SQLException e) {
      throw new IOException("query (" + file + ") at " + url + ": " + e.getMessage(), e);
    }
  }

  private Connection connect() throws SQLException {
    if (DriverManager.drivers().noneMatch(this::accepts)) {
      throw new IllegalArgumentException(
          "--jdbc ("
              + url
              + ") has no driver on the class path; add its jar. DuckDB's is there where the"
              + " quickstart is run with -Pduckdb -pl examples/daily -am");
    }
    return DriverManager.getConnection(url);
  }

  private boolean accepts(Driver driver) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException e) {
      return false;
    }
  }

  private static String query(InputFile file) throws IOException {
    try (BufferedReader text = file.open()) {
      return text.lines().collect(Collectors.joining("\n"));
    }
  }

  private static List<String> header(ResultSet rows) throws SQLException {
    ResultSetMetaData described = rows.getMetaData();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= described.getColumnCount(); i++) {
      names.add(described.getColumnLabel(i));
    }
    return names;
  }

  private static RowTexts text(ResultSet rows, Columns found) {
    int width = found.header().size();
    return position -> position < width ? text(rows, position + 1) : null;
  }

  private static @Nullable String text(ResultSet rows, int column) {
    try {
      Object value = rows.getObject(column);
      if (value instanceof Timestamp local) {
        return local.toLocalDateTime().toString();
      }
      if (value instanceof OffsetDateTime time) {
        return time.toInstant().toString();
      }
      return value == null ? null : value.toString();
    } catch (SQLException e) {
      throw new IllegalStateException("column " + column + " of the result: " + e.getMessage(), e);
    }
  }
}
