package dev.repartee.benchmarks;

import java.util.List;

/**
 * The questions in SQL, each in the ways that may be the fastest; which one is, depends on the
 * machine and the data. They say no more than the data needs: the directory is a limit on the
 * number of the author, times within a conversation differ, and nobody replies to another person of
 * the audience.
 */
final class DuckSql {
  private DuckSql() {}

  /** Makes a type whose values take a byte: its name, then its values. */
  static final String CREATE_TYPE = "CREATE TYPE %s AS ENUM (%s)";

  /** Reads the messages: the first number that is no member's, then the file. */
  static final String LOAD_ROWS =
      """
      CREATE OR REPLACE TABLE messages AS
      SELECT id, parent, conversation, author, millis, channel, author < %d AS member
      FROM read_csv('%s', header = true, columns = {
        'id': 'INTEGER', 'parent': 'INTEGER', 'conversation': 'INTEGER', 'author': 'INTEGER',
        'millis': 'BIGINT', 'channel': 'channel_name'})
      """;

  /** Lays the messages of a conversation side by side, in order, as a log does. */
  static final String SORT_ROWS =
      "CREATE OR REPLACE TABLE messages AS FROM messages ORDER BY conversation, millis";

  /** Reads the events from a file, those of a person side by side, in order. */
  static final String LOAD_EVENTS =
      """
      CREATE OR REPLACE TABLE events AS
      FROM read_csv('%s', header = true, columns = {
        'person': 'INTEGER', 'millis': 'BIGINT', 'kind': 'act_kind'})
      ORDER BY person, millis
      """;

  /** All messages up to the next one of a member are one turn. */
  private static final String RESPONSE_BY_ASOF =
      """
      SELECT channel, count(stop), count(*) - count(stop), quantile_cont(stop - start, [0.5, 0.9])
      FROM (
        SELECT asked.channel, said.millis AS stop, min(asked.millis) AS start
        FROM (FROM messages WHERE NOT member) asked
        ASOF LEFT JOIN (FROM messages WHERE member) said
          ON asked.conversation = said.conversation AND asked.millis < said.millis
        GROUP BY asked.conversation, asked.channel, said.millis)
      GROUP BY channel
      """;

  /** Counted from the end, the messages between two of members share a number. */
  private static final String RESPONSE_BY_RUN =
      """
      SELECT channel, count(stop), count(*) - count(stop), quantile_cont(stop - start, [0.5, 0.9])
      FROM (
        SELECT channel,
          max(millis) FILTER (member) AS stop, min(millis) FILTER (NOT member) AS start
        FROM (
          SELECT conversation, channel, millis, member, count(*) FILTER (member)
            OVER (PARTITION BY conversation ORDER BY millis DESC) AS run
          FROM messages)
        GROUP BY conversation, channel, run)
      WHERE start IS NOT NULL
      GROUP BY channel
      """;

  /** A turn begins where the message before is not the person's. */
  private static final String RESPONSE_BY_WINDOW =
      """
      SELECT channel, count(stop), count(*) - count(stop), quantile_cont(stop - millis, [0.5, 0.9])
      FROM (
        SELECT channel, millis, member,
          lag(member) OVER (PARTITION BY conversation ORDER BY millis) AS answered,
          min(millis) FILTER (member) OVER (PARTITION BY conversation ORDER BY millis
            ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS stop
        FROM messages)
      WHERE NOT member AND coalesce(answered, true)
      GROUP BY channel
      """;

  private static final String TWO_WAY =
      """
      SELECT count(*) FILTER (heard < spoke), count(*) FILTER (heard IS NOT NULL)
      FROM (
        SELECT min(millis) FILTER (NOT member) AS heard, max(millis) FILTER (member) AS spoke
        FROM messages
        GROUP BY conversation)
      """;

  private static final String DIRECT_BY_FIRST_REPLY =
      """
      SELECT count(*), (SELECT count(*) FROM messages WHERE NOT member) - count(*),
        quantile_cont(replied - millis, [0.5, 0.9])
      FROM (FROM messages WHERE NOT member) asked
      JOIN (SELECT parent, min(millis) AS replied FROM messages WHERE member GROUP BY parent) said
        ON said.parent = asked.id
      """;

