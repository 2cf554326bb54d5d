package dev.repartee.guide;

import dev.repartee.breadth.BreadthSummary;
import dev.repartee.change.MixAndLevel;
import dev.repartee.change.Series;
import dev.repartee.change.Watch;
import dev.repartee.consistency.DailySeries;
import dev.repartee.consistency.Rhythm;
import dev.repartee.measure.Counts;
import dev.repartee.openness.OpennessSummary;
import dev.repartee.openness.RecoverySummary;
import dev.repartee.participation.Involvement;
import dev.repartee.promise.Promise;
import dev.repartee.promise.PromiseSummary;
import dev.repartee.scorecard.BeforeAfter;
import dev.repartee.scorecard.ComponentScore;
import dev.repartee.scorecard.Scorecard;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Pictures of the guide: what the culture behind it is. */
final class CulturePictures {
  private CulturePictures() {}

  /** The pictures by name, each drawn from variables of its page. */
  static Map<String, Function<GuideRun, String>> all() {
    return Map.ofEntries(
        Map.entry("openness", CulturePictures::openness),
        Map.entry("recovery", CulturePictures::recovery),
        Map.entry("promises", CulturePictures::promises),
        Map.entry("breadth", CulturePictures::breadth),
        Map.entry("consistency", CulturePictures::consistency),
        Map.entry("audience-interest", CulturePictures::interest),
        Map.entry("participation", CulturePictures::participation),
        Map.entry("scorecard", CulturePictures::scorecard),
        Map.entry("before-after", CulturePictures::beforeAfter),
        Map.entry("change", CulturePictures::change),
        Map.entry("watch", CulturePictures::watch),
        Map.entry("series", CulturePictures::series),
        Map.entry("counts", CulturePictures::counts));
  }

  private static String openness(GuideRun page) {
    OpennessSummary open = page.get("open", OpennessSummary.class);
    return Bars.ofShares("Answered within a day")
        .add("praise", open.praise())
        .add("criticism", open.criticism())
        .svg();
  }

  private static String recovery(GuideRun page) {
    RecoverySummary recovery = page.get("recovery", RecoverySummary.class);
    return StepCurve.upTo("Share recovered, from the landmark", Duration.ofDays(8))
        .add("answered", Svg.BLUE, recovery.answeredCurve())
        .add("not answered", Svg.ORANGE, recovery.unansweredCurve())
        .svg();
  }

  private static String promises(GuideRun page) {
    PromiseSummary judged = page.get("judged", PromiseSummary.class);
    double promised = page.get("chat", Promise.class).bound();
    Bars bars =
        Bars.ofShares("Answered within an hour")
            .bound("promised: " + NumberText.share(promised), promised);
    for (String channel : List.of("chat", "mail")) {
      bars.add(channel, judged.get(page.get(channel, Promise.class)).share());
    }
    return bars.svg();
  }

  private static String breadth(GuideRun page) {
    BreadthSummary breadth = page.get("breadth", BreadthSummary.class);
    double average = breadth.quadrants().averageDepth();
    Bars bars = Bars.of("Depth").bound("average: " + NumberText.share(average), average);
    for (String name : List.of("Acme", "Zeta")) {
      double depth = breadth.depth(name).value();
      bars.add(name, depth, NumberText.share(depth));
    }
    return bars.svg();
  }

  private static String consistency(GuideRun page) {
    Bars bars = Bars.of("Messages by week");
    page.get("acme", Rhythm.class)
        .messagesByWeek()
        .forEach(week -> bars.add(String.valueOf(week.monday()), week.count()));
    return bars.svg();
  }

  private static String interest(GuideRun page) {
    Bars bars = Bars.of("Reactions by week");
    page.get("series", DailySeries.class)
        .byWeek()
        .forEach(week -> bars.add(String.valueOf(week.monday()), week.count()));
    return bars.svg();
  }

  private static String participation(GuideRun page) {
    Involvement acme = page.get("acme", Involvement.class);
    Bars bars = Bars.of("Messages by department");
    acme.departments().forEach(department -> bars.add(department, acme.messages(department)));
    return bars.svg();
  }

  private static String scorecard(GuideRun page) {
    Bars bars = Bars.of("Components, from 0 to 100");
    for (ComponentScore component : page.get("card", Scorecard.class).components()) {
      String name = component.component().name().toLowerCase(Locale.ROOT);
      if (component.isMissing()) {
        bars.add(name, Double.NaN, "missing: " + component.reason());
      } else {
        bars.add(
            name, component.score().value(), String.valueOf(Math.round(component.score().value())));
      }
    }
    return bars.svg();
  }

  private static String beforeAfter(GuideRun page) {
    BeforeAfter change = page.get("change", BeforeAfter.class);
    return Bars.of("Responding, from 0 to 100")
        .add("before", change.get(Scorecard.Component.RESPONDING).before().score())
        .add("after", change.get(Scorecard.Component.RESPONDING).after().score())
        .svg();
  }

  private static String change(GuideRun page) {
    Bars bars = Bars.of("What the difference is made of");
    for (MixAndLevel.Part part : page.get("parts", MixAndLevel.class).parts()) {
      bars.add(String.join(" ", part.key()) + ", mix", part.mix())
          .add(String.join(" ", part.key()) + ", level", part.level());
    }
    return bars.svg();
  }

  private static String counts(GuideRun page) {
    Counts.CountSummary share = page.get("share", Counts.CountSummary.class);
    return Bars.of("Messages").add("in French", share.matched()).add("all", share.messages()).svg();
  }

  private static String watch(GuideRun page) {
    SortedMap<Month, long[]> months = new TreeMap<>();
    Watch watch = page.get("watch", Watch.class);
    watch
        .byDay()
        .forEach(
            (day, share) -> {
              long[] sums = months.computeIfAbsent(day.getMonth(), month -> new long[2]);
              sums[0] += share.successes();
              sums[1] += share.trials();
            });
    Bars bars =
        Bars.ofShares("In time, by month")
            .bound("promised: " + NumberText.share(watch.bound()), watch.bound());
    months.forEach(
        (month, sums) ->
            bars.add(
                month.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                Proportion.of(sums[0], sums[1]).estimate()));
    return bars.svg();
  }

  private static String series(GuideRun page) {
    Series series = page.get("series", Series.class);
    Bars bars = Bars.ofShares("Answered within a day, every fourth week");
    for (int i = 0; i < series.points().size(); i += 4) {
      Series.Point point = series.points().get(i);
      bars.add(String.valueOf(point.first()), point.value());
    }
    return bars.svg();
  }
}
