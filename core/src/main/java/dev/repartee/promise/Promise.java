package dev.repartee.promise;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened.Keeping;
import dev.repartee.measure.Results;
import dev.repartee.measure.Summary;
import dev.repartee.model.Directory;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Proportion;
import dev.repartee.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A promise: a share, a scope and a bound. It begins with the bound, and reads as it is said.
 *
 * <pre>{@code
 * Promise.atLeast(0.90).answeredWithin(Duration.ofHours(1)).on(Dimension.CHANNEL, "twitter");
 * Promise.atLeast(0.80).answeredWithin(Duration.ofHours(4)).on(Dimension.OWNING_DEPARTMENT, "Support");
 * Promise.atMost(0.20).of("broadcasts", Dialogue.standard(), d -> d.messagesOpening());
 * }</pre>
 *
 * <p>A promise of a department is one on the topics that it owns: who answers is known of the
 * answered only, and judged by them every department would keep its word. Immutable.
 */
public final class Promise {
  /** What is within the time of a promise. */
  private static final String WITHIN = "only";

  private final Question<?> question;
  private final boolean isAtLeast;
  private final double bound;

  private Promise(Question<?> question, boolean isAtLeast, double bound) {
    this.question = question;
    this.isAtLeast = isAtLeast;
    this.bound = bound;
  }

  /**
   * {@return the beginning of a promise that a share is not smaller: the bound, to be told of what}
   *
   * @param bound the share, from 0 to 1. One of 1 can be broken and never be shown to be kept,
   *     because more data can always hold the first exception
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public static Bound atLeast(double bound) {
    return new Bound(true, bound);
  }

  /**
   * {@return the beginning of a promise that a share is not larger: the bound, to be told of what}
   *
   * @param bound the share, from 0 to 1
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public static Bound atMost(double bound) {
    return new Bound(false, bound);
  }

  /**
   * {@return the promise that every department takes part: somebody of it who is no bot has written
   * a message, and not automatically} It is a census: kept or broken by count.
   *
   * @param directory that of the log, {@code log.directory()}: a log with another is refused;
   *     departments are those of all its members that are no bots
   */
  public static Promise everyDepartmentSpeaks(Directory directory) {
    return census(
        "every department takes part",
        SpeakingDepartments.of(directory),
        SpeakingDepartments.Found::census);
  }

  /**
   * {@return a promise of one's own that is kept or broken by count: it is kept where all are as
   * promised; the promise}
   *
   * @param name what is promised; promises with equal names, measures and scopes are taken to be
   *     the same
   * @param measure the measure
   * @param reading finds the counts in its summary
   * @param <S> the summary
   */
  public static <S extends Summary<S>> Promise census(
      String name, Measure<S> measure, Function<? super S, Census> reading) {
    return atLeast(1).question(name, measure, summary -> Finding.of(reading.apply(summary)));
  }

  /** The bound of a promise. */
  public static final class Bound {
    private final boolean isAtLeast;
    private final double bound;

    private Bound(boolean isAtLeast, double bound) {
      checkArgument(
          bound >= 0 && bound <= 1, "bound (%s) must lie in [0, 1]: 90 percent are 0.90", bound);
      this.isAtLeast = isAtLeast;
      this.bound = bound;
    }

    /**
     * {@return the promise on turns answered within a time ({@link ResponseTime#eachTurn}), those
     * who wait counted as waiting}
     *
     * @param time the time, inclusive
     */
    public Promise answeredWithin(Duration time) {
      return answeredWithin(time, ResponseTime.eachTurn());
    }

    /**
     * {@return the promise on what a clock of one's own counts as answered within a time}
     *
     * @param time the time, inclusive
     * @param response the measure, of a clock that takes a target
     */
    public Promise answeredWithin(Duration time, ResponseTime response) {
      return question(
          "answered within " + DurationText.of(time),
          response.withTarget(time),
          summary -> Finding.within(summary, time),
          "target_missed",
          "target_overdue");
    }

    /** {@return the promise on the organization's messages that speak with the audience} */
    public Promise messagesToAudience() {
      return question(
          "messages to the audience",
          Dialogue.standard(),
          summary -> Finding.of(summary.messagesToAudience()),
          "messages_opening",
          "messages_to_own_or_unknown");
    }

    /** {@return the promise on strands with an audience message in which somebody is answered} */
    public Promise twoWay() {
      return question(
          "two-way dialogue",
          Dialogue.standard(),
          summary -> Finding.of(summary.twoWay()),
          "strands_echo",
          "strands_unheard");
    }

    /**
     * {@return the promise on a share of one's own}
     *
     * @param name what the share is of; promises with equal names, measures and scopes are taken to
     *     be the same
     * @param measure the measure
     * @param reading finds the share in its summary
     * @param <S> the summary
     */
    public <S extends Summary<S>> Promise of(
        String name, Measure<S> measure, Function<? super S, Proportion> reading) {
      return question(name, measure, summary -> Finding.of(reading.apply(summary)));
    }

