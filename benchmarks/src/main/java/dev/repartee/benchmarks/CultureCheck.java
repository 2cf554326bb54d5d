package dev.repartee.benchmarks;

import dev.repartee.apath.APathSummary;
import dev.repartee.breadth.Breadth;
import dev.repartee.consistency.AudienceInterest;
import dev.repartee.consistency.Consistency;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.model.Directory;
import dev.repartee.openness.Openness;
import dev.repartee.openness.Recovery;
import dev.repartee.participation.Participation;
import dev.repartee.promise.Promise;
import dev.repartee.promise.Promises;
import dev.repartee.scorecard.BeforeAfter;
import dev.repartee.scorecard.Scorecards;
import dev.repartee.text.TextTable;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How long the measures of culture take on a log of many rows, each as a result that can be
 * printed, on one thread.
 *
 * <pre>
 * mvn -q -pl benchmarks -am -DskipTests package
 * java -Xmx8g -cp benchmarks/target/benchmarks.jar dev.repartee.benchmarks.CultureCheck 10000000
 * </pre>
 */
public final class CultureCheck {
  private static final int USUAL = 10_000_000;
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDate SPRING = LocalDate.of(2024, 2, 5);
  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintStream out;
  private final TextTable table = TextTable.of("", "first, s", "again, s");

  private double firsts;
  private double seconds;

  private CultureCheck(PrintStream out) {
    this.out = out;
  }

  /**
   * Checks and prints.
   *
   * @param args how many rows, 10,000,000 where nothing is said
   */
  public static void main(String... args) {
    new CultureCheck(System.out).run(args.length > 0 ? Integer.parseInt(args[0]) : USUAL);
  }

  private void run(int rows) {
    EngagementLog log = GeneratedRows.of(rows, false, 17).labelled(2);
    Consistency consistency = Consistency.standard().withZone(ZONE);
    Participation participation = Participation.of(log.directory()).withZone(ZONE);
    AudienceInterest interest = AudienceInterest.standard().withZone(ZONE);
    Promises promises = promises(log.directory());
    Measure<Breakdown<Results>> cards = Scorecards.conversations();
    Measure<Breakdown<APathSummary>> cardsOfPersons = Scorecards.persons();

    // The walks that answer everything come first, as cold as a user meets them. Openness is among
    // what the cards of an organization rest on.
    Results[] found = new Results[2];
    time(
        "one walk over conversations",
        () ->
            found[0] =
                log.measure(
                    Measures.of(consistency, participation, promises, Breadth.standard(), cards)));
    time(
        "one walk over persons",
        () -> found[1] = log.measure(Measures.of(interest, Recovery.standard(), cardsOfPersons)));
    time(
        "openness and scorecards of both",
        () ->
            found[0].get(cards).get("Acme").get(Openness.standard()).toString()
                + Scorecards.of(found[0].get(cards), found[1].get(cardsOfPersons)).ranking());
    time("before and after", () -> beforeAndAfter(log));
    sum("all of culture");

    time("consistency", () -> log.measure(consistency));
    time("interest", () -> log.measure(interest));
    time("participation", () -> log.measure(participation));
    time("openness", () -> log.measure(Openness.standard()));
    time("recovery", () -> log.measure(Recovery.standard()));
    time("promises", () -> log.measure(promises));
    time("breadth", () -> log.measure(Breadth.standard()));
    time("scorecards, ranked", () -> Scorecards.of(log).ranking());
    time("before and after", () -> beforeAndAfter(log));
    sum("each by itself");
    out.printf(Locale.ROOT, "%,d rows, one thread%n%s%n", rows, table);
  }

  private static Promises promises(Directory directory) {
    return Promises.of(
        Promise.atLeast(0.9).answeredWithin(Duration.ofHours(1)).on(Dimension.CHANNEL, "channel-1"),
        Promise.atLeast(0.5).messagesToAudience(),
        Promise.everyDepartmentSpeaks(directory));
  }

  private static BeforeAfter beforeAndAfter(EngagementLog log) {
    return BeforeAfter.of(log, "Acme")
        .before(SPRING)
        .after(SPRING.plusWeeks(20))
        .weeks(8)
        .followedFor(Duration.ofDays(14))
        .measure();
  }

  private void time(String name, Supplier<Object> work) {
    double first = once(work);
    double again = once(work);
    firsts += first;
    seconds += again;
    table.row(name, text(first), text(again));
  }

  private void sum(String name) {
    table.row(name, text(firsts), text(seconds));
    table.row("", "", "");
    firsts = 0;
    seconds = 0;
  }

  private static double once(Supplier<Object> work) {
    long start = System.nanoTime();
    int length = work.get().toString().length();
    double time = (System.nanoTime() - start) / NANOS_PER_SECOND;
    return length > 0 ? time : Double.NaN;
  }

  private static String text(double time) {
    return String.format(Locale.ROOT, "%.2f", time);
  }
}
