package dev.repartee.examples.daily;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.response.ResponseTime;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How fast rows come from a query into a log: {@code [rows [rounds]]}, ten million and five unless
 * said otherwise.
 */
public final class ManyRows {
  private ManyRows() {}

  /** Runs it and prints rows per second, round by round. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    long rows = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000L;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      fill(connection, rows);
      for (int round = 1; round <= rounds; round++) {
        long start = System.nanoTime();
        EngagementLog log = ResultSetLogReader.read(connection, directory());
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
            "round %d: %.2f s, %.2f million rows a second%n", round, seconds, rows / seconds / 1e6);
        if (round == rounds) {
          out.println(log);
          out.println(log.parallel().measure(ResponseTime.eachTurn()));
        }
      }
    }
  }

  static Directory directory() {
    return Directory.builder()
        .organization("Acme", acme -> acme.member("1", "Support").member("2", "Sales"))
        .build();
  }

  /** Conversations of four rows: a question, its answer, a word back, another answer. */
  static void fill(Connection connection, long rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create type channel as enum ('blog', 'chirp', 'forum')");
      statement.execute(
          "create table talk as select i + 1 as id, case when i % 4 = 0 then null else i end as"
              + " parent, case when i % 2 = 1 then 1 + i // 4 % 2 else 3 + hash(i // 4) % 1000000"
              + " end::bigint as author, make_timestamp(1767225600000000 + (i // 4) * 1000000 + i %"
              + " 4 * 600000000) as happened, (enum_range(null::channel))[1 + i // 4 % 3]::channel as"
              + " channel from range("
              + rows
              + ") t(i)");
    }
  }
}
