package dev.repartee.apath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where a person stood over time, on every way, and when the person wrote, taken down while the
 * path is walked. Only measures that ask for it pay for it.
 */
final class PathRecord {
  /** Longer than any log, and still to be added to a time. */
  private static final long FOREVER = 1L << 50;

  private final Conditions conditions;
  private final int optInsThatCount;
  private final long lapsedAfter;
  private final List<StandingLine> lines = new ArrayList<>();

  private boolean optedInBefore;
  private boolean followedBefore;
  private boolean activeNow;
  private long lastActive;
  private Standing left = Standing.NEW;

  /** When the person wrote to the organization, in order. */
  private long[] written = new long[4];

  private int messages;

  PathRecord(Conditions conditions) {
    this.conditions = conditions;
    this.optInsThatCount = conditions.optInsThatCount();
    this.lapsedAfter =
        Math.min(FOREVER, TimeUnit.MILLISECONDS.convert(conditions.rules.lapsedAfter()));
    for (int variant = 0; variant < conditions.variants(); variant++) {
      lines.add(new StandingLine());
    }
  }

  void clear() {
    lines.forEach(StandingLine::clear);
    activeNow = false;
    lastActive = Path.NEVER;
    left = Standing.NEW;
    messages = 0;
  }

  void wrote(long at) {
    written = messages == written.length ? Arrays.copyOf(written, 2 * messages) : written;
    written[messages++] = at;
  }

  /** How many messages the person wrote from one instant to another, both included. */
  int written(long from, long to) {
    int count = 0;
    for (int i = 0; i < messages && written[i] <= to; i++) {
      count += written[i] >= from ? 1 : 0;
    }
    return count;
  }

  /** Begins an instant; what stands then is what stood before it. */
  void beginInstant(OptIns optIns) {
    optedInBefore = optIns.any(optInsThatCount);
    followedBefore = optIns.any(optInsThatCount & OptIns.FOLLOWS);
    activeNow = false;
  }

  void active() {
    activeNow = true;
  }

  /** Takes down who has lapsed up to an instant, itself included. */
  void lapseUntil(long until) {
    if (lines.get(0).size() == 0 || left.isLost()) {
      return;
    }
    long lapsed = lastActive + lapsedAfter;
    if (lapsed <= until) {
      lines.forEach(line -> line.add(lapsed, Standing.LAPSED));
    }
  }

  /** Ends an instant, after which the stages are reached that the path says. */
  void endInstant(long now, Path path, OptIns optIns) {
    boolean isOptedIn = optIns.any(optInsThatCount);
    if (isOptedIn) {
      left = Standing.NEW;
    } else if (optedInBefore) {
      left = followedBefore ? Standing.UNFOLLOWED : Standing.UNSUBSCRIBED;
    } else if (activeNow) {
      left = Standing.NEW;
    }
    if (!path.hasBegun()) {
      return;
    }
    if (activeNow || lines.get(0).size() == 0) {
      lastActive = now;
    }
    boolean isLapsed = now - lastActive >= lapsedAfter;
    for (int variant = 0; variant < lines.size(); variant++) {
      lines
          .get(variant)
          .add(
              now,
              left.isLost()
                  ? left
                  : isLapsed ? Standing.LAPSED : Standing.at(stage(path, variant, optIns)));
    }
  }

  /** The deepest stage reached, but not in the audience without the opt-in that made it. */
  private Stage stage(Path path, int variant, OptIns optIns) {
    int audience = Stage.AUDIENCE.ordinal();
    int optInsOf = conditions.optInsOf(audience);
    boolean needsOptIn =
        optInsOf != 0
            && conditions.clausesOf(audience) == 0
            && (conditions.passed(variant) >>> audience & 1) == 0;
    boolean mayBeThere = !needsOptIn || optIns.any(optInsOf);
    Stage deepest = Stage.ATTENTION;
    for (Stage stage : Stage.values()) {
      boolean isOn = (conditions.passed(variant) >>> stage.ordinal() & 1) == 0;
      if (isOn
          && path.at(stage, variant) != Path.NEVER
          && (mayBeThere || stage.ordinal() < audience)) {
        deepest = stage;
      }
    }
    return deepest;
  }

  /** Where the person stood over time on a way. */
  StandingLine line(int variant) {
    return lines.get(variant);
  }
}
