package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.measure.Counts;
import dev.repartee.measure.Counts.CountSummary;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who spoke, was answered and speaks again, as the log knows it by itself. */
class ReturnedTest {
  private static final Directory ACME =
      Directory.builder()
          .organization("Acme", acme -> acme.member("care", "Support").bot("robot", "Support"))
          .build();

  private static long returned(Directory directory, Interaction... rows) {
    EngagementLog log = EngagementLog.builder(directory).addAll(List.of(rows)).build();
    CountSummary count = log.measure(Counts.ofMessages("returned", row -> row.returned()));
    return count.matched();
  }

  private static Interaction[] answeredBy(String answerer) {
    return new Interaction[] {
      Post.of("a", "carl", 0),
      Reply.of("b", answerer, 1).to("a"),
      Reply.of("c", "carl", 2).to("b"),
      Reply.of("d", "carl", 3).to("b"),
      Reply.of("e", "matt", 4).to("b"),
    };
  }

  @Test
  void afterAnAnswerOfAMember() {
    assertEquals(2, returned(ACME, answeredBy("care")));
  }

  @Test
  void notAfterOneOfABotOrOfTheAudience() {
    assertEquals(0, returned(ACME, answeredBy("robot")));
    assertEquals(0, returned(ACME, answeredBy("zak")));
  }

  @Test
  void afterAnAnswerOfAnybodyElseWhereThereIsNoOrganization() {
    assertEquals(2, returned(Directory.empty(), answeredBy("zak")));
    assertEquals(0, returned(Directory.empty(), answeredBy("carl")));
  }
}
