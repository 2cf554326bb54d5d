package dev.repartee.examples.exports;

import dev.repartee.log.EngagementLog;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.model.Directory;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An export of a platform, and how it is to be read. What is not said is found out: the recipe by
 * the marks of the files, columns by their names, times by how they are written; the data box tells
 * what was found.
 *
 * <pre>{@code
 * Imported imported = Export.of(Path.of("slack-export.zip")).read();
 * EngagementLog log = imported.log();
 * imported.box().problems(); // what is wrong, the worst first
 * }</pre>
 *
 * <p>It is read once: {@link #check} looks at the options and the files, {@link #read} at the rows.
 * Reading takes memory for the log and for one record at a time.
 */
public final class Export {
  private final Path path;
  private final Map<Field, String> columns = new EnumMap<>(Field.class);
  private final List<String> attributes = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final Translations translations = new Translations();
  private final Set<String> nobody = new HashSet<>();
  private Optional<String> format = Optional.empty();
  private Optional<Path> recipe = Optional.empty();
  private Optional<String> database = Optional.empty();
  private Optional<ZoneId> zone = Optional.empty();
  private Optional<String> timeFormat = Optional.empty();
  private Optional<String> organization = Optional.empty();
  private Optional<String> members = Optional.empty();
  private Optional<Path> membersFile = Optional.empty();
  private Optional<Path> directoryFile = Optional.empty();
  private Optional<Directory> directory = Optional.empty();
  private Optional<Instant> asOf = Optional.empty();
  private Optional<IdScope> idScope = Optional.empty();
  private Optional<Duration> foldRepeats = Optional.empty();
  private Optional<Duration> gap = Optional.empty();
  private Optional<Character> separator = Optional.empty();
  private Optional<Charset> charset = Optional.empty();
  private Optional<String> rowsPath = Optional.empty();
  private Progress progress = Progress.NONE;
  private boolean isAnybody;
  private boolean hasStates;
  private boolean isStrict;
  private int threads = 1;

  private @Nullable Inputs inputs;
  private @Nullable LogReader reader;
  private @Nullable Reading reading;
  private Optional<Who> who = Optional.empty();

  private Export(Path path) {
    this.path = path;
  }

  /**
   * Names an export.
   *
   * @param path a file, a folder, a zip, or a pattern as {@code logs/*.jsonl}
   * @return how it is to be read, of which nothing is said yet
   */
  public static Export of(Path path) {
    return new Export(path);
  }

  /**
   * Names a query, whose result is read as CSV is: by the names of its columns.
   *
   * <pre>{@code
   * Export.ofQuery(Path.of("talk.sql"), "jdbc:duckdb:");
   * // talk.sql: select id, author, created_at, parent from 'talk.parquet'
   * }</pre>
   *
   * <p>It is run twice, first to look at some rows. Of Parquet, spreadsheets and other files DuckDB
   * makes tables.
   *
   * @param file one query in SQL
   * @param url of the database, whose driver has to be on the class path
   * @return how it is to be read, of which nothing else is said yet
   */
  public static Export ofQuery(Path file, String url) {
    Export export = new Export(file);
    export.database = Optional.of(url);
    return export;
  }

  /**
   * Says what it is, instead of having it recognised.
   *
   * @param name a recipe, as {@code slack} ({@link Recipes#names}), or {@code csv}, {@code
   *     json-lines}, {@code twitter-care}, {@code stackexchange}, {@code blog-thread}
   * @return this export
   */
  public Export format(String name) {
    format = Optional.of(name);
    return this;
  }

  /**
   * Has it read by a recipe of one's own.
   *
   * @param file a program in jq; {@link Recipes#text} gives one to begin with
   * @return this export
   */
  public Export recipe(Path file) {
    recipe = Optional.of(file);
    return this;
  }

  /**
   * Names a column of CSV or JSON, where it has not the usual name.
   *
   * @param field what it says
   * @param name its name; several with commas between them are read together
   * @return this export
   */
  public Export column(Field field, String name) {
    columns.put(field, name);
    return this;
  }

  /**
   * Makes a column an attribute of the rows.
   *
   * @param name its name
   * @return this export
   */
  public Export attribute(String name) {
    attributes.add(name);
    return this;
  }

  /**
   * Makes a column of numbers a value of the rows.
   *
   * @param name its name
   * @return this export
   */
  public Export value(String name) {
    values.add(name);
    return this;
  }

  /**
   * Says what words mean.
   *
   * @param key field and meaning: {@code sentiment.negative}, {@code kind.share}, {@code kind.none}
   * @param words the words in the file, set apart by commas
   * @return this export
   * @throws IllegalArgumentException if there is no such field or meaning
   */
  public Export translate(String key, String words) {
    translations.add(key, words);
    return this;
  }

  /**
   * Says on which scale numbers are sentiments; unless it is said, they are none.
   *
   * @param scale worst and best, as {@code 0..4}, {@code 1..5} or {@code -1..1}
   * @return this export
   * @throws IllegalArgumentException if it is no scale
   */
  public Export sentimentScale(String scale) {
    translations.scale(Scale.parse(scale));
    return this;
  }

  /**
   * Names words that stand for no value, such as {@code NULL}, {@code \N} or {@code [deleted]}.
   *
   * @param words the words, in any case
   * @return this export
   */
  public Export nobody(String... words) {
    for (String word : words) {
      nobody.add(word.strip().toLowerCase(Locale.ROOT));
    }
    return this;
  }

  /**
   * Says in which zone times are that have no offset; unless it is said, such rows are set aside.
   *
   * @param newZone the zone
   * @return this export
   */
  public Export zone(ZoneId newZone) {
    zone = Optional.of(newZone);
    return this;
  }

  /**
   * Says how times are written.
   *
   * @param pattern as {@code dd.MM.yyyy HH:mm} ({@link java.time.format.DateTimeFormatter}), or
   *     {@code spreadsheet} for days of a spreadsheet
   * @return this export
   */
  public Export timeFormat(String pattern) {
    timeFormat = Optional.of(pattern);
    return this;
  }

  /**
   * Says whose conversations they are. Where the export tells who is staff, they are staff of this
   * organization.
   *
   * @param name its name
   * @return this export
   */
  public Export organization(String name) {
    organization = Optional.of(name);
    return this;
  }

  /**
   * Says who belongs to the organization, instead of what the export tells.
   *
   * @param list {@code account[:department[:STAFF|LEADER|BOT|BRAND]]}, set apart by commas; names
   *     with a comma or a colon stand in quotes. Where no account is called so, it may be the name
   *     that one person shows.
   * @return this export
   */
  public Export members(String list) {
    members = Optional.of(list);
    return this;
  }

  /**
   * Says who belongs to which organization by a table.
   *
   * @param file CSV or JSON with {@code account, organization, department, role}
   * @return this export
   */
  public Export membersFile(Path file) {
    membersFile = Optional.of(file);
    return this;
  }

  /**
   * Says who is who by a file of lines as {@code organization.Acme = acme_care:Support}.
   *
   * @param file the file
   * @return this export
   */
  public Export directoryFile(Path file) {
    directoryFile = Optional.of(file);
    return this;
  }

  /**
   * Says who is who.
   *
   * @param newDirectory the directory
   * @return this export
   */
  public Export directory(Directory newDirectory) {
    directory = Optional.of(newDirectory);
    return this;
  }

  /**
   * Says that anybody else may answer, whomever the export calls staff.
   *
   * @return this export
   */
  public Export anybody() {
    isAnybody = true;
    return this;
  }

  /**
   * Has the recipe tell what was closed, solved or opened again, where the export does: what is
   * closed without an answer waits no longer. By default such rows are left out, and counted.
   *
   * @return this export
   */
  public Export states() {
    hasStates = true;
    return this;
  }

  /**
   * Says up to when it is complete; by default its last row.
   *
   * @param instant the as-of
   * @return this export
   */
  public Export asOf(Instant instant) {
    asOf = Optional.of(instant);
    return this;
  }

  /**
   * Says within what ids are unique.
   *
   * @param scope the scope
   * @return this export
   */
  public Export idScope(IdScope scope) {
    idScope = Optional.of(scope);
    return this;
  }

  /**
   * Has repeats folded.
   *
   * @param tolerance how far apart messages of one author with one fingerprint are one
   * @return this export
   */
  public Export foldRepeats(Duration tolerance) {
    foldRepeats = Optional.of(tolerance);
    return this;
  }

  /**
   * Makes conversations of a chat in one stream: one ends where a channel is silent for so long.
   * For rows without parent and conversation only.
   *
   * @param silence how long; more than nothing
   * @return this export
   */
  public Export gap(Duration silence) {
    if (silence.isZero() || silence.isNegative()) {
      throw new IllegalArgumentException("--gap (" + silence + ") must be longer than nothing");
    }
    gap = Optional.of(silence);
    return this;
  }

  /**
   * Says what sets the fields of CSV apart.
   *
   * @param mark a comma, a semicolon, a tab, …
   * @return this export
   */
  public Export separator(char mark) {
    separator = Optional.of(mark);
    return this;
  }

  /**
   * Says in which character set the files are; by default UTF-8, or UTF-16 where they show it.
   *
   * @param newCharset such as ISO-8859-1
   * @return this export
   */
  public Export charset(Charset newCharset) {
    charset = Optional.of(newCharset);
    return this;
  }

  /**
   * Says where in a JSON file the rows are.
   *
   * @param jsonPath names of fields with dots between them, {@code []} behind an array that is gone
   *     through: {@code messages}, {@code chats.list[].messages}
   * @return this export
   */
  public Export rows(String jsonPath) {
    rowsPath =
        Optional.of(
            jsonPath.endsWith("[]") ? jsonPath.substring(0, jsonPath.length() - 2) : jsonPath);
    return this;
  }

  /**
   * Has the reading stop at the first bad row.
   *
   * @return this export
   */
  public Export strict() {
    isStrict = true;
    return this;
  }

  /**
   * Builds the log with several threads.
   *
   * @param count at least 1
   * @return this export
   */
  public Export parallel(int count) {
    threads = count;
    return this;
  }

  /**
   * Lets somebody look on.
   *
   * @param newProgress who
   * @return this export
   */
  public Export progress(Progress newProgress) {
    progress = newProgress;
    return this;
  }

  /**
   * Looks at options and files, and at no row.
   *
   * @return this export
   * @throws IOException if a file cannot be read or is empty
   * @throws IllegalArgumentException if the options do not fit each other or the files
   */
  public Export check() throws IOException {
    who = who();
    Inputs found = Inputs.of(path, charset, progress);
    try {
      ReaderChoice choice = choice();
      choice.check();
      Reading newReading = newReading(silences(choice, found));
      LogReader newReader = choice.reader(found, newReading);
      if (organization.isPresent() && who.isEmpty() && !(newReader instanceof RecipeReader)) {
        throw noAccounts();
      }
      newReader.prepare(found);
      inputs = found;
      reader = newReader;
      reading = newReading;
      return this;
    } catch (IOException | RuntimeException e) {
      found.close();
      throw e;
    }
  }

  /**
   * Returns whether the files say anything about a field; to be asked after {@link #check}.
   *
   * @param field the field
   * @return false where they have no such column
   */
  public boolean has(Field field) {
    return reader == null || reader.has(field);
  }

  private ReaderChoice choice() {
    return new ReaderChoice(
        format, recipe, database, columns, !(attributes.isEmpty() && values.isEmpty()));
  }

  private Reading newReading(Optional<Silences> silences) {
    Optional<Directory> known = directory.or(() -> who.map(Who::directory));
    Map<String, String> organizationOf = new HashMap<>();
    known.ifPresent(
        all ->
            all.members()
                .forEach(member -> organizationOf.put(member.account(), member.organization())));
    return new Reading(
        columns,
        new OwnColumns(attributes, values),
        translations,
        new TimeReader(zone, timeFormat),
        nobody,
        separator,
        rowsPath,
        known.map(Directory::organizations).orElse(List.of()),
        organizationOf,
        known.isPresent(),
        isAnybody,
        hasStates,
        silences,
        new RowFacts());
  }

  /** Goes through all rows once, where silence is to make the conversations. */
  private Optional<Silences> silences(ReaderChoice choice, Inputs found) throws IOException {
    if (gap.isEmpty()) {
      return Optional.empty();
    }
    Silences silences = new Silences(gap.get());
    LogReader first = choice.reader(found, newReading(Optional.of(silences)));
    first.prepare(found);
    first.read(found, EngagementLog.builder().appender());
    silences.find();
    return Optional.of(silences);
  }

  private Optional<Who> who() throws IOException {
    boolean isTold = organization.isPresent() || members.isPresent() || membersFile.isPresent();
    if (directoryFile.isPresent() && isTold) {
      throw new IllegalArgumentException(
          "--directory stands instead of --organization and --members; leave out one or the other");
    }
    if (isAnybody && (directoryFile.isPresent() || isTold)) {
      throw new IllegalArgumentException(
          "--anybody leaves nobody to be staff; leave out --organization, --members and --directory");
    }
    if (directoryFile.isPresent()) {
      return Optional.of(Members.read(readable("--directory", directoryFile.get())));
    }
    if (membersFile.isPresent()) {
      if (members.isPresent()) {
        throw new IllegalArgumentException(
            "--members-file stands instead of --members; leave out one or the other");
      }
      return Optional.of(
          Members.readTable(readable("--members-file", membersFile.get()), organization, zone));
    }
    if (members.isPresent() && members.get().isBlank()) {
      throw noAccounts();
    }
    if (members.isPresent() && isFile(members.get())) {
      throw new IllegalArgumentException(
          "--members ("
              + members.get()
              + ") names accounts, and this is a file; read it with --members-file="
              + members.get()
              + ", or write an account of that name with its department, as "
              + members.get()
              + ":Support");
    }
    if (members.isPresent()) {
      return Optional.of(
          Members.parse(
              organization.orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--members (" + members.get() + ") must come with --organization=NAME")),
              members.get()));
    }
    return Optional.empty();
  }

  private static boolean isFile(String text) {
    try {
      return Files.isRegularFile(Path.of(text.strip()));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private IllegalArgumentException noAccounts() {
    return new IllegalArgumentException(
        "--organization ("
            + organization.orElse("")
            + ") has no accounts, so nobody could answer; name them"
            + " with --members=acme_care,jane:Executive");
  }

  private static Path readable(String option, Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          option + " (" + file + ") must be a file that can be read");
    }
    return file;
  }

  /**
   * Reads all rows and makes a log of them.
   *
   * @return the log and its data box
   * @throws IOException if a file cannot be read to its end, or no row of it can be used
   * @throws IllegalArgumentException if the options do not fit, or rows are bad and it is strict
   */
  public Imported read() throws IOException {
    if (reader == null || inputs == null || reading == null) {
      check();
    }
    Inputs from = inputs;
    LogReader by = reader;
    Reading how = reading;
    if (from == null || by == null || how == null) {
      throw new IllegalStateException("the export was not checked");
    }
    try (from) {
      EngagementLog.Builder rows = EngagementLog.builder();
      rows.idScope(idScope.orElse(by.idScope()));
      foldRepeats.or(by::foldRepeats).ifPresent(rows::foldRepeats);
      if (isStrict) {
        rows.strict();
      }
      by.read(from, rows.appender());
      rows.directory(whoIsWho(by, how));
      asOf.ifPresent(rows::asOf);
      progress.building(how.facts().messages());
      EngagementLog log = rows.parallel(threads).build();
      requireRows(log, by, how);
      return new Imported(log, new Boxing(log, by, how).box(path.toString(), from, gap));
    } finally {
      reader = null;
    }
  }

  private Directory whoIsWho(LogReader by, Reading how) {
    if (isAnybody) {
      return Directory.empty();
    }
    if (directory.isPresent()) {
      return directory.get();
    }
    if (who.isPresent()) {
      return who.get().joined(how.facts().authors().keySet()).directory(accountOf(how.facts()));
    }
    Optional<Directory> told = by.directory(organization);
    if (told.isEmpty() && organization.isPresent()) {
      throw noAccounts();
    }
    return told.orElse(Directory.empty());
  }

  /** The account of a name: itself where somebody writes so, else that of whom it is the name. */
  private static UnaryOperator<String> accountOf(RowFacts facts) {
    Map<String, List<String>> byName =
        facts.names().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    return name -> {
      List<String> called = byName.getOrDefault(name, List.of());
      return facts.authors().containsKey(name) || called.size() != 1 ? name : called.get(0);
    };
  }

  private void requireRows(EngagementLog log, LogReader by, Reading how) throws IOException {
    if (log.audit().accepted() > 0) {
      return;
    }
    List<String> complaints = Boxing.complaints(by, how);
    if (log.audit().offered() == 0
        && how.facts().leftOutCount() == 0
        && complaints.size() <= 1
        && how.facts().records() == 0) {
      throw new IOException("file (" + path + ") has a header but no rows");
    }
    List<String> reasons = new ArrayList<>();
    log.audit()
        .counts()
        .forEach(
            (reason, count) -> {
              if (reason.isRejection()) {
                reasons.add(count + " " + Boxing.words(reason) + " (rule: " + reason.rule() + ")");
              }
            });
    how.facts()
        .leftOut()
        .forEach((reason, left) -> reasons.add(left.count() + " left out: " + reason));
    throw new IOException(
        "no row of "
            + path
            + " can be used; of "
            + (log.audit().offered() + how.facts().leftOutCount())
            + " rows "
            + String.join(", ", reasons)
            + "; "
            + String.join("; ", complaints));
  }

  @Override
  public String toString() {
    return "export " + path.getFileName();
  }
}
