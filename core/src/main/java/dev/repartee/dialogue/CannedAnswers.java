package dev.repartee.dialogue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Unit;
import java.util.Arrays;
import java.util.Objects;

/**
 * How many answers are canned, that is, repeat word for word what answers in other conversations
 * say. Show it next to every rate that a ready-made "thank you" can raise.
 *
 * <p>An answer is a message that ends somebody's wait. Texts are compared by fingerprint; answers
 * without one are counted separately. A text counts once per conversation, at the first answer
 * there that has it, which is its anchor. In a window, a text therefore counts in the conversations
 * where it first occurred within the window.
 *
 * <pre>{@code
 * CannedSummary canned = log.measure(CannedAnswers.standard());
 * // canned ==> canned answers: no data, 1 without fingerprint
 * canned.canned();
 * }</pre>
 *
 * <p>Codes of fingerprints differ between logs, so the summary keeps a hash of 123 bits for each,
 * by replicate group: 32 bytes and some free space for each distinct text of an answer in each of
 * at most 32 groups. This is the price of exact merging, and the reason why this is a separate
 * measure. It takes time linear in the number of messages.
 *
 * <p>Guide: {@code core/docs/guide/metrics/canned-answers.md}.
 */
public final class CannedAnswers implements Measure<CannedSummary> {
  private final AnswerRule rule;

  private CannedAnswers(AnswerRule rule) {
    this.rule = Objects.requireNonNull(rule, "rule");
  }

  /** {@return the default measure, in which members of the addressee answer, but not bots} */
  public static CannedAnswers standard() {
    return new CannedAnswers(AnswerRule.standard());
  }

  /**
   * {@return a copy with another rule for what counts as an answer}
   *
   * @param newRule the rule
   */
  public CannedAnswers answers(AnswerRule newRule) {
    return new CannedAnswers(newRule);
  }

  @Override
  public Plan<?, CannedSummary> plan() {
    return Plan.of(toString(), Unit.CONVERSATION, CannedTally::new, this::sweep)
        .into(CannedSummary::new);
  }

  private void sweep(Slice slice, Split<CannedTally> split) {
    Strands strands = Strands.of(slice, rule);
    LastSeen lastSeen = slice.scratch(LastSeen.class, LastSeen::new);
    int unit = 0;
    lastSeen.beginConversation();
    // In ascending order, so that the first with a text in its conversation comes first.
    for (int i = 0; i < strands.answers(); i++) {
      int row = strands.answerRow(i);
      while (slice.to(unit) <= row) {
        unit++;
        lastSeen.beginConversation();
      }
      int code = FastSlice.of(slice).fingerprint(row);
      if (code == Slice.NONE) {
        split.at(row).unmarked++;
      } else {
        boolean isFirst = lastSeen.isFirst(code);
        long hash = FastSlice.of(slice).fingerprintHash(code);
        long rest = FastSlice.of(slice).fingerprintHashRest(code);
        split.at(row).add(hash, rest, slice.groups(row), isFirst);
      }
    }
  }

  /**
   * The conversation in which each fingerprint was last seen. Several measures of one walk may
   * share it, so each starts afresh, and conversations are numbered as they are walked.
   */
  private static final class LastSeen {
    private int[] numbers = new int[64];
    private int number;

    void beginConversation() {
      number++;
    }

    boolean isFirst(int code) {
      if (code >= numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.max(code + 1, 2 * code));
      }
      boolean isFirst = numbers[code] != number;
      numbers[code] = number;
      return isFirst;
    }
  }

  @Override
  public String toString() {
    return "canned answers" + rule.suffix();
  }
}
