package dev.repartee.openness;

import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.model.Sentiment;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.SurvivalCurve;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The waits of turns that praise and of turns that criticize, in replicate groups. */
final class SidesTally implements Tally<SidesTally> {
  /** What is counted besides. */
  enum Aside {
    NEUTRAL("neutral"),
    UNLABELLED("without a label"),
    CLOCK_SKEW("with an answer that bears an earlier time"),
    UNADDRESSED("messages that speak to no organization"),
    UNANSWERABLE("which nobody can answer");

    private final String text;

    Aside(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private static final int PRAISE = 0;
  private static final int CRITICISM = 1;
  private static final int SIDES = 2;
  private static final int GROUPINGS = 2;

  /** Answered and waiting, side by side. */
  private final List<LatencyGroups> times = new ArrayList<>();

  private final long[] asides = new long[Aside.values().length];
  private final Set<String> organizations = new TreeSet<>();
  private final BitSet namedCodes = new BitSet();

  SidesTally() {
    for (int i = 0; i < 2 * SIDES; i++) {
      times.add(new LatencyGroups(GROUPINGS));
    }
  }

  void add(
      Slice slice, int anchor, @Nullable Sentiment sentiment, boolean isAnswered, long millis) {
    int code = slice.organization(anchor);
    if (code != Slice.NONE && !namedCodes.get(code)) {
      namedCodes.set(code);
      organizations.add(slice.organizationName(code));
    }
    if (millis < 0) {
      count(Aside.CLOCK_SKEW);
    } else if (sentiment == null) {
      count(Aside.UNLABELLED);
    } else if (sentiment == Sentiment.NEUTRAL) {
      count(Aside.NEUTRAL);
    } else {
      int side = sentiment == Sentiment.POSITIVE ? PRAISE : CRITICISM;
      times
          .get(2 * side + (isAnswered ? 0 : 1))
          .add(millis, slice.personGroup(anchor), slice.conversationGroup(anchor));
    }
  }

  void addUnaddressed() {
    count(Aside.UNADDRESSED);
  }

  void addUnanswerable() {
    count(Aside.UNANSWERABLE);
  }

  private void count(Aside aside) {
    asides[aside.ordinal()]++;
  }

  long count(int aside) {
    return asides[aside];
  }

  Set<String> organizations() {
    return organizations;
  }

  SurvivalCurve praise() {
    return curve(PRAISE);
  }

  SurvivalCurve criticism() {
    return curve(CRITICISM);
  }

  private SurvivalCurve curve(int side) {
    return SurvivalCurve.of(times.get(2 * side), times.get(2 * side + 1));
  }

  @Override
  public void add(SidesTally other) {
    for (int i = 0; i < times.size(); i++) {
      times.get(i).addAll(other.times.get(i));
    }
    for (int i = 0; i < asides.length; i++) {
      asides[i] = Math.addExact(asides[i], other.asides[i]);
    }
    organizations.addAll(other.organizations);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (LatencyGroups group : times) {
      group.write(out);
    }
    for (long count : asides) {
      out.writeLong(count);
    }
    out.writeInt(organizations.size());
    for (String organization : organizations) {
      out.writeUTF(organization);
    }
  }

  static SidesTally read(DataInput in) throws IOException {
    SidesTally result = new SidesTally();
    for (int i = 0; i < result.times.size(); i++) {
      LatencyGroups group = LatencyGroups.read(in);
      if (group.groupings() != GROUPINGS) {
        throw new IOException(group.groupings() + " groupings where there should be " + GROUPINGS);
      }
      result.times.set(i, group);
    }
    for (int i = 0; i < result.asides.length; i++) {
      result.asides[i] = in.readLong();
    }
    for (int left = in.readInt(); left > 0; left--) {
      result.organizations.add(in.readUTF());
    }
    return result;
  }

  @Override
  public String toString() {
    return praise().count() + " turns of praise, " + criticism().count() + " of criticism";
  }
}
