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
 * Whether people who complained recover, that is, later say something, anywhere, with a label other
 * than negative; and whether they do so more often if they were answered.
 *
 * <pre>{@code
 * RecoverySummary r = log.measure(Recovery.standard());
 * // r ==> recovery: no complaints
 * r.within(Duration.ofDays(30));
 * r.effectOfAnswering();
 * }</pre>
 *
 * <p>A <b>complaint</b> is the first message with a negative label in a turn that expects a
 * response ({@code ResponseTime.eachTurn()} defines turns). It has <b>recovered</b> at the next
 * message of the same person to the same organization, in any conversation and on any channel, that
 * is labelled NEUTRAL or POSITIVE. Messages without a label show nothing and are ignored; {@link
 * RecoverySummary#wroteOnUnlabelled} counts the complaints that they leave open. Complaints without
 * an author cannot be followed and are counted separately. A complaint that has not recovered is
 * watched up to the as-of, or the end of the follow-up.
 *
 * <p><b>The effect of answering</b> is measured from a landmark, 24 hours after the complaint.
 * Among complaints that had not recovered by then and were still watched, it compares those
 * answered by then with those not answered, by their probability to recover within 7 days after the
 * landmark. Comparing complaints that were ever answered with all others would make answering look
 * worse than it is, because a complaint that recovers early is usually not answered any more, so
 * that the answered ones are selected for not having recovered early (immortal-time bias). In a
 * simulation in which answering changes nothing, that comparison shows 33 points fewer recovered
 * within 7 days among the answered, and the landmark shows no difference. The result is an
 * association: people who are answered may differ in other ways.
 *
 * <p>It makes one pass over the messages of a person, in linear time. It needs a single log of
 * everything, because a complaint and the recovery may be in different conversations.
 *
 * <p>Guide: {@code core/docs/guide/metrics/recovery.md}.
 */
public final class Recovery implements Measure<RecoverySummary> {
  private static final Recovery STANDARD = new Recovery(Duration.ofHours(24), null);

  private final Duration landmark;
  private final @Nullable AnswerRule rule;

  private Recovery(Duration landmark, @Nullable AnswerRule rule) {
    this.landmark = landmark;
    this.rule = rule;
  }

  /** {@return the default measure, with the landmark at 24 hours} */
  public static Recovery standard() {
    return STANDARD;
  }

  /**
   * {@return a copy with another landmark}
   *
   * @param newLandmark the time after the complaint at which it is decided whether it was answered,
   *     to the millisecond
   * @throws IllegalArgumentException if it is not at least a millisecond
   */
  public Recovery withLandmark(Duration newLandmark) {
    return new Recovery(WholeMillis.atLeastOne("landmark", newLandmark), rule);
  }

  /**
   * {@return a copy with another rule for what counts as an answer, instead of the {@linkplain
   * AnswerRule#usualIn default for the log}}
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
