package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What ECharts is told, and ECharts itself. */
final class Chart {
  static final String GOOD = "#2a7f62";
  static final String BAD = "#b3362b";
  static final String MAIN = "#2c5d8f";
  static final String PALE = "#a9c3dd";
  static final String OPEN = "#8a8578";

  /** What ECharts takes as nothing to draw. */
  static final String GAP = "-";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Chart() {}

  /** An object of names and values in turn, in this order. */
  static Map<String, Object> object(Object... pairs) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }

  /** An axis of names, the first on top, each cut where there is no room. */
  static Map<String, Object> names(List<String> names, int width) {
    return object(
        "type",
        "category",
        "inverse",
        true,
        "data",
        names.stream().map(Html::readable).toList(),
        "axisTick",
        object("show", false),
        "axisLabel",
        object("width", width, "overflow", "truncate", "interval", 0));
  }

  /** An axis of shares. */
  static Map<String, Object> shares() {
    return object(
        "type",
        "value",
        "min",
        0,
        "max",
        100,
        "interval",
        25,
        "axisLabel",
        object("formatter", "{value} %", "hideOverlap", true));
  }

  /** A share as ECharts is told: in percent. */
  static double percent(double share) {
    return Math.round(share * 1e4) / 1e2;
  }

  static String json(Map<String, Object> chart) {
    try {
      return JSON.writeValueAsString(chart);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code of ECharts. */
  static String library() {
    Properties jar = new Properties();
    try (InputStream in = stream("/META-INF/maven/org.webjars/echarts/pom.properties")) {
      jar.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return resource(
        "/META-INF/resources/webjars/echarts/" + jar.getProperty("version") + "/echarts.min.js");
  }

  /** A text that comes with the program. */
  static String resource(String name) {
    try (InputStream in = stream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(String name) {
    InputStream in = Chart.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("resource (" + name + ") is missing; build again");
    }
    return in;
  }
}
