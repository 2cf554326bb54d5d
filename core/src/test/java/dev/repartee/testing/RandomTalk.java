package dev.repartee.testing;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.AnswerRule.RepliesToAudience;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random conversations with everything that makes rules hard: several organizations, bots,
 * automatic messages, flat and threaded talk, named persons, no authors, equal times, replies
 * before what they reply to. Every third talk is plain instead: many conversations, mostly between
 * one person and one organization, in which little is unusual.
 */
public final class RandomTalk {
  private static final long LAST = 40;

  private final Random random;
  private final Random labels;
  private final int organizations;
  private final int audience;
  private final boolean isFlat;
  private final boolean isPlain;
  private final List<Interaction> rows = new ArrayList<>();

  public RandomTalk(long seed) {
    random = new Random(seed);
    labels = new Random(~seed);
    isPlain = random.nextInt(3) == 0;
    organizations = isPlain ? 1 : random.nextInt(4);
    audience = isPlain ? 1 : random.nextInt(4) == 0 ? 30 : 1 + random.nextInt(4);
    isFlat = random.nextInt(3) == 0;
    int conversations = 1 + random.nextInt(isPlain ? 20 : 4);
    for (int c = 0; c < conversations; c++) {
      int messages = 1 + random.nextInt(random.nextInt(4) == 0 ? isPlain ? 220 : 80 : 12);
      for (int m = 0; m < messages; m++) {
        rows.add(message(c, m));
      }
    }
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** Whether something unusual happens, of which plain talk has little. */
  private boolean isUnusual(int oneIn) {
    return oneIn(isPlain ? 1_000 : oneIn);
  }

  private Interaction message(int conversation, int m) {
    String id = conversation + "." + m;
    long at = random.nextInt((int) LAST);
    String author = isUnusual(15) ? null : account();
    boolean isReply = m > 0 && (isFlat ? oneIn(8) : !oneIn(5));
    if (isReply) {
      Reply reply = Reply.of(id, author, at).to(conversation + "." + random.nextInt(m));
      return dressed(reply.in("c" + conversation));
    }
    return dressed(Post.of(id, author, at).in("c" + conversation));
  }

  private Interaction dressed(Reply reply) {
    return reply
        .addressedTo(addressee())
        .naming(isUnusual(6) ? account() : null)
        .label(oneIn(2) ? "answer" : "comment")
        .fingerprint(oneIn(4) ? null : "text " + random.nextInt(6))
        .sentiment(sentiment())
        .expectsResponse(!oneIn(5))
        .automatic(isUnusual(10));
  }

  private Interaction dressed(Post post) {
    return post.addressedTo(addressee())
        .naming(isUnusual(6) ? account() : null)
        .label(oneIn(2) ? "answer" : "comment")
        .fingerprint(oneIn(4) ? null : "text " + random.nextInt(6))
        .sentiment(sentiment())
        .expectsResponse(!oneIn(5))
        .automatic(isUnusual(10));
  }

  private @Nullable Sentiment sentiment() {
    int label = labels.nextInt(5);
    return label < Sentiment.values().length ? Sentiment.values()[label] : null;
  }

  private @Nullable String addressee() {
    return organizations > 0 && oneIn(3) ? "org" + random.nextInt(organizations) : null;
  }

  private String account() {
    if (organizations > 0 && oneIn(2)) {
      int organization = random.nextInt(organizations);
      return switch (isPlain ? 1 + random.nextInt(4) : random.nextInt(5)) {
        case 0 -> "bot" + organization;
        case 1, 2 -> "ann" + organization;
        default -> "bob" + organization;
      };
    }
    return "visitor" + random.nextInt(audience);
  }

  public Directory directory() {
    Directory.Builder directory = Directory.builder();
    for (int o = 0; o < organizations; o++) {
      String n = String.valueOf(o);
      directory.organization(
          "org" + n,
          org -> org.member("ann" + n, "Care").brand("bob" + n, "Sales").bot("bot" + n, "Care"));
    }
    return directory.build();
  }

  /** The rows, in an order of their own. */
  public List<Interaction> rows() {
    return List.copyOf(rows);
  }

  public EngagementLog log() {
    return log(rows);
  }

  /** The same with its rows in another order. */
  public EngagementLog shuffledLog() {
    List<Interaction> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(rows.size()));
    return log(shuffled);
  }

  /** The same where visitors join an organization in the midst of it, and members leave. */
  public EngagementLog logWherePeopleJoinAndLeave() {
    Random times = new Random(rows.size());
    Directory.Builder directory = Directory.builder();
    for (int o = 0; o < organizations; o++) {
      String n = String.valueOf(o);
      Instant change = Instant.ofEpochMilli(times.nextInt((int) LAST));
      Instant later = change.plusMillis(1 + times.nextInt(10));
      directory.organization(
          "org" + n,
          org ->
              org.member("ann" + n, "Care")
                  .until(change)
                  .brand("bob" + n, "Sales")
                  .bot("bot" + n, "Care")
                  .from(later)
                  .member("visitor" + n, "Care")
                  .from(change)
                  .until(later)
                  .member("ann" + n, "Sales")
                  .from(later));
    }
    return log(directory.build(), rows);
  }

  private EngagementLog log(List<Interaction> inOrder) {
    return log(directory(), inOrder);
  }

  private static EngagementLog log(Directory directory, List<Interaction> inOrder) {
    EngagementLog.Builder builder = EngagementLog.builder(directory);
    builder.addAll(inOrder);
    return builder.asOf("1970-01-01T00:00:00.042Z").build();
  }

  /** Every combination of options, by number. */
  public static AnswerRule rule(int number) {
    AnswerRule rule = (number & 1) == 0 ? AnswerRule.standard() : AnswerRule.anybodyElse();
    rule = (number & 2) == 0 ? rule : rule.countingBots();
    rule = (number & 4) == 0 ? rule : rule.answeredWith("answer");
    rule = (number & 8) == 0 ? rule : rule.oneAnswerServesAll();
    return (number & 16) == 0 ? rule : rule.repliesToAudience(RepliesToAudience.DO_NOT_WAIT);
  }

  @Override
  public String toString() {
    return rows.toString();
  }
}
