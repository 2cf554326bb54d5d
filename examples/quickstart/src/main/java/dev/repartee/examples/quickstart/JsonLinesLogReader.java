package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.repartee.log.Appender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Lines: one object a line (or one array of objects). A field inside an object is named
 * with a dot: {@code user.id}. Arrays inside are passed over. A line that is no object is counted
 * as unreadable; where objects do not stand on lines of their own, it ends the reading.
 */
final class JsonLinesLogReader implements LogReader {
  private static final int LOOKED_AT = 1_000;
  private static final int BROKEN = -1;

  /** Takes the texts of one object, at the positions of their names. */
  private interface Row {
    void take(@Nullable String[] texts);
  }

  private final JsonFactory json = new JsonFactory();
  private final Map<Field, String> named;
  private final OwnColumns own;
  private final Translations translations;
  private final TimeReader times;
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private boolean isByLine;
  private @Nullable Columns columns;

  JsonLinesLogReader(
      Map<Field, String> named, OwnColumns own, Translations translations, TimeReader times) {
    this.named = named;
    this.own = own;
    this.translations = translations;
    this.times = times;
  }

  /** Names may be missing in the first object, so the first thousand are looked at. */
  @Override
  public void prepare(InputFile file) throws IOException {
    isByLine = isByLine(file);
    try (BufferedReader text = file.open()) {
      if (walk(file, text, LOOKED_AT, true, texts -> {}, () -> {}) == 0) {
        throw new IOException("file (" + file + ") is empty; it must have one object a line");
      }
    }
    columns = Columns.resolve(named, own, List.copyOf(positions.keySet()));
  }

  @Override
  public void read(InputFile file, Appender rows) throws IOException {
    if (columns == null) {
      throw new IllegalStateException("columns are not known; call prepare(…) first");
    }
    RowWriter writer = new RowWriter(rows, columns, translations, times);
    try (BufferedReader text = file.openWithProgress()) {
      Row row = texts -> writer.write(i -> texts[i]);
      walk(file, text, Long.MAX_VALUE, false, row, rows::unreadable);
    }
    notes.add("columns: " + columns);
    notes.addAll(writer.notes());
  }

  @Override
  public boolean has(Field field) {
    return columns != null && columns.position(field) != Columns.ABSENT;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  /** Whether one of the first lines is an object, so that another that is none can be told. */
  private boolean isByLine(InputFile file) throws IOException {
    try (BufferedReader text = file.open()) {
      text.mark(1);
      int first = text.read();
      text.reset();
      for (int i = 0; first != '[' && i < LOOKED_AT; i++) {
        String line = text.readLine();
        if (line == null) {
          return false;
        }
        if (line(line, new String[0], true, texts -> {}) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private long walk(
      InputFile file, BufferedReader text, long limit, boolean learns, Row row, Runnable unreadable)
      throws IOException {
    if (!isByLine) {
      return walk(file, text, limit, learns, row);
    }
    long objects = 0;
    @Nullable String[] texts = new String[positions.size()];
    for (String line = text.readLine(); line != null && objects < limit; line = text.readLine()) {
      int found = line.isBlank() ? 0 : line(line, texts, learns, row);
      if (found == BROKEN) {
        unreadable.run();
      } else {
        objects += found;
      }
    }
    return objects;
  }

  /** How many objects a line has; {@link #BROKEN} where it is no JSON, or something else. */
  private int line(String line, @Nullable String[] texts, boolean learns, Row row)
      throws IOException {
    int objects = 0;
    try (JsonParser parser = json.createParser(line)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          return BROKEN;
        }
        Arrays.fill(texts, null);
        object(parser, "", texts, learns);
        row.take(texts);
        objects++;
      }
    } catch (JsonProcessingException e) {
      return BROKEN;
    }
    return objects;
  }

  private long walk(InputFile file, Reader text, long limit, boolean learns, Row row)
      throws IOException {
    long objects = 0;
    @Nullable String[] texts = new String[positions.size()];
    try (JsonParser parser = json.createParser(text)) {
      for (JsonToken token = parser.nextToken();
          token != null && objects < limit;
          token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          Arrays.fill(texts, null);
          object(parser, "", texts, learns);
          row.take(texts);
          objects++;
        } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
          throw new IOException(
              "file ("
                  + file
                  + ") must hold one object a line; line "
                  + parser.currentTokenLocation().getLineNr()
                  + " holds something else");
        }
      }
    } catch (JsonProcessingException e) {
      throw new IOException(
          "file ("
              + file
              + ") cannot be read"
              + (e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr())
              + ": "
              + e.getOriginalMessage().lines().findFirst().orElse("no JSON"),
          e);
    }
    return objects;
  }

  private void object(JsonParser parser, String prefix, @Nullable String[] texts, boolean learns)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix.isEmpty() ? parser.currentName() : prefix + "." + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT) {
        object(parser, name, texts, learns);
      } else if (value == JsonToken.START_ARRAY) {
        parser.skipChildren();
      } else if (learns) {
        positions.putIfAbsent(name, positions.size());
      } else if (value != JsonToken.VALUE_NULL) {
        Integer position = positions.get(name);
        if (position != null) {
          texts[position] = parser.getText();
        }
      }
    }
  }
}
