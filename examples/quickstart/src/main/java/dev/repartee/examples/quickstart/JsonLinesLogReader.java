package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.repartee.log.Appender;
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
 * with a dot: {@code user.id}. Arrays inside are passed over.
 */
final class JsonLinesLogReader implements LogReader {
  private static final int LOOKED_AT = 1_000;

  /** Takes the texts of one object, at the positions of their names. */
  private interface Row {
    void take(@Nullable String[] texts);
  }

  private final JsonFactory json = new JsonFactory();
  private final Map<Field, String> named;
  private final Translations translations;
  private final TimeReader times;
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private @Nullable Columns columns;

  JsonLinesLogReader(Map<Field, String> named, Translations translations, TimeReader times) {
    this.named = named;
    this.translations = translations;
    this.times = times;
  }

  /** Names may be missing in the first object, so the first thousand are looked at. */
  @Override
  public void prepare(InputFile file) throws IOException {
    try (Reader text = file.open()) {
      if (walk(file, text, LOOKED_AT, true, texts -> {}) == 0) {
        throw new IOException("file (" + file + ") is empty; it must have one object a line");
      }
    }
    columns = Columns.resolve(named, List.copyOf(positions.keySet()));
  }

  @Override
  public void read(InputFile file, Appender rows) throws IOException {
    if (columns == null) {
      throw new IllegalStateException("columns are not known; call prepare(…) first");
    }
    RowWriter writer = new RowWriter(rows, columns, translations, times);
    try (Reader text = file.openWithProgress()) {
      walk(file, text, Long.MAX_VALUE, false, texts -> writer.write(i -> texts[i]));
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
    } catch (JsonParseException e) {
      throw new IOException(
          "file ("
              + file
              + ") cannot be read at line "
              + e.getLocation().getLineNr()
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
