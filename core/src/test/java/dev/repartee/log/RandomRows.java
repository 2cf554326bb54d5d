package dev.repartee.log;

import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Role;
import dev.repartee.model.Sentiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random rows of two organizations and a small crowd: threads, flat threads, orphans, circles,
 * skewed clocks, equal times, repeated ids, bots, automatic rows, acts of every kind, also those
 * that tell what becomes of conversations.
 */
public final class RandomRows {
  public static final long START = 1_767_225_600_000L; // 2026-01-01T00:00Z
  public static final long DAY = 86_400_000L;
  public static final int DAYS = 40;

  public static final Directory DIRECTORY =
      Directory.builder()
          .organization(
              "Acme",
              acme ->
                  acme.member("care", "Support")
                      .member("jane", "Executive", Role.LEADER)
                      .bot("acme_bot", "Support"))
          .organization("Bolt", bolt -> bolt.brand("bolt_help", "Service"))
          .person("Carl", "carl@blog", "carl@chirp")
          .channel("bolt-forum", "Bolt")
          .internalChannel("staffroom", "Acme")
          .topic("beans", "Acme", "Support")
          .topic("board", "Acme", "Executive")
          .build();

  private static final String[] AUTHORS = {
    "care",
    "care",
    "jane",
    "acme_bot",
    "bolt_help",
    "carl@blog",
    "carl@chirp",
    "zak",
    "matt",
    "17",
    "annemieke"
  };
  private static final String[] CHANNELS = {"blog", "chirp", "bolt-forum", "staffroom"};
  private static final String[] TOPICS = {"beans", "beans", "board"};

  private RandomRows() {}

  /** Lists of up to 60 rows. */
  public static Arbitrary<List<Interaction>> lists() {
    return Arbitraries.randomValue(random -> list(random, random.nextInt(61)));
  }

  public static List<Interaction> list(Random random, int size) {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Interaction row = row(random, i);
      rows.add(dressed(row, new Random(row.toString().hashCode() + i)));
    }
    return rows;
  }

  private static Interaction row(Random random, int i) {
    String author = random.nextInt(20) == 0 ? null : pick(random, AUTHORS);
    // Whole hours make equal times likely; some rows lie long before or after their parents.
    long at =
        START
            + (random.nextInt(3) == 0 ? random.nextInt(DAYS * 24) : i % 7 * 24 + random.nextInt(48))
                * 3_600_000L;
    if (random.nextInt(3) == 0) {
      Act act = Act.of(pick(random, ActKind.values()), author, at);
      act = random.nextBoolean() ? act.on(id(random, i)) : act;
      act = random.nextInt(3) == 0 ? act : act.id("a" + i);
      if (act.kind().isOfState()) {
        return ofState(random, i, act);
      }
      act = random.nextInt(4) == 0 ? act.sentiment(pick(random, Sentiment.values())) : act;
      return random.nextBoolean()
          ? act.channel(pick(random, CHANNELS)).addressedTo("Acme")
          : act.channel(pick(random, CHANNELS));
    }
    if (random.nextInt(4) == 0) {
      Post post = Post.of("m" + i, author, at).channel(pick(random, CHANNELS));
      post = random.nextInt(3) == 0 ? post.addressedTo("Acme") : post;
      post = random.nextInt(3) == 0 ? post.topic(pick(random, TOPICS)) : post;
      return random.nextInt(3) == 0 ? post.in("t" + random.nextInt(3)) : post;
    }
    Reply reply = Reply.of(random.nextInt(25) == 0 ? "m0" : "m" + i, author, at);
    reply = random.nextInt(5) == 0 ? reply : reply.to(id(random, i));
    reply = random.nextInt(3) == 0 ? reply.in("t" + random.nextInt(3)) : reply;
    reply = random.nextInt(10) == 0 ? reply.automatic(true) : reply;
    reply = random.nextInt(8) == 0 ? reply.expectsResponse(false) : reply;
    reply = random.nextInt(3) == 0 ? reply : reply.fingerprint("text " + random.nextInt(4));
    reply = random.nextInt(8) == 0 ? reply.naming(pick(random, AUTHORS)) : reply;
    reply = random.nextInt(4) == 0 ? reply.sentiment(pick(random, Sentiment.values())) : reply;
    return random.nextInt(6) == 0 ? reply.channel(pick(random, CHANNELS)) : reply;
  }

  /** Mostly of a conversation that is there; of one in ten what it needs to tell is missing. */
  private static Act ofState(Random random, int i, Act act) {
    Act told = random.nextInt(10) == 0 ? act : act.rating(random.nextInt(5) + 1);
    String[] assignees = {"Support", "jane", "bolt_help", "Legal", null};
    told = told.assignedTo(pick(random, assignees));
    told = random.nextBoolean() ? told.in("t" + random.nextInt(4)) : told;
    told = random.nextInt(3) == 0 ? told : told.on(id(random, i));
    return random.nextInt(4) == 0 ? told.sequence(i) : told;
  }

  /** With attributes of the caller's own, of which many rows have none. */
  private static Interaction dressed(Interaction row, Random random) {
    String language = random.nextBoolean() ? pick(random, new String[] {"fr", "en", "de"}) : null;
    String device = random.nextInt(4) == 0 ? "device " + random.nextInt(30) : null;
    boolean isOrder = random.nextInt(3) == 0;
    double order = random.nextInt(400) / 8.0 - 10 + random.nextDouble();
    if (row instanceof Post post) {
      post = post.attribute("language", language).attribute("device", device);
      return isOrder ? post.value("order", order) : post;
    }
    if (row instanceof Reply reply) {
      reply = reply.attribute("language", language).attribute("device", device);
      return isOrder ? reply.value("order", order) : reply;
    }
    Act act = ((Act) row).attribute("language", language).attribute("device", device);
    return isOrder ? act.value("order", order) : act;
  }

  /** Mostly an earlier message, sometimes a later one or one that does not exist. */
  private static String id(Random random, int i) {
    if (random.nextInt(6) == 0) {
      return "a" + random.nextInt(i + 1);
    }
    return "m" + (random.nextInt(8) == 0 ? random.nextInt(70) : random.nextInt(i + 1));
  }

  private static <E> E pick(Random random, E[] values) {
    return values[random.nextInt(values.length)];
  }
}
