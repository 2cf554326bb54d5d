package dev.repartee.ties;

import dev.repartee.measure.Facts;
import dev.repartee.ties.TiesSummary.Contribution;
import dev.repartee.ties.TiesSummary.Flow;
import dev.repartee.ties.TiesSummary.Helper;
import dev.repartee.ties.TiesSummary.Relationship;
import java.util.Locale;
import java.util.Optional;

/** What a summary of ties says, as rows, the list of all ties left out. */
final class TiesFacts {
  /** How many of the foremost people are named. */
  static final int NAMED = 20;

  private static final String NOT_SHUFFLED = "no tie, or more than 2 million answers";

  private TiesFacts() {}

  static Facts of(TiesSummary ties) {
    Facts.Builder facts =
        Facts.of(ties.origin())
            .count("ties", ties.ties())
            .share("ties_returned", ties.reciprocity())
            .share("ties_returned_by_chance", ties.expectedReciprocity(), NOT_SHUFFLED)
            .inDetail()
            .count("ties_young", ties.young())
            .number(
                "ties_returned_beyond_chance",
                ties.reciprocityBeyondChance(),
                "no mature tie, or chance is not known or returns all")
            .share("ties_of_all_pairs", ties.density(), "fewer than 2 people")
            .count("answers", ties.answers())
            .share("answers_returned", ties.weightedReciprocity());
    for (Flow flow : Flow.values()) {
      facts.share("answers_" + flow.name().toLowerCase(Locale.ROOT), ties.share(flow));
    }
    facts
        .count("people", ties.persons())
        .count("people_reached", ties.reach())
        .share("people_with_returned_tie", ties.withReturnedTie())
        .share("people_with_dialogue", ties.withDialogue())
        .share("people_on_at_least_2_days", ties.onAtLeastDays(2));
    for (Contribution contribution : Contribution.values()) {
      facts.count("messages_" + contribution.text().replace(' ', '_'), ties.messages(contribution));
    }
    for (Helper helper : ties.mostHelpful(NAMED)) {
      facts
          .about("person", helper.person())
          .count("most_helpful_answered_others", helper.answered())
          .count("most_helpful_answers", helper.answers())
          .word("most_helpful_is_member", helper.isMember() ? "YES" : "NO");
    }
    for (Relationship closest : ties.closest(NAMED)) {
      facts
          .about("person", closest.person())
          .count("closest_days", closest.days())
          .count("closest_dialogues", closest.dialogues())
          .time("closest_tenure", Optional.of(closest.tenure()))
          .count("closest_messages", closest.messages())
          .count("closest_answered_others", closest.answered())
          .count("closest_answered_by_others", closest.answeredBy())
          .count("closest_returned_ties", closest.returned());
    }
    return facts.build();
  }
}
