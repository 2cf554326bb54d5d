package dev.repartee.apath;

import com.google.common.collect.ImmutableSortedMap;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import java.time.ZoneId;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How far people come on the A-Path toward an organization: from attention over attraction,
 * affinity and audience to advocates, how many and how fast.
 *
 * <pre>{@code
 * APathSummary path = log.measure(APath.standard().withZone(ZoneId.of("Pacific/Auckland")));
 * // path ==> a-path: 812 people, 401 attracted, 12 advocates
 * path.stage(Stage.AFFINITY).conversionSoFar();                     // 0.31 [0.26, 0.36] 124/401
 * path.within(Stage.AFFINITY, Duration.ofDays(90));                 // 0.38 [0.32, 0.45]
 * }</pre>
 *
 * <p><b>One path</b> for each person of the audience and each organization the person has to do
 * with; in a log whose directory has no organization, one path for each person toward the forum. A
 * path begins at the <em>entry</em>, the person's first event that is no UNFOLLOW or UNSUBSCRIBE,
 * and the entry decides to which key, window and filter of a log the path belongs. All accounts of
 * a person count together. An act on a message concerns the organization of that message. Where the
 * directory has organizations, rows that concern none belong to no path ({@link
 * APathSummary#unaddressed}), and rows without an author neither: nobody can be followed through
 * them ({@link APathSummary#anonymous}). What a machine sent on its own shows no will and is
 * counted apart too ({@link APathSummary#automatic}). Where memberships have dates, the path of who
 * joins an organization ends, as where the log ends, at the first joining; whatever such a person
 * does later is on no path.
 *
 * <p><b>Stage times</b> are T<sub>1</sub> &le; … &le; T<sub>5</sub>: T<sub>k</sub> is the first
 * instant, not before T<sub>k-1</sub>, at which the condition of stage k holds. {@link Stage} gives
 * the conditions, and {@link APathRules} replaces them. Those of ATTENTION, ATTRACTION and
 * ADVOCATES hold at the instant of such an act only; those of AFFINITY and AUDIENCE are states. Who
 * follows first and warms up later is in the audience from the day of warming up; who left before
 * that is not. What ends later is not undone on the path: it says how far people came, not where
 * they are now.
 *
 * <p>An event happens at its effective time: one that bears a time earlier than what it is about
 * happens with it. Events of one instant are looked at together, in no order. An opt-in and an
 * opt-out of the same kind, on the same channel, at the same instant leave the person out.
 *
 * <p><b>Observed.</b> A stage that the log cannot show is <em>not observed</em>, never 0, and is
 * passed over: the next stage is then reached from the one before it, and says so. The log can show
 * a stage if it holds, from anybody of the audience, a kind that can prove it: for ATTENTION any
 * kind; for ATTRACTION and AFFINITY an act of will or a message; for AUDIENCE a FOLLOW or SUBSCRIBE
 * or their ending; for ADVOCATES a RECOMMEND, SHARE, MENTION or a reply to another audience person.
 * {@link #observing(Stage...)} tells what the log cannot: that nobody did it though it would be
 * there.
 *
 * <p>With several organizations the summary pools their paths and says so; {@code
 * by(Dimension.ORGANIZATION)} tells them apart.
 *
 * <p>One pass in order of time: linear in the events of a person, whatever their number.
 */
public final class APath implements Measure<APathSummary> {
  private final APathRules rules;
  private final ImmutableSortedMap<String, Long> impressions;

  private APath(APathRules rules, ImmutableSortedMap<String, Long> impressions) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.impressions = impressions;
  }

  /** {@return the measure by the standard rules: days of UTC, stages observed as the log shows} */
  public static APath standard() {
    return with(APathRules.standard());
  }

  /**
   * {@return the measure by other rules}
   *
   * @param rules conditions, thresholds and what else it goes by
   */
  public static APath with(APathRules rules) {
    return new APath(rules, ImmutableSortedMap.of());
  }

  /**
   * {@return a copy with local days of a zone: what makes two days distinct and 14 days apart}
   *
   * @param newZone whose days
   */
  public APath withZone(ZoneId newZone) {
    return new APath(rules.withZone(newZone), impressions);
  }

  /**
   * {@return a copy where stages are observed on every channel, whatever the log shows}
   *
   * @param stages one or more
   * @throws IllegalArgumentException if no stage is named
   */
  public APath observing(Stage... stages) {
    return new APath(rules.observing(stages), impressions);
  }

  /**
   * {@return a copy where a stage is observed on a channel, whatever the log shows} Calls add up.
   *
   * @param stage the stage
   * @param channel the name of the channel; the empty text stands for rows without one
   */
  public APath observing(Stage stage, String channel) {
    return new APath(rules.observing(stage, channel), impressions);
  }

  /**
   * {@return a copy with counts without identities, such as how often an advertisement was seen}
   * They are shown beside the stages and enter no rate. A later count of a channel replaces an
   * earlier one.
   *
   * @param channel the name of the channel; the empty text stands for none
   * @param count how often, at least 0
   * @throws IllegalArgumentException if the count is negative
   */
  public APath withImpressions(String channel, long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count (" + count + ") must not be negative");
    }
    TreeMap<String, Long> all = new TreeMap<>(impressions);
    all.put(channel, count);
    return new APath(rules, ImmutableSortedMap.copyOf(all));
  }

  /** {@return what the measure goes by: the rules} */
  public APathRules rules() {
    return rules;
  }

  @Override
  public Plan<?, APathSummary> plan() {
    Conditions conditions = Conditions.of(rules);
    return Plan.of(
            text(),
            Unit.PERSON,
            () -> new PathTally(conditions),
            (slice, split) -> PathWalk.sweep(conditions, false, slice, split))
        .withSeenKinds()
        .into(evidence -> new APathSummary(conditions, impressions, evidence));
  }

  private String text() {
    StringBuilder text = new StringBuilder("a-path").append(rules.text());
    impressions.forEach(
        (channel, count) ->
            text.append(", ")
                .append(count)
                .append(" impressions on ")
                .append(Observing.quoted(channel)));
    return text.toString();
  }

  @Override
  public String toString() {
    return text();
  }
}
