package dev.repartee.examples.quickstart;

import dev.repartee.examples.exports.Field;
import dev.repartee.examples.exports.Recipes;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.model.OfficeHours;
import dev.repartee.person.PersonHistory;
import dev.repartee.promise.PromiseSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
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
import picocli.CommandLine.Model.UsageMessageSpec;
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
      "Recipes for --format",
      "  <recipes>",
      "",
      "Examples",
      "  quickstart slack-export.zip",
      "  quickstart tickets/ --organization=Acme --zone=Europe/Paris",
      "  quickstart comments.csv --id=comment_id --parent=reply_to",
      "  quickstart posts.jsonl --organization=Acme --members=acme_care:Support",
      "  quickstart posts.jsonl --hours=\"Mon-Fri 09:00-17:00 Europe/Paris\" --target=2h",
      "  quickstart posts.jsonl --person=carl",
      "  quickstart posts.jsonl --culture --promise=\"90%% answered within 1h\"",
      "  quickstart posts.jsonl --by=month --zone=Europe/Paris --json",
      "  quickstart comments.csv --by=attribute:language --value=price",
      "  quickstart tickets/ --organization=Acme --last=month --compare --facts=month.csv",
      "  quickstart tickets/ --organization=Acme --waiting --target=2h",
      "  quickstart tickets/ --promise=\"80%% answered within 4h\" --watch=promise.json",
      "",
      "Ends with 0; with 1 where the data cannot be used; with 2 where the options cannot; with 3",
      "where --max-set-aside or --fail-on says so."
    })
