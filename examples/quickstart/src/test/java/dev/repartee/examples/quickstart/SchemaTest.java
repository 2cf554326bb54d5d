package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed for programs is what the schema says. */
class SchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(Files.readString(Path.of("docs/report.schema.json")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--by=month|--last=quarter",
        "--last=quarter|--compare",
        "--clock=every-reply",
        "--target=2h|--hours=Mon-Fri 09:00-17:00 UTC",
        "--only=channel:nowhere",
        "--culture",
        "--culture|--last=month|--compare",
        "--culture|--promise=90% answered within 1h",
        "--waiting|--target=1h",
        "--waiting",
        "--person=reader904"
      })
  void everyReportIsAsTheSchemaSays(String options) throws IOException {
    JsonNode report = JSON.readTree(run(options));
    assertEquals(Set.of(), schema().validate(report));
    assertFalse(report.toString().contains("NaN"));
    ObjectNode other = report.deepCopy();
    other.put("version", "two");
    assertNotEquals(Set.of(), schema().validate(other));
  }

  @Test
  void factsAreAsTheSchemaSays(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("facts.json");
    run("--facts=" + file);
    JsonNode facts = JSON.readTree(Files.readString(file));
    assertEquals(Set.of(), schema().validate(facts));
  }

  @Test
  void aWatchIsAsTheSchemaSays(@TempDir Path folder) throws IOException {
    String watch = "--promise=80% answered within 4h|--watch=" + folder.resolve("w.json");
    for (String options : new String[] {watch, watch + "|--culture"}) {
      JsonNode report = JSON.readTree(run(options));
      assertEquals(Set.of(), schema().validate(report));
      ObjectNode other = report.deepCopy();
      ((ObjectNode) other.get("watch")).put("state", "FINE");
      assertNotEquals(Set.of(), schema().validate(other));
    }
  }

  private static String run(String options) {
    String[] args = (options.isEmpty() ? "--json" : options + "|--json").split("\\|");
    CommandLineRun run = CommandLineRun.of(args);
    assertEquals(0, run.exitCode(), run.err());
    return run.out();
  }
}
