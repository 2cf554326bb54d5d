package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.funnel.Funnel;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Counts.ValueSummary;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Measure;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Attributes of the caller's own, through both doors. */
class AttributesTest {
  private static final Directory DIRECTORY =
      Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();

  private static final Dimension LANGUAGE = Dimension.attribute("language");
  private static final Measure<ValueSummary> ORDER = Counts.ofValue("order");

  private static Post post(String id) {
    return Post.of(id, "carl", "2026-01-01T00:00:00Z");
  }

  private static EngagementLog log(Post... posts) {
    return EngagementLog.builder(DIRECTORY).addAll(List.of(posts)).build();
  }

  /** Two in French, answered once; one in German; one without a language. */
  private static EngagementLog log() {
    return EngagementLog.builder(DIRECTORY)
        .add(post("a").attribute("language", "fr").value("order", 12.5))
        .add(Reply.of("b", "care", "2026-01-01T01:00:00Z").to("a"))
        .add(post("c").attribute("language", "fr").value("order", -2))
        .add(post("d").attribute("language", "de").attribute("device", "phone"))
        .add(post("e").value("order", 0))
        .add(
            Act.of(ActKind.CLICK, "carl", "2026-01-02T00:00:00Z")
                .attribute("language", "de")
                .value("order", 1_000))
        .build();
  }

  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static String read(EngagementLog log, String id) {
    Supplier<String> text =
        () ->
            log.rows()
                .filter(row -> id.equals(row.texts().id()))
                .map(row -> row.attribute("language") + " " + row.value("order"))
                .findFirst()
                .orElseThrow();
    return text.get();
  }

  @Test
  void objectsKeepThemAsGiven() {
    Post post = post("a").attribute("language", "fr").attribute("x", "y").value("order", 0.1);
    assertEquals(Map.of("language", "fr", "x", "y"), post.attributes());
    assertEquals(Map.of("order", 0.1), post.values());
    assertEquals(Map.of("x", "y"), post.attribute("language", null).attributes());
    assertThrows(UnsupportedOperationException.class, () -> post.attributes().clear());
    assertEquals(Map.of(), post("b").attributes());
  }

  @Test
  void bothDoorsGiveTheSameLog() {
    EngagementLog.Builder builder = EngagementLog.builder(DIRECTORY);
    Appender rows = builder.appender();
    rows.id("a").author("carl").at("2026-01-01T00:00:00Z");
    rows.attribute("language", "en").attribute("language", "fr").value("order", 12.5).end();
    rows.id("b").author("care").at("2026-01-01T01:00:00Z").parent("a").end();
    rows.id("c").author("carl").at("2026-01-01T00:00:00Z").attribute("language", "fr");
    rows.value("order", 3).value("order", -2).end();
    rows.id("d").author("carl").at("2026-01-01T00:00:00Z").attribute("language", "de");
    rows.attribute("device", "phone").end();
    rows.id("e").author("carl").at("2026-01-01T00:00:00Z").attribute("language", " ");
    rows.value("order", 0).end();
    rows.act(ActKind.CLICK).author("carl").at("2026-01-02T00:00:00Z").attribute("language", "de");
    rows.value("order", 1_000).end();
    assertEquals(log().rows().toList(), builder.build().rows().toList());
    assertEquals("fr OptionalDouble[12.5]", read(log(), "a"));
    assertEquals(" OptionalDouble.empty", read(log(), "b"));
    assertEquals(" OptionalDouble[0.0]", read(log(), "e"));
  }

  @Test
  void breakdownsViewsAndFiltersGoByThem() {
    Breakdown<ResponseSummary> waits = log().measure(ResponseTime.eachTurn().by(LANGUAGE));
    assertEquals(List.of(List.of("(none)"), List.of("de"), List.of("fr")), waits.keys());
    assertEquals("dimension attribute \"language\"", LANGUAGE.toString());
    ResponseSummary french = log().only(LANGUAGE, "fr").measure(ResponseTime.eachTurn());
    assertEquals(2, french.exchanges());
    assertEquals(1, french.answered());
    assertEquals(
        List.of(List.of("(none)")),
        log().measure(ResponseTime.eachTurn().by(Dimension.attribute("nobody's"))).keys());
    EventFilter german = EventFilter.anything().withAttribute("language", "de", "at");
    assertEquals("anything, attribute \"language\" \"at\" or \"de\"", german.toString());
    Funnel funnel =
        Funnel.builder()
            .step("wrote", EventFilter.messages().withAttribute("language", ""))
            .step("clicked", german)
            .within(Duration.ofDays(3))
            .build();
    assertEquals(1, log().measure(funnel).step("clicked").reached());
  }

