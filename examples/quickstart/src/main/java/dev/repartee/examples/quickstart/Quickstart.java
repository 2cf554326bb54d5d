package dev.repartee.examples.quickstart;

import dev.repartee.log.EngagementLog;
import dev.repartee.log.IdScope;
import dev.repartee.log.LogBuilder;
import dev.repartee.model.Directory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Measures a file of messages, or the built-in sample, and prints what it finds. */
@Command(
    name = "quickstart",
    version = "Repartee quickstart 0.1.0",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "quickstart [OPTIONS] [FILE]",
    header = "Does the organization really converse with the people it serves?",
    description = {
      "",
      "Without a FILE a built-in sample is measured: a year of an invented coffee roaster.",
      ""
    },
    footer = {
      "",
      "Examples",
      "  quickstart comments.csv --id=comment_id --parent=reply_to",
      "  quickstart posts.jsonl --organization=Acme --members=acme_care:Support",
      "  quickstart posts.jsonl --by=month --zone=Europe/Paris --json",
      "",
      "Ends with 0, with 1 where the data cannot be used, with 2 where the options cannot."
    })
final class Quickstart implements Callable<Integer> {
  private static final int DATA_ERROR = 1;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Messages and acts as CSV with a header, or as JSON Lines.")
  private @Nullable Path path;

  @Option(names = "--json", description = "Print one JSON object, for programs.")
  private boolean isJson;

  @ArgGroup(validate = false, heading = "%nHow to read the file%n")
  private InputOptions input = new InputOptions();

