package dev.repartee.buzz;

import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;

/**
 * What people say about each organization, how far that spreads, and what people do with what the
 * organization says.
 *
 * <pre>{@code
 * BuzzSummary buzz = log.measure(Buzz.standard());
 * // buzz ==> buzz of Acme: 1 mention, earned voice 0.50
 * buzz.voice("Acme").amplification();         // 0.00 shares per post, 0/0
 * log.measure(Buzz.standard().by(Dimension.month(ZoneOffset.UTC)));     // mentions per month
 * }</pre>
 *
 * <p>Every row is a fact and its own anchor: a comment counts in the month in which it was made,
 * whenever the post was. A row concerns the organization that its author is a member of, else the
 * one it is addressed to; a message that names a member also concerns the organization of that
 * member. Rows of the audience that concern none are {@linkplain BuzzSummary#unaddressed
 * unaddressed}; automatic ones are {@linkplain BuzzSummary#automatic counted separately}. What an
 * organization sends automatically, or by bots, is part of its own voice. Rows without an author
 * count as rows, but not as persons.
 *
 * <p>This is a measure over persons, because acts are stored with the persons who did them. It
 * takes time linear in the number of rows; memory grows with the number of persons, by about 30
 * bytes and the name.
 *
 * <p>Guide: {@code core/docs/guide/metrics/buzz.md}.
 */
public final class Buzz implements Measure<BuzzSummary> {
  private static final Buzz STANDARD = new Buzz();

  private Buzz() {}

  /** {@return the measure} It has no options. */
  public static Buzz standard() {
    return STANDARD;
  }

  @Override
  public Plan<?, BuzzSummary> plan() {
    return Plan.of("buzz", Unit.PERSON, BuzzTally::new, BuzzSweep::sweep)
        .withSeenKinds()
        .into(BuzzSummary::new);
  }

  @Override
  public String toString() {
    return "buzz";
  }
}
