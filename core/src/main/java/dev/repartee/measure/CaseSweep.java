package dev.repartee.measure;

import dev.repartee.measure.Opened.Case;
import dev.repartee.measure.Opened.Keeping;
import dev.repartee.measure.Opened.Outcome;
import dev.repartee.measure.Opened.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cases behind what a sweep counts: lets it run once more, hands it an empty tally for
 * each fact, and looks what the fact counted as. So cases are counted by the very code that counts
 * the summary.
 *
 * @param unit what the measure walks
 * @param empty makes an empty tally
 * @param sweep adds the facts of a slice
 * @param outcomes what a tally of one fact says
 * @param <T> the tally of the measure
 */
record CaseSweep<T extends Tally<T>>(
    Unit unit, Supplier<T> empty, Plan.Sweep<T> sweep, Outcomes<T> outcomes) {
  List<List<String>> names() {
    return outcomes.all().stream().map(Outcome::name).toList();
  }

  CaseTally emptyTally(Keeping keeping) {
    return new CaseTally(outcomes.all().size(), keeping);
  }

  void sweep(Slice slice, Split<CaseTally> cases, Keeping keeping) {
    OneByOne split = new OneByOne(slice, cases, keeping);
    sweep.sweep(slice, split);
    split.settle();
  }

  /** Hands out a tally for each fact, and looks at it when the next one is asked for. */
  private final class OneByOne extends Split<T> {
    private final Slice slice;
    private final Split<CaseTally> cases;
    private final Keeping keeping;

    /** What the fact at hand is added to; null before the first. */
    private @Nullable T one;

    private int anchor;
    private long beganAt;
    private CaseTally found;

    OneByOne(Slice slice, Split<CaseTally> cases, Keeping keeping) {
      this.slice = slice;
      this.cases = cases;
      this.keeping = keeping;
      this.found = CaseSweep.this.emptyTally(keeping);
    }

    @Override
    public T at(int anchorRow, int answerRow) {
      settle();
      found = cases.at(anchorRow, answerRow);
      return begin(anchorRow, slice.at(anchorRow));
    }

    @Override
    public T at(int anchorRow, int answerRow, long beginsAt) {
      settle();
      found = cases.at(anchorRow, answerRow, beginsAt);
      return begin(anchorRow, beginsAt);
    }

    private T begin(int anchorRow, long at) {
      anchor = anchorRow;
      beganAt = at;
      T fresh = empty.get();
      one = fresh;
      return fresh;
    }

    @Override
    public boolean takes(int anchorRow, int answerRow) {
      return cases.takes(anchorRow, answerRow);
    }

    /** Looks what the fact at hand counted as. */
    void settle() {
      T fact = one;
      if (fact == null) {
        return;
      }
      one = null;
      String message = slice.id(anchor).orElse("");
      String person = slice.personName(slice.person(anchor));
      long lot = CaseMark.of(message, person, beganAt);
      for (int i = 0; i < outcomes.all().size(); i++) {
        Outcome<T> outcome = outcomes.all().get(i);
        long times = outcome.count().applyAsLong(fact);
        if (times > 0) {
          long millis =
              outcome.millis() == null
                  ? Math.max(0, slice.seenUntil(anchor) - beganAt)
                  : outcome.millis().applyAsLong(fact);
          found.of(i).add(times, lot, millis, () -> told(message, person, millis));
        }
      }
    }

    private Case told(String message, String person, long millis) {
      int organization = slice.organization(anchor);
      return new Case(
          keeping.told(message),
          keeping.told(conversation()),
          keeping.told(person),
          organization == Slice.NONE ? "" : slice.organizationName(organization),
          Instant.ofEpochMilli(beganAt),
          Duration.ofMillis(millis));
    }

    /** Rows by person may know of no conversation, and cases of the same people are to be equal. */
    private String conversation() {
      if (unit == Unit.PERSON) {
        return "";
      }
      // Conversations stand one after the other: the last that does not begin behind the anchor.
      int first = 0;
      int last = slice.units() - 1;
      while (first < last) {
        int middle = (first + last + 1) >>> 1;
        if (slice.from(middle) <= anchor) {
          first = middle;
        } else {
          last = middle - 1;
        }
      }
      return slice.id(slice.from(first)).orElse("");
    }
  }
}
