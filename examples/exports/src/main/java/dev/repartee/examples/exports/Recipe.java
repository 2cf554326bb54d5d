package dev.repartee.examples.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * A program in jq that makes rows and members of records. It defines some of these functions:
 *
 * <ul>
 *   <li>{@code rows}: the rows of a record, or {@code {drop: "reason"}} for what is left out;
 *   <li>{@code members}: who belongs to an organization, {@code {account, organization, department,
 *       role}}, of a record;
 *   <li>{@code marks}: whether a record (with {@code $files}, the names of all files, and {@code
 *       $type}) shows that this is the recipe for it;
 *   <li>{@code each}: the arrays (JSON) or elements (XML) whose members are the records, where the
 *       records are not the whole;
 *   <li>{@code begins}: what a message of a chat log begins with;
 *   <li>{@code together}: endings of file names that are read first and together; they are no
 *       records but the input of {@code context}, by file name;
 *   <li>{@code context}: what is made of them once, known to {@code rows} as {@code $context};
 *   <li>{@code settings}: {@code idScope}, {@code organization}, {@code note}; {@code fields:
 *       "named"} where it looks at no field of JSON but by its name, so that all others are passed
 *       over.
 * </ul>
 *
 * <p>{@code $file} is the file's path in the export, {@code $around} what surrounds a record in its
 * file, {@code $n} its number there, from 1.
 */
final class Recipe {
  private static final Version VERSION = Versions.JQ_1_7;

  /** What a recipe does not say. */
  private static final String DEFAULTS =
      "def marks: false; def each: []; def begins: null; def together: []; def context: null;"
          + " def members: empty; def rows: empty; def settings: {};\n";

  /** A function that hands over the scope where it is called. */
  private static final String HERE = "here_is_the_scope";

  private static final Scope BUILT_IN = JqFunctions.builtIn(VERSION);

  /** Whatever may be the name of a field in a program: a word, or a text in quotes. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*|\"([^\"\\\\]*)\"");

  private final String name;
  private final String text;
  private final JsonQuery program;
  private final JsonQuery definitions;
  private final JsonQuery contextQuery;
  private final Set<String> each;
  private final Optional<Pattern> begins;
  private final List<String> together;
  private final JsonNode settings;
  private JsonNode context = NullNode.getInstance();

  private Recipe(String name, String text) throws JsonQueryException {
    this.name = name;
    this.text = text;
    this.program = JsonQuery.compile("(members | {member: .}), rows", VERSION);
    this.definitions = compile(HERE);
    this.contextQuery = compile("context");
    this.each = new LinkedHashSet<>(texts("each"));
    this.together = texts("together");
    this.begins = texts("[begins | select(.)]").stream().findFirst().map(Pattern::compile);
    this.settings = first("settings");
  }

  /**
   * Reads a recipe.
   *
   * @param name how messages name it
   * @param text the program
   * @throws IllegalArgumentException if it is no program in jq; the message says where
   */
  static Recipe parse(String name, String text) {
    try {
      return new Recipe(name, text);
    } catch (JsonQueryException | PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "recipe (" + name + ") is no program in jq that can be run: " + firstLine(e), e);
    }
  }

  private static String firstLine(Exception e) {
    Throwable reason = e.getCause() == null ? e : e.getCause();
    String message = reason.getMessage() == null ? "it ends too early" : reason.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }

  /** The marks alone, which are tried on every export. */
  static final class Marks {
    private final JsonQuery query;

    /** The marks of a built-in recipe. */
    Marks(String text) {
      try {
        query = JsonQuery.compile(DEFAULTS + text + "\nmarks", VERSION);
      } catch (JsonQueryException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Whether a record shows that this is its recipe. */
    boolean are(JsonNode record, List<String> files, FileKind kind) {
      Scope scope = Scope.newChildScope(BUILT_IN);
      var names = JsonNodeFactory.instance.arrayNode();
      files.forEach(names::add);
      scope.setValue("files", names);
      scope.setValue("type", TextNode.valueOf(kind.name().toLowerCase(Locale.ROOT)));
      List<JsonNode> found = new ArrayList<>();
      try {
        query.apply(scope, record, found::add);
      } catch (JsonQueryException e) { // a mark that does not fit the record is none
        return false;
      }
      return !found.isEmpty() && found.get(0).asBoolean(false);
    }
  }

  private JsonQuery compile(String main) throws JsonQueryException {
    // A recipe may end in a comment, or in a main program for jq itself, which is not asked here.
    return JsonQuery.compile(DEFAULTS + text + "\n" + main, VERSION);
  }

  private Scope scope() {
    Scope scope = Scope.newChildScope(BUILT_IN);
    scope.setValue("file", TextNode.valueOf(""));
    scope.setValue("files", JsonNodeFactory.instance.arrayNode());
    scope.setValue("type", TextNode.valueOf(""));
    scope.setValue("around", NullNode.getInstance());
    scope.setValue("context", context);
    scope.setValue("n", LongNode.valueOf(0));
    return scope;
  }

  private JsonNode first(String main) throws JsonQueryException {
    List<JsonNode> found = new ArrayList<>();
    compile(main).apply(scope(), NullNode.getInstance(), found::add);
    return found.isEmpty() ? NullNode.getInstance() : found.get(0);
  }

  private List<String> texts(String main) throws JsonQueryException {
    List<String> texts = new ArrayList<>();
    first(main).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  /** What its first line says it reads. */
  String title() {
    return text.lines()
        .findFirst()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .orElse(name);
  }

  Set<String> each() {
    return each;
  }

  Optional<Pattern> begins() {
    return begins;
  }

  /** Whether a file is one of those that are read first. */
  boolean isTogether(String file) {
    return together.stream().anyMatch(file::endsWith);
  }

  /** The names of the fields that it looks at; empty where it may look at any. */
  Optional<Set<String>> fields() {
    if (!setting("fields").equals(Optional.of("named"))) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    Matcher found = NAME.matcher(text);
    for (int at = 0; found.find(at); ) {
      String quoted = found.group(1);
      if (quoted != null) {
        names.add(quoted);
      } else {
        names.add(found.group());
      }
      // What stands in quotes may be a program again: "\(.id)/\(.n)".
      at = quoted == null ? found.end() : found.start() + 1;
    }
    return Optional.of(names);
  }

  /** A setting, or empty where the recipe has none. */
  Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /** Makes what all records know of the documents that are read first. */
  void prepare(ObjectNode documents) throws JsonQueryException {
    List<JsonNode> found = new ArrayList<>();
    contextQuery.apply(scope(), documents, found::add);
    context = found.isEmpty() ? NullNode.getInstance() : found.get(0);
  }

  /** The scope where all functions of the recipe are defined, so that this is done only once. */
  private Scope inner(Scope outer) throws JsonQueryException {
    Scope[] found = {outer};
    outer.addFunction(HERE, 0, (at, args, in, path, out, used) -> found[0] = at);
    definitions.apply(outer, NullNode.getInstance(), none -> {});
    return found[0];
  }

  /** Runs it on the records of one file. */
  final class Run {
    private final Scope scope = scope();
    private final Scope inner;

    Run(String file) throws JsonQueryException {
      scope.setValue("file", TextNode.valueOf(file));
      inner = inner(scope);
    }

    /** Hands what it makes of one record to a consumer. */
    void apply(long number, JsonNode record, ObjectNode around, Consumer<JsonNode> made)
        throws JsonQueryException {
      scope.setValue("n", LongNode.valueOf(number));
      scope.setValue("around", around);
      program.apply(inner, record, made::accept);
    }
  }
}
