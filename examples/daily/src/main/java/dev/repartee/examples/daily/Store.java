package dev.repartee.examples.daily;

import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Results;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The database file: the rows, the days that are done, the summaries of days as bytes, and what
 * they say as facts, for whoever asks with SQL. A day is one transaction: after a crash it is there
 * with all it did, or not at all.
 */
final class Store implements AutoCloseable {
  private static final long DAY = 86_400_000L;

  private final Connection connection;

  Store(String file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:" + file);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists rows (conversation varchar, id varchar, parent varchar,"
              + " author varchar, at_millis bigint, channel varchar, primary key (conversation, id))");
      statement.execute("create table if not exists done (day date primary key)");
      statement.execute(
          "create table if not exists summaries (day date primary key, summary blob)");
      statement.execute(
          "create table if not exists facts (day date, measure varchar, statistic varchar,"
              + " state varchar, value double, low double, high double, unit varchar,"
              + " numerator bigint, denominator bigint, primary key (day, measure, statistic))");
    }
    commit();
  }

  void commit() throws SQLException {
    connection.commit();
  }

  boolean isDone(LocalDate day) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select count(*) from done where day = ?")) {
      query.setDate(1, Date.valueOf(day));
      try (ResultSet result = query.executeQuery()) {
        return result.next() && result.getLong(1) > 0;
      }
    }
  }

  void markDone(LocalDate day) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("insert into done values (?)")) {
      insert.setDate(1, Date.valueOf(day));
      insert.execute();
    }
  }

  /** Takes rows in; one that is there already is left as it is. */
  void load(List<Quarter.Message> messages) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create or replace temp table arriving as from rows limit 0");
      DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
      try (DuckDBAppender into = duck.createAppender("temp", "main", "arriving")) {
        for (Quarter.Message message : messages) {
          into.beginRow();
          into.append(message.conversation());
          into.append(message.id());
          into.append(message.parent());
          into.append(message.author());
          into.append(message.at());
          into.append(message.channel());
          into.endRow();
        }
      }
      statement.execute("insert into rows from arriving on conflict do nothing");
    }
  }

  /** The days before another on which any of the named conversations has a row. */
  List<LocalDate> daysOf(List<String> conversations, LocalDate before) throws SQLException {
    List<LocalDate> days = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select distinct at_millis // "
                + DAY
                + " as day from rows where list_contains(?, conversation) and at_millis < ? order by"
                + " day")) {
      query.setArray(1, connection.createArrayOf("varchar", conversations.toArray()));
      query.setLong(2, millis(before));
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          days.add(LocalDate.ofEpochDay(result.getLong(1)));
        }
      }
    }
    return days;
  }

  /** The log of the conversations that have a row on a day, whole up to an instant. */
  EngagementLog logOf(LocalDate day, Instant asOf) throws SQLException {
    EngagementLog.Builder builder = EngagementLog.builder(Quarter.directory()).asOf(asOf);
    Appender into = builder.appender();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select conversation, id, parent, author, at_millis, channel from rows where at_millis <= ?"
                + " and"
                + " conversation in (select conversation from rows where at_millis >= ? and"
                + " at_millis < ?)")) {
      query.setLong(1, asOf.toEpochMilli());
      query.setLong(2, millis(day));
      query.setLong(3, millis(day.plusDays(1)));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          into.conversation(rows.getString(1))
              .id(rows.getString(2))
              .parent(rows.getString(3))
              .author(rows.getString(4))
              .at(rows.getLong(5))
              .channel(rows.getString(6))
              .end();
        }
      }
    }
    return builder.build();
  }

  /** Keeps what was found of a day, in the place of what may have been found before. */
  void keep(LocalDate day, Results found) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert or replace into summaries values (?, ?)")) {
      insert.setDate(1, Date.valueOf(day));
      insert.setBytes(2, found.toBytes());
      insert.execute();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert or replace into facts values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Fact fact : found.facts()) {
        insert.setDate(1, Date.valueOf(day));
        insert.setString(2, fact.origin().measure());
        insert.setString(3, fact.statistic());
        insert.setString(4, fact.state().name());
        set(insert, 5, fact.value());
        set(insert, 6, fact.low());
        set(insert, 7, fact.high());
        insert.setString(8, fact.unit().name());
        set(insert, 9, fact.numerator());
        set(insert, 10, fact.denominator());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void set(PreparedStatement insert, int column, OptionalDouble number)
      throws SQLException {
    if (number.isPresent()) {
      insert.setDouble(column, number.getAsDouble());
    } else {
      insert.setNull(column, Types.DOUBLE);
    }
  }

  private static void set(PreparedStatement insert, int column, OptionalLong number)
      throws SQLException {
    if (number.isPresent()) {
      insert.setLong(column, number.getAsLong());
    } else {
      insert.setNull(column, Types.BIGINT);
    }
  }

  /** A number of the facts that a query adds up to. */
  double number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getDouble(1);
    }
  }

  /** All summaries, by day. */
  SortedMap<LocalDate, byte[]> summaries() throws SQLException {
    SortedMap<LocalDate, byte[]> summaries = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select day, summary from summaries")) {
      while (result.next()) {
        summaries.put(result.getDate(1).toLocalDate(), result.getBytes(2));
      }
    }
    return summaries;
  }

  /** The first millisecond of a day. */
  static long millis(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
