package dev.repartee.examples.exports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The files of an export: of a folder, of a zip, of a pattern, or the one that is named. */
final class Inputs implements Closeable {
  private static final String GZIP = "\u001F\u008B";
  private static final String ZIP = "PK\u0003\u0004";
  private static final Set<String> PASSED_OVER =
      Set.of(
          "jpg", "jpeg", "png", "gif", "webp", "svg", "mp4", "mov", "mp3", "ogg", "opus", "pdf",
          "css", "html", "htm", "md", "woff", "woff2", "ico", "db");

  private final List<InputFile> files;
  private final List<String> passedOver;
  private final @Nullable ZipFile zip;

  private Inputs(List<InputFile> files, List<String> passedOver, @Nullable ZipFile zip) {
    this.files = files;
    this.passedOver = passedOver;
    this.zip = zip;
  }

  /**
   * Returns the files behind a path.
   *
   * @param path a file, a folder, a zip, or a pattern as {@code logs/*.jsonl}
   * @throws IllegalArgumentException if there is nothing that can be read; the message says why
   */
  static Inputs of(Path path, Optional<Charset> charset, Progress progress) throws IOException {
    if (!Files.exists(path)) {
      return ofPattern(path, charset, progress);
    }
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException("file (" + path + ") may not be read");
    }
    if (Files.isDirectory(path)) {
      return ofFolder(path, charset, progress);
    }
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "file ("
              + path
              + ") is no regular file, and a pipe cannot be read twice; write it to a file first");
    }
    return head(path).startsWith(ZIP)
        ? ofZip(path, charset, progress)
        : new Inputs(
            List.of(file(path, name(path), path.toString(), charset, progress)), List.of(), null);
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private static Inputs ofFolder(Path folder, Optional<Charset> charset, Progress progress)
      throws IOException {
    List<Path> found;
    try (Stream<Path> all = Files.walk(folder)) {
      found = all.filter(Files::isRegularFile).toList();
    }
    return ofFiles(folder, found, "file (" + folder + ") is a folder and", charset, progress);
  }

  private static Inputs ofPattern(Path path, Optional<Charset> charset, Progress progress)
      throws IOException {
    String text = path.toString();
    int star = first(text, "*?{");
    Path base = path;
    while (base != null && first(base.toString(), "*?{") >= 0) {
      base = base.getParent();
    }
    Path start = base == null ? Path.of("") : base;
    if (star < 0 || !Files.isDirectory(start.toAbsolutePath())) {
      throw new IllegalArgumentException("file (" + path + ") does not exist");
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + text);
    List<Path> found;
    try (Stream<Path> all = Files.walk(start)) {
      found = all.filter(Files::isRegularFile).filter(matcher::matches).toList();
    }
    return ofFiles(start, found, "pattern (" + path + ")", charset, progress);
  }

  private static int first(String text, String letters) {
    for (int i = 0; i < text.length(); i++) {
      if (letters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static Inputs ofFiles(
      Path base, List<Path> found, String what, Optional<Charset> charset, Progress progress)
      throws IOException {
    List<InputFile> files = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (Path path : found) {
      String name = base.relativize(path).toString().replace('\\', '/');
      if (isHidden(name)) {
        continue;
      }
      if (PASSED_OVER.contains(extension(name)) || Files.size(path) == 0) {
        passedOver.add(name);
        continue;
      }
      try {
        files.add(file(path, name, path.toString(), charset, progress));
      } catch (IllegalArgumentException e) { // no text; among others it is no reason to give up
        passedOver.add(name);
        reasons.add(String.valueOf(e.getMessage()));
      }
    }
    return sorted(files, passedOver, reasons, null, what);
  }

  private static Inputs ofZip(Path path, Optional<Charset> charset, Progress progress)
      throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException e) {
      boolean isSheet = name(path).toLowerCase(Locale.ROOT).endsWith(".xlsx");
      throw new IllegalArgumentException(
          "file ("
              + path
              + ") is a "
              + (isSheet ? "spreadsheet" : "zip")
              + " that is broken, as after a download cut short"
              + "; get it again"
              + (isSheet ? ", and save it as CSV" : ""),
          e);
    }
    List<InputFile> files = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    try {
      for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
        String name = entry.getName();
        if (name.startsWith("xl/") || name.startsWith("word/")) {
          throw new IllegalArgumentException(
              "file ("
                  + path
                  + ") is "
                  + (name.startsWith("xl/")
                      ? "a spreadsheet (.xlsx); save its sheet as CSV (UTF-8)"
                      : "a document (.docx); it holds no rows")
                  + " and name that file");
        }
        if (name.equals("content.xml") && zip.getEntry("mimetype") != null) {
          throw new IllegalArgumentException(
              "file ("
                  + path
                  + ") is a spreadsheet or document (.ods, .odt); save its sheet as CSV (UTF-8) and"
                  + " name that file");
        }
        if (isHidden(name)) {
          continue;
        }
        if (PASSED_OVER.contains(extension(name)) || entry.getSize() == 0) {
          passedOver.add(name);
        } else {
          String shown = path + "!" + name;
          try {
            InputFile.Opener opener = opener(shown, () -> zip.getInputStream(entry));
            files.add(new InputFile(name, shown, entry.getSize(), opener, charset, progress));
          } catch (IllegalArgumentException e) {
            passedOver.add(name);
            reasons.add(String.valueOf(e.getMessage()));
          }
        }
      }
      return sorted(files, passedOver, reasons, zip, "file (" + path + ") is a zip and");
    } catch (RuntimeException | IOException e) {
      zip.close();
      throw e;
    }
  }

  private static Inputs sorted(
      List<InputFile> files,
      List<String> passedOver,
      List<String> reasons,
      @Nullable ZipFile zip,
      String what) {
    if (files.isEmpty()) {
      String why =
          passedOver.isEmpty()
              ? "; name a file, or the folder where the files are"
              : "; passed over: " + passedOver.get(0);
      throw new IllegalArgumentException(
          what
              + " holds no file that can be read"
              + (reasons.isEmpty() ? why : ": " + reasons.get(0)));
    }
    files.sort(Comparator.comparing(InputFile::name));
    return new Inputs(List.copyOf(files), List.copyOf(passedOver), zip);
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".")
        || name.contains("/.")
        || name.startsWith("__MACOSX/")
        || name.endsWith("Thumbs.db");
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static InputFile file(
      Path path, String name, String shown, Optional<Charset> charset, Progress progress)
      throws IOException {
    InputFile.Opener opener = opener(shown, () -> Files.newInputStream(path));
    return new InputFile(name, shown, Files.size(path), opener, charset, progress);
  }

  /** What gzip has packed is unpacked as it is read; what is no text is refused. */
  private static InputFile.Opener opener(String shown, InputFile.Opener opener) throws IOException {
    boolean isPacked;
    try (InputStream bytes = opener.open()) {
      isPacked = new String(bytes.readNBytes(2), StandardCharsets.ISO_8859_1).equals(GZIP);
    }
    InputFile.Opener plain =
        () ->
            new NamedStream(
                isPacked
                    ? new GZIPInputStream(new BufferedInputStream(opener.open()), 1 << 16)
                    : opener.open(),
                shown);
    try (InputStream bytes = plain.open()) {
      Optional<String> binary = FileKind.binary(bytes);
      if (binary.isPresent()) {
        throw new IllegalArgumentException("file (" + shown + ") " + binary.get());
      }
    } catch (ZipException | EOFException e) {
      throw new IllegalArgumentException(
          "file (" + shown + ") is packed by gzip and broken; get it again", e);
    }
    return plain;
  }

  private static String head(Path path) throws IOException {
    try (InputStream bytes = Files.newInputStream(path)) {
      return new String(bytes.readNBytes(4), StandardCharsets.ISO_8859_1);
    }
  }

  /** The files that may hold rows, by name. */
  List<InputFile> files() {
    return files;
  }

  /** What is no data: pictures, pages, empty files. */
  List<String> passedOver() {
    return passedOver;
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
