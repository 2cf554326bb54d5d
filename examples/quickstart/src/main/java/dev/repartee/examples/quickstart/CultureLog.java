package dev.repartee.examples.quickstart;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Visibility;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a log is looked at, to tell of the culture of one organization or of a forum.
 *
 * @param all the log, but for rows that lie far behind all others
 * @param open what concerns the organization and is said where the public can see it
 * @param organization whose culture; empty for a forum
 * @param internal channels that are closed to the public; nobody is asked there what people are
 *     promised
 * @param zone whose days
 * @param stray rows that lie far behind all others, by a clock that went wrong
 */
record CultureLog(
    EngagementLog all,
    EngagementLog open,
    String organization,
    Set<String> internal,
    ZoneId zone,
    Optional<StrayRows> stray) {

  /** What of a log the options ask for. */
  static CultureLog of(Loaded loaded, MeasureOptions measures, CultureOptions options) {
    String organization = chosen(loaded, options);
    EngagementLog whole =
        measures.threads > 1 ? loaded.log().parallel(measures.threads) : loaded.log();
    Optional<StrayRows> stray = StrayRows.of(whole);
    EngagementLog log = stray.map(rows -> whole.asOf(rows.before())).orElse(whole);
    Set<String> internal = internal(log);
    EngagementLog own =
        loaded.organizations().size() > 1 ? log.only(Dimension.ORGANIZATION, organization) : log;
    return new CultureLog(
        log, open(own, internal), organization, internal, measures.calendarZone(), stray);
  }

  /** Whether nobody represents an organization, so that anybody else may answer. */
  boolean isForum() {
    return organization.isEmpty();
  }

  /** Checks that somebody is there who can have promised anything. */
  void requireOrganization() {
    if (isForum()) {
      throw new IllegalArgumentException(
          "--promise asks whether an organization keeps its word, and the log names none; name one"
              + " with --organization=NAME and --members=LIST");
    }
  }

  /** Who may answer. */
  AnswerRule rule() {
    return AnswerRule.usualIn(isForum() ? 0 : 1);
  }

  private static String chosen(Loaded loaded, CultureOptions options) {
    List<String> all = loaded.organizations();
    if (all.isEmpty() && options.organization == null) {
      return "";
    }
    if (options.organization == null && all.size() > 1) {
      throw new IllegalArgumentException(
          "a page on culture, or a watch, tells of one organization; choose with --culture-of one of "
              + String.join(", ", all));
    }
    String name = options.organization == null ? all.get(0) : options.organization;
    if (!all.contains(name)) {
      throw new IllegalArgumentException(
          "--culture-of ("
              + name
              + ") must be "
              + (all.isEmpty()
                  ? "left out: the log names no organization"
                  : "one of " + String.join(", ", all)));
    }
    return name;
  }

  private static Set<String> internal(EngagementLog log) {
    return channels(log).stream()
        .filter(name -> log.directory().channel(name).visibility() == Visibility.INTERNAL)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static EngagementLog open(EngagementLog log, Set<String> internal) {
    return internal.isEmpty()
        ? log
        : log.only(
            Dimension.CHANNEL,
            channels(log).stream().filter(name -> !internal.contains(name)).toArray(String[]::new));
  }

  private static List<String> channels(EngagementLog log) {
    return log.measure(Counts.ofMessages("any", row -> true).by(Dimension.CHANNEL)).keys().stream()
        .map(key -> key.get(0))
        .toList();
  }
}
