package dev.repartee.examples.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.Audit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids, names and words of files, and who is who. */
class NamesTest {
  @TempDir private Path folder;

  private Imported read(String lines, UnaryOperator<Export> options) throws IOException {
    return Tiny.acme(new Tiny(folder).file("t.csv", lines), options);
  }

  private Imported read(String lines) throws IOException {
    return read(lines, UnaryOperator.identity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        // parents through a column of doubles, blanks around ids and names, spreadsheet quotes
        "id,author,at,parent / 1,carl,@09:00@, / 2,acme,@09:30@,1.0~30M",
        "id,author,at,parent / 1,carl,@09:00@, / 2,acme ,@09:30@, 1 ~30M",
        "id,author,at,parent / \"=\"\"01\"\"\",carl,@09:00@, / 2,acme,@09:30@,01~30M",
        // ids that are numbers, at the edge of being some, and in quotes
        "id,author,at,parent / 999999999999999999,carl,@09:00@, / 2,acme,@09:30@,999999999999999999~30M",
        "id,author,at,parent / 9223372036854775808,carl,@09:00@,"
            + " / 2,acme,@09:30@,9223372036854775808~30M",
        "id,author,at,parent / 1234567890123456789,carl,@09:00@, / 2,acme,@09:30@,"
            + "\"1234567890123456789\"~30M",
        "id,author,at,parent / 0,carl,@09:00@, / 2,acme,@09:30@,0~30M",
        "id,author,at,parent / 07,carl,@09:00@, / 7,dan,@09:10@, / 2,acme,@09:30@,07~30M + 1 waiting",
        "id,author,at,parent / -7,carl,@09:00@, / 7,dan,@09:10@, / 2,acme,@09:30@,-7~30M + 1 waiting",
        // a clock of minutes: rows of one time come as in the file, or turned round
        "id,author,at,conversation / x,carl,@09:00@,c / q,acme,@09:01@,c / b,carl,@09:01@,c"
            + " / a,acme,@09:02@,c~1M 1M",
        "id,author,at,conversation / a,acme,@09:02@,c / b,carl,@09:01@,c / q,acme,@09:01@,c"
            + " / x,carl,@09:00@,c~1M 1M",
        // where the file is in no order, by their ids
        "id,author,at,conversation / q,acme,@09:01@,c / x,carl,@09:00@,c / a,acme,@09:02@,c"
            + " / b,carl,@09:01@,c~1M",
        // no ids, but conversations
        "conversation,author,at / c1,carl,@09:00@ / c1,acme,@09:30@~30M",
        // somebody named as people write it
        "id,author,at,parent,conversation,naming / 1,carl,@09:00@,,c, / 2,dan,@09:10@,,c,"
            + " / 3,acme,@09:30@,,c,@carl~30M + 1 waiting",
        // the customer's company, in a column called organization
        "id,author,at,parent,organization / 1,carl,@09:00@,,Globex / 2,acme,@09:30@,1,Globex"
            + " / 3,dan,@09:00@,,Initech / 4,acme,@09:20@,3,Initech~20M 30M",
        // booleans of databases
        "id,author,at,parent,automatic / 1,carl,@09:00@,,f / 2,acme,@09:00:05@,1,t"
            + " / 3,acme,@11:00@,1,f~2H",
        "id,author,at,parent,automatic / 1,carl,@09:00@,,0.0 / 2,acme,@09:00:05@,1,1.0"
            + " / 3,acme,@11:00@,1,no~2H",
        // rows that are no talk
        "id,author,at,parent,kind / 1,carl,@09:00@,,message / s,acme,@09:01@,1,status_change"
            + " / 2,acme,@09:30@,1,message~30M",
        // notes that the customer cannot see
        "ticket_id,id,author_id,created_at,public / 1,10,carl,@09:00@,true"
            + " / 1,11,acme,@09:05@,false / 1,12,acme,@11:00@,true~2H",
        "ticket_id,id,author_id,created_at,private / 1,10,carl,@09:00@,f"
            + " / 1,11,acme,@09:05@,t / 1,12,acme,@11:00@,f~2H",
      })
  void areUnderstood(String lines, String waits) throws IOException {
    Imported imported = read(lines);
    assertEquals(waits, Tiny.waits(imported));
    assertTrue(imported.box().isReliable());
  }

