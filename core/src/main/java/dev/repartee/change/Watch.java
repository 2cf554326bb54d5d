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
 * An alarm on a promise that may be looked at every night: it tells when a share has fallen below
 * its bound, and since when that no longer passes for chance.
 *
 * <p>It is fed settled days, each once: how many exchanges there were, and how many were as
 * promised. A day is settled when nothing that comes later can change its counts. Whoever looks
 * every night at a test of 5 % will see it fail in time, whatever happens. Here the chance that a
 * promise that is kept raises the alarm <b>ever</b> is at most {@linkplain #alpha() alpha}.
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
 * <p>How: a day on which m of n are met is held against the bound and against a fall below it, by
 * the ratio of likelihoods. The logarithm of that is divided by the design effect, which is found
 * from how much the days so far have in common: waits that pile up, persons who write often, weeks
 * that differ. A single day never counts more than 10 times, so that one very bad day raises no
 * alarm by itself. The product of the ratios since a day, averaged over all days on which a fall
 * may have begun, is the {@linkplain #evidence() evidence}; the alarm is raised where it reaches
 * {@code 1 / alpha}. As a fall may begin on any day, a good spring does not hide a bad autumn.
 *
 * <p>Too little: the first 8 weeks show how much days have in common. Days with no exchanges do not
 * count among them, and tell nothing. Until there are more than 56 others, the state is NO_DATA.
 *
 * <p>By simulation ({@code docs/watch.md}), a year of nightly looks at a promise of 0.80 that is
 * kept exactly raises it in fewer than 5 of 100 cases: with independent exchanges, at help desks
 * whose backlog lasts for days, with persons whose exchanges share their fate, and with bad
 * weekends. It does not hold where the time before knows nothing of what comes: where a backlog
 * lasts for months, where a bound near 1 meets waits that pile up (7 of 100 with 0.95 at a very
 * busy desk), or the first quarter was the best of years. There is no alarm for a rise.
 *
 * <p>The decision replays the days in their order, so it does not hang on the order in which they
 * came. Days after the last one never take back an alarm. A day that comes late is put where it
 * belongs, and may move an alarm or take it back; {@link #lateDays()} counts them. After the cause
 * of an alarm is mended, begin a new watch: an alarm stays.
 *
 * <p>Adding a day copies the days; the decision takes time in proportion to their number, when it
 * is asked for. Immutable.
 *
 * <p>Source: as in A. Ramdas, P. Grünwald, V. Vovk, G. Shafer, 2023, "Game-Theoretic Statistics and
 * Safe Anytime-Valid Inference"; the mean over days on which it may have begun: A. N. Shiryaev,
 * 1963, "On Optimum Methods in Quickest Detection Problems".
 */
public final class Watch {
  /** What a watch says. */
  public enum State {
    /** Nothing that chance would not do. */
    QUIET,
    /** The share fell below the bound. */
    ALARM,
    /** Fewer days than it takes to know what chance does. */
    NO_DATA
  }

  private static final double USUAL_ALPHA = 0.05;

  private final WatchTarget target;

  /** In their order, each once. */
  private final List<SettledDay> days;

  private final int lateDays;

  /** What is found when the days are replayed. */
  private record Finding(State state, Optional<LocalDate> alarm, double evidence, double deff) {}

  Watch(WatchTarget target, List<SettledDay> days, int lateDays) {
    this.target = target;
    this.days = days;
    this.lateDays = lateDays;
  }

  /**
   * {@return the watch on a promise that a share is not smaller, of no days, with an alpha of 0.05}
   *
   * @param bound the share, between 0 and 1
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public static Watch atLeast(double bound) {
    return new Watch(new WatchTarget(true, bound, USUAL_ALPHA), List.of(), 0);
  }

  /**
   * {@return the watch on a promise that a share is not larger, of no days, with an alpha of 0.05}
   * It is that on what is not met, with the bound {@code 1 - bound}.
   *
   * @param bound the share, between 0 and 1
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public static Watch atMost(double bound) {
    return new Watch(new WatchTarget(false, bound, USUAL_ALPHA), List.of(), 0);
  }

  /**
   * {@return the watch on a promise, of no days, with an alpha of 0.05} Its bound is that of the
   * promise; of the promise it knows nothing more. So that a watch which is kept is never fed with
   * the days of another promise, zone or clock, keep beside its bytes what it is of.
   *
   * @param promise the promise, with a bound between 0 and 1
   * @throws IllegalArgumentException if its bound is 0 or 1, as that of a census is
   */
  public static Watch of(Promise promise) {
    return new Watch(
        new WatchTarget(promise.isAtLeast(), promise.bound(), USUAL_ALPHA), List.of(), 0);
  }

  /**
   * {@return the watch on a promise, of the days of a log that are settled, with an alpha of 0.05}
   * Each local day on which somebody was promised something is one of them, if it lies wholly in
   * the window of the log and was watched until its end for the time that the log is followed for,
   * and for the horizon of what is asked. Its counts are those of {@link PromiseSummary.Result}: of
   * those who began to wait on that day, {@code all} were promised an answer in time and {@code
   * met} got it.
   *
   * <p>What is settled stays: the same log a night later has the same days, and some more. So a
   * watch that is kept is brought up to date by merging it.
   *
   * <pre>{@code
   * Promise promise = Promise.atLeast(0.80).answeredWithin(Duration.ofHours(4));
   * Watch kept = Watch.of(promise);
   * Watch tonight = Watch.of(promise, log.followedFor(Duration.ofHours(4)), ZoneId.of("Europe/Paris"));
   * kept.merge(tonight).state();   // NO_DATA
   * }</pre>
   *
   * <p>One walk of the log.
   *
   * @param promise the promise, with a bound between 0 and 1
   * @param log the log, followed for at least the time that is promised ({@link
   *     EngagementLog#followedFor}); in office hours for as many days as that may last
   * @param zone whose days
   * @throws IllegalArgumentException if the bound is 0 or 1, the log is not followed for a time, or
   *     for so short a time that somebody was not due at the end of it
   */
  public static Watch of(Promise promise, EngagementLog log, ZoneId zone) {
    Watch none = of(promise);
    return new Watch(none.target, SettledDays.of(promise, log, zone), 0);
  }

  /**
   * {@return the watch of the same days with another chance of a false alarm; a copy}
   *
   * @param alpha the chance that a promise that is kept ever raises the alarm, such as 0.05
   * @throws IllegalArgumentException if it is not in [0.000000001, 1)
   */
  public Watch alpha(double alpha) {
    return new Watch(new WatchTarget(target.isAtLeast(), target.bound(), alpha), days, lateDays);
  }

  /**
   * {@return the watch with one day more; a copy, O(days)}
   *
   * @param day the day, settled
   * @param met how many of its exchanges meet what the share is of
   * @param all how many exchanges it had, at least {@code met}, at most 2,147,483,647
   * @throws IllegalArgumentException if a count is out of range, or the day was added before, with
   *     equal counts too
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
   * {@return the watch of the days of both; a copy, O(days)} Whatever the order and the parts, the
   * result is the same to the bit. A day of both is taken once.
   *
   * @param other a watch with the same bound and alpha
   * @throws IllegalArgumentException if bound or alpha differ, or the counts of a day of both
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

  /** {@return what the watch says at the end of its last day, O(days)} */
  public State state() {
    return find().state();
  }

  /**
   * {@return the first day at whose end the alarm would have been raised, had the days come in
   * their order; nothing where there is none, O(days)} The fall began before that.
   */
  public Optional<LocalDate> alarmSince() {
    return find().alarm();
  }

  /**
   * {@return how strongly the days speak for a fall, at the end of the last day or when the alarm
   * was raised, O(days)} Above 0: 1 where nothing speaks, at least {@code 1 / alpha} where the
   * alarm is raised. A promise that is kept has ever had more than x in at most 1 of x cases.
   */
  public double evidence() {
    return find().evidence();
  }

  /**
   * {@return how many exchanges tell as much as one that knows no other, at the end of the last day
   * or when the alarm was raised, O(days)} At least 1; NaN with fewer than 56 days that have
   * exchanges.
   */
  public double deff() {
    return find().deff();
  }

  /** {@return the bound of the share, between 0 and 1} */
  public double bound() {
    return target.bound();
  }

  /** {@return whether the bound is the least that is promised; false where it is the most} */
  public boolean isAtLeast() {
    return target.isAtLeast();
  }

  /** {@return the chance that a promise that is kept ever raises the alarm} */
  public double alpha() {
    return target.alpha();
  }

  /** {@return how many days there are, those with no exchanges among them} */
  public int days() {
    return days.size();
  }

  /**
   * {@return how many days with exchanges are missing until the watch can tell anything, at most
   * 57; 0 where there are enough of them} While it is more, the state is NO_DATA.
   */
  public int daysNeeded() {
    return Math.max(0, FallEvidence.FIRST_DAYS + 1 - speakingDays());
  }

  private int speakingDays() {
    return (int) days.stream().filter(day -> day.all() > 0).count();
  }

  /**
   * {@return the share of each day, in the order of the days; a copy, O(days)} A day without
   * exchanges has 0 of 0.
   */
  public SortedMap<LocalDate, Proportion> byDay() {
    SortedMap<LocalDate, Proportion> shares = new TreeMap<>();
    days.forEach(day -> shares.put(day.date(), Proportion.of(day.met(), day.all())));
    return Collections.unmodifiableSortedMap(shares);
  }

  /** {@return how many exchanges of all days meet what the share is of, O(days)} */
  public long met() {
    return days.stream().mapToLong(SettledDay::met).sum();
  }

  /** {@return how many exchanges all days had, O(days)} */
  public long all() {
    return days.stream().mapToLong(SettledDay::all).sum();
  }

  /** {@return the share of all days, in [0, 1]; NaN where there is no exchange} */
  public double share() {
    return all() == 0 ? Double.NaN : (double) met() / all();
  }

  /**
   * {@return how many days were added to this watch, or to those it is merged from, after a later
   * day had been} It tells of how the days came and not of the days: bytes forget it, and watches
   * that differ in nothing else are equal.
   */
  public int lateDays() {
    return lateDays;
  }

  /**
   * {@return the watch as bytes, to be read by {@link #fromBytes}; equal watches have equal ones}
   */
  public byte[] toBytes() {
    return WatchBytes.write(target, days);
  }

  /**
   * {@return the watch that bytes hold}
   *
   * @param bytes what {@link #toBytes} returned
   * @throws IllegalArgumentException if they are damaged, cut off or of another version
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
   * %)}, and what it rests on: days, share, evidence.
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
