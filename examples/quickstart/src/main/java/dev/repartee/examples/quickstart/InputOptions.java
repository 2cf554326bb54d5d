package dev.repartee.examples.quickstart;

import dev.repartee.examples.exports.Export;
import dev.repartee.log.EngagementLog.IdScope;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how to read a file and who is who in it. */
final class InputOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "What it is: slack, zendesk, mbox, … (--help has them all at its end), csv or"
              + " json-lines; by default what the files show.")
  @Nullable String format;

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

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description =
          "Read it by a program in jq of your own; begin with a copy of a built-in one"
              + " (--format=slack --show).")
  @Nullable Path recipe;

  @Option(
      names = "--show",
      description = "With --format: print the recipe, which is a program in jq, and nothing else.")
  boolean isShown;

  @Option(
      names = "--anybody",
      description = "Anybody else may answer, whomever the export calls staff.")
  boolean isAnybody;

  @Option(
      names = "--states",
      description =
          "Where a recipe tells what was closed, solved or opened again, take it: what is closed"
              + " without an answer waits no longer. By default it is left out, and counted.")
  boolean hasStates;

  @Option(
      names = "--members-file",
      paramLabel = "FILE",
      description =
          "Instead of --members: CSV or JSON with account, organization, department, role, from,"
              + " until: days of --zone (else UTC) or instants, one row for each membership.")
  @Nullable Path membersFile;

  @Option(
      names = "--gap",
      paramLabel = "DURATION",
      description =
          "For a chat in one stream: a conversation ends where a channel is silent for so long, as"
              + " 4h.")
  @Nullable Duration gap;

  @Option(
      names = "--time-format",
      paramLabel = "PATTERN",
      description =
          "How times are written, as \"dd.MM.yyyy HH:mm\"; or spreadsheet, for days of one.")
  @Nullable String timeFormat;

  @Option(
      names = "--sentiment-scale",
      paramLabel = "SCALE",
      description = "Worst and best of sentiments that are numbers, as 0..4, 1..5 or -1..1.")
  @Nullable String sentimentScale;

  @Option(
      names = "--null",
      paramLabel = "WORDS",
      split = ",",
      description = "Words that stand for no value or nobody, as NULL,\\N,[deleted].")
  List<String> nobody = List.of();

  @Option(
      names = "--separator",
      paramLabel = "MARK",
      description = "What sets the fields of CSV apart: a mark, or tab.")
  @Nullable String separator;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "The character set, as ISO-8859-1; by default UTF-8 or UTF-16.")
  @Nullable String charset;

  @Option(
      names = "--rows",
      paramLabel = "PATH",
      description = "Where in a JSON file the rows are, as messages or data.items.")
  @Nullable String rows;

  @Option(
      names = "--sql",
      paramLabel = "FILE",
      description =
          "Instead of an export: a query, as select … from 'talk.parquet', whose result is read;"
              + " the driver of the database has to be there (-Pduckdb -pl examples/daily -am).")
  @Nullable Path sql;

  @Option(
      names = "--jdbc",
      paramLabel = "URL",
      description = "With --sql: the database; by default DuckDB in memory, jdbc:duckdb:.")
  @Nullable String jdbc;

  /** Whether anything was asked that only makes sense with a file. */
  boolean needFile() {
    return format != null
        || recipe != null
        || mapping != null
        || organization != null
        || members != null
        || membersFile != null
        || directory != null
        || idScope != null
        || foldRepeats != null
        || gap != null
        || timeFormat != null
        || sentimentScale != null
        || !nobody.isEmpty()
        || separator != null
        || charset != null
        || rows != null
        || hasStates
        || isAnybody;
  }

  /** The files that are read, so that none of them is written over. */
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (@Nullable Path file : new Path[] {recipe, membersFile, directory}) {
      if (file != null) {
        files.add(file);
      }
    }
    if (mapping != null) {
      files.add(Path.of(mapping));
    }
    return files;
  }

  /** What is read: an export, or a query; null for the built-in sample. */
  @Nullable Path source(@Nullable Path file) {
    if (sql != null && file != null) {
      throw new IllegalArgumentException(
          "--sql (" + sql + ") stands instead of FILE (" + file + "); leave one of them out");
    }
    if (jdbc != null && sql == null) {
      throw new IllegalArgumentException("--jdbc (" + jdbc + ") goes with --sql=FILE; add it");
    }
    return sql == null ? file : sql;
  }

  /** An export that is read as the options say. */
  Export export(Path path) throws IOException {
    Export export =
        sql == null ? Export.of(path) : Export.ofQuery(path, jdbc == null ? "jdbc:duckdb:" : jdbc);
    say(format, export::format);
    say(recipe, export::recipe);
    say(organization, export::organization);
    say(members, export::members);
    say(membersFile, export::membersFile);
    say(directory, export::directoryFile);
    say(asOf, export::asOf);
    say(idScope, export::idScope);
    say(foldRepeats, export::foldRepeats);
    say(gap, export::gap);
    say(timeFormat, export::timeFormat);
    say(sentimentScale, export::sentimentScale);
    say(rows, export::rows);
    export.nobody(nobody.toArray(new String[0]));
    if (separator != null) {
      export.separator(mark(separator));
    }
    if (charset != null) {
      export.charset(charset(charset));
    }
    if (isAnybody) {
      export.anybody();
    }
    if (hasStates) {
      export.states();
    }
    if (isStrict) {
      export.strict();
    }
    if (mapping != null) {
      MappingFile.load(mapping).translate(export);
    }
    return export;
  }

  private static <T> void say(@Nullable T value, Consumer<T> option) {
    if (value != null) {
      option.accept(value);
    }
  }

  private static char mark(String text) {
    if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
      return '\t';
    }
    if (text.length() != 1) {
      throw new IllegalArgumentException(
          "--separator (" + text + ") must be one mark, as ; or |, or tab");
    }
    return text.charAt(0);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name.equalsIgnoreCase("latin1") ? "ISO-8859-1" : name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--charset (" + name + ") must be a character set, as ISO-8859-1 or windows-1252", e);
    }
  }
}
