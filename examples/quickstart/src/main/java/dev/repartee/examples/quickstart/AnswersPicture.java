package dev.repartee.examples.quickstart;

import dev.repartee.change.Series;
import dev.repartee.stats.LevelChanges.Change;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Week by week, how many of those who begin to wait have an answer within a day: channels on which
 * there is another level since some week.
 */
final class AnswersPicture {
  static final String ID = "answers";
  private static final String TITLE = "Week by week: answered within a day";
  private static final int MOST = 8;

  private static final double MILLIS_OF_HOUR = 3_600_000;

  private final List<ChannelAnswers> channels;

  private AnswersPicture(List<ChannelAnswers> channels) {
    this.channels = channels;
  }

  static Picture of(List<ChannelAnswers> found) {
    AnswersPicture picture = new AnswersPicture(ChannelAnswers.together(found));
    return picture.drawn().isEmpty()
        ? Picture.missing(ID, TITLE, "On no channel a change that lasts is shown.")
        : picture.picture();
  }

  private Picture picture() {
    List<ChannelAnswers> drawn = drawn();
    AnswersChart chart = new AnswersChart(drawn);
    List<String> notes = new ArrayList<>();
    notes.add(
        "Each dot is a week: of those who began to wait in it, the share that had an answer within a"
            + " day, from none at the bottom to all at the top. "
            + LevelMarks.NOTE);
    notes.add(leftOut());
    if (channels.size() > drawn.size()) {
      notes.add(
          "Drawn are "
              + drawn.size()
              + " of "
              + channels.size()
              + " channels: those that have a change.");
    }
    return new Picture(ID, TITLE, text(), chart::draw, chart.height(), notes, table());
  }

  /** Those with a change. */
  private List<ChannelAnswers> drawn() {
    return channels.stream().filter(AnswersPicture::hasChange).limit(MOST).toList();
  }

  private static boolean hasChange(ChannelAnswers channel) {
    return !channel.shareChanges().changes().isEmpty()
        || !channel.waitChanges().changes().isEmpty();
  }

  private String leftOut() {
    Map<Series.Reason, Long> reasons =
        channels.stream()
            .flatMap(channel -> channel.within().leftOut().stream())
            .collect(Collectors.groupingBy(Series.LeftOut::reason, Collectors.counting()));
    return "Left out, over all channels: "
        + TextPage.count(reasons.getOrDefault(Series.Reason.TOO_FEW, 0L), "week")
        + " in which fewer than "
        + ChannelAnswers.LEAST
        + " began to wait, "
        + NumberText.count(reasons.getOrDefault(Series.Reason.NOT_WHOLE, 0L))
        + " at the beginning or the end that are not whole, and "
        + NumberText.count(reasons.getOrDefault(Series.Reason.NOT_SETTLED, 0L))
        + " that ended less than a day before the data do.";
  }

  private String text() {
    List<String> said = new ArrayList<>();
    for (ChannelAnswers channel : channels) {
      said(channel, channel.shareChanges().changes(), true, said);
      said(channel, channel.waitChanges().changes(), false, said);
    }
    return "Of those who begin to wait in a week, how many have an answer within a day, on "
        + TextPage.count(channels.size(), "channel")
        + ": "
        + String.join("; ", said)
        + ".";
  }

  private static void said(
      ChannelAnswers channel, List<Change> changes, boolean isShare, List<String> said) {
    for (Change change : changes) {
      said.add(
          Since.week(change)
              + (isShare
                  ? (change.isFall() ? " fewer" : " more") + " of them"
                  : " people wait " + (change.isFall() ? "shorter" : "longer"))
              + ChannelAnswers.on(channel.name()));
    }
  }

  private HtmlTable table() {
    HtmlTable table =
        HtmlTable.of(
            "channel", "week from", "began to wait", "within a day", "half within", "changes");
    for (ChannelAnswers channel : channels) {
      Map<LocalDate, Series.Point> medians =
          channel.median().points().stream()
              .collect(Collectors.toMap(Series.Point::first, Function.identity()));
      channel.within().points().stream()
          .sorted(Comparator.comparing(Series.Point::first))
          .forEach(
              point ->
                  table.row(
                      channel.name(),
                      point.first(),
                      point.count(),
                      point.value(),
                      half(medians.get(point.first())),
                      remark(channel, point.first())));
    }
    return table;
  }

  private static String half(Series.@Nullable Point point) {
    if (point == null) {
      return "not followed for 7 days";
    }
    if (!point.value().isDefined()) {
      return "nobody waited";
    }
    String note = point.value().note();
    return PlainWords.time(Duration.ofMillis(Math.round(MILLIS_OF_HOUR * point.value().value())))
        + (note.equals("or longer") ? " " + note : "");
  }

  private static String remark(ChannelAnswers channel, LocalDate monday) {
    List<String> remarks = new ArrayList<>();
    channel.shareChanges().changes().stream()
        .filter(change -> change.first().equals(monday))
        .forEach(change -> remarks.add("from here on " + (change.isFall() ? "fewer" : "more")));
    channel.waitChanges().changes().stream()
        .filter(change -> change.first().equals(monday))
        .forEach(change -> remarks.add("from here on " + (change.isFall() ? "sooner" : "later")));
    return String.join("; ", remarks);
  }
}
