package dev.repartee.response;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.AnswerRule.RepliesToAudience;
import dev.repartee.internal.exchange.ShapeRuns;
import dev.repartee.internal.exchange.Shapes;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.stats.LatencyGroups;
import org.jspecify.annotations.Nullable;

/** Finds the waits of one slice by a clock and tallies each at the message that starts it. */
final class ResponseSweep {
  final Slice slice;
  final AnswerRule rule;
  final boolean canBeAnswered;
  final Split<ResponseTally> split;
  private final @Nullable ResponseTally whole;
  final Timekeeper timekeeper;
  private final boolean isWallClock;
  private final boolean takesAll;
  final Targets targets;

  /** Whether everything is in one replicate group. */
  final boolean isIndependent;

  /** Whether every wait counts, in real time and without a target. */
  private final boolean isPlain;

  /**
   * What ends waits without an answer; null if the clock ignores closing, or the log contains no
   * states.
   */
  final @Nullable Closings closings;

  final boolean doRepliesWait;
  private final PendingWaits pending;
  private final WaitBatch batch;

  ResponseSweep(
      Slice slice,
      Split<ResponseTally> split,
      AnswerRule rule,
      Timekeeper timekeeper,
      Targets targets,
      boolean isIndependent,
      @Nullable Closings closings) {
    this.slice = slice;
    this.closings = closings;
    this.doRepliesWait = rule.repliesToAudience() == RepliesToAudience.WAIT;
    this.split = split;
    this.whole = split.whole();
    this.rule = rule;
    this.timekeeper = timekeeper;
    this.canBeAnswered = rule.canBeMetIn(slice.organizations());
    this.isWallClock = !timekeeper.isInOfficeHours();
    this.takesAll = canBeAnswered && !timekeeper.isChoosy();
    this.targets = targets;
    this.isIndependent = isIndependent;
    this.isPlain = takesAll && isWallClock && targets.isNone();
    this.pending = PendingWaits.of(slice);
    this.batch = pending.batch;
  }

  /** The strands of all conversations. */
  Strands strands() {
    return Strands.of(slice, rule);
  }

  void eachTurn() {
    if (closings != null) {
      eachTurn(closings);
      return;
    }
    Shapes shapes = Shapes.of(slice, rule);
    ShapeRuns runs = shapes.runs();
    for (int run = 0; run < runs.size(); run++) {
      eachTurn(shapes, runs, run);
    }
    Strands others = shapes.others();
    for (int i = 0; i < others.exchanges(); i++) {
      wait(others.anchor(i), others.answer(i), others.isDirect(i));
    }
    quietMessages(others);
    unaddressed(others);
  }

  /** What is said after a closing and waits is a turn of its own. */
  private void eachTurn(Closings ends) {
    Strands strands = strands();
    for (int i = 0; i < strands.exchanges(); i++) {
      int anchor = strands.anchor(i);
      while (anchor != Slice.NONE) {
        int closing = ends.first(anchor, strands.answer(i));
        if (closing == Slice.NONE) {
          wait(anchor, strands.answer(i), strands.isDirect(i));
          break;
        }
        closedOrWaiting(anchor, closing, ends);
        anchor = ends.next(anchor, closing, strands.lastOfTurn(i), doRepliesWait);
      }
    }
    quietMessages(strands);
    unaddressed(strands);
  }

  /** Tallies a wait that is closed at some time, perhaps later than is seen. */
  private void closedOrWaiting(int anchor, int closing, Closings ends) {
    long seenUntil = slice.seenUntil(anchor);
    if (!takes(anchor)) {
      leaveOut(anchor);
    } else if (ends.effectiveAt(closing) > seenUntil) {
      waiting(tally(anchor, Slice.NONE), anchor, slice.at(anchor), seenUntil);
    } else {
      closed(anchor, closing, ends);
    }
  }

  /** Tallies a wait that was closed without an answer. */
  void closed(int anchor, int closing, Closings ends) {
    long waited = latency(slice.at(anchor), ends.at(closing));
    ResponseTally tally = tallyClosed(anchor, waited, ends.isWithdrawn(closing, anchor));
    if (waited >= 0 && !targets.isNone() && watched(anchor) >= targets.millis(slice.at(anchor))) {
      tally.judgeClosed(groups(anchor));
    }
  }

  /**
   * Tallies what was closed after some time, and returns where; where that is negative, clocks
   * disagree.
   */
  ResponseTally tallyClosed(int anchor, long waited, boolean isWithdrawn) {
    ResponseTally tally = split.at(anchor);
    if (waited < 0) {
      tally.exclude(Exclusion.CLOCK_SKEW);
    } else {
      tally.closed(waited, isWithdrawn, groups(anchor));
      noteOfAudience(tally, anchor);
    }
    return tally;
  }

