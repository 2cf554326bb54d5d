package dev.repartee.examples.quickstart;

import dev.repartee.change.Watch;
import dev.repartee.examples.quickstart.NightlyWatch.Changed;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Writes for people what a watch says tonight. */
record WatchSection(NightlyWatch tonight) {
  private static final int SHOWN = 3;

  /** The section, in lines of at most 80 characters. */
  String text() {
    TextPage page = new TextPage();
    page.heading("WATCH", tonight.subject().promise());
    page.wrap("", says());
    page.wrap("", days());
    page.wrap("", added());
    if (!tonight.late().isEmpty()) {
      page.wrap(
          "",
          "Of these "
              + some(tonight.late())
              + (tonight.late().size() == 1 ? " comes" : " come")
              + " late: they belong before days that were there already, and may move an alarm.");
    }
    if (!tonight.changed().isEmpty()) {
      page.wrap("", changed());
    }
    return page.text();
  }

  /** What it says, in one sentence. */
  String says() {
    Watch watch = tonight.watch();
    return switch (watch.state()) {
      case ALARM ->
          "ALARM since "
              + watch.alarmSince().orElseThrow()
              + ": so many are not as promised that it does not pass for chance. It stays; when the"
              + " cause is mended, move "
              + tonight.file()
              + " away, and a watch begins anew.";
      case QUIET ->
          "QUIET: what speaks against the promise may be chance (evidence "
              + NumberText.decimal(watch.evidence())
              + ", alarm at "
              + NumberText.decimal(1 / watch.alpha())
              + ").";
      case NO_DATA ->
          "NO_DATA: "
              + TextPage.count(watch.daysNeeded(), "more day")
              + " with exchanges "
              + (watch.daysNeeded() == 1 ? "is" : "are")
              + " needed to know what chance does.";
    };
  }

  private String days() {
    Watch watch = tonight.watch();
    return watch.days() == 0
        ? "No day is settled yet."
        : TextPage.count(watch.days(), "day")
            + ", "
            + watch.byDay().firstKey()
            + " to "
            + watch.byDay().lastKey()
            + ": "
            + NumberText.count(watch.met())
            + " of "
            + NumberText.count(watch.all())
            + " as promised, "
            + NumberText.share(watch.share())
            + ".";
  }

  private String added() {
    List<LocalDate> added = tonight.added();
    String kept = tonight.file() + (tonight.isNew() ? ", which is new" : "");
    if (!tonight.isFed()) {
      return "Nothing was added to " + tonight.file() + ": the numbers of this run are wrong.";
    }
    return added.isEmpty()
        ? "No day was added to " + kept + "."
        : TextPage.count(added.size(), "day")
            + (added.size() == 1 ? " was" : " were")
            + " added to "
            + kept
            + ": "
            + added.get(0)
            + (added.size() == 1 ? "" : " to " + added.get(added.size() - 1))
            + ".";
  }

  private static String some(List<LocalDate> days) {
    return days.stream().limit(SHOWN).map(LocalDate::toString).collect(Collectors.joining(", "))
        + more(days.size());
  }

  private static String more(int size) {
    return size > SHOWN ? " and " + NumberText.count(size - SHOWN) + " more" : "";
  }

  private String changed() {
    List<Changed> changed = tonight.changed();
    return TextPage.count(changed.size(), "day")
        + (changed.size() == 1 ? " has" : " have")
        + " other counts now than when added: "
        + changed.stream()
            .limit(SHOWN)
            .map(one -> one.day() + " " + counts(one.kept()) + ", now " + counts(one.now()))
            .collect(Collectors.joining("; "))
        + more(changed.size())
        + ". What was added stays. To count them anew, move "
        + tonight.file()
        + " away: the next run begins with all days of the data.";
  }

  private static String counts(Proportion share) {
    return share.successes() + " of " + share.trials();
  }
}
