package org.example.modular;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseTime;

/** A program that is a module and requires the library alone. */
public final class Modular {
  private Modular() {}

  /**
   * Prints two numbers.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Directory directory =
        Directory.builder()
            .organization("Acme", acme -> acme.member("acme_care", "Support"))
            .build();
    EngagementLog log =
        EngagementLog.builder(directory)
            .add(Post.of("p1", "carl", "2026-01-05T09:00:00Z").channel("blog"))
            .add(Reply.of("r1", "acme_care", "2026-01-05T09:42:00Z").to("p1").channel("blog"))
            .add(Post.of("p2", "dora", "2026-01-05T10:00:00Z").channel("chat"))
            .asOf("2026-02-01T00:00:00Z")
            .build();
    System.out.println(log.measure(ResponseTime.eachTurn()));
    System.out.println(
        "waiting on chat: "
            + log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL)).get("chat").waiting());
  }
}
