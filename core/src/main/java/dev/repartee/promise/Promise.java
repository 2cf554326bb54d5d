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
 * A promise: a share, a scope and a bound. The methods start with the bound and read like a
 * sentence.
 *
 * <pre>{@code
 * Promise.atLeast(0.90).answeredWithin(Duration.ofHours(1)).on(Dimension.CHANNEL, "twitter");
 * Promise.atLeast(0.80).answeredWithin(Duration.ofHours(4)).on(Dimension.OWNING_DEPARTMENT, "Support");
 * Promise.atMost(0.20).of("broadcasts", Dialogue.standard(), d -> d.messagesOpening());
 * }</pre>
 *
 * <p>A department's promise concerns the topics that it owns, not the answers that it gave: only
 * answered questions have an answerer, and judged by them every department would keep its word.
 * Immutable.
 *
 * <p>Guide: {@code core/docs/guide/metrics/promises.md}.
 */
public final class Promise {
  /** Selects what lies within the dates of a promise. */
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
   * {@return the lower bound of a promise, to be continued with the share it applies to}
   *
   * @param bound the share, from 0 to 1. A bound of 1 can be broken but never shown to be kept,
   *     because more data may always contain the first exception
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public static Bound atLeast(double bound) {
    return new Bound(true, bound);
  }

  /**
   * {@return the upper bound of a promise, to be continued with the share it applies to}
   *
   * @param bound the share, from 0 to 1
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public static Bound atMost(double bound) {
    return new Bound(false, bound);
  }

  /**
   * {@return the promise that every department takes part: somebody in it, not a bot, has written a
   * message, not automatically} It is a census: kept or broken by count.
   *
   * @param directory that of the log, {@code log.directory()}; a log with a different one is
   *     refused. Its departments are those of all members who are not bots
   */
  public static Promise everyDepartmentSpeaks(Directory directory) {
    return census(
        "every department takes part",
        SpeakingDepartments.of(directory),
        SpeakingDepartments.Found::census);
  }

  /**
   * {@return a custom promise that is kept or broken by count: it is kept if all cases are as
   * promised}
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
     * {@return the promise on turns answered within a time ({@link ResponseTime#eachTurn}),
     * counting people who are still waiting as waiting}
     *
     * @param time the time, inclusive
     */
    public Promise answeredWithin(Duration time) {
      return answeredWithin(time, ResponseTime.eachTurn());
    }

    /**
     * {@return the promise on answers within a time, by a clock of your choice}
     *
     * @param time the time, inclusive
     * @param response the measure, with a clock that accepts a target
     */
    public Promise answeredWithin(Duration time, ResponseTime response) {
      return question(
          "answered within " + DurationText.of(time),
          response.withTarget(time),
          summary -> Finding.within(summary, time),
          "target_missed",
          "target_overdue");
    }

    /**
     * {@return the promise on the share of the organization's messages that speak with the
     * audience}
     */
    public Promise messagesToAudience() {
      return question(
          "messages to the audience",
          Dialogue.standard(),
          summary -> Finding.of(summary.messagesToAudience()),
          "messages_opening",
          "messages_to_own_or_unknown");
    }

    /**
     * {@return the promise on the share of strands with an audience message in which somebody is
     * answered}
     */
    public Promise twoWay() {
      return question(
          "two-way dialogue",
          Dialogue.standard(),
          summary -> Finding.of(summary.twoWay()),
          "strands_echo",
          "strands_unheard");
    }

    /**
     * {@return the promise on a custom share}
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
          !name.isBlank(),
          "name (%s) must not be blank: it distinguishes this promise from others",
          name);
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
   * {@return a copy for only a part of the facts} Called twice, it applies to the intersection of
   * both parts.
   *
   * @param dimension what the part is selected by, with keys of one text
   * @param key the key of the part
   * @throws IllegalArgumentException if the dimension has keys of several texts, or reads answers
   */
  public Promise on(Dimension dimension, String key) {
    checkArgument(
        dimension.parts() == 1,
        "dimension (%s) must have keys of one text; call on(…) once for each",
        dimension.name());
    checkArgument(
        !dimension.isOfAnswer(),
        "dimension (%s) must not read answers: the unanswered have none; for a department use"
            + " Dimension.OWNING_DEPARTMENT",
        dimension.name());
    return new Promise(question.on(dimension, key), isAtLeast, bound);
  }

  /**
   * {@return a copy with the outcomes that speak against the promise, whose cases {@link
   * Promises#showing} shows} For promises on answers and dialogue they are known already, except
   * for upper bounds.
   *
   * @param outcomes the names of facts of its measure, which must count and open them
   */
  public Promise brokenBy(String... outcomes) {
    return new Promise(question.withAgainst(List.of(outcomes)), isAtLeast, bound);
  }

  /**
   * {@return a copy that applies from some instant on, to facts whose anchor has that time or a
   * later one} A wait is thus judged by what was promised when it began. With {@link #until} on the
   * former promise, no fact is judged by both.
   *
   * <pre>{@code
   * Instant march = Instant.parse("2026-03-01T00:00:00Z");
   * Promises.of(
   *     Promise.atLeast(0.8).answeredWithin(Duration.ofHours(4)).until(march),
   *     Promise.atLeast(0.9).answeredWithin(Duration.ofHours(1)).from(march));
   * }</pre>
   *
   * @param startInclusive the first instant of the promise
   */
  public Promise from(Instant startInclusive) {
    return on(begun("from " + startInclusive, at -> !at.isBefore(startInclusive)), WITHIN);
  }

  /**
   * {@return a copy that applies until some instant, to facts that begin before it}
   *
   * @param endExclusive the first instant after it
   */
  public Promise until(Instant endExclusive) {
    return on(begun("until " + endExclusive, at -> at.isBefore(endExclusive)), WITHIN);
  }

  private static Dimension begun(String name, Predicate<Instant> isWithin) {
    return Dimension.of(name, row -> isWithin.test(row.at()) ? WITHIN : "otherwise");
  }

  /** {@return the bound, from 0 to 1} */
  public double bound() {
    return bound;
  }

  /** {@return whether the bound is a lower bound; false for an upper bound} */
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

  /** What distinguishes this promise from others, including the options of its measure. */
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
   * A count of all cases, which leaves nothing to chance.
   *
   * @param met the number of cases that are as promised
   * @param all the number of cases, at least {@code met}
   * @param note a remark on the others, or the empty text
   */
  public record Census(long met, long all, String note) {
    /**
     * Checks the counts.
     *
     * @param met the number of cases that are as promised
     * @param all the number of cases
     * @param note a remark on the others, or the empty text
     * @throws IllegalArgumentException if {@code met} is not in [0, all]
     */
    public Census {
      checkArgument(met >= 0 && met <= all, "met (%s) must lie in [0, all (%s)]", met, all);
    }
  }
}
