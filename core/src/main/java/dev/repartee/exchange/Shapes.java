package dev.repartee.exchange;

import dev.repartee.measure.Slice;
import java.util.Arrays;

/**
 * What conversations of the same shape have in common: their exchanges and what their strand is
 * like, found once for each shape. Most conversations are short and have one of few shapes ({@link
 * Slice#shape}), so a sweep that reads shapes first, and then {@link #others}, is much faster than
 * one that reads all strands; the facts are the same.
 *
 * <p>Messages are counted from the first of the conversation: message {@code m} of a conversation
 * is the row {@code slice.from(unit) + m}.
 */
public final class Shapes {
  private record Key(AnswerRule rule) {}

  private final Slice slice;
  private final Findings found = new Findings();
  private final DuetWalk walk;
  private final Strands others;
  private final IntList exchangesEnd = new IntList();
  private final IntList quietEnd = new IntList();
  private final IntList[] addressedEnd = new IntList[Addressing.values().length];
  private final IntList waitsEnd = new IntList();
  private final IntList waits = new IntList();
  private final IntList replies = new IntList();
  private final int[] replyTo = new int[Long.SIZE];

  /** The number of each shape met so far by its code. */
  private int[] numbers = new int[0];

  private int size;

  private Shapes(Slice slice, AnswerRule rule) {
    this.slice = slice;
    this.walk = new DuetWalk(slice, rule, found);
    this.others = new Strands(slice, rule, null, this);
    Arrays.setAll(addressedEnd, i -> new IntList());
  }

  /**
   * Returns the shapes of a slice. They belong to the worker of the slice and keep their numbers
   * while it moves on.
   *
   * @param slice a slice of conversations
   * @param rule what counts as an answer
   * @return the shapes
   */
  public static Shapes of(Slice slice, AnswerRule rule) {
    return slice.scratch(new Key(rule), () -> new Shapes(slice, rule));
  }

  /**
   * Returns the strands of the conversations that have no shape.
   *
   * @return the strands; the first call for a slice walks it
   */
  public Strands others() {
    others.refresh();
    return others;
  }

  /**
   * Returns the number of the shape of a conversation.
   *
   * @param unit from 0 to {@code slice.units() - 1}
   * @return from 0 in the order of first appearance; {@link Slice#NONE} for a conversation that has
   *     none, is empty, or is not followed to its end
   */
  public int shape(int unit) {
    int from = slice.from(unit);
    int to = slice.to(unit);
    if (from == to || !walk.knowsRule()) {
      return Slice.NONE;
    }
    int code = slice.shape(unit);
    if (code == Slice.NONE || !walk.isFollowedToEnd(from, to)) {
      return Slice.NONE;
    }
    if (code >= numbers.length) {
      int known = numbers.length;
      numbers = Arrays.copyOf(numbers, Math.max(2 * known, code + 64));
      Arrays.fill(numbers, known, numbers.length, Slice.NONE);
    }
    if (numbers[code] == Slice.NONE) {
      numbers[code] = add(unit, from, to);
    }
    return numbers[code];
  }

  private int add(int unit, int from, int to) {
    walk.walkFromZero(unit, from, to);
    exchangesEnd.add(found.exchanges.size());
    quietEnd.add(found.exchanges.quiet().size());
    for (Addressing whom : Addressing.values()) {
      addressedEnd[whom.ordinal()].add(found.organizationRows(whom).size());
    }
    addWaits(from, to);
    return size++;
  }

  private void addWaits(int from, int to) {
    Arrays.fill(replyTo, Slice.NONE);
    for (int row = to - 1; row >= from; row--) {
      int parent = slice.parent(row);
      if (parent != Slice.NONE && slice.isMember(row)) {
        replyTo[parent - from] = row - from;
      }
    }
    for (int row = from; row < to; row++) {
      if (!slice.isMember(row)) {
        waits.add(row - from);
        replies.add(replyTo[row - from]);
      }
    }
    waitsEnd.add(waits.size());
  }

  private static int from(IntList ends, int shape) {
    return shape == 0 ? 0 : ends.get(shape - 1);
  }

  /**
   * Returns where the exchanges of a shape begin.
   *
   * @param shape the number of a shape
   * @return the first exchange
   */
  public int firstExchange(int shape) {
    return from(exchangesEnd, shape);
  }

  /**
   * Returns where the exchanges of a shape end.
   *
   * @param shape the number of a shape
   * @return the exchange after the last
   */
  public int exchangesEnd(int shape) {
    return exchangesEnd.get(shape);
  }

  /**
   * Returns the first message of a turn that expects a response.
   *
   * @param exchange an exchange of a shape
   * @return the message
   */
  public int anchor(int exchange) {
    return found.exchanges.anchor(exchange);
  }

  /**
   * Returns the message that answers a turn.
   *
   * @param exchange an exchange of a shape
   * @return the message, or {@link Slice#NONE}
   */
  public int answer(int exchange) {
    return found.exchanges.answer(exchange);
  }

  /**
   * Returns whether the answer says itself whom it answers.
   *
   * @param exchange an exchange of a shape
   * @return false for an inferred answer, and for none
   */
  public boolean isDirect(int exchange) {
    return found.exchanges.direct(exchange);
  }

  /**
   * Returns where the messages of a shape begin that expect no response of somebody who does not
   * wait.
   *
   * @param shape the number of a shape
   * @return the first such message
   */
  public int firstQuiet(int shape) {
    return from(quietEnd, shape);
  }

  /**
   * Returns where these messages end.
   *
   * @param shape the number of a shape
   * @return the one after the last
   */
  public int quietEnd(int shape) {
    return quietEnd.get(shape);
  }

  /**
   * Returns such a message.
   *
   * @param i from {@code firstQuiet(shape)} to before {@code quietEnd(shape)}
   * @return the message
   */
  public int quiet(int i) {
    return found.exchanges.quiet().get(i);
  }

  /**
   * Returns where the messages of the audience of a shape begin.
   *
   * @param shape the number of a shape
   * @return the first
   */
  public int firstOfAudience(int shape) {
    return from(waitsEnd, shape);
  }

  /**
   * Returns where these messages end.
   *
   * @param shape the number of a shape
   * @return the one after the last
   */
  public int audienceEnd(int shape) {
    return waitsEnd.get(shape);
  }

  /**
   * Returns a message of the audience.
   *
   * @param i from {@code firstOfAudience(shape)} to before {@code audienceEnd(shape)}
   * @return the message
   */
  public int ofAudience(int i) {
    return waits.get(i);
  }

  /**
   * Returns the first answer that replies to such a message itself.
   *
   * @param i from {@code firstOfAudience(shape)} to before {@code audienceEnd(shape)}
   * @return the message, or {@link Slice#NONE}
   */
  public int firstReply(int i) {
    return replies.get(i);
  }

  /**
   * Returns what strands of these shapes are like: strand {@code shape} is that of a shape.
   *
   * @return the facts, which grow with the shapes
   */
  public StrandFacts strands() {
    return found.strands;
  }

  /**
   * Returns how many messages of the organization speak to somebody.
   *
   * @param shape the number of a shape
   * @param to to whom they speak
   * @return at least 0
   */
  public int organizationMessages(int shape, Addressing to) {
    IntList ends = addressedEnd[to.ordinal()];
    return ends.get(shape) - from(ends, shape);
  }

  @Override
  public String toString() {
    return size + " shapes";
  }
}