  private void eachTurn(Shapes shapes, ShapeRuns runs, int run) {
    int shape = runs.shape(run);
    for (int i = shapes.firstExchange(shape); i < shapes.exchangesEnd(shape); i++) {
      waits(runs, run, shapes.anchor(i), shapes.answer(i), shapes.isDirect(i));
    }
    for (int i = shapes.firstQuiet(shape); i < shapes.quietEnd(shape); i++) {
      quiet(runs, run, shapes.quiet(i));
    }
  }

  private void quiet(ShapeRuns runs, int run, int message) {
    for (int c = runs.begin(run); c < runs.end(run); c++) {
      exclude(runs.firstRow(c) + message, Exclusion.EXPECTS_NO_RESPONSE);
    }
  }

  /** Tallies the same exchange of all conversations of a shape. */
  private void waits(ShapeRuns runs, int run, int anchor, int answer, boolean isDirect) {
    int begin = runs.begin(run);
    int end = runs.end(run);
    if (!isPlain) {
      for (int c = begin; c < end; c++) {
        int first = runs.firstRow(c);
        wait(first + anchor, answer == Slice.NONE ? Slice.NONE : first + answer, isDirect);
      }
      return;
    }
    for (int c = begin; c < end; c++) {
      int anchorRow = runs.firstRow(c) + anchor;
      if (answer == Slice.NONE) {
        put(anchorRow, Slice.NONE, slice.seenUntil(anchorRow) - slice.at(anchorRow));
      } else {
        int answerRow = runs.firstRow(c) + answer;
        long latency = slice.at(answerRow) - slice.at(anchorRow);
        if (latency < 0) {
          tally(anchorRow, answerRow).exclude(Exclusion.CLOCK_SKEW);
        } else {
          put(anchorRow, answerRow, latency);
        }
      }
      if (batch.isFull()) {
        pending.tallyBatch(split, answer != Slice.NONE, isDirect);
      }
    }
    pending.tallyBatch(split, answer != Slice.NONE, isDirect);
  }

  private void put(int anchorRow, int answerRow, long latency) {
    batch.add(anchorRow, answerRow, LatencyGroups.packed(latency, groups(anchorRow)));
  }

  /** Tallies what is still pending. */
  void finish() {
    pending.finish(split);
  }

  void firstResponse(boolean directRepliesOnly) {
    Strands strands = strands();
    for (int strand = 0; strand < strands.strands(); strand++) {
      int opener = strands.opener(strand);
      if (opener != Slice.NONE && !slice.isMember(opener)) {
        int direct = strands.firstDirectResponse(strand);
        int response = directRepliesOnly ? direct : strands.firstResponse(strand);
        start(opener, response, response == direct);
      }
    }
    unaddressed(strands);
  }

  void eachMessage() {
    if (closings != null) {
      for (int unit = 0; unit < slice.units(); unit++) {
        eachMessage(strands(), slice.from(unit), slice.to(unit));
      }
      unaddressed();
      return;
    }
    Shapes shapes = Shapes.of(slice, rule);
    Strands others = shapes.others();
    ShapeRuns runs = shapes.runs();
    for (int run = 0; run < runs.size(); run++) {
      eachMessage(shapes, runs, run);
    }
    for (int unit = 0; unit < slice.units(); unit++) {
      if (shapes.shape(unit) == Slice.NONE) {
        eachMessage(others, slice.from(unit), slice.to(unit));
      }
    }
    unaddressed(others);
  }

  private void eachMessage(Strands strands, int from, int to) {
    for (int row = from; row < to; row++) {
      if (isOfAudience(row)) {
        if (slice.repliesTo(row) == RepliesTo.AUDIENCE) {
          exclude(row, Exclusion.ADDRESSED_TO_AUDIENCE);
        } else {
          start(row, strands.firstReply(row), true);
        }
      }
    }
  }

  /** Where there is one person only, no message replies to somebody else of the audience. */
  private void eachMessage(Shapes shapes, ShapeRuns runs, int run) {
    int shape = runs.shape(run);
    int first = runs.firstRow(runs.begin(run));
    for (int i = shapes.firstOfAudience(shape); i < shapes.audienceEnd(shape); i++) {
      if (slice.expectsResponse(first + shapes.ofAudience(i))) {
        waits(runs, run, shapes.ofAudience(i), shapes.firstReply(i), true);
      } else {
        quiet(runs, run, shapes.ofAudience(i));
      }
    }
  }

  /** Whether somebody of the audience wrote a message that is in a strand. */
  boolean isOfAudience(int row) {
    return !slice.isMember(row)
        && !slice.isAutomatic(row)
        && !slice.isBot(row)
        && (slice.organization(row) != Slice.NONE || slice.organizations() == 0);
  }

  void quietMessages() {
    quietMessages(strands());
  }

  private void quietMessages(Strands strands) {
    for (int i = 0; i < strands.quietMessages(); i++) {
      int row = strands.quietMessageRow(i);
      exclude(
          row,
          slice.expectsResponse(row)
              ? Exclusion.ADDRESSED_TO_AUDIENCE
              : Exclusion.EXPECTS_NO_RESPONSE);
    }
  }

