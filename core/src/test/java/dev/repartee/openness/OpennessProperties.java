package dev.repartee.openness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Interaction;
import dev.repartee.model.Sentiment;
import dev.repartee.testing.RandomTalk;
import dev.repartee.testing.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The label with which a turn begins, and its most negative one. */
final class OpennessProperties {
  @Property(tries = 200)
  void bothAgreeWhereEachTurnIsOneMessage(@ForAll long seed) {
    Random random = new Random(seed);
    List<Interaction> rows = new ArrayList<>();
    int size = random.nextInt(60);
    for (int i = 0; i < size; i++) {
      int label = random.nextInt(4);
      Sentiment sentiment = label == 3 ? null : Sentiment.values()[label];
      rows.add(
          rows.isEmpty() || random.nextBoolean()
              ? Talk.post("m" + i, "visitor" + i, i).sentiment(sentiment)
              : Talk.reply(
                      "m" + i,
                      random.nextBoolean() ? "care" : "visitor" + i,
                      i,
                      "m" + random.nextInt(i))
                  .sentiment(sentiment));
    }
    EngagementLog log = Talk.log(100, rows.toArray(new Interaction[0]));
    assertEquals(
        numbers(log.measure(Openness.standard())),
        numbers(log.measure(Openness.standard().byMostNegativeLabel())));
  }

  /** Later messages can only make a turn more negative, and give it a label at all. */
  @Property(tries = 200)
  void turnsOnlyGetMoreNegative(@ForAll long seed) {
    EngagementLog log = new RandomTalk(seed).log();
    OpennessSummary first = log.measure(Openness.standard());
    OpennessSummary most = log.measure(Openness.standard().byMostNegativeLabel());
    assertTrue(most.criticismTurns() >= first.criticismTurns());
    assertTrue(most.unlabelled() <= first.unlabelled());
    assertEquals(all(first), all(most));
  }

  private static long all(OpennessSummary open) {
    return open.criticismTurns() + open.praiseTurns() + open.neutral() + open.unlabelled();
  }

  private static List<Object> numbers(OpennessSummary open) {
    return List.of(
        open.verdict(),
        open.difference(),
        open.praise(),
        open.criticism(),
        open.praiseTurns(),
        open.criticismTurns(),
        open.neutral(),
        open.unlabelled());
  }
}
