package com.example;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Groups;
import dev.repartee.measure.LogIndex.Replies;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened.Outcomes;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;
import dev.repartee.model.Intent;
import dev.repartee.stats.Proportion;

/**
 * Does the organization ask, and is it answered? Questions are messages of members whose intent is
 * QUESTION; one is answered when somebody of the audience replies to it.
 *
 * <p>This is a whole measure, to be copied: options and plan, sweep, tally, summary.
 */
public final class OrganizationQuestions implements Measure<OrganizationQuestions.Answered> {

  /** What was counted; integers only, so that parts add up exactly. */
  static final class Questions implements Tally.Declared<Questions> {
    private static final TallyForm<Questions> FORM =
        TallyForm.of(Questions.class)
            .count(t -> t.asked, (t, n) -> t.asked = n)
            .count(t -> t.answered, (t, n) -> t.answered = n)
            .check(t -> t.answered <= t.asked, "more questions are answered than asked");

    private long asked;
    private long answered;

    @Override
    public TallyForm<Questions> form() {
      return FORM;
    }

    @Override
    public String toString() {
      return answered + " of " + asked + " questions";
    }
  }

  /** The answer; a share with its interval, from the replicate groups that come for nothing. */
  public static final class Answered extends Summary.Backed<Answered> {
    private final Groups<Questions> groups;

    Answered(Evidence<Groups<Questions>> evidence) {
      super(evidence, Answered::new);
      groups = evidence.tally();
    }

    /** The share of questions that were answered so far. */
    public Proportion share() {
      return groups.share(t -> t.answered, t -> t.asked);
    }

    /** What tables, exports and databases show; the first say most. */
    @Override
    public Facts facts() {
      Proportion share = share();
      return Facts.of(origin()).count("questions", share.trials()).share("answered", share).build();
    }

    @Override
    public String toString() {
      return origin().under("questions of the organization: " + share());
    }
  }

  /** Equal texts mean equal questions, so every option belongs into the text. */
  @Override
  public Plan<?, Answered> plan() {
    return Plan.of(
            "questions of the organization",
            Unit.CONVERSATION,
            Questions::new,
            OrganizationQuestions::sweep)
        .opening(
            Outcomes.<Questions>none()
                .with("questions", t -> t.asked)
                .with("answered", t -> t.answered))
        .inGroups(Answered::new);
  }

  private static void sweep(Slice slice, Split<Questions> split) {
    Replies replies = slice.index(Replies.INDEX);
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int row = slice.from(unit); row < slice.to(unit); row++) {
        if (slice.isMember(row) && slice.intent(row) == Intent.QUESTION) {
          Questions tally = split.at(row); // the question is the anchor
          tally.asked++;
          tally.answered += isAnswered(slice, replies, row) ? 1 : 0;
        }
      }
    }
  }

  /** Replies are those of the whole log: what is not seen yet does not count. */
  private static boolean isAnswered(Slice slice, Replies replies, int question) {
    for (int i = 0; i < replies.count(question); i++) {
      int reply = replies.reply(question, i);
      if (!slice.isMember(reply) && slice.effectiveAt(reply) <= slice.seenUntil(question)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return plan().text();
  }
}
