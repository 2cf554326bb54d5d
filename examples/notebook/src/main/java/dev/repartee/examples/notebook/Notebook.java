package dev.repartee.examples.notebook;

import dev.repartee.examples.quickstart.Sample;
import dev.repartee.log.EngagementLog;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;

/** What the prompt begins with. */
public final class Notebook {
  private static final Instant AS_OF = Instant.parse("2026-01-31T00:00:00Z");

  private Notebook() {}

  /**
   * Returns a log to try things on: the sample year of the quickstart.
   *
   * @return a made-up year of a coffee roaster
   */
  public static EngagementLog sample() {
    return EngagementLog.builder(Sample.directory())
        .asOf(AS_OF)
        .addAll(Sample.standard().rows())
        .build();
  }

  /**
   * Returns all there is to say of a result.
   *
   * @param result anything; what has a {@code table()}, as every summary has, is asked for it
   * @return the table, or else the text of the result
   */
  public static String table(Object result) {
    try {
      return String.valueOf(result.getClass().getMethod("table").invoke(result));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return result.toString();
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("result (" + result + ") has no table", e.getCause());
    }
  }
}
