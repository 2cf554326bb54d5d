package dev.repartee.examples.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that are cut, doubled, mixed or no data at all: the message names file, kind and remedy.
 */
class BrokenFilesTest {
  private static final String PLAIN = "id,author,at,parent / 1,carl,@09:00@, / 2,acme,@09:30@,1";

  @TempDir private Path folder;
  private Tiny tiny = new Tiny(Path.of(""));

  @BeforeEach
  void begin() {
    tiny = new Tiny(folder);
  }

  private static Imported read(Path file) throws IOException {
    return Tiny.acme(file, UnaryOperator.identity());
  }

  private static void assertRefused(Path file, String... parts) {
    Exception e = assertThrows(Exception.class, () -> read(file));
    assertTrue(e instanceof IOException || e instanceof IllegalArgumentException, e::toString);
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(String.valueOf(file.getFileName())), message);
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  private static byte[] bytes(String lines) {
    return Tiny.text(lines).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] rubbish() {
    byte[] bytes = new byte[9_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  @Test
  void whatIsNoTextIsSaidToBeNone() throws IOException {
    assertRefused(tiny.bytes("a.bin", rubbish()), "is no text", "export the data as CSV or JSON");
    assertRefused(tiny.bytes("zeros.csv", new byte[5_000]), "is no text");
    assertRefused(tiny.file("page.csv", "<!DOCTYPE html><html>Sign in</html>"), "is a web page");
    assertRefused(tiny.file("a.rtf", "{\\rtf1 hello}"), "is a document (.rtf)");
    assertRefused(
        tiny.bytes("twice.gz", gzip(gzip(bytes(PLAIN)))), "is packed by gzip twice", "unpack");
    assertRefused(tiny.bytes("inner.zip", zip("b.zip", zip("a.csv", bytes(PLAIN)))), "unpack it");
    byte[] none = {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    assertRefused(tiny.bytes("none.zip", none), "is a zip that holds no file");
    ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(sheet)) {
      for (String name : new String[] {"mimetype", "content.xml"}) {
        out.putNextEntry(new ZipEntry(name));
        out.write('x');
      }
    }
    assertRefused(tiny.bytes("a.ods", sheet.toByteArray()), "(.ods, .odt); save its sheet as CSV");
  }

  @Test
  void amongOthersItIsPassedOverAndAloneNamed() throws IOException {
    byte[] sheet = zip("[Content_Types].xml", new byte[] {1});
    tiny.file("talk/a.csv", PLAIN);
    tiny.bytes("talk/b.xlsx", sheet);
    tiny.bytes("talk/c.bin", rubbish());
    Imported imported = read(folder.resolve("talk"));
    assertEquals("30M", Tiny.waits(imported));
    assertEquals(
        "[b.xlsx, c.bin]", imported.box().passedOver().stream().sorted().toList().toString());
    tiny.bytes("sheets/book.xlsx", sheet);
    assertRefused(
        folder.resolve("sheets"), "book.xlsx", "a spreadsheet or document (.xlsx, .docx)");
    Files.createDirectories(folder.resolve("nothing"));
    assertRefused(folder.resolve("nothing"), "is a folder and holds no file that can be read");
  }

  @Test
  void whatIsPackedAndCutIsNamed() throws IOException {
    byte[] packed = gzip(bytes(PLAIN));
    assertRefused(
        tiny.bytes("cut.gz", Arrays.copyOf(packed, packed.length - 12)),
        "is packed and broken",
        "get it again");
    byte[] zipped = zip("a.csv", bytes(PLAIN));
    assertRefused(
        tiny.bytes("cut.zip", Arrays.copyOf(zipped, zipped.length / 2)),
        "a zip that is broken",
        "get it again");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 2]|holds values and no object",
        "42|holds values and no object",
        "null|holds values and no object",
        "[]|is empty",
        "{}|is empty: no column and no field in it has a name",
        "{\"message\":\"Bad credentials\"}|read as json-lines: no column is recognised as --author",
      })
  void jsonWithoutRows(String text, String message) throws IOException {
    assertRefused(tiny.file("a.json", text), message);
  }

