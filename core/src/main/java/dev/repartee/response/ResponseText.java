package dev.repartee.response;

import dev.repartee.internal.text.Brief;
import dev.repartee.response.ResponseSummary.Closing;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.util.StringJoiner;

/** Writes a response summary for people. */
final class ResponseText {
  private static final String FEW_WEEKS =
      "few weeks: how alike waits of one week are is not seen, so no verdict";

  private ResponseText() {}

  static String text(String name, ResponseSummary summary, boolean hasTarget) {
    StringBuilder text = new StringBuilder();
    if (summary.origin().isOfAnswerers()) {
      String headline = Brief.headline(name + ": " + answers(summary), name + ": answers only");
      text.append(summary.origin().under(headline));
      text.append("\nof the answered only: ").append(summary.answeredLatencies());
      text.append("\nchosen by who answered: no rates, no curve");
    } else {
      DurationEstimate median = summary.median();
      text.append(summary.origin().under(headline(name, summary, median)));
      if (summary.exchanges() > 0) {
        text.append("\nmedian ").append(median);
        text.append(median.hasFewWeeks() ? "\n" + FEW_WEEKS : "");
        text.append("\nanswered so far ").append(summary.answeredSoFar());
        text.append("\n").append(sides(summary)).append(waiting(summary));
        text.append(closed(summary));
        text.append("\nof the answered only: ").append(summary.answeredLatencies());
        text.append(summary.curve().isExact() ? "" : "\ntoo many distinct waits: times to 0.4 %");
      }
      if (hasTarget) {
        text.append("\n").append(summary.target());
      }
      if (!summary.caution().isEmpty()) {
        text.append("\n").append(summary.caution());
      }
    }
    return ended(text, summary);
  }

  static String text(String name, Clock clock, AnsweredTime.Latencies summary) {
    StringBuilder text = new StringBuilder(summary.origin().under(ofAnswered(name, summary)));
    text.append("\n").append(sides(summary));
    text.append(NumberText.count(summary.unanswered())).append(" unanswered");
    text.append("\nof the answered only: ").append(summary.answeredLatencies());
    text.append("\nno rates, no curve: ").append(clock.caution());
    text.append("; for these use ").append(clock.instead());
    return ended(text, summary);
  }

  private static String ended(StringBuilder text, Answered<?> summary) {
    if (summary.repliesToAudience() > 0) {
      text.append("\n").append(NumberText.count(summary.repliesToAudience()));
      text.append(" of them began as replies to others of the audience");
    }
    text.append(excluded(summary)).append("\n").append(summary.origin());
    return Brief.cut(text);
  }

  private static String answers(ResponseSummary summary) {
    return NumberText.count(summary.answered()) + " answers, no rates";
  }

  private static String ofAnswered(String name, AnsweredTime.Latencies summary) {
    if (summary.answered() + summary.unanswered() == 0) {
      return Brief.headline(name + ": no data");
    }
    if (summary.answered() == 0) {
      return Brief.headline(name + ": none answered");
    }
    String median = brief(summary.answeredLatencies().median());
    return Brief.headline(
        name + ": answered only, median " + median, name + ": answered only, " + median);
  }

  private static String headline(String name, ResponseSummary summary, DurationEstimate median) {
    if (summary.exchanges() == 0) {
      return Brief.headline(name + ": no data");
    }
    String start = name + ": median " + brief(median);
    String counts =
        NumberText.count(summary.answered()) + "/" + NumberText.count(summary.exchanges());
    return Brief.headline(
        start + ", " + counts + " answered",
        start + ", " + counts,
        start,
        name + ": " + brief(median));
  }

  /** A duration estimate without its interval. */
  static String brief(DurationEstimate estimate) {
    return estimate.value().map(DurationText::of).orElseGet(estimate::toString);
  }

  private static String sides(Answered<?> summary) {
    return NumberText.count(summary.answeredDirectly())
        + " directly, "
        + NumberText.count(summary.answeredByInference())
        + " by inference, ";
  }

  private static String waiting(ResponseSummary summary) {
    return NumberText.count(summary.waiting())
        + " waiting"
        + (summary.stillInTime() == 0
            ? ""
            : ", " + NumberText.count(summary.stillInTime()) + " still in time");
  }

  /** Those closed without an answer, by whom, where there are any. */
  private static String closed(ResponseSummary summary) {
    if (summary.closed() == 0) {
      return "";
    }
    StringJoiner ways = new StringJoiner(", ", "\nwithout an answer: ", "");
    for (Closing by : Closing.values()) {
      ways.add(NumberText.count(summary.closed(by)) + " " + by.text());
    }
    return ways.toString();
  }

  private static String excluded(Answered<?> summary) {
    StringJoiner reasons = new StringJoiner(", ", "\nexcluded: ", "").setEmptyValue("");
    summary
        .excluded()
        .forEach(
            (reason, count) -> {
              if (count > 0) {
                reasons.add(NumberText.count(count) + " " + reason.text());
              }
            });
    String remedy =
        summary.excluded(Exclusion.NOBODY_CAN_ANSWER) == 0
            ? ""
            : "\nthe directory names no organization that could answer:"
                + " add one, or ask with answers(AnswerRule.anybodyElse())";
    return reasons + remedy;
  }
}