  private static final String DIRECT_BY_JOIN =
      """
      SELECT count(*), (SELECT count(*) FROM messages WHERE NOT member) - count(*),
        quantile_cont(latency, [0.5, 0.9])
      FROM (
        SELECT min(said.millis) - any_value(asked.millis) AS latency
        FROM messages asked JOIN messages said ON said.parent = asked.id
        WHERE said.member AND NOT asked.member
        GROUP BY asked.id)
      """;

  /** For each event that may be a step: the latest beginning from which it can be reached. */
  private static final String FUNNEL_BY_JOINS =
      """
      WITH
      second AS MATERIALIZED (
        SELECT e.person, e.millis, max(c.millis) AS start FROM events c JOIN events e
          ON c.person = e.person AND e.millis BETWEEN c.millis AND c.millis + 2592000000
        WHERE c.kind = 'view' AND e.kind = 'click' GROUP BY ALL),
      third AS MATERIALIZED (
        SELECT e.person, e.millis, max(c.start) AS start FROM second c JOIN events e
          ON c.person = e.person AND e.millis BETWEEN c.millis AND c.start + 2592000000
        WHERE e.kind = 'reaction' GROUP BY ALL),
      fourth AS MATERIALIZED (
        SELECT e.person, e.millis, max(c.start) AS start FROM third c JOIN events e
          ON c.person = e.person AND e.millis BETWEEN c.millis AND c.start + 2592000000
        WHERE e.kind = 'subscribe' GROUP BY ALL),
      fifth AS (
        SELECT e.person FROM fourth c JOIN events e
          ON c.person = e.person AND e.millis BETWEEN c.millis AND c.start + 2592000000
        WHERE e.kind = 'recommend')
      SELECT (SELECT count(DISTINCT person) FROM events WHERE kind = 'view'),
        (SELECT count(DISTINCT person) FROM second), (SELECT count(DISTINCT person) FROM third),
        (SELECT count(DISTINCT person) FROM fourth), (SELECT count(DISTINCT person) FROM fifth)
      """;

  /** For each beginning: the earliest next step, and the next after that. */
  private static final String FUNNEL_BY_ASOF =
      """
      SELECT count(*), count(*) FILTER (steps >= 2), count(*) FILTER (steps >= 3),
        count(*) FILTER (steps >= 4), count(*) FILTER (steps >= 5)
      FROM (
        SELECT a.person, max(CASE
          WHEN e.millis <= a.millis + 2592000000 THEN 5
          WHEN d.millis <= a.millis + 2592000000 THEN 4
          WHEN c.millis <= a.millis + 2592000000 THEN 3
          WHEN b.millis <= a.millis + 2592000000 THEN 2
          ELSE 1 END) AS steps
        FROM (FROM events WHERE kind = 'view') a
        ASOF LEFT JOIN (FROM events WHERE kind = 'click') b
          ON a.person = b.person AND a.millis <= b.millis
        ASOF LEFT JOIN (FROM events WHERE kind = 'reaction') c
          ON b.person = c.person AND b.millis <= c.millis
        ASOF LEFT JOIN (FROM events WHERE kind = 'subscribe') d
          ON c.person = d.person AND c.millis <= d.millis
        ASOF LEFT JOIN (FROM events WHERE kind = 'recommend') e
          ON d.person = e.person AND d.millis <= e.millis
        GROUP BY a.person)
      """;

  /** What is asked of those who wait. */
  private static final String OF_WAITING =
      """
      SELECT count(*),
        count(*) FILTER (since <= (SELECT max(millis) FROM messages) - 86400000), min(since, 20)
      FROM (%s)
      """;

  private static final String WAITING_BY_JOIN =
      OF_WAITING.formatted(
          """
          SELECT min(millis) AS since
          FROM (FROM messages WHERE NOT member) asked
          LEFT JOIN (
            SELECT conversation, max(millis) AS said FROM messages WHERE member GROUP BY conversation)
            USING (conversation)
          WHERE said IS NULL OR millis > said
          GROUP BY conversation
          """);

  private static final String WAITING_BY_WINDOW =
      OF_WAITING.formatted(
          """
          SELECT min(millis) AS since
          FROM (
            SELECT conversation, millis, member,
              max(millis) FILTER (member) OVER (PARTITION BY conversation) AS said
            FROM messages)
          WHERE NOT member AND (said IS NULL OR millis > said)
          GROUP BY conversation
          """);

