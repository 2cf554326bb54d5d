package dev.repartee.examples.quickstart;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Directory;
import dev.repartee.participation.Involvement;
import dev.repartee.participation.Participation;
import dev.repartee.promise.Promise;
import dev.repartee.promise.Promise.Census;
import dev.repartee.response.ResponseTime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/**
 * A promise as people write it: {@code 90% answered within 1h on channel=twitter}.
 *
 * @param text what was written
 * @param within the time that is promised; empty for what is promised of anything else
 * @param maker makes the promise
 */
record PromiseOption(String text, Optional<Duration> within, Maker maker) {
  /** Makes the promise of an organization, where those in time go by some clock. */
  interface Maker {
    Promise make(Directory directory, String organization, ResponseTime clock);
  }

  private static final String EXAMPLES =
      "\"90% answered within 1h on channel=twitter\", \"50% to the audience\", \"60% two-way\","
          + " \"at most 20% opening\" or \"every department speaks\"";
  private static final Pattern SHARE =
      Pattern.compile("(?:(at least|at most) )?(\\d{1,3}(?:\\.\\d{1,4})?) ?% (.+)");
  private static final Pattern SCOPE = Pattern.compile(" on (?=[a-z-]+ ?=)");
  private static final Pattern SCOPES_APART = Pattern.compile(", ?(?=[a-z-]+ ?=)");
  private static final Pattern WITHIN = Pattern.compile("(?:answered )?within (\\S+)");
  private static final Map<String, Dimension> SCOPES =
      new TreeMap<>(
          Map.of(
              "channel", Dimension.CHANNEL,
              "topic", Dimension.TOPIC,
              "sentiment", Dimension.SENTIMENT,
              "intent", Dimension.INTENT,
              "owning-department", Dimension.OWNING_DEPARTMENT));

  /** Reads a promise. */
  static PromiseOption parse(String text) {
    String[] parts = SCOPE.split(text.strip().replaceAll("\\s+", " "), 2);
    String what = parts[0].toLowerCase(Locale.ROOT);
    if (what.matches("every department (speaks|takes part)")) {
      if (parts.length > 1) {
        throw wrong(text, "every department is asked about everywhere; leave out what follows it");
      }
      return new PromiseOption(
          text,
          Optional.empty(),
          (directory, organization, clock) -> everyDepartment(directory, organization));
    }
    Matcher share = SHARE.matcher(what);
    if (!share.matches()) {
      throw wrong(text, "it must begin with a share, as 90%");
    }
    double bound = Double.parseDouble(share.group(2)) / 100;
    if (!(bound <= 1)) {
      throw wrong(text, "a share is at most 100%");
    }
    boolean isAtMost = "at most".equals(share.group(1));
    Promise.Bound beginning = isAtMost ? Promise.atMost(bound) : Promise.atLeast(bound);
    List<UnaryOperator<Promise>> scopes =
        parts.length == 1
            ? List.of()
            : SCOPES_APART.splitAsStream(parts[1]).map(one -> on(one, text)).toList();
    Matcher within = WITHIN.matcher(share.group(3));
    if (within.matches()) {
      Duration time = Choices.duration(within.group(1));
      return checked(
          new PromiseOption(
              text,
              Optional.of(time),
              (directory, organization, clock) ->
                  scoped(beginning.answeredWithin(time, clock), scopes)));
    }
    Promise promise = scoped(share(beginning, share.group(3), text), scopes);
    return new PromiseOption(text, Optional.empty(), (directory, organization, clock) -> promise);
  }

  private static Promise scoped(Promise promise, List<UnaryOperator<Promise>> scopes) {
    Promise result = promise;
    for (UnaryOperator<Promise> scope : scopes) {
      result = scope.apply(result);
    }
    return result;
  }

  /** What can never be promised is refused at once. */
  private static PromiseOption checked(PromiseOption option) {
    option.of(Directory.builder().build(), "");
    return option;
  }

  /** The promise of an organization of a directory, by turns where it is one in time. */
  Promise of(Directory directory, String organization) {
    return of(directory, organization, ResponseTime.eachTurn());
  }

  /** The same by a clock. */
  Promise of(Directory directory, String organization, ResponseTime clock) {
    return maker.make(directory, organization, clock);
  }

  /** Of this organization only: the others of the log have promised nothing. */
  private static Promise everyDepartment(Directory directory, String organization) {
    return Promise.census(
        "every department takes part",
        Participation.of(directory),
        all ->
            all.organizations().contains(organization)
                ? census(all.organization(organization))
                : new Census(0, 0, ""));
  }

  private static Census census(Involvement involved) {
    String silent =
        involved.departments().stream()
            .filter(department -> involved.messages(department) == 0)
            .collect(Collectors.joining(", "));
    return new Census(
        involved.activeDepartments().successes(),
        involved.departments().size(),
        silent.isEmpty() ? "" : "not a word of " + silent);
  }

  private static Promise share(Promise.Bound bound, String what, String text) {
    return switch (what) {
      case "to the audience", "messages to the audience" -> bound.messagesToAudience();
      case "two-way", "two-way dialogue" -> bound.twoWay();
      case "opening", "messages opening" ->
          opening(bound.of("messages opening", Dialogue.standard(), d -> d.messagesOpening()));
      default -> throw wrong(text, "'" + what + "' is nothing that can be promised");
    };
  }

  private static Promise opening(Promise promise) {
    return promise.isAtLeast()
        ? promise.brokenBy("messages_to_audience", "messages_to_own_or_unknown")
        : promise.brokenBy("messages_opening");
  }

  private static UnaryOperator<Promise> on(String scope, String text) {
    String[] parts = scope.split(" ?= ?", 2);
    Dimension dimension = SCOPES.get(parts[0]);
    if (dimension == null) {
      throw wrong(text, "'" + parts[0] + "' must be one of " + String.join(", ", SCOPES.keySet()));
    }
    if (parts[1].isBlank()) {
      throw wrong(text, "name a " + parts[0] + " after " + parts[0] + "=");
    }
    boolean isConstant = dimension == Dimension.SENTIMENT || dimension == Dimension.INTENT;
    String key = isConstant ? parts[1].toUpperCase(Locale.ROOT) : parts[1].strip();
    return promise -> promise.on(dimension, key);
  }

  private static TypeConversionException wrong(String text, String why) {
    return new TypeConversionException("'" + text + "': " + why + "; a promise is " + EXAMPLES);
  }
}
