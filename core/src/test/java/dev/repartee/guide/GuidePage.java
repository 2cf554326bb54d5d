package dev.repartee.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of Markdown: its blocks of code, and what is said around them. */
record GuidePage(Path path, List<String> lines) {
  /** The top of the repository, from the folder in which tests run. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** The folder of the guide. */
  static final Path GUIDE = ROOT.resolve("core").resolve("docs").resolve("guide");

  private static final String FENCE = "```";
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /**
   * A block of code.
   *
   * @param language what stands behind the fence
   * @param start the first line of code, counted from 0
   * @param end the line behind the last
   */
  record Block(String language, int start, int end) {}

  static GuidePage read(Path path) {
    try {
      return new GuidePage(path, Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All pages of the guide, in order of their names. */
  static List<GuidePage> ofGuide() {
    return below(GUIDE);
  }

  /** All pages below a folder, in order of their names, but for what builds leave behind. */
  static List<GuidePage> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().contains("target"))
          .sorted()
          .map(GuidePage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the page is called in messages. */
  String name() {
    return ROOT.relativize(path).toString();
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).startsWith(FENCE)) {
        int end = line + 1;
        while (!lines.get(end).startsWith(FENCE)) {
          end++;
        }
        blocks.add(new Block(lines.get(line).substring(FENCE.length()).strip(), line + 1, end));
        line = end;
      }
    }
    return blocks;
  }

  /** The block of text that shows what a block of code prints, with blank lines between only. */
  java.util.Optional<Block> shownBelow(Block code) {
    return blocks().stream()
        .filter(block -> block.language().equals("text") && block.start() > code.end())
        .filter(
            block ->
                lines.subList(code.end() + 1, block.start() - 1).stream().allMatch(String::isBlank))
        .findFirst();
  }

  String text(Block block) {
    return String.join("\n", lines.subList(block.start(), block.end()));
  }

  /** Everything but the blocks of code. */
  String prose() {
    List<String> rest = new ArrayList<>(lines);
    for (Block block : blocks()) {
      for (int line = block.start() - 1; line <= block.end(); line++) {
        rest.set(line, "");
      }
    }
    return String.join("\n", rest);
  }

  /** What stands in all blocks of code. */
  String code() {
    return String.join("\n", blocks().stream().map(this::text).toList());
  }

  /** Where the links of the page lead, as they are written. */
  List<String> links() {
    return found(LINK, prose().replaceAll("`[^`]*`", ""));
  }

  /** What is written as code within sentences. */
  List<String> inlineCode() {
    return found(CODE, prose()).stream().map(code -> code.replaceAll("\\s+", " ")).toList();
  }

  /** The headings, each as the name that a link gives it. */
  List<String> anchors() {
    return prose()
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ *", ""))
        .map(line -> line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
        .map(line -> line.replace(' ', '-'))
        .toList();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