  @Test
  void numbersAreAddedUpExactly() {
    ValueSummary order = log().measure(ORDER);
    assertEquals(5, order.messages());
    assertEquals(3, order.count());
    assertEquals(10.5, order.sum());
    assertEquals(3.5, order.mean().value());
    assertTrue(order.toString().endsWith("\nsum 10.50, 3 of 5 messages"), order.toString());
    Breakdown<ValueSummary> byLanguage = log().measure(ORDER.by(LANGUAGE));
    assertEquals(0, byLanguage.get("de").count());
    assertFalse(byLanguage.get("de").mean().isDefined());
    assertEquals(
        0.3,
        log(post("a").value("order", 0.1), post("b").value("order", 0.2)).measure(ORDER).sum());
    // half a millionth goes to the even neighbour
    assertEquals(2e-6, log(post("a").value("order", 2.5e-6)).measure(ORDER).sum());
  }

  @Test
  void noSumOverflows() {
    EngagementLog.Builder builder = EngagementLog.builder(DIRECTORY);
    Appender rows = builder.appender();
    for (int i = 0; i < 100; i++) {
      rows.id(i).author("carl").at(i).value("order", i == 0 ? -0.000001 : -1e12).end();
    }
    ValueSummary order = builder.build().measure(ORDER);
    assertEquals(-99e12, order.sum());
    ValueSummary twice = order.merge(order);
    assertEquals(-198e12, twice.sum());
    assertArrayEquals(twice.toBytes(), ORDER.fromBytes(twice.toBytes()).toBytes());
  }

  @Test
  void rowsWithOneIdConflictWhereTheyDiffer() {
    Post french = post("a").attribute("language", "fr").value("order", 1);
    assertEquals(1, log(french, french).audit().count(Audit.Reason.DUPLICATE_ID));
    for (Post other :
        List.of(
            french.attribute("language", "de"),
            french.attribute("language", null),
            french.attribute("device", "phone"),
            french.value("order", 2),
            french.value("tip", 1))) {
      EngagementLog log = log(french, other);
      assertEquals(1, log.audit().count(Audit.Reason.CONFLICTING_ID));
      assertEquals(log.rows().toList(), log(other, french).rows().toList());
    }
  }

  @Test
  void foldedCopiesKeepThoseOfTheFirst() {
    Post first = post("a").fingerprint("f").attribute("language", "fr");
    Post second = post("b").fingerprint("f").attribute("language", "de");
    EngagementLog log =
        EngagementLog.builder(DIRECTORY)
            .foldRepeats(Duration.ofHours(1))
            .add(second.in("c"))
            .add(first.in("c"))
            .build();
    assertEquals(1, log.messages());
    assertEquals("fr OptionalDouble.empty", read(log, "a"));
  }

  @Test
  void aReplyDoesNotInheritThem() {
    EngagementLog log = log();
    assertEquals(" OptionalDouble.empty", read(log, "b"));
    assertEquals(OptionalDouble.empty(), log.rows().toList().get(1).value("order"));
  }

  @Test
  void whatCannotBeKeptIsRefused() {
    String number =
        "must be a number from -10^12 to 10^12; leave it out where it is not known, and";
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1.1e12}) {
      assertEquals(
          "value of order (" + bad + ") " + number + " give larger ones in a larger unit",
          refusal(() -> post("a").value("order", bad)));
      assertTrue(
          refusal(() -> EngagementLog.builder().appender().value("order", bad)).contains(number));
    }
    String blank = "name of an attribute ( ) must not be blank; call it as the data does";
    Appender rows = EngagementLog.builder().appender();
    for (Executable call :
        List.<Executable>of(
            () -> post("a").attribute(" ", "x"),
            () -> post("a").value(" ", 1),
            () -> rows.attribute(" ", "x"),
            () -> rows.value(" ", 1),
            () -> Dimension.attribute(" "),
            () -> Counts.ofValue(" "),
            () -> EventFilter.anything().withAttribute(" ", "x"))) {
      assertEquals(blank, refusal(call));
    }
    for (int i = 0; i < 100; i++) {
      rows.attribute("name " + i, "x").value("name " + i, i);
    }
    String message =
        "attribute (another) must be one of at most 100 names in a log; leave out what no measure"
            + " asks for, and put what varies into the text, not the name";
    assertEquals(message, refusal(() -> rows.attribute("another", "x")));
    assertEquals(message, refusal(() -> rows.value("another", 1)));
  }

  @Test
  void aRowBegunWithOneHasToBeEnded() {
    EngagementLog.Builder builder = EngagementLog.builder();
    builder.appender().attribute("language", "fr");
    assertThrows(IllegalStateException.class, builder::build);
    EngagementLog.Builder other = EngagementLog.builder();
    other.appender().value("order", 0);
    assertThrows(IllegalStateException.class, other::build);
  }
}
