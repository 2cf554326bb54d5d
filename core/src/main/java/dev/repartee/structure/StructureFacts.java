package dev.repartee.structure;

import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.stats.CountDistribution;
import dev.repartee.stats.Estimate;
import dev.repartee.structure.StructureSummary.Conversation;
import java.util.Optional;

/** What a summary of structure says, as rows. */
final class StructureFacts {
  private StructureFacts() {}

  static Facts of(StructureSummary summary, String view) {
    CountDistribution size = summary.size();
    Facts.Builder facts =
        Facts.of(summary.origin(), view).count("conversations", summary.conversations());
    Estimate distance = summary.meanDistance();
    if (distance.isDefined()) {
      facts.number("reply_distance", distance);
    } else {
      facts.missing("reply_distance", Unit.NUMBER, State.NO_DATA, "no conversation has 2 messages");
    }
    facts
        .number("messages_mean", size.mean())
        .inDetail()
        .count("conversations_open", summary.open())
        .count("conversations_of_one_message", summary.single())
        .count("messages", size.sum())
        .count("messages_without_parent", summary.flatMessages());
    spread(facts, "messages", size);
    distribution(facts, "depth", summary.depth());
    distribution(facts, "width", summary.width());
    distribution(facts, "people", summary.participants());
    distribution(facts, "h_index", summary.hIndex());
    conversation(facts, "largest", summary.largest());
    conversation(facts, "most_viral", summary.mostViral());
    return facts.build();
  }

  private static void distribution(Facts.Builder facts, String of, CountDistribution numbers) {
    facts.number(of + "_mean", numbers.mean());
    spread(facts, of, numbers);
  }

  private static void spread(Facts.Builder facts, String of, CountDistribution numbers) {
    facts.number(of + "_median", numbers.median()).number(of + "_p90", numbers.quantile(0.9));
    if (numbers.max().isPresent()) {
      facts.count(of + "_max", numbers.max().getAsLong());
    } else {
      facts.missing(of + "_max", Unit.COUNT, State.NO_DATA, "");
    }
  }

  private static void conversation(
      Facts.Builder facts, String which, Optional<Conversation> conversation) {
    conversation.ifPresent(
        found ->
            facts
                .about("conversation", found.opener())
                .count(which + "_messages", found.messages())
                .count(which + "_depth", found.depth())
                .number(which + "_reply_distance", found.meanDistance(), "a single message")
                .word(which + "_since", found.since().toString()));
  }
}
