package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.repartee.measure.Dimension;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The door for columns: what is set, set again, taken back, and left unfinished. */
class AppenderTest {
  private static final long NOON = Instant.parse("2026-01-01T12:00:00Z").toEpochMilli();

  private static List<List<String>> channels(EngagementLog log) {
    return log.measure(Rows.all().by(Dimension.CHANNEL)).keys();
  }

  @Test
  void whatIsSetTwiceHasTheLastValue() {
    EngagementLog.Builder builder = EngagementLog.builder();
    builder.appender().id("a").id("b").author("x").author("y").at(1).at(NOON).end();
    EngagementLog log = builder.build();
    assertEquals(List.of("b"), Shape.of(log));
    assertEquals(Instant.ofEpochMilli(NOON), log.asOf());
    assertEquals(List.of("y"), Rows.persons(log));
  }

  @Test
  void whatIsSetToNothingIsAbsent() {
    EngagementLog.Builder builder = EngagementLog.builder();
    Appender a = builder.appender();
    a.id("a").at(NOON).end();
    a.id("b").parent("a").parent(null).author("x").author(" ").channel("c").channel(null);
    a.at(NOON).end();
    a.id("c").id("").at(NOON).end();
    a.id("d").at(NOON).at((Instant) null).end();
    EngagementLog log = builder.build();
    assertEquals(List.of("a", "b"), Shape.of(log));
    assertEquals(2, log.audit().count(Audit.Reason.ANONYMOUS));
    assertEquals(1, log.audit().count(Audit.Reason.MISSING_ID));
    assertEquals(1, log.audit().count(Audit.Reason.MISSING_TIME));
    assertEquals(List.of(List.of(Dimension.NONE)), channels(log));
  }

  @Test
  void whoIsWhoMayBeSaidUntilTheLogIsBuilt() {
    Directory acme =
        Directory.builder().organization("Acme", members -> members.member("y", "Care")).build();
    EngagementLog.Builder late = EngagementLog.builder();
    late.add(Post.of("a", "x", NOON)).add(Reply.of("b", "y", NOON + 1).to("a")).directory(acme);
    EngagementLog log = late.build();
    assertEquals(acme, log.directory());
    assertEquals(
        List.of(List.of("Acme")), log.measure(Rows.all().by(Dimension.ORGANIZATION)).keys());
    assertThrows(IllegalStateException.class, () -> late.directory(acme));
  }

  @Test
  void aRowLeftUnfinishedIsNotMixedWithTheNext() {
    EngagementLog.Builder builder = EngagementLog.builder();
    builder.appender().author("x");
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> builder.add(Post.of("a", null, NOON)));
    assertEquals("row 1 was begun and not ended; call end() after its last value", e.getMessage());
  }

  @Test
  void aRowThatWasNeverEndedIsNotLostInSilence() {
    EngagementLog.Builder builder = EngagementLog.builder().add(Post.of("a", "x", NOON));
    builder.appender().id("b").at(NOON);
    IllegalStateException e = assertThrows(IllegalStateException.class, builder::build);
    assertEquals("row 2 was begun and not ended; call end() after its last value", e.getMessage());
    builder.appender().end();
    assertEquals(2, builder.build().messages());
  }

  @Test
  void nothingIsTakenAfterTheLogIsBuilt() {
    EngagementLog.Builder builder = EngagementLog.builder().add(Post.of("a", "x", NOON));
    Appender appender = builder.appender();
    builder.build();
    String message = "a builder builds one log; make another builder";
    Post late = Post.of("b", "x", NOON);
    assertEquals(
        message, assertThrows(IllegalStateException.class, () -> builder.add(late)).getMessage());
    assertEquals(
        message,
        assertThrows(IllegalStateException.class, () -> appender.id("b").at(NOON).end())
            .getMessage());
    assertEquals(message, assertThrows(IllegalStateException.class, builder::build).getMessage());
  }

  @Test
  void rowsOfNothingAtAllAreSetAside() {
    EngagementLog log =
        EngagementLog.builder()
            .add(Post.of(null, null, (String) null))
            .add(Reply.of(null, null, (Instant) null).to(null).in(null))
            .add(Act.of(ActKind.VIEW, null, (String) null).on(null))
            .build();
    assertEquals(2, log.audit().count(Audit.Reason.MISSING_ID));
    assertEquals(1, log.audit().count(Audit.Reason.MISSING_TIME));
    assertEquals(3, log.audit().rejected());
    assertEquals(Instant.EPOCH, log.asOf());
  }

  @Test
  void strictNamesTheValueOfATimeHandedOverAsANumber() {
    Appender appender = EngagementLog.builder().strict().appender().id("b").at(Long.MAX_VALUE);
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, appender::end);
    assertEquals(
        "row 1 (id b), at (9223372036854775807): TIME_OUT_OF_RANGE; a time lies in the years 1 to"
            + " 9999 (are these milliseconds?). Correct the row, or leave strict() out to have such"
            + " rows counted",
        e.getMessage());
  }
}
