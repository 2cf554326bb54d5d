package dev.repartee.examples.quickstart;

import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Sentiment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes how far people come along the A-Path in the sample: what they see, click, share. */
final class SamplePaths {
  private static final List<String> CHANNELS = List.of("blog", "chirp", "photos");
  private static final List<ActKind> SMALL = List.of(ActKind.CLICK, ActKind.REACTION);
  private static final List<ActKind> OPT_IN = List.of(ActKind.FOLLOW, ActKind.SUBSCRIBE);
  private static final List<ActKind> ADVOCACY = List.of(ActKind.RECOMMEND, ActKind.SHARE);
  private static final double[] STAGES = {0.45, 0.25, 0.10, 0.12, 0.08};
  private static final double[] STAGES_OF_SPIKE = {0.70, 0.22, 0.04, 0.03, 0.01};
  private static final int QUIET_PEOPLE = 1_500;
  private static final int SPIKE_PEOPLE = 500;
  private static final int LAST_START = 250;

  private final Dice dice;
  private final PlantedFacts facts;
  private final List<Interaction> rows;
  private final LocalDate firstDay;
  private final Map<String, TreeMap<Instant, String>> ownPosts = new TreeMap<>();
  private final long[] reached = new long[STAGES.length];

  SamplePaths(Dice dice, PlantedFacts facts, List<Interaction> rows) {
    this.dice = dice;
    this.facts = facts;
    this.rows = rows;
    this.firstDay = LocalDate.ofInstant(facts.asOf(), ZoneOffset.UTC).minusYears(1);
    for (Interaction row : rows) {
      if (row instanceof Post post && post.author().orElse("").equals("copperleaf")) {
        ownPosts
            .computeIfAbsent(post.channel().orElse(""), c -> new TreeMap<>())
            .put(Instant.ofEpochMilli(post.atMillis()), post.id().orElseThrow());
      }
    }
  }

  /** How many of those who never write reach at least each stage. */
  List<Long> quietPaths() {
    List<Long> atLeast = new ArrayList<>();
    long sum = 0;
    for (int stage = reached.length - 1; stage >= 0; stage--) {
      sum += reached[stage];
      atLeast.add(0, sum);
    }
    return atLeast;
  }

  /**
   * Writes the acts of those who never write, then those of the people who do. Who writes is of the
   * same kind as who does not, and nothing here depends on being answered: where talkers and doers
   * are different people, it looks as if talking with people kept them from going further.
   */
  void write(Set<String> writers) {
    for (int i = 0; i < QUIET_PEOPLE; i++) {
      reached[path("reader" + i, dice.pick(CHANNELS), dice.between(0, LAST_START), STAGES)]++;
    }
    int spikeStart = (int) (facts.spikeStart().toEpochDay() - firstDay.toEpochDay());
    int passersBy = facts.spikeDays() > 0 ? SPIKE_PEOPLE : 0;
    for (int i = 0; i < passersBy; i++) {
      int day = spikeStart + dice.between(0, facts.spikeDays() - 1);
      reached[path("passer-by" + i, facts.spikeChannel(), day, STAGES_OF_SPIKE)]++;
    }
    for (String writer : writers) {
      path(writer, dice.pick(CHANNELS), dice.between(0, LAST_START), STAGES);
    }
  }

  private int path(String person, String channel, int start, double[] weights) {
    int stage = dice.weighted(weights);
    for (int n = dice.between(1, 3 + stage); n > 0; n--) {
      act(ActKind.VIEW, person, channel, start + dice.between(0, 10), null);
    }
    act(ActKind.VIEW, person, channel, start, null);
    switch (stage) {
      case 0 -> {}
      case 1 -> attracted(person, channel, start + 1);
      default -> affine(person, channel, start + 1, stage);
    }
    return stage;
  }

  /** An act of will on two days at most: some follow and are never seen again. */
  private void attracted(String person, String channel, int day) {
    act(dice.chance(0.3) ? ActKind.FOLLOW : dice.pick(SMALL), person, channel, day, null);
    if (dice.chance(0.5)) {
      int later = day + dice.between(1, 60);
      act(dice.chance(0.2) ? ActKind.UNFOLLOW : dice.pick(SMALL), person, channel, later, null);
    }
  }

  /**
   * Acts of will on four days, the last at least three weeks after the first; then what follows.
   */
  private void affine(String person, String channel, int day, int stage) {
    for (int offset : List.of(0, dice.between(2, 8), dice.between(9, 15), dice.between(21, 50))) {
      act(dice.pick(SMALL), person, channel, day + offset, null);
    }
    if (stage >= 3) {
      // Most follow first and warm up later.
      int followed = day + (dice.chance(0.7) ? dice.between(0, 5) : dice.between(15, 55));
      act(dice.pick(OPT_IN), person, channel, followed, null);
    }
    if (stage >= 4) {
      // Once is not advocacy yet: on two days at least.
      act(dice.pick(ADVOCACY), person, channel, day + dice.between(10, 60), null);
      act(ActKind.MENTION, person, channel, day + dice.between(65, 75), Sentiment.POSITIVE);
      act(dice.pick(ADVOCACY), person, channel, day + dice.between(80, 100), null);
    }
  }

  private void act(
      ActKind kind, String person, String channel, int day, @Nullable Sentiment sentiment) {
    Instant at =
        firstDay
            .plusDays(Math.min(day, 364))
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .plusMillis(dice.daytimeMillis());
    Act act = Act.of(kind, person, at).channel(channel).sentiment(sentiment);
    var post = ownPosts.getOrDefault(channel, new TreeMap<>()).floorEntry(at);
    boolean isOnPost = kind == ActKind.VIEW || SMALL.contains(kind) || kind == ActKind.SHARE;
    rows.add(post != null && isOnPost ? act.on(post.getValue()) : act);
  }
}
