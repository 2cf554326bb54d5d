package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.repartee.response.Backlog;
import dev.repartee.response.BacklogSummary;
import dev.repartee.response.BacklogSummary.Waiting;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who waits for an answer now. */
final class WaitingNow {
  private static final int MOST = 1_000;
  private static final int WIDTH = 24;

  private final BacklogSummary backlog;
  private final MeasureOptions options;

  WaitingNow(Loaded loaded, MeasureOptions options) {
    Backlog all =
        Backlog.standard().answers(options.rule(loaded.organizations().size())).showing(MOST);
    all = options.target == null ? all : all.withTarget(options.target);
    all = options.hours == null ? all : all.during(options.hours);
    this.backlog = loaded.log().measure(all);
    this.options = options;
  }

  String text() {
    TextPage page = new TextPage();
    ZoneId zone = options.calendarZone();
    String name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    page.heading("WAITING", "as of " + time(backlog.origin().asOf(), zone) + " " + name);
    if (backlog.waiting() == 0) {
      page.wrap("", "Nobody waits for an answer.");
      return page.text();
    }
    boolean isPromised = options.target != null;
    TextTable table =
        isPromised
            ? TextTable.of("person", "message", "since", "for", "overdue by")
            : TextTable.of("person", "message", "since", "for");
    for (Waiting one : backlog.longest()) {
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  brief(one.person()),
                  brief(one.message()),
                  time(one.since(), zone),
                  DurationText.of(one.waited())));
      if (isPromised) {
        cells.add(one.overdueBy().map(DurationText::of).orElse("in time"));
      }
      table.row(cells.toArray());
    }
    page.table(table);
    long more = backlog.waiting() - backlog.longest().size();
    if (more > 0) {
      page.wrap("", "… and " + NumberText.count(more) + " more, who wait for less long.");
    }
    page.wrap("", NumberText.count(backlog.waiting()) + " wait" + overdue() + ".");
    return page.text();
  }

  private String overdue() {
    return options.target == null
        ? ""
        : ", " + NumberText.count(backlog.overdue()) + " of them overdue";
  }

  String json() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("report", "waiting");
    map.put("version", JsonReport.VERSION);
    map.put("asOf", backlog.origin().asOf().toString());
    map.put("waiting", backlog.waiting());
    if (options.target != null) {
      map.put("overdue", backlog.overdue());
    }
    map.put("longest", backlog.longest().stream().map(WaitingNow::map).toList());
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(map)
        + "\n";
  }

  private static Map<String, Object> map(Waiting one) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("message", one.message());
    map.put("conversation", one.conversation());
    map.put("person", one.person());
    map.put("organization", one.organization());
    map.put("since", one.since().toString());
    map.put("waitedMillis", one.waited().toMillis());
    one.due().map(Instant::toString).ifPresent(due -> map.put("due", due));
    one.overdueBy().map(Duration::toMillis).ifPresent(by -> map.put("overdueByMillis", by));
    return map;
  }

  private static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).format(at.atZone(zone));
  }

  private static String brief(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > WIDTH ? clean.substring(0, WIDTH - 1) + "…" : clean;
  }
}
