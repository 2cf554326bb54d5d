package dev.repartee.examples.quickstart;

import dev.repartee.log.EngagementLog;
import dev.repartee.response.Backlog;
import dev.repartee.response.BacklogSummary.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message of the log that nobody answered, with the conversation it stands in.
 *
 * @param sentence who waits since when, and for how long
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
    return new Example(
        one.person()
            + " wrote on "
            + PlainWords.minute(one.since(), log.zone())
            + " and has waited for "
            + PlainWords.time(one.waited())
            + " (message "
            + one.message()
            + ").",
        log.open().measure(new ConversationRows(one.conversation())).lines());
  }
}
