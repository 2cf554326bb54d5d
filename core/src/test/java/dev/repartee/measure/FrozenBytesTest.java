package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.apath.APath;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import dev.repartee.response.Backlog;
import dev.repartee.response.ReContact;
import dev.repartee.response.ResponseTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads summaries that the first version of the format wrote. They are to be readable for ever
 * after, and to say what they said then.
 *
 * <p>Up to the release of 0.1.0 the files may be written anew, after a change of a tally: {@code
 * mvn -pl core test -Dtest=FrozenBytesTest -Drepartee.freeze=true}. After it, never: a new format
 * gets a new version and a folder of its own.
 */
class FrozenBytesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "bytes", "v1");
  private static final boolean FREEZE = Boolean.getBoolean("repartee.freeze");
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long START = 1_767_225_600_000L; // 2026-01-01T00:00Z

  private static final Directory DIRECTORY =
      Directory.builder()
          .organization("Acme", acme -> acme.member("care", "Support").member("jane", "Sales"))
          .build();

  /** Forty days of a small shop, without chance: what happens follows from the number of a day. */
  private static EngagementLog log() {
    List<Interaction> rows = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      long at = START + day * DAY;
      String person = "person " + day % 9;
      String channel = day % 3 == 0 ? "blog" : "chirp é€";
      rows.add(
          Post.of("p" + day, person, at)
              .channel(channel)
              .sentiment(day % 4 == 0 ? Sentiment.NEGATIVE : Sentiment.POSITIVE));
      if (day % 5 != 0) {
        long answered = at + 60_000L * (day * day % 97);
        rows.add(Reply.of("r" + day, day % 2 == 0 ? "care" : "jane", answered).to("p" + day));
        if (day % 3 == 1) {
          rows.add(Reply.of("t" + day, person, answered + 3_600_000L).to("r" + day));
        }
      }
      ActKind kind = ActKind.ofRows().get(day % ActKind.ofRows().size());
      rows.add(Act.of(kind, person, at + 7_200_000L).channel(channel));
    }
    return EngagementLog.builder(DIRECTORY).asOf("2026-02-20T00:00:00Z").addAll(rows).build();
  }

  private static Map<String, Measure<?>> measures() {
    ResponseTime response = ResponseTime.eachTurn().withTarget(Duration.ofHours(1));
    Map<String, Measure<?>> measures = new TreeMap<>();
    measures.put("response", response);
    measures.put("backlog", Backlog.standard());
    measures.put("re-contact", ReContact.standard());
    measures.put("dialogue", Dialogue.standard());
    measures.put("a-path", APath.standard());
    measures.put("counts", Counts.ofMessages("all", row -> true));
    measures.put("breakdown", response.by(Dimension.CHANNEL.and(Dimension.month(ZoneOffset.UTC))));
    measures.put("several", Measures.of(ResponseTime.firstResponse(), Dialogue.standard()));
    return measures;
  }

  @TestFactory
  List<DynamicTest> firstVersionIsReadForEver() {
    List<DynamicTest> tests = new ArrayList<>();
    measures()
        .forEach(
            (name, measure) -> tests.add(DynamicTest.dynamicTest(name, () -> read(name, measure))));
    return tests;
  }

  private static <S extends Summary<S>> void read(String name, Measure<S> measure)
      throws IOException {
    Path bytes = FOLDER.resolve(name + ".bin");
    Path text = FOLDER.resolve(name + ".txt");
    if (FREEZE) {
      S summary = log().between("2026-01-01T00:00:00Z", "2026-02-10T00:00:00Z").measure(measure);
      Files.createDirectories(FOLDER);
      Files.write(bytes, summary.toBytes());
      Files.writeString(text, summary.toString());
    }
    S read = measure.fromBytes(Files.readAllBytes(bytes));
    assertEquals(Files.readString(text, StandardCharsets.UTF_8), read.toString());
    assertArrayEquals(Files.readAllBytes(bytes), read.toBytes());
    assertEquals("2026-02-20T00:00:00Z", read.origin().asOf().toString());
  }
}
