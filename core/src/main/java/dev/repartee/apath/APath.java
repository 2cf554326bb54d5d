package dev.repartee.apath;

import com.google.common.collect.ImmutableSortedMap;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import java.time.ZoneId;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How far people come on the A-Path toward an organization, from attention through attraction,
 * affinity and audience to advocates; how many and how fast.
 *
 * <pre>{@code
 * APathSummary path = log.measure(APath.standard().withZone(ZoneId.of("Pacific/Auckland")));
 * // path ==> a-path: 812 people, 401 attracted, 12 advocates
 * path.stage(Stage.AFFINITY).conversionSoFar();                     // 0.31 [0.26, 0.36] 124/401
 * path.within(Stage.AFFINITY, Duration.ofDays(90));                 // 0.38 [0.32, 0.45]
 * }</pre>
 *
 * <p><b>One path</b> exists for each person of the audience and each organization that the person
 * deals with; in a log whose directory has no organization, one path for each person toward the
 * forum. A path begins at the <em>entry</em>, the person's first event other than UNFOLLOW or
 * UNSUBSCRIBE. The entry is the anchor: it decides which key, window and filter the path belongs
 * to. All accounts of a person count together. An act on a message concerns the organization of
 * that message.
 *
 * <p>Three kinds of rows belong to no path and are counted separately: those that concern no
 * organization although the directory has some ({@link APathSummary#unaddressed}); those without an
 * author, because nobody can be followed through them ({@link APathSummary#anonymous}); and
 * automatic ones, because they show no will ({@link APathSummary#automatic}). If memberships have
 * dates, the path of a person who joins an organization ends at the first joining, as if the log
 * ended there; whatever the person does later is on no path.
 *
 * <p><b>Stage times</b> are T<sub>1</sub> &le; … &le; T<sub>5</sub>: T<sub>k</sub> is the first
 * instant, not before T<sub>k-1</sub>, at which the condition of stage k holds. {@link Stage} gives
 * the conditions, and {@link APathRules} can replace them. The conditions of ATTENTION, ATTRACTION
 * and ADVOCATES hold only at the instant of such an act; those of AFFINITY and AUDIENCE are states.
 * A person who follows first and warms up later is in the audience from the day of warming up,
 * unless the follow ended before. Later losses do not undo a stage: the path shows how far people
 * came, not where they are now.
 *
 * <p>An event happens at its effective time: one with an earlier time than the message it refers to
 * happens together with that message. Events of one instant have no order among themselves. After
 * an opt-in and an opt-out of the same kind, on the same channel and at the same instant, the
 * person is opted out.
 *
 * <p><b>Observed.</b> A stage that the log cannot show is <em>not observed</em>, never 0, and is
 * skipped: the next stage is then reached from the one before it, and its result says so. The log
 * can show a stage if it contains, from anybody in the audience, a kind of row that can prove it:
 * for ATTENTION any kind; for ATTRACTION and AFFINITY an act of will or a message; for AUDIENCE a
 * FOLLOW or SUBSCRIBE or their ending; for ADVOCATES a RECOMMEND, SHARE, MENTION or a reply to
 * another audience person. {@link #observing(Stage...)} states what the log cannot show: that
 * nobody did it, although it would have been recorded.
 *
 * <p>With several organizations the summary pools their paths and says so; {@code
 * by(Dimension.ORGANIZATION)} separates them.
 *
 * <p>It makes one pass in order of time, which is linear in the events of a person.
 *
 * <p>Guide: {@code core/docs/guide/metrics/a-path.md}.
 */
public final class APath implements Measure<APathSummary> {
  private final APathRules rules;
  private final ImmutableSortedMap<String, Long> impressions;

  private APath(APathRules rules, ImmutableSortedMap<String, Long> impressions) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.impressions = impressions;
  }

  /**
   * {@return the measure with the standard rules: days in UTC, stages observed as the log shows}
   */
  public static APath standard() {
    return with(APathRules.standard());
  }

  /**
   * {@return the measure with other rules}
   *
   * @param rules the conditions, thresholds and other rules
   */
  public static APath with(APathRules rules) {
    return new APath(rules, ImmutableSortedMap.of());
  }

  /**
   * {@return a copy with days of another time zone, which decide whether days are distinct and how
   * far apart they are}
   *
   * @param newZone the time zone of the days
   */
  public APath withZone(ZoneId newZone) {
    return new APath(rules.withZone(newZone), impressions);
  }

  /**
   * {@return a copy in which some stages are observed on every channel, whatever the log shows}
   *
   * @param stages one or more
   * @throws IllegalArgumentException if no stage is given
   */
  public APath observing(Stage... stages) {
    return new APath(rules.observing(stages), impressions);
  }

  /**
   * {@return a copy in which a stage is observed on a channel, whatever the log shows} Calls add
   * up.
   *
   * @param stage the stage
   * @param channel the name of the channel; the empty text means rows without a channel
   */
  public APath observing(Stage stage, String channel) {
    return new APath(rules.observing(stage, channel), impressions);
  }

  /**
   * {@return a copy with a count that has no identities behind it, such as the number of times an
   * advertisement was seen} It is shown next to the stages and enters no rate. A later count for a
   * channel replaces an earlier one.
   *
   * @param channel the name of the channel; the empty text means none
   * @param count the count, at least 0
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

  /** {@return the rules of the measure} */
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