  @ArgGroup(validate = false, heading = "%nWhat to measure%n")
  private MeasureOptions measures = new MeasureOptions();

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    int exitCode = run(args, out, err);
    // Maven runs this in its own process: leave it alone unless there is something to tell.
    if (exitCode != CommandLine.ExitCode.OK) {
      System.exit(exitCode);
    }
  }

  /** Runs one command line: 0 where it went well, 1 where the data cannot be used, 2 for usage. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line = commandLine().setOut(out).setErr(err);
    try {
      return line.execute(MappingFile.expand(args).toArray(new String[0]));
    } catch (IOException e) {
      err.println("quickstart: " + sentence(e));
      return CommandLine.ExitCode.USAGE;
    }
  }

  private static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Quickstart());
    ArgGroupSpec.Builder columns =
        ArgGroupSpec.builder()
            .validate(false)
            .heading("%nThe columns of the file, where their names are not the usual ones%n");
    for (Field field : Field.values()) {
      columns.addArg(
          OptionSpec.builder("--" + field.optionName())
              .paramLabel("COLUMN")
              .type(String.class)
              .description(field.description())
              .build());
    }
    line.getCommandSpec().addArgGroup(columns.build());
    return line.registerConverter(Duration.class, Choices::duration)
        .registerConverter(Instant.class, Choices::instant)
        .registerConverter(ZoneId.class, Choices::zone)
        .registerConverter(By.class, text -> Choices.parse(By.values(), text))
        .registerConverter(FileFormat.class, text -> Choices.parse(FileFormat.values(), text))
        .registerConverter(WaitingClock.class, text -> Choices.parse(WaitingClock.values(), text))
        .registerConverter(IdScope.class, text -> Choices.parse(IdScope.values(), text))
        .setParameterExceptionHandler((e, args) -> explain(e))
        .setExecutionExceptionHandler((e, failed, result) -> fail(failed.getErr(), e));
  }

  private static int explain(ParameterException e) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("quickstart: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try --help.");
    return CommandLine.ExitCode.USAGE;
  }

  private static int fail(PrintWriter err, Throwable e) {
    err.println("quickstart: " + sentence(e));
    return DATA_ERROR;
  }

  /** One clear sentence instead of a stack trace. */
  private static String sentence(Throwable failure) {
    Throwable e =
        failure instanceof UncheckedIOException io && io.getCause() != null
            ? io.getCause()
            : failure;
    if (e instanceof CharacterCodingException) {
      return "the file is not UTF-8 text; convert it, as with iconv -t UTF-8";
    }
    if (e instanceof NoSuchFileException missing) {
      return "file (" + missing.getFile() + ") does not exist";
    }
    if (e instanceof OutOfMemoryError) {
      return "not enough memory; give Java more, as with MAVEN_OPTS=-Xmx4g";
    }
    String message = e.getMessage();
    return message == null ? "it failed for a reason without words: " + e.getClass() : message;
  }

  @Override
  public Integer call() throws IOException {
    try {
      Loaded loaded = load();
      Findings findings = Findings.of(loaded, measures, splits(loaded));
      List<String> warnings = Warnings.of(loaded, findings, measures);
      PrintWriter out = commandSpec().commandLine().getOut();
      if (isJson) {
        new JsonReport(loaded, findings, warnings, measures).write(out);
      } else {
        out.print(new TextReport(loaded, findings, warnings, measures).text());
      }
      out.flush();
      return CommandLine.ExitCode.OK;
    } catch (OutOfMemoryError e) {
      return fail(commandSpec().commandLine().getErr(), e);
    }
  }

  private Loaded load() throws IOException {
    Map<Field, String> columns = columns();
    checked(measures::check);
    if (path == null) {
      if (input.needFile() || !columns.isEmpty()) {
        throw usage("options about a file were given, but no FILE; name it");
      }
      LogBuilder rows = Sample.standard().offer();
      return new Loaded(
          finish(rows),
          "built-in sample: a synthetic year of Copperleaf Coffee, which does not exist",
          true,
          List.of());
    }
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw usage(
          "file ("
              + path
              + ") "
              + (Files.isDirectory(path)
                  ? "is a folder; name a file in it"
                  : Files.exists(path) ? "may not be read" : "does not exist"));
    }
    return load(new InputFile(path, Terminal.isWatched()), columns);
  }

  private Loaded load(InputFile file, Map<Field, String> columns) throws IOException {
    TimeReader times = new TimeReader(measures.timeZone());
    LogReader reader;
    Directory directory;
    try {
      reader = input.reader(file, columns, times);
      reader.prepare(file);
      checkNeeds(reader);
      directory = input.whoIsWho().or(reader::directory).orElse(Directory.empty());
    } catch (IllegalArgumentException e) {
      throw usage(sentence(e));
    }
    LogBuilder rows = EngagementLog.builder(directory);
    rows.idScope(input.idScope == null ? reader.idScope() : input.idScope);
    Optional.ofNullable(input.foldRepeats).or(reader::foldRepeats).ifPresent(rows::foldRepeats);
    if (input.isStrict) {
      rows.strict();
    }
    reader.read(file, rows.appender());
    EngagementLog log = finish(rows);
    if (log.audit().accepted() == 0) {
      throw new IOException(
          log.audit().offered() == 0
              ? "file (" + file + ") has a header but no rows"
              : "no row of "
                  + file
                  + " can be used; of "
                  + log.audit().offered()
                  + " rows "
                  + Warnings.reasons(log.audit())
                  + "; "
                  + String.join("; ", reader.notes()));
    }
    return new Loaded(log, file.toString(), false, reader.notes());
  }

  /** An option that looks at a column which is not there would do nothing, and say nothing. */
  private void checkNeeds(LogReader reader) {
    need(reader, Field.FINGERPRINT, input.foldRepeats != null, "--fold-repeats");
    need(reader, Field.LABEL, measures.answeredWith != null, "--answered-with");
    need(reader, Field.CONVERSATION, input.idScope == IdScope.CONVERSATION, "--id-scope");
    need(reader, Field.CHANNEL, input.idScope == IdScope.CHANNEL, "--id-scope");
  }

  private static void need(LogReader reader, Field field, boolean isAsked, String option) {
    if (isAsked && !reader.has(field)) {
      throw new IllegalArgumentException(
          option
              + " looks at a column that is not there; name it with --"
              + field.optionName()
              + "=COLUMN");
    }
  }

  private EngagementLog finish(LogBuilder rows) {
    if (input.asOf != null) {
      rows.asOf(input.asOf);
    }
    return rows.build();
  }

  /** What was asked for; else channels, and what else the data can tell. */
  private List<By> splits(Loaded loaded) {
    if (measures.by != null) {
      return List.of(measures.by);
    }
    List<By> splits = new ArrayList<>();
    if (loaded.organizations().size() > 1) {
      splits.add(By.ORGANIZATION);
    }
    splits.add(By.CHANNEL);
    splits.add(By.SENTIMENT);
    splits.add(By.DEPARTMENT);
    return splits;
  }

  private Map<Field, String> columns() {
    Map<Field, String> columns = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String option = "--" + field.optionName();
      @Nullable String column =
          commandSpec().commandLine().getParseResult().matchedOptionValue(option, null);
      if (column != null) {
        columns.put(field, column);
      }
    }
    return columns;
  }

  private void checked(Runnable check) {
    try {
      check.run();
    } catch (IllegalArgumentException e) {
      throw usage(sentence(e));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(commandSpec().commandLine(), message);
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("the command is not set up");
    }
    return spec;
  }
}
