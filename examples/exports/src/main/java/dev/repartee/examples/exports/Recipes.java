package dev.repartee.examples.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The recipes that are built in, and those of files. */
public final class Recipes {
  /** The ones with the plainest marks first. */
  private static final List<String> NAMES =
      List.of(
          "slack",
          "zulip",
          "zendesk",
          "intercom",
          "chatwoot",
          "github",
          "gitlab",
          "discourse",
          "discord",
          "telegram",
          "instagram",
          "mattermost",
          "rocketchat",
          "twcs",
          "x-archive",
          "reddit",
          "youtube",
          "mastodon",
          "hackernews",
          "stackexchange-xml",
          "wordpress",
          "appstore",
          "gplay",
          "mbox",
          "whatsapp");

  /** Names of columns that a table of one's own may have; no platform is known by any of them. */
  static final Set<String> OF_TABLES =
      Set.of(
          "id",
          "author",
          "created_at",
          "time",
          "date",
          "parent",
          "conversation",
          "channel",
          "topic",
          "sentiment",
          "intent",
          "label",
          "text",
          "message",
          "organization",
          "addressee");

  private static final int FILES_PEEKED_AT = 12;

  private Recipes() {}

  /**
   * Returns the names of the built-in recipes.
   *
   * @return such as {@code slack}
   */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Returns the text of a built-in recipe, to be read and copied.
   *
   * @param name its name, {@code slack}
   * @return a program in jq
   * @throws IllegalArgumentException if there is none of that name
   */
  public static String text(String name) {
    String known = name.toLowerCase(Locale.ROOT).replace('_', '-');
    if (!NAMES.contains(known)) {
      throw new IllegalArgumentException(
          "format (" + name + ") must be one of " + String.join(", ", NAMES));
    }
    try (InputStream bytes = Recipes.class.getResourceAsStream("/recipes/" + known + ".jq")) {
      if (bytes == null) {
        throw new IllegalStateException("recipe (" + known + ") is not in the jar");
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A built-in recipe. */
  static Recipe builtIn(String name) {
    return Recipe.parse(name.toLowerCase(Locale.ROOT).replace('_', '-'), text(name));
  }

  /** A recipe of the user's own. */
  static Recipe read(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "--recipe (" + file + ") must be a file that can be read, with a program in jq");
    }
    return Recipe.parse(file.toString(), Files.readString(file));
  }

  /** The recipe whose marks the files have, or empty where none fits. */
  static Optional<Recipe> find(Inputs inputs) throws IOException {
    List<String> names = inputs.files().stream().map(InputFile::name).toList();
    List<Peek> peeks = new ArrayList<>();
    for (InputFile file : inputs.files().subList(0, Math.min(FILES_PEEKED_AT, names.size()))) {
      FileKind kind = FileKind.of(file);
      peeks.add(new Peek(Peeking.record(file, kind), kind));
    }
    if (peeks.stream().allMatch(Peek::isOfRows)) {
      return Optional.empty(); // rows already, and jq takes most of a second to begin
    }
    for (String name : NAMES) {
      Recipe.Marks marks = new Recipe.Marks(text(name));
      if (peeks.stream().anyMatch(peek -> marks.are(peek.record(), names, peek.kind()))) {
        return Optional.of(builtIn(name));
      }
    }
    return Optional.empty();
  }

  private record Peek(ObjectNode record, FileKind kind) {
    /** Whether a record has the names that rows have, which no platform gives all of. */
    boolean isOfRows() {
      return record.has("id")
          && record.has("author")
          && (record.has("at") || (kind == FileKind.CSV && isTable()));
    }

    /** Whether a table has names of its own only: some of them, and no other. */
    private boolean isTable() {
      return (record.has("created_at") || record.has("time"))
          && record.propertyStream().allMatch(field -> OF_TABLES.contains(field.getKey()));
    }
  }
}
