package dev.repartee.examples.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which recipe a file of CSV shows that it needs, if any. */
class RecipesTest {
  @TempDir private Path folder;

  private String found(String header, String row) throws IOException {
    Path file = Files.writeString(folder.resolve("talk.csv"), header + "\n" + row + "\n");
    try (Inputs inputs = Inputs.of(file, Optional.empty(), Progress.NONE)) {
      return Recipes.find(inputs).map(Recipe::name).orElse("none");
    }
  }

  @Test
  void aTableOfOnesOwnNeedsNone() throws IOException {
    assertEquals("none", found("id,author,created_at,channel", "1,ann,2026-01-05T09:00:00Z,chat"));
    assertEquals("none", found("id,author,time,parent", "2,ann,2026-01-05T09:00:00Z,1"));
    assertEquals("none", found("id,author,at,parent_id", "2,ann,2026-01-05T09:00:00Z,1"));
  }

  @Test
  void aTableOfAPlatformWithTheSameNamesIsKnownByItsOthers() throws IOException {
    assertEquals(
        "hackernews",
        found("id,objectID,author,created_at,story_id", "1,1,pg,2026-01-05T09:00:00Z,1"));
    assertEquals(
        "reddit", found("id,author,created_at,parent_id", "c1,ann,2026-01-05T09:00:00Z,t3_abc"));
    assertEquals(
        "reddit",
        found("id,author,created_at,created_utc,subreddit", "c1,ann,2026-01-05,1767603600,java"));
    assertEquals("reddit", found("id,name,author,created_at", "c1,t1_c1,ann,2026-01-05T09:00:00Z"));
    assertEquals(
        "youtube", found("kind,id,author,time", "youtube#comment,1,ann,2026-01-05T09:00:00Z"));
  }

  @Test
  void noPlatformIsKnownByTheNamesOfATable() {
    ObjectNode record = JsonRecords.object();
    Recipes.OF_TABLES.forEach(name -> record.put(name, "x"));
    for (String name : Recipes.names()) {
      Recipe.Marks marks = new Recipe.Marks(Recipes.text(name));
      assertFalse(marks.are(record, List.of("talk.csv"), FileKind.CSV), name);
    }
  }
}
