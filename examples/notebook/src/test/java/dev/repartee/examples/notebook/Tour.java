package dev.repartee.examples.notebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tour as cells: a comment is text, what stands between comments is code. */
final class Tour {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ECHO = "// ==>";

  /** A cell; echoes that the script promises are no part of it. */
  record Cell(boolean isCode, String source) {}

  private Tour() {}

  static String script(String name) throws IOException {
    return Files.readString(Path.of(name));
  }

  static List<Cell> cells() throws IOException {
    List<Cell> cells = new ArrayList<>();
    StringBuilder source = new StringBuilder();
    boolean isCode = false;
    for (String line : script("tour.jsh").split("\n", -1)) {
      if (line.startsWith(ECHO)) {
        continue;
      }
      boolean isText = line.startsWith("//");
      if (line.isBlank() || isText == isCode) {
        add(cells, isCode, source);
      }
      isCode = !isText;
      source.append(isText ? line.replaceFirst("// ?", "") : line).append('\n');
    }
    add(cells, isCode, source);
    return cells;
  }

  private static void add(List<Cell> cells, boolean isCode, StringBuilder source) {
    if (!source.toString().isBlank()) {
      cells.add(new Cell(isCode, source.toString().strip()));
    }
    source.setLength(0);
  }

  /** The notebook: first what the startup file says, then how to show a picture, then the tour. */
  static List<Cell> notebookCells() throws IOException {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(true, script("repartee.jsh").strip()));
    cells.add(new Cell(true, "void picture(String svg) { display(svg, \"text/html\"); }"));
    cells.addAll(cells());
    return cells;
  }

  static void writeNotebook(Path file) throws IOException {
    ObjectNode notebook = JSON.createObjectNode();
    ArrayNode cells = notebook.putArray("cells");
    int number = 0;
    for (Cell cell : notebookCells()) {
      ObjectNode node = cells.addObject();
      node.put("cell_type", cell.isCode() ? "code" : "markdown");
      node.put("id", "cell-" + number++);
      node.putObject("metadata");
      node.put("source", cell.source());
      if (cell.isCode()) {
        node.putNull("execution_count");
        node.putArray("outputs");
      }
    }
    ObjectNode kernel = notebook.putObject("metadata").putObject("kernelspec");
    kernel.put("name", "java").put("display_name", "Java").put("language", "java");
    notebook.put("nbformat", 4).put("nbformat_minor", 5);
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(notebook));
  }

  static List<Cell> cellsOf(Path file) throws IOException {
    List<Cell> cells = new ArrayList<>();
    for (var node : JSON.readTree(file.toFile()).get("cells")) {
      StringBuilder source = new StringBuilder();
      if (node.get("source").isArray()) {
        node.get("source").forEach(line -> source.append(line.asText()));
      } else {
        source.append(node.get("source").asText());
      }
      cells.add(new Cell(node.get("cell_type").asText().equals("code"), source.toString()));
    }
    return cells;
  }
}
