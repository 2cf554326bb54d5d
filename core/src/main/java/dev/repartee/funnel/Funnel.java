package dev.repartee.funnel;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Lists;
import dev.repartee.internal.text.OptionText;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import dev.repartee.model.ActKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many people come through a series of steps, how far, and how fast.
 *
 * <pre>{@code
 * Funnel funnel = Funnel.builder()
 *     .step("wrote", EventFilter.messages())
 *     .step("shared", ActKind.SHARE)
 *     .step("followed", ActKind.FOLLOW)
 *     .within(Duration.ofDays(30))
 *     .build();
 * FunnelSummary summary = log.measure(funnel);
 * // summary ==> funnel: 1 began, 1 came through
 * summary.step("shared").conversionSoFar();            // 1.00 1/1
 * log.measure(funnel.by(Dimension.month(zone)));       // by the month of the first step
 * log.measure(funnel.explaining("carl"));              // what carl did, and why he stopped
 * }</pre>
 *
 * <p><b>Who.</b> Persons of the audience, with all accounts of a person together. Members' actions,
 * automatic rows ({@link FunnelSummary#automatic}) and rows without an author ({@link
 * FunnelSummary#anonymous}) are ignored. A person who joins an organization is watched until first
 * joining one, as if the log ended there. Events happen at their effective times. The anchor of a
 * person is the person's first event of the first step; it decides which key, window and filter the
 * person belongs to.
 *
 * <p><b>What.</b> A <em>chain</em> begins with an event of the first step and continues with one
 * event of each following step, in order. A person has reached the steps of the deepest possible
 * chain, and each step at the first instant at which any chain reaches it. Funnel tools differ in
 * these choices:
 *
 * <table border="1">
 * <caption>What can be chosen</caption>
 * <tr><th>choice</th><th>default</th><th>other</th></tr>
 * <tr><td>window</td><td>none</td><td>{@link Builder#within}: from the first step, end inclusive; {@link FunnelStep#noSoonerThan}, {@link FunnelStep#noLaterThan}: from the step before</td></tr>
 * <tr><td>equal times</td><td>the order that favors progress</td><td>{@link
 *     Builder#strictlyIncreasing}</td></tr>
 * <tr><td>an event that matches several steps</td><td>completes all of them</td><td>{@link
 *     Builder#oneStepPerEvent}</td></tr>
 * <tr><td>the first step again</td><td>starts another chain</td><td>{@link
 *     Builder#firstChainOnly}</td></tr>
 * <tr><td>an event between steps</td><td>ignored</td><td>{@link Builder#strictOrder}; {@link
 *     Builder#excluding(String, EventFilter)}</td></tr>
 * <tr><td>a step again</td><td>ignored</td><td>{@link Builder#noRepeats}</td></tr>
 * <tr><td>order</td><td>that of the steps</td><td>{@link Builder#anyOrder}; {@link
 *     FunnelStep#optional}</td></tr>
 * <tr><td>properties</td><td>may differ along a chain</td><td>{@link Builder#holding}</td></tr>
 * <tr><td>a person who begins again</td><td>counts once, by the first event of the first step</td><td>{@link Builder#everyEntryByDay}, {@link Builder#everyEntryByWeek}, {@link
 *     Builder#everyEntryByMonth}: once in each period</td></tr>
 * </table>
 *
 * <p>With a window, the defaults are those of ClickHouse's {@code windowFunnel}. Its modes
 * correspond as follows:
 *
 * <table border="1">
 * <caption>The modes of windowFunnel</caption>
 * <tr><th>ClickHouse</th><th>here</th></tr>
 * <tr><td>default</td><td>{@code within(window)}</td></tr>
 * <tr><td>{@code 'strict_order'}</td><td>{@code within(window).strictOrder()}</td></tr>
 * <tr><td>{@code 'strict_deduplication'}</td><td>{@code within(window).noRepeats()}</td></tr>
 * <tr><td>{@code 'strict_increase'}</td><td>{@code within(window).strictlyIncreasing()}</td></tr>
 * <tr><td>{@code 'strict_once'}</td><td>{@code within(window).oneStepPerEvent()}</td></tr>
 * </table>
 *
 * <p>ClickHouse keeps only the last event of each step and reads the events of one instant in the
 * order of the steps, those of no step first. This class keeps all chains and orders the events of
 * one instant so as to favor progress. Results therefore differ in these cases:
 *
 * <ul>
 *   <li>With strictly increasing times, a chain is found here that ClickHouse loses when an event
 *       of the same step, at the instant of the next step, overwrites it.
 *   <li>In strict order, an event in between ends the chain but not the scan, so a later first step
 *       can start another chain; such an event at the instant of the next step ends the chain only
 *       after that step.
 *   <li>Without repeats, the steps reached are kept, whereas ClickHouse returns the step of the
 *       event just before the repeat; and the same step twice at one instant is not a repeat.
 * </ul>
 *
 * <p>Contradictory options make {@link Builder#build} fail with the reason.
 *
 * <p>It makes one pass in order of time, which is linear in the events of a person. Ordering
 * several events of one instant takes the square of the number of steps for that instant.
 *
 * <p>Guide: {@code core/docs/guide/metrics/funnel.md}.
 */
public final class Funnel implements Measure<FunnelSummary> {
  private final FunnelRules rules;

  private Funnel(FunnelRules rules) {
    this.rules = rules;
  }

  /**
   * {@return the funnel of acts, one kind after the other, without a time limit} Steps are named
   * after the kinds, in lower case: {@code summary.step("click")}.
   *
   * @param first the kind of the first step
   * @param second the kind of the second
   * @param more the kinds of further steps
   * @throws IllegalArgumentException if a kind is given twice
   */
  public static Funnel of(ActKind first, ActKind second, ActKind... more) {
    Builder builder = builder();
    for (ActKind kind : Lists.asList(first, second, more)) {
      builder.step(kind.name().toLowerCase(Locale.ROOT), kind);
    }
    return builder.build();
  }

  /** {@return a new builder without steps} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects steps and options. */
  public static final class Builder {
    private final List<FunnelStep> steps = new ArrayList<>();
    private final List<Ban> bans = new ArrayList<>();
    private long window = FunnelRules.UNLIMITED;
    private boolean strictlyIncreasing;
    private boolean oneStepPerEvent;
    private boolean firstChainOnly;
    private boolean strictOrder;
    private boolean noRepeats;
    private boolean anyOrder;
    private EventFilter.@Nullable Property held;
    private @Nullable EventFilter ignored;
    private @Nullable Periods entries;

    /**
     * An exclusion, with the names of its steps, which may not be known yet; null stands for the
     * first or last step.
     */
    private record Ban(
        String name, EventFilter filter, @Nullable String from, @Nullable String to) {}

    private Builder() {}

    /**
     * Adds a step.
     *
     * @param step the step
     * @return this builder
     */
    public Builder step(FunnelStep step) {
      steps.add(step);
      return this;
    }

    /**
     * Adds a step at any time after the one before it.
     *
     * @param name its name
     * @param filter the events that complete it
     * @return this builder
     * @throws IllegalArgumentException if the name is blank
     */
    public Builder step(String name, EventFilter filter) {
      return step(FunnelStep.of(name, filter));
    }

    /**
     * Adds a step that acts of some kinds complete, at any time after the one before it.
     *
     * @param name its name
     * @param kind a kind of act
     * @param others further kinds, any of which is accepted
     * @return this builder
     * @throws IllegalArgumentException if the name is blank
     */
    public Builder step(String name, ActKind kind, ActKind... others) {
      return step(name, EventFilter.acts(kind, others));
    }

    /**
     * Limits a chain to a time after its first step.
     *
     * @param duration the time, inclusive
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder within(Duration duration) {
      window = FunnelStep.millis("within", duration);
      return this;
    }

    /**
     * Requires each step of a chain to be later than the one before it, not at the same instant.
     *
     * @return this builder
     */
    public Builder strictlyIncreasing() {
      strictlyIncreasing = true;
      return this;
    }

    /**
     * Lets an event complete only one step of a chain, even if it matches several. With {@link
     * #anyOrder}, each step within a window then needs a separate event.
     *
     * @return this builder
     */
    public Builder oneStepPerEvent() {
      oneStepPerEvent = true;
      return this;
    }

    /**
     * Lets only the first event of the first step start a chain.
     *
     * @return this builder
     */
    public Builder firstChainOnly() {
      firstChainOnly = true;
      return this;
    }

    /**
     * Lets an event between the steps of a chain end the chain, if it matches no step, or only
     * steps that are not next yet. A step already reached may be repeated.
     *
     * @return this builder
     */
    public Builder strictOrder() {
      strictOrder = true;
      return this;
    }

    /**
     * Lets a repeat of a step, from the second step on, end the scan of the person: the steps
     * reached so far count, and no more can follow. Events of one instant do not repeat each other.
     *
     * @return this builder
     */
    public Builder noRepeats() {
      noRepeats = true;
      return this;
    }

    /**
     * Counts the largest number of different steps that lie within one window, in any order. A
     * chain then begins with any step, and the second step reached is whichever comes second.
     *
     * @return this builder
     */
    public Builder anyOrder() {
      anyOrder = true;
      return this;
    }

    /**
     * Lets some events end every chain that has begun but not come through. At equal times they are
     * placed where they do least harm. An excluded event completes no step.
     *
     * @param name the name of these events
     * @param filter the events
     * @return this builder
     */
    public Builder excluding(String name, EventFilter filter) {
      bans.add(new Ban(name, filter, null, null));
      return this;
    }

    /**
     * Lets some events end chains that have reached one step but not yet another.
     *
     * @param name the name of these events
     * @param filter the events
     * @param from the name of the step from which these events end a chain
     * @param to the name of the step that a chain must reach to be safe
     * @return this builder
     */
    public Builder excluding(String name, EventFilter filter, String from, String to) {
      bans.add(new Ban(name, filter, from, to));
      return this;
    }

    /**
     * Requires all events of a chain to share the value of a property, such as the same channel.
     * Events without a value are in no chain. In strict order, events with another value do not
     * count as events in between.
     *
     * @param property the property that has to stay the same
     * @return this builder
     */
    public Builder holding(EventFilter.Property property) {
      held = property;
      return this;
    }

    /**
     * Sets the events that may come between the steps of a chain in strict order, such as page
     * views between two clicks. An event that completes a step, or is excluded, is not ignored.
     *
     * @param filter the events
     * @return this builder
     */
    public Builder ignoring(EventFilter filter) {
      ignored = Objects.requireNonNull(filter, "filter");
      return this;
    }

    /**
     * Counts a person once for each calendar day on which the person begins, with the chains that
     * begin on that day. Use it to see a trend of the funnel, by {@code Dimension.day(zone)}. By
     * default a person counts only once, and does not count again on a later day. The entries of a
     * person resemble each other, so intervals treat them as one cluster.
     *
     * @param zone the time zone of the days
     * @return this builder
     */
    public Builder everyEntryByDay(ZoneId zone) {
      return everyEntry(Periods.days(zone));
    }

    /**
     * Counts a person once for each calendar week in which the person begins, as {@link
     * #everyEntryByDay} does by day.
     *
     * @param zone the time zone of the days
     * @param firstDay the day on which weeks begin
     * @return this builder
     */
    public Builder everyEntryByWeek(ZoneId zone, DayOfWeek firstDay) {
      return everyEntry(Periods.weeks(zone, firstDay));
    }

    /**
     * Counts a person once for each calendar month in which the person begins, as {@link
     * #everyEntryByDay} does by day.
     *
     * @param zone the time zone of the days
     * @return this builder
     */
    public Builder everyEntryByMonth(ZoneId zone) {
      return everyEntry(Periods.months(zone));
    }

    private Builder everyEntry(Periods periods) {
      entries = periods;
      return this;
    }

    /**
     * {@return the funnel}
     *
     * @throws IllegalArgumentException if there are no steps or more than 32, two steps have the
     *     same name, or options contradict each other
     */
    public Funnel build() {
      ImmutableList.Builder<FunnelRules.Exclusion> exclusions = ImmutableList.builder();
      for (Ban ban : bans) {
        exclusions.add(exclusion(ban));
      }
      return new Funnel(
          new FunnelRules(
              new FunnelRules.Choices(
                  ImmutableList.copyOf(steps),
                  exclusions.build(),
                  window,
                  strictlyIncreasing,
                  oneStepPerEvent,
                  firstChainOnly,
                  strictOrder,
                  noRepeats,
                  anyOrder,
                  held,
                  ignored,
                  entries)));
    }

    private FunnelRules.Exclusion exclusion(Ban ban) {
      int from = ban.from() == null ? 0 : indexOf(ban, ban.from());
      int to = ban.to() == null ? steps.size() - 1 : indexOf(ban, ban.to());
      checkArgument(
          from < to,
          "excluding (%s) must be from a step to a later one; name two, or use a funnel of several"
              + " steps",
          ban.name());
      return new FunnelRules.Exclusion(ban.name(), ban.filter(), from, to);
    }

    private int indexOf(Ban ban, String name) {
      List<String> names = steps.stream().map(FunnelStep::name).toList();
      checkArgument(
          names.contains(name),
          "step (%s) of excluding (%s) must be one of %s",
          name,
          ban.name(),
          names);
      return names.indexOf(name);
    }

    @Override
    public String toString() {
      return "funnel of " + steps.size() + (steps.size() == 1 ? " step" : " steps");
    }
  }

  /**
   * {@return the measure that reports what some people did in this funnel, and why they came no
   * further}
   *
   * @param person the name of a person in the directory, else the account
   * @param others further names
   * @throws IllegalStateException if the funnel counts every entry; build it without that option to
   *     see what followed the first entry
   */
  public Measure<FunnelWitnesses> explaining(String person, String... others) {
    checkState(
        rules.entries() == null,
        "explaining (%s) follows one entry, but everyEntryBy…() counts several: build the funnel"
            + " without it",
        person);
    ImmutableSortedSet<String> names =
        ImmutableSortedSet.<String>naturalOrder().add(person).add(others).build();
    String text =
        names.stream()
            .map(OptionText::quoted)
            .collect(Collectors.joining(", ", rules.text() + "; explaining ", ""));
    Plan.Draft<WitnessTally> draft =
        Plan.of(
            text,
            Unit.PERSON,
            WitnessTally::new,
            (slice, split) -> WitnessWalk.sweep(rules, names, slice, split));
    Plan<?, FunnelWitnesses> plan =
        rules
            .horizon()
            .map(draft::withHorizon)
            .orElse(draft)
            .into(evidence -> new FunnelWitnesses(names, evidence));
    return () -> plan;
  }

  @Override
  public Plan<?, FunnelSummary> plan() {
    Plan.Draft<FunnelTally> draft =
        Plan.of(
                rules.text(),
                Unit.PERSON,
                () -> new FunnelTally(rules),
                (slice, split) -> FunnelWalk.sweep(rules, slice, split))
            .opening(FunnelTally.outcomes(rules));
    return rules
        .horizon()
        .map(draft::withHorizon)
        .orElse(draft)
        .into(evidence -> new FunnelSummary(rules, evidence));
  }

  /** What was chosen. */
  FunnelRules rules() {
    return rules;
  }

  @Override
  public String toString() {
    return rules.text();
  }
}
