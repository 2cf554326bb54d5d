package dev.repartee.response;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.measure.Slice;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.testing.Message;
import dev.repartee.testing.NaiveStrand;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the definitions of the clocks say of a window, as lists. */
final class NaiveClocks {
  static final long TARGET = 5;
  static final long SILENCE = 7;

  final List<Long> answered = new ArrayList<>();
  final List<Long> waiting = new ArrayList<>();

  /** By the id of what each hangs on, with its time. */
  final List<String> answeredById = new ArrayList<>();

  final List<String> waitingById = new ArrayList<>();
  final Map<Exclusion, Long> excluded = new EnumMap<>(Exclusion.class);
  long undecided;
  long direct;
  long met;
  long missed;
  long overdue;
  long metEarly;
  long stillInTime;

  private final AnswerRule rule;
  private final long windowStart;
  private final long windowEnd;

  NaiveClocks(AnswerRule rule, long windowStart, long windowEnd) {
    this.rule = rule;
    this.windowStart = windowStart;
    this.windowEnd = windowEnd;
  }

  private boolean isInWindow(Message anchor) {
    return anchor.effectiveAt() >= windowStart && anchor.effectiveAt() < windowEnd;
  }

  void add(Slice slice, int clock) {
    for (int unit = 0; unit < slice.units(); unit++) {
      List<Message> conversation = Message.of(slice, unit);
      for (NaiveStrand strand : NaiveStrand.of(conversation, rule, slice.organizations())) {
        switch (clock) {
          case 0 -> eachTurn(slice, strand);
          case 1, 2 -> first(slice, strand, clock == 2);
          case 3 -> eachMessage(slice, strand);
          case 4 -> strand.people().forEach(p -> sessions(slice, strand, p));
          case 5 -> longest(slice, strand);
          case 6 -> lastMessage(slice, strand);
          default -> everyReply(slice, strand);
        }
      }
      for (Message message : conversation) {
        if (slice.organizations() > 0 && message.organization == Slice.NONE) {
          exclude(message, Exclusion.UNADDRESSED);
        }
      }
    }
  }

  private boolean canBeAnswered(Slice slice) {
    return rule.canBeMetIn(slice.organizations());
  }

  private void exclude(Message start, Exclusion reason) {
    if (isInWindow(start)) {
      excluded.merge(reason, 1L, Long::sum);
    }
  }

  private static boolean isSeen(@Nullable Message message, long until) {
    return message != null && message.effectiveAt() <= until;
  }

  private void start(Slice slice, Message start, @Nullable Message answer, boolean isDirect) {
    if (!start.expectsResponse) {
      exclude(start, Exclusion.EXPECTS_NO_RESPONSE);
    } else if (!canBeAnswered(slice)) {
      exclude(start, Exclusion.NOBODY_CAN_ANSWER);
    } else if (isInWindow(start)) {
      long until = slice.seenUntil(start.row);
      if (answer == null || !isSeen(answer, until)) {
        waits(slice, start, until - start.at, start.at + TARGET <= until);
      } else {
        isAnswered(slice, start, answer.at - start.at, isDirect, start.at + TARGET <= until);
      }
    }
  }

  private void waits(Slice slice, Message start, long time, boolean isDue) {
    waiting.add(time);
    waitingById.add(slice.id(start.row).orElseThrow() + " " + time);
    overdue += isDue ? 1 : 0;
    stillInTime += isDue ? 0 : 1;
  }

  private void isAnswered(
      Slice slice, Message start, long latency, boolean isDirect, boolean isDue) {
    if (latency < 0) {
      exclude(start, Exclusion.CLOCK_SKEW);
    } else {
      answered.add(latency);
      answeredById.add(slice.id(start.row).orElseThrow() + " " + latency);
      direct += isDirect ? 1 : 0;
      met += isDue && latency <= TARGET ? 1 : 0;
      missed += isDue && latency > TARGET ? 1 : 0;
      metEarly += isDue ? 0 : 1;
    }
  }

  private void eachTurn(Slice slice, NaiveStrand strand) {
    for (NaiveStrand.Exchange e : strand.exchanges) {
      start(slice, e.anchor(), e.answer(), e.isDirect());
    }
    strand.quietMessages.forEach(m -> exclude(m, Exclusion.EXPECTS_NO_RESPONSE));
  }

  private void first(Slice slice, NaiveStrand strand, boolean directOnly) {
    Message opener = strand.opener();
    Message reply = strand.firstDirectResponse();
    Message response = directOnly ? reply : strand.firstResponse();
    if (!opener.isMember && !strand.isAutomatic()) {
      start(slice, opener, response, response == reply);
    }
  }

  private void eachMessage(Slice slice, NaiveStrand strand) {
    for (Message message : strand.messages()) {
      if (!message.isMember && !message.isAutomatic) {
        if (message.repliesToAudience) {
          exclude(message, Exclusion.ADDRESSED_TO_AUDIENCE);
        } else {
          start(slice, message, strand.firstReply(message), true);
        }
      }
    }
  }

  private void everyReply(Slice slice, NaiveStrand strand) {
    for (Message message : strand.messages()) {
      if (!message.isMember && !message.isAutomatic) {
        long until = slice.seenUntil(message.row);
        List<Message> replies =
            strand.replies(message).stream().filter(r -> isSeen(r, until)).toList();
        if (replies.isEmpty() || !message.expectsResponse || !canBeAnswered(slice)) {
          start(slice, message, null, false);
        } else {
          replies.forEach(reply -> start(slice, message, reply, true));
        }
      }
    }
  }