  @Test
  void equalTimesKeepTheOrderOfTheRowsWhereThereAreNoIds() throws IOException {
    StringBuilder lines = new StringBuilder("conversation,author,at");
    for (int i = 0; i < 12; i++) {
      lines.append(" / c,").append(i % 2 == 0 ? "carl" : "acme").append(",@09:00@");
    }
    assertEquals("0S 0S 0S 0S 0S 0S", Tiny.waits(read(lines.toString())));
  }

  @Test
  void whatSeveralColumnsMakeIsAnId() throws IOException {
    Imported imported =
        read(
            "user,at,title,thread / carl,@09:00@,x,c / acme,@09:30@,x,c / carl,@09:00@,x,c",
            export ->
                export.column(Field.ID, "user,at,title").column(Field.CONVERSATION, "thread"));
    assertEquals("30M", Tiny.waits(imported));
    assertEquals(1, imported.log().audit().count(Audit.Reason.DUPLICATE_ID));
  }

  /** Of an id that is a number no text is made, unless it is but a part of an id. */
  @Test
  void severalNumbersMakeAnIdTogether() throws IOException {
    Imported imported =
        read(
            "forum,number,author,at,thread / 1,1,carl,@09:00@,c / 1,2,acme,@09:30@,c",
            export -> export.column(Field.ID, "forum,number").column(Field.CONVERSATION, "thread"));
    assertEquals("30M", Tiny.waits(imported));
    assertEquals(2, imported.box().accepted());
  }

  @Test
  void aNumberMayMeanNothing() throws IOException {
    String lines =
        "id,author,at,parent / 0,eve,@08:00@, / 1,carl,@09:00@,0 / 2,acme,@09:30@,1"
            + " / 3,acme,@09:40@,0";
    Path file = new Tiny(folder).file("t.csv", lines);
    assertEquals(1, Tiny.acme(file, UnaryOperator.identity()).log().conversations());
    Imported imported = Tiny.acme(file, export -> export.nobody("0"));
    // The row whose id means nothing has none, and what referred to it refers to nothing.
    assertEquals(3, imported.box().accepted());
    assertEquals(2, imported.log().conversations());
  }

  @Test
  void twoSpellingsOfOneAccountAreNamed() throws IOException {
    Imported imported =
        read(
            "id,author,at,parent / 1,carl,@09:00@, / 2,acme,@09:30@,1 / 3,dan,@10:00@,"
                + " / 4,Acme,@10:05@,3");
    assertTrue(Tiny.problems(imported).contains("Acme looks like the member acme"));
  }

  @Test
  void whoeverIsMisspeltIsNamedAtTheTop() throws IOException {
    Imported imported =
        Export.of(
                new Tiny(folder)
                    .file("t.csv", "id,author,at,parent / 1,carl,@09:00@, / 2,acme,@09:30@,1"))
            .organization("Acme")
            .members("acmee:Support")
            .read();
    assertFalse(imported.box().isReliable());
    assertTrue(imported.box().problems().get(0).text().startsWith("nobody of Acme wrote"));
    assertTrue(Tiny.problems(imported).contains("acme looks like the member acmee"));
  }

  @Test
  void wordsThatMeanNobody() throws IOException {
    String lines = "id,author,at,parent / 1,[deleted],@09:00@, / 2,[deleted],@09:20@,1";
    Path file = new Tiny(folder).file("t.csv", lines);
    assertEquals(" + 1 waiting", Tiny.waits(Export.of(file).read()));
    Imported imported = Export.of(file).nobody("NULL", "[deleted]").read();
    assertEquals("20M + 1 waiting", Tiny.waits(imported));
    assertEquals(2, imported.log().audit().count(Audit.Reason.ANONYMOUS));
  }

  @Test
  void booleansThatAreNoneAreNamed() throws IOException {
    Imported imported =
        read("id,author,at,parent,automatic / 1,carl,@09:00@,,perhaps / 2,acme,@09:30@,1,no");
    assertTrue(Tiny.problems(imported).contains("1 of 2 values of automatic (perhaps)"));
  }

