package dev.repartee.consistency;

import dev.repartee.stats.EqualShares;
import dev.repartee.stats.Evenness;
import dev.repartee.text.NumberText;

/**
 * Whether all posts have their share of the messages that the audience wrote below them within 7
 * days, or one has most: many singles, or one home run. Beside each number stands what it would be
 * if all posts were alike and chance alone dealt out the messages.
 */
public final class TopPostShare {
  private static final int ENOUGH = 20;
  private static final long SEED = 2009;

  private final Evenness evenness;
  private final int posts;
  private final long messages;
  private final long young;

  TopPostShare(PostReach reach) {
    long[] each = reach.messages();
    long sum = 0;
    for (long one : each) {
      sum = Math.addExact(sum, one);
    }
    this.evenness = Evenness.of(each);
    this.posts = each.length;
    this.messages = sum;
    this.young = reach.young();
  }

  /**
   * Returns how many posts there are.
   *
   * @return those at least 7 days old
   */
  public int posts() {
    return posts;
  }

  /**
   * Returns how many messages of the audience they got within 7 days.
   *
   * @return at least 0
   */
  public long messages() {
    return messages;
  }

  /**
   * Returns how many posts are left out because they are younger than 7 days.
   *
   * @return at least 0
   */
  public long young() {
    return young;
  }

  /**
   * Returns whether there are too few posts to tell.
   *
   * @return true for fewer than 20
   */
  public boolean isTooFew() {
    return posts < ENOUGH;
  }

  /**
   * Returns the share of the messages that the post with most of them has.
   *
   * @return in [0, 1]; NaN where posts are too few or there is no message
   */
  public double topShare() {
    return isTooFew() ? Double.NaN : evenness.shareOfLargest(1);
  }

  /**
   * Returns the share that the tenth of the posts with most messages has.
   *
   * @return of the top {@code ceil(n/10)}, in [0, 1]; NaN where posts are too few or there is no
   *     message
   */
  public double topTenthShare() {
    return isTooFew() ? Double.NaN : evenness.shareOfLargest(EqualShares.tenthOf(posts));
  }

  /**
   * Returns Gini's coefficient of the messages by post.
   *
   * @return in [0, 1), 0 where all posts have the same; NaN where posts are too few or there is no
   *     message
   */
  public double gini() {
    return isTooFew() ? Double.NaN : evenness.gini();
  }

  /**
   * Returns what these numbers would be on average if all posts were alike.
   *
   * @return simulated with a fixed seed, anew at each call; NaN where posts are too few or there is
   *     no message
   */
  public EqualShares expected() {
    return isTooFew()
        ? new EqualShares(Double.NaN, Double.NaN, Double.NaN)
        : EqualShares.simulate(posts, messages, SEED);
  }

  /** Returns such as {@code top post 0.35 of 412 messages, 0.04 if all were alike, 60 posts}. */
  @Override
  public String toString() {
    String of = NumberText.count(posts) + (posts == 1 ? " post" : " posts");
    if (isTooFew()) {
      return "too few, " + of;
    }
    return messages == 0
        ? "none (no messages), " + of
        : "top post "
            + NumberText.share(topShare())
            + " of "
            + NumberText.count(messages)
            + " messages, "
            + NumberText.share(expected().topShare())
            + " if all were alike, "
            + of;
  }
}
