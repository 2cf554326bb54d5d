package dev.repartee.testing;

import dev.repartee.log.EngagementLog;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Logs of real data, found through the environment variable REPARTEE_DATA. Tests that ask for one
 * are skipped where it is not set.
 */
public final class RealData {
  private static final Pattern SESSION = Pattern.compile("\"session\": \"([^\"]*)\"");
  private static final Pattern COMPANY = Pattern.compile("\"company\": \"([^\"]*)\"");
  private static final Pattern MESSAGE =
      Pattern.compile("\"id\": \"(\\d+)\", \"role\": \"(\\w+)\", \"user\": \"([^\"]*)\"");

  private static final Pattern COLUMN = Pattern.compile("\\G(?:^|,)(?:\"([^\"]*)\"|([^,]*))");

  /** The first instant of the clock in the ids of messages. */
  private static final long SNOWFLAKE_START = 1288834974657L;

  private RealData() {}

  /** Customer care of 24 companies; one member account for each, the company's. */
  public static EngagementLog twitterCare() {
    List<String> lines = lines("twitter_care/conversations.jsonl");
    Directory.Builder directory = Directory.builder();
    lines.stream()
        .map(line -> first(COMPANY, line))
        .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
        .forEach(name -> directory.organization(name, company -> company.brand(name, "Care")));
    EngagementLog.Builder log =
        EngagementLog.builder(directory.build()).idScope(IdScope.CONVERSATION);
    for (String line : lines) {
      String session = first(SESSION, line);
      Matcher message = MESSAGE.matcher(line);
      while (message.find()) {
        long at = (Long.parseLong(message.group(1)) >> 22) + SNOWFLAKE_START;
        boolean isCompany = message.group(2).equals("brand");
        String author = isCompany ? message.group(3) : session + "/" + message.group(3);
        Post post = Post.of(message.group(1), author, at).in(session);
        log.add(isCompany ? post : post.addressedTo(first(COMPANY, line)));
      }
    }
    return log.build();
  }

  /** Comments on one blog, each tree of replies a conversation; the owner is the organization. */
  public static EngagementLog blogComments() {
    Directory directory =
        Directory.builder().organization("Blog", blog -> blog.member("OWNER", "Author")).build();
    EngagementLog.Builder log = EngagementLog.builder(directory);
    for (String[] row : rows("blog_comments/comments.csv")) {
      log.add(
          row[4].isEmpty()
              ? Post.of(row[0], row[3], row[2])
              : Reply.of(row[0], row[3], row[2]).to(row[4]));
    }
    return log.build();
  }

  /** Questions, answers and comments of a public forum, labelled as such. */
  public static EngagementLog stackExchange() {
    EngagementLog.Builder log = EngagementLog.builder();
    for (String[] row : rows("stackexchange/quantumcomputing.csv")) {
      String author = row[3].isEmpty() ? null : row[3];
      log.add(
          row[2].isEmpty()
              ? Post.of(row[1], author, row[4]).label(row[0])
              : Reply.of(row[1], author, row[4]).to(row[2]).label(row[0]));
    }
    return log.build();
  }

  /**
   * The questions of the public forum as a funnel: each a person that asks, is answered, and has an
   * answer accepted at the time of that answer.
   */
  public static EngagementLog stackExchangeQuestions() {
    List<String[]> rows = rows("stackexchange/quantumcomputing.csv");
    Map<String, String> times = new HashMap<>();
    rows.forEach(row -> times.put(row[1], row[4]));
    EngagementLog.Builder log = EngagementLog.builder();
    for (String[] row : rows) {
      if (row[0].equals("question")) {
        log.add(Act.of(ActKind.VIEW, row[1], row[4]).label("asked"));
        if (!row[6].isEmpty()) {
          log.add(Act.of(ActKind.VIEW, row[1], times.get(row[6])).label("accepted"));
        }
      } else if (row[0].equals("answer")) {
        log.add(Act.of(ActKind.VIEW, row[2], row[4]).label("answered"));
      }
    }
    return log.build();
  }

  /** The cases of a file of small cases with expected results, column by column. */
  public static List<List<String>> cases(String file) {
    return lines("conformance/" + file).stream().skip(1).map(RealData::columns).toList();
  }

  private static List<String> columns(String line) {
    List<String> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(line);
    while (column.find()) {
      columns.add(column.group(1) == null ? column.group(2) : column.group(1));
    }
    return columns;
  }

  /** The thread below one blog post, whose export repeats comments; a row is a minute. */
  public static EngagementLog blogThread() {
    Directory directory =
        Directory.builder().organization("Blog", blog -> blog.member("Simon", "Author")).build();
    EngagementLog.Builder log = EngagementLog.builder(directory).foldRepeats(Duration.ofDays(1));
    for (String[] row : rows("blog_thread/thread.csv")) {
      if (row[2].equals("comment")) {
        long at = Duration.ofMinutes(Long.parseLong(row[0])).toMillis();
        log.add(
            row[3].isEmpty()
                ? Post.of(row[0], row[1], at).in("thread").fingerprint(row[4])
                : Reply.of(row[0], row[1], at).to(row[3]).in("thread").fingerprint(row[4]));
      }
    }
    return log.build();
  }

  /** The members of a faculty: id and group. */
  public static List<String[]> groupNodes() {
    return rows("groups/UKfaculty_nodes.csv");
  }

  /** Who works with whom there: from, to and weight. */
  public static List<String[]> groupEdges() {
    return rows("groups/UKfaculty_edges.csv");
  }

  private static String first(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.find()) {
      throw new IllegalArgumentException("line (" + line + ") must match " + pattern);
    }
    return matcher.group(1);
  }

  private static List<String[]> rows(String file) {
    return lines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static List<String> lines(String file) {
    String folder = System.getenv("REPARTEE_DATA");
    Assumptions.assumeTrue(
        folder != null, "REPARTEE_DATA is not set: it names the folder with the real data");
    try (Stream<String> lines = Files.lines(Path.of(folder, file))) {
      return lines.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
