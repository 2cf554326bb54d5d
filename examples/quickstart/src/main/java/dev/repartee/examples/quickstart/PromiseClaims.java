package dev.repartee.examples.quickstart;

import dev.repartee.promise.PromiseSummary;
import dev.repartee.text.NumberText;

/** What there is to say of promises. */
final class PromiseClaims {
  private final Claims claims;

  PromiseClaims(Claims claims) {
    this.claims = claims;
  }

  void add(PromiseSummary promises) {
    promises.results().forEach(this::add);
  }

  private void add(PromiseSummary.Result result) {
    String promise = "\"" + result.promise() + "\"";
    String found =
        ": "
            + Percent.of(result.share())
            + ", "
            + NumberText.count(result.met())
            + " of "
            + NumberText.count(result.all())
            + (isSaid(result) ? "" : " (" + PlainWords.reason(result.note()) + ")");
    if (result.verdict() == PromiseSummary.Verdict.NO_DATA) {
      claims.missing("The promise " + promise + ": " + PlainWords.reason(result.note()) + ".");
      return;
    }
    boolean isCounted = isCounted(result);
    if (Double.isNaN(result.pValue()) && !isCounted) {
      claims.unproven("Whether the promise " + promise + " is kept" + found + ".");
      return;
    }
    double distance = result.share().value() - result.promise().bound();
    boolean isAmiss =
        isCounted
            ? result.verdict() == PromiseSummary.Verdict.BROKEN
            : result.promise().isAtLeast() ? distance < 0 : distance > 0;
    long excess = Math.max(1, Math.round(result.excess()));
    claims.add(
        new Claims.Claim(
            new Flag(
                Flag.Kind.BROKEN_PROMISE,
                result.promise().toString(),
                "The promise "
                    + promise
                    + " is broken"
                    + found
                    + ": "
                    + NumberText.count(excess)
                    + (isCounted
                        ? " missing."
                        : result.promise().isAtLeast() ? " too few." : " more than promised."),
                result.pValue(),
                isCounted ? "counted: these are all there are" : "the share against the promise"),
            isAmiss,
            "The promise " + promise + " is kept" + found + ".",
            "Whether the promise " + promise + " is kept" + found + "."));
  }

  /** Whether there is no note, or the share says it already. */
  private static boolean isSaid(PromiseSummary.Result result) {
    return result.note().isEmpty() || result.note().equals(result.share().note());
  }

  /** A census has a verdict and no p value. */
  private static boolean isCounted(PromiseSummary.Result result) {
    return Double.isNaN(result.pValue())
        && (result.verdict() == PromiseSummary.Verdict.KEPT
            || result.verdict() == PromiseSummary.Verdict.BROKEN);
  }
}
