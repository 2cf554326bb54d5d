package dev.repartee.examples.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the page about the culture. */
final class CultureOptions {
  @Option(
      names = "--culture",
      description =
          "Print one page about the culture instead: what is good, which promises are broken,"
              + " where the silos are, and what is unproven for lack of data.")
  boolean isAsked;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Write that page into this file, with pictures; it can be read offline and sent on.")
  @Nullable Path html;

  @Option(
      names = "--culture-of",
      paramLabel = "NAME",
      description = "With --culture or --watch: of which organization, where there are several.")
  @Nullable String organization;

  @Option(
      names = "--promise",
      paramLabel = "PROMISE",
      description =
          "With --culture or --watch: what is promised, once for each: \"90%% answered within 1h on"
              + " channel=twitter\", \"50%% to the audience\", \"60%% two-way\", \"at most 20%%"
              + " opening\", \"every department speaks\"; scopes are channel, topic, sentiment,"
              + " intent, owning-department.")
  List<PromiseOption> promises = List.of();

  /** Whether the page is asked for, as text or with pictures. */
  boolean isWanted() {
    return isAsked || html != null;
  }

  /** Checks what no single option can say. */
  void check(MeasureOptions measures, boolean isPerson, boolean isWatched) {
    if (!isWanted() && !isWatched && (organization != null || !promises.isEmpty())) {
      throw new IllegalArgumentException(
          (organization != null ? "--culture-of" : "--promise")
              + " says what the page about the culture is to tell; ask for it with --culture, or"
              + " keep a watch with --watch=FILE");
    }
    if (html != null && (Files.isDirectory(html) || !Files.isDirectory(folder(html)))) {
      throw new IllegalArgumentException(
          "--html (" + html + ") must name a file in a folder that exists");
    }
    if (isWanted() && isPerson) {
      throw new IllegalArgumentException("--culture is a page of its own; leave out --person");
    }
    if (isWanted() && !measures.isUsual()) {
      throw new IllegalArgumentException(
          "--culture measures in its own way; only --zone and --threads go with it");
    }
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file : folder;
  }
}
