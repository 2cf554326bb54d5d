package dev.repartee.consistency;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What happened at one place: messages and answers by day, sittings, and what posts got. */
record RhythmTally(
    LongCounts own, LongCounts audience, LongCounts answers, Sittings sittings, PostReach posts)
    implements Tally<RhythmTally> {
  RhythmTally() {
    this(new LongCounts(), new LongCounts(), new LongCounts(), new Sittings(), new PostReach());
  }

  @Override
  public void add(RhythmTally other) {
    own.add(other.own);
    audience.add(other.audience);
    answers.add(other.answers);
    sittings.add(other.sittings);
    posts.add(other.posts);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    own.write(out);
    audience.write(out);
    answers.write(out);
    sittings.write(out);
    posts.write(out);
  }

  static RhythmTally read(DataInput in) throws IOException {
    return new RhythmTally(
        Weeks.readByDay(in),
        Weeks.readByDay(in),
        Weeks.readByDay(in),
        Sittings.read(in),
        PostReach.read(in));
  }
}
