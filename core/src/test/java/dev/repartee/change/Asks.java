package dev.repartee.change;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** People who ask once each, and are answered after a time or never. */
final class Asks {
  private final List<Ask> all = new ArrayList<>();

  /**
   * Somebody who asks.
   *
   * @param at when
   * @param lasted how long until there is an answer; empty where there is none
   * @param channel where
   */
  record Ask(Instant at, Optional<Duration> lasted, String channel) {}

  Asks add(String channel, Instant at, Optional<Duration> wait) {
    all.add(new Ask(at, wait, channel));
    return this;
  }

  /** Some who ask every hour from an instant on, of whom the first ones are answered. */
  Asks add(String channel, String from, int asks, int answered, Duration wait) {
    for (int i = 0; i < asks; i++) {
      Instant at = Instant.parse(from).plus(Duration.ofHours(i));
      add(channel, at, i < answered ? Optional.of(wait) : Optional.empty());
    }
    return this;
  }

  List<Ask> all() {
    return all;
  }

  EngagementLog log(String asOf) {
    return log(Instant.parse(asOf), 0, 1);
  }

  /** The log of every so many-th of them. */
  EngagementLog log(Instant asOf, int first, int every) {
    List<Interaction> rows = new ArrayList<>();
    for (int i = first; i < all.size(); i += every) {
      Ask ask = all.get(i);
      String id = "p" + i;
      rows.add(Post.of(id, "visitor" + i, ask.at().toEpochMilli()).channel(ask.channel()));
      ask.lasted()
          .map(wait -> Reply.of("r" + id, "care", ask.at().plus(wait).toEpochMilli()).to(id))
          .ifPresent(rows::add);
    }
    return EngagementLog.builder(Talk.acme()).addAll(rows).asOf(asOf).build();
  }
}
