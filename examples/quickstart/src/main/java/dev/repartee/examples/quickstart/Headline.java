package dev.repartee.examples.quickstart;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.openness.Openness;
import dev.repartee.openness.OpennessSummary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Holm;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.Replicated;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure at the head of the page.
 *
 * @param meaning what it is a share of, in words
 * @param value the share
 * @param rest its interval and what was counted
 * @param hasInterval whether there was enough for one
 * @param before the share in the period before; empty where there is no such period
 * @param change how they differ
 */
record Headline(
    String meaning,
    String value,
    String rest,
    boolean hasInterval,
    Optional<String> before,
    Change change) {
  private static final Duration DAY = Duration.ofDays(1);
  private static final double LEVEL = 0.05;

  /** How a figure differs from that of the period before. */
  enum Change {
    /** It is shown to be more. */
    MORE("\u25B2", "more than before"),
    /** It is shown to be less. */
    LESS("\u25BC", "less than before"),
    /** Chance may have made the difference. */
    NOT_SHOWN("", "the difference may be chance"),
    /** One of them is not known. */
    UNKNOWN("", "");

    private final String sign;
    private final String words;

    Change(String sign, String words) {
      this.sign = sign;
      this.words = words;
    }

    /** An arrow, where a difference is shown. */
    String sign() {
      return sign;
    }

    /** The same in words. */
    String words() {
      return words;
    }
  }

  /** A share in one period. */
  private record Side(Replicated share, Estimate estimate, String counts, boolean hasFew) {
    static Side of(Proportion share, Replicated replicated, String nouns) {
      return new Side(
          replicated,
          share.isEmpty() ? Estimate.undefined("no data") : share.estimate(0.95),
          NumberText.count(share.successes())
              + " of "
              + NumberText.count(share.trials())
              + " "
              + nouns,
          share.isEmpty() || share.hasFewGroups());
    }

    static Side of(Replicated share, Estimate within, long count, String nouns) {
      return new Side(
          share,
          within,
          NumberText.count(count)
              + " "
              + (count == 1 ? nouns.replaceFirst("^times", "time") : nouns),
          within.hasFewGroups() || !within.hasInterval());
    }
  }

  /** The figures of a log, beside those of the period before, where there is one. */
  static List<Headline> of(CultureLog log, Optional<Periods> periods) {
    return of(
        log,
        periods.map(both -> both.now().of(log.open(), log.zone())).orElse(log.open()),
        periods.map(both -> both.before().of(log.open(), log.zone())));
  }

  /** The figures of a part of a log, beside those of another, where there is one. */
  static List<Headline> of(CultureLog log, EngagementLog part, Optional<EngagementLog> other) {
    List<Side> now = sides(part, log);
    List<Side> before = other.map(each -> sides(each, log)).orElse(List.of());
    double[] pValues = new double[now.size()];
    for (int i = 0; i < pValues.length; i++) {
      pValues[i] = before.isEmpty() ? Double.NaN : pValue(now.get(i), before.get(i), i < 2);
    }
    double[] adjusted = Holm.adjust(pValues);
    String who = log.isForum() ? "here" : "to " + log.organization();
    List<String> meanings =
        List.of(
            "of people who write " + who + " have an answer within a day",
            "of people who criticize have an answer within a day",
            "of conversations went both ways",
            "of those who were answered came back");
    List<Headline> headlines = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      if (now.get(i).estimate.isDefined()) {
        headlines.add(
            headline(
                meanings.get(i),
                now.get(i),
                before.isEmpty() ? Optional.empty() : Optional.of(before.get(i)),
                adjusted[i]));
      }
    }
    return headlines;
  }

  private static Headline headline(String meaning, Side now, Optional<Side> before, double pValue) {
    Estimate share = now.estimate;
    String range =
        share.hasInterval()
            ? Percent.range(share.value(), share.low(), share.high()) + ", "
            : share.note().isEmpty() ? "" : PlainWords.reason(share.note()) + ", ";
    Change change =
        before.isEmpty() || !before.get().estimate.isDefined()
            ? Change.UNKNOWN
            : !(pValue < LEVEL)
                ? Change.NOT_SHOWN
                : share.value() > before.get().estimate.value() ? Change.MORE : Change.LESS;
    return new Headline(
        meaning,
        Percent.of(share.value()),
        range + now.counts,
        share.hasInterval(),
        before.map(side -> Percent.of(side.estimate)),
        change);
  }

  /** NaN where there is too little to judge by: for waits that is few weeks, too. */
  private static double pValue(Side now, Side before, boolean isOfWaits) {
    if (now.hasFew || before.hasFew) {
      return Double.NaN;
    }
    Estimate difference =
        Difference.of(now.share, before.share)
            .ofWeeks(now.share.minus(before.share).replicates().weeks());
    return difference.hasFewGroups() || (isOfWaits && difference.hasFewWeeks())
        ? Double.NaN
        : Difference.pValue(now.share, before.share);
  }

  private static List<Side> sides(EngagementLog part, CultureLog log) {
    ResponseTime response = ResponseTime.eachTurn().answers(log.rule());
    Openness openness = Openness.standard().answers(log.rule());
    Dialogue dialogue = Dialogue.standard().answers(log.rule());
    Results results = part.measure(Measures.of(response, openness, dialogue));
    ResponseSummary waits = results.get(response);
    OpennessSummary open = results.get(openness);
    DialogueSummary talk = results.get(dialogue);
    return List.of(
        Side.of(
            waits.curve().withinReplicated(DAY),
            waits.within(DAY),
            waits.exchanges(),
            "times somebody waited"),
        Side.of(
            open.criticismCurve().withinReplicated(DAY),
            open.criticismCurve().within(DAY),
            open.criticismTurns(),
            "times somebody criticized"),
        Side.of(talk.twoWay(), talk.twoWayReplicated(), "conversations with people in them"),
        Side.of(talk.returned(), talk.returnedReplicated(), "conversations with an answer"));
  }
}