  @Test
  void numbersAreSentimentsOnTheScaleThatIsSaid() throws IOException {
    String lines =
        "id,author,at,sentiment,conversation / 1,a,@09:00@,0,c / 2,a,@09:01@,2,c"
            + " / 3,a,@09:02@,4,c / 4,a,@09:03@,-0.73,c";
    Imported unsaid = read(lines);
    DataBox.Column column = column(unsaid, Field.SENTIMENT);
    assertEquals(0, column.understood());
    assertEquals(List.of("0", "2", "4", "-0.73"), column.strange());
    assertTrue(Tiny.problems(unsaid).contains("--sentiment-scale"));
    Imported said = read(lines, export -> export.sentimentScale("0..4"));
    assertEquals(3, column(said, Field.SENTIMENT).understood());
    assertEquals(List.of("-0.73"), column(said, Field.SENTIMENT).strange());
    assertThrows(IllegalArgumentException.class, () -> Scale.parse("4..0"));
  }

  private static DataBox.Column column(Imported imported, Field field) {
    return imported.box().columns().stream()
        .filter(column -> column.field() == field)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void unknownKindsAreNoMessagesUntilSomebodySaysSo() throws IOException {
    String lines =
        "id,author,at,parent,kind / 1,carl,@09:00@,,message / s,acme,@09:01@,1,assignment"
            + " / 2,acme,@09:30@,1,message";
    Imported imported = read(lines);
    assertEquals(
        "[Aside[reason=left out: kind assignment, count=1, examples=[s]]]",
        imported.box().setAside().toString());
    assertTrue(Tiny.problems(imported).contains("kind.none=assignment"));
    assertEquals(
        "", Tiny.problems(read(lines, export -> export.translate("kind.none", "assignment"))));
    assertEquals(
        "1M", Tiny.waits(read(lines, export -> export.translate("kind.message", "assignment"))));
    // A column called type that has no word for anything is no column of kinds.
    Imported other =
        read("id,author,at,parent,type / 1,carl,@09:00@,,gold / 2,acme,@09:30@,1,silver");
    assertEquals("30M", Tiny.waits(other));
    assertTrue(Tiny.problems(other).contains("column type (gold, silver …)"));
  }

  @Test
  void parentsThatAreFoundNowhereAreNotPassedOver() throws IOException {
    String lines =
        "id,author,at,parent / xyz,dan,@08:00@, / c1,carl,@09:00@,t3_xyz / c2,acme,@09:30@,t1_c1"
            + " / c3,carl,@09:40@,t1_c2";
    Imported imported = read(lines);
    assertFalse(imported.box().isReliable());
    assertTrue(Tiny.problems(imported).contains("they exist without what stands before them"));
    Imported named =
        read("id,author,at,parent / 1,carl,@09:00@, / 2,acme,@09:30@,carl / 3,acme,@09:40@,carl");
    assertTrue(Tiny.problems(named).contains("they are accounts"), Tiny.problems(named));
  }

  @Test
  void whatNothingTiesTogetherIsNotPassedOver() throws IOException {
    String lines =
        "id,author,at,channel / 1,carl,@09:00@,help / 2,acme,@09:30@,help / 3,dan,@15:00@,help"
            + " / 4,acme,@15:10@,help / 5,eve,@09:10@,shop";
    Imported flat = read(lines);
    assertFalse(flat.box().isReliable());
    assertTrue(Tiny.problems(flat).startsWith("WRONG: nothing ties the messages together"));
    Imported told = read(lines, export -> export.gap(Duration.ofHours(4)));
    assertTrue(told.box().isReliable());
    assertEquals("10M 30M + 1 waiting", Tiny.waits(told));
    assertEquals(3, told.log().conversations());
    assertTrue(told.box().notes().toString().contains("silence of 4 h"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"@acme:matrix.org\":Support~@acme:matrix.org",
        "@acme\\:matrix.org:Support~@acme:matrix.org",
        "\"Smith, John\":Support~Smith, John",
        "Smith\\, John:Support~Smith, John",
        "Smith, John:Support~Smith, John",
        "\"https://a.example/@acme\"~https://a.example/@acme",
      })
  void membersWithMarksInTheirNames(String members, String account) throws IOException {
    Path file =
        new Tiny(folder)
            .file(
                "t.csv",
                "id,author,at,parent / 1,carl,@09:00@, / 2,\"%s\",@09:30@,1".formatted(account));
    Imported imported = Export.of(file).organization("Acme").members(members).read();
    assertEquals("30M", Tiny.waits(imported));
    assertEquals(1, imported.log().directory().members().size());
  }

  @Test
  void aNameWithColonsThatIsNotQuotedIsExplained() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Members.parse("Acme", "@acme:matrix.org:Support"));
    assertTrue(String.valueOf(e.getMessage()).contains("goes in quotes"), e.getMessage());
  }

