package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What one command line did.
 *
 * @param exitCode how it ended
 * @param out what it printed
 * @param err what it complained of
 */
record CommandLineRun(int exitCode, String out, String err) {
  static CommandLineRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Quickstart.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }

  JsonNode json() throws JsonProcessingException {
    return new ObjectMapper().readTree(out);
  }
}
