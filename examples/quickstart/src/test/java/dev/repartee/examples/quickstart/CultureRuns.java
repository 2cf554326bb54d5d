package dev.repartee.examples.quickstart;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often flags are raised in sample years with and without something to find.
 *
 * @param years how many years were looked at
 * @param any in how many of them any flag was raised
 * @param kinds in how many each kind was raised
 * @param opennessAlone in how many the difference of openness has a p value below 0.05, unadjusted
 * @param silosAlone the same of silos
 */
record CultureRuns(
    int years, int any, Map<Flag.Kind, Integer> kinds, int opennessAlone, int silosAlone) {

  static CultureRuns of(PlantedFacts facts, int years) {
    Map<Flag.Kind, Integer> kinds = new TreeMap<>();
    int any = 0;
    int opennessAlone = 0;
    int silosAlone = 0;
    for (int seed = 0; seed < years; seed++) {
      Culture culture = culture(facts, seed);
      any += planted(culture).isEmpty() ? 0 : 1;
      culture.flags().stream()
          .map(Flag::kind)
          .distinct()
          .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
      opennessAlone += culture.openness().pValue() < 0.05 ? 1 : 0;
      silosAlone += culture.involvement().siloPValue() < 0.05 ? 1 : 0;
    }
    return new CultureRuns(years, any, kinds, opennessAlone, silosAlone);
  }

  /**
   * The flags of what can be planted. Every year of the sample has a fall in September besides: the
   * last people of its first months have gone by then.
   */
  static List<Flag> planted(Culture culture) {
    return culture.flags().stream().filter(flag -> flag.kind() != Flag.Kind.FALL).toList();
  }

  /** In how many years a kind was raised. */
  int kinds(Flag.Kind kind) {
    return kinds.getOrDefault(kind, 0);
  }

  static Culture culture(PlantedFacts facts, long seed) {
    Loaded loaded =
        new Loaded(Sample.of(facts, seed).offer().build(), Sample.NAME, true, List.of());
    return Culture.of(loaded, new MeasureOptions(), new CultureOptions());
  }
}
