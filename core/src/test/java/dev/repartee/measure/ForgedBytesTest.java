package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import dev.repartee.participation.Participation;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What can be read can be merged, printed, asked and written again, in time and memory that its
 * size bounds, also where bytes with a right checksum are no log's.
 *
 * <p>Many more forgeries than on each build are tried with {@code mvn -pl core test
 * -Dtest=ForgedBytesTest -Drepartee.forgeries=100000}.
 */
class ForgedBytesTest {
  private static final int USUAL = 200;
  private static final int FORGERIES = Integer.getInteger("repartee.forgeries", USUAL);
  private static final int SEED = Integer.getInteger("repartee.forgeries.seed", 1);
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long START = 1_767_225_600_000L; // 2026-01-01T00:00Z

  /** What a step may take, beside a share for each byte. */
  private static final long ALLOWANCE = 500_000_000;

  private static final long PER_BYTE = 10_000;
  private static final long HEAVY = 8_000_000;

  private static final long[] LONGS = {
    0,
    1,
    2,
    4,
    -1,
    Long.MIN_VALUE,
    Long.MAX_VALUE,
    1L << 60,
    (1L << 59) - 1,
    1L << 31,
    1L << 32,
    300
  };
  private static final int[] INTS = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 20, 40};
  private static final int[] BYTES = {0, 0xFF, 0x7F, 0x80};

  private static final Directory DIRECTORY =
      Directory.builder()
          .organization(
              "Acme",
              acme ->
                  acme.member("care", "Support").member("jane", "Sales").member("tom", "Support"))
          .organization("Bolt", bolt -> bolt.member("bob", "Service"))
          .internalChannel("staffroom", "Acme")
          .topic("tea", "Acme", "Support")
          .build();

  private static final EngagementLog LARGER = larger();

  private static EngagementLog larger() {
    EngagementLog.Builder rows = EngagementLog.builder(DIRECTORY).asOf("2026-02-20T00:00:00Z");
    for (int day = 0; day < 24; day++) {
      long at = START + day * DAY + day * 3_600_000L;
      String person = "person " + day % 5;
      String channel = day % 3 == 0 ? "blog" : "chirp";
      String member = List.of("care", "bob", "jane", "tom").get(day % 4);
      rows.add(
          Post.of("p" + day, person, at)
              .channel(channel)
              .value("order", day)
              .label(day % 4 == 0 ? "complaint" : "question")
              .sentiment(day % 4 == 0 ? Sentiment.NEGATIVE : Sentiment.POSITIVE));
      if (day % 5 != 0) {
        long answered = at + 60_000L * (day * day % 97);
        rows.add(
            Reply.of("r" + day, member, answered)
                .to("p" + day)
                .channel(channel)
                .fingerprint("f" + day % 2));
        rows.add(
            Reply.of("t" + day, person, answered + 3_600_000L)
                .to("r" + day)
                .channel(channel)
                .sentiment(Sentiment.POSITIVE));
      }
      if (day % 3 == 1) {
        rows.add(Post.of("o" + day, member, at).channel(channel));
        rows.add(Reply.of("c" + day, person, at + 7_000_000L).to("o" + day).channel(channel));
        rows.add(
            Post.of("i" + day, day % 2 == 0 ? "care" : "jane", at)
                .channel("staffroom")
                .topic("tea"));
        rows.add(
            Reply.of("j" + day, "tom", at + 600_000L)
                .to("i" + day)
                .channel("staffroom")
                .topic("tea"));
      }
      ActKind kind = ActKind.ofRows().get(day % ActKind.ofRows().size());
      rows.add(Act.of(kind, person, at + 7_200_000L).channel(channel));
      if (day % 5 != 2) {
        String opener = "p" + day;
        rows.add(Act.of(ActKind.HOLD, member, at + 600_000L * (day % 7)).on(opener));
        rows.add(Act.of(ActKind.RESOLVE, member, at + 9_000_000L + (long) day * day).on(opener));
        rows.add(Act.of(ActKind.REOPEN, member, at + 20_000_000L * (day % 3)).on(opener));
        rows.add(Act.of(ActKind.ASSIGN, member, at).on(opener).assignedTo("Team " + day % 4));
        rows.add(Act.of(ActKind.RATE, person, at + 80_000_000L).on(opener).rating(day % 6 - 1));
      }
    }
    return rows.build().between("2026-01-01T00:00:00Z", "2026-01-20T00:00:00Z");
  }

  static Stream<Measure<?>> measures() {
    return Stream.concat(
        BytesTest.measures().stream(), Stream.of(Participation.of(LARGER.directory())));
  }

  /** Participation is of the members of one directory. */
  private static List<EngagementLog> logs(Measure<?> measure) {
    return Stream.of(BytesTest.LOG, LARGER)
        .filter(
            log ->
                !(measure instanceof Participation)
                    || Participation.of(log.directory()).toString().equals(measure.toString()))
        .toList();
  }

  /** Bytes of which something was changed, so that a log may never have written them. */
  private static byte[] forgery(byte[] genuine, int origin, Random random) throws IOException {
    byte[] result = genuine;
    for (int edits = 1 + random.nextInt(8) / 6; edits > 0; edits--) {
      boolean isAnywhere = random.nextInt(8) == 0;
      int from = isAnywhere ? 4 : origin;
      int at = from + random.nextInt(Math.max(1, result.length - 4 - from));
      result = edited(result, Math.min(at, result.length - 1), random);
    }
    return BytesTest.sealed(result);
  }

  private static byte[] edited(byte[] bytes, int at, Random random) {
    byte[] result = bytes.clone();
    ByteBuffer buffer = ByteBuffer.wrap(result);
    int left = bytes.length - at;
    switch (random.nextInt(10)) {
      case 8, 9 -> setEqualOnes(buffer, at, random);
      case 0 -> result[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> result[at] = (byte) BYTES[random.nextInt(BYTES.length)];
      case 2 -> {
        int size = Math.min(left, 1 + random.nextInt(24));
        int cut = random.nextInt(4) == 0 ? size : Math.min(left, 8);
        System.arraycopy(bytes, at + cut, result, at, left - cut);
        return Arrays.copyOf(result, Math.max(8, bytes.length - cut));
      }
      case 3 -> {
        int size = Math.min(left, random.nextInt(4) == 0 ? 1 + random.nextInt(32) : 8);
        result = Arrays.copyOf(bytes, bytes.length + size);
        System.arraycopy(bytes, at, result, at + size, left);
      }
      case 4 -> {
        if (left >= 4) {
          buffer.putInt(at, INTS[random.nextInt(INTS.length)]);
        }
      }
      default -> {
        if (left >= 8) {
          buffer.putLong(at, LONGS[random.nextInt(LONGS.length)]);
        }
      }
    }
    return result;
  }

  /** Counts are kept by person and by conversation, and only both together may change. */
  private static void setEqualOnes(ByteBuffer buffer, int at, Random random) {
    int last = buffer.limit() - 12;
    if (at > last) {
      return;
    }
    long old = buffer.getLong(at);
    int[] same = IntStream.range(4, last).filter(i -> buffer.getLong(i) == old).toArray();
    long changed = LONGS[random.nextInt(LONGS.length)];
    buffer.putLong(at, changed);
    if (same.length > 0) {
      buffer.putLong(same[random.nextInt(same.length)], changed);
    }
  }

  /** Where the tally begins. */
  private static int origin(Summary<?> summary) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    summary.origin().write(new DataOutputStream(bytes));
    return 4 + bytes.size();
  }

  /** What went wrong, by what it was. */
  private static final class Trial {
    final Map<String, String> faults = new TreeMap<>();
    private final String where;
    private int tried;
    int read;
    private int failed;
    private boolean isSound;
    private String example = "";
    private long bound;

    /** What the most costly step takes for what was measured. */
    long genuine;

    Trial(String where) {
      this.where = where;
    }

    void begin(byte[] bytes) {
      isSound = true;
      example = "no. " + tried;
      bound = ALLOWANCE + PER_BYTE * bytes.length;
    }

    void end() {
      tried++;
      failed += isSound ? 0 : 1;
    }

    @Override
    public String toString() {
      return where + ": " + tried + " tried, " + read + " read, " + failed + " failed " + faults;
    }

    private void fault(String step, String what) {
      isSound = false;
      faults.putIfAbsent(what, example + step);
    }

    /** What a step returns, or empty where it fails. */
    <R> Optional<R> step(String name, Callable<R> step) {
      long before = BytesTest.allocated();
      try {
        return Optional.ofNullable(step.call());
      } catch (InvocationTargetException e) {
        Throwable cause = Objects.requireNonNull(e.getCause());
        if (!isDocumented(cause)) {
          fault(name, told(cause));
        }
        return Optional.empty();
      } catch (Throwable e) {
        fault(name, told(e));
        return Optional.empty();
      } finally {
        long taken = BytesTest.allocated() - before;
        if (tried == 0) {
          genuine = Math.max(genuine, taken);
        }
        if (taken > bound + 4 * genuine) {
          fault(name, "much memory in " + name);
        }
      }
    }

    /** What an accessor says where there is no data, or the log does not show what it asks for. */
    private static boolean isDocumented(Throwable e) {
      return e instanceof IllegalStateException || e instanceof NoSuchElementException;
    }

    private static String told(Throwable e) {
      return e.getClass().getSimpleName()
          + " "
          + String.valueOf(e.getMessage()).replaceAll("-?[0-9]+", "9")
          + " at "
          + Arrays.stream(e.getStackTrace())
              .filter(frame -> frame.getClassName().startsWith("dev.repartee"))
              .filter(frame -> !frame.getClassName().contains("ForgedBytes"))
              .limit(5)
              .map(
                  frame ->
                      frame.getFileName().replace(".java", ":")
                          + frame.getMethodName()
                          + ":"
                          + frame.getLineNumber())
              .toList();
    }
  }

  private static final Set<String> ASKED_APART =
      Set.of("toString", "table", "toBytes", "hashCode", "getClass", "notify", "notifyAll", "wait");

  /** Asks whatever can be asked without an argument, and what is answered again. */
  private static void ask(Trial trial, String name, Object object, int depth) {
    Class<?> type = object.getClass();
    if (object instanceof Optional<?> optional) {
      optional.ifPresent(value -> ask(trial, name, value, depth));
    } else if (object instanceof Iterable<?> list) {
      int left = 3;
      for (Object value : list) {
        if (left-- > 0 && value != null) {
          ask(trial, name, value, depth);
        }
      }
    } else if (object instanceof Map<?, ?> map) {
      ask(trial, name, map.keySet(), depth);
      ask(trial, name, map.values(), depth);
    } else if (type.isArray()) {
      for (int i = 0; i < Math.min(3, Array.getLength(object)); i++) {
        Object value = Array.get(object, i);
        if (value != null) {
          ask(trial, name, value, depth);
        }
      }
    } else if (type.getPackageName().startsWith("dev.repartee") && !type.isEnum()) {
      trial.step(name + ".toString", object::toString);
      if (object instanceof Summary<?> summary) {
        trial.step(name + ".table", summary::table);
      }
      for (Method method : accessors(type)) {
        String asked = name + "." + method.getName();
        trial
            .step(asked, () -> method.invoke(object))
            .ifPresent(answer -> answered(trial, asked, answer, depth));
      }
    }
  }

  private static void answered(Trial trial, String name, Object answer, int depth) {
    if (depth > 0) {
      ask(trial, name, answer, depth - 1);
    }
  }

  private static final ClassValue<List<Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          return Arrays.stream(type.getMethods())
              .filter(m -> m.getParameterCount() == 0 && !Modifier.isStatic(m.getModifiers()))
              .filter(m -> m.getReturnType() != void.class && !m.isBridge())
              .filter(m -> !ASKED_APART.contains(m.getName()))
              .sorted(Comparator.comparing(Method::getName))
              .peek(m -> m.setAccessible(true))
              .toList();
        }
      };

  private static List<Method> accessors(Class<?> type) {
    return ACCESSORS.get(type);
  }

  /** Both, or null where origins or the sum of all counts forbid it. */
  private static <S extends Summary<S>> @Nullable S merged(S one, S other) {
    try {
      return one.merge(other);
    } catch (IllegalArgumentException e) {
      String thrower = e.getStackTrace()[0].getClassName();
      if (Set.of(Origin.class.getName(), Evidence.class.getName()).contains(thrower)) {
        return null;
      }
      throw e;
    }
  }

  private static <S extends Summary<S>> void tryOut(
      Trial trial, Measure<S> measure, S genuine, byte[] bytes) {
    trial.begin(bytes);
    tryOut(trial, measure, genuine, () -> measure.fromBytes(bytes));
    trial.end();
  }

  private static <S extends Summary<S>> void tryOut(
      Trial trial, Measure<S> measure, S genuine, Supplier<S> reading) {
    Optional<S> read =
        trial.step(
            "reading",
            () -> {
              try {
                return reading.get();
              } catch (IllegalArgumentException e) {
                return null;
              }
            });
    if (read.isEmpty()) {
      return;
    }
    trial.read++;
    S forged = read.get();
    ask(trial, "", forged, 2);
    trial
        .step("merge", () -> merged(forged, forged))
        .flatMap(twice -> trial.step("merge again", () -> merged(twice, forged)))
        .ifPresent(merged -> ask(trial, "merged", merged, 0));
    trial
        .step("merge after", () -> merged(genuine, forged))
        .ifPresent(m -> ask(trial, "after", m, 0));
    trial
        .step("merge before", () -> merged(forged, genuine))
        .ifPresent(m -> ask(trial, "before", m, 0));
    trial.step(
        "writing",
        () -> {
          byte[] written = forged.toBytes();
          assertTrue(
              Arrays.equals(written, measure.fromBytes(written).toBytes()), "reads otherwise");
          return written;
        });
  }

  private static <S extends Summary<S>> Trial trial(
      Measure<S> measure, String name, EngagementLog log) throws IOException {
    S genuine = log.measure(measure);
    byte[] bytes = genuine.toBytes();
    int origin = origin(genuine);
    Trial trial = new Trial(name + ", " + bytes.length + " bytes");
    Random random = new Random(SEED);
    tryOut(trial, measure, genuine, bytes);
    // Some print what they have simulated.
    int most = trial.genuine < HEAVY ? FORGERIES : FORGERIES / 50;
    for (int i = 0; i < FORGERIES && trial.read <= most; i++) {
      tryOut(trial, measure, genuine, forgery(bytes, origin, random));
    }
    return trial;
  }

  @ParameterizedTest
  @MethodSource("measures")
  @Tag("large")
  void whatCanBeReadCanBeUsed(Measure<?> measure) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60L + FORGERIES / 50),
        () -> {
          Map<String, String> faults = new TreeMap<>();
          for (EngagementLog log : logs(measure)) {
            Trial trial = trial(measure, log == LARGER ? "larger" : "small", log);
            assertTrue(trial.read > 1, () -> "hardly any was read of " + trial);
            if (FORGERIES > USUAL) {
              System.out.println(measure + ", " + trial);
            }
            faults.putAll(trial.faults);
          }
          assertEquals(Map.of(), faults);
        });
  }
}
