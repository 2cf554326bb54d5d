package dev.repartee.change;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Interaction;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Two windows of ten days, with messages on channels, each by somebody else. */
final class Windows {
  static final Duration DAY = Duration.ofHours(24);
  private static final int TEN_DAYS = 10 * 24 * 60;

  private final List<Interaction> rows = new ArrayList<>();

  /** So many messages on a channel, of which the first ones are answered after an hour. */
  Windows add(int window, String channel, int messages, int answered) {
    for (int i = 0; i < messages; i++) {
      String id = channel + window + "-" + i;
      long minute = (long) window * TEN_DAYS + i;
      rows.add(Talk.post(id, channel + "-visitor-" + i, minute).channel(channel));
      if (i < answered) {
        rows.add(Talk.reply("r-" + id, "care", minute + 60, id));
      }
    }
    return this;
  }

  /**
   * Messages shortly before the end of the log, of which the first ones came early enough to be
   * watched for a day, and are not answered.
   */
  Windows addLate(String channel, int messages, int early) {
    for (int i = 0; i < messages; i++) {
      long before = i < early ? 2 * 24 * 60 : 30;
      rows.add(
          Talk.post(channel + i, channel + "-late-" + i, 3L * TEN_DAYS - before).channel(channel));
    }
    return this;
  }

  /** Chat and mail, of which mail is answered less and grows. */
  static Windows worked() {
    return new Windows()
        .add(0, "chat", 800, 720)
        .add(0, "mail", 200, 80)
        .add(1, "chat", 300, 288)
        .add(1, "mail", 700, 350);
  }

  Breakdown<ResponseSummary> window(int window) {
    return window(window, ResponseTime.eachTurn(), Dimension.CHANNEL);
  }

  Breakdown<ResponseSummary> window(int window, ResponseTime measure, Dimension dimension) {
    EngagementLog log = Talk.log(3L * TEN_DAYS, rows.toArray(new Interaction[0]));
    return log.between(day(10 * window), day(10 * (window + 1))).measure(measure.by(dimension));
  }

  MixAndLevel within() {
    return MixAndLevel.within(window(0), window(1), DAY);
  }

  MixAndLevel answered() {
    return MixAndLevel.of(window(0), window(1), ResponseSummary::answeredSoFar);
  }

  private static Instant day(int day) {
    return Instant.EPOCH.plus(Duration.ofDays(day));
  }
}