    private <S extends Summary<S>> Promise question(
        String name, Measure<S> measure, Function<? super S, Finding> reading, String... against) {
      checkArgument(
          !name.isBlank(), "name (%s) must not be blank: it tells this promise from others", name);
      // What is promised at most is missed by what meets it, and that has other names.
      List<String> outcomes = isAtLeast ? List.of(against) : List.of();
      Question<S> question = new Question<>(name, measure, null, List.of(), reading, outcomes);
      return new Promise(question, isAtLeast, bound);
    }

    @Override
    public String toString() {
      return boundText(isAtLeast, bound);
    }
  }

  /**
   * {@return the promise for a part only; a copy} Called twice, for what is in both parts.
   *
   * @param dimension what the part is chosen by, with keys of one text
   * @param key the key of the part
   * @throws IllegalArgumentException if the dimension has keys of several texts, or looks at
   *     answers
   */
  public Promise on(Dimension dimension, String key) {
    checkArgument(
        dimension.parts() == 1,
        "dimension (%s) must have keys of one text; call on(…) once for each",
        dimension.name());
    checkArgument(
        !dimension.isOfAnswer(),
        "dimension (%s) must not look at answers: the unanswered have none; for a department use"
            + " Dimension.OWNING_DEPARTMENT",
        dimension.name());
    return new Promise(question.on(dimension, key), isAtLeast, bound);
  }

  /**
   * {@return the promise with the outcomes that speak against it, which {@link Promises#showing}
   * looks into; a copy} Those of promises on answers and dialogue are known, unless they are at
   * most.
   *
   * @param outcomes the names of facts of its measure, which must count and open them
   */
  public Promise brokenBy(String... outcomes) {
    return new Promise(question.withAgainst(List.of(outcomes)), isAtLeast, bound);
  }

  /**
   * {@return the promise as it is given from a change on: for what begins then or later; a copy}
   * What begins is the row that a fact hangs on, at its own time: who waits is judged by what was
   * promised when the wait began. With {@link #until} of the former promise no fact is judged by
   * both.
   *
   * <pre>{@code
   * Instant march = Instant.parse("2026-03-01T00:00:00Z");
   * Promises.of(
   *     Promise.atLeast(0.8).answeredWithin(Duration.ofHours(4)).until(march),
   *     Promise.atLeast(0.9).answeredWithin(Duration.ofHours(1)).from(march));
   * }</pre>
   *
   * @param startInclusive the first instant of it
   */
  public Promise from(Instant startInclusive) {
    return on(begun("from " + startInclusive, at -> !at.isBefore(startInclusive)), WITHIN);
  }

  /**
   * {@return the promise as it was given until a change: for what begins before; a copy}
   *
   * @param endExclusive the first instant after it
   */
  public Promise until(Instant endExclusive) {
    return on(begun("until " + endExclusive, at -> at.isBefore(endExclusive)), WITHIN);
  }

  private static Dimension begun(String name, Predicate<Instant> isWithin) {
    return Dimension.of(name, row -> isWithin.test(row.at()) ? WITHIN : "otherwise");
  }

  /** {@return the bound: the share, from 0 to 1} */
  public double bound() {
    return bound;
  }

  /** {@return whether the bound is the least that is promised; false where it is the most} */
  public boolean isAtLeast() {
    return isAtLeast;
  }

  Measure<?> part(Optional<Keeping> shown) {
    return asked(shown).part();
  }

  Finding find(Results results, Optional<Keeping> shown) {
    return asked(shown).find(results);
  }

  private Question<?> asked(Optional<Keeping> shown) {
    return shown.isEmpty() ? question : question.opened(shown.get());
  }

  /** What tells this promise from others, the options of its measure among it. */
  String canonicalText() {
    return (isAtLeast ? "at least " : "at most ") + bound + " " + question;
  }

  private static String boundText(boolean isAtLeast, double bound) {
    return (isAtLeast ? "at least " : "at most ") + percent(bound);
  }

  private static String percent(double share) {
    double percent = Math.round(share * 1e6) / 1e4;
    return (percent == Math.rint(percent) ? String.valueOf((long) percent) : percent) + " %";
  }

  /** Returns such as {@code at least 90 %: answered within 1 h, channel twitter}. */
  @Override
  public String toString() {
    return boundText(isAtLeast, bound) + ": " + question.text();
  }

  /**
   * A count of all there are, which no chance is in.
   *
   * @param met how many are as promised
   * @param all how many there are, at least {@code met}
   * @param note what to say of the others, or nothing
   */
  public record Census(long met, long all, String note) {
    /**
     * Checks the counts.
     *
     * @param met how many are as promised
     * @param all how many there are
     * @param note what to say of the others, or nothing
     * @throws IllegalArgumentException if {@code met} is not in [0, all]
     */
    public Census {
      checkArgument(met >= 0 && met <= all, "met (%s) must lie in [0, all (%s)]", met, all);
    }
  }
}
