package dev.repartee.log;

import dev.repartee.measure.Counts;
import dev.repartee.measure.Counts.CountSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Shows how the rows of a log hang together, for tests to compare with what they expect. */
final class Shape {
  private Shape() {}

  /** Each conversation as its messages in order, a reply as {@code id>parent}. */
  static List<String> of(EngagementLog log) {
    Columns columns = columns(log);
    List<String> conversations = new ArrayList<>();
    for (int c = 0; c < columns.conversations(); c++) {
      StringJoiner messages = new StringJoiner(" ");
      for (int row = columns.starts[c]; row < columns.starts[c + 1]; row++) {
        int parent = columns.parent[row];
        messages.add(
            columns.id(row).orElseThrow()
                + (parent < 0 ? "" : ">" + columns.id(parent).orElseThrow()));
      }
      conversations.add(messages.toString());
    }
    return conversations;
  }

  /** The organization each message concerns, by id: {@code p1:Acme}. */
  static List<String> organizations(EngagementLog log) {
    Columns columns = columns(log);
    List<String> result = new ArrayList<>();
    for (int row = 0; row < columns.messages; row++) {
      int code = columns.organization[row];
      result.add(
          columns.id(row).orElseThrow()
              + ":"
              + (code < 0 ? "-" : columns.directory.organizations().get(code)));
    }
    return result;
  }

  /** How many messages a view shows. */
  static long messages(EngagementLog log) {
    CountSummary all = log.measure(Counts.ofMessages("all", row -> true));
    return all.messages();
  }

  static Columns columns(EngagementLog log) {
    return log.columns();
  }
}