  @Test
  void csvWithoutRows() throws IOException {
    assertRefused(tiny.file("blank.csv", " /   / "), "is empty");
    assertRefused(tiny.file("mark.csv", "\uFEFF"), "is empty");
    assertRefused(tiny.file("other.csv", "a,b / 1,2"), "read as csv: no column is recognised");
    assertRefused(
        tiny.file("swapped.csv", "id,author,at / 1,@09:00@,carl"),
        "as carl; if those are no times, name the column with --at=COLUMN");
  }

  @Test
  void whatIsNestedTooDeepIsNamed() throws IOException {
    assertRefused(tiny.file("deep.json", "[".repeat(200_000)), "nested deeper than 1,000");
    assertRefused(
        tiny.file(
            "deep.xml",
            "<rss xmlns:wp=\"x\"><channel><item>"
                + "<a>".repeat(50_000)
                + "</a>".repeat(50_000)
                + "</item></channel></rss>"),
        "elements are nested deeper than 1,000");
    // One that can be read, by a recipe that goes down into it.
    StringBuilder tree = new StringBuilder();
    int depth = 450;
    for (int i = 0; i < depth; i++) {
      tree.append("{\"id\":").append(i).append(",\"author\":\"ana\",\"created_at_i\":1767603600");
      tree.append(",\"type\":\"comment\",\"children\":[");
    }
    tree.append("]}".repeat(depth));
    Imported imported =
        Export.of(tiny.file("tree.json", tree.toString())).format("hackernews").read();
    assertEquals(
        imported.log().audit().offered(),
        imported.log().audit().accepted() + imported.log().audit().rejected());
  }

  /** Newer JDKs stop at 100,000 characters of an attribute and of a file unless told otherwise. */
  @Test
  void muchTextInXmlIsReadToItsEnd() throws IOException {
    StringBuilder posts = new StringBuilder("<posts>");
    String body = "&lt;p&gt;How do I &amp;quot;answer&amp;quot;?&lt;/p&gt;".repeat(4_000);
    for (int id = 1; id <= 20; id++) {
      posts
          .append("<row Id=\"" + id + "\" PostTypeId=\"1\" OwnerUserId=\"7\"")
          .append(" CreationDate=\"2026-01-05T09:00:00.000\" Body=\"")
          .append(body)
          .append("\"/>");
    }
    Imported imported =
        Export.of(tiny.file("Posts.xml", posts.append("</posts>").toString())).read();
    assertEquals(20, imported.log().audit().accepted());
  }

  @Test
  void marksOfTheByteOrderWhereNobodyExpectsThem() throws IOException {
    for (String lines :
        new String[] {
          "\uFEFF\uFEFF" + PLAIN,
          "\uFEFF\"id\",\"author\",\"at\",\"parent\" / 1,carl,@09:00@, / 2,acme,@09:30@,1",
          "id,author,at,parent / 1,carl,@09:00@, / \uFEFF2,acme,@09:30@,1",
        }) {
      assertEquals("30M", Tiny.waits(read(tiny.file("t.csv", lines))), lines);
    }
    for (String charset : new String[] {"UTF-32LE", "UTF-32BE"}) {
      byte[] wide = ("\uFEFF" + Tiny.text(PLAIN)).getBytes(Charset.forName(charset));
      assertEquals("30M", Tiny.waits(read(tiny.bytes("wide.csv", wide))), charset);
    }
    byte[] cut = ("\uFEFF" + Tiny.text(PLAIN)).getBytes(StandardCharsets.UTF_16LE);
    assertRefused(
        tiny.bytes("cut.csv", Arrays.copyOf(cut, cut.length - 1)),
        "begins as text in UTF-16LE and does not go on so",
        "--charset");
  }

