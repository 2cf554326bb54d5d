package dev.repartee.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import dev.repartee.internal.text.OptionText;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Row.RepliesTo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options of a funnel that do not contradict each other, and what follows from them. Steps go
 * by their number, from 0.
 */
final class FunnelRules {
  static final int MOST_STEPS = 32;
  static final int MOST_EXCLUSIONS = 31;

  /** The bit of events that do nothing: a machine sent them, or they are ignored. */
  static final long NOT_SEEN = Long.MIN_VALUE;

  /** The length of a window without an end, or what is not limited. */
  static final long UNLIMITED = FunnelStep.UNLIMITED;

  /** Events that end chains which have come to one step and not yet to another. */
  record Exclusion(String name, EventFilter filter, int from, int to) {}

  private static final ImmutableList<Talk> TALKS =
      Stream.of(RepliesTo.values())
          .flatMap(to -> Stream.of(new Talk(to, false), new Talk(to, true)))
          .collect(ImmutableList.toImmutableList());

  private final Choices choices;
  final long stepBits;

  /** After how long nothing can follow a first step any more. */
  final long horizon;

  /** The filters of steps, then of exclusions. */
  final ImmutableList<EventFilter> filters;

  private final long[] masks = new long[Traits.COUNT];
  private long asked;

  /** What was chosen; checked by {@link FunnelChecks}. */
  record Choices(
      ImmutableList<FunnelStep> steps,
      ImmutableList<Exclusion> exclusions,
      long window,
      boolean strictlyIncreasing,
      boolean oneStepPerEvent,
      boolean firstChainOnly,
      boolean strictOrder,
      boolean noRepeats,
      boolean anyOrder,
      EventFilter.@Nullable Property held,
      @Nullable EventFilter ignored,
      @Nullable Periods entries) {}

  FunnelRules(Choices choices) {
    FunnelChecks.check(choices);
    this.choices = choices;
    this.stepBits = (1L << steps()) - 1;
    this.horizon = Math.min(choices.window(), longestByMaxima());
    ImmutableList.Builder<EventFilter> all = ImmutableList.builder();
    choices.steps().forEach(step -> all.add(step.filter()));
    choices.exclusions().forEach(exclusion -> all.add(exclusion.filter()));
    this.filters = all.build();
    for (int i = 0; i < filters.size(); i++) {
      asked |= filters.get(i).asksRow() ? bit(i) : 0;
    }
    for (int traits = 0; traits < Traits.COUNT; traits++) {
      masks[traits] = maskOf(traits);
    }
  }

  private long maskOf(int traits) {
    if ((traits & Traits.AUTOMATIC) != 0) {
      return NOT_SEEN;
    }
    int plain = Traits.of(Traits.act(traits), Traits.sentiment(traits), null, 0);
    if (plain < traits) {
      return masks[plain];
    }
    long mask = 0;
    for (int i = 0; i < filters.size(); i++) {
      EventFilter filter = filters.get(i);
      long ways = TALKS.stream().filter(talk -> talk.mayBeTaken(filter, traits)).count();
      mask |= ways > 0 ? bit(i) : 0;
      asked |= ways < TALKS.size() && ways > 0 ? bit(i) : 0;
    }
    return mask;
  }

  /** What a message may be in its conversation, which traits do not tell. */
  private record Talk(RepliesTo repliesTo, boolean returned) {
    boolean mayBeTaken(EventFilter filter, int traits) {
      boolean isMessage = Traits.isMessage(traits);
      return filter.mayTake(
          Traits.act(traits),
          Traits.sentiment(traits),
          isMessage ? repliesTo : RepliesTo.NONE,
          isMessage && returned);
    }
  }

  /** The filters whose rows have to be asked, by bit. */
  long asked() {
    return asked;
  }

  /** The bit of a filter in a mask: steps from 0 on, exclusions from 32 on. */
  long bit(int filter) {
    return 1L << (filter < steps() ? filter : filter - steps() + MOST_STEPS);
  }

