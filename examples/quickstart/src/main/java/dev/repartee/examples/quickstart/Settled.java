package dev.repartee.examples.quickstart;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.resolution.RatingSummary;
import dev.repartee.resolution.Ratings;
import dev.repartee.resolution.Resolution;
import dev.repartee.resolution.ResolutionSummary;

/**
 * What becomes of what people ask.
 *
 * @param first how long it takes until it is resolved
 * @param lasting the same until it is resolved for good
 * @param ratings how people rate the answers
 */
record Settled(ResolutionSummary first, ResolutionSummary lasting, RatingSummary ratings) {

  /** Measures a log that tells it. */
  static Settled of(EngagementLog log, AnswerRule rule) {
    Resolution first = Resolution.first().answers(rule);
    Resolution lasting = Resolution.lasting().answers(rule);
    Ratings ratings = Ratings.ofAnswered().answers(rule);
    Results results = log.measure(Measures.of(first, lasting, ratings));
    return new Settled(results.get(first), results.get(lasting), results.get(ratings));
  }
}
