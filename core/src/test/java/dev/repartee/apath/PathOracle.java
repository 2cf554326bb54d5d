package dev.repartee.apath;

import dev.repartee.apath.EventSlice.Event;
import dev.repartee.measure.Slice;
import dev.repartee.model.ActKind;
import dev.repartee.model.Sentiment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stages of one person toward one organization straight from the definitions: at each instant
 * each condition is asked anew, looking back over the whole history.
 */
final class PathOracle {
  /** Asks a condition of the events up to an instant. */
  @FunctionalInterface
  interface Asked {
    boolean holds(PathOracle path, long t);
  }

  /** What the oracle goes by: the conditions in order of the stages. */
  record Spec(ZoneId zone, List<Asked> conditions, Set<Integer> followers) {
    static Spec standard(ZoneId zone) {
      return new Spec(
          zone,
          List.of(
              PathOracle::isSeen,
              PathOracle::isWilled,
              (path, t) -> path.isWarm(t, 3, 14),
              PathOracle::isOptedIn,
              (path, t) -> path.isAdvocating(t, 2)),
          Set.of());
    }

    Spec with(Stage stage, Asked condition) {
      List<Asked> all = new ArrayList<>(conditions);
      all.set(stage.ordinal(), condition);
      return new Spec(zone, List.copyOf(all), followers);
    }

    Spec withFollowers(Set<Integer> persons) {
      return new Spec(zone, conditions, persons);
    }
  }

  private final List<Event> history;
  private final Spec spec;
  private final int person;

  private PathOracle(List<Event> history, Spec spec, int person) {
    this.history = history;
    this.spec = spec;
    this.person = person;
  }

  /** A path: its history as far as it is watched, and when a stage was reached on which way. */
  record Times(int person, int organization, long seenUntil, PathOracle oracle) {
    /** When a stage was reached, passing over some stages, by bit. */
    long at(Stage stage, int passed) {
      long at = Long.MIN_VALUE;
      for (Stage next : Stage.values()) {
        if ((passed >>> next.ordinal() & 1) == 0 && next.compareTo(stage) <= 0) {
          at =
              next != Stage.ATTENTION && at == Path.NEVER
                  ? Path.NEVER
                  : oracle.first(at, t -> oracle.holds(next, t));
        }
      }
      return at;
    }
  }

  /** Where somebody stood at a time, by asking about every instant before it. */
  static Standing standing(Times path, int passed, long t, long lapse) {
    PathOracle oracle = path.oracle();
    long entry = path.at(Stage.ATTENTION, 0);
    if (t < entry) {
      return Standing.NEW;
    }
    Standing left = oracle.left(t);
    if (left != Standing.NEW) {
      return left;
    }
    long active =
        oracle.before(t).filter(PathOracle::isActive).mapToLong(Event::at).max().orElse(entry);
    if (t - Math.max(active, entry) >= lapse) {
      return Standing.LAPSED;
    }
    Stage deepest = Stage.ATTENTION;
    for (Stage stage : Stage.values()) {
      boolean isOn = (passed >>> stage.ordinal() & 1) == 0;
      boolean isOut =
          (passed >>> Stage.AUDIENCE.ordinal() & 1) == 0
              && stage.compareTo(Stage.AUDIENCE) >= 0
              && !oracle.isOptedIn(t);
      long at = path.at(stage, passed);
      deepest = isOn && !isOut && at != Path.NEVER && at <= t ? stage : deepest;
    }
    return Standing.valueOf(deepest.name());
  }

  /** How somebody left who has not come back, else NEW. */
  private Standing left(long t) {
    List<Long> instants = before(t).map(Event::at).distinct().sorted().toList();
    Standing left = Standing.NEW;
    for (int i = 0; i < instants.size(); i++) {
      long now = instants.get(i);
      long earlier = i == 0 ? Long.MIN_VALUE : instants.get(i - 1);
      if (isOptedIn(now)) {
        left = Standing.NEW;
      } else if (isOptedIn(earlier)) {
        left = isOptedIn(earlier, ActKind.FOLLOW) ? Standing.UNFOLLOWED : Standing.UNSUBSCRIBED;
      } else if (any(now, PathOracle::isActive)) {
        left = Standing.NEW;
      }
    }
    return left;
  }

  private static boolean isActive(Event e) {
    return e.act() == null || isOfWill(e);
  }

  private boolean holds(Stage stage, long t) {
    return spec.conditions().get(stage.ordinal()).holds(this, t);
  }

