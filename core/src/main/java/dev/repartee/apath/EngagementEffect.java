package dev.repartee.apath;

import dev.repartee.internal.text.OptionText;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import java.time.Duration;
import java.util.Objects;

/**
 * Whether people go further if the organization speaks to them: people it addressed within 14 days
 * after they reached a stage, compared with people it did not address, among those who wrote
 * equally much.
 *
 * <pre>{@code
 * EngagementEffectSummary engagement = log.measure(EngagementEffect.after(Stage.ATTRACTION));
 * // engagement ==> engaged after ATTRACTION: 1 of 1
 * engagement.engaged(1).within(Duration.ofDays(90)); // of those who wrote one message
 * engagement.difference(Duration.ofDays(90));        // engaged minus not engaged
 * }</pre>
 *
 * <p>The comparison is made at the <em>landmark</em>, a fixed time after the stage, so that nobody
 * counts as engaged merely for having stayed long enough to be spoken to. The clock of going
 * further starts at the landmark. People who have gone further by then, have left, or are not
 * watched up to it are left out and counted. A person is addressed if the organization replied to,
 * named or answered the person from the stage up to the landmark, both inclusive; bots and
 * automatic messages do not count.
 *
 * <p>People are compared <em>in strata</em> by the number of messages they wrote to the
 * organization in that time: 1, 2, 3 or more. People who write more are answered more, and go
 * further anyway. In a simulation where engaging has no effect at all and people differ in how
 * active they are, the plain difference is 0.14, the difference in strata 0. People who wrote
 * nothing could not be answered, and are counted separately.
 *
 * <p>The result is an association, because organizations speak to people they find promising. By
 * the standard rules a dialogue leads to {@link Stage#AFFINITY}, and a dialogue requires an answer;
 * to use days only, {@linkplain APathRules#with(Stage, StageCondition) replace its condition}.
 *
 * <p>It takes time linear in the number of events and of messages to the people compared. It needs
 * a single log of everything, or parts that contain, for each person, all events and all messages
 * addressed to that person.
 *
 * <p>Guide: {@code core/docs/guide/metrics/engagement-effect.md}.
 */
public final class EngagementEffect implements Measure<EngagementEffectSummary> {
  private static final Duration LANDMARK = Duration.ofDays(14);

  /** Strata by the number of messages: 1, 2, and this number or more. */
  static final int STRATA = 3;

  private static final int TIMES_OF_STRATUM = 4;

  /** Who is compared, and who is left out. */
  enum Part {
    ENGAGED,
    NOT_ENGAGED,
    WROTE_NOTHING,
    ADVANCED,
    LEFT,
    NOT_WATCHED
  }

  private final APathRules rules;
  private final Stage stage;
  private final Duration landmark;

  private EngagementEffect(APathRules rules, Stage stage, Duration landmark) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.stage = stage;
    this.landmark = landmark;
  }

  /**
   * {@return the measure for people who reached a stage, with the standard rules}
   *
   * @param stage the stage; any but the last
   * @throws IllegalArgumentException if it is the last, after which there is no further stage
   */
  public static EngagementEffect after(Stage stage) {
    if (stage == Stage.ADVOCATES) {
      throw new IllegalArgumentException(
          "stage (" + stage + ") must not be the last: no stage follows it");
    }
    return new EngagementEffect(APathRules.standard(), stage, LANDMARK);
  }

  /**
   * {@return a copy with another landmark}
   *
   * @param time the time after the stage, 14 days by default
   * @throws IllegalArgumentException if it is negative
   */
  public EngagementEffect withLandmark(Duration time) {
    if (time.isNegative() || time.toDays() > 1_000_000) {
      throw new IllegalArgumentException(
          "time (" + time + ") must not be negative, nor longer than a million days");
    }
    return new EngagementEffect(rules, stage, time);
  }

  /**
   * {@return a copy with other rules}
   *
   * @param newRules the conditions, thresholds and other rules
   */
  public EngagementEffect with(APathRules newRules) {
    return new EngagementEffect(newRules, stage, landmark);
  }

  @Override
  public Plan<?, EngagementEffectSummary> plan() {
    Conditions conditions = Conditions.of(rules);
    int variants = conditions.variants();
    return PathPlans.recorded(
            toString(),
            conditions,
            variants * Part.values().length,
            variants * STRATA * TIMES_OF_STRATUM,
            (path, slice, facts) -> {
              for (int variant = 0; variant < variants; variant++) {
                if (path.at(stage, variant) != Path.NEVER) {
                  take(conditions, path, variant, slice, facts);
                }
              }
            })
        .into(evidence -> new EngagementEffectSummary(conditions, stage, landmark, evidence));
  }

  private void take(Conditions conditions, Path path, int variant, Slice slice, PathFacts facts) {
    long reached = path.at(stage, variant);
    long mark = reached + landmark.toMillis();
    long next = path.at(next(conditions, variant), variant);
    Part part;
    if (next != Path.NEVER && next <= mark) {
      part = Part.ADVANCED;
    } else if (path.seenUntil() < mark) {
      part = Part.NOT_WATCHED;
    } else if (path.record().line(variant).at(mark).isLost()) {
      part = Part.LEFT;
    } else {
      int messages = path.record().written(reached, mark);
      if (messages == 0) {
        part = Part.WROTE_NOTHING;
      } else {
        part = isAddressed(slice, path.entry(), reached, mark) ? Part.ENGAGED : Part.NOT_ENGAGED;
        boolean goesOn = next != Path.NEVER;
        facts.time(
            placeOfTimes(variant, Math.min(messages, STRATA), part, goesOn),
            (goesOn ? next : path.seenUntil()) - mark);
      }
    }
    facts.count(place(variant, part));
  }

  private Stage next(Conditions conditions, int variant) {
    return Stage.values()[conditions.after(variant, stage.ordinal())];
  }

  private static boolean isAddressed(Slice slice, int entry, long from, long to) {
    int person = slice.person(entry);
    int organization = slice.organization(entry);
    Addressings addressings = slice.index(Addressings.INDEX);
    int count = addressings.count(person);
    for (int i = 0; i < count; i++) {
      int message = addressings.message(person, i);
      long at = slice.effectiveAt(message);
      if (at > to) {
        return false;
      }
      if (at >= from && slice.organization(message) == organization) {
        return true;
      }
    }
    return false;
  }

  static int place(int variant, Part part) {
    return variant * Part.values().length + part.ordinal();
  }

  static int placeOfTimes(int variant, int messages, Part part, boolean goesOn) {
    return (variant * STRATA + messages - 1) * TIMES_OF_STRATUM
        + (part == Part.ENGAGED ? 0 : 2)
        + (goesOn ? 0 : 1);
  }

  @Override
  public String toString() {
    String at =
        landmark.equals(LANDMARK) ? "" : ", landmark " + OptionText.exact(landmark.toMillis());
    return "engagement after " + stage + at + rules.text();
  }
}
