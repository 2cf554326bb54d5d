package dev.repartee.response;

import dev.repartee.measure.Opened.Outcomes;
import dev.repartee.response.ResponseSummary.Closing;
import dev.repartee.response.ResponseSummary.Exclusion;
import java.util.Locale;

/** What becomes of waits, by the names of the facts that count it. */
final class ResponseOutcomes {
  private ResponseOutcomes() {}

  static Outcomes<ResponseTally> of(Clock clock, boolean hasTarget) {
    Outcomes<ResponseTally> outcomes =
        Outcomes.<ResponseTally>none()
            .with("waits", ResponseOutcomes::waits, ResponseTally::longest)
            .with("answered", ResponseTally::answered, ResponseTally::longest)
            .with("waiting", t -> t.waiting() - t.undecided, ResponseTally::longest)
            .with("closed_unanswered", ResponseTally::closed, ResponseTally::longest);
    for (Closing by : Closing.values()) {
      outcomes =
          outcomes.with(
              "closed_unanswered_" + lower(by), t -> t.closed(by).total(), ResponseTally::longest);
    }
    if (clock == Clock.SESSION) {
      outcomes = outcomes.with("still_in_session", t -> t.undecided, ResponseTally::longest);
    }
    if (hasTarget) {
      outcomes =
          outcomes
              .with("target_missed", ResponseTally::missed, ResponseTally::longest)
              .with("target_overdue", t -> t.overdue, ResponseTally::longest)
              .with("target_met_early", t -> t.metEarly, ResponseTally::longest)
              .with("target_still_in_time", t -> t.stillInTime, ResponseTally::longest);
    }
    return ofTheAnswered(outcomes);
  }

  /** For clocks that report only the answered. */
  static Outcomes<ResponseTally> ofTheAnswered() {
    return ofTheAnswered(
        Outcomes.<ResponseTally>none()
            .with("answered", ResponseTally::answered, ResponseTally::longest)
            .with("unanswered", ResponseTally::waiting, ResponseTally::longest));
  }

  private static Outcomes<ResponseTally> ofTheAnswered(Outcomes<ResponseTally> begun) {
    Outcomes<ResponseTally> outcomes =
        begun
            .with("answered_directly", t -> t.direct, ResponseTally::longest)
            .with("answered_by_inference", t -> t.answered() - t.direct, ResponseTally::longest)
            .with("began_as_replies_to_audience", t -> t.repliesToAudience, ResponseTally::longest);
    for (Exclusion reason : Exclusion.values()) {
      outcomes = outcomes.with("excluded_" + lower(reason), t -> t.excluded(reason));
    }
    return outcomes;
  }

  private static long waits(ResponseTally tally) {
    return tally.answered() + tally.waiting() + tally.closed();
  }

  private static String lower(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
