package dev.repartee.buzz;

import dev.repartee.buzz.BrandVoice.PerPost;
import dev.repartee.internal.tally.NotPooled;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.model.ActKind;
import dev.repartee.stats.Estimate;
import java.util.List;

/** What buzz there is, as rows. */
final class BuzzFacts {
  private BuzzFacts() {}

  static Facts of(BuzzSummary summary) {
    List<BrandVoice> voices = summary.voices();
    Facts.Builder facts =
        Facts.of(summary.origin())
            .count("mentions", voices.stream().mapToLong(BrandVoice::mentions).sum());
    if (voices.size() == 1) {
      leading(facts, voices.get(0));
    } else {
      NotPooled.add(facts, "earned_voice", Unit.SHARE, voices.size());
      NotPooled.add(facts, "sentiment_net", Unit.NUMBER, voices.size());
    }
    facts
        .inDetail()
        .count("organizations", voices.size())
        .count("rows_unaddressed", summary.unaddressed())
        .count("rows_automatic", summary.automatic())
        .count("rows_without_author", summary.anonymous());
    voices.forEach(voice -> add(facts.about("organization", voice.organization()), voice));
    return facts.build();
  }

  private static void leading(Facts.Builder facts, BrandVoice voice) {
    facts.share("earned_voice", voice.earnedVoice());
    Estimate net = voice.netSentiment();
    if (net.isDefined()) {
      facts.number("sentiment_net", net);
    } else {
      facts.missing("sentiment_net", Unit.NUMBER, State.NO_DATA, "no sentiment is labelled");
    }
  }

  static void add(Facts.Builder facts, BrandVoice voice) {
    facts
        .count("mentions", voice.mentions())
        .count("mentions_in_messages", voice.mentionsByMessage());
    if (voice.isObserved(ActKind.MENTION)) {
      facts.count("mentions_in_acts", voice.mentionsByAct());
    } else {
      notObserved(facts, "mentions_in_acts", Unit.COUNT, "mentions");
    }
    facts.count("people_mentioning", voice.mentioners()).count("people_reached", voice.reach());
    if (voice.isAlone()) {
      alone(facts, "share_of_voice");
      alone(facts, "share_of_voice_by_people");
    } else {
      facts
          .share("share_of_voice", voice.shareOfVoice())
          .share("share_of_voice_by_people", voice.shareOfVoiceByPerson());
    }
    leading(facts, voice);
    facts
        .count("sentiment_positive", voice.positive())
        .count("sentiment_neutral", voice.neutral())
        .count("sentiment_negative", voice.negative())
        .count("sentiment_unlabelled", voice.unlabelled())
        .count("messages_of_organization", voice.ownMessages())
        .count("posts", voice.posts());
    perPost(facts, voice.conversation());
    perPost(facts, voice.amplification());
    perPost(facts, voice.applause());
    if (voice.isObserved(ActKind.SHARE)) {
      facts.share("generosity", voice.generosity()).share("pass_along", voice.passAlong());
    } else {
      // That the organization shared is seen in its own acts, even where nobody else did.
      if (voice.generosity().isEmpty()) {
        notObserved(facts, "generosity", Unit.SHARE, "shares");
      } else {
        facts.share("generosity", voice.generosity());
      }
      notObserved(facts, "pass_along", Unit.SHARE, "shares");
    }
  }

  private static void alone(Facts.Builder facts, String statistic) {
    facts.missing(statistic, Unit.SHARE, State.NOT_DEFINED, "there is no other organization");
  }

  private static void perPost(Facts.Builder facts, PerPost rate) {
    if (rate.isObserved()) {
      facts
          .count(rate.what() + "_on_posts", rate.count())
          .number(rate.what() + "_per_post", rate.estimate());
    } else {
      notObserved(facts, rate.what() + "_on_posts", Unit.COUNT, rate.what());
      notObserved(facts, rate.what() + "_per_post", Unit.NUMBER, rate.what());
    }
  }

  private static void notObserved(Facts.Builder facts, String statistic, Unit unit, String what) {
    facts.missing(statistic, unit, State.NOT_OBSERVED, "the log has no " + what);
  }
}
