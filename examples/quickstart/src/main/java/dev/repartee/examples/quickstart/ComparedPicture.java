package dev.repartee.examples.quickstart;

import dev.repartee.change.MixAndLevel;
import dev.repartee.change.MixAndLevel.Part;
import dev.repartee.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The period before beside the one asked for: how many are answered, and where a change is from.
 */
final class ComparedPicture {
  static final String ID = "compared";
  private static final String TITLE = "Before and after, and where the change comes from";
  private static final int MOST = 6;
  private static final int ROOM = 78;

  /** Of a name, beside which two shares stand. */
  private static final int MOST_LETTERS = 26;

  /** What is less than this is nothing in points with a decimal. */
  private static final double SEEN = 0.0005;

  private final Comparison comparison;
  private final MixAndLevel change;

  private ComparedPicture(Comparison comparison) {
    this.comparison = comparison;
    this.change = comparison.byChannel();
  }

  static Picture of(Comparison comparison) {
    ComparedPicture picture = new ComparedPicture(comparison);
    return picture.change.difference().isDefined()
        ? picture.picture()
        : Picture.missing(
            ID,
            TITLE,
            comparison.periods()
                + " cannot be compared: nobody waited in one of them, or was"
                + " watched for a day.");
  }

  private Picture picture() {
    List<Part> shown = shown();
    List<String> notes = new ArrayList<>();
    notes.add(
        "Of each channel the share of those who waited that had an answer within a day: gray before,"
            + " blue after. Mix is what comes from more people, or fewer, writing on a channel; level"
            + " is what comes from the channel answering otherwise than before. Both are points of a"
            + " hundred, each rounded by itself, and those of all channels add up to the whole"
            + " difference. They say what goes along with what, and no cause.");
    if (shown.size() < change.parts().size()) {
      notes.add(
          "Drawn are the "
              + shown.size()
              + " channels of "
              + change.parts().size()
              + " that make most of the difference.");
    }
    if (!change.leftOut().isEmpty()) {
      notes.add(
          "Left out, since nobody was watched for a day there: "
              + change.leftOut().stream().map(CulturePage::name).collect(Collectors.joining(", "))
              + ".");
    }
    return new Picture(
        ID, TITLE, text(), svg -> draw(svg, shown), ROOM * (shown.size() + 1) + 18, notes, table());
  }

  private List<Part> shown() {
    return change.parts().stream()
        .sorted(
            Comparator.comparingDouble(
                part -> -Math.abs(part.mix().value()) - Math.abs(part.level().value())))
        .limit(MOST)
        .toList();
  }

  private String text() {
    Estimate difference = change.difference();
    boolean isShown = difference.low() > 0 || difference.high() < 0;
    String whole =
        comparison.periods()
            + ": within a day "
            + Percent.of(change.after())
            + " of those who waited had an answer, before "
            + Percent.of(change.before());
    if (Math.abs(difference.value()) < SEEN) {
      return whole + ", as many. " + comparison.waits();
    }
    String size =
        difference.hasInterval()
            ? (difference.value() < 0 ? ", fewer by " : ", more by ")
                + Percent.points(difference)
                + (isShown ? "" : "; so small a difference may be chance")
            : "; how much of the difference is chance is not known";
    return whole
        + size
        + ". "
        + (change.parts().size() > 1 ? source() + " " : "")
        + comparison.waits();
  }

  /** Where it comes from: both parts, and the channel that makes most of the larger one. */
  private String source() {
    double mix = change.mix().value();
    double level = change.level().value();
    return (change.isReversed()
            ? "Every channel that was there before has "
                + (change.difference().value() < 0 ? "more" : "fewer")
                + " answered, and yet there are "
                + (change.difference().value() < 0 ? "fewer" : "more")
                + " over all. "
            : "")
        + "Of that, "
        + points(mix)
        + " points come from where people write, and "
        + points(level)
        + " from how each channel answers. "
        + (Math.abs(mix) >= Math.abs(level) ? largestMix() : largestLevel());
  }

