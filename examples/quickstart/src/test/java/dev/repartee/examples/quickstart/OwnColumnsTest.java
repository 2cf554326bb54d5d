package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.repartee.log.EngagementLog;
import dev.repartee.log.PersonRow;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Summary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of a file's own, from the file to a breakdown and its bytes. */
class OwnColumnsTest {
  private static final Measure<Breakdown<ResponseSummary>> BY_LANGUAGE =
      ResponseTime.eachTurn().by(Dimension.attribute("language"));

  private static final String HEADER = "id,author,at,parent,conversation,Language,price,unused\n";
  private static final String FIRST =
      """
      a,carl,2026-01-01T00:00:00Z,,x,fr,12.5,1
      b,care,2026-01-01T01:00:00Z,a,x,de,,2
      c,carl,2026-01-01T02:00:00Z,b,x,fr,1e1,3
      """;
  private static final String SECOND =
      """
      d,zak,2026-01-02T00:00:00Z,,y,de,"1,5",4
      e,care,2026-01-02T05:00:00Z,d,y,,NaN,5
      f,ann,2026-01-03T00:00:00Z,,z,,-0.25,6
      """;
  private static final String LINES =
      """
      {"id":"a","author":"carl","at":"2026-01-01T00:00:00Z","language":"fr","price":12.5}
      {"id":"b","author":"care","at":"2026-01-01T01:00:00Z","parent":"a","language":"de"}
      {"id":"c","author":"carl","at":"2026-01-01T02:00:00Z","parent":"b","language":"fr","price":1e1}
      {"id":"d","author":"zak","at":"2026-01-02T00:00:00Z","language":"de","price":"1,5"}
      {"id":"e","author":"care","at":"2026-01-02T05:00:00Z","parent":"d","price":"NaN","language":null}
      {"id":"f","author":"ann","at":"2026-01-03T00:00:00Z","price":-0.25}
      """;

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private EngagementLog log(String name, String text) throws IOException {
    InputOptions input = new InputOptions();
    input.organization = "Acme";
    input.members = "care";
    input.asOf = Choices.instant("2026-02-01T00:00Z");
    MeasureOptions measures = new MeasureOptions();
    measures.by = List.of(By.parse("attribute:language"));
    measures.values = List.of("price");
    return LogLoader.prepare(file(name, text), Map.of(), input, measures).load().log();
  }

  private static <S extends Summary<S>> void assertPartsMerge(
      Measure<S> measure, EngagementLog whole, EngagementLog one, EngagementLog other) {
    byte[] bytes = whole.measure(measure).toBytes();
    assertArrayEquals(bytes, measure.fromBytes(bytes).toBytes());
    assertArrayEquals(bytes, one.measure(measure).merge(other.measure(measure)).toBytes());
    assertArrayEquals(bytes, other.measure(measure).merge(one.measure(measure)).toBytes());
  }

  @Test
  void fromAFileIntoABreakdownThroughBytesAndFromItsParts() throws IOException {
    EngagementLog whole = log("whole.csv", HEADER + FIRST + SECOND);
    Breakdown<ResponseSummary> byLanguage = whole.measure(BY_LANGUAGE);
    assertEquals(List.of(List.of("(none)"), List.of("de"), List.of("fr")), byLanguage.keys());
    assertEquals(2, byLanguage.get("fr").exchanges());
    assertEquals(1, byLanguage.get("fr").answered());
    assertEquals(1, byLanguage.get("de").answered());
    assertEquals(0, byLanguage.get("(none)").answered());

    EngagementLog first = log("first.csv", HEADER + FIRST);
    EngagementLog second = log("second.csv", HEADER + SECOND);
    assertPartsMerge(BY_LANGUAGE, whole, first, second);
    assertPartsMerge(Counts.ofValue("price"), whole, first, second);
    assertPartsMerge(
        Counts.ofValue("price").by(Dimension.attribute("language")), whole, first, second);
  }

  @Test
  void bothFormatsGiveTheSameRows() throws IOException {
    List<PersonRow> csv = log("x.csv", HEADER + FIRST + SECOND).rows().toList();
    List<PersonRow> lines = log("x.jsonl", LINES).rows().toList();
    assertEquals(texts(csv), texts(lines));
    assertEquals("fr OptionalDouble[12.5]", texts(csv).get(0));
    assertEquals(csv, csv.stream().map(row -> PersonRow.fromBytes(row.toBytes())).toList());
  }

  private static List<String> texts(List<PersonRow> rows) {
    return rows.stream()
        .map(row -> row.attribute("language") + " " + row.value("price"))
        .collect(Collectors.toList());
  }

  @Test
  void theReportsShowThem() throws IOException {
    String[] options = {
      "",
      "--organization=Acme",
      "--members=care",
      "--by=channel,attribute:language",
      "--value=price",
      "--including-open",
      ""
    };
    options[0] = file("talk.csv", HEADER + FIRST + SECOND).toString();
    options[options.length - 1] = "--threads=1";
    String report = CommandLineRun.of(options).out();
    assertTrue(report.contains("BY CHANNEL, LANGUAGE"), report);
    assertTrue(report.contains("(none), fr"), report);
    assertTrue(report.contains("2 values, as [1,5, NaN], are no numbers"), report);
    assertTrue(report.contains("attribute:language=Language, value:price=price"), report);
    assertTrue(report.lines().anyMatch(l -> l.matches("price +3 +22\\.25 +7\\.42 .*")), report);
    options[0] = file("talk.jsonl", LINES).toString();
    options[options.length - 1] = "--json";
    JsonNode json = CommandLineRun.of(options).json();
    assertEquals("channel,attribute:language", json.at("/breakdowns/0/by").asText());
    assertEquals("[\"(none)\",\"de\"]", json.at("/breakdowns/0/parts/1/key").toString());
    assertEquals(22.25, json.at("/values/0/sum").asDouble());
    assertEquals(3, json.at("/values/0/count").asInt());
    assertEquals(6, json.at("/values/0/messages").asInt());
  }

  @Test
  void whatIsNotThereIsRefused() throws IOException {
    String file = file("talk.csv", HEADER + FIRST).toString();
    String missing = CommandLineRun.of(file, "--by=attribute:mood").err();
    assertTrue(missing.contains("column (mood) of --by=attribute is not in the file"), missing);
    assertTrue(CommandLineRun.of(file, "--value=cost").err().contains("(cost) of --value is not"));
    assertTrue(CommandLineRun.of("--value=price").err().contains("but no FILE"));
    assertTrue(CommandLineRun.of(file, "--by=attribute:").err().contains("must name a column"));
    assertTrue(CommandLineRun.of(file, "--by=mood").err().contains("member or attribute:COLUMN"));
    String adapter = CommandLineRun.of(file, "--format=stackexchange", "--value=price").err();
    assertTrue(adapter.contains("leave out --by=attribute and --value"), adapter);
  }
}
