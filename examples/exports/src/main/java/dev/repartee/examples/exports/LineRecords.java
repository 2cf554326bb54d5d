package dev.repartee.examples.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Reads a chat as people read it: a record begins with a line that looks like a beginning and goes
 * on to the next such line; {@code line} is its number, {@code text} all of it.
 */
final class LineRecords {
  private LineRecords() {}

  static void read(InputFile file, Pattern begins, RecordSink sink) throws IOException {
    ObjectNode around = JsonRecords.object();
    long number = 0;
    long begun = 0;
    StringBuilder record = new StringBuilder();
    try (BufferedReader text = file.openWithProgress()) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        number++;
        // Chats from right-to-left keyboards begin with a mark that nobody sees.
        String clean = line.replaceAll("[\u200e\u200f\u202a-\u202e]", "").replace('\u202f', ' ');
        if (begins.matcher(clean).lookingAt()) {
          if (begun > 0) {
            sink.record(record(begun, record), around);
          }
          begun = number;
          record.setLength(0);
          record.append(clean);
        } else if (begun > 0) {
          record.append('\n').append(clean);
        } else if (!clean.isBlank()) {
          sink.unreadable();
        }
      }
    }
    if (begun > 0) {
      sink.record(record(begun, record), around);
    }
  }

  private static ObjectNode record(long line, StringBuilder text) {
    return JsonRecords.object().put("line", line).put("text", text.toString());
  }
}