  @Test
  void bytesThatAreNoTextAreToldOfTheFileThatHoldsThem() throws IOException {
    tiny.file("parts/1.csv", PLAIN);
    byte[] latin =
        ("id,author,at,parent\n" + "7,carl,2026-01-05T09:00Z,\n".repeat(9_000) + "9,José,,\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    tiny.bytes("parts/2.csv", latin);
    IOException e = assertThrows(IOException.class, () -> read(folder.resolve("parts")));
    assertTrue(String.valueOf(e.getMessage()).contains("2.csv) is not UTF-8"), e.getMessage());
  }

  @Test
  void xmlSaysInWhichCharacterSetItIs() throws IOException {
    String xml =
        """
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <posts>
        <row Id="1" PostTypeId="1" CreationDate="2026-01-05T09:00:00" OwnerDisplayName="José"/>
        <row Id="2" PostTypeId="2" ParentId="1" CreationDate="2026-01-05T09:30:00" OwnerUserId="1"/>
        </posts>
        """;
    Path file = tiny.bytes("Posts.xml", xml.getBytes(StandardCharsets.ISO_8859_1));
    Imported imported = Export.of(file).organization("Acme").members("1").read();
    assertEquals("30M", Tiny.waits(imported));
    assertEquals(1, imported.log().person("name:José").rows().count());
  }

  @Test
  void entitiesAreNeitherFetchedNorBlownUp() throws IOException {
    String row =
        "<posts><row Id=\"1\" CreationDate=\"2026-01-05T09:00:00\" OwnerUserId=\"&x;\"/></posts>";
    assertRefused(
        tiny.file(
            "Posts.xml",
            "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + row),
        "it is no XML from there on");
  }

  @Test
  void aHeaderInTheMiddleIsNoRow() throws IOException {
    String more = " / \uFEFFid,author,at,parent / 3,dan,@10:00@, / 4,acme,@10:10@,3";
    Imported imported = read(tiny.file("t.csv", PLAIN + more));
    assertEquals("10M 30M", Tiny.waits(imported));
    assertEquals("", Tiny.problems(imported));
    assertEquals(
        "[Aside[reason=left out: the header once more, count=1, examples=[line 4]]]",
        imported.box().setAside().toString());
    Path twcs =
        tiny.file(
            "twcs.csv",
            "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id"
                + " / 3,115712,True,Mon Jan 05 09:00:00 +0000 2026,how,1,"
                + " / tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id"
                + " / 1,care,False,Mon Jan 05 09:30:00 +0000 2026,so,,3");
    Imported tweets = Export.of(twcs).read();
    assertEquals("30M", Tiny.waits(tweets));
    assertEquals(3, tweets.box().records());
    assertEquals("left out: the header once more", tweets.box().setAside().get(0).reason());
  }

  @Test
  void rowsTooLongOrCutShortAreNamed() throws IOException {
    Imported longer =
        read(tiny.file("t.csv", PLAIN + " / 3,dan,@10:00@,,much, more / 4,acme,@10:10@,3,,"));
    assertTrue(
        Tiny.problems(longer)
            .startsWith("DOUBTFUL: 1 row has more fields than the header, first in line 4"),
        Tiny.problems(longer));
    Path cut =
        tiny.bytes(
            "cut.csv",
            Tiny.text(PLAIN).strip().replaceAll(",1$", "").getBytes(StandardCharsets.UTF_8));
    assertTrue(
        Tiny.problems(read(cut)).contains("is the file cut short?"), Tiny.problems(read(cut)));
  }

  /** Whatever is wrong, what was read is accepted, set aside or left out, and nothing besides. */
  @Test
  void whatIsBrokenInTheMiddleIsReadAsFarAsItGoes() throws IOException {
    Path file =
        tiny.file(
            "cut.json",
            "{\"comments\":[{\"id\":1,\"ticket_id\":1,\"author_id\":5,\"created_at\":\"@09:00@\",\"public\":true},"
                + "{\"id\":2,\"ticket_id\":1,\"author_id\":6,\"created_at\":\"@09:30@\",\"public\":true},"
                + "{\"id\":3,\"ticket_id\":1,\"auth");
    Imported imported = Export.of(file).organization("Acme").members("6").read();
    assertEquals("zendesk", imported.box().format());
    assertEquals("30M", Tiny.waits(imported));
    assertEquals(3, imported.log().audit().offered());
    assertEquals(1, imported.log().audit().rejected());
    assertTrue(Tiny.problems(imported).contains("1 file is broken"), Tiny.problems(imported));
    assertTrue(Tiny.problems(imported).contains("get it again"), Tiny.problems(imported));
  }

  @Test
  void aMailWithAnEndlessLineIsRead() throws IOException {
    StringBuilder box = new StringBuilder("From a@b Mon Jan  5 09:00:00 2026\nFrom: a@b\n");
    box.append("Date: Mon, 5 Jan 2026 09:00:00 +0000\nMessage-ID: <1>\nX: ");
    box.append("x".repeat(5_000_000)).append("\n\nbody\n");
    Path file = tiny.bytes("a.mbox", box.toString().getBytes(StandardCharsets.UTF_8));
    assertEquals(1, Export.of(file).read().log().messages());
  }
}
