package dev.repartee.live;

import dev.repartee.internal.time.EventTime;
import dev.repartee.log.EngagementLog;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Summary;
import dev.repartee.model.Act;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.response.Backlog;
import dev.repartee.response.BacklogSummary.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a live log is to answer, by lists and sets of texts: every row that was ever accepted, and a
 * log that is built anew for each question.
 */
final class NaiveLive {
  private final Directory directory;
  private final Duration followUp;
  private final Duration rest;
  private final Backlog backlog;
  private final IdScope scope;
  private final Optional<Duration> givingUp;
  private final Optional<Duration> repeats;

  final List<Interaction> accepted = new ArrayList<>();
  private final List<Interaction> kept = new ArrayList<>();
  private final Set<String> gone = new HashSet<>();
  long late;

  NaiveLive(
      Directory directory,
      Duration followUp,
      Duration rest,
      Backlog backlog,
      IdScope scope,
      Optional<Duration> givingUp,
      Optional<Duration> repeats) {
    this.directory = directory;
    this.followUp = followUp;
    this.rest = rest;
    this.backlog = backlog;
    this.scope = scope;
    this.givingUp = givingUp;
    this.repeats = repeats;
  }

  private Set<String> keys(Interaction row) {
    String within =
        scope == IdScope.CONVERSATION
            ? row.conversation().orElse("none")
            : scope == IdScope.CHANNEL ? row.channel().orElse("none") : "log";
    Set<String> keys = new HashSet<>();
    row.id().ifPresent(id -> keys.add("id " + id + " in " + within));
    row.parent().ifPresent(id -> keys.add("id " + id + " in " + within));
    row.conversation().ifPresent(id -> keys.add("conversation " + id));
    return keys;
  }

  private static boolean isBad(Interaction row) {
    return !EventTime.isValid(row.atMillis()) || (!(row instanceof Act) && row.id().isEmpty());
  }

  void add(Interaction row) {
    if (isBad(row)) {
      accepted.add(row); // a log sets it aside, too
      return;
    }
    Set<String> keys = keys(row);
    if (keys.stream().anyMatch(gone::contains)) {
      late++;
      return;
    }
    accepted.add(row);
    kept.add(row);
  }

  /** Rows that share anything, directly or by others. */
  private List<List<Interaction>> components() {
    List<List<Interaction>> result = new ArrayList<>();
    List<Set<String>> keysOf = new ArrayList<>();
    for (Interaction row : kept) {
      List<Interaction> rows = new ArrayList<>(List.of(row));
      Set<String> keys = keys(row);
      for (int i = result.size() - 1; i >= 0; i--) {
        if (keysOf.get(i).stream().anyMatch(keys::contains)) {
          rows.addAll(result.remove(i));
          keys.addAll(keysOf.remove(i));
        }
      }
      result.add(rows);
      keysOf.add(keys);
    }
    return result;
  }

  void retire(Instant now) {
    for (List<Interaction> rows : components()) {
      long last = rows.stream().mapToLong(Interaction::atMillis).max().orElseThrow();
      boolean isAtRest = last + rest.toMillis() < now.toEpochMilli();
      if (isAtRest && waiting(rows, now).isEmpty()) {
        kept.removeAll(rows);
        rows.forEach(row -> gone.addAll(keys(row)));
      }
    }
  }

  long open() {
    return components().size();
  }

  private EngagementLog log(List<Interaction> rows) {
    EngagementLog.Builder log =
        EngagementLog.builder(directory)
            .idScope(scope)
            .asOf(Instant.ofEpochMilli(EventTime.MAX))
            .addAll(rows);
    repeats.ifPresent(log::foldRepeats);
    return log.build();
  }

  EngagementLog log() {
    return log(accepted);
  }

  <S extends Summary<S>> S measure(Measure<S> measure, Instant now) {
    return log().asOf(now).followedFor(followUp).measure(measure);
  }

  List<Waiting> waiting(Instant now) {
    return waiting(accepted, now);
  }

  private List<Waiting> waiting(List<Interaction> rows, Instant now) {
    return log(rows).asOf(now).measure(backlog.showingAll()).longest().stream()
        .filter(one -> givingUp.isEmpty() || !one.since().isBefore(now.minus(givingUp.get())))
        .toList();
  }
}
