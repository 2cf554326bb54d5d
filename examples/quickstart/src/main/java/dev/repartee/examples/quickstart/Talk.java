package dev.repartee.examples.quickstart;

import dev.repartee.dialogue.CannedAnswers;
import dev.repartee.dialogue.CannedSummary;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.dialogue.Effort;
import dev.repartee.dialogue.EffortSummary;
import dev.repartee.dialogue.OrganizationMeans;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Results;
import dev.repartee.measure.Row;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.structure.Structure;
import dev.repartee.structure.StructureSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether it becomes a conversation, and what that is like.
 *
 * @param dialogue what became of the conversations
 * @param structure how they are built
 * @param effort what it takes people to be answered
 * @param canned whether answers say the same word for word
 * @param means the organizations counted once each, where there are several
 * @param people who was answered and who waits, by name, where they are few
 */
record Talk(
    DialogueSummary dialogue,
    StructureSummary structure,
    EffortSummary effort,
    CannedSummary canned,
    Optional<OrganizationMeans> means,
    Map<String, ResponseSummary> people) {

  /** More people than this are not named. */
  private static final int MOST_PEOPLE = 50;

  /** The measures, to be walked together with others. */
  record Questions(
      Dialogue dialogue,
      Structure structure,
      Effort effort,
      CannedAnswers canned,
      ResponseTime turns) {
    static Questions of(Loaded loaded, MeasureOptions options) {
      AnswerRule rule = options.rule(loaded.organizations().size());
      return new Questions(
          Dialogue.standard().answers(rule),
          Structure.standard(),
          Effort.standard().answers(rule),
          loaded.isForum() ? CannedAnswers.standard() : CannedAnswers.standard().answers(rule),
          ResponseTime.eachTurn().answers(rule));
    }

    /** Those that go over everything; who was answered by name is asked of small logs only. */
    List<Measure<?>> all() {
      return List.of(dialogue, structure, effort, canned);
    }
  }

  /** The answers to the questions, from a walk in which they were asked. */
  static Talk of(Questions questions, Results results, EngagementLog log, MeasureOptions options) {
    boolean hasOpen = options.isIncludingOpen;
    StructureSummary structure = results.get(questions.structure);
    EffortSummary effort = results.get(questions.effort);
    return new Talk(
        seen(results.get(questions.dialogue), options),
        hasOpen ? structure.includingOpen() : structure,
        hasOpen ? effort.includingOpen() : effort,
        results.get(questions.canned),
        means(questions.dialogue, log, options),
        people(questions.turns, log));
  }

  /** Dialogues of the last days can still change and are left out, unless asked for. */
  static DialogueSummary seen(DialogueSummary dialogue, MeasureOptions options) {
    return options.isIncludingOpen ? dialogue.includingOpen() : dialogue;
  }

  private static Optional<OrganizationMeans> means(
      Dialogue dialogue, EngagementLog log, MeasureOptions options) {
    return log.directory().organizations().size() < 2
        ? Optional.empty()
        : Optional.of(
            OrganizationMeans.of(log.measure(dialogue.by(Dimension.ORGANIZATION)))
                .seenAs(d -> seen(d, options)));
  }

  private static Map<String, ResponseSummary> people(ResponseTime turns, EngagementLog log) {
    return log.persons() > MOST_PEOPLE
        ? Map.of()
        : log.measure(turns.by(Dimension.of("person", Row::person))).parts().stream()
            .filter(part -> part.summary().exchanges() > 0)
            .collect(Collectors.toMap(Breakdown.Part::name, Breakdown.Part::summary));
  }

  /** The people who were answered, in order of their names; by inference only, or some directly. */
  List<String> answered(boolean isDirectly) {
    return people.entrySet().stream()
        .filter(person -> person.getValue().answered() > 0)
        .filter(person -> person.getValue().answeredDirectly() > 0 == isDirectly)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The people who were never answered, in order of their names. */
  List<String> unanswered() {
    return people.entrySet().stream()
        .filter(person -> person.getValue().answered() == 0)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
