package dev.repartee.consistency;

import com.google.common.primitives.Ints;
import dev.repartee.internal.tally.LongCounts;
import dev.repartee.internal.text.Brief;
import dev.repartee.stats.EqualShares;
import dev.repartee.text.NumberText;
import java.util.Arrays;

/**
 * Whether all posts have their share of the messages that the audience wrote below them within 7
 * days, or one has most: many singles, or one home run. Beside each number stands what it would be
 * if all posts were alike and chance alone dealt out the threads: a reply to a post with all that
 * hangs below it stays together, since one comment calls for the next.
 */
public final class TopPostShare {
  private static final int ENOUGH = 20;
  private static final long SEED = 2009;

  /** More would keep the caller waiting for minutes. */
  private static final long MOST = 20_000_000;

  private final LongCounts reach;
  private final LongCounts threads;
  private final int posts;
  private final long messages;
  private final long young;

  TopPostShare(PostReach reach) {
    this.reach = reach.posts;
    this.threads = reach.threads;
    this.posts = Ints.saturatedCast(this.reach.total());
    this.messages = (long) this.reach.sum();
    this.young = reach.young;
  }

  /** {@return how many posts there are: those at least 7 days old} */
  public int posts() {
    return posts;
  }

  /** {@return how many messages of the audience they got within 7 days, at least 0} */
  public long messages() {
    return messages;
  }

  /** {@return how many posts are left out because they are younger than 7 days, at least 0} */
  public long young() {
    return young;
  }

  /** {@return whether there are too few posts to tell; true for fewer than 20} */
  public boolean isTooFew() {
    return posts < ENOUGH;
  }

  /**
   * {@return the share of the messages that the post with most of them has, in [0, 1]; NaN where
   * posts are too few or there is no message}
   */
  public double topShare() {
    return isTooFew() ? Double.NaN : shareOfLargest(1);
  }

  /**
   * {@return the share that the tenth of the posts with most messages has, of the top {@code
   * ceil(n/10)}, in [0, 1]; NaN where posts are too few or there is no message}
   */
  public double topTenthShare() {
    return isTooFew() ? Double.NaN : shareOfLargest(EqualShares.tenthOf(posts));
  }

  /**
   * {@return Gini's coefficient of the messages by post, in [0, 1), 0 where all posts have the
   * same; NaN where posts are too few or there is no message}
   */
  public double gini() {
    if (isTooFew() || messages == 0) {
      return Double.NaN;
    }
    double sum = 0;
    double begin = 0;
    for (long each : reach.keys()) {
      double same = reach.count(each);
      sum += same * (2 * begin + same - reach.total()) * each;
      begin += same;
    }
    return Math.max(0, sum / reach.total() / messages);
  }

  private double shareOfLargest(long largest) {
    double sum = 0;
    long left = largest;
    long[] keys = reach.keys();
    for (int i = keys.length - 1; left > 0; i--) {
      long taken = Math.min(left, reach.count(keys[i]));
      sum += (double) taken * keys[i];
      left -= taken;
    }
    return sum / messages;
  }

  /**
   * {@return what these numbers would be on average if all posts were alike; simulated with a fixed
   * seed, anew at each call; NaN where posts are too few, there is no message, or there are more
   * than 20 million of either} Where messages do not name the one they reply to each is a thread of
   * its own, and less is expected than should be.
   */
  public EqualShares expected() {
    return isTooFew() || Math.max(posts, messages) > MOST
        ? new EqualShares(Double.NaN, Double.NaN, Double.NaN)
        : EqualShares.simulate(
            posts,
            threads.keys(),
            Arrays.stream(threads.keys()).map(threads::count).toArray(),
            SEED);
  }

  /** Returns such as {@code top post 0.35 of 412 messages, 0.04 if all were alike, 60 posts}. */
  @Override
  public String toString() {
    String of = Brief.count(posts, "post");
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
