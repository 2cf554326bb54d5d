package dev.repartee.examples.exports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * Reads the mails of an mbox: their headers by names in lower case ({@code subject}, {@code
 * in-reply-to}), {@code references} as an array of ids, {@code message-id} without its angle
 * brackets, {@code from} as an address and {@code name}. Bodies are passed over.
 *
 * <p>A mail begins with a line {@code From …} that ends in a date, behind an empty line or at the
 * beginning: Pipermail writes {@code ann at example.org} there, and bodies have lines that begin
 * with "From" too. Headers are read by mime4j; the cutting is done here, because its iterator wants
 * a file on the disk and holds every mail with all that is attached.
 */
final class MboxRecords {
  private static final Pattern FROM_LINE =
      Pattern.compile("From .*\\b\\d{1,2}:\\d\\d(:\\d\\d)?\\b.*\\d{4}.*");

  private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>\\s]+)>");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\",;:]+@[^\\s<>()\",;:]+");
  private static final Pattern AT =
      Pattern.compile("([^\\s<>()\",;:]+) (?:at|AT) ([^\\s<>()\",;:]+)");
  private static final Pattern COMMENT = Pattern.compile("\\(([^()]*)\\)");
  private static final int MOST_HEADER = 1 << 20;

  private static final MimeConfig CONFIG =
      MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderLen(-1).setMaxHeaderCount(-1).build();

  private final RecordSink sink;
  private final ObjectNode around = JsonRecords.object();
  private final ByteArrayOutputStream header = new ByteArrayOutputStream();

  private MboxRecords(RecordSink sink) {
    this.sink = sink;
  }

  static void read(InputFile file, RecordSink sink) throws IOException {
    try (InputStream bytes = new BufferedInputStream(file.bytesWithProgress(), 1 << 16)) {
      new MboxRecords(sink).mails(bytes);
    }
  }

  private void mails(InputStream bytes) throws IOException {
    boolean isInMail = false;
    boolean isInHeader = false;
    boolean isBehindEmptyLine = true;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (readLine(bytes, line)) {
      byte[] text = line.toByteArray();
      boolean isEmpty = text.length == 0 || (text.length == 1 && text[0] == '\r');
      if (isBehindEmptyLine && isFromLine(text)) {
        if (isInMail) {
          end();
        }
        isInMail = true;
        isInHeader = true;
      } else if (isInHeader && isEmpty) {
        isInHeader = false;
      } else if (isInHeader && header.size() < MOST_HEADER) {
        header.write(text, 0, text.length);
        header.write('\n');
      }
      isBehindEmptyLine = isEmpty;
    }
    if (isInMail) {
      end();
    }
  }

  private static boolean isFromLine(byte[] line) {
    return line.length > 5
        && line[0] == 'F'
        && line[1] == 'r'
        && line[4] == ' '
        && FROM_LINE.matcher(new String(line, StandardCharsets.ISO_8859_1).strip()).matches();
  }

  private static boolean readLine(InputStream bytes, ByteArrayOutputStream line)
      throws IOException {
    line.reset();
    int c = bytes.read();
    if (c < 0) {
      return false;
    }
    while (c >= 0 && c != '\n') {
      if (line.size() < MOST_HEADER) {
        line.write(c);
      }
      c = bytes.read();
    }
    return true;
  }

  private void end() throws IOException {
    ObjectNode mail = JsonRecords.object();
    header.write('\n');
    MimeStreamParser parser = new MimeStreamParser(CONFIG);
    parser.setContentHandler(
        new AbstractContentHandler() {
          @Override
          public void field(Field field) {
            put(mail, field);
          }
        });
    try {
      parser.parse(new ByteArrayInputStream(header.toByteArray()));
    } catch (MimeException e) {
      header.reset();
      sink.unreadable();
      return;
    }
    header.reset();
    sink.record(mail, around);
  }

  private static void put(ObjectNode mail, Field field) {
    String name = field.getName().toLowerCase(Locale.ROOT);
    String body = DecoderUtil.decodeEncodedWords(text(field), DecodeMonitor.SILENT).strip();
    switch (name) {
      case "from" -> {
        mail.put("from", address(body));
        mail.put("name", name(body));
      }
      case "message-id" -> mail.put(name, inBrackets(body));
      case "in-reply-to", "references" -> {
        ArrayNode ids = mail.putArray(name);
        Matcher found = IN_BRACKETS.matcher(body);
        while (found.find()) {
          ids.add(found.group(1));
        }
      }
      default -> mail.put(name, body);
    }
  }

  /** The value of a header on one line; old mails have letters beyond ASCII, mostly of UTF-8. */
  private static String text(Field field) {
    byte[] raw = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
    String text = new String(raw, StandardCharsets.UTF_8);
    int colon = text.indexOf(':');
    return (colon < 0 || raw.length == 0 ? field.getBody() : text.substring(colon + 1))
        .replaceAll("\r?\n[ \t]+", " ")
        .strip();
  }

  private static String inBrackets(String text) {
    Matcher found = IN_BRACKETS.matcher(text);
    return found.find() ? found.group(1) : text;
  }

  /** {@code ann@example.org} of {@code Ann <Ann@example.org>} and of Pipermail's own way. */
  private static String address(String from) {
    Matcher found = ADDRESS.matcher(inBrackets(from).contains("@") ? inBrackets(from) : from);
    if (found.find()) {
      return found.group().toLowerCase(Locale.ROOT);
    }
    Matcher hidden = AT.matcher(from);
    return hidden.find()
        ? (hidden.group(1) + "@" + hidden.group(2)).toLowerCase(Locale.ROOT)
        : from;
  }

  private static String name(String from) {
    int bracket = from.indexOf('<');
    if (bracket > 0) {
      return from.substring(0, bracket).strip().replaceAll("^\"|\"$", "");
    }
    Matcher comment = COMMENT.matcher(from);
    return comment.find() ? comment.group(1) : from;
  }
}
