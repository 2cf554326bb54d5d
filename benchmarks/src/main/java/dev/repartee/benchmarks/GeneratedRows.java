package dev.repartee.benchmarks;

import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rows as a pipeline would hand them over: conversations opened by one of many people, answered by
 * some of a few members, on eight channels; in order or shuffled; with numbers or texts as ids. The
 * same seed makes the same rows.
 */
public final class GeneratedRows {
  /** Who answers: accounts 0 to 19 of the one organization. */
  public static final int MEMBERS = 20;

  static final String CSV_HEADER = "id,parent,conversation,author,millis,channel";

  /** The middle of the year in which conversations open. */
  static final Instant MIDDLE = Instant.ofEpochMilli(1_700_000_000_000L + 365L * 43_200_000L);

  private static final long START = 1_700_000_000_000L;
  static final long YEAR = 365L * 86_400_000L;
  static final int CHANNELS = 8;

  /** Topics of which a department is in charge; a quarter of the conversations have none. */
  private static final int TOPICS = 6;

  private static final int TOPIC_BITS = 3;

  private final int[] id;
  private final int[] parent;
  private final int[] conversation;
  private final int[] author;
  private final long[] at;
  private final byte[] channel;

  private GeneratedRows(int rows) {
    id = new int[rows];
    parent = new int[rows];
    conversation = new int[rows];
    author = new int[rows];
    at = new long[rows];
    channel = new byte[rows];
  }

  /**
   * Returns generated rows of uniform shape.
   *
   * @param rows how many
   * @param shuffled whether they come in random order instead of conversation by conversation
   * @param seed the seed
   * @return the rows
   */
  public static GeneratedRows of(int rows, boolean shuffled, long seed) {
    return of(Shape.UNIFORM, rows, shuffled, seed);
  }

  /**
   * Returns generated rows.
   *
   * @param shape how they are spread over conversations and people
   * @param rows how many
   * @param shuffled whether they come in random order instead of conversation by conversation
   * @param seed the seed
   * @return the rows
   */
  public static GeneratedRows of(Shape shape, int rows, boolean shuffled, long seed) {
    GeneratedRows result = new GeneratedRows(rows);
    SplittableRandom random = new SplittableRandom(seed);
    int row = 0;
    while (row < rows) {
      int length = shape.length(rows, rows - row, random);
      byte where = (byte) random.nextInt(CHANNELS);
      shape.fill(result, row, length, random);
      Arrays.fill(result.channel, row, row + length, where);
      Arrays.fill(result.conversation, row, row + length, row);
      row += length;
    }
    return shuffled ? result.inRandomOrder(random) : result;
  }

  /** One of the people, who are a tenth as many as the rows. */
  int anybody(SplittableRandom random) {
    return MEMBERS + random.nextInt(Math.max(10, size() / 10));
  }

  /** An instant of the year. */
  long anyTime(SplittableRandom random) {
    return START + random.nextLong(YEAR);
  }

  /** Sets a row but for its conversation and channel. */
  void set(int row, int parentRow, int authorNumber, long millis) {
    id[row] = row;
    parent[row] = parentRow;
    author[row] = authorNumber;
    at[row] = millis;
  }

  /** Lays the rows out anew, so that reading them costs the same in every order. */
  private GeneratedRows inRandomOrder(SplittableRandom random) {
    GeneratedRows result = new GeneratedRows(size());
    int[] order = id.clone();
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    for (int i = 0; i < order.length; i++) {
      result.id[i] = id[order[i]];
      result.parent[i] = parent[order[i]];
      result.conversation[i] = conversation[order[i]];
      result.author[i] = author[order[i]];
      result.at[i] = at[order[i]];
      result.channel[i] = channel[order[i]];
    }
    return result;
  }

  /**
   * Returns how many rows there are.
   *
   * @return the number of rows
   */
  public int size() {
    return id.length;
  }

  /**
   * Returns the directory of the one organization.
   *
   * @return the directory
   */
  public static Directory directory() {
    return organization().build();
  }

  /**
   * Returns the directory of the one organization, in which each department is in charge of topics.
   *
   * @return the directory
   */
  public static Directory directoryWithTopics() {
    Directory.Builder builder = organization();
    for (int topic = 0; topic < TOPICS; topic++) {
      builder.topic(topicName(topic), "Acme", department(topic));
    }
    return builder.build();
  }

  private static Directory.Builder organization() {
    return Directory.builder()
        .organization(
            "Acme",
            acme -> {
              for (int member = 0; member < MEMBERS; member++) {
                acme.member(Integer.toString(member), department(member));
              }
            });
  }

  private static String department(int number) {
    return number % 2 == 0 ? "Support" : "Marketing";
  }

