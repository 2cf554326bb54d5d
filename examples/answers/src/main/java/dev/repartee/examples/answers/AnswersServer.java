package dev.repartee.examples.answers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Supplier;

/** Serves the answers of a controller as JSON, by the server of the JDK and plain Jackson. */
public final class AnswersServer implements AutoCloseable {
  private final HttpServer server;
  private final ObjectMapper json = new ObjectMapper();

  /** Serves on the loopback interface; port 0 takes any that is free. */
  public AnswersServer(AnswersController controller, int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    serve("/answers", controller::answers);
    serve("/waiting", controller::waiting);
    serve("/unheard", controller::unheard);
    server.start();
  }

  private void serve(String path, Supplier<Map<String, Object>> answer) {
    server.createContext(path, exchange -> write(exchange, answer));
  }

  private void write(HttpExchange exchange, Supplier<Map<String, Object>> answer)
      throws IOException {
    byte[] bytes = json.writeValueAsBytes(answer.get());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