  /** All paths of the audience. */
  static List<Times> paths(
      List<Event> events, int organizations, Spec spec, long asOf, long followUp) {
    List<Times> result = new ArrayList<>();
    Set<Integer> persons = events.stream().map(Event::person).collect(Collectors.toSet());
    for (int person : persons) {
      for (int o = organizations == 0 ? Slice.NONE : 0; o < organizations || o < 0; o++) {
        int organization = o;
        List<Event> own =
            events.stream()
                .filter(e -> e.person() == person && e.organization() == organization)
                .filter(e -> e.at() <= asOf)
                .toList();
        boolean member = organizations > 0 && person == EventSlice.MEMBER;
        PathOracle whole = new PathOracle(own, spec, person);
        long entry = whole.first(Long.MIN_VALUE, t -> whole.holds(Stage.ATTENTION, t));
        if (!member && entry != Path.NEVER) {
          long until = Math.min(asOf, entry + followUp);
          List<Event> seen = own.stream().filter(e -> e.at() <= until).toList();
          result.add(new Times(person, organization, until, new PathOracle(seen, spec, person)));
        }
      }
    }
    return result;
  }

  long first(long from, LongPredicate condition) {
    return history.stream()
        .mapToLong(Event::at)
        .filter(t -> t >= from)
        .sorted()
        .filter(condition)
        .findFirst()
        .orElse(Path.NEVER);
  }

  boolean any(long t, Predicate<Event> which) {
    return history.stream().anyMatch(e -> e.at() == t && which.test(e));
  }

  boolean isSeen(long t) {
    return any(t, e -> e.act() != ActKind.UNFOLLOW && e.act() != ActKind.UNSUBSCRIBE);
  }

  static boolean isOfWill(Event e) {
    Set<ActKind> others = Set.of(ActKind.VIEW, ActKind.UNFOLLOW, ActKind.UNSUBSCRIBE);
    return e.sentiment() != Sentiment.NEGATIVE && (e.act() == null || !others.contains(e.act()));
  }

  boolean isWilled(long t) {
    return any(t, PathOracle::isOfWill);
  }

  boolean isOnDays(long t, Predicate<Event> which, int count, int span) {
    TreeSet<LocalDate> days = new TreeSet<>();
    before(t).filter(which).forEach(e -> days.add(day(e)));
    return days.size() >= count && ChronoUnit.DAYS.between(days.first(), days.last()) >= span;
  }

  boolean isWarm(long t, int count, int span) {
    boolean keepsComing = isOnDays(t, PathOracle::isOfWill, count, span);
    boolean dialogue =
        before(t)
            .anyMatch(e -> e.act() == null && e.returned() && e.sentiment() != Sentiment.NEGATIVE);
    return keepsComing || dialogue;
  }

  boolean isOptedIn(long t) {
    return isOptedIn(t, ActKind.FOLLOW) || isOptedIn(t, ActKind.SUBSCRIBE);
  }

  boolean isOptedIn(long t, ActKind kind) {
    ActKind undoing = kind == ActKind.FOLLOW ? ActKind.UNFOLLOW : ActKind.UNSUBSCRIBE;
    boolean stillFollows =
        kind == ActKind.FOLLOW
            && spec.followers().contains(person)
            && before(t).noneMatch(e -> e.act() == undoing);
    return stillFollows || before(t).anyMatch(e -> e.act() == kind && !isUndone(e, undoing, t));
  }

  private boolean isUndone(Event optIn, ActKind undoing, long t) {
    return before(t)
        .anyMatch(
            e -> e.act() == undoing && e.channel() == optIn.channel() && e.at() >= optIn.at());
  }

  boolean isAdvocating(long t, int count) {
    return isAgain(t, PathOracle::speaksFor, count);
  }

  boolean isAgain(long t, Predicate<Event> which, int count) {
    return before(t)
        .filter(e -> e.at() == t && which.test(e))
        .anyMatch(
            now ->
                1
                        + before(t)
                            .filter(e -> which.test(e) && day(e).isBefore(day(now)))
                            .map(this::day)
                            .distinct()
                            .count()
                    >= count);
  }

  static boolean speaksFor(Event e) {
    if (e.act() == null) {
      return e.toAudience() && e.sentiment() != Sentiment.NEGATIVE;
    }
    return switch (e.act()) {
      case RECOMMEND, SHARE -> e.sentiment() != Sentiment.NEGATIVE;
      case MENTION -> e.sentiment() == Sentiment.POSITIVE;
      default -> false;
    };
  }

  Stream<Event> before(long t) {
    return history.stream().filter(e -> e.at() <= t);
  }

  private LocalDate day(Event e) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(e.at()), spec.zone());
  }
}
