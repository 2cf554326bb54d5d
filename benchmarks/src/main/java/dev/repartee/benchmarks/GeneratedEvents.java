package dev.repartee.benchmarks;

import dev.repartee.funnel.Funnel;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.ActKind;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Events as a funnel meets them: each person does 5 to 15 things within some weeks, most of them
 * views, few of them recommendations, in any order. The events come shuffled. The same seed makes
 * the same events.
 */
public final class GeneratedEvents {
  /** What is done, the frequent before the rare: the five steps of the funnel in their order. */
  static final List<ActKind> STEPS =
      List.of(ActKind.VIEW, ActKind.CLICK, ActKind.REACTION, ActKind.SUBSCRIBE, ActKind.RECOMMEND);

  static final String CSV_HEADER = "person,millis,kind";

  private static final long START = 1_700_000_000_000L;
  private static final long YEAR = 365L * 86_400_000L;
  private static final double MEAN_GAP = 3 * 86_400_000.0;
  private static final int FEWEST = 5;
  private static final int MOST = 15;

  private final int[] person;
  private final long[] at;
  private final byte[] step;

  private GeneratedEvents(int events) {
    person = new int[events];
    at = new long[events];
    step = new byte[events];
  }

  /**
   * Returns generated events of a tenth as many persons.
   *
   * @param events how many
   * @param seed the seed
   * @return the events, in random order
   */
  public static GeneratedEvents of(int events, long seed) {
    GeneratedEvents result = new GeneratedEvents(events);
    SplittableRandom random = new SplittableRandom(seed);
    int event = 0;
    for (int person = 0; event < events; person++) {
      int count = Math.min(events - event, FEWEST + random.nextInt(MOST - FEWEST + 1));
      result.person(person, event, count, random);
      event += count;
    }
    result.shuffle(random);
    return result;
  }

  private void person(int code, int first, int count, SplittableRandom random) {
    long time = START + random.nextLong(YEAR);
    for (int event = first; event < first + count; event++) {
      person[event] = GeneratedRows.MEMBERS + code;
      at[event] = time;
      step[event] = step(random.nextInt(100));
      time += 1 + (long) (MEAN_GAP * -Math.log(1 - random.nextDouble()));
    }
  }

  /** 40 views, 25 clicks, 15 reactions, 12 subscriptions and 8 recommendations in a hundred. */
  private static byte step(int percentile) {
    if (percentile < 40) {
      return 0;
    }
    if (percentile < 65) {
      return 1;
    }
    if (percentile < 80) {
      return 2;
    }
    return (byte) (percentile < 92 ? 3 : 4);
  }

  private void shuffle(SplittableRandom random) {
    for (int i = size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int otherPerson = person[j];
      person[j] = person[i];
      person[i] = otherPerson;
      long otherTime = at[j];
      at[j] = at[i];
      at[i] = otherTime;
      byte otherStep = step[j];
      step[j] = step[i];
      step[i] = otherStep;
    }
  }

  /**
   * Returns the funnel of the five steps within 30 days, to which options may be added.
   *
   * @return the builder
   */
  static Funnel.Builder funnel() {
    Funnel.Builder funnel = Funnel.builder().within(Duration.ofDays(30));
    STEPS.forEach(kind -> funnel.step(kind.name().toLowerCase(Locale.ROOT), kind));
    return funnel;
  }

  /**
   * Returns how many events there are.
   *
   * @return the number of events
   */
  public int size() {
    return at.length;
  }

  /**
   * Returns the log of the events, which are acts on no message.
   *
   * @param threads how many threads build it
   * @return the log
   */
  public EngagementLog log(int threads) {
    EngagementLog.Builder builder =
        EngagementLog.builder(GeneratedRows.directory()).parallel(threads);
    Appender appender = builder.appender();
    for (int event = 0; event < size(); event++) {
      appender.author(person[event]).at(at[event]).act(STEPS.get(step[event])).end();
    }
    return builder.build();
  }

  /**
   * Writes the events as CSV: {@code person,millis,kind}.
   *
   * @param file where to
   * @throws IOException if writing fails
   */
  public void writeCsv(Path file) throws IOException {
    StringBuilder line = new StringBuilder(CSV_HEADER + "\n");
    try (Writer out = Files.newBufferedWriter(file)) {
      for (int event = 0; event < size(); event++) {
        line.append(person[event]).append(',').append(at[event]);
        line.append(',').append(STEPS.get(step[event]).name().toLowerCase(Locale.ROOT));
        out.append(line.append('\n'));
        line.setLength(0);
      }
    }
  }

  @Override
  public String toString() {
    return size() + " generated events";
  }
}
