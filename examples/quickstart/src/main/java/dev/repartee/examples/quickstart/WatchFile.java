package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.repartee.change.Watch;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A watch in a file, kept from night to night: one JSON object that says what is watched, and the
 * bytes of the watch.
 *
 * @param subject what is watched
 * @param watch its days
 */
record WatchFile(WatchSubject subject, Watch watch) {
  private static final String FORMAT = "repartee watch";
  private static final int VERSION = 1;

  /** No watch of some thousand years is as large: what is, is something else. */
  private static final long MOST_BYTES = 1 << 25;

  /**
   * Returns what a file keeps, or empty where there is none yet.
   *
   * @throws IllegalArgumentException if it keeps no watch
   */
  static Optional<WatchFile> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (Files.size(file) > MOST_BYTES) {
      throw noWatch(file, "it is too large");
    }
    JsonNode object = json(file);
    if (!FORMAT.equals(text(object, "format"))) {
      throw noWatch(file, "it does not say that it is one");
    }
    if (object.path("version").asInt() != VERSION) {
      throw noWatch(file, "it is of version " + object.path("version") + ", not " + VERSION);
    }
    WatchSubject subject =
        new WatchSubject(
            text(object, "promise"),
            text(object, "measure"),
            text(object, "organization"),
            text(object, "only"),
            text(object, "zone"));
    return Optional.of(new WatchFile(subject, watch(file, text(object, "watch"))));
  }

  private static JsonNode json(Path file) throws IOException {
    try {
      return new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw noWatch(file, "it is no JSON");
    }
  }

  private static Watch watch(Path file, String text) {
    try {
      return Watch.fromBytes(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw noWatch(file, String.valueOf(e.getMessage()));
    }
  }

  private static IllegalArgumentException noWatch(Path file, String why) {
    return new IllegalArgumentException(
        "--watch ("
            + file
            + ") keeps no watch: "
            + why
            + "; name a file that --watch wrote, or one that does not exist, to begin anew");
  }

  private static String text(JsonNode object, String name) {
    return object.path(name).asText("");
  }

  /** Puts it in the place of a file at one stroke: after a crash that is the old one or the new. */
  void write(Path file) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    object.put("version", VERSION);
    object.putAll(subject.texts());
    object.put("watch", Base64.getEncoder().encodeToString(watch.toBytes()));
    String text =
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(object);
    try {
      replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), text + "\n");
    } catch (FileSystemException e) {
      throw new IOException(
          "--watch (" + file + ") cannot be written, and is as it was: " + e.getMessage(), e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    Path draft =
        file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