  private static String topicName(int topic) {
    return "topic-" + topic;
  }

  /**
   * Returns the log of the rows, with numbers as ids.
   *
   * @param threads how many threads build it
   * @return the log
   */
  public EngagementLog numeric(int threads) {
    EngagementLog.Builder builder = EngagementLog.builder(directory()).parallel(threads);
    Appender appender = builder.appender();
    String[] channels = channelNames();
    for (int row = 0; row < id.length; row++) {
      appender.id(id[row]).author(author[row]).at(at[row]).channel(channels[channel[row]]);
      if (parent[row] >= 0) {
        appender.parent(parent[row]);
      }
      appender.end();
    }
    return builder.build();
  }

  /**
   * Returns the log of the rows, with numbers as ids, in which the audience praises in a quarter of
   * its messages, criticizes in a quarter, and a quarter has no label; and in which three quarters
   * of the conversations have a topic that a department is in charge of.
   *
   * @param threads how many threads build it
   * @return the log
   */
  public EngagementLog labelled(int threads) {
    EngagementLog.Builder builder = EngagementLog.builder(directoryWithTopics()).parallel(threads);
    Appender appender = builder.appender();
    String[] channels = channelNames();
    Sentiment[] labels = Sentiment.values();
    for (int row = 0; row < id.length; row++) {
      appender.id(id[row]).author(author[row]).at(at[row]).channel(channels[channel[row]]);
      if (parent[row] >= 0) {
        appender.parent(parent[row]);
      }
      int label = (id[row] * 0x9E3779B9) >>> 30;
      if (author[row] >= MEMBERS && label < labels.length) {
        appender.sentiment(labels[label]);
      }
      int topic = (conversation[row] * 0x9E3779B9) >>> (Integer.SIZE - TOPIC_BITS);
      if (topic < TOPICS) {
        appender.topic(topicName(topic));
      }
      appender.end();
    }
    return builder.build();
  }

  /**
   * Returns the log of the rows, with texts as ids.
   *
   * @param threads how many threads build it
   * @return the log
   */
  public EngagementLog text(int threads) {
    EngagementLog.Builder builder = EngagementLog.builder(directory()).parallel(threads);
    Appender appender = builder.appender();
    String[] channels = channelNames();
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < id.length; row++) {
      appender.id(name(text, "message-", id[row])).at(at[row]).channel(channels[channel[row]]);
      if (author[row] < MEMBERS) {
        appender.author(author[row]);
      } else {
        appender.author(name(text, "visitor-", author[row]));
      }
      if (parent[row] >= 0) {
        appender.parent(name(text, "message-", parent[row]));
      }
      appender.end();
    }
    return builder.build();
  }

  /** The rows as objects, with texts as ids: plain numbers, or names as in {@link #text}. */
  List<Interaction> interactions(boolean areNames) {
    List<Interaction> rows = new ArrayList<>(id.length);
    String[] channels = channelNames();
    String message = areNames ? "message-" : "";
    for (int row = 0; row < id.length; row++) {
      String key = message + id[row];
      String account = (areNames && author[row] >= MEMBERS ? "visitor-" : "") + author[row];
      String where = channels[channel[row]];
      rows.add(
          parent[row] < 0
              ? Post.of(key, account, at[row]).channel(where)
              : Reply.of(key, account, at[row]).to(message + parent[row]).channel(where));
    }
    return rows;
  }

  /**
   * Writes the rows as CSV: {@code id,parent,conversation,author,millis,channel}, numbers but for
   * the channel, times in epoch milliseconds, no parent where a message opens. The conversation is
   * that of the opening message; a log finds it out by itself.
   *
   * @param file where to
   * @throws IOException if writing fails
   */
  public void writeCsv(Path file) throws IOException {
    String[] channels = channelNames();
    StringBuilder line = new StringBuilder(CSV_HEADER + "\n");
    try (Writer out = Files.newBufferedWriter(file)) {
      for (int row = 0; row < id.length; row++) {
        line.append(id[row]).append(',');
        if (parent[row] >= 0) {
          line.append(parent[row]);
        }
        line.append(',').append(conversation[row]).append(',').append(author[row]);
        line.append(',').append(at[row]).append(',').append(channels[channel[row]]).append('\n');
        out.append(line);
        line.setLength(0);
      }
    }
  }

  private static CharSequence name(StringBuilder text, String prefix, int number) {
    text.setLength(0);
    return text.append(prefix).append(number);
  }

  static String[] channelNames() {
    String[] names = new String[CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      names[i] = "channel-" + i;
    }
    return names;
  }

  @Override
  public String toString() {
    return id.length + " generated rows";
  }
}
