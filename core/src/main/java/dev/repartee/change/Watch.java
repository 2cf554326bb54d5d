package dev.repartee.change;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.repartee.log.EngagementLog;
import dev.repartee.promise.Promise;
import dev.repartee.promise.PromiseSummary;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An alarm on a promise that may be checked every night: it shows whether a share has fallen below
 * its bound, and since when that is more than chance.
 *
 * <p>Its input is settled days, each once: how many exchanges there were, and how many were as
 * promised. A day is settled when nothing that comes later can change its counts. An ordinary test
 * at 5 % that is repeated every night fails sooner or later, whatever happens. Here the probability
 * that a promise that is kept <b>ever</b> raises the alarm is at most {@linkplain #alpha() alpha}.
 *
 * <pre>{@code
 * Watch watch = Watch.atLeast(0.80);
 * for (LocalDate day = LocalDate.parse("2026-01-01"); day.getYear() == 2026; day = day.plusDays(1)) {
 *   watch = watch.day(day, day.getMonthValue() < 7 ? 82 : 70, 100);
 * }
 * watch.state();               // ALARM
 * watch.alarmSince().get();    // 2026-07-04
 * Watch.fromBytes(watch.toBytes()).equals(watch);   // true
 * }</pre>
 *
 * <p><b>Method.</b> A day on which m of n exchanges are as promised is compared with the bound and
 * with a fall below it, by the ratio of likelihoods. The logarithm of the ratio is divided by the
 * design effect, which is estimated from how much the days so far have in common: waits that pile
 * up, persons who write often, weeks that differ. The ratio of a single day is at most 10, so one
 * very bad day raises no alarm by itself. The {@linkplain #evidence() evidence} is the product of
 * the ratios since a day, averaged over all days on which a fall may have begun; the alarm is
 * raised when it reaches {@code 1 / alpha}. Since a fall may begin on any day, a good spring does
 * not hide a bad autumn.
 *
 * <p><b>Too little data.</b> The first 8 weeks show how much days have in common. Days without
 * exchanges are ignored. Until there are more than 56 other days, the state is NO_DATA.
 *
 * <p>In simulations ({@code core/docs/watch.md}), a year of nightly checks of a promise of 0.80
 * that is kept exactly raises the alarm in fewer than 5 of 100 cases: with independent exchanges,
 * at help desks whose backlog lasts for days, with persons whose exchanges share their fate, and
 * with bad weekends. This guarantee fails if the past does not represent the future: if a backlog
 * lasts for months, if a bound near 1 meets waits that pile up (7 of 100 with 0.95 at a very busy
 * desk), or if the first quarter was the best in years. There is no alarm for a rise.
 *
 * <p>The decision replays the days in calendar order, so it does not depend on the order in which
 * they were added. Later days never withdraw an alarm. A day that is added late takes its place in
 * the calendar, and may move or withdraw an alarm; {@link #lateDays()} counts such days. An alarm
 * stays on; after fixing its cause, begin a new watch.
 *
 * <p>Adding a day copies the days. The decision is computed on request, in time proportional to
 * their number. Immutable.
 *
 * <p>Source: as in A. Ramdas, P. Grünwald, V. Vovk, G. Shafer, 2023, "Game-Theoretic Statistics and
 * Safe Anytime-Valid Inference"; the mean over days on which it may have begun: A. N. Shiryaev,
 * 1963, "On Optimum Methods in Quickest Detection Problems".
 *
 * <p>Guide: {@code core/docs/guide/metrics/watch.md}.
 */
public final class Watch {
  /** What a watch says. */
  public enum State {
    /** Nothing beyond chance. */
    QUIET,
    /** The share fell below the bound. */
    ALARM,
    /** Too few days to know what is within chance. */
    NO_DATA
  }

  private static final double USUAL_ALPHA = 0.05;

  private final WatchTarget target;

  /** In calendar order, each once. */
  private final List<SettledDay> days;

  private final int lateDays;

  /** The result of replaying the days. */
  private record Finding(State state, Optional<LocalDate> alarm, double evidence, double deff) {}

  Watch(WatchTarget target, List<SettledDay> days, int lateDays) {
    this.target = target;
    this.days = days;
    this.lateDays = lateDays;
  }

  /**
   * {@return a watch without days on a promise that a share is at least the bound, with an alpha of
   * 0.05}
   *
   * @param bound the share, between 0 and 1
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public static Watch atLeast(double bound) {
    return new Watch(new WatchTarget(true, bound, USUAL_ALPHA), List.of(), 0);
  }

  /**
   * {@return a watch without days on a promise that a share is at most the bound, with an alpha of
   * 0.05} It equals the watch on the complementary share with the bound {@code 1 - bound}.
   *
   * @param bound the share, between 0 and 1
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public static Watch atMost(double bound) {
    return new Watch(new WatchTarget(false, bound, USUAL_ALPHA), List.of(), 0);
  }

  /**
   * {@return a watch without days on a promise, with an alpha of 0.05} It keeps only the bound of
   * the promise. To avoid adding days of another promise, zone or clock to a stored watch, store
   * next to its bytes what it is for.
   *
   * @param promise the promise, with a bound between 0 and 1
   * @throws IllegalArgumentException if its bound is 0 or 1, like that of a census
   */
  public static Watch of(Promise promise) {
    return new Watch(
        new WatchTarget(promise.isAtLeast(), promise.bound(), USUAL_ALPHA), List.of(), 0);
  }

  /**
   * {@return a watch on a promise, with the settled days of a log and an alpha of 0.05} A local day
   * is included if the promise applied to anybody on it, if it lies entirely within the window of
   * the log, and if everything until its end was watched for the follow-up of the log and for the
   * horizon of the measure. Its counts are those of {@link PromiseSummary.Result}: of the waits
   * that began on that day, {@code all} were promised an answer in time and {@code met} got one.
   *
   * <p>Settled days do not change: the same log has the same days a night later, and some more. To
   * bring a stored watch up to date, merge it with a new one.
   *
   * <pre>{@code
   * Promise promise = Promise.atLeast(0.80).answeredWithin(Duration.ofHours(4));
   * Watch kept = Watch.of(promise);
   * Watch tonight = Watch.of(promise, log.followedFor(Duration.ofHours(4)), ZoneId.of("Europe/Paris"));
   * kept.merge(tonight).state();   // NO_DATA
   * }</pre>
   *
   * <p>It takes one walk of the log.
   *
   * @param promise the promise, with a bound between 0 and 1
   * @param log the log, followed for at least the promised time ({@link
   *     EngagementLog#followedFor}); in office hours, for as many days as that may take
   * @param zone the time zone of the days
   * @throws IllegalArgumentException if the bound is 0 or 1, or if the log is not followed for a
   *     time, or for so short a time that some wait was not due at its end
   */
  public static Watch of(Promise promise, EngagementLog log, ZoneId zone) {
    Watch none = of(promise);
    return new Watch(none.target, SettledDays.of(promise, log, zone), 0);
  }

  /**
   * {@return a copy with another probability of a false alarm}
   *
   * @param alpha the probability that a promise that is kept ever raises the alarm, such as 0.05
   * @throws IllegalArgumentException if it is not in [0.000000001, 1)
   */
  public Watch alpha(double alpha) {
    return new Watch(new WatchTarget(target.isAtLeast(), target.bound(), alpha), days, lateDays);
  }

  /**
   * {@return a copy with one more day, O(days)}
   *
   * @param day the day, which must be settled
   * @param met the number of its exchanges that count toward the share
   * @param all the number of its exchanges, at least {@code met}, at most 2,147,483,647
   * @throws IllegalArgumentException if a count is out of range, or the day was added before, even
   *     with equal counts
   */
  public Watch day(LocalDate day, long met, long all) {
    SettledDay added = new SettledDay(day.toEpochDay(), met, all);
    int found = indexOf(added.epochDay());
    if (found >= 0) {
      SettledDay before = days.get(found);
      throw new IllegalArgumentException(
          "day ("
              + day
              + ", "
              + met
              + " of "
              + all
              + ") must be new, there is one with "
              + before.met()
              + " of "
              + before.all()
              + "; add each day once, when it is settled, or merge watches that share days");
    }
    int at = -found - 1;
    List<SettledDay> more = new ArrayList<>(days.size() + 1);
    more.addAll(days);
    more.add(at, added);
    return new Watch(
        target, Collections.unmodifiableList(more), lateDays + (at < days.size() ? 1 : 0));
  }

  private int indexOf(long epochDay) {
    SettledDay sought = new SettledDay(epochDay, 0, 0);
    return Collections.binarySearch(days, sought, Comparator.comparingLong(SettledDay::epochDay));
  }

  /**
   * {@return a watch with the days of both, O(days)} The result is the same to the bit, whatever
   * the order and the parts. A day in both counts once.
   *
   * @param other a watch with the same bound and alpha
   * @throws IllegalArgumentException if bound or alpha differ, or the counts of a day in both
   */
  public Watch merge(Watch other) {
    checkArgument(
        target.equals(other.target),
        "other (%s, alpha %s) must watch the same as this (%s, alpha %s); give both the same bound"
            + " and alpha",
        other.target,
        other.alpha(),
        target,
        alpha());
    List<SettledDay> both = new ArrayList<>(days.size() + other.days.size());
    int mine = 0;
    for (SettledDay theirs : other.days) {
      while (mine < days.size() && days.get(mine).epochDay() < theirs.epochDay()) {
        both.add(days.get(mine++));
      }
      if (mine < days.size() && days.get(mine).epochDay() == theirs.epochDay()) {
        requireSame(days.get(mine++), theirs);
      }
      both.add(theirs);
    }
    both.addAll(days.subList(mine, days.size()));
    return new Watch(target, Collections.unmodifiableList(both), lateDays + other.lateDays);
  }

  private static void requireSame(SettledDay mine, SettledDay theirs) {
    checkArgument(
        mine.equals(theirs),
        "day (%s) must be the same in both: it has %s of %s here and %s of %s there; a day is added"
            + " when it is settled",
        mine.date(),
        mine.met(),
        mine.all(),
        theirs.met(),
        theirs.all());
  }

  private Finding find() {
    boolean isAtLeast = target.isAtLeast();
    FallEvidence evidence = new FallEvidence(isAtLeast ? target.bound() : 1 - target.bound());
    int speaking = 0;
    for (SettledDay day : days) {
      if (day.all() > 0) {
        evidence.add(isAtLeast ? day.met() : day.all() - day.met(), day.all());
        speaking++;
        double value = evidence.value();
        if (value >= 1 / target.alpha()) {
          return new Finding(State.ALARM, Optional.of(day.date()), value, evidence.deff());
        }
      }
    }
    State state = speaking > FallEvidence.FIRST_DAYS ? State.QUIET : State.NO_DATA;
    return new Finding(state, Optional.empty(), evidence.value(), evidence.deff());
  }

  /** {@return the state at the end of the last day, O(days)} */
  public State state() {
    return find().state();
  }

  /**
   * {@return the first day at whose end the alarm is raised when the days are replayed in calendar
   * order; empty without an alarm, O(days)} The fall began before that.
   */
  public Optional<LocalDate> alarmSince() {
    return find().alarm();
  }

  /**
   * {@return the strength of the evidence for a fall, at the end of the last day or when the alarm
   * was raised, O(days)} It is above 0: 1 without any evidence, at least {@code 1 / alpha} when the
   * alarm is raised. For a promise that is kept, it ever exceeds x in at most 1 of x cases.
   */
  public double evidence() {
    return find().evidence();
  }

  /**
   * {@return the design effect: how many exchanges are worth one independent exchange, at the end
   * of the last day or when the alarm was raised, O(days)} It is at least 1; NaN with fewer than 56
   * days that have exchanges.
   */
  public double deff() {
    return find().deff();
  }

  /** {@return the bound of the share, between 0 and 1} */
  public double bound() {
    return target.bound();
  }

  /** {@return whether the bound is a lower bound; false for an upper bound} */
  public boolean isAtLeast() {
    return target.isAtLeast();
  }

  /** {@return the probability that a promise that is kept ever raises the alarm} */
  public double alpha() {
    return target.alpha();
  }

  /** {@return the number of days, including those without exchanges} */
  public int days() {
    return days.size();
  }

  /**
   * {@return the number of days with exchanges that are still missing before the watch can decide,
   * at most 57; 0 if there are enough} While it is above 0, the state is NO_DATA.
   */
  public int daysNeeded() {
    return Math.max(0, FallEvidence.FIRST_DAYS + 1 - speakingDays());
  }

  private int speakingDays() {
    return (int) days.stream().filter(day -> day.all() > 0).count();
  }

  /**
   * {@return a copy of the share of each day, in calendar order, O(days)} A day without exchanges
   * has 0 of 0.
   */
  public SortedMap<LocalDate, Proportion> byDay() {
    SortedMap<LocalDate, Proportion> shares = new TreeMap<>();
    days.forEach(day -> shares.put(day.date(), Proportion.of(day.met(), day.all())));
    return Collections.unmodifiableSortedMap(shares);
  }

  /** {@return the number of exchanges of all days that count toward the share, O(days)} */
  public long met() {
    return days.stream().mapToLong(SettledDay::met).sum();
  }

  /** {@return the number of exchanges of all days, O(days)} */
  public long all() {
    return days.stream().mapToLong(SettledDay::all).sum();
  }

  /** {@return the share over all days, in [0, 1]; NaN without exchanges} */
  public double share() {
    return all() == 0 ? Double.NaN : (double) met() / all();
  }

  /**
   * {@return the number of days that were added, to this watch or to those it was merged from,
   * after a later day} It describes how the days were added, not the days: bytes do not contain it,
   * and equality ignores it.
   */
  public int lateDays() {
    return lateDays;
  }

  /** {@return the watch as bytes, to be read by {@link #fromBytes}; equal for equal watches} */
  public byte[] toBytes() {
    return WatchBytes.write(target, days);
  }

  /**
   * {@return the watch that {@link #toBytes} wrote}
   *
   * @param bytes the bytes
   * @throws IllegalArgumentException if the bytes are damaged, cut off or of another version
   */
  public static Watch fromBytes(byte[] bytes) {
    return WatchBytes.read(requireNonNull(bytes, "bytes"));
  }

  /** Returns whether the other is a watch with the same bound, alpha and days. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Watch watch && target.equals(watch.target) && days.equals(watch.days);
  }

  @Override
  public int hashCode() {
    return 31 * target.hashCode() + days.hashCode();
  }

  /**
   * Returns a headline of at most 49 characters, such as {@code ALARM since 2026-07-04 (at least 80
   * %)}, and the days, share and evidence behind it.
   */
  @Override
  public String toString() {
    Finding finding = find();
    String headline =
        switch (finding.state()) {
          case ALARM -> "ALARM since " + finding.alarm().orElseThrow();
          case QUIET -> "QUIET";
          case NO_DATA -> "NO_DATA";
        };
    StringBuilder text = new StringBuilder(headline).append(" (").append(target).append(")\n");
    text.append(text(days.size(), "day"));
    if (!days.isEmpty()) {
      text.append(", ").append(days.get(0).date());
      text.append(" to ").append(days.get(days.size() - 1).date());
    }
    text.append("\n").append(NumberText.count(met()));
    text.append(" of ").append(NumberText.count(all())).append(" met");
    text.append(all() == 0 ? "" : ", share " + NumberText.share(share())).append("\n");
    return text.append(reason(finding)).toString();
  }

  private String reason(Finding finding) {
    if (finding.state() == State.NO_DATA) {
      int speaking = speakingDays();
      return "needs more than "
          + FallEvidence.FIRST_DAYS
          + " days with exchanges, there "
          + (speaking == 1 ? "is " : "are ")
          + speaking;
    }
    return "evidence of a fall "
        + NumberText.decimal(finding.evidence())
        + ", alarm at "
        + NumberText.decimal(1 / target.alpha())
        + "\ndeff "
        + NumberText.decimal(finding.deff());
  }

  private static String text(int count, String what) {
    return NumberText.count(count) + " " + what + (count == 1 ? "" : "s");
  }
}
