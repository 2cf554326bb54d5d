package dev.repartee.funnel;

import dev.repartee.funnel.EventSlice.Event;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stages of one person toward one organization straight from the definitions: at each instant
 * each condition is asked anew, looking back over the whole history.
 */
final class PathOracle {
  private final List<Event> history;
  private final ZoneId zone;

  private PathOracle(List<Event> history, ZoneId zone) {
    this.history = history;
    this.zone = zone;
  }

  /** The times of a path: the stages, and ADVOCATES with AUDIENCE passed over. */
  record Times(
      int person, int organization, long seenUntil, List<Long> stages, long advocatesPastAudience) {
    boolean reached(Stage stage) {
      return stages.get(stage.ordinal()) != Path.NEVER;
    }

    long at(Stage stage) {
      return stages.get(stage.ordinal());
    }
  }

  /** All paths of the audience. */
  static List<Times> paths(
      List<Event> events, int organizations, ZoneId zone, long asOf, long followUp) {
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
        long entry = own.stream().filter(PathOracle::isSeen).mapToLong(Event::at).min().orElse(-1);
        if (!member && own.stream().anyMatch(PathOracle::isSeen)) {
          long until = Math.min(asOf, entry + followUp);
          List<Event> seen = own.stream().filter(e -> e.at() <= until).toList();
          result.add(new PathOracle(seen, zone).times(person, organization, entry, until));
        }
      }
    }
    return result;
  }

  private Times times(int person, int organization, long entry, long until) {
    List<Long> stages = new ArrayList<>();
    stages.add(entry);
    stages.add(first(entry, this::isWilled));
    stages.add(first(stages.get(1), this::isWarm));
    stages.add(first(stages.get(2), this::isOptedIn));
    stages.add(first(stages.get(3), this::isAdvocating));
    return new Times(person, organization, until, stages, first(stages.get(2), this::isAdvocating));
  }

  private long first(long from, LongPredicate condition) {
    return from == Path.NEVER
        ? Path.NEVER
        : history.stream()
            .mapToLong(Event::at)
            .filter(t -> t >= from)
            .sorted()
            .filter(condition)
            .findFirst()
            .orElse(Path.NEVER);
  }

  private static boolean isSeen(Event e) {
    return e.act() != ActKind.UNFOLLOW && e.act() != ActKind.UNSUBSCRIBE;
  }

  private static boolean isOfWill(Event e) {
    Set<ActKind> others = Set.of(ActKind.VIEW, ActKind.UNFOLLOW, ActKind.UNSUBSCRIBE);
    return e.sentiment() != Sentiment.NEGATIVE && (e.act() == null || !others.contains(e.act()));
  }

  private boolean isWilled(long t) {
    return history.stream().anyMatch(e -> e.at() == t && isOfWill(e));
  }

  private boolean isWarm(long t) {
    TreeSet<LocalDate> days = new TreeSet<>();
    before(t).filter(PathOracle::isOfWill).forEach(e -> days.add(day(e)));
    boolean keepsComing =
        days.size() >= 3 && ChronoUnit.DAYS.between(days.first(), days.last()) >= 14;
    boolean dialogue =
        before(t)
            .anyMatch(e -> e.act() == null && e.returned() && e.sentiment() != Sentiment.NEGATIVE);
    return keepsComing || dialogue;
  }

  private boolean isOptedIn(long t) {
    return before(t)
        .anyMatch(
            e ->
                (e.act() == ActKind.FOLLOW && !isUndone(e, ActKind.UNFOLLOW, t))
                    || (e.act() == ActKind.SUBSCRIBE && !isUndone(e, ActKind.UNSUBSCRIBE, t)));
  }

  private boolean isUndone(Event optIn, ActKind undoing, long t) {
    return before(t)
        .anyMatch(
            e -> e.act() == undoing && e.channel() == optIn.channel() && e.at() >= optIn.at());
  }

  private boolean isAdvocating(long t) {
    return before(t)
        .filter(e -> e.at() == t && speaksFor(e))
        .anyMatch(now -> before(t).anyMatch(e -> speaksFor(e) && day(e).isBefore(day(now))));
  }

  private static boolean speaksFor(Event e) {
    if (e.act() == null) {
      return e.toAudience() && e.sentiment() != Sentiment.NEGATIVE;
    }
    return switch (e.act()) {
      case RECOMMEND, SHARE -> e.sentiment() != Sentiment.NEGATIVE;
      case MENTION -> e.sentiment() == Sentiment.POSITIVE;
      default -> false;
    };
  }

  private Stream<Event> before(long t) {
    return history.stream().filter(e -> e.at() <= t);
  }

  private LocalDate day(Event e) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(e.at()), zone);
  }
}
