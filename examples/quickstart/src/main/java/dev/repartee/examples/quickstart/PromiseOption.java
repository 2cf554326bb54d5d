package dev.repartee.examples.quickstart;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Directory;
import dev.repartee.participation.Involvement;
import dev.repartee.participation.Participation;
import dev.repartee.promise.Promise;
import dev.repartee.promise.Promise.Census;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/**
 * A promise as people write it: {@code 90% answered within 1h on channel=twitter}.
 *
 * @param text what was written
 * @param promise makes the promise of an organization of a directory
 */
record PromiseOption(String text, BiFunction<Directory, String, Promise> promise) {
  private static final String EXAMPLES =
      "\"90% answered within 1h on channel=twitter\", \"50% to the audience\", \"60% two-way\","
          + " \"at most 20% opening\" or \"every department speaks\"";
  private static final Pattern SHARE =
      Pattern.compile("(?:(at least|at most) )?(\\d{1,3}(?:\\.\\d{1,4})?) ?% (.+)");
  private static final Pattern SCOPE = Pattern.compile(" on (?=[a-z-]+ ?=)");
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
      return new PromiseOption(text, PromiseOption::everyDepartment);
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
    Promise promise =
        of(isAtMost ? Promise.atMost(bound) : Promise.atLeast(bound), share.group(3), text);
    for (String scope : parts.length > 1 ? parts[1].split(", ?(?=[a-z-]+ ?=)") : new String[0]) {
      promise = on(promise, scope, text);
    }
    Promise scoped = promise;
    return new PromiseOption(text, (directory, organization) -> scoped);
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

  private static Promise of(Promise.Bound bound, String what, String text) {
    Matcher within = WITHIN.matcher(what);
    if (within.matches()) {
      return bound.answeredWithin(Choices.duration(within.group(1)));
    }
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

  private static Promise on(Promise promise, String scope, String text) {
    String[] parts = scope.split(" ?= ?", 2);
    Dimension dimension = SCOPES.get(parts[0]);
    if (dimension == null) {
      throw wrong(text, "'" + parts[0] + "' must be one of " + String.join(", ", SCOPES.keySet()));
    }
    if (parts[1].isBlank()) {
      throw wrong(text, "name a " + parts[0] + " after " + parts[0] + "=");
    }
    boolean isConstant = dimension == Dimension.SENTIMENT || dimension == Dimension.INTENT;
    return promise.on(dimension, isConstant ? parts[1].toUpperCase(Locale.ROOT) : parts[1].strip());
  }

  private static TypeConversionException wrong(String text, String why) {
    return new TypeConversionException("'" + text + "': " + why + "; a promise is " + EXAMPLES);
  }
}
