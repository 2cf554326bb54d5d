package dev.repartee.examples.quickstart;

import dev.repartee.promise.PromiseSummary;
import dev.repartee.stats.Estimate;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was promised, and what was found. */
final class PromisesPicture {
  static final String ID = "promises";
  private static final String TITLE = "Which promises are kept";

  private PromisesPicture() {}

  static Picture of(Optional<PromiseSummary> promises) {
    return promises
        .map(PromisesPicture::picture)
        .orElseGet(() -> Picture.missing(ID, TITLE, "No promise was named, so none is judged."));
  }

  private static Picture picture(PromiseSummary promises) {
    List<Share> shares = new ArrayList<>();
    for (PromiseSummary.Result result : promises.results()) {
      if (result.share().isDefined()) {
        shares.add(share(result));
      }
    }
    String text = text(promises);
    if (shares.isEmpty()) {
      return Picture.missing(ID, TITLE, text);
    }
    return new Picture(
        ID,
        TITLE,
        text,
        svg -> Share.points(svg, shares),
        Share.height(shares),
        List.of(
            "The upright bar is what was promised; the dot is what was found, and the thick line its"
                + " 95 % interval. Orange is shown to be broken, blue shown to be kept, gray"
                + " neither. The findings above ask more questions at once and are the more careful:"
                + " what is shown here may be left open there."),
        table(promises));
  }

  private static String text(PromiseSummary promises) {
    List<String> said = new ArrayList<>();
    said.add(TextPage.count(promises.results().size(), "promise"));
    add(said, promises, PromiseSummary.Verdict.KEPT, "shown to be kept");
    add(said, promises, PromiseSummary.Verdict.BROKEN, "shown to be broken");
    add(said, promises, PromiseSummary.Verdict.UNPROVEN, "not known yet");
    add(said, promises, PromiseSummary.Verdict.NO_DATA, "with nothing to judge by");
    List<String> broken = new ArrayList<>();
    for (PromiseSummary.Result result : promises.results()) {
      if (result.verdict() == PromiseSummary.Verdict.BROKEN) {
        broken.add(
            result.promise()
                + " ("
                + NumberText.count(result.met())
                + " of "
                + NumberText.count(result.all())
                + ", "
                + NumberText.count(Math.max(1, Math.round(result.excess())))
                + (result.promise().isAtLeast() ? " too few" : " too many")
                + ")");
      }
    }
    return "Of "
        + String.join(", ", said)
        + "."
        + (broken.isEmpty() ? "" : " Broken: " + String.join("; ", broken) + ".");
  }

  private static void add(
      List<String> said, PromiseSummary promises, PromiseSummary.Verdict verdict, String words) {
    if (promises.count(verdict) > 0) {
      said.add(NumberText.count(promises.count(verdict)) + " " + words);
    }
  }

  private static Share share(PromiseSummary.Result result) {
    Estimate share = result.share();
    Svg.Ink ink =
        switch (result.verdict()) {
          case KEPT -> Svg.Ink.MAIN;
          case BROKEN -> Svg.Ink.ALERT;
          case UNPROVEN, NO_DATA -> Svg.Ink.SOFT;
        };
    return new Share(
        result.promise().toString(),
        words(result.verdict()) + ": " + Percent.of(share),
        share.value(),
        share.hasInterval() ? share.low() : share.value(),
        share.hasInterval() ? share.high() : share.value(),
        ink,
        OptionalDouble.of(result.promise().bound()));
  }

  private static String words(PromiseSummary.Verdict verdict) {
    return switch (verdict) {
      case KEPT -> "kept";
      case BROKEN -> "broken";
      case UNPROVEN -> "not known yet";
      case NO_DATA -> "nothing to judge by";
    };
  }

  private static HtmlTable table(PromiseSummary promises) {
    HtmlTable table =
        HtmlTable.of("promise", "it is", "found", "as promised", "of", "too few or too many");
    for (PromiseSummary.Result result : promises.results()) {
      table.row(
          result.promise(),
          words(result.verdict()),
          result.share(),
          result.met(),
          result.all(),
          result.excess() == 0 ? 0L : Math.max(1, Math.round(result.excess())));
    }
    return table;
  }
}
