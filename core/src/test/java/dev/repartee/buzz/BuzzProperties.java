package dev.repartee.buzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import dev.repartee.stats.Proportion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Buzz is what the definitions say of rows, told without a log. */
final class BuzzProperties {
  private static final Directory DIRECTORY =
      Directory.builder()
          .organization("Acme", acme -> acme.member("care", "Support").bot("bot", "Support"))
          .organization("Bolt", bolt -> bolt.member("help", "Service"))
          .build();

  private static final List<String> AUTHORS =
      List.of("care", "bot", "help", "ann", "bea", "cid", "dan");

  /** A row with what is known of it as it is made. */
  private record Known(
      String id,
      @Nullable String author,
      @Nullable Known parent,
      @Nullable ActKind act,
      String organization,
      String named,
      boolean isAutomatic,
      @Nullable Sentiment sentiment,
      Interaction row) {
    boolean isMember() {
      return author != null && !ownOrganization(author).isEmpty();
    }

    boolean isMessage() {
      return act == null;
    }

    Known opener() {
      Known above = this;
      while (above.parent != null) {
        above = above.parent;
      }
      return above;
    }

    boolean isOf(String name) {
      return isMember() && organization.equals(name);
    }

    boolean isAudience() {
      return !isMember() && !isAutomatic;
    }

    boolean isMentionOf(String name) {
      return isAudience()
          && (isMessage()
              ? ownOrganization(named).equals(name) || (parent == null && organization.equals(name))
              : act == ActKind.MENTION && organization.equals(name));
    }

    boolean isEarnedBy(String name) {
      return isMentionOf(name) || (isAudience() && isMessage() && organization.equals(name));
    }

    boolean isPostOf(String name) {
      return isMessage() && parent == null && isOf(name);
    }
  }

  private static String ownOrganization(String author) {
    return switch (author) {
      case "care", "bot" -> "Acme";
      case "help" -> "Bolt";
      default -> "";
    };
  }

  private static List<Known> talk(Random random) {
    List<Known> rows = new ArrayList<>();
    int size = random.nextInt(60);
    for (int i = 0; i < size; i++) {
      rows.add(row(random, i, rows));
    }
    return rows;
  }

  private static Known row(Random random, int i, List<Known> before) {
    String author = random.nextInt(12) == 0 ? null : AUTHORS.get(random.nextInt(AUTHORS.size()));
    String own = author == null ? "" : ownOrganization(author);
    boolean isAct = random.nextInt(3) == 0;
    Known parent = null;
    if (!before.isEmpty() && random.nextInt(3) > 0) {
      Known any = before.get(random.nextInt(before.size()));
      parent = any.isMessage() ? any : null;
    }
    String addressee = random.nextInt(3) == 0 ? random.nextBoolean() ? "Acme" : "Bolt" : "";
    String organization =
        !own.isEmpty()
            ? own
            : !addressee.isEmpty() ? addressee : parent == null ? "" : parent.organization;
    String named =
        !isAct && random.nextInt(5) == 0 ? AUTHORS.get(random.nextInt(AUTHORS.size())) : "";
    boolean isAutomatic = !isAct && random.nextInt(8) == 0;
    Sentiment sentiment = random.nextBoolean() ? null : Sentiment.values()[random.nextInt(3)];
    String id = "r" + i;
    ActKind kind = isAct ? ActKind.ofRows().get(random.nextInt(ActKind.ofRows().size())) : null;
    String to = parent == null ? null : parent.id;
    String address = addressee.isEmpty() ? null : addressee;
    Interaction row;
    if (kind != null) {
      row = Act.of(kind, author, i).id(id).on(to).addressedTo(address).sentiment(sentiment);
    } else if (to != null) {
      row =
          Reply.of(id, author, i)
              .to(to)
              .addressedTo(address)
              .naming(named.isEmpty() ? null : named)
              .automatic(isAutomatic)
              .sentiment(sentiment);
    } else {
      row =
          Post.of(id, author, i)
              .addressedTo(address)
              .naming(named.isEmpty() ? null : named)
              .automatic(isAutomatic)
              .sentiment(sentiment);
    }
    return new Known(id, author, parent, kind, organization, named, isAutomatic, sentiment, row);
  }

