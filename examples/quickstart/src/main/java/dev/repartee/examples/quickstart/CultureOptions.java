package dev.repartee.examples.quickstart;

import dev.repartee.promise.Promise;
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
      names = "--culture-of",
      paramLabel = "NAME",
      description = "With --culture: of which organization, where there are several.")
  @Nullable String organization;

  List<Promise> promises = List.of();
}
