package dev.repartee.examples.quickstart;

import dev.repartee.log.Audit;
import dev.repartee.promise.PromiseSummary;
import dev.repartee.promise.PromiseSummary.Verdict;
import dev.repartee.text.NumberText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options for programs that run this one: what to write beside, and when to fail. */
final class OutputOptions {
  /** What a run may fail for. */
  enum Failure {
    BROKEN_PROMISE,
    ALARM
  }

  /** A share written as {@code 1%}. */
  record Percent(double share, String text) {
    static Percent parse(String text) {
      String number = text.strip();
      try {
        double percent = Double.parseDouble(number.substring(0, number.length() - 1).strip());
        if (number.endsWith("%") && percent >= 0 && percent <= 100) {
          return new Percent(percent / 100, number);
        }
      } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
        throw wrong(text);
      }
      throw wrong(text);
    }

    private static TypeConversionException wrong(String text) {
      return new TypeConversionException("'" + text + "' must be a share from 0% to 100%, as 1%");
    }
  }

  @Option(
      names = "--facts",
      paramLabel = "FILE",
      description =
          "Write every number into this file too, a row each: facts.csv, facts.jsonl, or"
              + " facts.json for one JSON object.")
  @Nullable Path facts;

  @Option(
      names = "--watch",
      paramLabel = "FILE",
      description =
          "With one --promise, night after night: add the days that are settled now to those that"
              + " this file keeps, and say whether the promise still holds: QUIET, ALARM since a"
              + " day, or NO_DATA.")
  @Nullable Path watch;

  @Option(
      names = "--waiting",
      description =
          "Print who waits for an answer now, the longest first, and nothing else; with --target,"
              + " since when it is overdue.")
  boolean isWaiting;

  @Option(
      names = "--max-set-aside",
      paramLabel = "SHARE",
      description = "End with 3 where more rows than this are set aside, as 1%%.")
  @Nullable Percent mostSetAside;

  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "WHAT",
      description =
          "End with 3 on broken-promise, which goes with --culture and --promise, or on alarm,"
              + " which goes with --watch.")
  List<Failure> failures = List.of();

  /** Checks what no single option can say. */
  void check(CultureOptions culture, MeasureOptions measures, boolean isPerson) {
    if (facts != null) {
      String name = facts.toString().toLowerCase(Locale.ROOT);
      if (!name.matches(".*\\.(csv|jsonl|json)")) {
        throw new IllegalArgumentException(
            "--facts (" + facts + ") must end with .csv, .jsonl or .json, which says how to write");
      }
      checkFolder("--facts", facts);
    }
    if (watch != null) {
      checkWatch(watch, culture, measures, isPerson);
    }
    if (failures.contains(Failure.ALARM) && watch == null) {
      throw new IllegalArgumentException(
          "--fail-on=alarm is for the alarm of a watch; keep one with --watch=FILE and --promise");
    }
    if (isWaiting && (culture.isWanted() || isPerson || facts != null)) {
      throw new IllegalArgumentException(
          "--waiting prints a list and nothing else; leave out "
              + (culture.isWanted() ? "--culture" : isPerson ? "--person" : "--facts"));
    }
    if (isPerson && facts != null) {
      throw new IllegalArgumentException("--person has no facts to write; leave out --facts");
    }
    if (failures.contains(Failure.BROKEN_PROMISE) && !culture.isWanted()) {
      throw new IllegalArgumentException(
          "--fail-on=broken-promise judges promises; ask for them with --culture and --promise");
    }
  }

  private void checkWatch(
      Path file, CultureOptions culture, MeasureOptions measures, boolean isPerson) {
    checkFolder("--watch", file);
    if (culture.promises.size() != 1) {
      throw new IllegalArgumentException(
          "--watch looks at one promise, and "
              + (culture.promises.isEmpty() ? "none is" : culture.promises.size() + " are")
              + " given; name one, as --promise=\"90% answered within 4h\", and a file for each");
    }
    if (culture.promises.get(0).within().isPresent() && !measures.clock.takesTarget()) {
      throw new IllegalArgumentException(
          "--watch of a promise in time goes with a clock that has one start for each wait, not with"
              + " --clock "
              + Choices.text(measures.clock)
              + "; choose each-turn, first-response, each-message or session");
    }
    if (isWaiting || isPerson) {
      throw new IllegalArgumentException(
          "--watch goes with a report; leave out " + (isWaiting ? "--waiting" : "--person"));
    }
  }

  private static void checkFolder(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          option + " (" + file + ") must name a file in a folder that exists");
    }
  }

  /** What this run fails for, in sentences; none where it does not. */
  List<String> failures(
      Loaded loaded, Optional<PromiseSummary> promises, Optional<NightlyWatch> watched) {
    List<String> found = new ArrayList<>();
    Audit audit = loaded.log().audit();
    if (mostSetAside != null
        && audit.offered() > 0
        && audit.rejected() > mostSetAside.share() * audit.offered()) {
      found.add(
          NumberText.count(audit.rejected())
              + " of "
              + NumberText.count(audit.offered())
              + " rows are set aside, more than --max-set-aside="
              + mostSetAside.text());
    }
    if (failures.contains(Failure.BROKEN_PROMISE)) {
      promises.ifPresent(
          all ->
              all.results().stream()
                  .filter(result -> result.verdict() == Verdict.BROKEN)
                  .forEach(result -> found.add("broken promise: " + result.promise())));
    }
    if (failures.contains(Failure.ALARM)) {
      watched.ifPresent(
          tonight ->
              tonight
                  .watch()
                  .alarmSince()
                  .ifPresent(
                      day -> found.add("alarm since " + day + ": " + tonight.subject().promise())));
    }
    return found;
  }
}
