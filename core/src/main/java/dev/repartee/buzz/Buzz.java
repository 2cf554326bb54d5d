package dev.repartee.buzz;

import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;

/**
 * What people say about each organization, how far it carries, and what they do with what it says.
 *
 * <pre>{@code
 * BuzzSummary buzz = log.measure(Buzz.standard());
 * // buzz ==> buzz of Acme: 1 mention, earned voice 0.50
 * buzz.voice("Acme").amplification();         // 0.00 shares per post, 0/0
 * log.measure(Buzz.standard().by(Dimension.month(ZoneOffset.UTC)));     // mentions per month
 * }</pre>
 *
 * <p>Every row is a fact of its own and its own anchor: a comment counts in the month in which it
 * was made, whenever the post was. A row concerns the organization that its author is a member of,
 * else the one it is addressed to; a message that names a member concerns that member's too. Rows
 * of the audience that concern none are {@linkplain BuzzSummary#unaddressed unaddressed}, automatic
 * ones {@linkplain BuzzSummary#automatic apart}. What an organization sends automatically is its
 * own voice like the rest, and so is what its bots say. Rows without an author count as rows, and
 * as nobody where persons are counted.
 *
 * <p>Acts stand with the persons who did them, so this is a measure over persons. The time is
 * linear in the rows; the memory grows with the persons, by some 30 bytes and the name.
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
