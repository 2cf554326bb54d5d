package dev.repartee.guide;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Origin;
import dev.repartee.resolution.RatingSummary;
import dev.repartee.resolution.ResolutionSummary;
import dev.repartee.response.Badge;
import dev.repartee.response.ReContactSummary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Estimate;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pictures of the guide: how fast people are answered. */
final class AnswerPictures {
  private AnswerPictures() {}

  /** The pictures by name, each drawn from variables of its page. */
  static Map<String, Function<GuideRun, String>> all() {
    return Map.ofEntries(
        Map.entry("clocks", AnswerPictures::clocks),
        Map.entry(
            "waiting",
            page ->
                Timeline.of("Who is waiting at 13:00", GuidePictures.log(page))
                    .waits("waiting", ResponseTime.eachTurn(), List.of("waiting"))
                    .svg()),
        Map.entry("resolution", AnswerPictures::resolution),
        Map.entry("ratings", AnswerPictures::ratings),
        Map.entry(
            "re-contact",
            page ->
                StepCurve.upTo("Share that has asked again within a time", Duration.ofDays(12))
                    .add("anywhere", Svg.BLUE, page.get("anywhere", ReContactSummary.class).curve())
                    .add(
                        "same conversation",
                        Svg.ORANGE,
                        page.get("here", ReContactSummary.class).curve())
                    .svg()),
        Map.entry("badges", AnswerPictures::badges),
        Map.entry("response-changes", AnswerPictures::responseChanges),
        Map.entry(
            "concepts",
            page ->
                Timeline.of("Ann, Bea and Sue", GuidePictures.log(page))
                    .waits("each turn", ResponseTime.eachTurn())
                    .svg()),
        Map.entry("response-curve", AnswerPictures::turns),
        Map.entry("strands", AnswerPictures::strands),
        Map.entry("settled", AnswerPictures::settled),
        Map.entry("groups", AnswerPictures::groups),
        Map.entry("censoring", AnswerPictures::turns),
        Map.entry(
            "trust",
            page ->
                Bars.ofShares("Answered within an hour, with 95 % intervals")
                    .add("200 people", page.get("hour", Estimate.class))
                    .add("ten people", page.get("ofTen", Estimate.class))
                    .add("ten taken for 200", page.get("asIfIndependent", Estimate.class))
                    .svg()));
  }

  private static String clocks(GuideRun page) {
    return Timeline.of("One thread by four clocks", GuidePictures.log(page))
        .waits("eachTurn", ResponseTime.eachTurn())
        .waits("firstResponse", ResponseTime.firstResponse())
        .waits("eachMessage", ResponseTime.eachMessage())
        .waits("session", ResponseTime.session())
        .svg();
  }

  private static String turns(GuideRun page) {
    return StepCurve.upTo("Share answered within a time", Duration.ofHours(4))
        .add("each turn", Svg.BLUE, page.get("turns", ResponseSummary.class).curve())
        .svg();
  }

  private static String resolution(GuideRun page) {
    return StepCurve.upTo("Share resolved within a time", Duration.ofDays(4))
        .add("first", Svg.ORANGE, page.get("first", ResolutionSummary.class).curve())
        .add("lasting", Svg.BLUE, page.get("lasting", ResolutionSummary.class).curve())
        .svg();
  }

  private static String ratings(GuideRun page) {
    RatingSummary ratings = page.get("ratings", RatingSummary.class);
    Bars bars = Bars.of("Ratings, and the silent");
    ratings.counts().forEach((stars, count) -> bars.add("rated " + stars, count));
    return bars.add("said nothing", ratings.silent()).svg();
  }

  private static String badges(GuideRun page) {
    Bars bars = Bars.of("Each clause, in parts of its threshold").bound("threshold", 1);
    for (Badge.Clause clause : page.get("badge", Badge.class).clauses()) {
      boolean isCount = clause.rule() == Badge.Rule.COUNT_AT_LEAST;
      String text =
          isCount
              ? (long) clause.value() + ", needs " + (long) clause.threshold()
              : NumberText.share(clause.value())
                  + ", needs "
                  + NumberText.share(clause.threshold());
      bars.add(clause.text(), clause.value() / clause.threshold(), text);
    }
    return bars.svg();
  }

  private static String responseChanges(GuideRun page) {
    Breakdown<?> channels = page.get("channels", Breakdown.class);
    return StepCurve.upTo("Share answered within a time", Duration.ofHours(24))
        .add("chat", Svg.ORANGE, ((ResponseSummary) channels.get("chat")).curve())
        .add("mail", Svg.BLUE, ((ResponseSummary) channels.get("mail")).curve())
        .svg();
  }

  private static String strands(GuideRun page) {
    EngagementLog twoBrands = page.get("twoBrands", EngagementLog.class);
    return Timeline.of(
            "One conversation, two strands",
            twoBrands,
            row -> row.organization(twoBrands.directory()))
        .svg();
  }

  private static String settled(GuideRun page) {
    EngagementLog morning = page.get("morning", EngagementLog.class);
    List<Origin> origins =
        Stream.of(
                morning,
                morning.followedFor(Duration.ofHours(3)),
                morning.followedFor(Duration.ofHours(6)))
            .map(view -> view.measure(ResponseTime.eachTurn()).origin())
            .toList();
    return FollowUps.svg("The window, and how long it is followed", origins, Duration.ofHours(7));
  }

  private static String groups(GuideRun page) {
    List<String> people =
        ((List<?>) page.get("people", List.class)).stream().map(String::valueOf).toList();
    return GroupStrip.svg("Forty people, dealt into 32 groups by their names", people);
  }
}
