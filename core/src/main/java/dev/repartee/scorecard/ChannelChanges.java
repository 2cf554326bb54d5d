package dev.repartee.scorecard;

import dev.repartee.change.MixAndLevel;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.internal.stats.Strata;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.response.ResponseTime;
import dev.repartee.scorecard.Scorecard.Component;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Replicated;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed channel by channel, of the components that are shares of what is said on channels.
 *
 * @param byComponent of each the changes that it has on channels of both windows; empty where
 *     windows are not known by channel
 * @param responding where the difference of responding comes from; null where they are not
 */
record ChannelChanges(Map<Component, ByChannel> byComponent, @Nullable MixAndLevel responding) {
  static final ChannelChanges NONE = new ChannelChanges(Map.of(), null);

  /** What a window is asked for by channel. */
  static final Measure<Breakdown<Results>> MEASURE =
      Measures.of(ResponseTime.eachTurn(), Dialogue.standard()).by(Dimension.CHANNEL);

  /**
   * A component on all channels that have it before and after.
   *
   * @param difference points of the weighted mean
   * @param worse how many channels are worse
   * @param better how many are better
   */
  record ByChannel(Estimate difference, int worse, int better) {
    static final ByChannel UNKNOWN = new ByChannel(Estimate.undefined("no channel"), 0, 0);

    /** What to say where it goes against what is seen over all channels; else nothing. */
    String against(double overall) {
      double by = difference.value();
      if (!(overall * by < 0)) {
        return "";
      }
      boolean isEvery = by > 0 ? worse == 0 : better == 0;
      return (overall < 0 ? "worse" : "better")
          + " overall though "
          + (isEvery ? "every channel is " : "by channel it is ")
          + (by > 0 ? "better" : "worse")
          + ": the channels are used otherwise";
    }
  }

  static ChannelChanges of(Breakdown<Results> before, Breakdown<Results> after) {
    return new ChannelChanges(
        Map.of(
            Component.LISTENING, change(Component.LISTENING, before, after),
            Component.RESPONDING, change(Component.RESPONDING, before, after),
            Component.DIALOGUE, change(Component.DIALOGUE, before, after)),
        MixAndLevel.within(
            before, after, results -> results.get(ResponseTime.eachTurn()), ComponentScore.DAY));
  }

  ByChannel get(Component component) {
    return byComponent.getOrDefault(component, ByChannel.UNKNOWN);
  }

  private static ByChannel change(
      Component component, Breakdown<Results> before, Breakdown<Results> after) {
    Strata strata = new Strata();
    int worse = 0;
    int better = 0;
    for (Breakdown.Part<Results> part : before.parts()) {
      Results first = part.summary();
      Results second = after.find(part.name()).orElse(null);
      if (second != null) {
        Replicated then = share(component, first);
        Replicated now = share(component, second);
        strata.add(now, size(component, second), then, size(component, first));
        worse += now.value() < then.value() ? 1 : 0;
        better += now.value() > then.value() ? 1 : 0;
      }
    }
    return new ByChannel(BeforeAfter.points(strata.difference()), worse, better);
  }

  private static Replicated share(Component component, Results results) {
    ComponentScore score =
        switch (component) {
          case LISTENING -> ComponentScore.listening(results.get(Dialogue.standard()));
          case RESPONDING -> ComponentScore.responding(results.get(ResponseTime.eachTurn()));
          default -> ComponentScore.dialogue(results.get(Dialogue.standard()));
        };
    return score.share();
  }

  private static long size(Component component, Results results) {
    return switch (component) {
      case LISTENING -> results.get(Dialogue.standard()).messagesToAudience().trials();
      case RESPONDING -> results.get(ResponseTime.eachTurn()).exchanges();
      default -> results.get(Dialogue.standard()).twoWay().trials();
    };
  }
}
