package dev.repartee.benchmarks;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds the fastest of the ways of {@link DuckSql} to ask a question: the first time a question
 * comes up each is tried twice, and from then on the fastest is taken.
 */
final class FastestSql {
  private static final int TRIES = 2;

  private final Map<Question, String> fastest = new EnumMap<>(Question.class);

  /**
   * Returns the SQL to ask a question with.
   *
   * @param question the question
   * @param database asks a database
   * @return the fastest way
   */
  String of(Question question, Consumer<String> database) {
    return fastest.computeIfAbsent(question, asked -> find(asked, database));
  }

  private static String find(Question question, Consumer<String> database) {
    String best = "";
    long bestNanos = Long.MAX_VALUE;
    for (String way : DuckSql.waysToAsk(question)) {
      for (int i = 0; i < TRIES; i++) {
        long start = System.nanoTime();
        database.accept(way);
        long nanos = System.nanoTime() - start;
        if (nanos < bestNanos) {
          best = way;
          bestNanos = nanos;
        }
      }
    }
    return best;
  }

  @Override
  public String toString() {
    return "fastest SQL for " + fastest.keySet();
  }
}
