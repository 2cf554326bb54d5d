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
 * How far people come through steps they do one after the other, how many and how fast.
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
 * <p><b>Who.</b> Persons of the audience; all accounts of one count together. What members do, what
 * a machine sent on its own ({@link FunnelSummary#automatic}) and rows without an author ({@link
 * FunnelSummary#anonymous}) is not looked at. Who joins an organization is watched until the first
 * joining, as if the log ended there, and not from then on. An event happens at its effective time.
 * A person hangs on its first event of the first step: that one decides to which key, window and
 * filter of a log the person belongs.
 *
 * <p><b>What.</b> A <em>chain</em> begins with an event of the first step and goes on with one
 * event of each next step after the other. The person has reached the steps of the deepest chain
 * there is, whichever events one takes; and each step at the first instant at which a chain reaches
 * it. The choices behind which funnel programs hide their differences:
 *
 * <table border="1">
 * <caption>What can be chosen</caption>
 * <tr><th>choice</th><th>default</th><th>other</th></tr>
 * <tr><td>window</td><td>none</td><td>{@link Builder#within}: from the first step, its end
 *     included; {@link FunnelStep#noSoonerThan}, {@link FunnelStep#noLaterThan}: from the step
 *     before</td></tr>
 * <tr><td>equal times</td><td>the order that favors progress</td><td>{@link
 *     Builder#strictlyIncreasing}</td></tr>
 * <tr><td>an event of several steps</td><td>fills all it matches</td><td>{@link
 *     Builder#oneStepPerEvent}</td></tr>
 * <tr><td>the first step again</td><td>opens a further chain</td><td>{@link
 *     Builder#firstChainOnly}</td></tr>
 * <tr><td>an event between steps</td><td>ignored</td><td>{@link Builder#strictOrder}; {@link
 *     Builder#excluding(String, EventFilter)}</td></tr>
 * <tr><td>a step again</td><td>ignored</td><td>{@link Builder#noRepeats}</td></tr>
 * <tr><td>order</td><td>as the steps are given</td><td>{@link Builder#anyOrder}; {@link
 *     FunnelStep#optional}</td></tr>
 * <tr><td>properties</td><td>may differ along a chain</td><td>{@link Builder#holding}</td></tr>
 * <tr><td>a person that begins again</td><td>counts once, by its first event of the first
 *     step</td><td>{@link Builder#everyEntryByDay}, {@link Builder#everyEntryByWeek}, {@link
 *     Builder#everyEntryByMonth}: once in each period</td></tr>
 * </table>
 *
 * <p>With a window the default is that of ClickHouse's {@code windowFunnel}. Its modes:
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
 * <p>ClickHouse keeps the last event of each step only and reads the events of one instant in the
 * order of the steps, those of no step first. Here all chains are kept and the events of one
 * instant come as favors progress, so that the results differ in these cases:
 *
 * <ul>
 *   <li>With strictly increasing times a chain is found also where an event of the same step, at
 *       the instant of the next, would overwrite it.
 *   <li>In strict order an event between ends the chain and not the scan, so that a later first
 *       step opens another; at the instant of the next step it ends the chain after that.
 *   <li>Without repeats the steps reached stand, where ClickHouse returns the step of the event
 *       just before the repeat; and a step twice at one instant is no repeat.
 * </ul>
 *
 * <p>Options that contradict each other fail when the funnel is built, with the reason.
 *
 * <p>One pass in order of time: linear in the events of a person, whatever their number. Where
 * several events of one instant need an order, it takes the square of the number of steps for that
 * instant.
 */
public final class Funnel implements Measure<FunnelSummary> {
  private final FunnelRules rules;

  private Funnel(FunnelRules rules) {
    this.rules = rules;
  }

  /**
   * {@return the funnel of acts, one kind after the other, within any time} Steps are called like
   * the kinds in lower case: {@code summary.step("click")}.
   *
   * @param first the kind of the first step
   * @param second the kind of the second
   * @param more those of further steps
   * @throws IllegalArgumentException if a kind is named twice
   */
  public static Funnel of(ActKind first, ActKind second, ActKind... more) {
    Builder builder = builder();
    for (ActKind kind : Lists.asList(first, second, more)) {
      builder.step(kind.name().toLowerCase(Locale.ROOT), kind);
    }
    return builder.build();
  }

  /** {@return a builder without steps} */
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

    /** An exclusion by the names of its steps, which may not be known yet; null for the ends. */
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
     * @param name what it is called
     * @param filter the events that do it
     * @return this builder
     * @throws IllegalArgumentException if the name is blank
     */
    public Builder step(String name, EventFilter filter) {
      return step(FunnelStep.of(name, filter));
    }

    /**
     * Adds a step that acts of some kinds do, at any time after the one before it.
     *
     * @param name what it is called
     * @param kind a kind of act
     * @param others further kinds, of which an act has one
     * @return this builder
     * @throws IllegalArgumentException if the name is blank
     */
    public Builder step(String name, ActKind kind, ActKind... others) {
      return step(name, EventFilter.acts(kind, others));
    }

    /**
     * Lets a chain go on for a time after its first step, and no longer.
     *
     * @param duration the time, its end included
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder within(Duration duration) {
      window = FunnelStep.millis("within", duration);
      return this;
    }

    /**
     * Lets each step of a chain come later than the one before it; at the same instant is not.
     *
     * @return this builder
     */
    public Builder strictlyIncreasing() {
      strictlyIncreasing = true;
      return this;
    }

    /**
     * Lets an event do one step of a chain only, even if it matches several. Without an order each
     * of the steps within a window needs an event of its own.
     *
     * @return this builder
     */
    public Builder oneStepPerEvent() {
      oneStepPerEvent = true;
      return this;
    }

    /**
     * Lets only the first event of the first step open a chain.
     *
     * @return this builder
     */
    public Builder firstChainOnly() {
      firstChainOnly = true;
      return this;
    }

    /**
     * Lets an event between the steps of a chain end it: one that matches no step, or only steps
     * that come too early. A step that has been reached may be repeated.
     *
     * @return this builder
     */
    public Builder strictOrder() {
      strictOrder = true;
      return this;
    }

    /**
     * Lets an event that does a step again, from the second on, end the scan of the person: what
     * was reached stands, nothing more is. The events of one instant do not repeat each other.
     *
     * @return this builder
     */
    public Builder noRepeats() {
      noRepeats = true;
      return this;
    }

    /**
     * Counts the most different steps that lie within one window, in whatever order. A chain then
     * begins with any step, and the second step reached is the second of any.
     *
     * @return this builder
     */
    public Builder anyOrder() {
      anyOrder = true;
      return this;
    }

    /**
     * Lets some events end every chain that has begun and not come through. At equal times they
     * come when they do least harm. An event that is excluded does no step.
     *
     * @param name what they are called
     * @param filter the events
     * @return this builder
     */
    public Builder excluding(String name, EventFilter filter) {
      bans.add(new Ban(name, filter, null, null));
      return this;
    }

    /**
     * Lets some events end chains that have come to one step and not yet to another.
     *
     * @param name what they are called
     * @param filter the events
     * @param from the name of the step from which on they do
     * @param to the name of the step that a chain must reach to be safe
     * @return this builder
     */
    public Builder excluding(String name, EventFilter filter, String from, String to) {
      bans.add(new Ban(name, filter, from, to));
      return this;
    }

    /**
     * Lets all events of a chain have the same value of a property, such as the same channel.
     * Events without a value are in no chain; in strict order those of another value are not
     * between.
     *
     * @param property what has to stay the same
     * @return this builder
     */
    public Builder holding(EventFilter.Property property) {
      held = property;
      return this;
    }

    /**
     * Says what does not come between the steps of a chain in strict order: page views between two
     * clicks. An event that does a step, or is excluded, is not ignored.
     *
     * @param filter the events
     * @return this builder
     */
    public Builder ignoring(EventFilter filter) {
      ignored = Objects.requireNonNull(filter, "filter");
      return this;
    }

    /**
     * Counts a person once in each day of the calendar in which it begins, with the chains that
     * begin on that day: what a trend of the funnel is made of, by {@code Dimension.day(zone)}. By
     * default a person counts once, and those who come back are in no later day. What a person does
     * is alike, so that intervals take its entries as one cluster.
     *
     * @param zone whose days
     * @return this builder
     */
    public Builder everyEntryByDay(ZoneId zone) {
      return everyEntry(Periods.days(zone));
    }

    /**
     * Counts a person once in each week of the calendar in which it begins, as {@link
     * #everyEntryByDay} does by days.
     *
     * @param zone whose days
     * @param firstDay the day on which weeks begin
     * @return this builder
     */
    public Builder everyEntryByWeek(ZoneId zone, DayOfWeek firstDay) {
      return everyEntry(Periods.weeks(zone, firstDay));
    }

    /**
     * Counts a person once in each month of the calendar in which it begins, as {@link
     * #everyEntryByDay} does by days.
     *
     * @param zone whose days
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
     * @throws IllegalArgumentException if there are no steps or more than 32, two have one name, or
     *     options contradict each other
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
   * {@return the measure that tells what some people did in this funnel, and why they came no
   * further}
   *
   * @param person the name of a person: that of the directory, else the account
   * @param others further names
   * @throws IllegalStateException if the funnel counts every entry: build it without, to see what
   *     followed the first
   */
  public Measure<FunnelWitnesses> explaining(String person, String... others) {
    checkState(
        rules.entries() == null,
        "explaining (%s) tells of one entry, and everyEntryBy…() counts several: build the funnel"
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
