package dev.repartee.examples.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A small export of each platform, written for this test, whose answers were counted by hand. */
class SamplesTest {
  private static Path sample(String name) {
    URL url = Objects.requireNonNull(SamplesTest.class.getResource("/samples/" + name));
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Messages, conversations, waits of each turn, rows and records left out; who is staff if told.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slack|4|2|30M + 1 waiting|1|",
        // Labelled once, closed twice.
        "github|4|2|30M + 1 waiting|3|",
        // A post that says what was done, and one that is not in the file.
        "discourse|3|2|30M + 1 waiting|2|",
        "discord|3|2|30M + 1 waiting|1|",
        // A private note, and tickets whose comments are the rows.
        "zendesk|4|2|30M + 1 waiting|2|",
        "instagram|3|2|30M + 1 waiting|0|acme",
        "telegram|3|2|30M + 1 waiting|1|Jane",
        "mbox|3|2|30M + 1 waiting|0|Jané",
        "gplay|3|2|30M + 1 waiting|0|",
        "zulip|4|2|30M + 1 waiting|0|",
        "intercom|4|2|30M + 1 waiting|1|",
        "chatwoot|4|2|30M + 1 waiting|1|",
        "gitlab|3|2|30M + 1 waiting|1|jane",
        "mattermost|3|2|30M + 1 waiting|5|",
        "rocketchat|3|2|30M + 1 waiting|1|jane",
        "reddit|5|2|30M + 2 waiting|0|",
        "youtube|3|2|30M + 1 waiting|0|",
        "mastodon|3|2|30M + 1 waiting|0|Jane",
        "hackernews|3|2|30M + 1 waiting|2|jane",
        // The asker thanks an hour and a half later, and waits again.
        "stackexchange-xml|4|2|30M 1H29M59.75S + 2 waiting|1|",
        "wordpress|3|2|30M + 1 waiting|2|",
        "appstore|3|2|30M + 1 waiting|0|",
        // Whoever was answered asks once more; the other company answers to what is not in the
        // file.
        "twcs|5|3|2M20S + 2 waiting|0|",
      })
  void areReadByTheirMarks(
      String name, long messages, long conversations, String waits, long leftOut, String staff)
      throws IOException {
    Export export = Export.of(sample(name)).zone(ZoneOffset.UTC);
    if (staff != null) {
      export.organization("Acme").members(staff);
    }
    Imported imported = export.read();
    assertEquals(name, imported.box().format());
    assertEquals(messages, imported.log().messages(), imported.box()::toString);
    assertEquals(conversations, imported.log().conversations());
    assertEquals(0, imported.log().audit().rejected(), imported.log().audit()::table);
    assertEquals(waits, Tiny.waits(imported));
    assertEquals(
        leftOut,
        imported.box().setAside().stream()
            .filter(aside -> aside.reason().startsWith("left out: "))
            .mapToLong(DataBox.Aside::count)
            .sum());
  }

  @Test
  void aChatInOneStreamIsReadWithAGap() throws IOException {
    Imported flat = Export.of(sample("whatsapp")).zone(ZoneOffset.UTC).read();
    assertEquals("whatsapp", flat.box().format());
    assertEquals(3, flat.log().messages());
    assertFalse(flat.box().isReliable());
    Imported told =
        Export.of(sample("whatsapp"))
            .zone(ZoneOffset.UTC)
            .organization("Acme")
            .members("Jane")
            .gap(Duration.ofHours(4))
            .read();
    assertTrue(told.box().isReliable(), Tiny.problems(told));
    assertEquals("30M + 1 waiting", Tiny.waits(told));
    assertEquals(2, told.log().conversations());
    assertEquals(
        "[Aside[reason=left out: notice of the chat, count=2",
        told.box().setAside().toString().substring(0, 51));
  }

  @Test
  void aCompanyMayBeNamedOtherwiseThanItsAccount(@TempDir Path folder) throws IOException {
    String header = Files.readAllLines(sample("twcs").resolve("twcs.csv")).get(0);
    Path file =
        Files.writeString(
            folder.resolve("twcs.csv"),
            header
                + """

                3,115712,True,Tue Oct 31 22:08:27 +0000 2017,"@sprintcare and how?",1,
                1,sprintcare,False,Tue Oct 31 22:10:47 +0000 2017,x,,3
                """);
    Imported imported = Export.of(file).organization("Sprint").members("sprintcare:Care").read();
    assertEquals("2M20S", Tiny.waits(imported));
    assertEquals("2M20S", Tiny.waits(Export.of(file).read()));
  }

  @Test
  void anArchiveHoldsWhatItsOwnerWrote() throws IOException {
    Imported imported = Export.of(sample("x-archive")).read();
    assertEquals("x-archive", imported.box().format());
    assertEquals(3, imported.log().messages());
    assertEquals(3, imported.log().person("acme").rows().count());
  }

  static List<String> recipes() {
    return Recipes.names();
  }

  /** What is printed to be copied says what it is for, and can be read again. */
  @ParameterizedTest
  @MethodSource("recipes")
  void everyRecipeCanBeCopied(String name, @TempDir Path folder) throws IOException {
    String text = Recipes.text(name);
    assertTrue(text.startsWith("# "), text);
    assertTrue(text.contains("def marks:") && text.contains("def rows:"), text);
    Path copy = Files.writeString(folder.resolve("mine.jq"), text);
    assertEquals(
        Recipe.parse(name, text).title(), Recipes.read(copy).title().replace(copy.toString(), ""));
  }

  @Test
  void aRecipeOfOnesOwn(@TempDir Path folder) throws IOException {
    Path recipe =
        Files.writeString(
            folder.resolve("mine.jq"),
            """
            # Mine
            def members: {account: "acme", organization: "Acme"};
            def rows: if .sys then {drop: "system"} else {id: .n, author: .who, at: .when, parent: .re} end;
            """);
    Path export =
        Files.writeString(
            folder.resolve("talk.jsonl"),
            """
            {"n":1,"who":"carl","when":"2026-01-05T09:00:00Z"}
            {"sys":true}
            {"other":[{"a":1},{"a":2}]}
            {"n":2,"who":"acme","when":"2026-01-05T09:30:00Z","re":1}
            {"n":3,"who":["x"],"when":{"a":1}}
            no JSON
            """);
    Imported imported = Export.of(export).recipe(recipe).read();
    assertEquals("30M", Tiny.waits(imported));
    assertEquals(5, imported.log().audit().offered());
    assertEquals(2, imported.log().audit().accepted());
    assertEquals("left out: system", imported.box().setAside().get(3).reason());
  }

  @Test
  void aRecordThatGivesNothingIsNamedWithItsArrays(@TempDir Path folder) throws IOException {
    Path recipe =
        Files.writeString(
            folder.resolve("mine.jq"), "def rows: .talk[]? | {id: .n, author: .who, at: .when};");
    Files.writeString(
        folder.resolve("a.json"),
        "{\"talk\":[{\"n\":1,\"who\":\"carl\",\"when\":\"2026-01-05T09:00:00Z\"}]}");
    Files.writeString(folder.resolve("b.json"), "{\"in\":{\"posts\":[{\"n\":2},{\"n\":3}]}}");
    Imported imported = Export.of(folder.resolve("*.json")).recipe(recipe).read();
    assertEquals("[Unread[path=b.json: in.posts, size=2]]", imported.box().unread().toString());
    assertEquals("records that gave no row", imported.box().setAside().get(0).reason());
  }

  @Test
  void aRecipeThatIsNoneIsExplained(@TempDir Path folder) throws IOException {
    Path recipe = Files.writeString(folder.resolve("bad.jq"), "def rows: {id: .a.b + };");
    Path export = Files.writeString(folder.resolve("a.json"), "{}");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Export.of(export).recipe(recipe).read());
    assertTrue(String.valueOf(e.getMessage()).contains("bad.jq) is no program in jq"));
  }

  @Test
  void aFileCutShortIsReadAsFarAsItGoes(@TempDir Path folder) throws IOException {
    String whole = Files.readString(sample("rocketchat").resolve("history.json"));
    new ObjectMapper().readTree(whole);
    Path cut = Files.writeString(folder.resolve("cut.json"), whole.substring(0, 420));
    Imported imported = Export.of(cut).format("rocketchat").read();
    assertEquals(1, imported.log().audit().rejected());
    assertTrue(Tiny.problems(imported).contains("1 file is broken"), Tiny.problems(imported));
  }
}
