package dev.repartee.examples.quickstart;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.consistency.Rhythm;
import dev.repartee.consistency.Spikes;
import dev.repartee.measure.Dimension;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What there is to say of when an organization is there, and of days out of the ordinary. */
final class PresenceClaims {
  private static final double OFTEN = 0.05;

  private final Culture culture;
  private final Claims claims;
  private final List<String> tooShort = new ArrayList<>();
  private final List<String> there = new ArrayList<>();

  PresenceClaims(Culture culture, Claims claims) {
    this.culture = culture;
    this.claims = claims;
  }

  void add() {
    List<Place> talked = culture.talkedAt();
    talked.forEach(this::silence);
    new ChangeClaims(culture, claims).add();
    culture.places().forEach(this::spike);
    if (!tooShort.isEmpty()) {
      claims.missing(
          "Days out of the ordinary on "
              + String.join(", ", tooShort)
              + ": fewer than 8 weeks were watched.");
    }
    if (!there.isEmpty()) {
      claims.good(
          culture.organization()
              + " is there in most weeks and answers in most in which people write: on "
              + String.join("; ", there)
              + ".");
    }
    if (talked.size() == 1) {
      claims.missing("Channels beside each other: there is one only, " + name(talked.get(0)) + ".");
    }
  }

  private void silence(Place place) {
    Rhythm rhythm = culture.consistency().at(place);
    String channel = name(place);
    if (rhythm.activity() == Rhythm.Activity.NEVER_WROTE) {
      if (rhythm.audienceMessages() > 0) {
        String sentence =
            "Nobody of "
                + place.organization()
                + " ever wrote on "
                + channel
                + ", where people wrote "
                + TextPage.count(rhythm.audienceMessages(), "message")
                + ".";
        ruled(Flag.Kind.SILENT_CHANNEL, channel, sentence, "counted: no message at all");
      }
      return;
    }
    OptionalDouble asOld = rhythm.unusualSilence();
    String lasts = text(rhythm.currentSilence().orElse(Duration.ZERO));
    String sentence =
        place.organization()
            + " has said nothing on "
            + channel
            + " for "
            + lasts
            + before(asOld)
            + ". It wrote in "
            + NumberText.count(rhythm.activeWeeks().successes())
            + " of "
            + TextPage.count(rhythm.weeks(), "week")
            + "; people wrote "
            + TextPage.count(rhythm.audienceMessages(), "message")
            + " there.";
    boolean isOften = asOld.isPresent() && asOld.getAsDouble() > OFTEN;
    if (rhythm.activity() == Rhythm.Activity.QUIET && asOld.isEmpty()) {
      claims.unproven(
          sentence + " It takes 50 silences before it to tell whether that is its way.");
      return;
    }
    if (rhythm.activity() == Rhythm.Activity.ABANDONED) {
      if (isOften) {
        claims.unproven(sentence + " It is often as silent, so that this may be its way.");
      } else {
        ruled(
            Flag.Kind.SILENT_CHANNEL,
            channel,
            sentence,
            "counted: 90 days without a word count as silence");
      }
      return;
    }
    // The chance to see so old a silence at any moment; what never was is not impossible.
    double p =
        asOld.isEmpty() ? Double.NaN : Math.max(asOld.getAsDouble(), 1.0 / rhythm.sittings());
    boolean isQuiet = rhythm.activity() == Rhythm.Activity.QUIET;
    claims.add(
        new Claims.Claim(
            new Flag(
                Flag.Kind.SILENT_CHANNEL,
                channel,
                sentence,
                p,
                "the time spent in silences so old before"),
            isQuiet,
            "",
            isQuiet ? sentence + " That may be chance." : ""));
    if (!isQuiet && isMost(rhythm.activeWeeks()) && isMost(rhythm.answeringWeeks())) {
      there.add(
          channel
              + " (wrote in "
              + weeks(rhythm.activeWeeks())
              + ", answered in "
              + weeks(rhythm.answeringWeeks())
              + ")");
    }
  }

  /** How the silence compares with those before it; nothing where they are too few to tell. */
  private static String before(OptionalDouble asOld) {
    if (asOld.isEmpty()) {
      return "";
    }
    return asOld.getAsDouble() == 0
        ? ", longer than ever before"
        : "; it was silent for so long during "
            + Percent.of(asOld.getAsDouble())
            + " of the time before";
  }

  private static String weeks(Proportion share) {
    return share.successes() == share.trials()
        ? "all " + TextPage.count(share.trials(), "week")
        : share.successes() + " of " + TextPage.count(share.trials(), "week");
  }

  private static boolean isMost(Proportion share) {
    Proportion sample = share.hasInterval() ? share : share.asIndependent();
    return sample.low() > 0.5;
  }

  static String name(Place place) {
    return place.channel().equals(Dimension.NONE) ? "a channel without a name" : place.channel();
  }

  /** A silence, in whole days where it is long. */
  static String text(Duration silence) {
    return silence.toDays() > 1
        ? NumberText.count(silence.toDays()) + " days"
        : PlainWords.time(silence);
  }

  /**
   * A day on which one person clicks a thousand times is no spike: there must be more persons, too.
   */
  private void spike(Place place) {
    Spikes spikes = culture.interest().at(place).spikes();
    Spikes persons = culture.interest().at(place).spikesOfPersons();
    if (spikes.isTooShort()) {
      tooShort.add(name(place));
      return;
    }
    List<Spikes.Episode> shared =
        spikes.episodes().stream().filter(e -> among(e, persons).isPresent()).toList();
    if (shared.isEmpty()) {
      return;
    }
    Spikes.Episode top =
        shared.stream().max(Comparator.comparingLong(Spikes.Episode::count)).orElseThrow();
    Spikes.Episode crowd = among(top, persons).orElseThrow();
    String sentence =
        "On "
            + name(place)
            + " there was far more than usual: "
            + NumberText.count(top.count())
            + " messages and acts on "
            + PlainWords.day(top.peak())
            + ", where such days usually have "
            + usual(top.expected())
            + ", of "
            + NumberText.count(crowd.count())
            + " people instead of "
            + usual(crowd.expected())
            + (top.first().equals(top.last())
                ? ""
                : "; it lasted from "
                    + PlainWords.day(top.first())
                    + " to "
                    + PlainWords.day(top.last()))
            + (shared.size() == 1
                ? "."
                : "; and "
                    + (shared.size() == 2 ? "once" : (shared.size() - 1) + " times")
                    + " more.");
    ruled(
        Flag.Kind.SPIKE,
        name(place),
        sentence,
        "a rule, 5 times the usual scatter, of people too: of 100 years without a spike at most 5"
            + " raise one");
  }

  /** How much there is of something: next to none, two digits, or a whole number. */
  static String usual(double expected) {
    if (expected < 0.05) {
      return "next to none";
    }
    return expected < 10 ? NumberText.decimal(expected) : NumberText.count(Math.round(expected));
  }

  private static Optional<Spikes.Episode> among(Spikes.Episode episode, Spikes others) {
    return others.episodes().stream()
        .filter(o -> !o.first().isAfter(episode.last()) && !o.last().isBefore(episode.first()))
        .findFirst();
  }

  private void ruled(Flag.Kind kind, String subject, String sentence, String judgedBy) {
    claims.add(
        new Claims.Claim(new Flag(kind, subject, sentence, Double.NaN, judgedBy), true, "", ""));
  }
}
