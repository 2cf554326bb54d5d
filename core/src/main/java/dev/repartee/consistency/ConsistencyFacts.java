package dev.repartee.consistency;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.consistency.DailySeries.WeekCount;
import dev.repartee.consistency.Rhythm.TopPostShare;
import dev.repartee.internal.tally.NotPooled;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.stats.Burstiness;
import dev.repartee.stats.Evenness.EqualShares;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What a consistency summary says, as rows. */
final class ConsistencyFacts {
  private ConsistencyFacts() {}

  static Facts of(ConsistencySummary summary) {
    Map<String, Rhythm> organizations = new LinkedHashMap<>();
    summary.organizations().forEach(name -> organizations.put(name, summary.organization(name)));
    Facts.Builder facts =
        Facts.of(summary.origin())
            .count("messages_of_organization", sum(organizations, Rhythm::messages));
    if (organizations.size() == 1) {
      weeks(facts, organizations.values().iterator().next());
    } else {
      NotPooled.add(facts, "weeks_active", Unit.SHARE, organizations.size());
      NotPooled.add(facts, "weeks_answered", Unit.SHARE, organizations.size());
      NotPooled.add(facts, "activity", Unit.WORD, organizations.size());
    }
    facts
        .inDetail()
        .count("messages_of_audience", sum(organizations, Rhythm::audienceMessages))
        .count("organizations", organizations.size())
        .count("places", summary.places().size())
        .count("messages_automatic", summary.automatic())
        .count("messages_unaddressed", summary.unaddressed());
    organizations.forEach((name, rhythm) -> organization(facts, summary, name, rhythm));
    return facts.build();
  }

  private static long sum(Map<String, Rhythm> rhythms, ToLongFunction<Rhythm> count) {
    return rhythms.values().stream().mapToLong(count).sum();
  }

  private static void organization(
      Facts.Builder facts, ConsistencySummary summary, String name, Rhythm rhythm) {
    Facts.Builder own = facts.about("organization", name);
    EqualShares ifAlike = rhythm.homeRun().expected();
    rhythm(own, rhythm, ifAlike);
    List<Place> places =
        summary.places().stream().filter(place -> place.organization().equals(name)).toList();
    for (Place place : places) {
      Rhythm there = summary.at(place);
      rhythm(
          own.about("channel", place.channel()),
          there,
          places.size() == 1 ? ifAlike : there.homeRun().expected());
    }
    for (WeekCount week : rhythm.messagesByWeek()) {
      own.about("week", week.monday().toString()).count("messages_of_organization", week.count());
    }
  }

  private static void rhythm(Facts.Builder facts, Rhythm rhythm, EqualShares ifAlike) {
    facts
        .count("messages_of_organization", rhythm.messages())
        .count("messages_of_audience", rhythm.audienceMessages())
        .count("weeks_whole", rhythm.weeks());
    weeks(facts, rhythm);
    facts
        .time("silence_current", rhythm.currentSilence())
        .share(
            "silence_current_by_chance",
            rhythm.unusualSilence().orElse(Double.NaN),
            "fewer than 50 past silences")
        .time("silence_longest", rhythm.longestSilence())
        .count("sittings", rhythm.sittings());
    burstiness(facts, rhythm.burstiness());
    homeRun(facts, rhythm.homeRun(), ifAlike);
  }

  private static void weeks(Facts.Builder facts, Rhythm rhythm) {
    facts
        .share("weeks_active", rhythm.activeWeeks())
        .share("weeks_answered", rhythm.answeringWeeks())
        .word("activity", rhythm.activity().name());
  }

  private static void burstiness(Facts.Builder facts, Burstiness intervals) {
    boolean hasAny = intervals.intervals() > 0;
    facts
        .count("intervals", intervals.intervals())
        .word("intervals_pattern", intervals.pattern().name())
        .number("burstiness", intervals.corrected(), "fewer than 2 intervals, or all of them are 0")
        .number(
            "burstiness_chance_band", hasAny ? intervals.chanceBand() : Double.NaN, "no interval")
        .number("burstiness_uncorrected", intervals.parameter(), "no interval, or all are 0")
        .number("intervals_memory", intervals.memory(), "too few intervals, or all are equal");
  }

  private static void homeRun(Facts.Builder facts, TopPostShare run, EqualShares ifAlike) {
    String why = run.isTooFew() ? "fewer than 20 posts" : "no messages below posts";
    String whyNotSimulated =
        run.isTooFew() || run.messages() == 0 ? why : "too many posts or messages to simulate";
    facts
        .count("posts", run.posts())
        .count("posts_younger_than_7d", run.young())
        .count("messages_below_posts", run.messages())
        .share("top_post", run.topShare(), why)
        .share("top_post_if_alike", ifAlike.topShare(), whyNotSimulated)
        .share("top_tenth_of_posts", run.topTenthShare(), why)
        .share("top_tenth_of_posts_if_alike", ifAlike.topTenthShare(), whyNotSimulated)
        .number("posts_gini", run.gini(), why)
        .number("posts_gini_if_alike", ifAlike.gini(), whyNotSimulated);
  }
}
