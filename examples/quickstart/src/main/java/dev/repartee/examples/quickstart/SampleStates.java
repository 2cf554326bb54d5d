package dev.repartee.examples.quickstart;

import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a help desk of the mail in the sample: what was answered is mostly resolved, some of it is
 * opened again, and some people rate, the worse the longer they waited.
 */
final class SampleStates {
  static final String CHANNEL = "email";

  /** Of the mails whose every question was answered. */
  static final double RESOLVED = 0.80;

  /** Of the resolved, within a week. */
  static final double OPENED_AGAIN = 0.12;

  /** Of the answered, within a week. */
  static final double RATED = 0.35;

  private static final Duration SOON = Duration.ofHours(1);
  private static final double SPREAD = 0.5;

  private final Dice dice;
  private final PlantedFacts facts;
  private final List<Interaction> rows;

  SampleStates(Dice dice, PlantedFacts facts, List<Interaction> rows) {
    this.dice = dice;
    this.facts = facts;
    this.rows = rows;
  }

  void write() {
    Map<String, List<Interaction>> mails = new LinkedHashMap<>();
    for (Interaction row : rows) {
      if (row.channel().equals(Optional.of(CHANNEL)) && row.conversation().isPresent()) {
        mails.computeIfAbsent(row.conversation().get(), id -> new ArrayList<>()).add(row);
      }
    }
    mails.forEach(this::mail);
  }

  private void mail(String id, List<Interaction> talk) {
    if (!(talk.get(0) instanceof Post asked)) {
      return;
    }
    add(act(ActKind.ASSIGN, id, "copperleaf_bot", at(asked)).assignedTo("Support"));
    @Nullable Interaction answer = null;
    boolean isWaiting = true;
    for (Interaction row : talk.subList(1, talk.size())) {
      if (isAnswer(row)) {
        answer = answer == null ? row : answer;
        isWaiting = false;
      } else if (!row.isAutomatic()) {
        isWaiting |= row.expectsResponse();
      }
    }
    if (answer == null) {
      return;
    }
    if (asked.author().isPresent() && dice.chance(RATED)) {
      rate(id, asked, answer);
    }
    if (!isWaiting && dice.chance(RESOLVED)) {
      resolve(id, asked, at(talk.get(talk.size() - 1)));
    }
  }

  private static boolean isAnswer(Interaction row) {
    return !row.isAutomatic() && row.author().filter(a -> a.contains("copperleaf")).isPresent();
  }

  private void rate(String id, Post asked, Interaction answer) {
    boolean isSoon = Duration.between(at(asked), at(answer)).compareTo(SOON) <= 0;
    int stars = isSoon ? 5 - dice.weighted(0.7, 0.2, 0.1) : 1 + dice.weighted(0.2, 0.3, 0.3, 0.2);
    Instant when = at(answer).plus(dice.delay(Duration.ofHours(12), SPREAD));
    add(act(ActKind.RATE, id, asked.author().orElse(null), when).rating(stars));
  }

  private void resolve(String id, Post asked, Instant last) {
    Instant resolved = last.plus(dice.delay(Duration.ofHours(2), SPREAD));
    add(act(ActKind.RESOLVE, id, "copperleaf_help", resolved));
    if (dice.chance(OPENED_AGAIN)) {
      Instant again = resolved.plus(dice.delay(Duration.ofHours(20), SPREAD));
      add(act(ActKind.REOPEN, id, asked.author().orElse(null), again));
      Instant settled = again.plus(dice.delay(Duration.ofHours(10), SPREAD));
      add(act(ActKind.RESOLVE, id, "copperleaf_help", settled));
    }
  }

  private static Act act(ActKind kind, String mail, @Nullable String author, Instant at) {
    return Act.of(kind, author, at).in(mail);
  }

  private static Instant at(Interaction row) {
    return Instant.ofEpochMilli(row.atMillis());
  }

  private void add(Act act) {
    if (at(act).isBefore(facts.asOf())) {
      rows.add(act);
    }
  }
}
