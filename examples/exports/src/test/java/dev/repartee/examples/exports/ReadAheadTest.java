package dev.repartee.examples.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReadAheadTest {
  /** Numbers from 0, ended by a failure. */
  private static final class Failing implements Iterator<Integer> {
    private final int count;
    private final Throwable failure;
    private int next;

    Failing(int count, Throwable failure) {
      this.count = count;
      this.failure = failure;
    }

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Integer next() {
      if (next == count) {
        if (failure instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) failure;
      }
      return next++;
    }
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_095, 4_096, 4_097, 8_192, 50_000})
  void everyElementComesOnceAndInOrder(int count) {
    List<Integer> seen = new ArrayList<>();
    ReadAhead.forEach(numbers(count).iterator(), seen::add);
    assertEquals(numbers(count), seen);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_095, 4_096, 4_097, 8_192, 50_000})
  void whatWasReadBeforeAFailureIsHandedOverAndTheFailureIsTold(int count) {
    List<Integer> seen = new ArrayList<>();
    IllegalStateException failure = new IllegalStateException("broken");
    Failing elements = new Failing(count, failure);
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> ReadAhead.forEach(elements, seen::add));
    assertSame(failure, thrown);
    assertEquals(numbers(count), seen);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5_000, 20_000})
  void errorsOfTheReadingAreTold(int count) {
    Failing elements = new Failing(count, new OutOfMemoryError("read"));
    OutOfMemoryError thrown =
        assertThrows(OutOfMemoryError.class, () -> ReadAhead.forEach(elements, number -> {}));
    assertTrue(thrown == elements.failure || thrown.getCause() == elements.failure);
  }

  /** Also where the reading fails at the same time, and however far it is ahead. */
  @ParameterizedTest
  @ValueSource(ints = {0, 4_095, 4_096, 10_000})
  void theFailureOfTheConsumerIsToldAndNothingIsReadAfterwards(int last) {
    IllegalArgumentException failure = new IllegalArgumentException("bad row");
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean readAfterwards = new AtomicBoolean();
    Failing numbers = new Failing(14_000, new IllegalStateException("broken"));
    Iterator<Integer> elements =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            readAfterwards.compareAndSet(false, ended.get());
            return numbers.hasNext();
          }

          @Override
          public Integer next() {
            return numbers.next();
          }
        };
    List<Integer> seen = new ArrayList<>();
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                ReadAhead.forEach(
                    elements,
                    number -> {
                      seen.add(number);
                      if (number == last) {
                        throw failure;
                      }
                    }));
    ended.set(true);
    assertSame(failure, thrown);
    assertEquals(numbers(last + 1), seen);
    assertFalse(readAfterwards.get());
    assertTrue(numbers.next < 14_000 || last >= 4_096, "read further than a batch ahead");
  }
}