  private String largestMix() {
    Part part = largest(change.mix().value(), true);
    return "Most comes from "
        + CulturePage.name(part.name())
        + ", which "
        + (part.weightBefore() > 0
            ? "had "
                + Percent.of(part.weightBefore())
                + " of those who waited and now has "
                + Percent.of(part.weightAfter())
            : "is new and has " + Percent.of(part.weightAfter()) + " of those who waited")
        + ".";
  }

  private String largestLevel() {
    Part part = largest(change.level().value(), false);
    return "Most comes from "
        + CulturePage.name(part.name())
        + ", which answers "
        + Percent.of(part.shareAfter())
        + " within a day, before "
        + Percent.of(part.shareBefore())
        + ".";
  }

  private Part largest(double all, boolean isMix) {
    double sign = Math.signum(all);
    return change.parts().stream()
        .max(Comparator.comparingDouble(part -> sign * (isMix ? part.mix() : part.level()).value()))
        .orElseThrow();
  }

  /** Points of a hundred with their sign: {@code +4.5}. */
  private static String points(double part) {
    return Math.abs(part) < SEEN ? "0" : String.format(Locale.ROOT, "%+.1f", 100 * part);
  }

  private void draw(Svg svg, List<Part> shown) {
    row(
        svg,
        0,
        "all channels",
        change.before(),
        change.after(),
        "mix " + points(change.mix().value()) + ", level " + points(change.level().value()));
    for (int i = 0; i < shown.size(); i++) {
      Part part = shown.get(i);
      row(
          svg,
          ROOM * (i + 1),
          PlainWords.brief(CulturePage.name(part.name()), MOST_LETTERS),
          part.shareBefore(),
          part.shareAfter(),
          Percent.of(part.weightAfter())
              + " of all, before "
              + Percent.of(part.weightBefore())
              + ": mix "
              + points(part.mix().value())
              + ", level "
              + points(part.level().value()));
    }
    svg.scale(ROOM * (shown.size() + 1) + 14);
  }

  private static void row(
      Svg svg, int top, String name, double before, double after, String parts) {
    svg.ticks(top + 33, top + 65);
    svg.text(0, top + 14, Svg.Anchor.START, "name", name);
    svg.text(
        100,
        top + 14,
        Svg.Anchor.END,
        "small",
        Percent.of(after) + ", before " + Percent.of(before));
    svg.text(0, top + 29, Svg.Anchor.START, "small", parts);
    bar(svg, top + 35, before, Svg.Ink.SOFT);
    bar(svg, top + 50, after, Svg.Ink.MAIN);
  }

  /** Nothing where nobody waited. */
  private static void bar(Svg svg, int top, double share, Svg.Ink ink) {
    if (!Double.isNaN(share)) {
      svg.rect(0, top, 100 * share, 13, ink);
    }
  }

  private HtmlTable table() {
    HtmlTable table =
        HtmlTable.of(
            "channel",
            "of all who waited, before",
            "after",
            "answered within a day, before",
            "after",
            "by mix, points",
            "by level, points",
            "together");
    table.row(
        "all channels",
        Percent.of(1.0),
        Percent.of(1.0),
        Percent.of(change.before()),
        Percent.of(change.after()),
        interval(change.mix()),
        interval(change.level()),
        points(change.difference().value()));
    for (Part part : change.parts()) {
      table.row(
          CulturePage.name(part.name()),
          Percent.of(part.weightBefore()),
          Percent.of(part.weightAfter()),
          Percent.of(part.shareBefore()),
          Percent.of(part.shareAfter()),
          interval(part.mix()),
          interval(part.level()),
          points(part.sum()));
    }
    return table;
  }

  private static String interval(Estimate part) {
    return points(part.value())
        + (part.hasInterval()
            ? " (" + points(part.low()) + " to " + points(part.high()) + ")"
            : "");
  }
}
