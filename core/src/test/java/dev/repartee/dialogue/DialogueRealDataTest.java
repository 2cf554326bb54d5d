package dev.repartee.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Row;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.structure.Structure;
import dev.repartee.structure.StructureSummary;
import dev.repartee.testing.RealData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers on real data that were computed independently of this library, with other tools. */
final class DialogueRealDataTest {
  @Test
  void customerCareOnTwitter() {
    DialogueSummary care = RealData.twitterCare().measure(Dialogue.standard()).includingOpen();
    assertEquals(525, care.strands());
    assertEquals(43, care.atLeastTurns(3).successes());
    assertEquals(41, care.count(Form.DIALOGUE));
    // Every conversation of this export ends with the company, so all are answered.
    assertEquals(484, care.count(Form.ANSWERED));
  }

  @Test
  void commentsOnABlog() {
    DialogueSummary blog =
        RealData.blogComments().measure(Dialogue.standard()).includingOpen().inbound();
    assertEquals(366, blog.strands());
    assertEquals(62, blog.count(Form.DIALOGUE));
    assertEquals(66, blog.atLeastTurns(3).successes());
  }

  @Test
  void visitorsOfOneThreadByName() {
    EngagementLog log = RealData.blogThread();
    DialogueSummary thread = log.measure(Dialogue.standard()).includingOpen();
    assertEquals(1, thread.strands());
    assertEquals(6, thread.audienceMessages());
    assertEquals(6, thread.organizationMessages());
    assertEquals(6, thread.humanFace().trials());
    assertEquals(7, log.measure(Structure.standard()).includingOpen().participants().sum());
    Breakdown<ResponseSummary> people =
        log.measure(ResponseTime.eachTurn().by(Dimension.of("person", Row::person)));
    List<String> directly = new ArrayList<>();
    List<String> byInference = new ArrayList<>();
    people.forEach(
        (person, waits) -> {
          assertEquals(1, waits.answered());
          (waits.answeredDirectly() == 1 ? directly : byInference).add(person);
        });
    assertEquals(List.of("Annemieke", "Carl", "Matt @ Kurb", "Zak", "andrewnim"), directly);
    assertEquals(List.of("Luigi Cappel"), byInference);
  }

  @Test
  void forum() {
    DialogueSummary forum =
        RealData.stackExchange()
            .measure(Dialogue.standard().answers(AnswerRule.anybodyElse()))
            .includingOpen();
    assertEquals(612, forum.strands());
    assertEquals(385, forum.openerReturned().successes());
    assertEquals(611, forum.openerReturned().trials());
    assertEquals(379, forum.openerReturnedDirectly().successes());
    assertEquals(611, forum.openerReturnedDirectly().trials());
    assertEquals(430, forum.count(Form.DIALOGUE));
    StructureSummary structure =
        RealData.stackExchange().measure(Structure.standard()).includingOpen();
    assertEquals(612, structure.conversations());
    assertEquals(7, structure.depth().exactly(0).successes());
    assertEquals(211, structure.depth().exactly(1).successes());
    assertEquals(394, structure.depth().exactly(2).successes());
    assertEquals(612 + 1_060 + 3_413, structure.size().sum());
  }
}
