package dev.repartee.examples.quickstart;

import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what members of the organization say to each other in the sample, on a channel of their
 * own.
 */
final class SampleColleagues {
  static final String CHANNEL = "staffroom";

  private static final List<List<String>> DEPARTMENTS =
      List.of(
          List.of("copperleaf_help", "sofia_copperleaf", "ben_copperleaf"),
          List.of("copperleaf", "mara_copperleaf"),
          List.of("ines_copperleaf", "lars_copperleaf", "mina_copperleaf"),
          List.of("omar_copperleaf", "yuki_copperleaf", "paul_copperleaf"),
          List.of("ruth_copperleaf"));

  /** All of them but the bot. */
  static final List<String> MEMBERS = DEPARTMENTS.stream().flatMap(List::stream).toList();

  private static final double TALKS_A_DAY = 1.2;

  private final Dice dice;
  private final PlantedFacts facts;
  private final List<Interaction> rows;
  private int messages;

  SampleColleagues(Dice dice, PlantedFacts facts, List<Interaction> rows) {
    this.dice = dice;
    this.facts = facts;
    this.rows = rows;
  }

  void write() {
    LocalDate end = LocalDate.ofInstant(facts.asOf(), ZoneOffset.UTC);
    for (LocalDate day = end.minusYears(1); day.isBefore(end); day = day.plusDays(1)) {
      for (int n = dice.events(TALKS_A_DAY); n > 0; n--) {
        talk(day.atStartOfDay(ZoneOffset.UTC).toInstant().plusMillis(dice.daytimeMillis()));
      }
    }
  }

  /** Somebody begins, and one to three times a colleague of whoever spoke last replies. */
  private void talk(Instant begun) {
    String speaker = dice.pick(MEMBERS);
    String id = nextId();
    rows.add(Post.of(id, speaker, begun).channel(CHANNEL));
    Instant at = begun;
    for (int n = dice.between(1, 3); n > 0; n--) {
      at = at.plus(dice.delay(Duration.ofMinutes(20), 1));
      if (!at.isBefore(facts.asOf())) {
        return;
      }
      String to = id;
      speaker = dice.pick(colleagues(speaker));
      id = nextId();
      rows.add(Reply.of(id, speaker, at).to(to).channel(CHANNEL));
    }
  }

  /** Whom somebody turns to: the own department or everybody; who has no department, everybody. */
  private List<String> colleagues(String speaker) {
    List<String> department =
        DEPARTMENTS.stream().filter(d -> d.contains(speaker)).findFirst().orElseThrow();
    boolean isWithin = department.size() > 1 && dice.chance(facts.siloShare());
    List<String> colleagues = new ArrayList<>(isWithin ? department : MEMBERS);
    colleagues.remove(speaker);
    return colleagues;
  }

  private String nextId() {
    messages++;
    return "s" + messages;
  }
}
