package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.measure.Groups.Grouping;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which replicate group a row stands: the same on every machine, for ever. */
class ReplicateGroupsTest {
  private static final String FOX = "The quick brown fox jumps over the lazy dog"; // group 28
  private static final String COG = "The quick brown fox jumps over the lazy cog"; // group 12
  private static final int OF_FOX = 28;
  private static final int OF_COG = 12;

  /** First words with seed 0 of the test of MurmurHash3 x64 128 in Guava: the top five bits. */
  @ParameterizedTest
  @CsvSource({
    "0x0000000000000000, ''",
    "0x629942693e10f867, hell",
    "0xe34bbc7bbc071b6c, The quick brown fox jumps over the lazy dog",
    "0x658ca970ff85269a, The quick brown fox jumps over the lazy cog",
  })
  void areTheTopBitsOfThePublishedHash(String hash, String key) {
    int top = (int) (Long.parseUnsignedLong(hash.substring(2), 16) >>> 59);
    assertEquals(top, new ReplicateGroups().of(key.getBytes(StandardCharsets.UTF_8)));
  }

  private static final Directory ACME =
      Directory.builder()
          .organization("Acme", acme -> acme.member("care", "Support"))
          .person(FOX, "fox1", "fox2")
          .build();

  private static int group(String key) {
    return new ReplicateGroups().of(key.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Integer> groups(Interaction... rows) {
    Columns columns = Shape.columns(EngagementLog.builder(ACME).addAll(List.of(rows)).build());
    int last = columns.rows() - 1;
    int groups = RowBits.groups(columns.bits[last]);
    return List.of(Grouping.PERSON.of(groups), Grouping.CONVERSATION.of(groups));
  }

  @Test
  void ofAPersonOfTheDirectoryFollowsTheName() {
    assertEquals(List.of(OF_FOX, group("a")), groups(Post.of("a", "fox1", 0)));
    assertEquals(List.of(OF_FOX, group("a")), groups(Post.of("a", "fox2", 0)));
  }

  @Test
  void ofAnybodyElseFollowsTheAccount() {
    assertEquals(List.of(OF_COG, group("a")), groups(Post.of("a", COG, 0)));
    assertEquals(List.of(group("17"), group("a")), groups(Post.of("a", "17", 0)));
    assertEquals(List.of(group("é"), group("-5")), groups(Post.of("-5", "é", 0)));
  }

  @Test
  void ofMembersAndTheAnonymousFollowTheConversation() {
    assertEquals(List.of(OF_COG, OF_COG), groups(Post.of(COG, "care", 0)));
    assertEquals(List.of(OF_COG, OF_COG), groups(Post.of(COG, null, 0)));
  }

  @Test
  void ofAConversationFollowsTheIdTheDataNamesElseTheOpener() {
    assertEquals(List.of(group("x"), OF_FOX), groups(Post.of("a", "x", 0).in(FOX)));
    assertEquals(
        List.of(group("x"), OF_COG),
        groups(Post.of(COG, "y", 0), Reply.of("b", "x", 1).to(COG).in(FOX)));
    assertEquals(
        List.of(group("x"), OF_FOX),
        groups(Post.of("a", "y", 0).in(FOX), Reply.of("b", "x", 1).in(FOX)));
  }

  @Test
  void ofAnActFollowsTheConversationItIsDoneIn() {
    assertEquals(
        List.of(group("x"), OF_FOX),
        groups(Post.of("a", "y", 0).in(FOX), Act.of(ActKind.SHARE, "x", 1).on("a")));
    assertEquals(
        List.of(OF_COG, OF_COG),
        groups(Post.of("a", "y", 0), Act.of(ActKind.SHARE, null, 1).in(COG)));
    assertEquals(
        List.of(OF_FOX, OF_FOX), groups(Act.of(ActKind.SHARE, "care", 1).id(FOX).on("lost")));
    assertEquals(List.of(0, 0), groups(Act.of(ActKind.SHARE, null, 1)));
  }

  @Test
  void aNumberIsInTheGroupOfItsText() {
    ReplicateGroups groups = new ReplicateGroups();
    long[] numbers = {0, 7, -7, 10, 1234567890123L, Long.MAX_VALUE, Long.MIN_VALUE};
    for (long number : numbers) {
      assertEquals(
          groups.of(Long.toString(number).getBytes(StandardCharsets.UTF_8)),
          groups.of(Keys.NUMBER, number, new TextHeap()));
    }
  }
}
