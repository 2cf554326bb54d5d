package dev.repartee.examples.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.model.Directory;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads customer-care conversations from Twitter, one JSON object a line: {@code session, company,
 * messages [id, role, user], final [id]}. The pattern for an export of nested objects:
 *
 * <ul>
 *   <li>each company is an organization of its own, found by a first pass;
 *   <li>customers are numbered within their session, so the account is session and number;
 *   <li>ids occur in several sessions and are unique within one only;
 *   <li>the last message has no time: an id tells its own (Snowflake), which is used for all.
 * </ul>
 */
final class TwitterCareAdapter extends FileReader {
  private static final long TWITTER_EPOCH = 1_288_834_974_657L;
  private static final int SEQUENCE_BITS = 22;

  private final Set<String> companies = new TreeSet<>();

  @Override
  void prepare(InputFile file) throws IOException {
    try (Reader text = file.open()) {
      forEachSession(file, text, session -> companies.add(required(session, "company").asText()));
    }
    if (companies.isEmpty()) {
      throw new IOException("file (" + file + ") is empty; it must have one session a line");
    }
  }

  @Override
  void read(InputFile file, Appender rows) throws IOException {
    try (Reader text = file.openWithProgress()) {
      forEachSession(file, text, session -> append(session, rows));
    }
  }

  private static void append(JsonNode session, Appender rows) {
    String id = required(session, "session").asText();
    String company = required(session, "company").asText();
    for (JsonNode message : required(session, "messages")) {
      boolean isCustomer = required(message, "role").asText().equals("customer");
      start(message, id, rows)
          .author(isCustomer ? id + "/" + required(message, "user").asText() : company);
      if (isCustomer) {
        rows.addressedTo(company);
      }
      rows.end();
    }
    start(required(session, "final"), id, rows).author(company).end();
  }

  private static Appender start(JsonNode message, String session, Appender rows) {
    long snowflake = Long.parseLong(required(message, "id").asText());
    return rows.id(snowflake)
        .conversation(session)
        .at((snowflake >> SEQUENCE_BITS) + TWITTER_EPOCH)
        .channel("twitter");
  }

  private static JsonNode required(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("a session does not have " + name);
    }
    return value;
  }

  private static void forEachSession(InputFile file, Reader text, Consumer<JsonNode> action)
      throws IOException {
    long number = 0;
    try (MappingIterator<JsonNode> sessions =
        new ObjectMapper().readerFor(JsonNode.class).readValues(text)) {
      while (sessions.hasNextValue()) {
        number++;
        action.accept(sessions.nextValue());
      }
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String what =
          e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
      throw new IOException(
          "file (" + file + ") does not fit --format, session " + (number + 1) + ": " + what, e);
    }
  }

  @Override
  public Optional<Directory> directory(Optional<String> organization) {
    Directory.Builder directory = Directory.builder();
    for (String company : companies) {
      directory.organization(company, members -> members.brand(company, "Care"));
    }
    return Optional.of(directory.build());
  }

  @Override
  public IdScope idScope() {
    return IdScope.CONVERSATION;
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  @Override
  public String format() {
    return "twitter-care";
  }

  @Override
  public List<String> notes() {
    return List.of("format twitter-care: times come from the ids; ids are unique within a session");
  }
}
