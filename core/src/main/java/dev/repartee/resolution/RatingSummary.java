package dev.repartee.resolution;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Summary;
import dev.repartee.model.Act;
import dev.repartee.resolution.Ratings.Options;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Interval;
import dev.repartee.stats.LatencyDistribution;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How people rated the way they were treated, and how many did not rate.
 *
 * <p>If the log contains no rating, the numbers are unknown rather than 0: {@link #isObserved} is
 * false, and every method about ratings throws an {@code IllegalStateException}.
 *
 * @see Ratings
 */
public final class RatingSummary extends Summary.Backed<RatingSummary> {
  private final Options options;
  private final Evidence<RatingTally> evidence;
  private final RatingTally tally;
  private final boolean isObserved;

  RatingSummary(Options options, Evidence<RatingTally> evidence) {
    this(options, evidence, (evidence.seenKinds().on("") & SeenKinds.RATINGS) != 0);
  }

  private RatingSummary(Options options, Evidence<RatingTally> evidence, boolean isObserved) {
    super(evidence, merged -> new RatingSummary(options, merged));
    this.options = options;
    this.evidence = evidence;
    this.tally = evidence.tally();
    this.isObserved = isObserved;
  }

  /**
   * {@return whether the log, up to its as-of, contains any rating; if not, nothing can be said}
   */
  public boolean isObserved() {
    return isObserved;
  }

  private RatingTally observed() {
    if (!isObserved) {
      throw new IllegalStateException(
          "ratings (none in the log) are not observed; add Act.of(ActKind.RATE, …), or ask"
              + " isObserved() first");
    }
    return tally;
  }

  /**
   * {@return the number of people who rated in time, among those whose time to rate is over; at
   * least 0}
   */
  public long rated() {
    return observed().rated().total();
  }

  /**
   * {@return the number of people who did not rate in time, among those whose time to rate is over;
   * at least 0}
   */
  public long silent() {
    return observed().silent.total();
  }

  /**
   * {@return the number of people who were answered, or whose question was resolved, and who can
   * still rate in time; at least 0}
   */
  public long stillInTime() {
    return observed().stillInTime;
  }

  /** {@return the number of strands not answered, or not resolved, which leave nothing to rate} */
  public long unanswered() {
    return tally.unanswered;
  }

  /**
   * {@return the number of strands left out: opened by the organization, without their beginning,
   * or opened by a message that expects no response}
   */
  public long leftOut() {
    return tally.leftOut;
  }

  /**
   * {@return the number of ratings that do not count, because they came from a member, from
   * somebody other than the person who asked, or before there was anything to rate; at least 0}
   */
  public long withoutSay() {
    return observed().withoutSay;
  }

  /**
   * {@return the share of people who rated in time, among those whose time is over; undefined if
   * there are none}
   */
  public Proportion ratedShare() {
    return observed().rated().shareBeside(tally.silent);
  }

  /**
   * {@return the probability of a rating within a time since the answer or the resolution, with
   * those not watched that long as censored; undefined if nobody was watched that long}
   *
   * @param time the time, inclusive
   */
  public Estimate ratedWithin(Duration time) {
    return SurvivalCurve.of(observed().untilRated, tally.unrated).within(time);
  }

  /**
   * {@return the share of ratings at or above a value; undefined if nobody rated}
   *
   * @param stars the value
   * @throws IllegalArgumentException if no rating can have this value, see {@link Act#rating(int)}
   */
  public Proportion atLeast(int stars) {
    Act.requireStars(stars);
    return lacking().within(Duration.ofMillis(RatingTally.lacking(stars)));
  }

  private LatencyDistribution lacking() {
    return observed().rated().distribution();
  }

  /** {@return the mean of the ratings, with its interval; undefined if nobody rated} */
  public Estimate mean() {
    DurationEstimate mean = lacking().mean();
    if (!mean.isReached()) {
      return Estimate.undefined(mean.note());
    }
    double value = Act.MOST_STARS - mean.millis();
    return mean.hasInterval()
        ? Estimate.of(
            value,
            mean.standardErrorMillis(),
            new Interval(Act.MOST_STARS - mean.highMillis(), Act.MOST_STARS - mean.lowMillis()),
            mean.level(),
            mean.groups())
        : Estimate.withoutInterval(value, mean.groups(), mean.note());
  }

  /** {@return the counts of the ratings that occur, ascending by rating, unmodifiable} */
  public Map<Integer, Long> counts() {
    LatencyDistribution lacking = lacking();
    Map<Integer, Long> counts = new TreeMap<>();
    if (!lacking.isEmpty()) {
      long before = 0;
      for (int lack = (int) lacking.minMillis(); lack <= lacking.maxMillis(); lack++) {
        long upTo = lacking.countAtMost(lack);
        if (upTo > before) {
          counts.put(Act.MOST_STARS - lack, upTo - before);
        }
        before = upTo;
      }
    }
    return Collections.unmodifiableMap(counts);
  }

  /**
   * {@return Pearson's correlation of the rating with the logarithm of the wait for the answer, or
   * the resolution; in [-1, 1], with an interval by replicates; undefined with fewer than three
   * ratings, or if all ratings or all waits are equal} It is an association: people who wait long
   * may differ in other ways.
   */
  public Estimate association() {
    Estimate found = observed().waits.estimate(RatingTally.WaitSums::correlation);
    if (!found.hasInterval()) {
      return found;
    }
    return Estimate.of(
        found.value(),
        found.standardError(),
        new Interval(Math.max(-1, found.low()), Math.min(1, found.high())),
        found.level(),
        found.groups());
  }

  @Override
  public Facts facts() {
    RatingSummary all = new RatingSummary(options, evidence, true);
    Facts.Builder facts = Facts.of(origin());
    (isObserved ? facts : facts.notObserved("no act rates"))
        .count("rated", all.rated())
        .share("rated_share", all.ratedShare())
        .number("rating_mean", all.mean())
        .inDetail()
        .count("silent", all.silent())
        .time("time_to_rate", Optional.of(options.within()))
        .number("association_with_wait", all.association())
        .count("still_in_time", all.stillInTime())
        .count("ratings_without_say", all.withoutSay());
    facts
        .inDetail()
        .count(options.isOfResolved() ? "not_resolved" : "not_answered", unanswered())
        .count("excluded", leftOut());
    all.counts().forEach((stars, n) -> facts.about("rating", stars.toString()).count("rated", n));
    return facts.build();
  }

  private String headline() {
    if (!isObserved) {
      return "ratings: not observed";
    }
    long all = rated() + silent();
    if (all == 0) {
      return "ratings: no data";
    }
    String share = NumberText.count(rated()) + "/" + NumberText.count(all) + " rated";
    return Brief.headline("ratings: mean " + NumberText.decimal(mean().value()) + ", " + share);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(origin().under(headline()));
    if (isObserved) {
      String within = DurationText.of(options.within());
      text.append("\nrated within ").append(within).append(": ").append(ratedShare());
      text.append("\nmean of these ").append(mean());
      text.append("\nassociation with the wait ").append(association());
      text.append("\n").append(NumberText.count(stillInTime())).append(" still in time, ");
      text.append(NumberText.count(unanswered()));
      text.append(options.isOfResolved() ? " not resolved" : " not answered");
      if (withoutSay() > 0) {
        text.append("\n").append(Brief.count(withoutSay(), "rating")).append(" without a say");
      }
    }
    return Brief.cut(text.append("\n").append(origin()));
  }
}
