package dev.repartee.person;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.ActAnswers;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Unit;
import dev.repartee.model.ActKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person waited for, and whose waits that person ended, by row of the log. */
final class Exchanges {
  /** A wait: from which row on, and how it ended. */
  private record Wait(
      int row, String person, Optional<PersonHistory.Answer> answer, Optional<Duration> waiting) {}

  /** That a row ends the wait of a person. */
  private record End(int row, String answerer, String person) {}

  private final Map<Integer, Wait> waits = new HashMap<>();
  private final Map<Integer, List<String>> ended = new HashMap<>();

  /** Finds them in the log around a person. */
  static Exchanges of(EngagementLog around, String person, AnswerRule rule) {
    Exchanges result = new Exchanges();
    for (Wait wait : Found.in(around, Unit.CONVERSATION, waits(rule))) {
      if (wait.person().equals(person)) {
        result.waits.put(wait.row(), wait);
      }
    }
    for (End end : Found.in(around, Unit.CONVERSATION, ends(rule))) {
      if (end.answerer().equals(person)) {
        result.ended.computeIfAbsent(end.row(), row -> new ArrayList<>()).add(end.person());
      }
    }
    return result;
  }

  private static Found.Search<Wait> waits(AnswerRule rule) {
    return (slice, found) -> {
      Strands strands = Strands.of(slice, rule);
      for (int i = 0; i < strands.exchanges(); i++) {
        int anchor = strands.anchor(i);
        if (!slice.isAnonymous(anchor)) {
          found.at(anchor).add(wait(slice, strands, i));
        }
      }
    };
  }

  private static Found.Search<End> ends(AnswerRule rule) {
    return (slice, found) -> {
      Strands strands = Strands.of(slice, rule);
      for (int i = 0; i < strands.exchanges(); i++) {
        int answer = strands.answer(i);
        if (answer != Slice.NONE && !slice.isAnonymous(answer)) {
          String answerer = slice.personName(slice.person(answer));
          String person = slice.personName(slice.person(strands.anchor(i)));
          found.at(answer).add(new End(answer, answerer, person));
        }
      }
    };
  }

  private static Wait wait(Slice slice, Strands strands, int i) {
    int anchor = strands.anchor(i);
    int answer = strands.answer(i);
    long seenUntil = slice.seenUntil(anchor);
    boolean isOver = answer != Slice.NONE && slice.effectiveAt(answer) <= seenUntil;
    return new Wait(
        anchor,
        slice.personName(slice.person(anchor)),
        isOver ? Optional.of(answer(slice, anchor, answer, strands.isDirect(i))) : Optional.empty(),
        isOver ? Optional.empty() : Optional.of(Duration.ofMillis(seenUntil - slice.at(anchor))));
  }

  private static PersonHistory.Answer answer(
      Slice slice, int anchor, int answerRow, boolean isDirect) {
    long after = slice.at(answerRow) - slice.at(anchor);
    return new PersonHistory.Answer(
        slice.personName(slice.person(answerRow)),
        Instant.ofEpochMilli(slice.at(answerRow)),
        after < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(after)),
        isDirect);
  }

  /** The answer to a row: of a message from its wait, of a share, mention or recommendation. */
  Optional<PersonHistory.Answer> answer(Slice slice, int row, AnswerRule rule) {
    ActKind act = slice.act(row);
    if (act == null) {
      return Optional.ofNullable(waits.get(row)).flatMap(Wait::answer);
    }
    boolean canBeAnswered =
        act == ActKind.SHARE || act == ActKind.MENTION || act == ActKind.RECOMMEND;
    int reply = canBeAnswered ? ActAnswers.of(slice, rule).first(row) : Slice.NONE;
    return reply == Slice.NONE || slice.effectiveAt(reply) > slice.seenUntil(row)
        ? Optional.empty()
        : Optional.of(answer(slice, row, reply, true));
  }

  /** How long the person has waited since a row, where the wait is not over. */
  Optional<Duration> waiting(int row) {
    return Optional.ofNullable(waits.get(row)).flatMap(Wait::waiting);
  }

  /** Whose waits a row ends. */
  List<String> endedBy(int row) {
    return List.copyOf(ended.getOrDefault(row, List.of()));
  }
}
