package dev.repartee.examples.quickstart;

import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.measure.Breakdown;
import dev.repartee.response.ResponseSummary;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** One breakdown as a table: a line for each key. */
final class PartTable {
  private static final Duration DAY = Duration.ofHours(24);
  private static final int MOST_ROWS = 100;
  private static final int KEY_WIDTH = 24;

  private final Findings.Part part;
  private final MeasureOptions options;
  private final List<List<String>> keys;

  PartTable(Findings.Part part, MeasureOptions options) {
    this.part = part;
    this.options = options;
    // A channel on which only the organization speaks has conversations, but nobody waits.
    Set<List<String>> all = new TreeSet<>(Comparator.comparing(Object::toString));
    part.response().parts().forEach(r -> addIf(r.summary().exchanges() > 0, r.key(), all));
    part.dialogue()
        .ifPresent(
            dialogue ->
                dialogue
                    .parts()
                    .forEach(
                        d -> addIf(Talk.seen(d.summary(), options).strands() > 0, d.key(), all)));
    if (By.isOfAnswer(part.by())) {
      all.removeIf(key -> part.response().get(texts(key)).answered() == 0);
    }
    keys = List.copyOf(all);
  }

  private static void addIf(boolean isToShow, List<String> key, Set<List<String>> keys) {
    if (isToShow) {
      keys.add(key);
    }
  }

  String title() {
    return "BY " + name().toUpperCase(Locale.ROOT);
  }

  String explanation() {
    return By.isOfAnswer(part.by())
        ? "who answered; no rates, because the unanswered have no answerer"
        : "";
  }

  int rows() {
    return keys.size();
  }

  /** Organizations are not pooled without a word: each counts once in this mean. */
  Optional<String> mean() {
    if (!part.by().equals(List.of(By.ORGANIZATION)) || keys.size() < 2) {
      return Optional.empty();
    }
    OptionalDouble answered =
        part.response().parts().stream()
            .map(Breakdown.Part::summary)
            .filter(response -> response.exchanges() > 0)
            .mapToDouble(response -> response.answeredSoFar().value())
            .average();
    return answered.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Mean of the organizations, each counted once: answered "
                + NumberText.share(answered.getAsDouble())
                + ".");
  }

  int omitted() {
    return Math.max(0, keys.size() - MOST_ROWS);
  }

  TextTable table() {
    return part.dialogue().map(this::bothSides).orElseGet(this::answerers);
  }

  private TextTable bothSides(Breakdown<DialogueSummary> dialogues) {
    TextTable table =
        TextTable.of(name(), "waits", "answered", "median wait", "in 24 h", "two-way", "came back");
    for (List<String> key : shown()) {
      Optional<ResponseSummary> response = part.response().find(texts(key));
      Optional<DialogueSummary> dialogue =
          dialogues.find(texts(key)).map(d -> Talk.seen(d, options));
      Optional<SurvivalCurve> curve = response.map(ResponseSummary::curve);
      table.row(
          text(key),
          response.map(ResponseSummary::exchanges).orElse(0L),
          NumberText.share(response.map(r -> r.answeredSoFar().value()).orElse(Double.NaN)),
          curve.map(c -> text(c.median())).orElse("none"),
          NumberText.share(curve.map(c -> c.within(DAY).value()).orElse(Double.NaN)),
          NumberText.share(dialogue.map(d -> d.twoWay().value()).orElse(Double.NaN)),
          NumberText.share(dialogue.map(d -> d.returned().value()).orElse(Double.NaN)));
    }
    return table;
  }

  private TextTable answerers() {
    TextTable table = TextTable.of(name(), "answers", "median of the answered only");
    for (List<String> key : shown()) {
      // Where only the organization speaks nobody waits.
      part.response()
          .find(texts(key))
          .ifPresent(
              response ->
                  table.row(
                      text(key),
                      response.answered(),
                      options.isInWorkingTime()
                          ? WorkTime.of(response.answeredLatencies().median())
                          : response.answeredLatencies().median()));
    }
    return table;
  }

  private List<List<String>> shown() {
    return keys.stream().limit(MOST_ROWS).toList();
  }

  private String name() {
    return By.title(part.by());
  }

  private static String[] texts(List<String> key) {
    return key.toArray(new String[0]);
  }

  private static String text(List<String> key) {
    String all = String.join(", ", key);
    return all.length() > KEY_WIDTH ? all.substring(0, KEY_WIDTH - 1) + "…" : all;
  }

  private String text(DurationEstimate estimate) {
    return estimate
        .value()
        .map(time -> options.isInWorkingTime() ? WorkTime.of(time) : DurationText.of(time))
        .orElseGet(estimate::toString);
  }
}
