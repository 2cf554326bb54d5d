package dev.repartee.dialogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measures;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Conversations of one key that are counted by their shape, under keys that the log has as codes,
 * are what they are one by one, under keys that are texts: common shapes and rare ones, windows,
 * conversations that change the channel.
 */
final class ShapeCountsProperties {
  private static final long DAY = TimeUnit.DAYS.toMillis(1);
  private static final int CONVERSATIONS = 400;
  private static final int LONGEST = 7;

  private static final Dimension ORGANIZATION_TEXT =
      Dimension.of("organization", row -> row.organization());
  private static final Dimension CHANNEL_TEXT = Dimension.of("channel", row -> row.channel());

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void keysAsCodesAndAsTextsAreTheSame(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int lastDay) {
    EngagementLog whole = log(seed);
    EngagementLog part = whole.asOf(Instant.ofEpochMilli(lastDay * DAY));
    Instant start = Instant.ofEpochMilli(3 * DAY);
    Instant end = Instant.ofEpochMilli(7 * DAY);
    for (EngagementLog log : List.of(whole, part, whole.between(start, end))) {
      assertSame(log, Dimension.ORGANIZATION, ORGANIZATION_TEXT);
      assertSame(log, Dimension.CHANNEL, CHANNEL_TEXT);
      assertSame(
          log, Dimension.ORGANIZATION.and(Dimension.CHANNEL), ORGANIZATION_TEXT.and(CHANNEL_TEXT));
    }
  }

  private static void assertSame(EngagementLog log, Dimension codes, Dimension texts) {
    Breakdown<DialogueSummary> byShape = log.measure(Dialogue.standard().by(codes));
    Breakdown<DialogueSummary> oneByOne = log.measure(Dialogue.standard().by(texts));
    assertEquals(oneByOne.keys(), byShape.keys());
    oneByOne
        .parts()
        .forEach(
            part ->
                assertArrayEquals(
                    part.summary().toBytes(),
                    byShape.get(part.key().toArray(new String[0])).toBytes()));
    assertArrayEquals(
        log.measure(Dialogue.standard()).toBytes(), byShape.total().toBytes(), "in total");
    assertArrayEquals(
        byShape.total().toBytes(),
        log.measure(Measures.of(Dialogue.standard()).by(codes))
            .total()
            .get(Dialogue.standard())
            .toBytes(),
        "among several measures");
  }

  private static EngagementLog log(long seed) {
    Random random = new Random(seed);
    Directory directory =
        Directory.builder()
            .organization("Acme", acme -> acme.member("acme", "Support"))
            .organization("Bolt", bolt -> bolt.member("bolt", "Support"))
            .channel("channel 0", "Acme")
            .channel("channel 1", "Acme")
            .channel("channel 2", "Bolt")
            .build();
    EngagementLog.Builder builder = EngagementLog.builder(directory);
    Set<String> shapes = new HashSet<>();
    for (int c = 0; c < CONVERSATIONS; c++) {
      shapes.add(converse(builder, c, random));
    }
    assertTrue(shapes.size() > ShapeCounts.MOST_COUNTED, "some shapes are rare");
    return builder.asOf(Instant.ofEpochMilli(30 * DAY)).build();
  }

  /** Adds a conversation and returns its shape. */
  private static String converse(EngagementLog.Builder builder, int conversation, Random random) {
    int length = 1 + random.nextInt(LONGEST);
    String person = "person " + random.nextInt(100);
    int where = random.nextInt(3);
    String member = where == 2 ? "bolt" : "acme";
    boolean changes = random.nextInt(40) == 0;
    long time = random.nextInt(10) * DAY + random.nextInt((int) DAY);
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < length; i++) {
      boolean answers = i > 0 && random.nextBoolean();
      int parent = i == 0 ? 0 : random.nextInt(i);
      String author = answers ? member : person;
      String channel = changes && i == length - 1 ? "elsewhere" : "channel " + where;
      String id = conversation + "-" + i;
      if (i == 0) {
        builder.add(Post.of(id, author, time).channel(channel));
      } else {
        builder.add(Reply.of(id, author, time).to(conversation + "-" + parent).channel(channel));
      }
      shape.append(answers ? 'a' : 'q').append(parent);
      time += random.nextInt((int) DAY);
    }
    return shape.toString();
  }
}
