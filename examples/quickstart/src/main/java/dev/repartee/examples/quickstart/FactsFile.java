package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Origin;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Writes facts into a file, as its name ends: CSV, JSON Lines, or one JSON object. */
final class FactsFile {
  private static final List<String> COLUMNS =
      List.of(
          "measure",
          "view",
          "key",
          "statistic",
          "state",
          "value",
          "low",
          "high",
          "unit",
          "numerator",
          "denominator",
          "note",
          "as_of",
          "from",
          "until",
          "followed_for",
          "filter",
          "selection",
          "settled");

  private FactsFile() {}

  static void write(Path file, Facts facts) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    try (Writer out = Files.newBufferedWriter(file)) {
      if (name.endsWith(".csv")) {
        csv(out, facts);
      } else if (name.endsWith(".jsonl")) {
        lines(out, facts);
      } else {
        out.write(
            mapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(facts.toMap()));
        out.write('\n');
      }
    }
  }

  private static ObjectMapper mapper() {
    return new ObjectMapper();
  }

  private static void lines(Writer out, Facts facts) throws IOException {
    ObjectMapper json = mapper();
    for (Fact fact : facts) {
      out.write(json.writeValueAsString(fact.toMap()));
      out.write('\n');
    }
  }

  private static void csv(Writer out, Facts facts) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(COLUMNS);
      for (Fact fact : facts) {
        csv.writeRecord(cells(fact));
      }
    }
  }

  private static List<String> cells(Fact fact) {
    Origin origin = fact.origin();
    List<Origin.Window> windows = origin.windows();
    return List.of(
        origin.measure(),
        fact.view(),
        fact.key().entrySet().stream().map(FactsFile::pair).collect(Collectors.joining("; ")),
        fact.statistic(),
        fact.state().name(),
        fact.unit() == Facts.Unit.WORD ? fact.word() : text(fact.value()),
        text(fact.low()),
        text(fact.high()),
        fact.unit().name(),
        text(fact.numerator()),
        text(fact.denominator()),
        fact.note(),
        origin.asOf().toString(),
        text(windows.get(0).startInclusive()),
        text(windows.get(windows.size() - 1).endExclusive()),
        origin.followUp().map(Object::toString).orElse(""),
        origin.filter(),
        origin.selection(),
        Boolean.toString(origin.isSettled()));
  }

  private static String pair(Map.Entry<String, String> one) {
    return one.getKey() + "=" + one.getValue();
  }

  /** Whole numbers without a fraction, as JSON has them. */
  private static String text(OptionalDouble number) {
    if (number.isEmpty()) {
      return "";
    }
    double value = number.getAsDouble();
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String text(OptionalLong number) {
    return number.isEmpty() ? "" : Long.toString(number.getAsLong());
  }

  private static String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }
}
