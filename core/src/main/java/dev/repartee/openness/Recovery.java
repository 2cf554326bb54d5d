package dev.repartee.openness;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.AnswersByRow;
import dev.repartee.internal.time.WholeMillis;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Unit;
import dev.repartee.model.Sentiment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether people who complained come round: say something later, anywhere, that is labelled and not
 * negative. And whether those do so more often who were answered.
 *
 * <pre>{@code
 * RecoverySummary r = log.measure(Recovery.standard());
 * // r ==> recovery: no complaints
 * r.within(Duration.ofDays(30));
 * r.effectOfAnswering();
 * }</pre>
 *
 * <p>A <b>complaint</b> is the first message with a negative label in a turn that waits for a
 * response ({@code ResponseTime.eachTurn()} tells what one is). It has <b>recovered</b> at the next
 * message of the same person to the same organization, in whatever conversation and on whatever
 * channel, that is labelled NEUTRAL or POSITIVE. Messages without a label show nothing: they are
 * passed over, and {@link RecoverySummary#wroteOnUnlabelled} counts the complaints that they leave
 * open. Complaints without an author, who cannot be followed, are counted apart. A complaint that
 * has not recovered is watched up to the as-of, or the end of the follow-up.
 *
 * <p><b>The effect of answering</b> is read off at a landmark, 24 hours after the complaint: of the
 * complaints that had not recovered by then and were still watched, those answered by then against
 * those not, by their chance to recover within 7 days after the landmark. Comparing all that were
 * ever answered would favour answering, because who comes round early had less time to be answered.
 * It is an association: who is answered may differ in other ways.
 *
 * <p>One pass over the messages of a person; linear. It takes one log of everything: a complaint
 * and its answer are found in a conversation, and coming round may happen in any other.
 */
public final class Recovery implements Measure<RecoverySummary> {
  private static final Recovery STANDARD = new Recovery(Duration.ofHours(24), null);

  private final Duration landmark;
  private final @Nullable AnswerRule rule;

  private Recovery(Duration landmark, @Nullable AnswerRule rule) {
    this.landmark = landmark;
    this.rule = rule;
  }

  /** {@return the usual measure, with the landmark at 24 hours} */
  public static Recovery standard() {
    return STANDARD;
  }

  /**
   * {@return the measure with another landmark; a copy}
   *
   * @param newLandmark how long after the complaint it is judged whether it was answered, to the
   *     millisecond
   * @throws IllegalArgumentException if it is not at least a millisecond
   */
  public Recovery withLandmark(Duration newLandmark) {
    return new Recovery(WholeMillis.atLeastOne("landmark", newLandmark), rule);
  }

  /**
   * {@return the measure by another rule of what counts as an answer, instead of that which is
   * {@link AnswerRule#usualIn usual in the log}; a copy}
   *
   * @param newRule the rule
   */
  public Recovery answers(AnswerRule newRule) {
    return new Recovery(landmark, newRule);
  }

  @Override
  public Plan<?, RecoverySummary> plan() {
    return Plan.of(toString(), Unit.PERSON, RecoveryTally::new, this::sweep)
        .opening(RecoveryTally.outcomes())
        .into(evidence -> new RecoverySummary(landmark, evidence));
  }

  private void sweep(Slice slice, Split<RecoveryTally> split) {
    LaterMessages later = slice.scratch(LaterMessages.class, LaterMessages::new);
    AnswersByRow complaints = slice.index(new Complaints(rule));
    for (int unit = 0; unit < slice.units(); unit++) {
      if (later.gather(slice, unit)) {
        for (int i = later.size() - 1; i >= 0; i--) {
          int row = later.row(i);
          if (later.sentiment(i) == Sentiment.NEGATIVE) {
            if (complaints.contains(row) && split.takes(row, Slice.NONE)) {
              complaint(slice, split.at(row), later, i, complaints.answer(row));
            }
          } else {
            later.pass(i);
          }
        }
      }
    }
  }

  private void complaint(
      Slice slice, RecoveryTally tally, LaterMessages later, int complaint, int answer) {
    int row = later.row(complaint);
    if (slice.isAnonymous(row)) {
      tally.addAnonymous();
      return;
    }
    long seenUntil = slice.seenUntil(row);
    int organization = later.organization(complaint);
    int labelled = later.labelled(organization);
    boolean recovers = later.isBy(seenUntil, labelled);
    boolean isAnswered = answer != Slice.NONE && slice.effectiveAt(answer) <= seenUntil;
    long watched = (recovers ? slice.at(later.row(labelled)) : seenUntil) - slice.at(row);
    long answeredAfter = isAnswered ? slice.at(answer) - slice.at(row) : Long.MAX_VALUE;
    if (watched < 0 || answeredAfter < 0) {
      tally.addSkewed();
      return;
    }
    int groups = slice.groups(row);
    tally.add(recovers, watched, groups);
    if (!recovers && later.isBy(seenUntil, later.unlabelled(organization))) {
      tally.addUnlabelled();
    }
    long mark = landmark.toMillis();
    if (recovers && watched <= mark) {
      tally.addEarly();
    } else if (watched < mark) {
      tally.addUnwatched();
    } else {
      tally.addAtLandmark(answeredAfter <= mark, recovers, watched - mark, groups);
    }
  }

  @Override
  public String toString() {
    return "recovery after criticism, landmark " + landmark + (rule == null ? "" : ", " + rule);
  }
}