  /** Where a person's last message is not after a member's last, nobody waits. */
  private static final String WAITING_BY_LIST =
      OF_WAITING.formatted(
          """
          SELECT CASE WHEN said IS NULL THEN asked[1]
            ELSE list_min(list_filter(asked, lambda asking: asking > said)) END AS since
          FROM (
            SELECT list(millis ORDER BY millis) FILTER (NOT member) AS asked,
              max(millis) FILTER (member) AS said
            FROM messages
            GROUP BY conversation
            HAVING said IS NULL OR max(millis) FILTER (NOT member) > said)
          """);

  /** What is asked of persons of whom the times of acts of will, by day, are known. */
  private static final String OF_PATHS =
      """
      SELECT count(*), count(attracted), count(warm),
        count(*) FILTER (subscribed IS NOT NULL AND warm IS NOT NULL),
        count(*) FILTER (last_word >= greatest(warm, subscribed) AND warm IS NOT NULL
          AND subscribed IS NOT NULL AND last_word // 86400000 > first_word // 86400000)
      FROM (%s)
      """;

  private static final String A_PATH_BY_DAYS =
      OF_PATHS.formatted(
          """
          SELECT min(attracted) AS attracted, min(subscribed) AS subscribed,
            min(first_word) AS first_word, max(last_word) AS last_word,
            min(attracted) FILTER (number >= 3 AND day - first_day >= 14) AS warm
          FROM (
            SELECT *, count(attracted) OVER (PARTITION BY person ORDER BY day) AS number,
              min(day) FILTER (attracted IS NOT NULL) OVER (PARTITION BY person) AS first_day
            FROM (
              SELECT person, millis // 86400000 AS day,
                min(millis) FILTER (kind <> 'view') AS attracted,
                min(millis) FILTER (kind = 'subscribe') AS subscribed,
                min(millis) FILTER (kind = 'recommend') AS first_word,
                max(millis) FILTER (kind = 'recommend') AS last_word
              FROM events
              GROUP BY ALL))
          GROUP BY person
          """);

  private static final String A_PATH_BY_ROWS =
      OF_PATHS.formatted(
          """
          SELECT min(millis) FILTER (kind <> 'view') AS attracted,
            min(millis) FILTER (kind = 'subscribe') AS subscribed,
            min(millis) FILTER (kind = 'recommend') AS first_word,
            max(millis) FILTER (kind = 'recommend') AS last_word,
            min(millis) FILTER (kind <> 'view' AND number >= 3 AND day - first_day >= 14) AS warm
          FROM (
            SELECT *, sum(CAST(is_new AS INTEGER)) OVER path AS number,
              first(day) OVER path AS first_day
            FROM (
              SELECT *, millis // 86400000 AS day,
                coalesce(millis // 86400000 <> lag(millis // 86400000) OVER path, true) AS is_new
              FROM events
              WHERE kind <> 'view'
              WINDOW path AS (PARTITION BY person ORDER BY millis))
            WINDOW path AS (PARTITION BY person ORDER BY millis)
            UNION ALL BY NAME
            SELECT *, NULL AS day, NULL AS is_new, NULL AS number, NULL AS first_day
            FROM events
            WHERE kind = 'view')
          GROUP BY person
          """);

  /** The ways to ask a question; all give the same answer. */
  static List<String> waysToAsk(Question question) {
    return switch (question) {
      case RESPONSE_BY_CHANNEL, RESPONSE_EXACTLY ->
          List.of(RESPONSE_BY_RUN, RESPONSE_BY_ASOF, RESPONSE_BY_WINDOW);
      case TWO_WAY -> List.of(TWO_WAY);
      case DIRECT_REPLY -> List.of(DIRECT_BY_FIRST_REPLY, DIRECT_BY_JOIN);
      case FUNNEL -> List.of(FUNNEL_BY_JOINS, FUNNEL_BY_ASOF);
      case WAITING -> List.of(WAITING_BY_JOIN, WAITING_BY_WINDOW, WAITING_BY_LIST);
      case A_PATH -> List.of(A_PATH_BY_DAYS, A_PATH_BY_ROWS);
    };
  }
}
