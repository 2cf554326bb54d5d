package dev.repartee.examples.exports;

import dev.repartee.examples.exports.DataBox.Column;
import dev.repartee.examples.exports.DataBox.Problem;
import dev.repartee.examples.exports.DataBox.Severity;
import dev.repartee.examples.exports.DataBox.Staff;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Member;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong with an export or with how it was understood, the worst first. */
final class Problems {
  private static final Instant EARLY = Instant.parse("1995-01-01T00:00:00Z");
  private static final Duration FAR = Duration.ofDays(365);

  private final EngagementLog log;
  private final Reading reading;
  private final RowFacts facts;
  private final TimeReader times;
  private final List<Staff> staff;
  private final List<String> lookAlikes;
  private final List<Column> columns;
  private final boolean isWholeDays;
  private final boolean isGapSaid;
  private final LogReader reader;
  private final List<Problem> found = new ArrayList<>();

  Problems(
      EngagementLog log,
      Reading reading,
      List<Staff> staff,
      List<String> lookAlikes,
      List<Column> columns,
      boolean isWholeDays,
      boolean isGapSaid,
      LogReader reader) {
    this.log = log;
    this.reading = reading;
    this.facts = reading.facts();
    this.times = reading.times();
    this.staff = staff;
    this.lookAlikes = lookAlikes;
    this.columns = columns;
    this.isWholeDays = isWholeDays;
    this.isGapSaid = isGapSaid;
    this.reader = reader;
  }

  List<Problem> found() {
    if (reader.isCounted()) {
      ties();
    }
    parents();
    addressees();
    silence();
    words();
    times();
    reading();
    facts.notes().forEach(this::doubtful);
    for (String alike : lookAlikes) {
      if (alike.contains("the member")) {
        doubtful(
            alike
                + ", and counts as somebody else; if it is the same, add it to --members, or say"
                + " person.NAME = both accounts in a directory file");
      }
    }
    found.sort(Comparator.comparing(Problem::severity));
    return found;
  }

  private void wrong(String text) {
    found.add(new Problem(Severity.WRONG, text));
  }

  private void doubtful(String text) {
    found.add(new Problem(Severity.DOUBTFUL, text));
  }

  private void ties() {
    boolean isTied =
        facts.present(Field.PARENT) > 0
            || facts.present(Field.CONVERSATION) > 0
            || facts.present(Field.NAMING) > 0;
    if (log.messages() > 1 && !isTied && !isGapSaid) {
      wrong(
          "nothing ties the messages together: no row has a parent, a conversation or a name that it"
              + " speaks to, so each counts as a conversation of its own; name the column with"
              + " --parent, --conversation or --naming, or, for a chat in one stream, say --gap=4h");
    }
  }

  private void parents() {
    long named = facts.present(Field.PARENT);
    long orphans = log.audit().count(Audit.Reason.ORPHAN);
    if (named == 0 || orphans * 10 <= named) {
      return;
    }
    String text =
        NumberText.count(orphans)
            + " of "
            + NumberText.count(named)
            + " parents are found nowhere, as "
            + facts.sampleParents().stream()
                .filter(parent -> !facts.sampleIds().contains(parent))
                .limit(3)
                .collect(Collectors.joining(", "))
            + ParentHint.of(facts);
    boolean isHeldTogether = facts.present(Field.CONVERSATION) * 2 > facts.messages();
    if (orphans * 2 > named && orphans > 1 && !isHeldTogether) {
      wrong("most parents: " + text);
    } else {
      doubtful(text);
    }
  }

  /** Messages to nobody of several organizations, for whom then nobody waits. */
  private void addressees() {
    long lost = log.audit().count(Audit.Reason.UNADDRESSED);
    if (lost * 10 <= log.messages()) {
      return;
    }
    List<String> organizations = log.directory().organizations();
    String text =
        NumberText.count(lost)
            + " of "
            + NumberText.count(log.messages())
            + " messages "
            + (organizations.size() == 1
                ? "do not speak to " + organizations.get(0)
                : "speak to none of the " + organizations.size() + " organizations")
            + ", so that nobody is said to wait there; say whom they speak to with"
            + " --addressee=COLUMN, or name whose accounts answer with --organization and --members";
    if (lost * 2 > log.messages()) {
      wrong("most messages: " + text);
    } else {
      doubtful(text);
    }
  }

  /** An organization of whom nobody wrote. */
  private void silence() {
    if (log.messages() == 0) {
      return;
    }
    if (log.directory().organizations().isEmpty()) {
      if (reader.tellsStaff() && !reading.isAnybody() && !reading.isDirectoryKnown()) {
        doubtful(
            "exports of "
                + reader.format()
                + " tell who is staff, and nobody in this one is, so anybody else may answer; name"
                + " them with --organization and --members, or say --anybody if that is right");
      }
      return;
    }
    boolean anybodyWrote = staff.stream().anyMatch(member -> member.rows() > 0);
    if (!anybodyWrote) {
      wrong(
          "nobody of "
              + String.join(", ", log.directory().organizations())
              + " wrote a message; are the accounts spelt as in the file? Looked for: "
              + log.directory().members().stream()
                  .map(Member::account)
                  .distinct()
                  .limit(5)
                  .collect(Collectors.joining(", "))
              + writers());
    } else {
      List<String> silent =
          staff.stream().filter(each -> each.rows() == 0).map(Staff::account).limit(5).toList();
      if (!silent.isEmpty() && reading.isDirectoryKnown()) {
        doubtful(
            "of the members "
                + String.join(", ", silent)
                + " never wrote; are they spelt as in the file?");
      }
    }
  }

