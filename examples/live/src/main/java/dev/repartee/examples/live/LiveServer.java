package dev.repartee.examples.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.repartee.examples.answers.FactGauges;
import dev.repartee.live.LiveLog;
import dev.repartee.live.WaitingNow;
import dev.repartee.measure.Measure;
import dev.repartee.response.BacklogSummary.Waiting;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Serves a live log, by the server of the JDK: {@code /waiting}, {@code /facts}, {@code /metrics}
 * and a page that refreshes itself. Many requests at a time; none waits for the writer.
 */
final class LiveServer implements AutoCloseable {
  private static final int SHOWN = 20;

  private final LiveLog live;
  private final Measure<?> measure;
  private final Supplier<Instant> clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final ObjectMapper json = new ObjectMapper();
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final FactGauges gauges = new FactGauges(registry);

  /** What is answered to a path. */
  private interface Answer {
    byte[] bytes() throws IOException;
  }

  /** Serves on the loopback interface; port 0 takes any that is free. */
  LiveServer(LiveLog live, Measure<?> measure, Supplier<Instant> clock, int port)
      throws IOException {
    this.live = live;
    this.measure = measure;
    this.clock = clock;
    registry.gauge("repartee.live.offered", live, LiveLog::offered);
    registry.gauge("repartee.live.late", live, LiveLog::late);
    registry.gauge("repartee.live.open", live, LiveLog::open);
    registry.gauge("repartee.live.waiting", live, log -> (double) log.waiting(clock.get()).count());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    serve("/waiting", "application/json", () -> json.writeValueAsBytes(waiting()));
    serve("/facts", "application/json", () -> json.writeValueAsBytes(facts()));
    serve("/metrics", "text/plain", () -> metrics().getBytes(StandardCharsets.UTF_8));
    serve("/", "text/html; charset=utf-8", () -> page().getBytes(StandardCharsets.UTF_8));
    server.start();
  }

  private void serve(String path, String type, Answer answer) {
    server.createContext(path, exchange -> write(exchange, type, answer));
  }

  private static void write(HttpExchange exchange, String type, Answer answer) throws IOException {
    byte[] bytes = answer.bytes();
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  private Map<String, Object> waiting() {
    WaitingNow now = live.waiting(clock.get());
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("as_of", now.now().toString());
    map.put("offered", live.offered());
    map.put("waiting", now.count());
    map.put("overdue", now.overdue());
    map.put("longest", named(now.longest(SHOWN)));
    map.put("due_next", named(now.dueNext(SHOWN)));
    return map;
  }

  private static List<Map<String, String>> named(List<Waiting> waiting) {
    return waiting.stream()
        .map(
            one ->
                Map.of(
                    "person", one.person(),
                    "message", one.message(),
                    "conversation", one.conversation(),
                    "since", one.since().toString(),
                    "due", one.due().map(Instant::toString).orElse("")))
        .toList();
  }

  private Map<String, Object> facts() {
    return live.measure(measure, clock.get()).toMap();
  }

  /** What Micrometer holds, one line each; a service with a registry of its own needs none. */
  private synchronized String metrics() {
    gauges.show(live.measure(measure, clock.get()).facts());
    return registry.getMeters().stream()
        .flatMap(
            meter ->
                StreamSupport.stream(meter.measure().spliterator(), false)
                    .map(value -> name(meter) + " " + value.getValue()))
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String name(Meter meter) {
    return meter.getId().getName()
        + meter.getId().getTags().stream()
            .map(tag -> tag.getKey() + "=\"" + tag.getValue() + '"')
            .collect(Collectors.joining(",", "{", "}"));
  }

  private String page() {
    Instant now = clock.get();
    return """
        <!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2">
        <title>Who waits</title><style>body{font:16px/1.5 system-ui;margin:2em}</style>
        <h1>Who waits</h1><pre>%s</pre><h2>How we are doing</h2><pre>%s</pre><pre>%s</pre>
        """
        .formatted(
            escaped(live.waiting(now).toString()),
            escaped(live.measure(measure, now).table()),
            escaped(live.toString()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Where it listens. */
  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
