package dev.repartee.examples.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.repartee.log.Appender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON whose objects are rows: one object a line, an array of objects, or one inside an
 * object ({@code {"messages": […]}}). A field inside an object is named with a dot: {@code
 * user.id}. Arrays inside are passed over, and named where they hold objects. A line that is no
 * object is counted as unreadable; where objects do not stand on lines of their own, it ends the
 * reading.
 */
final class JsonLinesLogReader extends ColumnReader {
  private static final int LOOKED_AT = 1_000;

  private List<String> rowsPath = List.of();

  /** The end of a look at the beginning. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  JsonLinesLogReader(Reading reading) {
    super(reading, "json-lines");
  }

  /** Names may be missing in the first object, so the first thousand are looked at. */
  @Override
  Columns look(InputFile file) throws IOException {
    rowsPath = rowsPath(file);
    List<ObjectNode> first = new ArrayList<>();
    long[] others = {0};
    try {
      JsonRecords.read(
          file.quiet(),
          rowsPath,
          new Rows(file) {
            @Override
            public void record(ObjectNode value, ObjectNode around) {
              first.add(value);
              if (first.size() == LOOKED_AT) {
                throw new Enough();
              }
            }

            @Override
            public void unreadable() {
              others[0]++;
            }

            @Override
            public void unread(String path, long size) {}
          });
    } catch (Enough e) { // as many as were wanted
      first.subList(LOOKED_AT, first.size()).clear();
    } catch (BrokenException e) {
      throw new IOException(e.getMessage(), e);
    }
    if (first.isEmpty()) {
      throw new IOException(
          "file ("
              + file
              + (others[0] > 0 ? ") holds values and no object" : ") is empty")
              + "; it must have one object a line"
              + hint());
    }
    Set<String> names = new LinkedHashSet<>();
    first.forEach(record -> names(record, "", names));
    Columns found = resolve(file, List.copyOf(names));
    GuessCheck check = new GuessCheck(found, reading);
    for (ObjectNode record : first) {
      check.look(position -> text(record, found.header().get(position)));
    }
    return check.checked();
  }

  private String hint() {
    return rowsPath.isEmpty() ? "" : ", or an array of objects at --rows=" + rowsPath.get(0);
  }

  private List<String> rowsPath(InputFile file) throws IOException {
    if (reading.rowsPath().isPresent()) {
      return List.of(reading.rowsPath().get());
    }
    if (JsonRecords.isByLine(file) || !(Peeking.start(file) instanceof ObjectNode whole)) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>();
    names(whole, "", names);
    if (Columns.isHeader(reading.named(), List.copyOf(names))) {
      return List.of();
    }
    Map<String, Integer> arrays = new LinkedHashMap<>();
    arrays(whole, "", arrays);
    if (arrays.size() > 1) {
      throw new IllegalArgumentException(
          "file ("
              + file
              + ") holds several arrays of objects; say which are the rows with --rows=PATH, one of "
              + arrays.keySet().stream().limit(8).collect(Collectors.joining(", ")));
    }
    return List.copyOf(arrays.keySet());
  }

  private static void arrays(ObjectNode object, String path, Map<String, Integer> into) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String here = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      if (field.getValue() instanceof ArrayNode array && JsonRecords.holdsObjects(array)) {
        into.put(here, array.size());
      } else if (field.getValue() instanceof ObjectNode inner) {
        arrays(inner, here, into);
      }
    }
  }

  private static void names(ObjectNode object, String path, Set<String> into) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String here = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      if (field.getValue() instanceof ObjectNode inner) {
        names(inner, here, into);
      } else if (!field.getValue().isArray()) {
        into.add(here);
      }
    }
  }

  /** The text of a field, which may lie inside others; null where there is none. */
  private static @Nullable String text(ObjectNode record, String path) {
    JsonNode value = record.get(path);
    for (int dot = path.indexOf('.'); value == null && dot >= 0; dot = path.indexOf('.', dot + 1)) {
      if (record.get(path.substring(0, dot)) instanceof ObjectNode inner) {
        return text(inner, path.substring(dot + 1));
      }
    }
    return value == null || value.isNull() || value.isContainerNode() ? null : value.asText();
  }

  @Override
  List<String> write(InputFile file, Columns known, RowWriter writer, Appender rows)
      throws IOException {
    List<String> header = known.header();
    try {
      JsonRecords.read(
          file,
          rowsPath,
          new Rows(file) {
            @Override
            public void record(ObjectNode value, ObjectNode around) {
              writer.write(position -> text(value, header.get(position)));
              value
                  .properties()
                  .forEach(
                      field -> {
                        if (field.getValue() instanceof ArrayNode array
                            && JsonRecords.holdsObjects(array)) {
                          reading.facts().unread(field.getKey(), array.size());
                        }
                      });
            }

            @Override
            public void unreadable() {
              rows.unreadable();
            }
          });
    } catch (BrokenException e) {
      throw new IOException(e.getMessage(), e);
    }
    return List.of();
  }

  /** The end of a file that is broken. */
  private static final class BrokenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenException(String message) {
      super(message);
    }
  }

  /** What the two passes over a file have in common. */
  private abstract class Rows implements RecordSink {
    private final InputFile file;

    Rows(InputFile file) {
      this.file = file;
    }

    @Override
    public void unreadable() {}

    @Override
    public void unread(String path, long size) {
      reading.facts().unread(path, size);
    }

    @Override
    public void broken(String how) {
      throw new BrokenException(
          "file ("
              + file
              + ") cannot be read"
              + (how.startsWith("line ") ? " at " : ": ")
              + how
              + "; get it again, or take out what is broken");
    }
  }
}
