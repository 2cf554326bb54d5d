package dev.repartee.examples.quickstart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a watch looks at. A file that is kept from night to night says it beside the days, so that
 * it is never fed with those of something else.
 *
 * @param promise the promise, as people say it
 * @param measure the same with its clock, hours and all other options
 * @param organization whose promise
 * @param only the part of the log, as {@code --only} says it; empty for all
 * @param zone whose days
 */
record WatchSubject(String promise, String measure, String organization, String only, String zone) {

  /** By the names that the file has for them, in its order. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("promise", promise);
    texts.put("measure", measure);
    texts.put("organization", organization);
    texts.put("only", only);
    texts.put("zone", zone);
    return texts;
  }

  /** The first thing in which another differs, and how to mend it; empty where nothing does. */
  Optional<String> differenceFrom(WatchSubject kept) {
    Map<String, String> there = kept.texts();
    return texts().entrySet().stream()
        .filter(mine -> !mine.getValue().equals(there.get(mine.getKey())))
        .findFirst()
        .map(
            mine ->
                mine.getKey()
                    + " is "
                    + shown(String.valueOf(there.get(mine.getKey())))
                    + " there and "
                    + shown(mine.getValue())
                    + " here; give the same "
                    + options(mine.getKey()));
  }

  private static String shown(String text) {
    return text.isEmpty() ? "none" : "[" + text + "]";
  }

  private static String options(String name) {
    return switch (name) {
      case "promise" -> "--promise";
      case "measure" -> "--clock, --hours and --answered-with";
      case "organization" -> "--organization, or --culture-of where there are several";
      case "only" -> "--only";
      default -> "--zone";
    };
  }
}
