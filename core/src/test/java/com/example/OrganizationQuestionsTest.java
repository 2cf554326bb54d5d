package com.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.OrganizationQuestions.Answered;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Measure;
import dev.repartee.model.Directory;
import dev.repartee.model.Intent;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import org.junit.jupiter.api.Test;

class OrganizationQuestionsTest {
  private static final Measure<Answered> QUESTIONS = new OrganizationQuestions();

  /** Questions 0 to 2 by conversation: one answered, one by a colleague only, one too late. */
  private static EngagementLog.Builder conversation(int i, EngagementLog.Builder to) {
    String channel = i % 2 == 0 ? "blog" : "chirp";
    String replier = i % 3 == 1 ? "boss" : "person" + i;
    String replied = i % 3 == 2 ? "2026-02-02T00:00:00Z" : "2026-01-01T02:00:00Z";
    return to.add(
            Post.of("q" + i, "care", "2026-01-01T01:00:00Z")
                .channel(channel)
                .intent(Intent.QUESTION))
        .add(Reply.of("r" + i, replier, replied).to("q" + i).channel(channel))
        .add(Post.of("p" + i, "person" + i, "2026-01-01T03:00:00Z").intent(Intent.QUESTION));
  }

  private static EngagementLog log(int from, int to) {
    EngagementLog.Builder builder =
        EngagementLog.builder(
                Directory.builder()
                    .organization("Acme", a -> a.member("care", "Support").member("boss", "Board"))
                    .build())
            .asOf("2026-03-01T00:00:00Z");
    for (int i = from; i < to; i++) {
      conversation(i, builder);
    }
    return builder.build();
  }

  @Test
  void itCountsQuestionsOfMembersThatTheAudienceAnswered() {
    Answered all = log(0, 30).measure(QUESTIONS);
    assertEquals(30, all.share().trials());
    assertEquals(20, all.share().successes());
    Answered january = log(0, 30).asOf("2026-02-01T00:00:00Z").measure(QUESTIONS);
    assertEquals(10, january.share().successes());
  }

  @Test
  void itIsToldAsFactsAndAsATable() {
    Facts facts = log(0, 30).measure(QUESTIONS).facts();
    assertEquals("30", facts.get("questions").text());
    assertEquals(20, facts.get("answered").numerator().getAsLong());
    assertEquals(
        "channel  questions  answered",
        log(0, 30).measure(QUESTIONS.by(Dimension.CHANNEL)).table().lines().findFirst().get());
    assertTrue(log(0, 0).measure(QUESTIONS).facts().get("answered").value().isEmpty());
  }

  @Test
  void itSplitsMergesAndComesBackFromBytes() {
    Answered whole = log(0, 30).measure(QUESTIONS);
    Breakdown<Answered> byChannel = log(0, 30).measure(QUESTIONS.by(Dimension.CHANNEL));
    assertEquals(15, byChannel.get("blog").share().trials());
    assertArrayEquals(whole.toBytes(), byChannel.total().toBytes());
    assertArrayEquals(
        whole.toBytes(),
        log(0, 13).measure(QUESTIONS).merge(log(13, 30).measure(QUESTIONS)).toBytes());
    assertArrayEquals(whole.toBytes(), QUESTIONS.fromBytes(whole.toBytes()).toBytes());
  }
}
