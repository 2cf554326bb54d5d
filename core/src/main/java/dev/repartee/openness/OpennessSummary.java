package dev.repartee.openness;

import dev.repartee.internal.stats.Equivalence;
import dev.repartee.internal.stats.Strata;
import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Summary;
import dev.repartee.openness.SidesTally.Aside;
import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Replicated;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * How criticism is answered compared with praise: both levels, the difference, and the verdict.
 *
 * <p>The verdict is PARITY if the 90 % interval of the {@linkplain #difference() difference} lies
 * inside the margin; else FAVOURS_PRAISE or FAVOURS_CRITICISM if its 95 % interval lies on one side
 * of 0; else UNPROVEN. It is also UNPROVEN if either side has fewer than 10 effective clusters,
 * {@code N^2 / sum n_k^2} over the replicate groups. The verdict is for a single claim: if several
 * are published together, adjust {@link #pValue} ({@code Holm}). Rows of a breakdown are not
 * adjusted.
 *
 * <p>Intervals are those of {@link Difference#of(Replicated, Replicated, double)}. They leave
 * people, and conversations, out of both sides at once, because the same people may praise and
 * criticize, and they remain valid if nearly all or none are answered.
 */
public final class OpennessSummary implements Summary<OpennessSummary> {
  static final int ENOUGH_CLUSTERS = 10;

  private final Duration limit;
  private final double margin;
  private final Breakdown<Sides.Found> channels;
  private final SidesTally all;
  private final List<Stratum> strata;
  private final Equivalence equivalence;
  private final double clusters;

  OpennessSummary(Duration limit, double margin, Breakdown<Sides.Found> channels) {
    this.limit = limit;
    this.margin = margin;
    this.channels = channels;
    this.all = channels.total().tally();
    this.strata =
        channels.parts().stream()
            .map(
                part ->
                    new Stratum(
                        part.name(),
                        part.summary().tally().praise(),
                        part.summary().tally().criticism()))
            .toList();
    List<Stratum> compared = strata.stream().filter(s -> s.isComparable(limit)).toList();
    Strata sides = Stratum.strata(compared, limit);
    this.equivalence = Equivalence.of(sides.first(), sides.second(), margin);
    this.clusters =
        Math.min(
            Stratum.clusters(compared, Stratum::praise),
            Stratum.clusters(compared, Stratum::criticism));
  }

  /** {@return the verdict} */
  public Verdict verdict() {
    if (!(clusters >= ENOUGH_CLUSTERS)) {
      return Verdict.UNPROVEN;
    }
    return switch (equivalence.outcome()) {
      case EQUIVALENT -> Verdict.PARITY;
      case ABOVE -> Verdict.FAVOURS_PRAISE;
      case BELOW -> Verdict.FAVOURS_CRITICISM;
      case UNPROVEN -> Verdict.UNPROVEN;
    };
  }

  /**
   * {@return how much greater the probability of an answer in time is for praise, averaged over
   * channels; from -1 to 1 with its 95 % interval; undefined if no channel has both sides}
   */
  public Estimate difference() {
    return equivalence.difference();
  }

  /** {@return the same as {@link #difference}, with the 90 % interval by which parity is judged} */
  public Estimate differenceForParity() {
    return equivalence.narrowDifference();
  }

  /**
   * {@return the p value of the hypothesis that there is no difference, in [0, 1]; NaN without an
   * interval, or with fewer than 10 effective clusters on a side}
   */
  public double pValue() {
    return clusters >= ENOUGH_CLUSTERS ? equivalence.pValue() : Double.NaN;
  }

  /**
   * {@return how many more turns of praise and criticism together, in their present proportion, are
   * needed to show parity or its opposite with probability 0.8, if the truth is as estimated; 0 if
   * it is shown already; empty if the number is unknown, for example if one side is missing}
   */
  public OptionalLong stillNeeded() {
    if (verdict() != Verdict.UNPROVEN) {
      return OptionalLong.of(0);
    }
    double factor = Math.max(equivalence.observationsFactor(), ENOUGH_CLUSTERS / clusters);
    double more = (factor - 1) * (praiseTurns() + criticismTurns());
    return more < Long.MAX_VALUE
        ? OptionalLong.of((long) Math.ceil(more))
        : OptionalLong.empty(); // not a number, or beyond all numbers
  }

  /** {@return the probability of an answer to praise within the time, over all channels} */
  public Estimate praise() {
    return praiseCurve().within(limit);
  }

  /** {@return the probability of an answer to criticism within the time, over all channels} */
  public Estimate criticism() {
    return criticismCurve().within(limit);
  }

  /**
   * {@return the smaller of the probabilities of an answer in time to praise and to criticism;
   * undefined if either is} It measures how open an organization is: answering nobody does not make
   * it open.
   */
  public Replicated lower() {
    return Replicated.combine(
        List.of(praiseCurve().withinReplicated(limit), criticismCurve().withinReplicated(limit)),
        both -> Math.min(both[0], both[1]));
  }

  /** {@return the curve of praise still waiting, over all channels} */
  public SurvivalCurve praiseCurve() {
    return all.praise();
  }

  /** {@return the curve of criticism still waiting, over all channels} */
  public SurvivalCurve criticismCurve() {
    return all.criticism();
  }

  /** {@return the number of turns that praise, answered and waiting} */
  public long praiseTurns() {
    return praiseCurve().count();
  }

  /** {@return the number of turns that criticize, answered and waiting} */
  public long criticismTurns() {
    return criticismCurve().count();
  }

  /** {@return the number of turns that praise and are still waiting, at least 0} */
  public long praiseUnanswered() {
    return praiseTurns() - praiseCurve().eventCount();
  }

  /** {@return the number of turns that criticize and are still waiting, at least 0} */
  public long criticismUnanswered() {
    return criticismTurns() - criticismCurve().eventCount();
  }

  /** {@return the number of turns that begin with a neutral message, at least 0} */
  public long neutral() {
    return leftOut(Aside.NEUTRAL);
  }

  /** {@return the number of turns that begin with a message without a label, at least 0} */
  public long unlabelled() {
    return leftOut(Aside.UNLABELLED);
  }

  /** {@return the number of turns left out because their answer has an earlier time, at least 0} */
  public long clockSkew() {
    return leftOut(Aside.CLOCK_SKEW);
  }

  /** {@return the number of messages addressed to none of several organizations, at least 0} */
  public long unaddressed() {
    return leftOut(Aside.UNADDRESSED);
  }

  /**
   * {@return the number of turns left out because the directory has nobody who could answer, at
   * least 0}
   */
  public long unanswerable() {
    return leftOut(Aside.UNANSWERABLE);
  }

  /**
   * {@return the names of the channels left out of the difference, in order, because one of the
   * sides has no turns there, or none that was watched long enough}
   */
  public List<String> notCompared() {
    return strata.stream()
        .filter(s -> s.turns() > 0 && !s.isComparable(limit))
        .map(Stratum::channel)
        .toList();
  }

  /** {@return the names of the organizations whose turns are pooled here, in order} */
  public Set<String> organizations() {
    return new TreeSet<>(all.organizations());
  }

  @Override
  public Origin origin() {
    return channels.origin();
  }

  @Override
  public OpennessSummary merge(OpennessSummary other) {
    return new OpennessSummary(limit, margin, channels.merge(other.channels));
  }

  @Override
  public byte[] toBytes() {
    return channels.toBytes();
  }

  @Override
  public Facts facts() {
    return new OpennessFacts(this, limit, margin, clusters).of(strata);
  }

  long leftOut(Aside aside) {
    return all.count(aside.ordinal());
  }

  private String notes() {
    StringBuilder text = new StringBuilder("in time: ").append(DurationText.of(limit));
    text.append("\npraise less criticism, by channel: ").append(difference());
    text.append(", margin ").append(NumberText.decimal(margin));
    text.append("\n90 % interval, for parity: ").append(differenceForParity());
    if (verdict() == Verdict.UNPROVEN) {
      text.append("\nunproven: ").append(reason());
    }
    if (organizations().size() > 1) {
      text.append('\n')
          .append(organizations().size())
          .append(" organizations pooled; by(Dimension.ADDRESSEE) tells them apart");
    }
    for (Aside aside : Aside.values()) {
      long count = leftOut(aside);
      if (count > 0) {
        text.append("\nleft out: ").append(NumberText.count(count)).append(' ');
        text.append(aside.text());
      }
    }
    return text.toString();
  }

  private String reason() {
    if (praiseTurns() == 0 || criticismTurns() == 0) {
      return missingSides();
    }
    String few =
        clusters >= ENOUGH_CLUSTERS
            ? ""
            : "fewer than " + ENOUGH_CLUSTERS + " effective clusters on a side; ";
    OptionalLong needed = stillNeeded();
    return few
        + (needed.isPresent()
            ? NumberText.count(needed.getAsLong()) + " more turns would tell"
            : "the number of turns still needed is not known");
  }

  private String missingSides() {
    String praise = praiseTurns() == 0 ? "no praise" : "";
    String criticism = criticismTurns() == 0 ? "no criticism" : "";
    return praise + (praise.isEmpty() || criticism.isEmpty() ? "" : ", ") + criticism;
  }

  private String headline() {
    String head = "openness: " + verdict();
    if (praiseTurns() == 0 || criticismTurns() == 0) {
      return head + ", " + missingSides();
    }
    String levels =
        ", "
            + NumberText.share(praise().value())
            + " against "
            + NumberText.share(criticism().value());
    return head.length() + levels.length() <= Brief.HEADLINE ? head + levels : head;
  }

  @Override
  public String toString() {
    String text =
        origin().under(headline())
            + "\npraise "
            + praise()
            + ", "
            + NumberText.count(praiseTurns())
            + " turns\ncriticism "
            + criticism()
            + ", "
            + NumberText.count(criticismTurns())
            + " turns\n"
            + notes()
            + "\n"
            + origin();
    return Brief.cut(text);
  }

  /** What the data shows about answers to criticism compared with praise. */
  public enum Verdict {
    /** The difference is shown to be smaller than the margin. Answering nobody is parity too. */
    PARITY,
    /** Praise is shown to be answered sooner, or more often. */
    FAVOURS_PRAISE,
    /** Criticism is shown to be answered sooner, or more often. */
    FAVOURS_CRITICISM,
    /** None of these is shown; there may be too few turns, people or conversations. */
    UNPROVEN
  }
}
