package dev.repartee.breadth;

import dev.repartee.breadth.BreadthSummary.BrandBreadth;
import dev.repartee.breadth.Quadrants.Quadrant;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.stats.Replicated;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a summary of breadth and depth says, as rows. */
final class BreadthFacts {
  private BreadthFacts() {}

  static Facts of(BreadthSummary summary, Map<String, Replicated> depths, Quadrants quadrants) {
    List<BrandBreadth> brands = quadrants.brands();
    List<Optional<Quadrant>> found = brands.stream().map(b -> quadrants.get(b.name())).toList();
    Facts.Builder facts =
        Facts.of(summary.origin())
            .count("organizations", brands.size())
            .number(
                "channels_mean",
                brands.stream().mapToLong(BrandBreadth::channels).average().orElse(Double.NaN))
            .number("depth_mean", quadrants.averageDepth())
            .inDetail();
    for (Quadrant quadrant : Quadrant.values()) {
      facts.count("organizations", quadrant, count(found, Optional.of(quadrant)));
    }
    facts
        .count("organizations_without_depth", count(found, Optional.empty()))
        .count("organizations_moved_by_cut_lower_by_1", quadrants.movedBy(-1))
        .count("organizations_moved_by_cut_higher_by_1", quadrants.movedBy(1));
    depths.forEach(
        (name, depth) -> {
          long channels = summary.channels(name);
          Facts.Builder own = facts.about("organization", name);
          own.count("channels", channels)
              .count("channels_without_depth", summary.channelsWithoutDepth(name))
              .number("depth", depth.estimate())
              .number(
                  "depth_per_channel",
                  new BrandBreadth(name, channels, depth.value()).depthPerChannel());
          quadrant(own, quadrants.get(name), quadrants.isTie(name));
        });
    return facts.build();
  }

  private static long count(List<Optional<Quadrant>> all, Optional<Quadrant> one) {
    return all.stream().filter(one::equals).count();
  }

  private static void quadrant(Facts.Builder facts, Optional<Quadrant> quadrant, boolean isTie) {
    if (quadrant.isPresent()) {
      facts
          .word("quadrant", quadrant.get().name())
          .word("depth_is_just_the_mean", isTie ? "YES" : "NO");
    } else {
      facts
          .missing("quadrant", Unit.WORD, State.NO_DATA, "")
          .missing("depth_is_just_the_mean", Unit.WORD, State.NO_DATA, "");
    }
  }
}
