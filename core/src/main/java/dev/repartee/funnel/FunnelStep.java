package dev.repartee.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.internal.text.OptionText;
import dev.repartee.measure.EventFilter;
import java.time.Duration;
import java.util.Objects;

/**
 * A step of a funnel: a name, the events that complete it, and how long after the step before they
 * may come.
 *
 * <pre>{@code
 * FunnelStep.of("subscribed", EventFilter.acts(ActKind.SUBSCRIBE))
 *     .noSoonerThan(Duration.ofMinutes(1))
 *     .noLaterThan(Duration.ofDays(7));
 * // ==> "subscribed" = subscribe, after 1 min to 7 d
 * }</pre>
 *
 * <p>Immutable.
 */
public final class FunnelStep {
  /** The longest time of a step without a maximum. */
  static final long UNLIMITED = Long.MAX_VALUE;

  private final String name;
  private final EventFilter filter;
  private final long minimum;
  private final long maximum;
  private final boolean optional;

  private FunnelStep(
      String name, EventFilter filter, long minimum, long maximum, boolean optional) {
    this.name = name;
    this.filter = filter;
    this.minimum = minimum;
    this.maximum = maximum;
    this.optional = optional;
  }

  /**
   * {@return a step at any time after the one before it}
   *
   * @param name its name
   * @param filter the events that complete it
   * @throws IllegalArgumentException if the name is blank
   */
  public static FunnelStep of(String name, EventFilter filter) {
    checkArgument(!name.isBlank(), "name of a step (%s) must not be blank: results go by it", name);
    return new FunnelStep(name, Objects.requireNonNull(filter, "filter"), 0, UNLIMITED, false);
  }

  /**
   * {@return a copy with a minimum time since the last completed step}
   *
   * @param duration the minimum time, inclusive
   * @throws IllegalArgumentException if it is negative
   */
  public FunnelStep noSoonerThan(Duration duration) {
    return new FunnelStep(name, filter, millis("noSoonerThan", duration), maximum, optional);
  }

  /**
   * {@return a copy with a maximum time since the last completed step}
   *
   * @param duration the maximum time, inclusive
   * @throws IllegalArgumentException if it is negative
   */
  public FunnelStep noLaterThan(Duration duration) {
    return new FunnelStep(name, filter, minimum, millis("noLaterThan", duration), optional);
  }

  /** {@return an optional copy, which a chain may skip} */
  public FunnelStep optional() {
    return new FunnelStep(name, filter, minimum, maximum, true);
  }

  /** A duration that is not negative; one beyond the range of time is cut to it. */
  static long millis(String what, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          what + " (" + duration + ") must not be negative; time runs forward in a funnel");
    }
    Duration most = Duration.ofDays(10_000L * 366);
    return (duration.compareTo(most) < 0 ? duration : most).toMillis();
  }

  /** {@return the name} */
  public String name() {
    return name;
  }

  /** {@return the events that complete it} */
  public EventFilter filter() {
    return filter;
  }

  /** {@return whether a chain may skip it; false by default} */
  public boolean isOptional() {
    return optional;
  }

  long minimum() {
    return minimum;
  }

  long maximum() {
    return maximum;
  }

  boolean isTimed() {
    return minimum > 0 || maximum != UNLIMITED;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(OptionText.quoted(name)).append(" = ").append(filter);
    if (minimum > 0) {
      text.append(", after ").append(OptionText.exact(minimum));
      text.append(maximum == UNLIMITED ? " or more" : " to " + OptionText.exact(maximum));
    } else if (maximum != UNLIMITED) {
      text.append(", after at most ").append(OptionText.exact(maximum));
    }
    return text.append(optional ? ", optional" : "").toString();
  }
}
