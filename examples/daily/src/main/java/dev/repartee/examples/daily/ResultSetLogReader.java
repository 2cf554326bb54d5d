package dev.repartee.examples.daily;

import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a query into a log through the columnar door. The query gives numbers alone: ids as they
 * are, times as microseconds since 1970, and names as codes, which are looked up here. So no object
 * is made of any value.
 */
final class ResultSetLogReader {
  private static final int ID = 1;
  private static final int PARENT = 2;
  private static final int AUTHOR = 3;
  private static final int MICROS = 4;
  private static final int CHANNEL = 5;

  /** Stands for "none" among ids, which are positive. */
  private static final long NONE = 0;

  private ResultSetLogReader() {}

  /**
   * Reads the table {@code talk (id, parent, author, happened, channel)}, where the channel is an
   * enum.
   *
   * @return the log, built by all processors
   */
  static EngagementLog read(Connection connection, Directory directory) throws SQLException {
    EngagementLog.Builder builder = EngagementLog.builder(directory).parallel();
    List<String> channels = names(connection, "select unnest(enum_range(null::channel))");
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select id, coalesce(parent, 0), author, epoch_us(happened), enum_code(channel)::integer"
                    + " from talk")) {
      append(rows, channels, builder.appender());
    }
    return builder.build();
  }

  private static void append(ResultSet rows, List<String> channels, Appender into)
      throws SQLException {
    while (rows.next()) {
      long parent = rows.getLong(PARENT);
      if (parent != NONE) {
        into.parent(parent);
      }
      into.id(rows.getLong(ID))
          .author(rows.getLong(AUTHOR))
          .at(Math.floorDiv(rows.getLong(MICROS), 1_000L))
          .channel(channels.get(rows.getInt(CHANNEL)))
          .end();
    }
  }

  private static List<String> names(Connection connection, String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
