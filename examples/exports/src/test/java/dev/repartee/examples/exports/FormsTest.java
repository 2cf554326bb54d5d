package dev.repartee.examples.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.resolution.Resolution;
import dev.repartee.resolution.ResolutionSummary;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Further forms in which the same platforms give their conversations: by another interface, as a
 * whole archive, in pages. Written by the published formats; their answers were counted by hand.
 */
class FormsTest {
  private static Path form(String name) {
    URL url = Objects.requireNonNull(FormsTest.class.getResource("/forms/" + name));
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Export export(String name, String staff) {
    Export export = Export.of(form(name)).zone(ZoneOffset.UTC);
    return staff == null ? export : export.organization("Acme").members(staff);
  }

  /** Messages, conversations, waits of each turn, what is left out; who is staff if told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gitlab-group|3|2|30M + 1 waiting|2|jane",
        "gitlab-project|3|2|30M + 1 waiting|3|6",
        "github-api|3|2|30M + 1 waiting|1|",
        "github-cli|4|2|30M + 1 waiting|1|jane",
        "zendesk-lines|3|2|30M + 1 waiting|1|",
        "zendesk-audits|3|2|30M + 1 waiting|5|",
        "zendesk-tickets|3|2|30M + 1 waiting|0|",
        // Ana, Ben, and Eve who answers what was sent to many.
        "intercom-states|5|3|30M + 2 waiting|6|",
        "chatwoot-states|4|2|30M + 1 waiting|4|",
        "x-api|3|2|30M + 1 waiting|1|acmecare",
        "x-page|3|2|30M + 1 waiting|0|acmecare",
        "hackernews-hits|3|2|30M + 1 waiting|0|jane",
        "hackernews-tree|3|2|30M + 1 waiting|0|jane",
        // Ana goes on a minute after her answer.
        "reddit-page|3|1|30M + 1 waiting|3|",
        "instagram-graph|3|2|30M + 1 waiting|0|acme",
        "mastodon-outbox|3|2|30M + 1 waiting|1|\"https://m.example/users/acme\"",
        "youtube-pages|3|2|30M + 1 waiting|6|",
        "wordpress-rest|3|2|30M + 1 waiting|2|",
        "mattermost-team|4|2|30M + 1 waiting|3|",
        "rocketchat-database|3|2|30M + 1 waiting|1|jane",
        "telegram-all|3|2|30M + 1 waiting|0|Jane",
        "stackexchange-dump|3|2|30M + 1 waiting|0|Jane",
      })
  void areReadByTheirMarks(
      String name, long messages, long conversations, String waits, long leftOut, String staff)
      throws IOException {
    Imported imported = export(name, staff).read();
    String recipe = name.equals("stackexchange-dump") ? "stackexchange-xml" : recipe(name);
    assertEquals(recipe, imported.box().format());
    assertEquals(messages, imported.log().messages());
    assertEquals(conversations, imported.log().conversations());
    assertEquals(0, imported.log().audit().rejected(), imported.log().audit()::table);
    assertEquals(waits, Tiny.waits(imported));
    assertEquals(leftOut, leftOut(imported).values().stream().mapToLong(Long::longValue).sum());
  }

  private static String recipe(String name) {
    return name.startsWith("x-") ? "x-archive" : name.substring(0, name.indexOf('-'));
  }

  private static Map<String, Long> leftOut(Imported imported) {
    return imported.box().setAside().stream()
        .filter(aside -> aside.reason().startsWith("left out: "))
        .collect(
            Collectors.toMap(
                aside -> aside.reason().substring("left out: ".length()), DataBox.Aside::count));
  }

  /** Acts of states; waits; closed without an answer, and settled; opened again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gitlab-group|1|30M + 1 waiting|0|1|0|jane",
        "gitlab-project|2|30M + 1 waiting|0|1|1|6",
        "github-api|1|30M + 1 waiting|0|1|0|",
        "github-cli|1|30M + 1 waiting|0|1|0|jane",
        "zendesk-lines|1|30M + 1 waiting|0|1|0|",
        "zendesk-audits|3|30M + 1 waiting|0|1|1|",
        // A rating is no state: it is read in any case.
        "intercom-states|5|30M + 2 waiting|0|1|1|",
        // Ben's conversation is closed before anybody answers, and opened by him again.
        "chatwoot-states|3|30M|1|2|1|",
      })
  void tellWhatWasSettledWhereThatIsAsked(
      String name, long acts, String waits, long closed, long settled, long again, String staff)
      throws IOException {
    EngagementLog log = export(name, staff).states().read().log();
    assertEquals(acts, log.stateActs());
    assertEquals(waits, Tiny.waits(log));
    assertEquals(closed, Tiny.response(log).closed());
    ResolutionSummary resolution = log.measure(Resolution.first());
    assertEquals(settled, resolution.resolved());
    assertEquals(again, resolution.reopenings());
    // Whoever does not ask is told that there is something to ask for.
    Imported unasked = export(name, staff).read();
    assertTrue(
        unasked.box().notes().toString().contains("--states"), unasked.box().notes()::toString);
    assertEquals(0, Tiny.response(unasked.log()).closed());
  }

  @Test
  void samplesTellItToo() throws IOException {
    Path github = form("github-api").resolveSibling("../samples/github");
    EngagementLog log = Export.of(github.normalize()).states().read().log();
    assertEquals(2, log.stateActs());
    assertEquals("30M", Tiny.waits(log));
    assertEquals(1, Tiny.response(log).closed());
  }

  /** What an archive holds besides is left out by its names; marks stand far behind. */
  @Test
  void aWholeArchiveIsKnownByItsFiles() throws IOException {
    Imported imported = Export.of(form("x-whole-archive")).read();
    assertEquals("x-archive", imported.box().format());
    assertEquals(2, imported.log().messages());
    assertEquals(2, imported.log().person("acme").rows().count());
    Map<String, Long> leftOut = leftOut(imported);
    assertEquals(1, leftOut.get("no tweet: like.js"));
    assertEquals(1, leftOut.get("no tweet: tweet-headers.js"));
    assertEquals(1, leftOut.get("no tweet: deleted-tweets.js"));
  }

  @Test
  void severalChatsAreSeveralChannels() throws IOException {
    Imported imported = export("whatsapp-chats", "Jane").gap(Duration.ofHours(4)).read();
    assertEquals("whatsapp", imported.box().format());
    assertEquals(5, imported.log().messages());
    // Ana twice, Ben, and Jane who opens anew a week later.
    assertEquals(4, imported.log().conversations());
    assertEquals("30M + 2 waiting", Tiny.waits(imported));
    assertEquals(Map.of("notice of the chat", 1L), leftOut(imported));
  }

  @Test
  void whatNobodyReadsOfADumpIsNamedAndPeopleHaveNames() throws IOException {
    Imported imported = export("stackexchange-dump", "Jane").read();
    assertEquals("[Unread[path=Votes.xml: votes.row, size=2]]", imported.box().unread().toString());
    assertEquals("12", imported.box().staff().get(0).account());
    assertEquals("Jane", imported.box().staff().get(0).name());
  }

  @Test
  void whereNobodyIsStaffAlthoughExportsTellItIsSaid() throws IOException {
    Imported imported = Export.of(form("zendesk-tickets/comments-1.json")).read();
    assertTrue(
        Tiny.problems(imported).startsWith("DOUBTFUL: exports of zendesk tell who is staff"),
        Tiny.problems(imported));
    assertEquals(
        "", Tiny.problems(Export.of(form("zendesk-tickets/comments-1.json")).anybody().read()));
  }
}
