package dev.repartee.exchange;

/**
 * The person turns of a slice that expect a response, by an {@link AnswerRule}, each with its
 * answer if there is one yet.
 *
 * <pre>{@code
 * long answered(Slice slice) {
 *   Exchanges exchanges = slice.exchanges(AnswerRule.standard());
 *   return IntStream.range(0, exchanges.size())
 *       .filter(i -> exchanges.answer(i) != Slice.NONE)
 *       .count();
 * }
 * }</pre>
 */
public interface Exchanges {
  /** {@return the number of exchanges, at least 0} */
  int size();

  /**
   * {@return the row of the message that begins a turn: its first that expects a response}
   *
   * @param exchange from 0 to {@code size() - 1}, in order of conversations
   */
  int anchor(int exchange);

  /**
   * {@return the row of the last message of a turn}
   *
   * @param exchange from 0 to {@code size() - 1}
   */
  int lastOfTurn(int exchange);

  /**
   * {@return the row of the message that answers a turn, or {@code Slice.NONE}} It may be later
   * than the follow-up of a view; compare it with {@code Slice.seenUntil}.
   *
   * @param exchange from 0 to {@code size() - 1}
   */
  int answer(int exchange);

  /**
   * Returns whether the answer replies to the turn or names its author.
   *
   * @param exchange from 0 to {@code size() - 1}
   * @return false if the answer is inferred, or there is none
   */
  boolean isDirect(int exchange);
}