  /** The longest way through all steps, if each has a maximum. */
  private long longestByMaxima() {
    long sum = 0;
    for (FunnelStep step : choices.steps().subList(1, steps())) {
      sum = LongMath.saturatedAdd(sum, step.maximum());
    }
    return steps() == 1 ? 0 : sum;
  }

  int steps() {
    return choices.steps().size();
  }

  FunnelStep step(int index) {
    return choices.steps().get(index);
  }

  List<Exclusion> exclusions() {
    return choices.exclusions();
  }

  /** What steps and exclusions an event may be by its {@link Traits}. */
  long mask(int traits) {
    return masks[traits];
  }

  /** The steps that begin a chain. */
  long opening() {
    return choices.anyOrder() ? stepBits : 1;
  }

  /** From the first step, its end included. */
  long window() {
    return choices.window();
  }

  Optional<Duration> horizon() {
    return horizon == UNLIMITED ? Optional.empty() : Optional.of(Duration.ofMillis(horizon));
  }

  /** The least time since the last step that was done. */
  long minimum(int step) {
    long least = step > 0 && choices.strictlyIncreasing() ? 1 : 0;
    return Math.max(least, step(step).minimum());
  }

  boolean oneStepPerEvent() {
    return choices.oneStepPerEvent();
  }

  boolean firstChainOnly() {
    return choices.firstChainOnly();
  }

  boolean strictOrder() {
    return choices.strictOrder();
  }

  boolean noRepeats() {
    return choices.noRepeats();
  }

  boolean anyOrder() {
    return choices.anyOrder();
  }

  EventFilter.@Nullable Property held() {
    return choices.held();
  }

  /** What does not come between steps, unless it does one. */
  @Nullable EventFilter ignored() {
    return choices.ignored();
  }

  /** The periods in each of which a person counts that begins in it; null where it counts once. */
  @Nullable Periods entries() {
    return choices.entries();
  }

  /** Whether the latest first step is all there is to know of the chains at a step. */
  boolean isPlain() {
    return !choices.strictlyIncreasing()
        && !choices.oneStepPerEvent()
        && !choices.strictOrder()
        && !choices.noRepeats()
        && !choices.anyOrder()
        && choices.exclusions().isEmpty()
        && choices.steps().stream().noneMatch(step -> step.isTimed() || step.isOptional());
  }

  /** A new walk through the events of one person after another. */
  FunnelEngine engine() {
    if (anyOrder()) {
      return AnyOrder.of(this);
    }
    return isPlain() ? new LatestStarts(this) : new Chains(this, false);
  }

  /** The canonical text. */
  String text() {
    StringBuilder text = new StringBuilder("funnel of ");
    for (int step = 0; step < steps(); step++) {
      text.append(step == 0 ? "" : "; ").append(step(step));
    }
    if (window() != UNLIMITED) {
      text.append("; within ").append(OptionText.exact(window()));
    }
    text.append(choices.strictlyIncreasing() ? "; strictly increasing" : "")
        .append(oneStepPerEvent() ? "; one step per event" : "")
        .append(firstChainOnly() ? "; first chain only" : "")
        .append(strictOrder() ? "; strict order" : "")
        .append(noRepeats() ? "; no repeats" : "")
        .append(anyOrder() ? "; any order" : "");
    for (Exclusion exclusion : exclusions()) {
      text.append("; excluding ")
          .append(OptionText.quoted(exclusion.name()))
          .append(" = ")
          .append(exclusion.filter())
          .append(", from ")
          .append(OptionText.quoted(step(exclusion.from()).name()))
          .append(" to ")
          .append(OptionText.quoted(step(exclusion.to()).name()));
    }
    text.append(ignored() == null ? "" : "; ignoring " + ignored());
    Periods periods = entries();
    text.append(periods == null ? "" : "; every entry by " + periods.text());
    EventFilter.Property property = held();
    return text.append(property == null ? "" : "; holding " + property.word()).toString();
  }

  @Override
  public String toString() {
    return text();
  }
}
