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
 * One organization in two windows of time: what is better since, and what is worse. It says
 * "since", never "because".
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
 * <p>Both windows consist of the same number of whole weeks, because people write differently on
 * different days. Both are followed for the same time after their end: the first is seen as it was
 * known at that time, without what became known later. The interval of a difference accounts for
 * people who are in both windows by leaving them out of both at once ({@link
 * Difference#of(Replicated, Replicated, double)}). BETTER and WORSE are adjusted for the number of
 * components compared (Holm). Failing to show a difference does not show that there is none; for
 * that, use {@link #withMargin}.
 *
 * <p>The change over all channels comes with the change by channel, and with a remark if the two
 * contradict each other. For example, suppose that the share answered within a day rises from 0.90
 * to 0.96 for chat and from 0.40 to 0.50 for mail, while mail grows from 200 to 700 of 1,000
 * messages. Overall this is worse, {@code 0.638} after {@code 0.80}, but by channel it is better by
 * 7.7 points.
 *
 * <p>Immutable.
 *
 * <p>Guide: {@code core/docs/guide/metrics/before-after.md}.
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
   * {@return the comparison of two cards of one organization} Cards do not show what changed on
   * each channel.
   *
   * @param before the card of the first window
   * @param after the card of the second window, followed for the same time after its end
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
   * {@return two windows of a log to be compared, whose first days are still to be set; by default
   * of 4 weeks in UTC, not followed beyond their end}
   *
   * @param log the log
   * @param organization its name
   */
  public static Windows of(EngagementLog log, String organization) {
    return new Windows(log, organization, null, null, 4, ZoneOffset.UTC, Duration.ZERO);
  }

  /**
   * {@return a copy with a margin below which a difference does not matter} A difference shown to
   * be smaller is SAME, even if it is shown not to be 0.
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

  /** Weeks of both sides are counted together. */
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

  /** A difference of shares in percentage points. */
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

  /** {@return all seven components, in order} */
  public List<ComponentChange> changes() {
    return changes;
  }

  /**
   * {@return the change of a component}
   *
   * @param component the component
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
   * Returns by how much the total is higher after, over the components present both times.
   *
   * @param weights the weight of each component
   * @return points with their 95 % interval; undefined if no component is present both times
   */
  public Estimate total(Weights weights) {
    List<Component> common = new ArrayList<>(before.present(weights));
    common.retainAll(after.present(weights));
    return common.isEmpty()
        ? Estimate.undefined("no component")
        : after.total(common, weights).minus(before.total(common, weights)).estimate();
  }

  /**
   * {@return where the difference of responding comes from, channel by channel: from the mix, or
   * from the level of each; empty for a comparison of cards, which do not contain it} Its level
   * weights channels by their volume, so it differs slightly from {@link
   * ComponentChange#differenceByChannel}, which weights them by their precision.
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

    /** {@return the component} */
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
     * {@return by how much the score is higher after, in points, with the unadjusted 95 % interval;
     * undefined if the component is missing}
     */
    public Estimate difference() {
      return difference;
    }

    /**
     * Returns by how much the score is higher after, comparing like with like: the mean of the
     * differences on each channel, with weights {@code n1 n2 / (n1 + n2)}. It does not move if
     * people merely shift to a channel that is answered less.
     *
     * @return points, with the unadjusted 95 % interval, for listening, responding and dialogue,
     *     over the channels that have the component both times; undefined for the others
     */
    public Estimate differenceByChannel() {
      return byChannel.difference();
    }

    /**
     * {@return a remark if the change over all channels and the change by channel contradict each
     * other, as when everything is worse although every channel is better; the empty text if they
     * agree or one is not known}
     */
    public String mixText() {
      return byChannel.against(difference.value());
    }

    /**
     * {@return the change over all channels together, adjusted for the number of components
     * compared}
     */
    public Change change() {
      return change;
    }

    /**
     * {@return the p value of the hypothesis that there is no difference, in [0, 1]; NaN without an
     * interval}
     */
    public double pValue() {
      return pValue;
    }

    /**
     * {@return the p value adjusted for the number of components compared (Holm), at least {@link
     * #pValue}; NaN if that is}
     */
    public double adjustedPValue() {
      return adjustedPValue;
    }

    String differenceText() {
      return text(difference);
    }

    /** The difference with a sign. */
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

    /** The difference by channel, and the remark if it contradicts the whole. */
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

  /** What the data shows about a component, before and after. */
  public enum Change {
    /** It is shown to be better. */
    BETTER,
    /** It is shown to be worse. */
    WORSE,
    /** It is shown to be the same, within a given margin. */
    SAME,
    /** None of these is shown. */
    UNPROVEN,
    /** It is missing before or after. */
    MISSING
  }

  /**
   * Two windows of a log with the same number of whole weeks. Immutable; the methods return copies.
   */
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
     * {@return a copy with another first day of the window before}
     *
     * @param firstDay the day
     */
    public Windows before(LocalDate firstDay) {
      return new Windows(log, organization, firstDay, after, weeks, zone, followUp);
    }

    /**
     * {@return a copy with another first day of the window after}
     *
     * @param firstDay the day
     */
    public Windows after(LocalDate firstDay) {
      return new Windows(log, organization, before, firstDay, weeks, zone, followUp);
    }

    /**
     * {@return a copy with windows of another length}
     *
     * @param newWeeks the number of weeks in each window
     * @throws IllegalArgumentException if it is not at least 1
     */
    public Windows weeks(int newWeeks) {
      if (!(newWeeks >= 1)) {
        throw new IllegalArgumentException("weeks (" + newWeeks + ") must be at least 1");
      }
      return new Windows(log, organization, before, after, newWeeks, zone, followUp);
    }

    /**
     * {@return a copy with days of another time zone}
     *
     * @param newZone the time zone of the days
     */
    public Windows withZone(ZoneId newZone) {
      return new Windows(log, organization, before, after, weeks, newZone, followUp);
    }

    /**
     * {@return a copy with windows that are followed beyond their end}
     *
     * @param newFollowUp the length of the follow-up
     * @throws IllegalArgumentException if it is negative
     */
    public Windows followedFor(Duration newFollowUp) {
      if (newFollowUp.isNegative()) {
        throw new IllegalArgumentException("followUp (" + newFollowUp + ") must not be negative");
      }
      return new Windows(log, organization, before, after, weeks, zone, newFollowUp);
    }

    /**
     * {@return the comparison of the two windows}
     *
     * @throws IllegalStateException if the first day of a window is not set
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
