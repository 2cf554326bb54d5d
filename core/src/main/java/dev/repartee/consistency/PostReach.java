package dev.repartee.consistency;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;

/**
 * How many posts got how many messages of the audience in time, in threads of what size, and how
 * many are too young.
 */
final class PostReach implements Tally.Declared<PostReach> {
  /** More than any log has, and so few that sums of them fit. */
  private static final double MOST_MESSAGES = 0x1p50;

  private static final TallyForm<PostReach> FORM =
      TallyForm.of(PostReach.class)
          .part(t -> t.posts)
          .count(t -> t.young, (t, n) -> t.young = n)
          .check(t -> t.posts.sum() < MOST_MESSAGES, "posts got more messages than a log can have")
          .part(t -> t.threads)
          .check(
              t -> t.threads.sum() == t.posts.sum(), "threads hold other messages than posts got");

  /** The number of posts by the number of messages they got. */
  final LongCounts posts = LongCounts.below(Integer.MAX_VALUE);

  /** The number of threads by the number of their messages. */
  final LongCounts threads = new LongCounts(size -> size > 0 && size < Integer.MAX_VALUE);

  long young;

  void add(long messages) {
    posts.add(messages, 1);
  }

  /** Counts a thread below a counted post: a reply to it with everything below. */
  void addThread(long messages) {
    threads.add(messages, 1);
  }

  @Override
  public TallyForm<PostReach> form() {
    return FORM;
  }
}
