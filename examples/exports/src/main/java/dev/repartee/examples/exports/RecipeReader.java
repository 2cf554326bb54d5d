package dev.repartee.examples.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.model.Directory;
import dev.repartee.text.NumberText;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.jspecify.annotations.Nullable;

/** Makes rows and members of the records of an export, by a recipe. */
final class RecipeReader implements LogReader {
  /** So many rows are held back at first, to see how days and months are written. */
  private static final int HELD = 2_000;

  private final Recipe recipe;
  private final Reading reading;
  private final Columns columns;
  private final JsonTrees trees;
  private final Map<String, MemberSpec> members = new LinkedHashMap<>();
  private final Set<JsonNode> staffSeen = new HashSet<>();
  private final List<String> notes = new ArrayList<>();
  private List<ObjectNode> held = new ArrayList<>();
  private boolean isHolding = true;
  private boolean isAlone;
  private long states;

  RecipeReader(Recipe recipe, Reading reading) {
    this.recipe = recipe;
    this.reading = reading;
    this.columns = Columns.ofRows(reading.own());
    this.trees =
        new JsonTrees(
            recipe
                .fields()
                .map(
                    names -> {
                      names.addAll(reading.own().texts());
                      names.addAll(reading.own().numbers());
                      return names;
                    }));
  }

  @Override
  public void prepare(Inputs inputs) throws IOException {
    ObjectNode together = JsonRecords.object();
    for (InputFile file : inputs.files()) {
      if (recipe.isTogether(file.name())) {
        together.set(baseName(file.name()), document(file));
      }
    }
    try {
      recipe.prepare(together);
    } catch (JsonQueryException e) {
      throw new IllegalArgumentException(
          "recipe ("
              + recipe.name()
              + ") stumbles over the documents that it reads first: "
              + e.getMessage(),
          e);
    }
  }

  private static String baseName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** All of a small file. */
  private static JsonNode document(InputFile file) throws IOException {
    try (BufferedReader text = file.open()) {
      return JsonRecords.whole(text);
    }
  }

  @Override
  public void read(Inputs inputs, Appender rows) throws IOException {
    RowWriter writer = new RowWriter(rows, columns, reading);
    isAlone = inputs.files().size() == 1;
    for (InputFile file : inputs.files()) {
      read(file, writer, rows);
    }
    release(writer);
    notes.addAll(writer.notes());
    recipe.setting("note").ifPresent(notes::add);
    if (states > 0) {
      notes.add(
          NumberText.count(states)
              + (states == 1 ? " row tells" : " rows tell")
              + " what was closed, solved or opened again, and were left out: with --states what is"
              + " closed without an answer waits no longer, and how long it takes until things are"
              + " settled is told, too");
    }
  }

  private void read(InputFile file, RowWriter writer, Appender rows) throws IOException {
    reading.facts().file();
    Records run = new Records(file, writer, rows);
    switch (FileKind.of(file)) {
      case JSON -> JsonRecords.read(file, recipe.each(), trees, run);
      case MBOX -> MboxRecords.read(file, run);
      case XML -> XmlRecords.read(file, recipe.each(), run);
      case LINES -> LineRecords.read(file, begins(), run);
      case CSV ->
          CsvRecords.read(file, CsvDialect.of(file, reading.separator(), any -> false), run);
    }
  }

  private Pattern begins() {
    return recipe.begins().orElse(Pattern.compile("\\S"));
  }

  /** The records of one file. */
  private final class Records implements RecordSink {
    private final InputFile file;
    private final RowWriter writer;
    private final Appender rows;
    private final Recipe.Run program;
    private long number;
    private long made;

    Records(InputFile file, RowWriter writer, Appender rows) {
      this.file = file;
      this.writer = writer;
      this.rows = rows;
      try {
        this.program = recipe.new Run(file.name());
      } catch (JsonQueryException e) {
        throw new IllegalArgumentException(
            "recipe (" + recipe.name() + ") cannot be run: " + e.getMessage(), e);
      }
    }

    @Override
    public void record(ObjectNode value, ObjectNode around) {
      number++;
      reading.facts().record();
      made = 0;
      try {
        program.apply(number, value, around, this::take);
      } catch (JsonQueryException e) {
        reading.facts().failed(where(), String.valueOf(e.getMessage()));
        rows.unreadable();
        return;
      } catch (StackOverflowError e) { // replies to replies to replies
        reading.facts().failed(where(), "is nested too deep");
        rows.unreadable();
        return;
      }
      if (made == 0 && !recipe.isTogether(file.name())) {
        reading.facts().silent(where());
        unreadArrays(value, "", file);
      }
    }