  private String writers() {
    return facts.authors().isEmpty()
        ? ""
        : "; those who wrote most are "
            + facts.authors().entrySet().stream()
                .sorted(
                    Comparator.<Map.Entry<String, long[]>>comparingLong(
                            entry -> -entry.getValue()[0])
                        .thenComparing(Map.Entry::getKey))
                .limit(5)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
  }

  private void words() {
    for (Column column : columns) {
      long strange = column.present() - column.understood();
      if (strange == 0 || column.field() == Field.AT) {
        continue;
      }
      String what = NumberText.count(strange) + " of " + NumberText.count(column.present());
      String shown = String.join(", ", column.strange());
      switch (column.field()) {
        case KIND ->
            doubtful(
                what
                    + " kinds ("
                    + shown
                    + ") are not known, so these rows were left out; say what they are in a mapping"
                    + " file, as kind.message="
                    + column.strange().get(0)
                    + ", or kind.none="
                    + column.strange().get(0));
        case SENTIMENT ->
            doubtful(
                what
                    + " sentiments ["
                    + shown
                    + "] are not known and were taken as no label; for numbers say their scale, as"
                    + " --sentiment-scale=1..5, for words translate them in a mapping file, as"
                    + " sentiment.negative="
                    + column.strange().get(0));
        case INTENT ->
            doubtful(
                what
                    + " intents ["
                    + shown
                    + "] are not known and were taken as no label; translate them in a mapping"
                    + " file, as intent.question="
                    + column.strange().get(0));
        case SEQUENCE ->
            doubtful(what + " places in a sequence (" + shown + ") are no whole numbers");
        case RATING -> doubtful(what + " ratings (" + shown + ") are no whole numbers");
        default ->
            doubtful(
                what
                    + " values of "
                    + column.name()
                    + " ("
                    + shown
                    + ") are neither yes nor no, and count as not said; they must be true or false,"
                    + " t or f, 1 or 0, or the like");
      }
    }
  }

  private void times() {
    if (times.localTimes() > 0 && times.zoneText().isEmpty()) {
      doubtful(noZone(times));
    }
    if (times.isOrderUnknown()) {
      doubtful(noOrder());
    }
    if (times.serials() > 0) {
      doubtful(serials(times));
    }
    if (isWholeDays) {
      doubtful(
          "times are whole days, without a time of day: waits are known to the day only, and nothing"
              + " is said about hours");
    }
    facts
        .from()
        .map(Instant::ofEpochMilli)
        .filter(EARLY::isAfter)
        .ifPresent(
            from ->
                doubtful(
                    "the earliest time is "
                        + from
                        + ", which looks wrong; are seconds taken for milliseconds, or days for"
                        + " seconds?"));
    facts
        .lastGap()
        .filter(gap -> log.isAsOfAssumed() && gap.compareTo(FAR) > 0)
        .ifPresent(
            gap ->
                doubtful(
                    "the last row, "
                        + log.asOf()
                        + ", lies "
                        + NumberText.count(gap.toDays())
                        + " days behind all others; if its clock is wrong, everybody waits too"
                        + " long: say --as-of=TIME"));
    long bad = facts.present(Field.AT) - facts.understoodOf(Field.AT);
    boolean isExplained =
        times.serials() > 0
            || times.isOrderUnknown()
            || (times.zoneText().isEmpty() && times.localTimes() > 0);
    if (bad > 0 && !isExplained) {
      doubtful(
          count(bad, "time")
              + ", as "
              + String.join(", ", facts.strangeOf(Field.AT))
              + ", could not be read, and "
              + (bad == 1 ? "its row was" : "their rows were")
              + " set aside; a pattern helps, as --time-format=\"dd.MM.yyyy HH:mm\"");
    }
  }

  static String noZone(TimeReader times) {
    return NumberText.count(times.localTimes())
        + " times have no offset and were set aside; name their zone with --zone";
  }

  static String noOrder() {
    return "dates as 3/4/2026 do not tell whether the day or the month comes first; say it, as"
        + " --time-format=\"d/M/yyyy H:mm\"";
  }

  static String serials(TimeReader times) {
    return NumberText.count(times.serials())
        + " times look like days of a spreadsheet and were set aside; say"
        + " --time-format=spreadsheet, with --zone";
  }

  static String noTimes(RowFacts facts) {
    return "as "
        + String.join(", ", facts.strangeOf(Field.AT))
        + "; if those are no times, name the column with --at=COLUMN, else say how they are written,"
        + " as --time-format=\"dd.MM.yyyy HH:mm\"";
  }

  private static String count(long number, String what) {
    return NumberText.count(number) + " " + what + (number == 1 ? "" : "s");
  }

  static String failed(RowFacts facts) {
    return "the recipe stumbles over "
        + count(facts.failedRecords(), "record")
        + ", first over "
        + facts.failure();
  }

  private void reading() {
    if (facts.failedRecords() > 0) {
      doubtful(failed(facts));
    }
    if (!facts.broken().isEmpty()) {
      doubtful(
          count(facts.broken().size(), "file")
              + (facts.broken().size() == 1 ? " is" : " are")
              + " broken, so what comes behind was not read; first "
              + facts.broken().get(0)
              + "; get it again");
    }
  }
}
