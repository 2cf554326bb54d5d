package dev.repartee.examples.image;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Association;
import dev.repartee.stats.Proportion;

/**
 * Measures a talk of three messages, and prints a few numbers of the statistics behind intervals.
 */
public final class Answered {
  private Answered() {}

  /**
   * Prints to standard output.
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
            .add(Post.of("p1", "carl", "2026-01-05T09:00:00Z"))
            .add(Reply.of("r1", "acme_care", "2026-01-05T09:42:00Z").to("p1"))
            .add(Post.of("p2", "dora", "2026-01-05T10:00:00Z"))
            .asOf("2026-02-01T00:00:00Z")
            .build();
    System.out.println(log.measure(ResponseTime.eachTurn()));
    // With every digit, so that it shows if they are computed in another way.
    Proportion share = Proportion.of(7, 10);
    System.out.println("7 of 10: from " + share.low() + " to " + share.high());
    Association association =
        Association.of(new double[] {1, 2, 2, 4, 5, 6, 9}, new double[] {2, 1, 4, 3, 6, 5, 5});
    System.out.println("Pearson " + association.pearson().value());
    System.out.println("Spearman " + association.spearman().value());
  }
}
