package dev.repartee.buzz;

import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Groups;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Sentiment;
import dev.repartee.stats.Proportion;
import dev.repartee.testing.FactRows;
import dev.repartee.testing.Talk;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Buzz worked by hand. */
class BuzzTest {
  private static final Directory TWO =
      Directory.builder()
          .organization("Acme", acme -> acme.member("care", "Support"))
          .organization("Bolt", bolt -> bolt.member("help", "Service"))
          .build();

  private static Act act(ActKind kind, String author, long minute) {
    return Act.of(kind, author, 60_000 * minute);
  }

  private static String count(Proportion share) {
    return share.successes() + "/" + share.trials();
  }

  /** Acme posts twice and answers once; people comment, react, share, mention and complain. */
  private static EngagementLog acme() {
    return Talk.log(
        1000,
        post("n1", "care", 0),
        post("n2", "jane", 1).automatic(true),
        reply("c1", "carl", 2, "n1").sentiment(Sentiment.POSITIVE),
        reply("a1", "care", 3, "c1"),
        reply("c2", "dora", 4, "a1").sentiment(Sentiment.NEGATIVE),
        reply("c3", "dora", 5, "n2"),
        act(ActKind.REACTION, "zak", 6).on("n1"),
        act(ActKind.REACTION, "zak", 6).on("a1"), // no post
        act(ActKind.SHARE, "zak", 7).on("n1").id("s1"),
        act(ActKind.SHARE, "max", 8).on("s1"),
        act(ActKind.SHARE, "kim", 9),
        act(ActKind.SHARE, "care", 10).on("c1"),
        act(ActKind.SHARE, "jane", 11).on("n1"),
        act(ActKind.MENTION, "lea", 12).sentiment(Sentiment.POSITIVE),
        act(ActKind.MENTION, "lea", 13),
        post("q", "carl", 14).sentiment(Sentiment.NEUTRAL),
        post("x", "auto", 15).automatic(true),
        Post.of("y", null, 960_000L),
        act(ActKind.VIEW, "vic", 17));
  }

  @Test
  void oneOrganization() {
    BuzzSummary buzz = acme().measure(Buzz.standard());
    BrandVoice acme = buzz.voice("Acme");
    assertEquals(2, acme.mentionsByAct());
    assertEquals(2, acme.mentionsByMessage()); // q, and y without an author
    assertEquals(4, acme.mentions());
    assertEquals(2, acme.mentioners()); // lea, carl
    assertEquals("4/4", count(acme.shareOfVoice()));
    assertEquals("2/2", count(acme.shareOfVoiceByPerson()));
    assertFalse(acme.toString().contains("share of voice"), "there is no other");
    assertEquals(
        State.NOT_DEFINED, acme.facts().get("share_of_voice", "Acme").state(), acme::table);
    // Labelled: c1 +, c2 -, lea +, q 0; unlabelled: c3, lea's second, y.
    assertEquals(2, acme.positive());
    assertEquals(1, acme.neutral());
    assertEquals(1, acme.negative());
    assertEquals(3, acme.unlabelled());
    assertEquals(0.25, acme.netSentiment().value(), 1e-15);
    assertEquals(3, acme.ownMessages());
    assertEquals(2, acme.posts());
    assertEquals(1.5, acme.conversation().value(), 1e-15); // c1, c2, c3 over n1, n2
    assertEquals(0.5, acme.amplification().value(), 1e-15);
    assertEquals(0.5, acme.applause().value(), 1e-15);
    assertEquals("7/10", count(acme.earnedVoice()));
    assertEquals("1/2", count(acme.generosity()));
    assertEquals("3/7", count(acme.passAlong())); // zak, max, kim
    assertEquals(7, acme.reach()); // carl, dora, zak, max, kim, lea, vic
    assertEquals(1, buzz.automatic());
    assertEquals(1, buzz.anonymous());
    assertEquals(0, buzz.unaddressed());
    assertEquals("buzz of Acme: 4 mentions, earned voice 0.70", headline(buzz));
    assertTrue(buzz.toString().contains("apart: 1 row without an author"), buzz.toString());
    List<String> lines = buzz.toString().lines().toList();
    assertEquals("net sentiment " + acme.netSentiment(), lines.get(1));
    assertTrue(lines.get(2).matches("1\\.50 .*comments per post, 3/2"), lines.get(2));
    assertTrue(lines.get(3).matches("0\\.50 .*shares per post, 1/2"), lines.get(3));
    assertTrue(lines.get(4).matches("0\\.50 .*reactions per post, 1/2"), lines.get(4));
    assertEquals("reach 7", lines.get(5));
    assertEquals("apart: 1 row of the audience sent automatically", lines.get(6));
    assertEquals("apart: 1 row without an author, not among the persons", lines.get(7));
    assertEquals(acme.facts().toString(), acme.table());
  }

