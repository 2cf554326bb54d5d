package dev.repartee.consistency;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** How many posts got how many messages of the audience in time, and how many are too young. */
final class PostReach implements Tally<PostReach> {
  private final LongCounts posts;
  private long young;

  PostReach() {
    this(new LongCounts());
  }

  private PostReach(LongCounts posts) {
    this.posts = posts;
  }

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
  public void add(PostReach other) {
    posts.add(other.posts);
    young = Math.addExact(young, other.young);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    posts.write(out);
    out.writeLong(young);
  }

  static PostReach read(DataInput in) throws IOException {
    PostReach result = new PostReach(LongCounts.read(in));
    result.young = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return posts() + " posts";
  }
}
