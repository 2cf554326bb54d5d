package dev.repartee.examples.quickstart;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Opened.Case;
import dev.repartee.measure.Opened.Cases;
import dev.repartee.response.Backlog;
import dev.repartee.response.BacklogSummary.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message of the log that bears out a finding, with the conversation it stands in.
 *
 * @param sentence who wrote it when, and how long that person waits or waited
 * @param conversation the messages of its conversation, in order; the first where they are many
 */
record Example(String sentence, List<ConversationRows.Line> conversation) {
  private static final int LOOKED_AT = 1000;

  /**
   * Who has waited longest in a part of a log, of those who began to wait at an instant or later.
   */
  static Optional<Example> longest(CultureLog log, EngagementLog part, Instant from) {
    return part
        .measure(Backlog.standard().answers(log.rule()).showing(LOOKED_AT))
        .longest()
        .stream()
        .filter(one -> !one.since().isBefore(from))
        .findFirst()
        .map(one -> of(log, one));
  }

  private static Example of(CultureLog log, Waiting one) {
    return of(
        log,
        one.person(),
        one.since(),
        " and has waited for " + PlainWords.time(one.waited()),
        one.message(),
        one.conversation());
  }

  /** The case of an outcome that lasted longest, of which there is at least one. */
  static Example of(CultureLog log, Cases cases) {
    Case one = cases.worst().get(0);
    String outcome = cases.name().get(0);
    String lasted = PlainWords.time(one.lasted());
    String what =
        outcome.equals("target_missed")
            ? " and waited for " + lasted
            : outcome.startsWith("messages") ? "" : " and has waited for " + lasted;
    return of(log, one.person(), one.at(), what, one.message(), one.conversation());
  }

  private static Example of(
      CultureLog log, String person, Instant at, String what, String message, String conversation) {
    return new Example(
        person
            + " wrote on "
            + PlainWords.minute(at, log.zone())
            + what
            + " (message "
            + message
            + ").",
        log.open().measure(new ConversationRows(conversation, message, at)).lines());
  }
}
