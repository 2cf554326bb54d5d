package dev.repartee.guide;

import dev.repartee.buzz.BrandVoice;
import dev.repartee.dialogue.CannedSummary;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.stats.Proportion;
import dev.repartee.ties.TiesSummary;
import java.util.Map;
import java.util.function.Function;

/** Pictures of the guide: whether it is a conversation. */
final class TalkPictures {
  private TalkPictures() {}

  /** The pictures by name, each drawn from variables of its page. */
  static Map<String, Function<GuideRun, String>> all() {
    return Map.ofEntries(
        Map.entry("forms", TalkPictures::forms),
        Map.entry(
            "effort",
            page ->
                Timeline.of(
                        "Who writes, and who answers",
                        GuidePictures.log(page).asOf("2026-01-05T16:00:00Z"))
                    .svg()),
        Map.entry("canned-answers", TalkPictures::canned),
        Map.entry("structure", TalkPictures::structure),
        Map.entry("ties", TalkPictures::ties),
        Map.entry("buzz", TalkPictures::buzz));
  }

  private static String forms(GuideRun page) {
    DialogueSummary dialogue = page.get("dialogue", DialogueSummary.class);
    Bars bars = Bars.of("Strands by form");
    for (DialogueSummary.Form form : DialogueSummary.Form.values()) {
      if (form != DialogueSummary.Form.CUT) {
        bars.add(form.name(), dialogue.count(form));
      }
    }
    return bars.svg();
  }

  private static String canned(GuideRun page) {
    Proportion canned = page.get("canned", CannedSummary.class).canned();
    return Bars.of("Answers")
        .add("canned", canned.successes())
        .add("written for the person", canned.trials() - canned.successes())
        .svg();
  }

  private static String structure(GuideRun page) {
    return Bars.of("Mean distance of four messages, in links")
        .add("star", page.get("ReplyTree.of(-1, 0, 0, 0).meanDistance()", Double.class), "1.50")
        .add("chain", page.get("ReplyTree.of(-1, 0, 1, 2).meanDistance()", Double.class), "1.67")
        .svg();
  }

  private static String ties(GuideRun page) {
    Bars bars = Bars.of("Who answered whom, how often");
    for (TiesSummary.Edge edge : page.get("ties", TiesSummary.class).edges()) {
      bars.add(edge.from() + " to " + edge.to(), edge.weight());
    }
    return bars.svg();
  }

  private static String buzz(GuideRun page) {
    BrandVoice acme = page.get("acme", BrandVoice.class);
    return Bars.ofShares("Acme")
        .add("share of voice", acme.shareOfVoice().asIndependent())
        .add("earned voice", acme.earnedVoice().asIndependent())
        .add("pass-along", acme.passAlong().asIndependent())
        .svg();
  }
}
