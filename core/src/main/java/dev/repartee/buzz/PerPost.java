package dev.repartee.buzz;

import dev.repartee.stats.Estimate;
import dev.repartee.text.NumberText;

/**
 * How often something happened for each post of an organization, or why that is not known.
 *
 * @param what what happened, in the plural
 * @param isObserved whether the log holds anything of the kind; where it holds none, that nobody
 *     did it cannot be told from data that do not show it
 * @param count how often it happened; 0 where it is not observed
 * @param posts how many posts there were
 * @param estimate count over posts with its error; undefined without posts, or not observed
 */
public record PerPost(String what, boolean isObserved, long count, long posts, Estimate estimate) {
  /**
   * Returns how often it happened for each post.
   *
   * @return at least 0; NaN where it is not observed, or there are no posts
   */
  public double value() {
    return estimate.value();
  }

  @Override
  public String toString() {
    if (!isObserved) {
      return what + " per post: not observed";
    }
    return estimate
        + " "
        + what
        + " per post, "
        + NumberText.count(count)
        + "/"
        + NumberText.count(posts);
  }
}