  /** A long name makes room for what is counted; eight of nine organizations are shown. */
  @Test
  void longNamesAndManyOrganizations() {
    String name = "The Organization of a Name That Is Long";
    Directory one =
        Directory.builder().organization(name, a -> a.member("care", "Support")).build();
    assertEquals(
        "buzz: 1 mention, earned voice 1.00",
        headline(Talk.log(one, 9, post("p", "carl", 1)).measure(Buzz.standard())));
    Directory.Builder builder = Directory.builder();
    for (int i = 0; i < 9; i++) {
      String member = "m" + i;
      builder.organization("Brand" + i, brand -> brand.member(member, "Support"));
    }
    Directory nine = builder.build();
    String text =
        Talk.log(nine, 9, post("p", "carl", 1).addressedTo("Brand7"), post("q", "carl", 2))
            .measure(Buzz.standard())
            .toString();
    assertTrue(text.startsWith("buzz of 9 organizations\n"), text);
    assertTrue(text.lines().anyMatch(line -> line.matches("Brand7 +1 +1(\\.00)? .*")), text);
    assertFalse(text.contains("Brand8"), text);
    assertTrue(
        text.contains("\napart: 1 row of the audience that concern no organization\n"), text);
  }

  @Test
  void factsOfTheWholeAndOfEachOrganization() {
    BuzzSummary buzz = acme().measure(Buzz.standard());
    BrandVoice acme = buzz.voice("Acme");
    assertEquals(
        "mentions: 4\nearned_voice: "
            + acme.earnedVoice()
            + "\nsentiment_net: "
            + acme.netSentiment()
            + "\norganizations: 1\nrows_unaddressed: 0\nrows_automatic: 1\nrows_without_author: 1",
        FactRows.text(buzz));
    Facts facts = buzz.facts();
    assertEquals(2, facts.get("mentions_in_acts", "Acme").value().orElseThrow());
    assertEquals(2, facts.get("mentions_in_messages", "Acme").value().orElseThrow());
    assertEquals(2, facts.get("people_mentioning", "Acme").value().orElseThrow());
    assertEquals(7, facts.get("people_reached", "Acme").value().orElseThrow());
    assertEquals(State.NOT_DEFINED, facts.get("share_of_voice", "Acme").state());
    assertEquals(State.NOT_DEFINED, facts.get("share_of_voice_by_people", "Acme").state());
    assertEquals("buzz", Buzz.standard().toString());
    assertEquals(3, facts.get("sentiment_unlabelled", "Acme").value().orElseThrow());
    assertEquals(0.25, facts.get("sentiment_net", "Acme").value().orElseThrow(), 1e-15);
    assertEquals(3, facts.get("comments_on_posts", "Acme").value().orElseThrow());
    assertEquals(1.5, facts.get("comments_per_post", "Acme").value().orElseThrow(), 1e-15);
    assertEquals(0.5, facts.get("shares_per_post", "Acme").value().orElseThrow(), 1e-15);
    assertEquals(1, facts.get("reactions_on_posts", "Acme").value().orElseThrow());
    assertEquals(0.5, facts.get("reactions_per_post", "Acme").value().orElseThrow(), 1e-15);
    assertEquals(1, facts.get("generosity", "Acme").numerator().orElseThrow());
    assertEquals(3, facts.get("pass_along", "Acme").numerator().orElseThrow());
    assertEquals(
        facts.where(fact -> !fact.key().isEmpty()).rows().toString(),
        acme.facts().rows().toString());
    BuzzSummary none = Talk.log(TWO, 9).measure(Buzz.standard());
    assertEquals(FactRows.names(buzz), FactRows.names(none));
    assertEquals(State.NO_DATA, none.facts().get("earned_voice").state());
    assertEquals(0, none.facts().get("mentions").value().orElseThrow());
  }

