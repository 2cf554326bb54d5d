package dev.repartee.examples.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.Audit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV and JSON as programs write them; all say that acme answers carl after half an hour. */
class DialectsTest {
  private static final String PLAIN = "id,author,at,parent / 1,carl,@09:00@, / 2,acme,@09:30@,1";

  @TempDir private Path folder;

  private static Imported read(Path file) throws IOException {
    return Tiny.acme(file, UnaryOperator.identity());
  }

  private void assertHalfAnHour(Path file) throws IOException {
    Imported imported = read(file);
    assertEquals("30M", Tiny.waits(imported));
    assertEquals(0, imported.log().audit().rejected());
    assertEquals("", Tiny.problems(imported));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        PLAIN,
        "id;author;at;parent;\"text, raw, as sent, with, all, of, it\" / 1;carl;@09:00@;;hello"
            + " / 2;acme;@09:30@;1;hi",
        "id|author|at|parent|\"a;b;c;d;e;f\" / 1|carl|@09:00@||x / 2|acme|@09:30@|1|y",
        "sep=; / id;author;at;parent / 1;carl;@09:00@; / 2;acme;@09:30@;1",
        "Export of 2026-01-06 / id,author,at,parent / 1,carl,@09:00@, / 2,acme,@09:30@,1",
        "Report, January 2026 /  / id,author,at,parent / 1,carl,@09:00@, / 2,acme,@09:30@,1",
        "id,author,at,parent,text / 1,carl,@09:00@,,\"he said \\\"hi\\\"\""
            + " / 2,acme,@09:30@,1,\"a \\\\ b\"",
        "id,author,at,parent,text / 1,carl,@09:00@,,5\" screen / 2,acme,@09:30@,1,x",
        "\"id\",\"author\",\"at\",\"parent\" / \"1\",\"carl\",\"@09:00@\",\"\""
            + " / \"2\",\"acme\",\"@09:30@\",\"1\"",
        "\uFEFFid;author;at;parent / \"1\";carl;@09:00@; / 2;acme;@09:30@;1",
        "id,author,at,parent,organization / 1,carl,@09:00@,, / 2,acme,@09:30@,1,",
      })
  void csv(String lines) throws IOException {
    assertHalfAnHour(new Tiny(folder).file("t.csv", lines));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"id\":1,\"author\":\"carl\",\"at\":\"@09:00@\",\"score\":NaN}"
            + " / {\"id\":2,\"author\":\"acme\",\"at\":\"@09:30@\",\"parent\":1,\"score\":1}",
        "` / [ / {\"id\":1,\"author\":\"carl\",\"at\":\"@09:00@\"},"
            + " / {\"id\":2,\"author\":\"acme\",\"at\":\"@09:30@\",\"parent\":1} / ]`",
        "{\"ok\":true,\"messages\":[{\"id\":1,\"author\":\"carl\",\"at\":\"@09:00@\"},"
            + "{\"id\":2,\"author\":\"acme\",\"at\":\"@09:30@\",\"parent\":1}]}",
        "{ / \"data\": {\"items\": [ / {\"id\":1,\"author\":\"carl\",\"at\":\"@09:00@\"},"
            + "{\"id\":2,\"author\":\"acme\",\"at\":\"@09:30@\",\"parent\":1}]}}",
        "{\"id\":1,\"author\":\"carl\",\"at\":\"@09:00@\"}"
            + "{\"id\":2,\"author\":\"acme\",\"at\":\"@09:30@\",\"parent\":1}",
        "{ / \"id\":1,\"author\":\"carl\",\"at\":\"@09:00@\" / }"
            + " / { / \"id\":2,\"author\":\"acme\",\"at\":\"@09:30@\",\"parent\":1}",
      })
  void json(String lines) throws IOException {
    assertHalfAnHour(new Tiny(folder).file("t.json", lines));
  }

  @Test
  void rowsAmongOtherArraysAreNamed() throws IOException {
    Path file =
        new Tiny(folder)
            .file(
                "two.json",
                "{\"people\":[{\"id\":7}],\"talk\":[{\"id\":1,\"author\":\"carl\",\"at\":\"@09:00@\"},"
                    + "{\"id\":2,\"author\":\"acme\",\"at\":\"@09:30@\",\"parent\":1}]}");
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> read(file));
    assertTrue(String.valueOf(e.getMessage()).contains("--rows=PATH, one of people, talk"));
    Imported imported = Tiny.acme(file, export -> export.rows("talk"));
    assertEquals("30M", Tiny.waits(imported));
    assertEquals("[Unread[path=people, size=1]]", imported.box().unread().toString());
  }

  @Test
  void fieldsThatLieInsideOthers() throws IOException {
    Path file =
        new Tiny(folder)
            .file(
                "mongo.json",
                "{\"_id\":{\"$oid\":\"a\"},\"u\":{\"username\":\"carl\"},\"ts\":{\"$date\":\"@09:00@\"}}"
                    + " / {\"_id\":{\"$oid\":\"b\"},\"u\":{\"username\":\"acme\"},"
                    + "\"ts\":{\"$date\":\"@09:30@\"},\"tmid\":\"a\"}");
    Imported imported =
        Tiny.acme(
            file,
            export ->
                export
                    .column(Field.ID, "_id.$oid")
                    .column(Field.AUTHOR, "u.username")
                    .column(Field.AT, "ts.$date")
                    .column(Field.PARENT, "tmid"));
    assertEquals("30M", Tiny.waits(imported));
  }

  @Test
  void separatorsThatNobodyWouldGuess() throws IOException {
    Path file = new Tiny(folder).file("odd.csv", PLAIN.replace(',', '^'));
    assertEquals("30M", Tiny.waits(Tiny.acme(file, export -> export.separator('^'))));
  }

  @Test
  void characterSets() throws IOException {
    Tiny tiny = new Tiny(folder);
    String text = Tiny.text(PLAIN).replace("carl", "José");
    for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
      assertHalfAnHour(tiny.bytes("plain.csv", text.getBytes(charset)));
      assertHalfAnHour(tiny.bytes("mark.csv", ("\uFEFF" + text).getBytes(charset)));
    }
    Path latin = tiny.bytes("latin.csv", text.getBytes(StandardCharsets.ISO_8859_1));
    IOException e = assertThrows(IOException.class, () -> read(latin));
    assertTrue(String.valueOf(e.getMessage()).contains("latin.csv) is not UTF-8"), e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).contains("--charset=ISO-8859-1"), e.getMessage());
    Imported imported = Tiny.acme(latin, export -> export.charset(StandardCharsets.ISO_8859_1));
    assertEquals("30M", Tiny.waits(imported));
    assertEquals(1, imported.log().person("José").rows().count());
  }

  @Test
  void namesInEveryScript() throws IOException {
    Path file =
        new Tiny(folder)
            .file(
                "t.csv",
                "id,author,at,parent / 😀1,كارل,@09:00@, / 2,アクメ🚀,@09:30@,😀1"
                    + " / 3,ca\u0000rl,@10:00@, / 4,アクメ🚀,@10:30@,3");
    Imported imported = Export.of(file).organization("Acme").members("アクメ🚀:Support").read();
    assertEquals("30M 30M", Tiny.waits(imported));
  }

  @Test
  void packedOnesAreUnpacked() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(Tiny.text(PLAIN).getBytes(StandardCharsets.UTF_8));
    }
    assertHalfAnHour(new Tiny(folder).bytes("t.csv.gz", gzip.toByteArray()));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("talk/t.csv"));
      out.write(Tiny.text(PLAIN).getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("talk/picture.png"));
      out.write(1);
    }
    Path file = new Tiny(folder).bytes("t.zip", zip.toByteArray());
    assertHalfAnHour(file);
    assertEquals("[talk/picture.png]", read(file).box().passedOver().toString());
  }

  @Test
  void whatIsNoTextIsNamed() throws IOException {
    Tiny tiny = new Tiny(folder);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("xl/workbook.xml"));
      out.write(1);
    }
    assertRefused(tiny.bytes("a.xlsx", zip.toByteArray()), "a spreadsheet (.xlsx); save its sheet");
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    assertRefused(tiny.bytes("a.xls", old), "an old spreadsheet");
    assertRefused(tiny.file("a.parquet", "PAR1 xyz"), "a Parquet file");
    assertRefused(tiny.file("a.pdf", "%PDF-1.4"), "a PDF");
    byte[] cut = {'P', 'K', 3, 4, 0, 0, 0};
    assertRefused(tiny.bytes("a.zip", cut), "a zip that is broken");
  }

  private static void assertRefused(Path file, String what) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> read(file));
    assertTrue(String.valueOf(e.getMessage()).contains(what), e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).contains(String.valueOf(file.getFileName())));
  }

  @Test
  void severalFilesAreOneLog() throws IOException {
    Tiny tiny = new Tiny(folder);
    tiny.file("parts/1.csv", "id,author,at,parent / 1,carl,@09:00@,");
    tiny.file("parts/2.csv", "author,at,id,parent / acme,@09:30@,2,1");
    assertEquals("30M", Tiny.waits(read(folder.resolve("parts"))));
    assertEquals("30M", Tiny.waits(read(folder.resolve("parts/*.csv"))));
    assertEquals(2, read(folder.resolve("parts")).box().files());
  }

  @Test
  void aFirstMessageThatNamesItselfAsParentIsKept() throws IOException {
    Path file =
        new Tiny(folder)
            .file("t.csv", "ts,user,at,thread_ts / 1,carl,@09:00@,1 / 2,acme,@09:00:06@,1");
    Imported imported =
        Tiny.acme(file, export -> export.column(Field.ID, "ts").column(Field.PARENT, "thread_ts"));
    assertEquals("6S", Tiny.waits(imported));
    assertEquals(1, imported.log().audit().count(Audit.Reason.CYCLE));
  }
}
