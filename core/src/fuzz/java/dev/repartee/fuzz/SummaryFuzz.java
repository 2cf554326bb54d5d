package dev.repartee.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.repartee.measure.BytesTest;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Bytes of summaries of every measure; the second byte says of which. */
class SummaryFuzz {
  static final long BASE = 1_000_000;
  static final long FACTOR = 1_000;
  private static final int LONGEST = 1 << 16;

  private static final List<Measure<?>> MEASURES = BytesTest.measures();

  @FuzzTest(maxDuration = "30m")
  void reads(byte[] input) {
    if (input.length >= 2 && input.length <= LONGEST) {
      byte[] rest = Arrays.copyOfRange(input, 1, input.length);
      rest[0] = input[0];
      tryOut(MEASURES.get((input[1] & 0xFF) % MEASURES.size()), Bounds.sealed(rest));
    }
  }

  private static <S extends Summary<S>> void tryOut(Measure<S> measure, byte[] bytes) {
    Bounds.memory(BASE, FACTOR, bytes.length, () -> read(measure, bytes));
    read(measure, bytes).ifPresent(summary -> use(measure, summary));
  }

  private static <S extends Summary<S>> Optional<S> read(Measure<S> measure, byte[] bytes) {
    try {
      return Optional.of(measure.fromBytes(bytes));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What was read can be printed, asked, and written again. */
  private static <S extends Summary<S>> void use(Measure<S> measure, S summary) {
    if (summary.toString().isEmpty() || summary.facts().rows().size() < 0) {
      throw new AssertionError("says nothing");
    }
    byte[] written = summary.toBytes();
    if (!Arrays.equals(written, measure.fromBytes(written).toBytes())) {
      throw new AssertionError("reads otherwise");
    }
  }
}
