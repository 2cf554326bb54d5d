package dev.repartee.promise;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Opened.Cases;
import dev.repartee.measure.Opened.Keeping;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Results;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Holm;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which promises are kept.
 *
 * <p>A promise is KEPT or BROKEN if its p value is below 0.05 and the share is on the corresponding
 * side of the bound. The p value is adjusted for all promises that could be judged (Holm) and for
 * the number of looks. For a single promise and a single look, this means that the 95 % interval
 * does not contain the bound. A promise is also UNPROVEN if its uncertainty rests on fewer than 10
 * replicate groups, or, for waits, if they began in fewer than 10 weeks. A census is kept or broken
 * by count.
 */
public final class PromiseSummary implements Summary<PromiseSummary> {
  private static final double LEVEL = 0.05;
  private static final int SHOWN = 6;

  private final List<Promise> promises;
  private final int looks;
  private final Optional<Keeping> shown;
  private final Results measured;
  private final List<Result> results;
  private final int judged;

  PromiseSummary(List<Promise> promises, int looks, Optional<Keeping> shown, Results measured) {
    this.promises = promises;
    this.looks = looks;
    this.shown = shown;
    this.measured = measured;
    List<Finding> findings =
        promises.stream().map(promise -> promise.find(measured, shown)).toList();
    double[] pValues = new double[promises.size()];
    int family = 0;
    for (int i = 0; i < pValues.length; i++) {
      Finding finding = findings.get(i);
      pValues[i] =
          finding.value().hasFewGroups() || finding.value().hasFewWeeks()
              ? Double.NaN
              : finding.pValue().applyAsDouble(promises.get(i).bound());
      family += Double.isNaN(pValues[i]) ? 0 : 1;
    }
    this.judged = family;
    double[] adjusted = Holm.adjust(pValues);
    List<Result> all = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      double p = Math.min(1, looks * adjusted[i]);
      Verdict verdict = verdict(promises.get(i), findings.get(i), p);
      all.add(new Result(promises.get(i), findings.get(i), verdict, pValues[i], p));
    }
    all.sort(
        Comparator.comparing(Result::verdict)
            .thenComparing(Comparator.comparingDouble(Result::excess).reversed()));
    this.results = List.copyOf(all);
  }

  private static Verdict verdict(Promise promise, Finding finding, double pValue) {
    if (!finding.value().isDefined()) {
      return Verdict.NO_DATA;
    }
    double above = finding.value().value() - promise.bound();
    double better = promise.isAtLeast() ? above : -above;
    if (finding.isCensus()) {
      return better >= 0 ? Verdict.KEPT : Verdict.BROKEN;
    }
    return !(pValue < LEVEL) ? Verdict.UNPROVEN : better > 0 ? Verdict.KEPT : Verdict.BROKEN;
  }

  /**
   * {@return the result of each promise: first the broken ones, beginning with those that leave
   * most people short, then the unproven, those without data, and the kept}
   */
  public List<Result> results() {
    return results;
  }

  /**
   * {@return the result of a promise}
   *
   * @param promise one of those judged
   * @throws IllegalArgumentException if it was not judged
   */
  public Result get(Promise promise) {
    return results.stream()
        .filter(result -> result.promise().canonicalText().equals(promise.canonicalText()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "promise (" + promise + ") must be one of those judged: " + promises));
  }

  /**
   * {@return the number of promises with a verdict, at least 0}
   *
   * @param verdict the verdict
   */
  public long count(Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  /**
   * {@return the number of promises that p values are adjusted for: those judged statistically,
   * without censuses and without those that lack data}
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
    return new PromiseSummary(promises, looks, shown, measured.merge(other.measured));
  }

  @Override
  public byte[] toBytes() {
    return measured.toBytes();
  }

  /** {@return the counts of verdicts, and the facts of each promise, with the promise as key} */
  @Override
  public Facts facts() {
    Facts.Builder facts =
        Facts.of(origin())
            .count("promises", results.size())
            .count("promises", Verdict.BROKEN, count(Verdict.BROKEN))
            .count("promises", Verdict.KEPT, count(Verdict.KEPT))
            .count("promises", Verdict.UNPROVEN, count(Verdict.UNPROVEN))
            .inDetail()
            .count("promises", Verdict.NO_DATA, count(Verdict.NO_DATA))
            .count("judged_together", judged)
            .count("looks", looks);
    results.forEach(result -> result.addTo(facts.about("promise", name(result.promise()))));
    return facts.build();
  }

  /** As people say it, with more detail if another promise reads the same. */
  private String name(Promise promise) {
    String text = promise.toString();
    boolean isAlone = promises.stream().filter(p -> p.toString().equals(text)).count() == 1;
    return isAlone ? text : promise.canonicalText();
  }

  /** {@return the results as a readable table, in the order of {@link #results}} */
  @Override
  public String table() {
    return table(results) + "\n" + notes() + "\nas of " + origin().asOf();
  }

  private static String table(List<Result> rows) {
    TextTable table = TextTable.of("", "promise", "found", "of", "short", "");
    for (Result row : rows) {
      table.row(row.verdict(), row.promise(), row.share(), row.all(), row.excessText(), row.note());
    }
    return table.toString();
  }

  private String notes() {
    return "verdicts at 5 %, adjusted for "
        + Brief.count(judged, "promise")
        + " judged together"
        + (looks == 1 ? "" : " and " + looks + " looks")
        + "; intervals are not";
  }

  @Override
  public String toString() {
    String head =
        Brief.count(results.size(), "promise")
            + ": "
            + count(Verdict.BROKEN)
            + " broken, "
            + count(Verdict.KEPT)
            + " kept, "
            + (count(Verdict.UNPROVEN) + count(Verdict.NO_DATA))
            + " open";
    String more = results.size() > SHOWN ? "\n… table() shows all" : "";
    String text =
        origin().under(head)
            + "\n"
            + table(results.stream().limit(SHOWN).toList())
            + more
            + "\n"
            + notes();
    return Brief.cut(text);
  }

  /** Whether a promise is kept. */
  public enum Verdict {
    /** It is shown to be broken. */
    BROKEN,
    /** The data shows neither that it is kept nor that it is broken. */
    UNPROVEN,
    /** Nothing that was promised has come due. */
    NO_DATA,
    /** It is shown to be kept. */
    KEPT
  }

  /** The result of a promise among those it was judged with. */
  public static final class Result {
    private final Promise promise;
    private final Finding finding;
    private final Verdict verdict;
    private final double pValue;
    private final double adjustedPValue;

    Result(
        Promise promise, Finding finding, Verdict verdict, double pValue, double adjustedPValue) {
      this.promise = promise;
      this.finding = finding;
      this.verdict = verdict;
      this.pValue = pValue;
      this.adjustedPValue = adjustedPValue;
    }

    /** {@return the promise} */
    public Promise promise() {
      return promise;
    }

    /** {@return the verdict, adjusted for the promises it was judged with} */
    public Verdict verdict() {
      return verdict;
    }

    /**
     * {@return the share found, with its unadjusted 95 % interval; undefined without data; without
     * an interval for a census}
     */
    public Estimate share() {
      return finding.value();
    }

    /**
     * {@return the number of cases served, at most {@link #all}} For promises on time, only cases
     * whose time is up count.
     */
    public long met() {
      return finding.met();
    }

    /**
     * {@return the number of cases to which the promise applies, at least 0} For promises on time,
     * only cases whose time is up count.
     */
    public long all() {
      return finding.all();
    }

    /**
     * {@return the number of cases that cannot be judged yet because their time is not up; at least
     * 0, and 0 for promises not on time} {@link #all} does not include them.
     */
    public long notDue() {
      return finding.notDue();
    }

    /**
     * {@return the cases that were not served, by outcome; none without {@link Promises#showing},
     * or if no outcome is known to speak against the promise} For a promise on time the outcomes
     * are {@code target_missed} and {@code target_overdue}, which together count {@code all() -
     * met()}.
     */
    public List<Cases> against() {
      return finding.against();
    }

    /**
     * {@return the number of cases not served beyond what the bound allows: {@code max(0, bound n -
     * x)}, or {@code max(0, x - bound n)} for an upper bound, where x of n cases are met; at least
     * 0, whatever the verdict}
     */
    public double excess() {
      double difference = promise.bound() * all() - met();
      return Math.max(0, promise.isAtLeast() ? difference : -difference);
    }

    /**
     * {@return the p value of the hypothesis that the share equals the bound, in [0, 1]; NaN for a
     * census, without data, and with fewer than 10 groups or, for waits, weeks}
     */
    public double pValue() {
      return pValue;
    }

    /**
     * {@return the p value adjusted for the promises judged together and the number of looks, at
     * least {@link #pValue} and at most 1; NaN if that is}
     */
    public double adjustedPValue() {
      return adjustedPValue;
    }

    /** {@return a remark, such as who is missing or why there is no verdict; may be empty} */
    public String note() {
      return finding.note().isEmpty() && verdict == Verdict.UNPROVEN && Double.isNaN(pValue)
          ? "too few " + (share().hasFewGroups() ? "groups" : "weeks") + " to tell"
          : finding.note();
    }

    private void addTo(Facts.Builder facts) {
      String why = "counted, without data, or too few groups or weeks";
      facts
          .word("verdict", verdict.name())
          .share("share", share())
          .count("served", met())
          .count("promised", all())
          .number("bound", promise.bound())
          .number("short_of_bound", excess())
          .share("p_value", pValue, why)
          .share("p_value_adjusted", adjustedPValue, why)
          .word("note", note());
    }

    /** The excess as a number of people; more than half of one counts. */
    String excessText() {
      return excess() == 0 ? "" : NumberText.count(Math.max(1, Math.round(excess())));
    }

    @Override
    public String toString() {
      String counts = all() == 0 ? "" : ", " + met() + "/" + all();
      String missing = excessText().isEmpty() ? "" : ", " + excessText() + " short";
      return verdict
          + missing
          + "\n"
          + promise
          + "\n"
          + share()
          + counts
          + (note().isEmpty() ? "" : "\n" + note());
    }
  }
}
