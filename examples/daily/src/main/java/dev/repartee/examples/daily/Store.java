package dev.repartee.examples.daily;

import dev.repartee.change.Watch;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Results;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.jspecify.annotations.Nullable;

/**
 * The database file: the rows, the days that are done, the summaries of days, as bytes and as
 * facts, and the watches of days. A day is one transaction: after a crash it is there with all it
 * did, or not at all.
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
      statement.execute("create table if not exists watches (day date primary key, watch blob)");
      statement.execute(
          "create table if not exists facts (day date, measure varchar, statistic varchar,"
              + " key varchar, state varchar, unit varchar, value double, low double, high double,"
              + " numerator bigint, denominator bigint, word varchar, note varchar)");
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

  /** Keeps the summary of a day: as bytes, which can be merged, and as rows, which can be asked. */
  void keep(LocalDate day, Results summary) throws SQLException {
    keep("summaries", day, summary.toBytes());
    keep(day, summary.facts());
  }

  /** Keeps the watch of a day, in the place of the one there was before a late row. */
  void keep(LocalDate day, Watch watch) throws SQLException {
    keep("watches", day, watch.toBytes());
  }

  private void keep(String table, LocalDate day, byte[] bytes) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert or replace into " + table + " values (?, ?)")) {
      insert.setDate(1, Date.valueOf(day));
      insert.setBytes(2, bytes);
      insert.execute();
    }
  }

  private void keep(LocalDate day, Facts facts) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("delete from facts where day = '" + day + "'");
      statement.execute("create or replace temp table found as from facts limit 0");
      DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
      try (DuckDBAppender into = duck.createAppender("temp", "main", "found")) {
        for (Facts.Fact fact : facts) {
          append(day, fact, into);
        }
      }
      statement.execute("insert into facts from found");
    }
  }

  /** What is not there is null, and its state says why. */
  private static void append(LocalDate day, Facts.Fact fact, DuckDBAppender into)
      throws SQLException {
    into.beginRow();
    into.append(day);
    into.append(fact.origin().measure());
    into.append(fact.statistic());
    into.append(String.join(", ", fact.key().values()));
    into.append(fact.state().name());
    into.append(fact.unit().name());
    into.append(orNull(fact.value()));
    into.append(orNull(fact.low()));
    into.append(orNull(fact.high()));
    into.append(orNull(fact.numerator()));
    into.append(orNull(fact.denominator()));
    into.append(fact.word());
    into.append(fact.note());
    into.endRow();
  }

  private static @Nullable Double orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  /** A statistic of every day, such as the share of two-way conversations; null where none is. */
  SortedMap<LocalDate, @Nullable Double> trend(String statistic) throws SQLException {
    SortedMap<LocalDate, @Nullable Double> days = new TreeMap<>();
    try (PreparedStatement query =
        connection.prepareStatement("select day, value from facts where statistic = ?")) {
      query.setString(1, statistic);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          double value = result.getDouble(2);
          boolean isThere = !result.wasNull();
          days.put(result.getDate(1).toLocalDate(), isThere ? value : null);
        }
      }
    }
    return days;
  }

  /** All summaries, by day. */
  SortedMap<LocalDate, byte[]> summaries() throws SQLException {
    return kept("summaries");
  }

  /** The watch of all days. */
  Watch watch() throws SQLException {
    return kept("watches").values().stream()
        .map(Watch::fromBytes)
        .reduce(Watch.of(Daily.PROMISE), Watch::merge);
  }

  private SortedMap<LocalDate, byte[]> kept(String table) throws SQLException {
    SortedMap<LocalDate, byte[]> days = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select * from " + table)) {
      while (result.next()) {
        days.put(result.getDate(1).toLocalDate(), result.getBytes(2));
      }
    }
    return days;
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
