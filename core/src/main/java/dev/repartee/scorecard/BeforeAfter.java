package dev.repartee.scorecard;

import dev.repartee.change.MixAndLevel;
import dev.repartee.internal.stats.Equivalence;
import dev.repartee.internal.text.Brief;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Results;
import dev.repartee.scorecard.ChannelChanges.ByChannel;
import dev.repartee.scorecard.Scorecard.Component;
import dev.repartee.scorecard.Scorecard.Weights;
import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Holm;
import dev.repartee.stats.Interval;
import dev.repartee.stats.Replicated;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One organization in two windows of time: what is better since, what is worse. It says "since",
 * never "because".
 *
 * <pre>{@code
 * BeforeAfter change =
 *     BeforeAfter.of(log, "Acme")
 *         .weeks(3)
 *         .before(LocalDate.parse("2026-01-05"))
 *         .after(LocalDate.parse("2026-01-26"))
 *         .followedFor(Duration.ofDays(7))
 *         .measure();
 * change.get(Scorecard.Component.RESPONDING).change();   // MISSING: nobody waited since
 * }</pre>
 *
 * <p>The windows are of as many whole weeks, because people write differently on different days,
 * and are followed for the same time after their end: the first is seen as it was known then, not
 * with what became known since. People who are in both windows are left out of both at once, so
 * that the interval of a difference knows that they are the same ({@link Difference#of(Replicated,
 * Replicated, double)}). BETTER and WORSE are adjusted for the components that are compared (Holm).
 * That no difference is shown does not show that there is none: {@link #withMargin}.
 *
 * <p>Beside the change over all channels together stands the one by channel, and a word where they
 * go against each other: chat answered within a day in 0.96 instead of 0.90 and mail in 0.50
 * instead of 0.40 is worse overall where mail grows from 200 to 700 of 1,000 messages, {@code 0.80}
 * and then {@code 0.638}, and better by 7.7 points by channel.
 *
 * <p>Immutable.
 */
public final class BeforeAfter {
  private static final double LEVEL = 0.05;
  private static final double NO_MARGIN = Double.NaN;

  private final Scorecard before;
  private final Scorecard after;
  private final ChannelChanges channels;
  private final double margin;
  private final List<ComponentChange> changes;

  private BeforeAfter(Scorecard before, Scorecard after, ChannelChanges channels, double margin) {
    this.before = before;
    this.after = after;
    this.channels = channels;
    this.margin = margin;
    this.changes = changes(before, after, channels, margin);
  }

  /**
   * {@return two cards of one organization beside each other: the comparison} Cards do not tell
   * what changed on each channel.
   *
   * @param before of the first window
   * @param after of the second, followed for the same time after its end
   * @throws IllegalArgumentException if they are of different organizations
   */
  public static BeforeAfter of(Scorecard before, Scorecard after) {
    return of(before, after, ChannelChanges.NONE);
  }

  private static BeforeAfter of(Scorecard before, Scorecard after, ChannelChanges channels) {
    if (!before.organization().equals(after.organization())) {
      throw new IllegalArgumentException(
          "after ("
              + after.organization()
              + ") must be of the same organization as before ("
              + before.organization()
              + "); organizations side by side are ranked by Scorecards");
    }
    return new BeforeAfter(before, after, channels, NO_MARGIN);
  }

  /**
   * {@return windows of a log to be named and compared, which wait for their first days: of 4 weeks
   * in UTC, not followed beyond their end, unless chosen otherwise}
   *
   * @param log the log
   * @param organization its name
   */
  public static Windows of(EngagementLog log, String organization) {
    return new Windows(log, organization, null, null, 4, ZoneOffset.UTC, Duration.ZERO);
  }

  /**
   * {@return the same where a difference may be shown to be too small to matter: a copy, in which
   * what is shown to be smaller is SAME, also where it is shown not to be 0}
   *
   * @param points the largest difference that does not matter, such as 5
   * @throws IllegalArgumentException if it is not above 0
   */
  public BeforeAfter withMargin(double points) {
    if (!(points > 0)) {
      throw new IllegalArgumentException("points (" + points + ") must be above 0");
    }
    return new BeforeAfter(before, after, channels, points);
  }

  private static List<ComponentChange> changes(
      Scorecard before, Scorecard after, ChannelChanges channels, double margin) {
    Component[] components = Component.values();
    double[] pValues = new double[components.length];
    List<Estimate> differences = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      Replicated now = after.component(components[i]).share();
      Replicated then = before.component(components[i]).share();
      Estimate difference = Difference.of(now, then).ofWeeks(now.minus(then).replicates().weeks());
      differences.add(difference);
      // Each side by itself: a window of a few people who fared alike would seem certain.
      boolean hasFewGroups =
          hasFewGroups(before.component(components[i]))
              || hasFewGroups(after.component(components[i]))
              || difference.hasFewGroups()
              || (components[i] == Component.RESPONDING && difference.hasFewWeeks());
      pValues[i] = hasFewGroups ? Double.NaN : Difference.pValue(now, then);
    }
    double[] adjusted = Holm.adjust(pValues);
    List<ComponentChange> changes = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      changes.add(
          new ComponentChange(
              before.component(components[i]),
              after.component(components[i]),
              points(differences.get(i)),
              channels.get(components[i]),
              change(before, after, components[i], adjusted[i], margin),
              pValues[i],
              adjusted[i]));
    }
    return List.copyOf(changes);
  }

  /** Weeks are counted on both sides together. */
  private static boolean hasFewGroups(ComponentScore score) {
    return score.score().hasFewGroups() && !score.share().replicates().isByWeek();
  }

  private static Change change(
      Scorecard before, Scorecard after, Component component, double pValue, double margin) {
    Replicated now = after.component(component).share();
    Replicated then = before.component(component).share();
    double difference = now.value() - then.value();
    if (!Double.isFinite(difference)) {
      return Change.MISSING;
    }
    if (margin > 0
        && !Double.isNaN(pValue)
        && Equivalence.of(now, then, margin / 100).outcome() == Equivalence.Outcome.EQUIVALENT) {
      return Change.SAME;
    }
    return !(pValue < LEVEL) ? Change.UNPROVEN : difference > 0 ? Change.BETTER : Change.WORSE;
  }

  /** A difference of shares in points of a hundred. */
  static Estimate points(Estimate shares) {
    return shares.hasInterval()
        ? Estimate.of(
                100 * shares.value(),
                100 * shares.standardError(),
                new Interval(100 * shares.low(), 100 * shares.high()),
                shares.level(),
                shares.groups())
            .ofWeeks(shares.weeks())
        : shares.isDefined()
            ? Estimate.withoutInterval(100 * shares.value(), shares.groups(), shares.note())
            : shares;
  }

  /** {@return the components, in order: all seven} */
  public List<ComponentChange> changes() {
    return changes;
  }

  /**
   * {@return a component: how it changed}
   *
   * @param component which one
   */
  public ComponentChange get(Component component) {
    return changes.get(component.ordinal());
  }

  /** {@return the card of the first window} */
  public Scorecard before() {
    return before;
  }

  /** {@return the card of the second window} */
  public Scorecard after() {
    return after;
  }

  /**
   * Returns by how much the total is higher after, of the components that are there both times.
   *
   * @param weights how much each counts
   * @return points with their 95 % interval; undefined where no component is there both times
   */
  public Estimate total(Weights weights) {
    List<Component> common = new ArrayList<>(before.present(weights));
    common.retainAll(after.present(weights));
    return common.isEmpty()
        ? Estimate.undefined("no component")
        : after.total(common, weights).minus(before.total(common, weights)).estimate();
  }

  /**
   * {@return where the difference of responding comes from, channel by channel: from their mix, or
   * from the level of each; empty where cards are compared, which do not tell} Its level weighs
   * channels by how much they are used, so that it differs a little from {@link
   * ComponentChange#differenceByChannel}, which weighs them by how much they tell.
   */
  public Optional<MixAndLevel> respondingByChannel() {
    return Optional.ofNullable(channels.responding());
  }

  private long count(Change change) {
    return changes.stream().filter(one -> one.change() == change).count();
  }

  @Override
  public String toString() {
    TextTable table = TextTable.of("component", "before", "after", "since", "");
    for (ComponentChange one : changes) {
      table.row(
          one.component().label(),
          one.before().text(),
          one.after().text(),
          one.differenceText(),
          one.change());
    }
    return Brief.cut(
        "since: "
            + count(Change.BETTER)
            + " better, "
            + count(Change.WORSE)
            + " worse, "
            + (margin > 0 ? count(Change.SAME) + " same, " : "")
            + count(Change.UNPROVEN)
            + " unproven"
            + channelText()
            + "\n"
            + table
            + "\nadjusted for the components compared together; since, not because");
  }

  private String channelText() {
    StringBuilder text = new StringBuilder();
    for (ComponentChange one : changes) {
      if (one.differenceByChannel().isDefined()) {
        text.append(text.isEmpty() ? "\nby channel: " : "\n  ").append(one.channelText());
      }
    }
    return text.toString();
  }

  /** A component of one organization, before and after. */
  public static final class ComponentChange {
    private final ComponentScore before;
    private final ComponentScore after;
    private final Estimate difference;
    private final ByChannel byChannel;
    private final Change change;
    private final double pValue;
    private final double adjustedPValue;

    ComponentChange(
        ComponentScore before,
        ComponentScore after,
        Estimate difference,
        ByChannel byChannel,
        Change change,
        double pValue,
        double adjustedPValue) {
      this.before = before;
      this.after = after;
      this.difference = difference;
      this.byChannel = byChannel;
      this.change = change;
      this.pValue = pValue;
      this.adjustedPValue = adjustedPValue;
    }

    /** {@return which component it is: the component} */
    public Component component() {
      return before.component();
    }

    /** {@return the score before, or why it is missing} */
    public ComponentScore before() {
      return before;
    }

    /** {@return the score after, or why it is missing} */
    public ComponentScore after() {
      return after;
    }

    /**
     * {@return by how much the score is higher after; points, with the 95 % interval, which is not
     * adjusted; undefined where it is missing}
     */
    public Estimate difference() {
      return difference;
    }

    /**
     * Returns by how much the score is higher after where like is compared with like: the mean of
     * the differences on each channel, with weights {@code n1 n2 / (n1 + n2)}. It does not move
     * where people only write more on a channel that is answered less.
     *
     * @return points, with the 95 % interval, which is not adjusted; of listening, responding and
     *     dialogue, on the channels that have it both times; else undefined
     */
    public Estimate differenceByChannel() {
      return byChannel.difference();
    }

    /**
     * {@return a word where the change over all channels and that by channel go against each other,
     * as where everything is worse though every channel is better: the word, or the empty text
     * where they agree, or one is not known}
     */
    public String mixText() {
      return byChannel.against(difference.value());
    }

    /**
     * {@return what is shown over all channels together: the change, adjusted for the components
     * that are compared together}
     */
    public Change change() {
      return change;
    }

    /** {@return the p value of no difference, in [0, 1]; NaN where there is no interval} */
    public double pValue() {
      return pValue;
    }

    /**
     * {@return the p value adjusted for the components that are compared together (Holm), at least
     * {@link #pValue}; NaN where that is}
     */
    public double adjustedPValue() {
      return adjustedPValue;
    }

    String differenceText() {
      return text(difference);
    }

    /** By how much, with a sign. */
    private static String text(Estimate difference) {
      if (!difference.isDefined()) {
        return "";
      }
      return difference.hasInterval()
          ? String.format(
              Locale.ROOT,
              "%+.0f [%+.0f, %+.0f]",
              difference.value(),
              difference.low(),
              difference.high())
          : String.format(Locale.ROOT, "%+.0f (%s)", difference.value(), difference.note());
    }

    /** By how much by channel, and the word where that goes against the whole. */
    String channelText() {
      String mix = mixText();
      return component().label()
          + " "
          + text(differenceByChannel())
          + (mix.isEmpty() ? "" : ", " + mix);
    }

    @Override
    public String toString() {
      return component().label()
          + ": "
          + change
          + " "
          + differenceText()
          + (differenceByChannel().isDefined() ? "\nby channel: " + channelText() : "");
    }
  }

  /** What is shown of a component, before and after. */
  public enum Change {
    /** It is shown to be better. */
    BETTER,
    /** It is shown to be worse. */
    WORSE,
    /** It is shown to be the same, by a margin that was named. */
    SAME,
    /** The data show none of these. */
    UNPROVEN,
    /** It is missing before or after. */
    MISSING
  }

  /** Two windows of a log, of equally many whole weeks. Immutable; the methods return copies. */
  public static final class Windows {
    private final EngagementLog log;
    private final String organization;
    private final @Nullable LocalDate before;
    private final @Nullable LocalDate after;
    private final int weeks;
    private final ZoneId zone;
    private final Duration followUp;

    private Windows(
        EngagementLog log,
        String organization,
        @Nullable LocalDate before,
        @Nullable LocalDate after,
        int weeks,
        ZoneId zone,
        Duration followUp) {
      this.log = log;
      this.organization = organization;
      this.before = before;
      this.after = after;
      this.weeks = weeks;
      this.zone = zone;
      this.followUp = followUp;
    }

    /**
     * {@return the windows with another first day of the window before; a copy}
     *
     * @param firstDay the day
     */
    public Windows before(LocalDate firstDay) {
      return new Windows(log, organization, firstDay, after, weeks, zone, followUp);
    }

    /**
     * {@return the windows with another first day of the window after; a copy}
     *
     * @param firstDay the day
     */
    public Windows after(LocalDate firstDay) {
      return new Windows(log, organization, before, firstDay, weeks, zone, followUp);
    }

    /**
     * {@return the windows of another length; a copy}
     *
     * @param newWeeks how many weeks each has
     * @throws IllegalArgumentException if it is not at least 1
     */
    public Windows weeks(int newWeeks) {
      if (!(newWeeks >= 1)) {
        throw new IllegalArgumentException("weeks (" + newWeeks + ") must be at least 1");
      }
      return new Windows(log, organization, before, after, newWeeks, zone, followUp);
    }

    /**
     * {@return the windows with days of a zone; a copy}
     *
     * @param newZone whose days
     */
    public Windows withZone(ZoneId newZone) {
      return new Windows(log, organization, before, after, weeks, newZone, followUp);
    }

    /**
     * {@return the windows that are followed beyond their end; a copy}
     *
     * @param newFollowUp for how long
     * @throws IllegalArgumentException if it is negative
     */
    public Windows followedFor(Duration newFollowUp) {
      if (newFollowUp.isNegative()) {
        throw new IllegalArgumentException("followUp (" + newFollowUp + ") must not be negative");
      }
      return new Windows(log, organization, before, after, weeks, zone, newFollowUp);
    }

    /**
     * {@return the two windows beside each other: the comparison}
     *
     * @throws IllegalStateException if the first day of a window is not named
     * @throws IllegalArgumentException if the windows overlap or are not in order, or the log does
     *     not know yet what happened in the follow-up
     */
    public BeforeAfter measure() {
      if (before == null || after == null) {
        throw new IllegalStateException(
            "windows ("
                + this
                + ") must both have a first day; name them with before(…) and after(…)");
      }
      if (before.plusWeeks(weeks).isAfter(after)) {
        throw new IllegalArgumentException(
            "after ("
                + after
                + ") must not be before the end of the window before ("
                + before.plusWeeks(weeks)
                + ")");
      }
      EngagementLog first = window(before);
      EngagementLog second = window(after);
      return of(card(first), card(second), ChannelChanges.of(byChannel(first), byChannel(second)));
    }

    private EngagementLog window(LocalDate first) {
      Instant start = first.atStartOfDay(zone).toInstant();
      Instant end = first.plusWeeks(weeks).atStartOfDay(zone).toInstant();
      return log.asOf(end.plus(followUp)).between(start, end);
    }

    private Breakdown<Results> byChannel(EngagementLog window) {
      return window.only(Dimension.ORGANIZATION, organization).measure(ChannelChanges.MEASURE);
    }

    private Scorecard card(EngagementLog window) {
      Scorecards cards = Scorecards.of(window);
      return cards.organizations().contains(organization)
          ? cards.get(organization)
          : Scorecard.of(organization).nothingFound();
    }

    @Override
    public String toString() {
      return organization
          + ", "
          + weeks
          + " weeks from "
          + (before == null ? "(none)" : before)
          + " and from "
          + (after == null ? "(none)" : after);
    }
  }
}