    private String where() {
      return file.name() + ", record " + number;
    }

    private void take(JsonNode output) {
      made++;
      if (!(output instanceof ObjectNode object)) {
        reading.facts().failed(where(), "gives " + RowFacts.brief(output.toString()));
        rows.unreadable();
        return;
      }
      JsonNode reason = object.get("drop");
      JsonNode state = object.get("state");
      if (state != null && !reading.hasStates()) {
        states++;
        reading.facts().leaveOut(state.asText(), 1, where());
      } else if (reason != null) {
        JsonNode count = object.get("count");
        reading.facts().leaveOut(reason.asText(), count == null ? 1 : count.asLong(), where());
      } else if (object.get("member") instanceof ObjectNode member) {
        member(member);
      } else if (object.get("person") instanceof ObjectNode person) {
        name(person.get("account"), person.get("name"));
      } else {
        row(object);
      }
    }

    private void member(ObjectNode member) {
      MemberSpec spec = MemberSpec.of(member);
      if (spec != null) {
        members.merge(spec.account(), spec, MemberSpec::and);
      }
    }

    private void row(ObjectNode row) {
      JsonNode staff = row.get("staff");
      JsonNode author = row.get("author");
      if (staff != null && staff.asBoolean() && author != null && staffSeen.add(author)) {
        member(JsonRecords.object().set("account", author));
      }
      if (!isHolding) {
        RecipeReader.this.write(writer, row);
        return;
      }
      held.add(row);
      JsonNode at = row.get("at");
      if (at != null && at.isTextual()) {
        reading.times().look(at.asText());
      }
      if (held.size() == HELD) {
        release(writer);
      }
    }

    @Override
    public void unreadable() {
      rows.unreadable();
    }

    @Override
    public void leftOut(String reason) {
      number++;
      reading.facts().record();
      reading.facts().leaveOut(reason, 1, where());
    }

    @Override
    public void unread(String path, long size) {
      reading.facts().unread(isAlone ? path : file.name() + ": " + path, size);
    }

    @Override
    public void broken(String how) {
      reading.facts().broken(file.name() + ", " + how);
      rows.unreadable();
    }
  }

  private void release(RowWriter writer) {
    isHolding = false;
    held.forEach(row -> write(writer, row));
    held = new ArrayList<>();
  }

  private void write(RowWriter writer, ObjectNode row) {
    writer.write(position -> text(row, position));
    name(row.get("author"), row.get("name"));
  }

  private void name(@Nullable JsonNode author, @Nullable JsonNode name) {
    if (name != null && name.isTextual() && author != null && !author.isNull()) {
      reading.facts().name(RowWriter.key(author.asText()), name.asText());
    }
  }

  private @Nullable String text(ObjectNode row, int position) {
    JsonNode value = row.get(columns.header().get(position));
    return value == null || value.isNull() || value.isContainerNode() ? null : value.asText();
  }

  private void unreadArrays(ObjectNode object, String path, InputFile file) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String here = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      if (field.getValue() instanceof ArrayNode array && JsonRecords.holdsObjects(array)) {
        reading.facts().unread(file.name() + ": " + here, array.size());
      } else if (field.getValue() instanceof ObjectNode inner) {
        unreadArrays(inner, here, file);
      }
    }
  }

  @Override
  public boolean tellsStaff() {
    return recipe.setting("organization").isPresent();
  }

  @Override
  public String format() {
    return recipe.name();
  }

  @Override
  public Optional<Directory> directory(Optional<String> organization) {
    Who who = new Who();
    String usual = recipe.setting("organization").orElse("the organization");
    members.values().forEach(member -> who.add(member.in(organization, usual)));
    return who.hasPeople() ? Optional.of(who.directory()) : Optional.empty();
  }

  @Override
  public IdScope idScope() {
    return recipe
        .setting("idScope")
        .map(text -> IdScope.valueOf(text.toUpperCase(Locale.ROOT)))
        .orElse(IdScope.LOG);
  }

  @Override
  public List<String> notes() {
    return notes;
  }
}
