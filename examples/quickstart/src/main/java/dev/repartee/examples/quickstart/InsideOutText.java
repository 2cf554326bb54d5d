package dev.repartee.examples.quickstart;

import dev.repartee.participation.InsideOut;
import dev.repartee.participation.InsideOut.AskedDepartment;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.NumberText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says whether people outside are answered as colleagues are inside, or why nothing tells. */
final class InsideOutText {
  private static final int SHOWN = 10;

  private InsideOutText() {}

  /** What was found; empty where it is undefined, or nobody is a member. */
  static Optional<String> found(Culture culture) {
    return insideOut(culture)
        .filter(found -> found.spearman().isDefined())
        .map(InsideOutText::sentence);
  }

  /** Why nothing was found; empty where something was, or nobody is a member. */
  static Optional<String> missing(Culture culture) {
    return insideOut(culture)
        .filter(found -> !found.spearman().isDefined())
        .map(found -> "Whether people are answered as colleagues are: " + reason(culture, found));
  }

  private static Optional<InsideOut> insideOut(Culture culture) {
    return culture.participation().organizations().contains(culture.organization())
        ? Optional.of(culture.participation().insideOut(culture.organization()))
        : Optional.empty();
  }

  private static String sentence(InsideOut found) {
    List<AskedDepartment> compared = found.compared();
    String shown =
        compared.stream()
            .limit(SHOWN)
            .map(
                one ->
                    CulturePage.name(one.name())
                        + " "
                        + side(one.inside(), one.insideWithin())
                        + " and "
                        + side(one.outside(), one.outsideWithin()))
            .collect(Collectors.joining("; "));
    return (found.spearman().hasInterval()
            ? found.spearman().low() > 0
                ? "Departments that answer colleagues well answer people well, too"
                : found.spearman().high() < 0
                    ? "Departments that answer colleagues well answer people less well"
                    : "Whether departments that answer colleagues well answer people well, too, is"
                        + " not known"
            : "Whether departments that answer colleagues well answer people well, too, cannot be"
                + " told of so few")
        + " (rank correlation "
        + found.spearman()
        + ": 1 is alike, 0 not related). Answered within 24 h, colleagues and people on the topics"
        + " a department owns: "
        + shown
        + (compared.size() > SHOWN ? "; and " + (compared.size() - SHOWN) + " more." : ".")
        + (found.leftOut().isEmpty() ? "" : " Left out: " + leftOut(found) + ".");
  }

  private static String side(SurvivalCurve curve, Estimate chance) {
    return Percent.of(chance.value()) + " of " + NumberText.count(curve.count());
  }

  private static String reason(Culture culture, InsideOut found) {
    if (culture.internal().isEmpty()) {
      return "nothing was written on an internal channel.";
    }
    if (found.compared().size() >= InsideOut.FEWEST) {
      return "on one side all departments answer alike.";
    }
    return "only where at least "
        + InsideOut.FEWEST
        + " departments are asked about topics of theirs by colleagues and by people can that be"
        + " told; here "
        + (found.compared().size() == 1 ? "it is 1" : "there are " + found.compared().size())
        + ". Left out: "
        + leftOut(found)
        + ".";
  }

  private static String leftOut(InsideOut found) {
    Map<String, List<String>> byReason =
        found.leftOut().stream()
            .collect(
                Collectors.groupingBy(
                    AskedDepartment::reason,
                    TreeMap::new,
                    Collectors.mapping(one -> CulturePage.name(one.name()), Collectors.toList())));
    return byReason.entrySet().stream()
        .map(one -> String.join(", ", one.getValue()) + " (" + one.getKey() + ")")
        .collect(Collectors.joining("; "));
  }
}