  private void lastMessage(Slice slice, NaiveStrand strand) {
    for (NaiveStrand.Exchange e : strand.exchanges) {
      Message answer = e.answer();
      if (answer == null
          || !canBeAnswered(slice)
          || !isSeen(answer, slice.seenUntil(e.anchor().row))) {
        start(slice, e.anchor(), null, false);
      } else if (isInWindow(e.anchor())) {
        Message last = e.anchor();
        for (Message message : strand.messages()) {
          boolean isOfTurn = message.row > last.row && message.row <= e.last().row;
          if (isOfTurn
              && isOwn(message, e.anchor().person)
              && !message.isAutomatic
              && message.expectsResponse) {
            last = message;
          }
        }
        isAnswered(slice, e.anchor(), answer.at - last.at, e.isDirect(), false);
      }
    }
    strand.quietMessages.forEach(m -> exclude(m, Exclusion.EXPECTS_NO_RESPONSE));
  }

  private void longest(Slice slice, NaiveStrand strand) {
    strand.quietMessages.forEach(m -> exclude(m, Exclusion.EXPECTS_NO_RESPONSE));
    Message anchor = null;
    for (Message message : strand.messages()) {
      for (NaiveStrand.Exchange e : strand.exchanges) {
        anchor = anchor == null && e.anchor() == message ? message : anchor;
      }
    }
    if (anchor == null || !isInWindow(anchor)) {
      return;
    }
    if (!canBeAnswered(slice)) {
      exclude(anchor, Exclusion.NOBODY_CAN_ANSWER);
      return;
    }
    long until = slice.seenUntil(anchor.row);
    long longestOpen = -1;
    long longestAnswered = -1;
    boolean isDirect = false;
    for (Message message : strand.messages()) {
      for (NaiveStrand.Exchange e : strand.exchanges) {
        Message answer = e.answer();
        if (e.anchor() == message && isSeen(message, until)) {
          if (answer == null || !isSeen(answer, until)) {
            longestOpen = Math.max(longestOpen, until - message.at);
          } else if (answer.at - message.at > longestAnswered) {
            longestAnswered = answer.at - message.at;
            isDirect = e.isDirect();
          }
        }
      }
    }
    if (longestOpen >= 0) {
      waits(slice, anchor, Math.max(longestOpen, longestAnswered), false);
    } else {
      isAnswered(slice, anchor, longestAnswered, isDirect, false);
    }
  }

  private void sessions(Slice slice, NaiveStrand strand, int person) {
    List<Message> run = new ArrayList<>();
    Message before = null;
    for (Message message : strand.talkWith(person)) {
      boolean isSilent = before != null && message.effectiveAt() - before.effectiveAt() >= SILENCE;
      if (isSilent) {
        if (isAnswerInTime(run, message, person)) {
          run.add(message); // it ends this run, and the next one begins with it
        }
        session(slice, strand, run, person);
        run.clear();
      }
      run.add(message);
      before = message;
    }
    session(slice, strand, run, person);
  }

  private static boolean isOwn(Message message, int person) {
    return !message.isMember && message.person == person;
  }

  private static boolean isAnswerInTime(List<Message> run, Message message, int person) {
    Message start = sessionStart(run, person);
    return start != null
        && !isOwn(message, person)
        && run.subList(run.indexOf(start), run.size()).stream().allMatch(m -> isOwn(m, person))
        && message.at - start.at <= SILENCE;
  }

  private static @Nullable Message sessionStart(List<Message> run, int person) {
    return run.isEmpty() || !isOwn(run.get(0), person)
        ? null
        : run.stream().filter(m -> isOwn(m, person) && m.expectsResponse).findFirst().orElse(null);
  }

  private void session(Slice slice, NaiveStrand strand, List<Message> run, int person) {
    Message start = sessionStart(run, person);
    if (!isOwn(run.get(0), person)) {
      run.stream()
          .filter(m -> isOwn(m, person) && m.expectsResponse)
          .findFirst()
          .ifPresent(m -> exclude(m, Exclusion.NO_SILENCE_BEFORE));
      return;
    }
    run.stream()
        .takeWhile(m -> m != start)
        .filter(m -> isOwn(m, person))
        .forEach(m -> exclude(m, Exclusion.EXPECTS_NO_RESPONSE));
    if (start == null) {
      return;
    }
    Message answer =
        run.subList(run.indexOf(start), run.size()).stream()
            .filter(m -> !isOwn(m, person))
            .findFirst()
            .orElse(null);
    long until = slice.seenUntil(start.row);
    boolean isInTime = answer != null && isSeen(answer, until) && answer.at - start.at <= SILENCE;
    if (answer != null && isInTime) {
      start(slice, start, answer, strand.isDirectAnswer(answer, person));
    } else if (!canBeAnswered(slice)) {
      start(slice, start, null, false);
    } else if (isInWindow(start)) {
      waits(slice, start, Math.min(SILENCE, until - start.at), start.at + TARGET <= until);
      undecided += until - start.at < SILENCE ? 1 : 0;
    }
  }

  @Override
  public String toString() {
    return answered.size() + " answered, " + waiting.size() + " waiting";
  }
}
