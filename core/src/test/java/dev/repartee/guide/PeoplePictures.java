package dev.repartee.guide;

import dev.repartee.apath.APathStateSummary;
import dev.repartee.apath.APathSummary;
import dev.repartee.apath.EngagementEffectSummary;
import dev.repartee.apath.HollowAudienceSummary;
import dev.repartee.apath.SpikeFollowThroughSummary;
import dev.repartee.apath.Stage;
import dev.repartee.apath.Standing;
import dev.repartee.funnel.FunnelSummary;
import dev.repartee.funnel.RetentionSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Proportion;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Pictures of the guide: how far people come. */
final class PeoplePictures {
  private PeoplePictures() {}

  /** The pictures by name, each drawn from variables of its page. */
  static Map<String, Function<GuideRun, String>> all() {
    return Map.ofEntries(
        Map.entry("a-path", PeoplePictures::path),
        Map.entry("a-path-now", PeoplePictures::standings),
        Map.entry("hollow-audience", PeoplePictures::hollow),
        Map.entry(
            "advocates",
            page ->
                Timeline.of(
                        "Who speaks for it", GuidePictures.log(page).asOf("2026-01-13T00:00:00Z"))
                    .svg()),
        Map.entry("engagement-effect", PeoplePictures::effect),
        Map.entry("spike-follow-through", PeoplePictures::spike),
        Map.entry("funnel", PeoplePictures::funnel),
        Map.entry("retention", PeoplePictures::retention),
        Map.entry(
            "person",
            page ->
                Timeline.of("Carl, on two accounts", GuidePictures.log(page))
                    .waits("waits", ResponseTime.eachTurn())
                    .svg()));
  }

  private static String path(GuideRun page) {
    APathSummary path = page.get("path", APathSummary.class);
    Bars bars = Bars.of("People who reached each stage");
    for (Stage stage : Stage.values()) {
      bars.add(stage.name(), path.count(stage));
    }
    return bars.svg();
  }

  private static String standings(GuideRun page) {
    APathStateSummary now = page.get("now", APathStateSummary.class);
    Bars bars = Bars.of("People by where they stand now");
    for (Standing standing : Standing.values()) {
      if (standing != Standing.NEW && now.isObserved(standing)) {
        bars.add(standing.name(), now.count(standing));
      }
    }
    return bars.svg();
  }

  private static String hollow(GuideRun page) {
    Proportion share = page.get("hollow", HollowAudienceSummary.class).share();
    return Bars.of("Followers")
        .add("hollow", share.successes())
        .add("reached AFFINITY", share.trials() - share.successes())
        .svg();
  }

  private static String effect(GuideRun page) {
    EngagementEffectSummary effect = page.get("effect", EngagementEffectSummary.class);
    return StepCurve.upTo("Share at AFFINITY, from the landmark", Duration.ofDays(40))
        .add("answered", Svg.BLUE, effect.engaged(1))
        .add("not answered", Svg.ORANGE, effect.notEngaged(1))
        .svg();
  }

  private static String spike(GuideRun page) {
    SpikeFollowThroughSummary spike = page.get("spike", SpikeFollowThroughSummary.class);
    return StepCurve.upTo("Share at AFFINITY, from the first day", Duration.ofDays(40))
        .add("ordinary days", Svg.BLUE, spike.onOrdinaryDays(Stage.AFFINITY))
        .add("spike", Svg.ORANGE, spike.inSpikes(Stage.AFFINITY))
        .svg();
  }

  private static String funnel(GuideRun page) {
    Bars bars = Bars.of("People who reached each step");
    for (FunnelSummary.StepResult step : page.get("summary", FunnelSummary.class).steps()) {
      bars.add(step.name(), step.reached());
    }
    return bars.svg();
  }

  private static String retention(GuideRun page) {
    RetentionSummary weeks = page.get("weeks", RetentionSummary.class);
    Bars bars = Bars.ofShares("Share of people active in each period");
    for (int period = 1; period < weeks.periods().size(); period++) {
      bars.add("period " + period, weeks.period(period));
    }
    return bars.svg();
  }
}
