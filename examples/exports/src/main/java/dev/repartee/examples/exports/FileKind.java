package dev.repartee.examples.exports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is, by its first bytes; its name only decides where they do not. */
enum FileKind {
  /** JSON: an array, an object, or an object a line. */
  JSON,
  /** Mails, one after the other. */
  MBOX,
  /** Elements. */
  XML,
  /** A chat as people read it, a message a line. */
  LINES,
  /** A header and rows. */
  CSV;

  private static final int LOOKED_AT = 4_096;
  private static final Optional<String> NONE = Optional.empty();
  private static final Optional<String> RUBBISH =
      Optional.of("is no text, but a format of some program; export the data as CSV or JSON");
  private static final Pattern MBOX_LINE =
      Pattern.compile("From \\S+.*\\d{1,2}:\\d\\d(:\\d\\d)?.*\\d{4}.*");
  private static final Pattern SCRIPT =
      Pattern.compile("window\\.[\\w.]+\\s*=\\s*[\\[{].*", Pattern.DOTALL);

  /** {@code [31.12.23, 18:05:07] Ann: …} or {@code 12/31/23, 6:05 PM - Ann: …}. */
  private static final Pattern CHAT_LINE =
      Pattern.compile(
          "[\u200e\u200f]?\\[?\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4},? .{0,20}\\d{1,2}[:.]\\d\\d.{0,12}(\\]| -) .*");

  /**
   * Returns what a file is.
   *
   * @throws IOException if it cannot be read, or is something that has to be turned into text first
   */
  static FileKind of(InputFile file) throws IOException {
    try (BufferedReader text = file.open()) {
      char[] head = new char[LOOKED_AT];
      int length = Math.max(0, text.read(head));
      String start = new String(head, 0, length).stripLeading();
      if (start.startsWith("{") || start.startsWith("[{") || isArray(start)) {
        return JSON;
      }
      if (SCRIPT.matcher(start).matches()) {
        return JSON;
      }
      String line = start.lines().findFirst().orElse("");
      if (MBOX_LINE.matcher(line).matches()) {
        return MBOX;
      }
      if (start.startsWith("<?xml")
          || start.startsWith("<rss")
          || start.startsWith("<posts")
          || start.startsWith("<comments")) {
        return XML;
      }
      if (start.lines().limit(3).anyMatch(each -> CHAT_LINE.matcher(each).matches())) {
        return LINES;
      }
      return isNamedJson(file) ? JSON : CSV;
    }
  }

  private static boolean isArray(String start) {
    return start.startsWith("[")
        && !CHAT_LINE.matcher(start.lines().findFirst().orElse("")).matches();
  }

  private static boolean isNamedJson(InputFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json");
  }

  /** What a file is that is no text, with what to do; empty where it may be text. */
  static Optional<String> binary(InputStream bytes) throws IOException {
    byte[] head = bytes.readNBytes(LOOKED_AT);
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return known(start).or(() -> page(start)).or(() -> isRubbish(head) ? RUBBISH : NONE);
  }

  private static Optional<String> known(String start) {
    if (start.startsWith("%PDF")) {
      return Optional.of("is a PDF; export the data behind it as CSV or JSON");
    }
    if (start.startsWith("SQLite format 3")) {
      return Optional.of("is an SQLite database; write its table of messages to a CSV file");
    }
    if (start.startsWith("PAR1")) {
      return Optional.of("is a Parquet file; write it to a CSV file first, as with DuckDB");
    }
    if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      return Optional.of("is an old spreadsheet or document (.xls, .doc); save it as CSV (UTF-8)");
    }
    if (start.startsWith("PK\u0003\u0004")) {
      return Optional.of(
          start.startsWith("[Content_Types].xml", 30)
              ? "is a spreadsheet or document (.xlsx, .docx); save its sheet as CSV (UTF-8)"
              : "is a zip inside of the export; unpack it and name what comes out");
    }
    if (start.startsWith("PK\u0005\u0006")) {
      return Optional.of("is a zip that holds no file");
    }
    if (start.startsWith("\u001F\u008B")) {
      return Optional.of("is packed by gzip twice; unpack it once");
    }
    if (start.startsWith("7z\u00BC\u00AF")
        || start.startsWith("\u00FD7zXZ")
        || start.startsWith("BZh")
        || start.startsWith("Rar!")
        || start.startsWith("(\u00B5/\u00FD")) {
      return Optional.of("is packed by a program that is not known here; unpack it first");
    }
    if (start.length() > 262 && start.startsWith("ustar", 257)) {
      return Optional.of("is a tar archive; unpack it first, as with tar -xf, and name the folder");
    }
    if (start.startsWith("\u0089PNG")
        || start.startsWith("\u00FF\u00D8\u00FF")
        || start.startsWith("GIF8")) {
      return Optional.of("is a picture");
    }
    return NONE;
  }

  private static Optional<String> page(String start) {
    String text = start.stripLeading().toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
      return Optional.of(
          "is a web page, as one that asks to sign in; export the data as CSV or JSON");
    }
    return text.startsWith("{\\rtf")
        ? Optional.of("is a document (.rtf); export the data as CSV or JSON")
        : NONE;
  }

  /**
   * Whether bytes are those of a program or of a format of its own: text has next to no control
   * characters, and a stray NUL now and then.
   */
  private static boolean isRubbish(byte[] head) {
    if (!CharsetGuess.of(head).equals(StandardCharsets.UTF_8)) {
      return false;
    }
    int nuls = 0;
    int controls = 0;
    for (byte each : head) {
      nuls += each == 0 ? 1 : 0;
      controls += each > 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r' ? 1 : 0;
    }
    return head.length > 16 && (nuls * 4 > head.length || controls * 20 > head.length);
  }
}
