package dev.repartee.openness;

import dev.repartee.internal.tally.NameSet;
import dev.repartee.measure.Opened.Outcomes;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.model.Sentiment;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.SurvivalCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The waits of turns that praise and of turns that criticize, in replicate groups. */
final class SidesTally implements Tally.Declared<SidesTally> {
  private static final TallyForm<SidesTally> FORM =
      TallyForm.of(SidesTally.class)
          .times(t -> t.times)
          .counts(t -> t.asides)
          .part(t -> t.organizations);

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
  private static final int GROUPINGS = 3;

  /** Answered and waiting, side by side. */
  private final List<LatencyGroups> times = new ArrayList<>();

  private final long[] asides = new long[Aside.values().length];
  private final NameSet organizations = new NameSet();

  /** What becomes of turns, by the names of the facts that count it. */
  static Outcomes<SidesTally> outcomes() {
    Outcomes<SidesTally> outcomes = Outcomes.none();
    for (int side = 0; side < SIDES; side++) {
      int answered = 2 * side;
      int waiting = answered + 1;
      String name = side == PRAISE ? "praise" : "criticism";
      outcomes =
          outcomes
              .with(
                  name + "_turns",
                  t -> t.times.get(answered).total() + t.times.get(waiting).total(),
                  t -> Math.max(t.longest(answered), t.longest(waiting)))
              .with(
                  name + "_unanswered", t -> t.times.get(waiting).total(), t -> t.longest(waiting));
    }
    for (Aside aside : Aside.values()) {
      String name = "excluded_" + aside.name().toLowerCase(Locale.ROOT);
      outcomes = outcomes.with(name, t -> t.count(aside.ordinal()));
    }
    return outcomes;
  }

  private long longest(int which) {
    return times.get(which).longest();
  }

  SidesTally() {
    for (int i = 0; i < 2 * SIDES; i++) {
      times.add(new LatencyGroups(GROUPINGS));
    }
  }

  void add(
      Slice slice, int anchor, @Nullable Sentiment sentiment, boolean isAnswered, long millis) {
    organizations.addOrganization(slice, anchor);
    if (millis < 0) {
      count(Aside.CLOCK_SKEW);
    } else if (sentiment == null) {
      count(Aside.UNLABELLED);
    } else if (sentiment == Sentiment.NEUTRAL) {
      count(Aside.NEUTRAL);
    } else {
      int side = sentiment == Sentiment.POSITIVE ? PRAISE : CRITICISM;
      times.get(2 * side + (isAnswered ? 0 : 1)).add(millis, slice.groups(anchor));
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

  List<String> organizations() {
    return organizations.names();
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
  public TallyForm<SidesTally> form() {
    return FORM;
  }
}
