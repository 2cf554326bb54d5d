package dev.repartee.promise;

import dev.repartee.measure.Origin;
import dev.repartee.measure.Results;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Holm;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which promises are kept.
 *
 * <p>A promise is KEPT or BROKEN where its p value, adjusted for all that could be judged (Holm)
 * and for the looks, is below 0.05, and the share is on that side of the bound. For a single
 * promise and a single look this is: where the 95 % interval does not hold the bound. It is
 * UNPROVEN also where its uncertainty rests on fewer than 10 replicate groups. A census is kept or
 * broken by count.
 */
public final class PromiseSummary implements Summary<PromiseSummary> {
  private static final double LEVEL = 0.05;
  private static final int LONGEST = 1000;
  private static final int SHOWN = 6;

  private final List<Promise> promises;
  private final int looks;
  private final Results measured;
  private final List<PromiseResult> results;
  private final int judged;

  PromiseSummary(List<Promise> promises, int looks, Results measured) {
    this.promises = promises;
    this.looks = looks;
    this.measured = measured;
    List<Finding> findings = promises.stream().map(promise -> promise.find(measured)).toList();
    double[] pValues = new double[promises.size()];
    int family = 0;
    for (int i = 0; i < pValues.length; i++) {
      Finding finding = findings.get(i);
      pValues[i] =
          finding.value().hasFewGroups()
              ? Double.NaN
              : finding.pValue().applyAsDouble(promises.get(i).bound());
      family += Double.isNaN(pValues[i]) ? 0 : 1;
    }
    this.judged = family;
    double[] adjusted = Holm.adjust(pValues);
    List<PromiseResult> all = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      double p = Math.min(1, looks * adjusted[i]);
      PromiseVerdict verdict = verdict(promises.get(i), findings.get(i), p);
      all.add(new PromiseResult(promises.get(i), findings.get(i), verdict, pValues[i], p));
    }
    all.sort(
        Comparator.comparing(PromiseResult::verdict)
            .thenComparing(Comparator.comparingDouble(PromiseResult::excess).reversed()));
    this.results = List.copyOf(all);
  }

  private static PromiseVerdict verdict(Promise promise, Finding finding, double pValue) {
    if (!finding.value().isDefined()) {
      return PromiseVerdict.NO_DATA;
    }
    double above = finding.value().value() - promise.bound();
    double better = promise.isAtLeast() ? above : -above;
    if (finding.isCensus()) {
      return better >= 0 ? PromiseVerdict.KEPT : PromiseVerdict.BROKEN;
    }
    return !(pValue < LEVEL)
        ? PromiseVerdict.UNPROVEN
        : better > 0 ? PromiseVerdict.KEPT : PromiseVerdict.BROKEN;
  }

  /**
   * Returns how each promise stands: the broken ones first, those first that leave most people
   * short, then what is unproven, what has no data and what is kept.
   *
   * @return as many as there are promises
   */
  public List<PromiseResult> results() {
    return results;
  }

  /**
   * Returns how a promise stands.
   *
   * @param promise one of those judged
   * @return the result
   * @throws IllegalArgumentException if it was not judged
   */
  public PromiseResult get(Promise promise) {
    return results.stream()
        .filter(result -> result.promise().canonicalText().equals(promise.canonicalText()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "promise (" + promise + ") must be one of those judged: " + promises));
  }

  /**
   * Returns how many promises have a verdict.
   *
   * @param verdict the verdict
   * @return at least 0
   */
  public long count(PromiseVerdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  /**
   * Returns how many promises were judged by chance together: the number that p values are adjusted
   * for.
   *
   * @return without those that were counted, and those without enough data
   */
  public int judgedTogether() {
    return judged;
  }

  @Override
  public Origin origin() {
    return measured.origin();
  }

  @Override
  public PromiseSummary merge(PromiseSummary other) {
    return new PromiseSummary(promises, looks, measured.merge(other.measured));
  }

  @Override
  public byte[] toBytes() {
    return measured.toBytes();
  }

  /**
   * Returns everything as a table for people.
   *
   * @return lines of text
   */
  public String table() {
    return table(results) + "\n" + notes() + "\nas of " + origin().asOf();
  }

  private static String table(List<PromiseResult> rows) {
    TextTable table = TextTable.of("", "promise", "found", "of", "short", "");
    for (PromiseResult row : rows) {
      table.row(row.verdict(), row.promise(), row.share(), row.all(), row.excessText(), row.note());
    }
    return table.toString();
  }

  private String notes() {
    return "verdicts at 5 %, adjusted for "
        + NumberText.count(judged)
        + (judged == 1 ? " promise" : " promises")
        + " judged together"
        + (looks == 1 ? "" : " and " + looks + " looks")
        + "; intervals are not";
  }

  @Override
  public String toString() {
    String head =
        NumberText.count(results.size())
            + (results.size() == 1 ? " promise: " : " promises: ")
            + count(PromiseVerdict.BROKEN)
            + " broken, "
            + count(PromiseVerdict.KEPT)
            + " kept, "
            + (count(PromiseVerdict.UNPROVEN) + count(PromiseVerdict.NO_DATA))
            + " open";
    String more = results.size() > SHOWN ? "\n… table() shows all" : "";
    String text =
        head + "\n" + table(results.stream().limit(SHOWN).toList()) + more + "\n" + notes();
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
