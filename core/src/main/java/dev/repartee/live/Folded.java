package dev.repartee.live;

import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is left of the retired conversations: what the named measures counted in them, and the
 * findings about their rows. Immutable; adding returns a new one.
 *
 * @param parts one part for each named measure
 * @param silent the organizations without any message in them
 * @param rows the number of their rows, including acts on no message
 * @param conversations the number of retired conversations
 * @param counts the number of rows by finding
 */
record Folded(
    List<Part<?>> parts,
    Set<String> silent,
    long rows,
    long conversations,
    Map<Audit.Reason, Long> counts) {

  /** These findings are about a log as a whole; they are not sums over its parts. */
  private static final Set<Audit.Reason> OF_WHOLE_LOGS =
      Set.of(Audit.Reason.UNSEEN_MEMBER, Audit.Reason.NEAR_NAME, Audit.Reason.SUSPICIOUS_TIME);

  /**
   * What one measure counted.
   *
   * @param <T> its tally, which is no longer written
   */
  record Part<T extends Tally<T>>(Question<T, ?> question, T tally, SeenKinds seen) {
    static <T extends Tally<T>> Part<T> empty(Question<T, ?> question) {
      return new Part<>(question, question.emptyTally(), SeenKinds.none());
    }

    Counted<T> counted(Set<String> silent) {
      return new Counted<>(tally, seen, silent);
    }

    byte[] toBytes(Rules rules, long asOf) {
      return question.toBytes(rules, asOf, seen, tally);
    }

    Part<T> fromBytes(byte[] bytes) {
      Found<T> found = question.fromBytes(bytes);
      return new Part<>(question, found.tally(), found.seen());
    }
  }

  /** Collects what further logs add to one part. */
  private static final class AddedPart<T extends Tally<T>> {
    private final Question<T, ?> question;
    private final Measure<Found<T>> measure;
    private final Sum<T> sum;

    AddedPart(Part<T> before, Folded folded, Rules rules) {
      this.question = before.question;
      this.measure = question.counting();
      this.sum = question.newSum(rules);
      sum.add(before.counted(folded.silent));
    }

    void add(Results results) {
      sum.add(results.get(measure));
    }

    Part<T> after(Set<String> silent) {
      Counted<T> all = sum.total();
      silent.retainAll(all.silent());
      return new Part<>(question, all.tally(), all.seen());
    }
  }

  /** Collects what further logs add, until it is merged with what was there. */
  static final class Adding {
    private final Folded before;
    private final Rules rules;
    private final long now;
    private final List<AddedPart<?>> parts = new ArrayList<>();
    private final Map<Audit.Reason, Long> counts = new EnumMap<>(Audit.Reason.class);
    private long rows;
    private long conversations;

    Adding(Folded before, Rules rules, long now) {
      this.before = before;
      this.rules = rules;
      this.now = now;
      before.parts.forEach(part -> parts.add(new AddedPart<>(part, before, rules)));
      counts.putAll(before.counts);
      rows = before.rows;
      conversations = before.conversations;
    }

    /** Adds the conversations of a log as of the instant. */
    void add(EngagementLog log) {
      if (!parts.isEmpty()) {
        Measure<?>[] measures = parts.stream().map(part -> part.measure).toArray(Measure<?>[]::new);
        Results results = rules.view(log, now).measure(Measures.of(measures));
        parts.forEach(part -> part.add(results));
      }
      rows += log.audit().offered();
      conversations += log.conversations();
      Folded.add(counts, log.audit());
    }

    Folded after() {
      Set<String> silent = new TreeSet<>(before.silent);
      List<Part<?>> sums = new ArrayList<>();
      parts.forEach(part -> sums.add(part.after(silent)));
      return new Folded(
          List.copyOf(sums),
          Set.copyOf(silent),
          rows,
          conversations,
          Collections.unmodifiableMap(new EnumMap<>(counts)));
    }
  }

  static Folded none(Rules rules) {
    List<Part<?>> parts = new ArrayList<>();
    rules.named().forEach(question -> parts.add(Part.empty(question)));
    return new Folded(
        List.copyOf(parts), Set.copyOf(rules.directory().organizations()), 0, 0, Map.of());
  }

  boolean isEmpty() {
    return rows == 0;
  }

  /** The position of a measure among those that were named; negative for any other. */
  int number(Question<?, ?> question) {
    return parts.stream().map(part -> part.question.text()).toList().indexOf(question.text());
  }

  /**
   * Returns what a measure counted.
   *
   * @throws IllegalArgumentException if it was not named
   */
  @SuppressWarnings("unchecked") // equal texts mean equal measures
  <T extends Tally<T>> Counted<T> counted(Question<T, ?> question) {
    int number = number(question);
    if (number < 0) {
      throw new IllegalArgumentException(
          "measure (["
              + question.text()
              + "]) must be one of those named when the live log was made, because conversations"
              + " were let go of: "
              + parts.stream().map(part -> part.question.text()).toList()
              + "; add it to LiveLog.builder(…).measuring(…)");
    }
    return ((Part<T>) parts.get(number)).counted(silent);
  }

  /** Adds the counts of a log to other counts. */
  static void add(Map<Audit.Reason, Long> sum, Audit audit) {
    audit
        .counts()
        .forEach(
            (reason, rows) -> {
              if (!OF_WHOLE_LOGS.contains(reason)) {
                sum.merge(reason, rows, Long::sum);
              }
            });
  }
}
