package dev.repartee.examples.quickstart;

import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Puts the bad rows into the sample that every export has. */
final class SampleFlaws {
  private final Dice dice;
  private final PlantedFacts facts;
  private final List<Interaction> rows;

  SampleFlaws(Dice dice, PlantedFacts facts, List<Interaction> rows) {
    this.dice = dice;
    this.facts = facts;
    this.rows = rows;
  }

  void write() {
    List<Post> posts = rows.stream().filter(Post.class::isInstance).map(Post.class::cast).toList();
    int step = posts.size() / (facts.duplicateIds() + facts.conflictingIds() + 1);
    for (int i = 1; i <= facts.duplicateIds(); i++) {
      rows.add(posts.get(i * step));
    }
    for (int i = 1; i <= facts.conflictingIds(); i++) {
      Post post = posts.get((facts.duplicateIds() + i) * step);
      // Later than the first, so that the first is the one that is kept.
      Instant later = Instant.ofEpochMilli(post.atMillis()).plus(Duration.ofSeconds(1));
      rows.add(Post.of(post.id().orElseThrow(), "impostor", later).channel("forum"));
    }
    for (int i = 0; i < facts.unreadableTimes(); i++) {
      rows.add(Post.of("t" + i, "guest" + i, "31.02.2025 12:00").channel("blog"));
    }
    for (int i = 0; i < facts.orphans(); i++) {
      Instant at = facts.asOf().minus(Duration.ofDays(dice.between(30, 300)));
      rows.add(
          Reply.of("o" + i, "guest" + i, at).to("lost" + i).channel("blog").expectsResponse(false));
    }
  }
}
