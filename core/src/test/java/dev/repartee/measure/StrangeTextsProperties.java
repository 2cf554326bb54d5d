package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.bytes.Wtf8;
import dev.repartee.log.EngagementLog;
import dev.repartee.log.PersonRow;
import dev.repartee.measure.Counts.CountSummary;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.participation.Participation;
import dev.repartee.ties.Ties;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that are no sound Unicode, or very long, are names like others. */
class StrangeTextsProperties {
  private static final int LONG = 70_000;

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "\uD800",
            "\uDBFF",
            "\uDC00",
            "\uDFFF",
            "\uD83D\uDE00",
            "é",
            "x",
            "?",
            "\uD7FF",
            "\uE000")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Set<String>> names() {
    return texts().set().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 2_000)
  void bytesComeBackAndAreUtf8WhereThatHolds(@ForAll("texts") String text) {
    byte[] bytes = Wtf8.bytes(text);
    assertEquals(text, Wtf8.text(bytes, 0, bytes.length));
    if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), bytes);
    }
  }

  @Property(tries = 200)
  void differentNamesStayDifferent(@ForAll("names") Set<String> names) {
    EngagementLog.Builder builder =
        EngagementLog.builder(Directory.empty()).asOf("2026-02-01T00:00:00Z");
    for (String name : names) {
      builder.add(
          Post.of("id" + name, "a" + name, "2026-01-01T00:00:00Z")
              .channel("c" + name)
              .topic("t" + name)
              .label("l" + name)
              .fingerprint("f" + name)
              .attribute("own", "v" + name));
      builder.add(Reply.of("r" + name, "b" + name, "2026-01-01T01:00:00Z").to("id" + name));
    }
    EngagementLog log = builder.build();
    assertEquals(2L * names.size(), log.audit().accepted());
    assertEquals(names.size(), log.measure(Ties.standard()).edges().size());
    for (String kind : List.of("c", "t", "l", "v")) {
      Dimension dimension =
          switch (kind) {
            case "c" -> Dimension.CHANNEL;
            case "t" -> Dimension.TOPIC;
            case "l" -> Dimension.of("label", Row::label);
            default -> Dimension.attribute("own");
          };
      Measure<Breakdown<CountSummary>> measure =
          Counts.ofMessages("posts", row -> true).by(dimension);
      Breakdown<CountSummary> found = log.measure(measure);
      Breakdown<CountSummary> read = measure.fromBytes(found.toBytes());
      Set<String> expected =
          names.stream().map(name -> kind + name).collect(Collectors.toCollection(TreeSet::new));
      for (Breakdown<CountSummary> each : List.of(found, read)) {
        assertEquals(
            expected,
            each.keys().stream()
                .map(key -> key.get(0))
                .filter(key -> !key.equals(Dimension.NONE))
                .collect(Collectors.toCollection(TreeSet::new)));
      }
    }
  }

  static List<Measure<?>> measures() {
    return BytesTest.measures();
  }

  @ParameterizedTest
  @MethodSource("measures")
  void longNamesComeBackAndPrintShort(Measure<?> measure) {
    Measure<?> own =
        measure instanceof Participation ? Participation.of(LONG_LOG.directory()) : measure;
    checkLong(LONG_LOG, own);
  }

  private static final EngagementLog LONG_LOG = longLog("\uD800x".repeat(LONG / 2));

  private static <S extends Summary<S>> void checkLong(EngagementLog log, Measure<S> measure) {
    S summary = log.measure(measure);
    byte[] bytes = summary.toBytes();
    S read = measure.fromBytes(bytes);
    assertArrayEquals(bytes, read.toBytes());
    assertEquals(summary.toString(), read.toString());
    String text = summary.toString();
    assertTrue(text.indexOf('\n') <= 49 && (text.indexOf('\n') >= 0 || text.length() <= 49), text);
    assertTrue(text.length() <= 1_000, () -> text.length() + ": " + text.substring(0, 1_000));
  }

  private static EngagementLog longLog(String x) {
    return EngagementLog.builder(
            Directory.builder()
                .organization(
                    "Acme" + x,
                    a -> a.member("care" + x, "Support" + x).member("jane", "Sales" + x))
                .internalChannel("staffroom" + x, "Acme" + x)
                .topic("tea" + x, "Acme" + x, "Support" + x)
                .build())
        .asOf("2026-02-01T00:00:00Z")
        .add(post("a", "carl" + x, "2026-01-01T00:00:00Z", x).channel("blog" + x))
        .add(Reply.of("b" + x, "care" + x, "2026-01-01T01:00:00Z").to("a").fingerprint("ta" + x))
        .add(Reply.of("c" + x, "carl" + x, "2026-01-01T02:00:00Z").to("b" + x))
        .add(post("d", "jane", "2026-01-02T00:00:00Z", x).channel("staffroom" + x).topic("tea" + x))
        .add(Reply.of("e", "care" + x, "2026-01-02T01:00:00Z").to("d"))
        .build();
  }

  private static Post post(String id, String author, String at, String x) {
    return Post.of(id, author, at).label("l" + x).attribute("own", "v" + x);
  }

  @Test
  void rowsOfPersonsKeepThem() {
    List<PersonRow> rows = LONG_LOG.rows().toList();
    for (PersonRow row : rows) {
      assertEquals(row, PersonRow.fromBytes(row.toBytes()));
    }
    assertTrue(rows.size() > 0);
  }
}
