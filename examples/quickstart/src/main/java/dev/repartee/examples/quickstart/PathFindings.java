package dev.repartee.examples.quickstart;

import dev.repartee.apath.APath;
import dev.repartee.apath.APathRules;
import dev.repartee.apath.APathState;
import dev.repartee.apath.APathStateSummary;
import dev.repartee.apath.APathSummary;
import dev.repartee.apath.Advocates;
import dev.repartee.apath.AdvocatesSummary;
import dev.repartee.apath.HollowAudience;
import dev.repartee.apath.HollowAudienceSummary;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import java.time.ZoneId;

/**
 * How far people come, and where they are now.
 *
 * @param path how far they came
 * @param state where they stand now
 * @param hollow how many follow without ever having warmed up
 * @param advocates who speaks for the organization, by name
 */
record PathFindings(
    APathSummary path,
    APathStateSummary state,
    HollowAudienceSummary hollow,
    AdvocatesSummary advocates) {
  private static final int MOST = 1000;

  /** Measures a log, with the days of a zone; one walk for all. */
  static PathFindings of(EngagementLog log, ZoneId zone) {
    APathRules rules = APathRules.standard().withZone(zone);
    APath path = APath.with(rules);
    APathState state = APathState.with(rules);
    HollowAudience hollow = HollowAudience.with(rules);
    Advocates advocates = Advocates.with(rules).showing(MOST);
    Results results = log.measure(Measures.of(path, state, hollow, advocates));
    return new PathFindings(
        results.get(path), results.get(state), results.get(hollow), results.get(advocates));
  }
}
