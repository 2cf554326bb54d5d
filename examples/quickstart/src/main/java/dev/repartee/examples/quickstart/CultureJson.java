package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.repartee.promise.PromiseSummary.Result;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page about the culture for programs, as one JSON object. */
record CultureJson(
    Loaded loaded,
    Culture culture,
    Optional<Comparison> comparison,
    Optional<NightlyWatch> watched) {
  String text() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("report", "culture");
    map.put("version", JsonReport.VERSION);
    map.put("source", loaded.source());
    map.put("synthetic", loaded.isSample());
    map.put("organization", culture.organization());
    map.put("reliable", loaded.isReliable());
    map.put("inShort", culture.inShort());
    map.put(
        "promises",
        culture
            .promises()
            .map(all -> all.results().stream().map(CultureJson::promise).toList())
            .orElse(List.of()));
    watched.ifPresent(tonight -> map.put("watch", tonight.toMap()));
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    if (comparison.isPresent()) {
      map.put("comparison", compared(json, comparison.get()));
    }
    map.putAll(culture.facts().toMap());
    return json.writeValueAsString(map);
  }

  private static JsonNode compared(ObjectMapper json, Comparison found) throws IOException {
    try (TokenBuffer buffer = new TokenBuffer(json, false)) {
      buffer.writeStartObject();
      found.write(buffer);
      buffer.writeEndObject();
      return json.readTree(buffer.asParser());
    }
  }

  private static Map<String, Object> promise(Result result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("promise", result.promise().toString());
    map.put("verdict", result.verdict().name());
    map.put("met", result.met());
    map.put("all", result.all());
    return map;
  }
}
