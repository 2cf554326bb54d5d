package dev.repartee.examples.quickstart;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.measure.Summary;
import dev.repartee.response.AnsweredTime;
import dev.repartee.response.ResponseCohorts;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers to the questions of the quickstart. Here a log is measured; the rest of the
 * quickstart reads and prints.
 *
 * @param response how long people wait
 * @param months the same month by month
 * @param wallClock the same on the wall clock, where waits are told in working time
 * @param ofAnswered the times of the answered by a clock that knows no others, where it is asked
 *     for
 * @param talk whether it becomes a conversation, and what that is like
 * @param path how far people come and where they are, where there are acts and an organization to
 *     come to
 * @param parts the same for parts of the log
 * @param values what the columns of numbers that were asked for come to
 * @param settled what becomes of what people ask, where the log tells it
 */
record Findings(
    ResponseSummary response,
    ResponseCohorts months,
    Optional<ResponseSummary> wallClock,
    Optional<AnsweredTime.Latencies> ofAnswered,
    Talk talk,
    Optional<PathFindings> path,
    List<Part> parts,
    Map<String, Counts.ValueSummary> values,
    Optional<Settled> settled) {

  /**
   * Response and dialogue for each key of a dimension.
   *
   * @param by the dimension, or several that make one
   * @param response how long people wait
   * @param dialogue whether it becomes a conversation; empty where the parts are by who answered
   */
  record Part(
      List<By> by,
      Breakdown<ResponseSummary> response,
      Optional<Breakdown<DialogueSummary>> dialogue) {}

  /** Measures a log. */
  static Findings of(Loaded loaded, MeasureOptions options) {
    EngagementLog log = options.threads > 1 ? loaded.log().parallel(options.threads) : loaded.log();
    ResponseTime wallClock = response(loaded, options);
    ResponseTime response = clock(loaded, options);
    Talk.Questions talk = Talk.Questions.of(loaded, options);

    // One walk for all.
    List<Measure<?>> measures = new ArrayList<>(talk.all());
    measures.add(response);
    if (options.isInWorkingTime()) {
      measures.add(wallClock);
    }
    Optional<AnsweredTime> ofAnswered = ofAnswered(loaded, options);
    ofAnswered.ifPresent(measures::add);
    Map<String, Measure<Counts.ValueSummary>> values = new LinkedHashMap<>();
    options.values.forEach(name -> values.put(name, Counts.ofValue(name)));
    measures.addAll(values.values());
    Dimension month = Dimension.month(options.calendarZone());
    Measure<Breakdown<ResponseSummary>> months = response.by(month);
    Measure<Breakdown<ResponseSummary>> monthsByChannel = response.by(month.and(Dimension.CHANNEL));
    measures.addAll(List.of(months, monthsByChannel));
    List<PartQuestions> parts =
        options.splits(loaded.organizations().size()).stream()
            .map(by -> PartQuestions.of(response, talk.dialogue(), by, options))
            .toList();
    parts.forEach(part -> measures.addAll(part.all()));
    Results results = log.measure(together(measures));

    Map<String, Counts.ValueSummary> summaries = new LinkedHashMap<>();
    values.forEach((name, measure) -> summaries.put(name, results.get(measure)));
    Optional<PathFindings> path =
        loaded.isForum() || log.acts() == 0
            ? Optional.empty()
            : Optional.of(PathFindings.of(log, options.calendarZone()));
    return new Findings(
        results.get(response),
        ResponseCohorts.of(results.get(months)).withChannels(results.get(monthsByChannel)),
        options.isInWorkingTime() ? Optional.of(results.get(wallClock)) : Optional.empty(),
        ofAnswered.map(results::get),
        Talk.of(talk, results, log, options),
        path,
        parts.stream().map(part -> part.answers(results)).toList(),
        summaries,
        log.stateActs() == 0
            ? Optional.empty()
            : Optional.of(Settled.of(log, options.rule(loaded.organizations().size()))));
  }

  /** All questions as one; what is asked twice is walked once. */
  private static Measures together(List<Measure<?>> measures) {
    Map<String, Measure<?>> once = new LinkedHashMap<>();
    measures.forEach(measure -> once.putIfAbsent(measure.plan().text(), measure));
    return Measures.of(once.values().toArray(Measure<?>[]::new));
  }

  /** What is asked of the parts of a log, to be walked together with all else. */
  private record PartQuestions(
      List<By> by,
      Measure<Breakdown<ResponseSummary>> response,
      Optional<Measure<Breakdown<DialogueSummary>>> dialogue) {
    static PartQuestions of(
        ResponseTime response, Dialogue dialogue, List<By> by, MeasureOptions options) {
      Dimension dimension = By.dimension(by, options.calendarZone());
      return new PartQuestions(
          by,
          response.by(dimension),
          By.isOfAnswer(by) ? Optional.empty() : Optional.of(dialogue.by(dimension)));
    }

    List<Measure<?>> all() {
      List<Measure<?>> all = new ArrayList<>(List.of(response));
      dialogue.ifPresent(all::add);
      return all;
    }

    Part answers(Results results) {
      return new Part(by, results.get(response), dialogue.map(results::get));
    }
  }

  /** Every number, as rows. */
  Facts facts() {
    List<Summary<?>> all = new ArrayList<>(List.of(response));
    wallClock.ifPresent(all::add);
    ofAnswered.ifPresent(all::add);
    all.addAll(List.of(talk.dialogue(), talk.structure(), talk.effort(), talk.canned()));
    settled.ifPresent(s -> all.addAll(List.of(s.first(), s.lasting(), s.ratings())));
    path.ifPresent(p -> all.addAll(List.of(p.path(), p.state(), p.hollow(), p.advocates())));
    all.addAll(values.values());
    for (Part part : parts) {
      all.add(part.response());
      part.dialogue().ifPresent(all::add);
    }
    return Facts.concat(all.stream().map(Summary::facts).toList());
  }

  /** Whether it becomes a conversation. */
  DialogueSummary dialogue() {
    return talk.dialogue();
  }

  /** How waits are told. */
  static ResponseTime clock(Loaded loaded, MeasureOptions options) {
    return inHours(response(loaded, options), options);
  }

  private static ResponseTime response(Loaded loaded, MeasureOptions options) {
    ResponseTime response = options.clock.measure();
    if (options.isDirectOnly) {
      response = response.directRepliesOnly();
    }
    response = response.answers(options.rule(loaded.organizations().size()));
    return options.target == null ? response : response.withTarget(options.target);
  }

  private static Optional<AnsweredTime> ofAnswered(Loaded loaded, MeasureOptions options) {
    return options
        .clock
        .ofAnswered()
        .map(clock -> clock.answers(options.rule(loaded.organizations().size())))
        .map(
            clock ->
                options.hours == null
                    ? clock
                    : options.isOutOfHours
                        ? clock.startedOutside(options.hours)
                        : clock.during(options.hours));
  }

  private static ResponseTime inHours(ResponseTime response, MeasureOptions options) {
    if (options.hours == null) {
      return response;
    }
    return options.isOutOfHours
        ? response.startedOutside(options.hours)
        : response.during(options.hours);
  }
}
