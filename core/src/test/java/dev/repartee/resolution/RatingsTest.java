package dev.repartee.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ratings by hand and against a reference; times are hours after Monday, 09:00 UTC. */
class RatingsTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private static final Directory DIRECTORY =
      Directory.builder()
          .organization("Acme", a -> a.member("care", "Support").bot("bot", "Support"))
          .build();

  private static Instant at(double hours) {
    return START.plusMillis(Math.round(hours * 3_600_000));
  }

  private static Post asks(String id, String author, double hours) {
    return Post.of(id, author, at(hours)).channel(id.startsWith("m") ? "mail" : "chat");
  }

  private static Reply answers(String to, double hours) {
    return Reply.of(to + "a", "care", at(hours)).to(to);
  }

  private static Act rates(String on, @Nullable String author, double hours, int stars) {
    return Act.of(ActKind.RATE, author, at(hours)).on(on).rating(stars);
  }

  private static EngagementLog log(double asOf, Interaction... rows) {
    return EngagementLog.builder(DIRECTORY).asOf(at(asOf)).addAll(List.of(rows)).build();
  }

  /** Six answered: 5, 4 and 2 stars, one silent, one too late, one who still has time. */
  private static EngagementLog six() {
    return log(
        400,
        asks("m1", "ann", 0),
        answers("m1", 1),
        rates("m1", "ann", 5, 5),
        asks("m2", "bob", 0),
        answers("m2", 2),
        rates("m2", "bob", 5, 1),
        rates("m2", "bob", 6, 4),
        asks("c3", "carl", 0),
        answers("c3", 30),
        rates("c3", "carl", 31, 2),
        asks("c4", "dan", 0),
        answers("c4", 1),
        asks("c5", "eve", 0),
        answers("c5", 1),
        rates("c5", "eve", 170, 1),
        asks("c6", "fay", 300),
        answers("c6", 301),
        rates("c6", "fay", 302, 1),
        asks("c7", "gil", 0));
  }

  @Test
  void theSilentStandBesideThoseWhoRated() {
    RatingSummary summary = six().measure(Ratings.ofAnswered());
    assertEquals(
        List.of(3L, 2L, 1L, 1L),
        List.of(summary.rated(), summary.silent(), summary.stillInTime(), summary.unanswered()));
    assertEquals(5, summary.ratedShare().trials());
    assertEquals(3, summary.ratedShare().successes());
    assertEquals(11 / 3.0, summary.mean().value(), 1e-9);
    assertEquals(2, summary.atLeast(4).successes());
    assertEquals(3, summary.atLeast(2).successes());
    assertEquals(0, summary.atLeast(6).successes());
    assertEquals(3, summary.atLeast(4).trials());
    assertEquals(Map.of(2, 1L, 4, 1L, 5, 1L), summary.counts());
    // Six were watched from their answers on: rated after 1, 1, 3, 4 and 169 hours, one not.
    assertEquals(2 / 6.0, summary.ratedWithin(Duration.ofHours(1)).value(), 1e-9);
    assertEquals(4 / 6.0, summary.ratedWithin(Duration.ofHours(24)).value(), 1e-9);
    assertTrue(summary.association().value() < -0.9, () -> summary.association().toString());
    assertTrue(summary.toString().startsWith("ratings: mean 3.67, 3/5 rated\n"), summary::toString);
    Facts facts = summary.facts();
    assertEquals(
        List.of("3", "2", "1", "1", "0", "0", "7 d"),
        Talk.texts(
            facts,
            "rated",
            "silent",
            "still_in_time",
            "not_answered",
            "excluded",
            "ratings_without_say",
            "time_to_rate"));
    assertEquals(3, facts.get("rated_share").numerator().getAsLong());
    assertEquals(11 / 3.0, facts.get("rating_mean").value().getAsDouble(), 1e-9);
    assertEquals("1", facts.get("rated", "5").text());
    assertTrue(facts.find("rated", "3").isEmpty());
    assertEquals("0", six().measure(Ratings.ofResolved()).facts().get("excluded").text());
    assertEquals("7", six().measure(Ratings.ofResolved()).facts().get("not_resolved").text());
    Breakdown<RatingSummary> parts = six().measure(Ratings.ofAnswered().by(Dimension.CHANNEL));
    assertEquals(4.5, parts.get("mail").mean().value(), 1e-9);
    assertEquals(2, parts.get("chat").silent());
  }

  /** Who waited 1, 2, 4, 8 or 16 hours gave 5 to 1 stars: a star less with each doubling. */
  @Test
  void whereStarsFallWithEachDoublingTheAssociationIsWhole() {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int doublings = i % 5;
      rows.add(asks("q" + i, "v" + i, 0));
      rows.add(answers("q" + i, 1 << doublings));
      rows.add(rates("q" + i, "v" + i, 20, 5 - doublings));
    }
    RatingSummary summary =
        log(400, rows.toArray(Interaction[]::new)).measure(Ratings.ofAnswered());
    assertEquals(-1, summary.association().value(), 1e-9);
    assertTrue(summary.association().hasInterval());
    assertTrue(summary.association().low() >= -1, () -> summary.association().toString());
    assertTrue(summary.association().high() < -0.99, () -> summary.association().toString());
  }

  @Test
  void anotherTimeToRate() {
    RatingSummary day = six().measure(Ratings.ofAnswered().within(Duration.ofHours(3)));
    // Bob's second rating is too late, and so is Ann's.
    assertEquals(Map.of(1, 2L, 2, 1L), day.counts());
    assertEquals(0, day.stillInTime());
    assertEquals(
        "ratings of the answered, within PT3H",
        Ratings.ofAnswered().within(Duration.ofHours(3)).toString());
  }

  @Test
  void ofTheResolvedTheTimeRunsFromTheResolution() {
    EngagementLog log =
        log(
            400,
            asks("m1", "ann", 0),
            answers("m1", 1),
            rates("m1", "ann", 2, 1),
            Act.of(ActKind.RESOLVE, "care", at(10)).on("m1"),
            rates("m1", "ann", 10, 3),
            asks("m2", "bob", 0),
            answers("m2", 1));
    RatingSummary resolved = log.measure(Ratings.ofResolved());
    assertEquals(Map.of(3, 1L), resolved.counts());
    assertEquals(1, resolved.unanswered());
    assertEquals(1, resolved.withoutSay(), "rated before there was a resolution to rate");
    assertEquals(Map.of(3, 1L), log.measure(Ratings.ofAnswered()).counts());
  }

  @Test
  void whoHasASay() {
    RatingSummary summary =
        log(
                400,
                asks("m1", "ann", 0),
                rates("m1", "ann", 0.5, 1),
                answers("m1", 1),
                rates("m1", "care", 2, 5),
                rates("m1", "bob", 3, 5),
                rates("m1", null, 4, -7),
                Post.of("m2", "care", at(0)),
                Post.of("m3", "zak", at(0)).expectsResponse(false))
            .measure(Ratings.ofAnswered());
    assertEquals(Map.of(-7, 1L), summary.counts());
    assertEquals(3, summary.withoutSay());
    assertEquals(2, summary.leftOut());
  }

  @Test
  void withoutAnyRatingNothingIsKnown() {
    RatingSummary none =
        log(400, asks("m1", "ann", 0), answers("m1", 1)).measure(Ratings.ofAnswered());
    assertFalse(none.isObserved());
    assertTrue(none.toString().startsWith("ratings: not observed\n"));
    assertEquals(Facts.State.NOT_OBSERVED, none.facts().get("rated").state());
    assertEquals(Facts.State.NOT_OBSERVED, none.facts().get("rating_mean").state());
    assertEquals("0", none.facts().get("not_answered").text());
    assertTrue(none.table().endsWith("\nnot observed: no act rates"), none::table);
    for (Runnable asks :
        List.<Runnable>of(
            none::rated,
            none::silent,
            none::stillInTime,
            none::mean,
            none::counts,
            none::ratedShare,
            none::association,
            none::withoutSay,
            () -> none.atLeast(3),
            () -> none.ratedWithin(Duration.ofDays(1)))) {
      String message =
          Objects.requireNonNull(assertThrows(IllegalStateException.class, asks::run).getMessage());
      assertTrue(message.startsWith("ratings (none in the log) are not observed"), message);
    }
  }

  @Test
  void argumentsAreChecked() {
    for (Runnable asks :
        List.<Runnable>of(
            () -> rates("m1", "ann", 0, 1_001),
            () -> EngagementLog.builder().appender().rating(1_001),
            () -> six().measure(Ratings.ofAnswered()).atLeast(1_001))) {
      assertEquals(
          "stars (1001) must lie in -1,000 to 1,000; scale ratings down to that",
          Objects.requireNonNull(
              assertThrows(IllegalArgumentException.class, asks::run).getMessage()));
    }
    assertEquals(
        "time (PT0S) must be at least a millisecond",
        Objects.requireNonNull(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Ratings.ofAnswered().within(Duration.ZERO))
                .getMessage()));
    assertEquals(
        "ratings of the answered, answered by anybody else",
        Ratings.ofAnswered().answers(AnswerRule.anybodyElse()).toString());
  }

  /** A reference that knows for each of some strands when it was answered and how it was rated. */
  @Property(tries = 300)
  void ratingsAreThoseOfTheReference(@ForAll long seed) {
    Random random = new Random(seed);
    int asOf = 300;
    int within = 48;
    List<Interaction> rows = new ArrayList<>();
    Map<Integer, Long> counts = new TreeMap<>();
    List<double[]> pairs = new ArrayList<>();
    long silent = 0;
    long stillInTime = 0;
    long unanswered = 0;
    for (int i = 0; i < 1 + random.nextInt(30); i++) {
      int asked = random.nextInt(200);
      int answered = asked + random.nextInt(120);
      boolean isAnswered = random.nextInt(5) > 0 && answered <= asOf;
      rows.add(asks("m" + i, "p" + i % 7, asked));
      if (isAnswered) {
        rows.add(answers("m" + i, answered));
      }
      int last = Integer.MIN_VALUE;
      int lastAt = -1;
      for (int k = 0; k < random.nextInt(4); k++) {
        int when = Math.min(asOf, asked + random.nextInt(200));
        int stars = random.nextInt(5) + 1;
        rows.add(rates("m" + i, "p" + i % 7, when, stars).id("r" + i + "-" + k));
        // Of one instant the later by its id counts.
        boolean isInTime = isAnswered && when >= answered && when <= answered + within;
        if (isInTime && when >= lastAt) {
          last = stars;
          lastAt = when;
        }
      }
      if (!isAnswered) {
        unanswered++;
      } else if (answered + within > asOf) {
        stillInTime++;
      } else if (lastAt >= 0) {
        counts.merge(last, 1L, Long::sum);
        pairs.add(
            new double[] {
              Math.round(Math.log(1.0 + (answered - asked) * 3_600_000.0) / Math.log(2) * 100), last
            });
      } else {
        silent++;
      }
    }
    Collections.shuffle(rows, random);
    RatingSummary summary =
        log(asOf, rows.toArray(Interaction[]::new))
            .measure(Ratings.ofAnswered().within(Duration.ofHours(within)));
    if (!summary.isObserved()) {
      return;
    }
    assertEquals(counts, summary.counts());
    assertEquals(silent, summary.silent());
    assertEquals(stillInTime, summary.stillInTime());
    assertEquals(unanswered, summary.unanswered());
    long rated = counts.values().stream().mapToLong(Long::longValue).sum();
    if (rated > 0) {
      double sum = counts.entrySet().stream().mapToDouble(e -> e.getKey() * e.getValue()).sum();
      assertEquals(sum / rated, summary.mean().value(), 1e-9);
    }
    double expected = pearson(pairs);
    assertEquals(expected, summary.association().value(), 1e-9);
  }

  private static double pearson(List<double[]> pairs) {
    double meanX = pairs.stream().mapToDouble(p -> p[0]).average().orElse(Double.NaN);
    double meanY = pairs.stream().mapToDouble(p -> p[1]).average().orElse(Double.NaN);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (double[] p : pairs) {
      xy += (p[0] - meanX) * (p[1] - meanY);
      xx += (p[0] - meanX) * (p[0] - meanX);
      yy += (p[1] - meanY) * (p[1] - meanY);
    }
    boolean varies = pairs.size() >= 3 && xx > 1e-9 && yy > 1e-9;
    return varies ? xy / Math.sqrt(xx * yy) : Double.NaN;
  }
}
