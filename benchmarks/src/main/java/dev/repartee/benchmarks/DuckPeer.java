package dev.repartee.benchmarks;

import dev.repartee.apath.Stage;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** DuckDB in memory. A question is asked in the way of {@link DuckSql} that is the fastest here. */
final class DuckPeer implements Peer {
  private final Connection connection;
  private final boolean sorts;
  private final FastestSql fastest;

  /**
   * Opens an empty database.
   *
   * @param threads how many threads it may use
   * @param sorts whether it sorts messages when it takes them in, as a log does
   * @param fastest finds out how to ask
   */
  DuckPeer(int threads, boolean sorts, FastestSql fastest) {
    this.fastest = fastest;
    this.sorts = sorts;
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new IllegalStateException(
          "DuckDB is not on the class path; run with the Maven profile peers, as"
              + " benchmarks/README.md says",
          e);
    }
    execute("SET threads = " + threads);
    createType("channel_name", Arrays.stream(GeneratedRows.channelNames()));
    createType(
        "act_kind",
        GeneratedEvents.STEPS.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)));
  }

  @Override
  public String name() {
    return "DuckDB";
  }

  private void createType(String name, Stream<String> values) {
    String quoted = values.map(value -> "'" + value + "'").collect(Collectors.joining(", "));
    execute(String.format(Locale.ROOT, DuckSql.CREATE_TYPE, name, quoted));
  }

  @Override
  public void loadRows(Path csv) {
    execute(String.format(Locale.ROOT, DuckSql.LOAD_ROWS, GeneratedRows.MEMBERS, csv));
    if (sorts) {
      execute(DuckSql.SORT_ROWS);
    }
  }

  @Override
  public void loadEvents(Path csv) {
    execute(String.format(Locale.ROOT, DuckSql.LOAD_EVENTS, csv));
  }

  @Override
  public Answer answer(Question question) {
    return ask(question, fastest.of(question, sql -> ask(question, sql)));
  }

  @Override
  public Map<Question, Answer> answerTogether() {
    Map<Question, Answer> answers = new EnumMap<>(Question.class);
    for (Question question :
        List.of(Question.RESPONSE_BY_CHANNEL, Question.TWO_WAY, Question.DIRECT_REPLY)) {
      answers.put(question, answer(question));
    }
    return answers;
  }

  private Answer ask(Question question, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      Answer.Builder answer = new Answer.Builder();
      while (result.next()) {
        read(question, result, answer);
      }
      return answer.build();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  private static void read(Question question, ResultSet row, Answer.Builder answer)
      throws SQLException {
    switch (question) {
      case RESPONSE_BY_CHANNEL, RESPONSE_EXACTLY -> latencies(row, 2, row.getString(1), answer);
      case DIRECT_REPLY -> latencies(row, 1, "all", answer);
      case TWO_WAY -> answer.count("two-way", row.getLong(1)).count("heard", row.getLong(2));
      case FUNNEL -> {
        for (int step = 1; step <= GeneratedEvents.STEPS.size(); step++) {
          answer.count("step " + step, row.getLong(step));
        }
      }
      case WAITING -> {
        answer.count("waiting", row.getLong(1)).count("a day", row.getLong(2));
        int place = 0;
        for (Object since : (Object[]) row.getArray(3).getArray()) {
          answer.count("since " + ++place, (Long) since);
        }
      }
      case A_PATH -> {
        for (Stage stage : Stage.values()) {
          answer.count(stage.name(), row.getLong(1 + stage.ordinal()));
        }
      }
    }
  }

  private static void latencies(ResultSet row, int from, String key, Answer.Builder answer)
      throws SQLException {
    Array quantiles = row.getArray(from + 2);
    Object[] values = (Object[]) quantiles.getArray();
    answer
        .count(key + " answered", row.getLong(from))
        .count(key + " waiting", row.getLong(from + 1))
        .millis(key + " median", (Double) values[0])
        .millis(key + " p90", (Double) values[1]);
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  private static IllegalStateException failed(String sql, SQLException e) {
    return new IllegalStateException("DuckDB failed at:\n" + sql, e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed("closing", e);
    }
  }

  @Override
  public String toString() {
    return name() + (sorts ? ", rows sorted when taken in" : "");
  }
}
