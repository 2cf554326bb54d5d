package dev.repartee.consistency;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import java.util.Arrays;

/** How many posts got how many messages of the audience in time, and how many are too young. */
final class PostReach implements Tally.Declared<PostReach> {
  private static final TallyForm<PostReach> FORM =
      TallyForm.of(PostReach.class).part(t -> t.posts).count(t -> t.young, (t, n) -> t.young = n);

  private final LongCounts posts = new LongCounts();
  private long young;

  void add(long messages) {
    posts.add(messages, 1);
  }

  void addYoung() {
    young++;
  }

  long posts() {
    return posts.total();
  }

  long young() {
    return young;
  }

  /** What each post got, the smallest first. */
  long[] messages() {
    long[] each = new long[Math.toIntExact(posts.total())];
    int begin = 0;
    for (long messages : posts.keys()) {
      int end = begin + (int) posts.count(messages);
      Arrays.fill(each, begin, end, messages);
      begin = end;
    }
    return each;
  }

  @Override
  public TallyForm<PostReach> form() {
    return FORM;
  }
}
