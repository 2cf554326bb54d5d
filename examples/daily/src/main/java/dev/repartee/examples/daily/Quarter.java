package dev.repartee.examples.daily;

import dev.repartee.model.Directory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A made-up quarter of a small organization: what happened, and on which day each row reached us.
 * Most rows come on their day; one in fifty comes up to 30 days late. From 10 March on people wait
 * twice as long. The same on every machine.
 */
final class Quarter {
  static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  static final LocalDate LAST = LocalDate.of(2026, 3, 31);

  /** From then on one of the two who answer is ill. */
  private static final LocalDate SLOW = LocalDate.of(2026, 3, 10);

  private static final long MINUTE = 60_000;
  private static final long DAY = 1_440 * MINUTE;
  private static final int ONE_IN_SO_MANY_IS_LATE = 50;
  private static final List<String> CHANNELS = List.of("blog", "chirp", "forum");

  private final List<Message> messages = new ArrayList<>();
  private final SplittableRandom random;

  /** A row, and the day on which it arrives. */
  record Message(
      String conversation,
      String id,
      @Nullable String parent,
      String author,
      long at,
      String channel,
      LocalDate arrives) {}

  Quarter(long seed, int conversationsPerDay) {
    random = new SplittableRandom(seed);
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      for (int i = 0; i < conversationsPerDay; i++) {
        converse(day, day + "." + i);
      }
    }
  }

  /** Who is who. */
  static Directory directory() {
    return Directory.builder()
        .organization("Acme", acme -> acme.member("care", "Support").member("jane", "Sales"))
        .build();
  }

  private void converse(LocalDate day, String conversation) {
    String person = "person " + random.nextInt(400);
    String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
    long at = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + random.nextLong(DAY);
    String before = null;
    int turns = 1 + random.nextInt(5);
    for (int turn = 0; turn < turns; turn++) {
      boolean isAnswer = turn % 2 == 1;
      String author = isAnswer ? (random.nextBoolean() ? "care" : "jane") : person;
      String id = conversation + "." + turn;
      add(new Message(conversation, id, before, author, at, channel, arrival(at)));
      before = id;
      at += pace(day, isAnswer) * (1 + random.nextInt(8)) / 4 + random.nextLong(MINUTE);
    }
  }

  private static long pace(LocalDate day, boolean isAnswer) {
    return (isAnswer ? 300 : day.isBefore(SLOW) ? 90 : 180) * MINUTE;
  }

  private void add(Message message) {
    if (!message.arrives.isAfter(LAST.plusDays(Daily.SETTLING_DAYS))) {
      messages.add(message);
    }
  }

  private LocalDate arrival(long at) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC);
    boolean isLate = random.nextInt(ONE_IN_SO_MANY_IS_LATE) == 0;
    return isLate ? day.plusDays(1 + random.nextInt(30)) : day;
  }

  /** All rows that arrive on a day. */
  List<Message> arriving(LocalDate day) {
    return messages.stream().filter(m -> m.arrives.equals(day)).toList();
  }

  /** All rows there are. */
  List<Message> all() {
    return List.copyOf(messages);
  }
}
