package dev.repartee.examples.exports;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tiny exports, and what comes of them. */
final class Tiny {
  private final Path folder;

  Tiny(Path folder) {
    this.folder = folder;
  }

  /** A file whose lines are set apart by {@code " / "}, with times of one Monday written short. */
  Path file(String name, String lines) throws IOException {
    return bytes(name, text(lines).getBytes(StandardCharsets.UTF_8));
  }

  Path bytes(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  static String text(String lines) {
    return lines.replace(" / ", "\n").replaceAll("@(\\d\\d:\\d\\d)(:\\d\\d)?@", "2026-01-05T$1$2Z")
        + "\n";
  }

  /** Reads it, with acme as the one member of Acme. */
  static Imported acme(Path path, UnaryOperator<Export> options) throws IOException {
    return options.apply(Export.of(path).organization("Acme").members("acme:Support")).read();
  }

  static ResponseSummary response(EngagementLog log) {
    int organizations = log.directory().organizations().size();
    return log.measure(ResponseTime.eachTurn().answers(AnswerRule.usualIn(organizations)));
  }

  /** The waits of the answered, the shortest first, and how many wait: {@code 30m + 1 waiting}. */
  static String waits(EngagementLog log) {
    ResponseSummary response = response(log);
    var latencies = response.answeredLatencies();
    StringBuilder text = new StringBuilder();
    long count = latencies.count();
    for (int i = 0; i < count; i++) {
      double rank = count == 1 ? 0.5 : (double) i / (count - 1);
      long millis = Math.round(latencies.quantileEstimate(rank).millis());
      text.append(i == 0 ? "" : " ").append(Duration.ofMillis(millis).toString().substring(2));
    }
    return text + (response.waiting() > 0 ? " + " + response.waiting() + " waiting" : "");
  }

  static String waits(Imported imported) {
    return waits(imported.log());
  }

  /** All that is wrong, as one text. */
  static String problems(Imported imported) {
    List<String> texts =
        imported.box().problems().stream()
            .map(problem -> problem.severity() + ": " + problem.text())
            .toList();
    return String.join("\n", texts);
  }
}