  @Test
  void organizationsWithBlanksInADirectoryFile() throws IOException {
    Tiny tiny = new Tiny(folder);
    Path talk =
        tiny.file(
            "t.csv",
            "id,author,at,parent,channel / 1,carl@blog,@09:00@,,blog / 2,acme,@09:30@,1,blog"
                + " / 3,carl@chirp,@10:00@,,chirp / 4,jane,@10:10@,3,chirp");
    Path who =
        tiny.file(
            "who.txt",
            "# who is who / organization.Acme Inc = acme:Support, jane:Executive:LEADER"
                + " / person.Carl = carl@blog, \\ /     carl@chirp");
    Imported imported = Export.of(talk).directoryFile(who).read();
    assertEquals("10M 30M", Tiny.waits(imported));
    assertEquals(List.of("Acme Inc"), imported.log().directory().organizations());
    assertEquals(3, imported.log().persons());
    Path bytes = tiny.bytes("bytes.txt", new byte[] {(byte) 0xFF, 0, 1});
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Export.of(talk).directoryFile(bytes).read());
    assertTrue(String.valueOf(e.getMessage()).contains("is no text in UTF-8"), e.getMessage());
  }

  @Test
  void membersOfSeveralOrganizationsInATable() throws IOException {
    Tiny tiny = new Tiny(folder);
    Path talk =
        tiny.file(
            "t.csv",
            "id,author,at,parent,addressee / 1,carl,@09:00@,,Air / 2,anna,@09:30@,1,"
                + " / 3,dan,@09:00@,,Rail Inc / 4,\"Smith, John\",@09:10@,3,");
    Path csv =
        tiny.file(
            "m.csv",
            "account,organization,department,role / anna,Air,Care,"
                + " / \"Smith, John\",Rail Inc,Care,leader");
    Path json =
        tiny.file(
            "m.json",
            "[{\"account\":\"anna\",\"organization\":\"Air\"},"
                + "{\"account\":\"Smith, John\",\"organization\":\"Rail Inc\"}]");
    for (Path members : List.of(csv, json)) {
      Imported imported = Export.of(talk).membersFile(members).read();
      assertEquals("10M 30M", Tiny.waits(imported));
      assertEquals(List.of("Air", "Rail Inc"), imported.log().directory().organizations());
    }
  }

  /** Two organizations answer, and most of what people write is to neither. */
  @Test
  void messagesToNoneOfTheOrganizationsAreSaidFirst() throws IOException {
    String header =
        "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id";
    String lines =
        header
            + " / 1,11,True,Mon Jan 05 09:00:00 +0000 2026,@elsewhere hello,2,"
            + " / 2,acme,False,Mon Jan 05 09:10:00 +0000 2026,@11 hi,,1"
            + " / 3,12,True,Mon Jan 05 09:20:00 +0000 2026,@elsewhere hello,,"
            + " / 4,13,True,Mon Jan 05 09:30:00 +0000 2026,@elsewhere hello,,"
            + " / 5,bolt,False,Mon Jan 05 09:40:00 +0000 2026,@13 hi,,";
    String wrong = Tiny.problems(Export.of(new Tiny(folder).file("t.csv", lines)).read());
    assertTrue(
        wrong.contains("most messages: 3 of 5 messages speak to none of the 2 organizations"),
        wrong);
    String ofOne = lines.replace(" / 5,bolt", " / 5,acme");
    String one = Tiny.problems(Export.of(new Tiny(folder).file("o.csv", ofOne)).read());
    assertTrue(one.contains("most messages: 3 of 5 messages do not speak to acme, so that"), one);
    String right =
        Tiny.problems(
            Export.of(new Tiny(folder).file("u.csv", lines.replace("@elsewhere", "@acme"))).read());
    assertFalse(right.contains("speak to none"), right);
  }
}
