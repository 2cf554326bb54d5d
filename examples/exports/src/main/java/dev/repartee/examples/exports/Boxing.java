package dev.repartee.examples.exports;

import dev.repartee.examples.exports.DataBox.Aside;
import dev.repartee.examples.exports.DataBox.Column;
import dev.repartee.examples.exports.DataBox.Problem;
import dev.repartee.examples.exports.DataBox.Staff;
import dev.repartee.examples.exports.DataBox.TimesSo;
import dev.repartee.examples.exports.DataBox.Unread;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Member;
import dev.repartee.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the data box of what was counted while reading, and of the log that came out. */
final class Boxing {
  private static final int MOST_MEMBERS_SOUGHT = 200;

  private final EngagementLog log;
  private final LogReader reader;
  private final Reading reading;
  private final RowFacts facts;

  Boxing(EngagementLog log, LogReader reader, Reading reading) {
    this.log = log;
    this.reader = reader;
    this.reading = reading;
    this.facts = reading.facts();
  }

  DataBox box(String source, Inputs inputs, Optional<Duration> gap) {
    List<Staff> staff = staff();
    List<String> lookAlikes = LookAlikes.of(log.directory(), facts.authors().keySet());
    List<Column> columns = columns();
    boolean isWholeDays = isWholeDays();
    List<Problem> problems =
        new Problems(log, reading, staff, lookAlikes, columns, isWholeDays, gap.isPresent(), reader)
            .found();
    return new DataBox(
        source,
        reader.format(),
        Math.max(1, facts.files()),
        inputs.passedOver(),
        facts.records(),
        log.audit().offered(),
        log.audit().accepted(),
        setAside(),
        facts.unread().entrySet().stream()
            .map(entry -> new Unread(entry.getKey(), entry.getValue()))
            .toList(),
        facts.from().map(Instant::ofEpochMilli),
        facts.to().map(Instant::ofEpochMilli),
        log.asOf(),
        log.isAsOfAssumed(),
        columns,
        timeForms(),
        isWholeDays,
        staff,
        lookAlikes,
        notes(gap),
        problems);
  }

  private List<Aside> setAside() {
    List<Aside> aside = new ArrayList<>();
    Audit audit = log.audit();
    audit
        .counts()
        .forEach(
            (reason, count) -> {
              if (reason.isRejection()) {
                aside.add(new Aside(words(reason), count, audit.examples(reason)));
              }
            });
    facts
        .leftOut()
        .forEach(
            (reason, left) ->
                aside.add(new Aside("left out: " + reason, left.count(), left.examples())));
    if (facts.silentRecords() > 0) {
      aside.add(
          new Aside(
              "records that gave no row", facts.silentRecords(), List.of(facts.silentExample())));
    }
    return aside;
  }

  /** A constant as words: {@code missing time}. */
  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (Field field : Field.values()) {
      long present = facts.present(field);
      boolean isNamed = !reader.column(field).isEmpty();
      if (present > 0 || isNamed) {
        columns.add(
            new Column(
                field,
                isNamed ? reader.column(field) : field.rowName(),
                present,
                facts.understoodOf(field),
                facts.strangeOf(field)));
      }
    }
    return columns;
  }

  private List<TimesSo> timeForms() {
    return reading.times().counts().entrySet().stream()
        .sorted(Map.Entry.<TimeForm, Long>comparingByValue().reversed())
        .map(entry -> new TimesSo(entry.getKey().text(), entry.getValue()))
        .toList();
  }

  private boolean isWholeDays() {
    TimeReader times = reading.times();
    long days = times.count(TimeForm.WHOLE_DAY);
    return days > 0 && days * 10 >= times.count(TimeForm.values()) * 9;
  }

  private List<Staff> staff() {
    List<Staff> staff = new ArrayList<>();
    List<String> accounts =
        log.directory().members().stream().map(Member::account).distinct().toList();
    for (String account : accounts) {
      // Of several memberships the latest.
      Member member = log.directory().memberOf(account).orElseThrow();
      staff.add(
          new Staff(
              member.account(),
              facts.names().getOrDefault(member.account(), member.account()),
              member.organization(),
              member.department(),
              member.role().name(),
              rows(member.account(), staff.size())));
    }
    staff.sort(Comparator.comparingLong(Staff::rows).reversed().thenComparing(Staff::account));
    return staff;
  }

  private long rows(String account, int sought) {
    long[] counted = facts.authors().get(account);
    boolean isAsked = !reader.isCounted() || (facts.isCrowd() && counted == null);
    if (!isAsked || sought > MOST_MEMBERS_SOUGHT) {
      return counted == null ? 0 : counted[0];
    }
    try {
      return log.person(account).rows().count();
    } catch (IllegalArgumentException e) { // did not write
      return 0;
    }
  }

  private List<String> notes(Optional<Duration> gap) {
    List<String> notes = new ArrayList<>(reader.notes());
    gap.ifPresent(
        time ->
            notes.add(
                "conversations were made of what nothing else ties together: one ends where a"
                    + " channel has a silence of "
                    + DurationText.of(time)));
    TimeReader times = reading.times();
    if (times.localTimes() > 0) {
      times
          .zoneText()
          .ifPresent(
              zone ->
                  notes.add(times.localTimes() + " times without an offset were read in " + zone));
    }
    long numbers =
        times.count(
            TimeForm.EPOCH_SECONDS,
            TimeForm.EPOCH_MILLISECONDS,
            TimeForm.EPOCH_MICROSECONDS,
            TimeForm.EPOCH_NANOSECONDS);
    if (numbers > 0) {
      notes.add(
          numbers
              + " times are numbers: by their size seconds, milliseconds, micro- or nanoseconds"
              + " since 1970");
    }
    return notes;
  }

  /** The notes of a reading that came to nothing, for the message that says so. */
  static List<String> complaints(LogReader reader, Reading reading) {
    List<String> complaints = new ArrayList<>(reader.notes());
    TimeReader times = reading.times();
    if (times.localTimes() > 0 && times.zoneText().isEmpty()) {
      complaints.add(Problems.noZone(times));
    }
    if (times.isOrderUnknown()) {
      complaints.add(Problems.noOrder());
    }
    if (times.serials() > 0) {
      complaints.add(Problems.serials(times));
    }
    if (times.localTimes() == 0
        && times.serials() == 0
        && !times.isOrderUnknown()
        && !reading.facts().strangeOf(Field.AT).isEmpty()) {
      complaints.add(Problems.noTimes(reading.facts()));
    }
    complaints.addAll(reading.facts().notes());
    if (reading.facts().failedRecords() > 0) {
      complaints.add(Problems.failed(reading.facts()));
    }
    reading.facts().broken().stream().limit(1).forEach(complaints::add);
    if (reading.facts().silentRecords() > 0) {
      complaints.add(
          reading.facts().silentRecords()
              + " records gave no row, as "
              + reading.facts().silentExample());
    }
    return complaints;
  }
}
