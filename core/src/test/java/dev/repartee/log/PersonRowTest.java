package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.apath.EngagementEffect;
import dev.repartee.apath.Stage;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import dev.repartee.openness.Recovery;
import dev.repartee.response.ResponseTime;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PersonRowTest {
  private static final Directory DIRECTORY =
      Directory.builder()
          .organization("Acme", acme -> acme.member("care", "Support"))
          .person("Carl", "carl@blog", "carl@chirp")
          .build();

  private static final Instant AS_OF = Instant.parse("2026-02-01T00:00:00Z");

  /** Carl asks, is answered, comes back on another channel, and speaks to Zak elsewhere. */
  private static EngagementLog log() {
    return EngagementLog.builder(DIRECTORY)
        .asOf(AS_OF)
        .add(Post.of("a", "carl@blog", "2026-01-01T00:00:00Z").channel("blog").topic("beans"))
        .add(Reply.of("b", "care", "2026-01-01T01:00:00Z").to("a"))
        .add(
            Reply.of("c", "carl@chirp", "2026-01-01T02:00:00Z")
                .to("b")
                .attribute("language", "fr")
                .value("order", -12.5))
        .add(Post.of("d", "zak", "2026-01-03T00:00:00Z").channel("chirp"))
        .add(Reply.of("e", "carl@chirp", "2026-01-02T23:00:00Z").to("d").naming("zak"))
        .add(Act.of(ActKind.FOLLOW, "carl@chirp", "2026-01-04T00:00:00Z").channel("chirp"))
        .add(Post.of("f", "", "2026-01-05T00:00:00Z"))
        .build();
  }

  private static PersonRow row(String id) {
    return log().rows().filter(r -> id.equals(r.texts().id())).findFirst().orElseThrow();
  }

  private static EngagementLog ofPerson(String name) {
    List<PersonRow> rows = log().rows().filter(r -> r.person().equals(name)).toList();
    return EngagementLog.ofRows(DIRECTORY, AS_OF, rows);
  }

  private static String refusal(Supplier<?> call) {
    return String.valueOf(assertThrows(RuntimeException.class, call::get).getMessage());
  }

  @Test
  void aRowKeepsWhatFollowsFromItsConversation() {
    assertEquals("Carl", row("c").person());
    assertEquals("care", row("b").person());
    assertEquals("(anonymous)", row("f").person());
    assertEquals(RepliesTo.ORGANIZATION, row("c").repliesTo());
    assertTrue(row("c").returned());
    assertEquals("blog", row("c").texts().channel());
    assertEquals("beans", row("c").texts().topic());
    assertEquals(RepliesTo.AUDIENCE, row("e").repliesTo());
    assertEquals(Instant.parse("2026-01-02T23:00:00Z"), row("e").at());
    assertEquals(Instant.parse("2026-01-03T00:00:00Z"), row("e").effectiveAt());
    assertEquals(
        """
        message e by Carl
        at 2026-01-02T23:00:00Z, in effect at 2026-01-03T00:00:00Z
        channel chirp
        naming zak
        replies to AUDIENCE""",
        row("e").toString());
  }

  @Test
  void aPersonAloneHasThePathThatItHasAmongAll() {
    EngagementLog carl = ofPerson("Carl");
    assertEquals(3, carl.messages());
    assertEquals(1, carl.acts());
    assertEquals(0, carl.conversations());
    assertEquals(1, carl.persons());
    assertEquals(1, carl.measure(APath.standard()).stage(Stage.AUDIENCE).count());
    assertEquals(1, ofPerson("(anonymous)").measure(APath.standard()).anonymous());
  }

  @Test
  void whatNeedsConversationsIsRefused() {
    assertEquals(
        "measure ([dialogue]) must be one over persons here, where rows have left their"
            + " conversations; measure it on the logs by conversation and merge the summaries",
        refusal(() -> ofPerson("Carl").measure(Dialogue.standard())));
    EngagementLog shared =
        EngagementLog.builder(DIRECTORY)
            .asOf(AS_OF)
            .add(Act.of(ActKind.SHARE, "zak", "2026-01-01T00:00:00Z").id("s"))
            .add(Reply.of("t", "care", "2026-01-01T01:00:00Z").to("s"))
            .build();
    EngagementLog rebuilt = EngagementLog.ofRows(DIRECTORY, AS_OF, shared.rows().toList());
    assertEquals(
        "replies to acts are not in rows by person; measure it on one log of everything, or, where a"
            + " fact takes no more than one conversation, on the logs by conversation and merge the"
            + " summaries",
        refusal(() -> rebuilt.measure(ResponseTime.acknowledgement())));
  }

  /** A complaint in one conversation and a thank-you in another: 1 of 1, and by no part 1 of 1. */
  @Test
  void whatLooksFromAPersonIntoConversationsTakesOneLog() {
    EngagementLog.Builder whole = EngagementLog.builder(DIRECTORY).asOf(AS_OF);
    Post complaint =
        Post.of("a", "zak", "2026-01-01T00:00:00Z").sentiment(Sentiment.NEGATIVE).in("x");
    Reply answer = Reply.of("b", "care", "2026-01-01T01:00:00Z").to("a");
    Post thanks = Post.of("c", "zak", "2026-01-05T00:00:00Z").sentiment(Sentiment.POSITIVE).in("y");
    EngagementLog log = whole.add(complaint).add(answer).add(thanks).build();
    assertEquals(1, log.measure(Recovery.standard()).recovered());
    EngagementLog rebuilt = EngagementLog.ofRows(DIRECTORY, AS_OF, log.rows().toList());
    assertEquals(
        "complaints and their answers are not in rows by person; measure it on one log of"
            + " everything",
        refusal(() -> rebuilt.measure(Recovery.standard())));
    assertEquals(
        "messages that speak to a person are not in rows by person; measure it on one log of"
            + " everything",
        refusal(
            () ->
                rebuilt.measure(
                    EngagementEffect.after(Stage.ATTENTION).withLandmark(Duration.ofDays(1)))));
  }

  @Test
  void viewsThatChooseFactsHaveNoRows() {
    String expected =
        "rows() gives all rows; call it before between(…), only(…), filter(…) and followedFor(…),"
            + " and take those of the log that is built of the rows";
    Duration day = Duration.ofDays(1);
    assertEquals(expected, refusal(() -> log().between(AS_OF.minus(day), AS_OF).rows()));
    assertEquals(expected, refusal(() -> log().only(Dimension.CHANNEL, "blog").rows()));
    assertEquals(expected, refusal(() -> log().followedFor(day).rows()));
    assertEquals(3, log().asOf("2026-01-02T23:30:00Z").rows().count());
  }

  @Test
  void rowsOfAnotherDirectoryOrALaterTimeAreRefused() {
    List<PersonRow> rows = log().rows().toList();
    assertTrue(
        refusal(() -> EngagementLog.ofRows(Directory.empty(), AS_OF, rows))
            .endsWith("; build both logs with the same directory"));
    String message =
        refusal(
            () ->
                EngagementLog.ofRows(
                    DIRECTORY, Instant.parse("2026-01-02T23:30:00Z"), List.of(row("e"))));
    assertEquals(
        "asOf (2026-01-02T23:30:00Z) must not be before a row takes effect"
            + " (2026-01-03T00:00:00Z); use the as-of of the log that the rows come from, and take"
            + " asOf(…) of the result",
        message);
  }

  @Test
  void damagedBytesAreRefused() {
    byte[] bytes = row("c").toBytes();
    assertEquals(row("c"), PersonRow.fromBytes(bytes));
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      refusal(() -> PersonRow.fromBytes(bytes));
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      refusal(() -> PersonRow.fromBytes(cut));
    }
    assertEquals(
        "bytes (0 of them) are no row: they end early; pass what toBytes() returned,"
            + " unchanged",
        refusal(() -> PersonRow.fromBytes(new byte[0])));
    bytes[0] = 3;
    assertEquals(
        "bytes ("
            + bytes.length
            + " of them) are no row: they are not of version 1 or 2; pass what toBytes()"
            + " returned, unchanged",
        refusal(() -> PersonRow.fromBytes(bytes)));
  }

  private static byte[] sealed(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - 4);
    return ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) checksum.getValue()).array();
  }

  /** With a checksum that holds, what is read is a row, or nothing. */
  @Test
  @Tag("large")
  void forgedBytesGiveARowOrARefusal() {
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = row(i % 2 == 0 ? "e" : "c").toBytes();
      byte[] forged = bytes.clone();
      forged[1 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt(256);
      try {
        PersonRow row = PersonRow.fromBytes(sealed(forged));
        EngagementLog.ofRows(DIRECTORY, AS_OF, List.of(row)).measure(APath.standard());
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertNotEquals(0, refused);
    assertNotEquals(20_000, refused);
  }

  @Test
  @Tag("large")
  void aMillionRowsOfOnePersonAtOneTimeAreWorkLikeAnyOther() {
    EngagementLog.Builder builder = EngagementLog.builder(DIRECTORY).asOf(AS_OF);
    Appender rows = builder.appender();
    for (int i = 0; i < 1_000_000; i++) {
      rows.id(i % 2 == 0 ? i : -i).author("zak").at(AS_OF.toEpochMilli()).end();
    }
    EngagementLog log = builder.build();
    List<PersonRow> given = log.rows().toList();
    EngagementLog rebuilt = EngagementLog.ofRows(DIRECTORY, AS_OF, given);
    assertEquals(List.of(1_000_000L, 1L), List.of(rebuilt.messages(), rebuilt.persons()));
    assertEquals(1, rebuilt.measure(APath.standard()).stage(Stage.ATTENTION).count());
  }
}