final class Quickstart implements Callable<Integer> {
  private static final int DATA_ERROR = 1;
  private static final int CHECK_FAILED = 3;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "An export: a file, a folder, a zip, or a pattern as \"logs/*.jsonl\"; CSV with a header,"
              + " JSON, an mbox, or what a recipe reads.")
  private @Nullable Path path;

  @Option(names = "--json", description = "Print one JSON object, for programs.")
  private boolean isJson;

  @Option(
      names = "--person",
      paramLabel = "NAME",
      description =
          "Print what this person said and did, who answered and how fast, and nothing else; by the"
              + " name of an account.")
  private @Nullable String person;

  @ArgGroup(validate = false, heading = "%nHow to read the file%n")
  private InputOptions input = new InputOptions();

  @ArgGroup(validate = false, heading = "%nWhich part to look at%n")
  private ViewOptions view = new ViewOptions();

  @ArgGroup(validate = false, heading = "%nWhat to measure%n")
  private MeasureOptions measures = new MeasureOptions();

  @ArgGroup(validate = false, heading = "%nThe page about the culture%n")
  private CultureOptions culture = new CultureOptions();

  @ArgGroup(validate = false, heading = "%nFor programs%n")
  private OutputOptions output = new OutputOptions();

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
      err.println("quickstart: " + Complaint.of(e));
      return CommandLine.ExitCode.USAGE;
    }
  }

  /** The names of the recipes, in lines that fit the screen. */
  private static String recipes() {
    StringBuilder all = new StringBuilder();
    int width = 2;
    for (String name : Recipes.names()) {
      if (width + name.length() + 2 > 78) {
        all.append("%n  ");
        width = 2;
      }
      all.append(name).append(", ");
      width += name.length() + 2;
    }
    all.setLength(all.length() - 2);
    return all.toString();
  }

  private static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Quickstart());
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage.footer(
        Arrays.stream(usage.footer())
            .map(text -> text.replace("<recipes>", recipes()))
            .toArray(String[]::new));
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
        .registerConverter(OfficeHours.class, Choices::hours)
        .registerConverter(By.class, By::parse)
        .registerConverter(Period.class, Period::parse)
        .registerConverter(OutputOptions.Percent.class, OutputOptions.Percent::parse)
        .registerConverter(
            OutputOptions.Failure.class,
            text -> Choices.parse(OutputOptions.Failure.values(), text))
        .registerConverter(WaitingClock.class, text -> Choices.parse(WaitingClock.values(), text))
        .registerConverter(PromiseOption.class, PromiseOption::parse)
        .registerConverter(IdScope.class, text -> Choices.parse(IdScope.values(), text))
        .setParameterExceptionHandler((e, args) -> explain(e))
        .setExecutionExceptionHandler((e, failed, result) -> fail(failed.getErr(), e));
  }

  private static int explain(ParameterException e) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("quickstart: " + message(e));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try --help.");
    return CommandLine.ExitCode.USAGE;
  }

  /** Behind a misspelt option its value is taken for the file, and the file for one too many. */
  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> options =
          unmatched.getUnmatched().stream().filter(text -> text.startsWith("-")).toList();
      if (!options.isEmpty()) {
        return "unknown option" + (options.size() > 1 ? "s " : " ") + String.join(", ", options);
      }
    }
    return String.valueOf(e.getMessage());
  }

  private static int fail(PrintWriter err, Throwable e) {
    err.println("quickstart: " + Complaint.of(e));
    return DATA_ERROR;
  }

  @Override
  public Integer call() throws IOException {
    try {
      if (input.isShown) {
        return show();
      }
      Loaded whole = loader().load();
      Loaded loaded = seen(whole);
      Optional<NightlyWatch> watched = watched(whole);
      if (person != null) {
        return print(loaded, history(loaded, person));
      }
      if (culture.isWanted()) {
        Culture found = culture(loaded);
        return print(loaded, found, comparison(whole, found), watched);
      }
      if (output.isWaiting) {
        return print(loaded, new WaitingNow(loaded, measures));
      }
      return report(whole, loaded, watched);
    } catch (OutOfMemoryError | StackOverflowError e) {
      return fail(commandSpec().commandLine().getErr(), e);
    }
  }

  private Loaded seen(Loaded whole) {
    if (view.isWhole()) {
      return whole;
    }
    try {
      return whole.seen(view.of(whole.log(), measures.calendarZone()));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandSpec().commandLine(), Complaint.of(e), e);
    }
  }

  /** Keeps the days of the whole log that are settled now, where that is asked for. */
  private Optional<NightlyWatch> watched(Loaded whole) throws IOException {
    if (output.watch == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(NightlyWatch.run(output.watch, whole, view, measures, culture));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandSpec().commandLine(), Complaint.of(e), e);
    }
  }

  private Integer report(Loaded whole, Loaded loaded, Optional<NightlyWatch> watched)
      throws IOException {
    Findings findings = Findings.of(loaded, measures);
    List<String> warnings = Warnings.of(loaded, findings, measures);
    PrintWriter out = commandSpec().commandLine().getOut();
    Optional<Comparison> comparison = comparison(whole, loaded);
    if (isJson) {
      new JsonReport(loaded, findings, warnings, measures, comparison, watched).write(out);
    } else {
      TextPage page = new TextPage();
      comparison.ifPresent(found -> found.write(page));
      out.print(new TextReport(loaded, findings, warnings, measures).text() + page.text());
      out.print(text(watched));
    }
    out.flush();
    if (output.facts != null) {
      FactsFile.write(output.facts, findings.facts());
    }
    return exitCode(loaded, Optional.empty(), watched);
  }

  private Optional<Comparison> comparison(Loaded whole, Loaded loaded) {
    return view.isCompared
        ? Optional.of(
            Comparison.of(
                view.before(whole.log(), measures.calendarZone()),
                loaded.log(),
                measures.rule(loaded.organizations().size()),
                measures.calendarZone()))
        : Optional.empty();
  }

  /** The same of the organization or forum that the page is of, where the public can see it. */
  private Optional<Comparison> comparison(Loaded whole, Culture found) {
    if (!view.isCompared) {
      return Optional.empty();
    }
    Loaded before = whole.seen(view.before(whole.log(), measures.calendarZone()));
    return Optional.of(
        Comparison.of(
            CultureLog.of(before, measures, culture).open(),
            found.log().open(),
            found.log().rule(),
            measures.calendarZone()));
  }

  private Integer print(Loaded loaded, WaitingNow waiting) throws IOException {
    PrintWriter out = commandSpec().commandLine().getOut();
    out.print(isJson ? waiting.json() : problems(loaded) + waiting.text());
    out.flush();
    return exitCode(loaded, Optional.empty(), Optional.empty());
  }

  /** A report whose numbers are wrong does not pass for a right one. */
  private int exitCode(
      Loaded loaded, Optional<PromiseSummary> promises, Optional<NightlyWatch> watched) {
    if (!loaded.isReliable()) {
      return DATA_ERROR;
    }
    List<String> failures = output.failures(loaded, promises, watched);
    PrintWriter err = commandSpec().commandLine().getErr();
    failures.forEach(failure -> err.println("quickstart: " + failure));
    return failures.isEmpty() ? CommandLine.ExitCode.OK : CHECK_FAILED;
  }

  private Integer show() {
    if (input.format == null) {
      throw new ParameterException(
          commandSpec().commandLine(),
          "--show prints the recipe of a --format; name one of "
              + String.join(", ", Recipes.names()));
    }
    try {
      commandSpec().commandLine().getOut().print(Recipes.text(input.format));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandSpec().commandLine(), Complaint.of(e), e);
    }
    commandSpec().commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  private Culture culture(Loaded loaded) {
    try {
      return Culture.of(loaded, measures, culture);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandSpec().commandLine(), Complaint.of(e), e);
    }
  }

  private static String text(Optional<NightlyWatch> watched) {
    return watched.map(WatchSection::new).map(WatchSection::text).orElse("");
  }

  private Integer print(
      Loaded loaded, Culture found, Optional<Comparison> comparison, Optional<NightlyWatch> watched)
      throws IOException {
    PrintWriter out = commandSpec().commandLine().getOut();
    if (isJson) {
      out.println(new CultureJson(loaded, found, comparison, watched).text());
    } else if (culture.isAsked) {
      out.print(new CultureText(loaded, found, comparison).text());
    } else {
      out.print(problems(loaded));
    }
    if (!isJson) {
      out.print(text(watched));
    }
    if (culture.html != null) {
      Files.writeString(culture.html, new CulturePage(loaded, found, comparison).page());
      if (!isJson) {
        out.println("Written: " + culture.html);
      }
    }
    out.flush();
    if (output.facts != null) {
      FactsFile.write(output.facts, found.facts());
    }
    return exitCode(loaded, found.promises(), watched);
  }

  private PersonHistory history(Loaded loaded, String name) {
    try {
      return PersonHistory.of(loaded.log(), name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandSpec().commandLine(), Complaint.of(e), e);
    }
  }

  private Integer print(Loaded loaded, PersonHistory history) throws IOException {
    PrintWriter out = commandSpec().commandLine().getOut();
    if (isJson) {
      new PersonJson(loaded, history).write(out);
    } else {
      out.print(problems(loaded));
      out.print(new PersonText(history, measures.calendarZone()).text());
    }
    out.flush();
    return exitCode(loaded, Optional.empty(), Optional.empty());
  }

  /** What is wrong with the data, for what does not say it itself. */
  private static String problems(Loaded loaded) {
    TextPage page = new TextPage();
    new DataSection(page, loaded).problems();
    return page.text().stripLeading();
  }

  private LogLoader loader() throws IOException {
    try {
      culture.check(measures, person != null, output.watch != null);
      view.check();
      output.check(culture, measures, person != null);
      Path source = input.source(path);
      Overwriting.check("--html", culture.html, source, input.files());
      Overwriting.check("--facts", output.facts, source, input.files());
      Overwriting.check("--watch", output.watch, source, input.files());
      Overwriting.checkEach(culture.html, output.facts, output.watch);
      if (output.watch != null) {
        WatchFile.read(output.watch);
      }
      return LogLoader.prepare(source, columns(), input, measures);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandSpec().commandLine(), Complaint.of(e), e);
    }
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

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("the command is not set up");
    }
    return spec;
  }
}
