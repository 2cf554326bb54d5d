package dev.repartee.examples.quickstart;

import dev.repartee.resolution.RatingSummary;
import dev.repartee.resolution.ResolutionSummary;
import dev.repartee.resolution.ResolutionSummary.Backlog;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;

/** Writes for people what becomes of what they ask. */
final class SettledSection {
  private static final Duration WEEK = Duration.ofDays(7);

  private final TextPage page;

  SettledSection(TextPage page) {
    this.page = page;
  }

  void write(Settled settled) {
    page.heading("SETTLED", "what becomes of it?");
    if (settled.first().isObserved()) {
      resolution(settled.first(), settled.lasting());
    }
    if (settled.ratings().isObserved()) {
      ratings(settled.ratings());
    }
  }

  private void resolution(ResolutionSummary first, ResolutionSummary lasting) {
    TextTable table = TextTable.of("", "");
    table.row("resolved so far", first.resolvedSoFar());
    table.row("median until resolved, all counted", first.median());
    table.row("until it lasts (7 d)", lasting.median());
    table.row("resolved within a week", first.within(WEEK));
    table.row("opened again within a week", first.reopenedWithin(WEEK));
    table.row("resolved without any answer", first.resolvedUnanswered());
    table.row("resolved by one contact", first.byOneContact());
    page.table(table);
    if (!first.backlog().isEmpty()) {
      page.line("");
      TextTable open = TextTable.of("not resolved, of", "open", "on hold", "unassigned");
      for (Backlog of : first.backlog()) {
        open.row(
            of.department().isEmpty() ? "(no department)" : of.department(),
            NumberText.count(of.open()),
            NumberText.count(of.onHold()),
            NumberText.count(of.unassigned()));
      }
      page.table(open);
    }
  }

  private void ratings(RatingSummary ratings) {
    page.line("");
    TextTable table = TextTable.of("", "");
    table.row("rated, of the answered", ratings.ratedShare());
    table.row("mean of the ratings", ratings.mean());
    table.row("goes together with the wait", ratings.association());
    page.table(table);
    page.wrap(
        "",
        "Who rates is not like who does not, and who waits long may differ in much else: an"
            + " association, no cause.");
  }
}