  void unaddressed() {
    unaddressed(strands());
  }

  private void unaddressed(Strands strands) {
    for (int i = 0; i < strands.unaddressed(); i++) {
      exclude(strands.unaddressedRow(i), Exclusion.UNADDRESSED);
    }
  }

  void exclude(int row, Exclusion reason) {
    split.at(row).exclude(reason);
  }

  /** Whether a wait with a message as anchor is answered or waiting, rather than left out. */
  boolean takes(int anchor) {
    return takesAll || (canBeAnswered && timekeeper.takes(slice.at(anchor)));
  }

  /** Excludes what is not taken. */
  void leaveOut(int anchor) {
    exclude(anchor, canBeAnswered ? Exclusion.IN_OFFICE_HOURS : Exclusion.NOBODY_CAN_ANSWER);
  }

  void start(int anchor, int answer, boolean isDirect) {
    if (slice.expectsResponse(anchor)) {
      int closing = closings == null ? Slice.NONE : closings.first(anchor, answer);
      if (closings != null && closing != Slice.NONE) {
        closedOrWaiting(anchor, closing, closings);
      } else {
        wait(anchor, answer, isDirect);
      }
    } else {
      exclude(anchor, Exclusion.EXPECTS_NO_RESPONSE);
    }
  }

  void wait(int anchor, int answer, boolean isDirect) {
    if (!takes(anchor)) {
      leaveOut(anchor);
      return;
    }
    long seenUntil = slice.seenUntil(anchor);
    long start = slice.at(anchor);
    if (answer == Slice.NONE || isLater(answer, seenUntil)) {
      waiting(tally(anchor, Slice.NONE), anchor, start, seenUntil);
    } else {
      ResponseTally tally = tally(anchor, answer);
      long latency = latency(start, slice.at(answer));
      if (latency < 0) {
        tally.exclude(Exclusion.CLOCK_SKEW);
      } else {
        answered(tally, anchor, latency, isDirect);
      }
    }
  }

  /** Whether there is a message, and it is not later than what is seen. */
  boolean isSeen(int row, long seenUntil) {
    return row != Slice.NONE && !isLater(row, seenUntil);
  }

  /** Tallies an answer by the time from a start on. */
  void respond(int anchor, long start, int answer, boolean isDirect) {
    tallyAnswered(anchor, answer, latency(start, slice.at(answer)), isDirect);
  }

  /** Tallies what was answered after some time; where that is negative, clocks disagree. */
  void tallyAnswered(int anchor, int answer, long latency, boolean isDirect) {
    ResponseTally tally = split.at(anchor, answer);
    if (latency < 0) {
      tally.exclude(Exclusion.CLOCK_SKEW);
    } else {
      answered(tally, anchor, latency, isDirect);
    }
  }

  /** Tallies what waits, and has waited for some time, where that is judged by no target. */
  void tallyWaiting(int anchor, long waited) {
    ResponseTally tally = split.at(anchor);
    tally.waiting(waited, groups(anchor));
    noteOfAudience(tally, anchor);
  }

  /** Tallies what has waited since its anchor, and returns where. */
  ResponseTally waitUntil(int anchor, long stop) {
    ResponseTally tally = split.at(anchor);
    waiting(tally, anchor, slice.at(anchor), stop);
    return tally;
  }

  private ResponseTally tally(int anchor, int answer) {
    return whole == null ? split.at(anchor, answer) : whole;
  }

  private int groups(int anchor) {
    return isIndependent ? 0 : slice.groups(anchor);
  }

  private boolean isLater(int answer, long seenUntil) {
    // What lies after the as-of is not in the slice.
    return seenUntil < slice.asOf() && slice.effectiveAt(answer) > seenUntil;
  }

  private void waiting(ResponseTally tally, int anchor, long start, long stop) {
    int groups = groups(anchor);
    tally.waiting(latency(start, stop), groups);
    noteOfAudience(tally, anchor);
    if (!targets.isNone()) {
      // Due by the same time as what was answered, even if only a part of the wait is counted.
      tally.judgeWaiting(watched(anchor) >= targets.millis(slice.at(anchor)), groups);
    }
  }

  private void noteOfAudience(ResponseTally tally, int anchor) {
    if (slice.repliesTo(anchor) == RepliesTo.AUDIENCE) {
      tally.repliesToAudience++;
    }
  }

  private long watched(int anchor) {
    return latency(slice.at(anchor), slice.seenUntil(anchor));
  }

  private void answered(ResponseTally tally, int anchor, long latency, boolean isDirect) {
    int groups = groups(anchor);
    tally.answered(latency, isDirect, groups);
    noteOfAudience(tally, anchor);
    if (!targets.isNone()) {
      long target = targets.millis(slice.at(anchor));
      tally.judgeAnswered(watched(anchor) >= target, latency <= target, groups);
    }
  }

  /** How long somebody waits from one instant to another. */
  long latency(long start, long stop) {
    return isWallClock ? stop - start : timekeeper.elapsed(start, stop);
  }
}
