package dev.repartee.guide;

import dev.repartee.log.EngagementLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pictures of the guide: each is drawn from variables of the page that shows it. */
final class GuidePictures {
  private static final Pattern PICTURE = Pattern.compile("pictures/([\\w-]+)\\.svg$");
  private static final Map<String, Function<GuideRun, String>> PICTURES =
      Stream.of(
              AnswerPictures.all(), TalkPictures.all(), PeoplePictures.all(), CulturePictures.all())
          .flatMap(pictures -> pictures.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private GuidePictures() {}

  static Set<String> names() {
    return PICTURES.keySet();
  }

  /** The names of the pictures that a page shows. */
  static List<String> on(GuidePage page) {
    return page.links().stream()
        .flatMap(link -> PICTURE.matcher(link).results())
        .map(match -> match.group(1))
        .toList();
  }

  static String draw(String name, GuideRun page) {
    return Optional.ofNullable(PICTURES.get(name))
        .orElseThrow(() -> new AssertionError("no picture is called " + name))
        .apply(page);
  }

  static EngagementLog log(GuideRun page) {
    return page.get("log", EngagementLog.class);
  }
}
