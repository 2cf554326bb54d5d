package dev.repartee.examples.quickstart;

import dev.repartee.change.Series;
import dev.repartee.stats.LevelChanges;
import dev.repartee.stats.LevelChanges.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What there is to say of since when people are answered later, or sooner, than before. */
final class AnswerClaims {
  private static final String JUDGED_BY = "shuffled weeks, for all weeks searched";
  private static final double MILLIS_OF_HOUR = 3_600_000;

  /** How a median is noted that is longer than people were followed. */
  private static final String OR_LONGER = "or longer";

  private final Culture culture;
  private final Claims claims;

  /**
   * The last change of how people are answered on a channel.
   *
   * @param channel its name, for people
   * @param isShare whether of the share answered within a day, or else of the wait
   * @param change when
   * @param before the level before
   * @param after the level since
   */
  private record Moved(
      String channel, boolean isShare, Change change, Series.Level before, Series.Level after) {
    /** Whether it is for the worse: fewer within a day, or a longer wait. */
    boolean isWorse() {
      return change.isFall() == isShare;
    }

    boolean isWith(Moved other) {
      return isWorse() == other.isWorse() && Since.isTogether(change, other.change);
    }

    String text() {
      return isShare
          ? "within a day "
              + Percent.of(after.value())
              + " have an answer"
              + ChannelAnswers.on(channel)
              + ", before "
              + Percent.of(before.value())
          : "half of those who write"
              + ChannelAnswers.on(channel)
              + " have an answer within "
              + time(after)
              + ", before within "
              + time(before);
    }

    private static String time(Series.Level level) {
      Duration time = Duration.ofMillis(Math.round(MILLIS_OF_HOUR * level.value().value()));
      return PlainWords.time(time)
          + (level.value().note().equals(OR_LONGER) ? " " + OR_LONGER : "");
    }
  }

  AnswerClaims(Culture culture, Claims claims) {
    this.culture = culture;
    this.claims = claims;
  }

  void add() {
    if (culture.answers().isEmpty()) {
      claims.missing(
          "Since when people are answered sooner or later: on no channel there are "
              + ChannelAnswers.WEEKS
              + " weeks in each of which "
              + ChannelAnswers.LEAST
              + " people or more waited.");
      return;
    }
    List<Moved> moved = new ArrayList<>();
    for (ChannelAnswers channel : culture.answers()) {
      find(channel, channel.within(), channel.shareChanges(), true, moved);
      find(channel, channel.median(), channel.waitChanges(), false, moved);
    }
    if (moved.isEmpty()) {
      claims.unproven(
          "Whether people are answered later than before, or sooner: no change that lasts is shown"
              + ChannelAnswers.on(
                  culture.answers().stream()
                      .map(ChannelAnswers::name)
                      .collect(Collectors.joining(", ")))
              + ".");
    }
    moved.sort(Comparator.comparingDouble(each -> each.change().pValue()));
    while (!moved.isEmpty()) {
      Moved first = moved.get(0);
      List<Moved> together = moved.stream().filter(first::isWith).toList();
      moved.removeAll(together);
      String sentence = sentence(together);
      Flag flag =
          new Flag(
              Flag.Kind.SLOWER_ANSWERS,
              first.channel(),
              sentence,
              first.change().pValue(),
              JUDGED_BY);
      claims.add(new Claims.Claim(flag, first.isWorse(), first.isWorse() ? "" : sentence, ""));
      together.stream().skip(1).forEach(other -> asked());
    }
  }

  private void find(
      ChannelAnswers channel,
      Series series,
      LevelChanges changes,
      boolean isShare,
      List<Moved> moved) {
    if (changes.changes().isEmpty()) {
      asked();
      return;
    }
    List<Series.Level> levels = series.levels(changes);
    int last = levels.size() - 1;
    moved.add(
        new Moved(
            channel.name(),
            isShare,
            changes.changes().get(last - 1),
            levels.get(last - 1),
            levels.get(last)));
  }

  /** A series that was searched counts as a question, whatever is told of it. */
  private void asked() {
    claims.add(
        new Claims.Claim(new Flag(Flag.Kind.SLOWER_ANSWERS, "", "", 1, JUDGED_BY), false, "", ""));
  }

  private static String sentence(List<Moved> together) {
    Moved strongest = together.get(0);
    return PlainWords.capital(Since.text(strongest.change()))
        + " people are answered "
        + (strongest.isWorse() ? "later" : "sooner")
        + ChannelAnswers.on(strongest.channel())
        + ": "
        + strongest.text()
        + together.stream().skip(1).map(other -> "; " + other.text()).collect(Collectors.joining())
        + ".";
  }
}