  @Test
  void whatTheLogCannotShowIsNotObserved() {
    BuzzSummary buzz =
        Talk.log(1000, post("n", "care", 0), reply("c", "carl", 1, "n")).measure(Buzz.standard());
    BrandVoice acme = buzz.voice("Acme");
    assertFalse(acme.isObserved(ActKind.SHARE));
    assertEquals("shares per post: not observed", acme.amplification().toString());
    assertTrue(Double.isNaN(acme.amplification().value()));
    assertEquals(1.0, acme.conversation().value());
    Facts facts = acme.facts();
    for (String name :
        List.of(
            "mentions_in_acts", "shares_on_posts", "shares_per_post", "generosity", "pass_along")) {
      assertEquals(State.NOT_OBSERVED, facts.get(name, "Acme").state(), name);
    }
    assertEquals("the log has no shares", facts.get("pass_along", "Acme").note());
    assertEquals(1, facts.get("comments_per_post", "Acme").value().orElseThrow());
    assertTrue(
        acme.table().contains("\nnot observed: the log has no mentions; the log has no shares"),
        acme.table());
    assertTrue(acme.generosity().isEmpty());
    assertFalse(acme.netSentiment().isDefined());
    assertEquals("no sentiment is labelled", facts.get("sentiment_net", "Acme").note());

    BrandVoice silent = Talk.log(9, post("p", "carl", 1)).measure(Buzz.standard()).voice("Acme");
    assertEquals("none (no posts) comments per post, 0/0", silent.conversation().toString());
    assertEquals("1/1", count(silent.earnedVoice()));
  }

  @Test
  void whoSharesThoughNobodyElseDoesIsGenerous() {
    BrandVoice acme =
        Talk.log(
                1000,
                post("p", "carl", 0).addressedTo("Acme"),
                act(ActKind.SHARE, "care", 1).on("p"))
            .measure(Buzz.standard())
            .voice("Acme");
    assertEquals(1, acme.facts().get("generosity", "Acme").value().orElseThrow());
    assertEquals(State.NOT_OBSERVED, acme.facts().get("pass_along", "Acme").state());
  }

