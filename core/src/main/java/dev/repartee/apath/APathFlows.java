package dev.repartee.apath;

import dev.repartee.internal.time.EventTime;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import java.time.Instant;
import java.util.Objects;

/**
 * How people moved on the A-Path between two instants: how many were at each standing at the first
 * and at the second, including newcomers and losses.
 *
 * <pre>{@code
 * APathFlowsSummary flows = log.measure(
 *     APathFlows.between("2026-01-10T00:00:00Z", "2026-02-10T00:00:00Z"));
 * // flows ==> a-path flows: 1 person
 * flows.count(Standing.ATTRACTION, Standing.LAPSED);
 * flows.atEnd(Standing.AFFINITY);
 * }</pre>
 *
 * <p>Each row of the matrix adds up to the count of a {@link Standing} at the first instant, each
 * column to that at the second. People who were not watched up to the second instant, because the
 * log ends or the follow-up is shorter, are in no cell and counted separately; people who came
 * after it do not count. It takes time linear in the number of events.
 *
 * <p>Guide: {@code core/docs/guide/metrics/a-path-now.md}.
 */
public final class APathFlows implements Measure<APathFlowsSummary> {
  private static final int STANDINGS = Standing.values().length;
  private static final int NOT_WATCHED = 0;

  private final APathRules rules;
  private final long start;
  private final long end;

  private APathFlows(APathRules rules, long start, long end) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.start = start;
    this.end = end;
  }

  /**
   * {@return the measure of flows between two instants, with the standard rules}
   *
   * @param start the first instant; events exactly at it count as before
   * @param end the second instant; events exactly at it count as before
   * @throws IllegalArgumentException if the second is not after the first, or one lies outside the
   *     years 1 to 9999
   */
  public static APathFlows between(Instant start, Instant end) {
    long from = EventTime.of(start);
    long to = EventTime.of(end);
    if (!(EventTime.isValid(from) && EventTime.isValid(to) && from < to)) {
      throw new IllegalArgumentException(
          "end (" + end + ") must be after start (" + start + "), and both in the years 1 to 9999");
    }
    return new APathFlows(APathRules.standard(), from, to);
  }

  /**
   * {@return the measure of flows between two instants, with the standard rules}
   *
   * @param start the first instant, ISO 8601 with an offset
   * @param end the second instant, ISO 8601 with an offset
   * @throws IllegalArgumentException if one cannot be read, or the second is not after the first
   */
  public static APathFlows between(String start, String end) {
    return between(instant("start", start), instant("end", end));
  }

  private static Instant instant(String name, String text) {
    long millis = EventTime.parse(text);
    if (!EventTime.isValid(millis)) {
      throw new IllegalArgumentException(
          name + " (" + text + ") must be ISO 8601 with an offset, such as 2026-02-01T00:00:00Z");
    }
    return Instant.ofEpochMilli(millis);
  }

  /**
   * {@return a copy with other rules}
   *
   * @param newRules the conditions, thresholds and other rules
   */
  public APathFlows with(APathRules newRules) {
    return new APathFlows(newRules, start, end);
  }

  @Override
  public Plan<?, APathFlowsSummary> plan() {
    Conditions conditions = Conditions.of(rules);
    return PathPlans.recorded(
            toString(),
            conditions,
            1 + conditions.variants() * STANDINGS * STANDINGS,
            0,
            (path, slice, facts) -> {
              if (path.attention() > end) {
                return;
              }
              if (path.seenUntil() < end) {
                facts.count(NOT_WATCHED);
                return;
              }
              for (int variant = 0; variant < conditions.variants(); variant++) {
                StandingLine line = path.record().line(variant);
                facts.count(place(variant, line.at(start), line.at(end)));
              }
            })
        .into(evidence -> new APathFlowsSummary(conditions, evidence));
  }

  static int place(int variant, Standing from, Standing to) {
    return 1 + (variant * STANDINGS + from.ordinal()) * STANDINGS + to.ordinal();
  }

  static int placeOfNotWatched() {
    return NOT_WATCHED;
  }

  @Override
  public String toString() {
    return "a-path flows from "
        + Instant.ofEpochMilli(start)
        + " to "
        + Instant.ofEpochMilli(end)
        + rules.text();
  }
}
