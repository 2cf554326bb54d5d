package dev.repartee.examples.spark;

import dev.repartee.apath.APath;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.examples.quickstart.Sample;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.model.Directory;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * What is asked, and of whom. Every machine makes these for itself, so that nothing has to be sent
 * there. Put your own directory and measures here.
 */
final class Questions {
  private Questions() {}

  /** Who is who. */
  static Directory directory() {
    return Sample.directory();
  }

  static ResponseTime response() {
    return ResponseTime.eachTurn().withTarget(Duration.ofHours(1));
  }

  static Measure<Breakdown<ResponseSummary>> responseByChannelAndMonth() {
    return response().by(Dimension.CHANNEL.and(Dimension.month(ZoneOffset.UTC)));
  }

  /** All that is asked of conversations, in one walk. */
  static Measure<Results> ofConversations() {
    return Measures.of(response(), Dialogue.standard(), responseByChannelAndMonth());
  }

  /** All that is asked of persons, in one walk. */
  static Measure<Results> ofPersons() {
    return Measures.of(APath.standard(), APath.standard().by(Dimension.CHANNEL));
  }
}