  private static EngagementLog log(List<Known> rows) {
    return EngagementLog.builder(DIRECTORY)
        .addAll(rows.stream().map(Known::row).toList())
        .asOf(Instant.ofEpochMilli(100))
        .build();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void buzzIsWhatTheDefinitionsSay(@ForAll long seed) {
    List<Known> rows = talk(new Random(seed));
    BuzzSummary buzz = log(rows).measure(Buzz.standard());
    assertEquals(count(rows, r -> !r.isMember() && r.isAutomatic()), buzz.automatic());
    assertEquals(
        count(
            rows,
            r ->
                r.isAudience()
                    && r.organization().isEmpty()
                    && ownOrganization(r.named()).isEmpty()),
        buzz.unaddressed());
    for (BrandVoice voice : buzz.voices()) {
      String name = voice.organization();
      assertEquals(count(rows, r -> r.isMentionOf(name)), voice.mentions());
      assertEquals(count(rows, r -> r.isMentionOf(name) && !r.isMessage()), voice.mentionsByAct());
      assertCount(
          count(rows, r -> r.isMentionOf(name)),
          count(rows, r -> r.isMentionOf("Acme")) + count(rows, r -> r.isMentionOf("Bolt")),
          voice.shareOfVoice());
      assertCount(
          persons(rows, r -> r.isMentionOf(name)).size(),
          persons(rows, r -> r.isMentionOf("Acme") || r.isMentionOf("Bolt")).size(),
          voice.shareOfVoiceByPerson());
      assertEquals(
          persons(
                  rows,
                  r -> r.isMentionOf(name) || (r.isAudience() && r.organization().equals(name)))
              .size(),
          voice.reach());
      long earned = count(rows, r -> r.isEarnedBy(name));
      long own = count(rows, r -> r.isOf(name) && r.isMessage());
      assertCount(earned, earned + own, voice.earnedVoice());
      assertSentiment(rows, name, voice);
      assertRates(rows, name, voice);
    }
  }

  private static void assertSentiment(List<Known> rows, String name, BrandVoice voice) {
    long[] bySentiment = new long[3];
    for (Known row : rows) {
      if (row.sentiment() != null && row.isEarnedBy(name)) {
        bySentiment[row.sentiment().ordinal()]++;
      }
    }
    assertEquals(bySentiment[Sentiment.NEGATIVE.ordinal()], voice.negative());
    assertEquals(bySentiment[Sentiment.NEUTRAL.ordinal()], voice.neutral());
    assertEquals(bySentiment[Sentiment.POSITIVE.ordinal()], voice.positive());
  }

  private static void assertRates(List<Known> rows, String name, BrandVoice voice) {
    assertEquals(count(rows, r -> r.isPostOf(name)), voice.posts());
    assertEquals(
        count(
            rows,
            r ->
                r.isAudience()
                    && r.isMessage()
                    && !r.organization().isEmpty()
                    && r.parent() != null
                    && r.opener().isPostOf(name)),
        voice.conversation().count());
    assertEquals(
        count(rows, r -> isOnPostOf(name, r, ActKind.SHARE)), voice.amplification().count());
    assertEquals(count(rows, r -> isOnPostOf(name, r, ActKind.REACTION)), voice.applause().count());
    assertCount(persons(rows, r -> isShareOf(name, r)).size(), voice.reach(), voice.passAlong());
    assertCount(
        count(
            rows,
            r ->
                r.isOf(name)
                    && r.act() == ActKind.SHARE
                    && r.parent() != null
                    && !r.parent().isMember()),
        count(rows, r -> r.isOf(name) && r.act() == ActKind.SHARE),
        voice.generosity());
  }

  private static boolean isShareOf(String name, Known row) {
    return row.isAudience() && row.act() == ActKind.SHARE && row.organization().equals(name);
  }

  private static boolean isOnPostOf(String name, Known row, ActKind kind) {
    return row.isAudience()
        && row.act() == kind
        && !row.organization().isEmpty()
        && row.parent() != null
        && row.parent().isPostOf(name);
  }

  private static long count(List<Known> rows, Predicate<Known> predicate) {
    return rows.stream().filter(predicate).count();
  }

  private static Set<String> persons(List<Known> rows, Predicate<Known> predicate) {
    Set<String> persons = new TreeSet<>();
    for (Known row : rows) {
      if (row.author() != null && predicate.test(row)) {
        persons.add(row.author());
      }
    }
    return persons;
  }

  private static void assertCount(long hits, long trials, Proportion share) {
    assertEquals(hits + "/" + trials, share.successes() + "/" + share.trials());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void partsOfPersonsMergeToTheWhole(@ForAll long seed) {
    Random random = new Random(seed);
    List<Known> rows = talk(random);
    // Whole persons with whole threads: what hangs together stays together.
    List<Known> first = new ArrayList<>();
    Set<String> authors = new HashSet<>();
    for (int i = 0; i < rows.size() && i < 1; i++) {
      first.add(rows.get(i));
      authors.add(String.valueOf(rows.get(i).author()));
    }
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Known row : rows) {
        boolean isNear =
            authors.contains(String.valueOf(row.author()))
                || (row.parent() != null && first.contains(row.parent()))
                || first.stream()
                    .anyMatch(r -> r.parent() != null && r.parent().id().equals(row.id()));
        if (isNear && !first.contains(row)) {
          first.add(row);
          authors.add(String.valueOf(row.author()));
          grows = true;
        }
      }
    }
    List<Known> rest = new ArrayList<>(rows);
    rest.removeAll(first);
    Collections.shuffle(first, random);
    byte[] whole = log(rows).measure(Buzz.standard()).toBytes();
    BuzzSummary a = log(first).measure(Buzz.standard());
    BuzzSummary b = log(rest).measure(Buzz.standard());
    assertArrayEquals(whole, a.merge(b).toBytes());
    assertArrayEquals(whole, b.merge(a).toBytes());
  }
}
