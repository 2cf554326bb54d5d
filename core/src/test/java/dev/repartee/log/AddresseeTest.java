package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

/** To which organization a row speaks: the first rule that says something. */
class AddresseeTest {
  private static final Directory TWO =
      Directory.builder()
          .organization("Acme", acme -> acme.member("care", "Support"))
          .organization("Bolt", bolt -> bolt.member("help", "Service"))
          .channel("acme-wall", "Acme")
          .channel("bolt-wall", "Bolt")
          .build();
  private static final Directory ONE =
      Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();

  private static String last(Directory directory, Interaction... rows) {
    EngagementLog log = EngagementLog.builder(directory).addAll(List.of(rows)).build();
    Columns columns = Shape.columns(log);
    int code = columns.organization[columns.rows() - 1];
    return code < 0 ? "-" : directory.organizations().get(code);
  }

  @Test
  void aMemberStandsForItsOwn() {
    assertEquals(
        "Bolt", last(TWO, Post.of("a", "help", 0).channel("acme-wall").addressedTo("Acme")));
    assertEquals(
        "Bolt",
        last(TWO, Post.of("a", "carl", 0).addressedTo("Acme"), Reply.of("b", "help", 1).to("a")));
  }

  @Test
  void theNamedOneComesFirst() {
    assertEquals(
        "Bolt",
        last(
            TWO,
            Post.of("a", "care", 0),
            Reply.of("b", "carl", 1).to("a").channel("acme-wall").addressedTo("Bolt")));
  }

  @Test
  void thenTheParentsAuthorsOwn() {
    assertEquals(
        "Bolt",
        last(
            TWO,
            Post.of("a", "carl", 0).addressedTo("Acme"),
            Reply.of("b", "help", 1).to("a"),
            Reply.of("c", "carl", 2).to("b").channel("acme-wall")));
  }

  @Test
  void thenTheParentsAddressee() {
    assertEquals(
        "Bolt",
        last(
            TWO,
            Post.of("a", "carl", 0).addressedTo("Bolt"),
            Reply.of("b", "zak", 1).to("a").channel("acme-wall")));
  }

  @Test
  void thenTheChannelsOwner() {
    assertEquals("Bolt", last(TWO, Post.of("a", "carl", 0).channel("bolt-wall")));
    assertEquals(
        "Bolt",
        last(TWO, Post.of("a", "carl", 0), Reply.of("b", "zak", 1).to("a").channel("bolt-wall")));
  }

  @Test
  void aFlatMessageHasTheChannelOfTheOpenerAndNoParentToFollow() {
    assertEquals(
        "Bolt",
        last(
            TWO,
            Post.of("a", "care", 0).in("t").channel("bolt-wall"),
            Reply.of("b", "carl", 1).in("t")));
    assertEquals("-", last(TWO, Post.of("a", "care", 0).in("t"), Reply.of("b", "carl", 1).in("t")));
  }

  @Test
  void thenTheOnlyOne() {
    assertEquals("Acme", last(ONE, Post.of("a", "carl", 0).channel("anywhere")));
    assertEquals("Acme", last(ONE, Act.of(ActKind.FOLLOW, "carl", 0)));
  }

  @Test
  void elseNoneAndItIsCounted() {
    Post post = Post.of("a", "carl", 0).channel("anywhere");
    assertEquals("-", last(TWO, post));
    EngagementLog log = EngagementLog.builder(TWO).add(post).build();
    assertEquals(1, log.audit().count(Audit.Reason.UNADDRESSED));
    assertEquals(0, log.audit().count(Audit.Reason.UNKNOWN_ADDRESSEE));
    assertEquals(
        0, EngagementLog.builder().add(post).build().audit().count(Audit.Reason.UNADDRESSED));
  }

  @Test
  void aStrangerNamedIsNobodyElseInstead() {
    Post post = Post.of("a", "carl", 0).addressedTo("Core");
    assertEquals("-", last(ONE, post));
    EngagementLog log = EngagementLog.builder(ONE).add(post).build();
    assertEquals(1, log.audit().count(Audit.Reason.UNADDRESSED));
    assertEquals(1, log.audit().count(Audit.Reason.UNKNOWN_ADDRESSEE));
  }

  @Test
  void anActConcernsWhomItsMessageConcerns() {
    assertEquals(
        "Bolt", last(TWO, Post.of("a", "help", 0), Act.of(ActKind.SHARE, "carl", 1).on("a")));
    assertEquals(
        "Acme",
        last(
            TWO,
            Post.of("a", "help", 0),
            Act.of(ActKind.SHARE, "carl", 1).on("a").addressedTo("Acme")));
    assertEquals(
        "Acme", last(TWO, Act.of(ActKind.SHARE, "carl", 1).on("lost").channel("acme-wall")));
  }

  @Test
  void anActOnAnActIsDoneOnNothing() {
    assertEquals(
        "-",
        last(
            TWO,
            Post.of("a", "help", 0),
            Act.of(ActKind.SHARE, "zak", 1).id("s").on("a"),
            Act.of(ActKind.REACTION, "carl", 2).on("s")));
  }
}
