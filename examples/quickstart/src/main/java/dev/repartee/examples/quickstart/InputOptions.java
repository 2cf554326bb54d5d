package dev.repartee.examples.quickstart;

import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.model.Directory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how to read a file and who is who in it. */
final class InputOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "csv, json-lines, twitter-care, stackexchange or blog-thread; by default what"
              + " the name of the file says.")
  @Nullable FileFormat format;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "Lines of key = value that stand for options (id = comment_id) or translate"
              + " words (sentiment.negative = bad,angry). Built in: blog-comments.")
  @Nullable String mapping;

  @Option(
      names = "--organization",
      paramLabel = "NAME",
      description =
          "Whose conversations they are. Without one the file is a public forum, and"
              + " anybody else may answer.")
  @Nullable String organization;

  @Option(
      names = "--members",
      paramLabel = "LIST",
      description =
          "Its accounts, with department and STAFF, LEADER, BOT or BRAND:"
              + " acme_care,jane:Executive,bot:Support:BOT.")
  @Nullable String members;

  @Option(
      names = "--directory",
      paramLabel = "FILE",
      description =
          "Instead of the two: lines of organization.Acme = acme_care:Support, …;"
              + " person.Carl = carl@blog, carl@chirp; channel.help = Acme;"
              + " topic.billing = Acme:Support.")
  @Nullable Path directory;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "Up to when the file is complete (2026-01-01T00:00Z); by default its last row.")
  @Nullable Instant asOf;

  @Option(
      names = "--id-scope",
      paramLabel = "SCOPE",
      description = "Within what ids are unique: log, conversation or channel.")
  @Nullable IdScope idScope;

  @Option(
      names = "--fold-repeats",
      paramLabel = "DURATION",
      description =
          "Take messages of one author with one fingerprint that lie no further apart as" + " one.")
  @Nullable Duration foldRepeats;

  @Option(names = "--strict", description = "Stop at the first bad row.")
  boolean isStrict;

  /** Whether anything was asked that only makes sense with a file. */
  boolean needFile() {
    return format != null
        || mapping != null
        || organization != null
        || members != null
        || directory != null
        || idScope != null
        || foldRepeats != null;
  }

  /** Who is who, where the options tell. */
  Optional<Directory> whoIsWho() throws IOException {
    if (directory != null && (organization != null || members != null)) {
      throw new IllegalArgumentException(
          "--directory stands instead of --organization and --members; leave out one or the other");
    }
    if (directory != null) {
      if (!Files.isReadable(directory) || Files.isDirectory(directory)) {
        throw new IllegalArgumentException(
            "--directory (" + directory + ") must be a file that can be read");
      }
      return Optional.of(Members.read(directory));
    }
    if (organization == null && members == null) {
      return Optional.empty();
    }
    if (organization == null) {
      throw new IllegalArgumentException(
          "--members (" + members + ") must come with --organization=NAME");
    }
    if (members == null || members.isBlank()) {
      throw new IllegalArgumentException(
          "--organization ("
              + organization
              + ") has no accounts, so nobody could answer; name them"
              + " with --members=acme_care,jane:Executive");
    }
    return Optional.of(Members.parse(organization, members));
  }

  /** The reader for the format asked for, or for the format the file's name tells. */
  LogReader reader(InputFile file, Map<Field, String> columns, OwnColumns own, TimeReader times)
      throws IOException {
    FileFormat chosen = format != null ? format : FileFormat.of(file.path());
    if (chosen.isAdapter() && !columns.isEmpty()) {
      throw new IllegalArgumentException(
          "--format "
              + Choices.text(chosen)
              + " knows its columns; leave out --"
              + columns.keySet().iterator().next().optionName());
    }
    if (chosen.isAdapter() && !own.isEmpty()) {
      throw new IllegalArgumentException(
          "--format "
              + Choices.text(chosen)
              + " knows its columns; leave out --by=attribute and --value");
    }
    Translations translations = new Translations();
    if (mapping != null) {
      MappingFile.load(mapping).translate(translations);
    }
    return chosen.reader(columns, own, translations, times);
  }
}