  @Test
  void sharesOfVoiceOfTwo() {
    EngagementLog log =
        Talk.log(
            TWO,
            1000,
            post("1", "ann", 0).addressedTo("Acme"),
            post("2", "ann", 1).addressedTo("Acme"),
            post("3", "bea", 2).addressedTo("Acme").naming("help"), // both
            post("4", "cid", 3).addressedTo("Bolt"),
            post("5", "cid", 4).naming("help"), // Bolt by name alone
            reply("6", "dan", 5, "4"), // to Bolt, no mention
            reply("7", "dan", 6, "4").naming("help"), // to Bolt, and a mention
            post("8", "eve", 7));
    BuzzSummary buzz = log.measure(Buzz.standard());
    BrandVoice acme = buzz.voice("Acme");
    BrandVoice bolt = buzz.voice("Bolt");
    assertEquals("3/7", count(acme.shareOfVoice()));
    assertEquals("4/7", count(bolt.shareOfVoice()));
    // ann and bea of ann, bea, cid, dan; bea, cid and dan of them.
    assertEquals("2/4", count(acme.shareOfVoiceByPerson()));
    assertEquals("3/4", count(bolt.shareOfVoiceByPerson()));
    assertTrue(bolt.toString().contains("share of voice"), bolt.toString());
    assertTrue(bolt.table().contains("share of voice"), bolt.table());
    assertEquals(1, buzz.unaddressed());
    assertEquals("5/5", count(bolt.earnedVoice()));
    assertEquals("buzz of 2 organizations", headline(buzz));
    assertEquals(List.of("Acme", "Bolt"), buzz.organizations());
    assertEquals(
        "organization (Acne) must be one of [Acme, Bolt], the organizations of the directory",
        assertThrows(IllegalArgumentException.class, () -> buzz.voice("Acne")).getMessage());
  }

  /** Of the audience by person; of members, whose words have no person to hang on, by thread. */
  @Test
  void sharesKnowThatPersonsRepeat() {
    List<Interaction> rows = new ArrayList<>();
    long[] earned = new long[Groups.COUNT];
    long[] all = new long[Groups.COUNT];
    for (int i = 0; i < 60; i++) {
      String visitor = "v" + i * i % 17;
      rows.add(post("p" + i, visitor, i));
      earned[Groups.ofName(visitor)]++;
      all[Groups.ofName(visitor)]++;
      if (i % 3 == 0) {
        rows.add(reply("r" + i, "care", i, "p" + i));
        all[Groups.ofName("p" + i)]++;
      }
    }
    BrandVoice acme =
        Talk.log(1000, rows.toArray(Interaction[]::new)).measure(Buzz.standard()).voice("Acme");
    assertEquals(Proportion.clustered(earned, all).toString(), acme.earnedVoice().toString());
    assertEquals("60/80", count(acme.earnedVoice()));
  }

  @Test
  void nothingIsNoData() {
    EngagementLog log = Talk.log(1000, post("p", "carl", 1));
    assertEquals(
        "buzz: no data",
        headline(
            log.between("1980-01-01T00:00:00Z", "1981-01-01T00:00:00Z").measure(Buzz.standard())));
  }

  @Test
  void mentionsByMonthAreABreakdown() {
    long month = 60 * 24 * 31;
    EngagementLog log =
        Talk.log(
            2 * month,
            act(ActKind.MENTION, "ann", 0),
            act(ActKind.MENTION, "ann", month),
            post("p", "bea", month + 1));
    var months = log.measure(Buzz.standard().by(Dimension.month(ZoneOffset.UTC)));
    assertEquals(1, months.get("1970-01").voice("Acme").mentions());
    assertEquals(2, months.get("1970-02").voice("Acme").mentions());
    assertEquals(2, months.get("1970-02").voice("Acme").reach());
    assertEquals(2, months.total().voice("Acme").reach());
  }

  @Test
  void aForumHasNoOrganization() {
    BuzzSummary buzz =
        Talk.log(Directory.empty(), 9, post("p", "carl", 1)).measure(Buzz.standard());
    assertEquals("buzz: no organization", headline(buzz));
    assertEquals(1, buzz.unaddressed());
    assertEquals(List.of(), buzz.voices());
    // One row that concerns nobody and one that no person sent are two, not none.
    assertEquals(
        "buzz: no organization",
        headline(
            Talk.log(
                    Directory.empty(),
                    9,
                    post("p", "carl", 1),
                    post("x", "auto", 2).automatic(true))
                .measure(Buzz.standard())));
    assertEquals(
        "organization (Acme) must be one of []: no row was seen, or the directory has no"
            + " organization",
        assertThrows(IllegalArgumentException.class, () -> buzz.voice("Acme")).getMessage());
  }
}
