package dev.repartee.examples.answers;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measures;
import dev.repartee.response.Backlog;
import dev.repartee.response.ResponseTime;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a controller of a web framework would be: each method answers a request with a map that any
 * JSON library writes. In Spring, put {@code @GetMapping} on them and leave the rest as it is.
 */
public final class AnswersController {
  private final Supplier<EngagementLog> log;

  /** Asks for the log at each request, since a service has a new one now and then. */
  public AnswersController(Supplier<EngagementLog> log) {
    this.log = log;
  }

  /** {@code /answers}: how long people wait, and whether they are talked with, by channel. */
  public Map<String, Object> answers() {
    return log.get()
        .measure(Measures.of(ResponseTime.eachTurn(), Dialogue.standard()).by(Dimension.CHANNEL))
        .toMap();
  }

  /** {@code /waiting}: who waits now. */
  public Map<String, Object> waiting() {
    return log.get().measure(Backlog.standard().showing(20)).toMap();
  }

  /** {@code /unheard}: how many were never answered, and who they are. */
  public Map<String, Object> unheard() {
    return log.get().measure(Dialogue.standard().opened(5)).toMap();
  }
}
