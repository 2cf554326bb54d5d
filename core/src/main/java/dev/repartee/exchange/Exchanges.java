package dev.repartee.exchange;

/**
 * The person turns of a slice that wait for a response, by an {@link AnswerRule}, each with its
 * answer or none yet.
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
  /**
   * Returns the number of exchanges.
   *
   * @return at least 0
   */
  int size();

  /**
   * Returns the message with which a turn begins: its first that expects a response.
   *
   * @param exchange from 0 to {@code size() - 1}, in order of conversations
   * @return its row
   */
  int anchor(int exchange);

  /**
   * Returns the last message of a turn.
   *
   * @param exchange from 0 to {@code size() - 1}
   * @return its row
   */
  int lastOfTurn(int exchange);

  /**
   * Returns the message that answers a turn. It may be later than the follow-up of a view: compare
   * it with {@code Slice.seenUntil}.
   *
   * @param exchange from 0 to {@code size() - 1}
   * @return its row, or {@code Slice.NONE}
   */
  int answer(int exchange);

  /**
   * Returns whether the answer replies to the turn or names its author.
   *
   * @param exchange from 0 to {@code size() - 1}
   * @return false where it is an answer by inference, or none
   */
  boolean isDirect(int exchange);
}
