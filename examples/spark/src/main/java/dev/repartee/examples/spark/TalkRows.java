package dev.repartee.examples.spark;

import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Interaction;
import dev.repartee.model.Sentiment;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Rows as Spark has them: one message or act each, and with it the conversation it is in. */
final class TalkRows {
  /** The columns; times are milliseconds since 1970. All but the conversation may be null. */
  static final StructType SCHEMA =
      new StructType()
          .add("conversation", DataTypes.StringType)
          .add("id", DataTypes.StringType)
          .add("parent", DataTypes.StringType)
          .add("author", DataTypes.StringType)
          .add("at", DataTypes.LongType)
          .add("kind", DataTypes.StringType)
          .add("channel", DataTypes.StringType)
          .add("topic", DataTypes.StringType)
          .add("label", DataTypes.StringType)
          .add("sentiment", DataTypes.StringType)
          .add("organization", DataTypes.StringType)
          .add("expects_response", DataTypes.BooleanType)
          .add("automatic", DataTypes.BooleanType);

  static final IdScope ID_SCOPE = IdScope.CONVERSATION;

  /** What counts as white space to the JDK, and the mark that some files begin with. */
  private static final String SPACE = "[\\s\\p{Z}\\x1C-\\x1F\\uFEFF]+";

  private static final String WHITE_SPACE_AROUND = "^" + SPACE + "|" + SPACE + "\\z";
  private static final String MESSAGE = "message";

  private TalkRows() {}

  /** Rows of Parquet files, or of CSV or JSON Lines where the name ends so. */
  static Dataset<Row> read(SparkSession spark, String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    Dataset<Row> rows =
        lower.endsWith("csv")
            ? spark.read().schema(SCHEMA).option("header", true).csv(path)
            : lower.endsWith("json") || lower.endsWith("jsonl")
                ? spark.read().schema(SCHEMA).json(path)
                : spark.read().parquet(path);
    return rows.select(Stream.of(SCHEMA.fieldNames()).map(functions::col).toArray(Column[]::new));
  }

  /** The conversation of a row, as ids are compared: white space around them does not count. */
  static Column conversation() {
    return functions.regexp_replace(functions.col("conversation"), WHITE_SPACE_AROUND, "");
  }

  /** Writes rows in the format that the name ends with. */
  static void write(Dataset<Row> rows, String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (lower.endsWith("csv")) {
      rows.write().option("header", true).csv(path);
    } else if (lower.endsWith("json") || lower.endsWith("jsonl")) {
      rows.write().json(path);
    } else {
      rows.write().parquet(path);
    }
  }

  static Dataset<Row> of(SparkSession spark, List<Row> rows) {
    return spark.createDataFrame(rows, SCHEMA);
  }

  /** A row of an interaction. */
  static Row row(String conversation, Interaction from) {
    return RowFactory.create(
        conversation,
        from.id().orElse(null),
        from.parent().orElse(null),
        from.author().orElse(null),
        from.at().map(Instant::toEpochMilli).orElse(null),
        from instanceof Act act ? act.kind().name() : MESSAGE,
        from.channel().orElse(null),
        from.topic().orElse(null),
        from.label().orElse(null),
        from.sentiment().map(Sentiment::name).orElse(null),
        from.addressee().orElse(null),
        from.expectsResponse(),
        from.isAutomatic());
  }

  /** The log of whole conversations. */
  static EngagementLog log(Iterator<Row> rows, Instant asOf) {
    EngagementLog.Builder builder =
        EngagementLog.builder(Questions.directory()).asOf(asOf).idScope(ID_SCOPE);
    Appender into = builder.appender();
    while (rows.hasNext()) {
      append(rows.next(), into);
    }
    return builder.build();
  }

  /** Offers a row to a log; if it cannot be read, as one that is counted, and says so. */
  static boolean append(Row row, Appender into) {
    @Nullable ActKind act;
    @Nullable Sentiment sentiment;
    try {
      act = act(row);
      sentiment = sentiment(row);
    } catch (IllegalArgumentException e) {
      into.unreadable();
      return false;
    }
    into.conversation(row.getString(0))
        .id(row.getString(1))
        .parent(row.getString(2))
        .author(row.getString(3))
        .channel(row.getString(6))
        .topic(row.getString(7))
        .label(row.getString(8))
        .sentiment(sentiment)
        .addressedTo(row.getString(10))
        .expectsResponse(expectsResponse(row))
        .automatic(automatic(row));
    if (!row.isNullAt(4)) {
      into.at(row.getLong(4));
    }
    if (act != null) {
      into.act(act);
    }
    into.end();
    return true;
  }

  private static @Nullable ActKind act(Row row) {
    String kind = row.getString(5);
    return kind == null || kind.equals(MESSAGE) ? null : ActKind.valueOf(kind);
  }

  private static @Nullable Sentiment sentiment(Row row) {
    String sentiment = row.getString(9);
    return sentiment == null ? null : Sentiment.valueOf(sentiment);
  }

  private static boolean expectsResponse(Row row) {
    return row.isNullAt(11) || row.getBoolean(11);
  }

  private static boolean automatic(Row row) {
    return !row.isNullAt(12) && row.getBoolean(12);
  }
}
