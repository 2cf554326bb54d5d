package dev.repartee.dialogue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.Answerer;
import dev.repartee.exchange.Strands;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Unit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Whether an organization talks with people or at them: what became of each strand, who returned,
 * to whom the organization speaks. The methods return copies with one option changed.
 *
 * <p>Facts about strands hang on their openers, facts about messages of the organization on the
 * messages. Messages of bots and automatic ones count as nobody's.
 *
 * <pre>{@code
 * log.measure(Dialogue.standard());
 * // ==> dialogue: two-way 0.59, return 0.29, 366 strands
 * log.measure(Dialogue.standard().by(Dimension.CHANNEL.and(Dimension.month(zone))));
 * }</pre>
 */
public final class Dialogue implements Measure<DialogueSummary> {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Dialogue STANDARD = new Dialogue(AnswerRule.standard(), WEEK);

  private final AnswerRule rule;
  private final Duration horizon;

  private Dialogue(AnswerRule rule, Duration horizon) {
    this.rule = rule;
    this.horizon = horizon;
  }

  /**
   * Returns the usual measure: members of the addressee answer, no bots, and strands are mature
   * seven days after their opener.
   *
   * @return the measure
   */
  public static Dialogue standard() {
    return STANDARD;
  }

  /**
   * Returns the measure with another answering side.
   *
   * @param answerer who can answer
   * @return a copy
   */
  public Dialogue answeredBy(Answerer answerer) {
    return new Dialogue(rule.answeredBy(answerer), horizon);
  }

  /**
   * Returns the measure in which only messages with a label answer.
   *
   * @param label the free label, as rows carry it
   * @return a copy
   * @throws IllegalArgumentException if the label is blank
   */
  public Dialogue answeredWith(String label) {
    return new Dialogue(rule.answeredWith(label), horizon);
  }

  /**
   * Returns the measure in which bots speak and answer like people; what is sent automatically does
   * not.
   *
   * @return a copy
   */
  public Dialogue countingBots() {
    return new Dialogue(rule.countingBots(), horizon);
  }

  /**
   * Returns the measure in which a message that replies to nobody of the audience answers everybody
   * who waits in the strand, not only the person who spoke last.
   *
   * @return a copy
   */
  public Dialogue oneAnswerServesAll() {
    return new Dialogue(rule.oneAnswerServesAll(), horizon);
  }

  /**
   * Returns the measure with another age at which strands are mature.
   *
   * @param newHorizon how long after its opener a strand can still change, to the millisecond; zero
   *     makes all mature at once
   * @return a copy
   * @throws IllegalArgumentException if the horizon is negative
   */
  public Dialogue withHorizon(Duration newHorizon) {
    if (newHorizon.isNegative()) {
      throw new IllegalArgumentException(
          "horizon ("
              + newHorizon
              + ") must not be negative; Duration.ZERO makes all strands mature at once");
    }
    return new Dialogue(rule, Duration.ofMillis(TimeUnit.MILLISECONDS.convert(newHorizon)));
  }

  @Override
  public Plan<?, DialogueSummary> plan() {
    return Plan.of(text(), Unit.CONVERSATION, DialogueTally::new, DialogueTally::read, this::sweep)
        .withHorizon(horizon)
        .inGroups(DialogueSummary::new);
  }

  private void sweep(Slice slice, Split<DialogueTally> split) {
    Strands strands = Strands.of(slice, rule);
    boolean canBeAnswered = slice.organizations() > 0 || rule.answerer() == Answerer.ANYBODY_ELSE;
    for (int strand = 0; strand < strands.strands(); strand++) {
      DialogueTally tally = split.at(strands.strandAnchor(strand));
      if (!canBeAnswered) {
        tally.countUnanswerable();
      } else if (strands.isAutomatic(strand)) {
        tally.countAutomatic();
      } else {
        count(slice, strands, strand, tally);
      }
    }
    for (int i = 0; i < strands.organizationRows(); i++) {
      split.at(strands.organizationRow(i)).countAddressed(strands.addressing(i));
    }
    for (int i = 0; i < strands.unaddressed(); i++) {
      split.at(strands.unaddressedRow(i)).countUnaddressed();
    }
  }

  private void count(Slice slice, Strands strands, int strand, DialogueTally tally) {
    long since = slice.effectiveAt(strands.strandAnchor(strand));
    boolean isOpen = slice.asOf() - since < horizon.toMillis();
    boolean isInbound = strands.isAudienceOpened(strand);
    StrandCounts counts = tally.strands(isOpen, isInbound);
    counts.strand(
        form(strands, strand),
        strands.audienceMessages(strand),
        strands.organizationMessages(strand),
        strands.turns(strand));
    if (isInbound && !strands.isOpenerAnonymous(strand)) {
      counts.opener(strands.isOpenerReturned(strand), strands.isOpenerReturnedDirectly(strand));
    }
  }

  private static Form form(Strands strands, int strand) {
    if (strands.isReturned(strand)) {
      return Form.DIALOGUE;
    }
    if (strands.isAnswered(strand)) {
      return Form.ANSWERED;
    }
    if (strands.audienceMessages(strand) == 0) {
      return Form.BROADCAST;
    }
    return strands.organizationMessages(strand) == 0 ? Form.UNHEARD : Form.ECHO;
  }

  private String text() {
    return "dialogue"
        + (rule.text().isEmpty() ? "" : ", " + rule.text())
        + (horizon.equals(WEEK) ? "" : ", horizon " + horizon);
  }

  @Override
  public String toString() {
    return text();
  }
}
