package dev.repartee.internal.exchange;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.walk.FastSlice;
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

  private static final int EXCHANGES = 0;
  private static final int QUIET = 1;
  private static final int OF_AUDIENCE = 2;
  private static final int RETURNS = 3;
  private static final int BEGINS = 4;

  /** A message and what answers it plus 1; 0 is nothing. */
  private static final int ANSWER_SHIFT = 8;

  private static final int MESSAGE = 0xFF;
  private static final int DIRECT = 1 << 16;

  private final FastSlice slice;
  private final Findings found = new Findings();
  private final DuetWalk walk;
  private final Strands others;
  private final IntList[] addressedEnd = new IntList[Addressing.values().length];
  private final IntList unpromptedEnd = new IntList();
  private final int[] replyTo = new int[Long.SIZE];

  /** Where the facts of each shape begin in the tables; they end where those of the next do. */
  private int[] begins = new int[64 * BEGINS];

  /** Exchanges, and messages of the audience, each in one number: they are read very often. */
  private int[] exchanges = new int[64];

  private int[] ofAudience = new int[64];

  /** The messages of each shape that answer a turn, a bit for each. */
  private long[] answers = new long[64];

  /** The number of each shape met so far by its code. */
  private int[] numbers = new int[0];

  private int size;

  /** The number of the shape of each conversation of the slice. */
  private int[] shapeOf = new int[0];

  private final ShapeRuns runs = new ShapeRuns();
  private boolean hasRuns;

  private long serial;
  private boolean isStale = true;

  private Shapes(Slice slice, AnswerRule rule) {
    this.slice = FastSlice.of(slice);
    this.walk = new DuetWalk(slice, rule, found);
    this.others = new Strands(slice, rule, null, this);
    Arrays.setAll(addressedEnd, i -> new IntList());
  }

  /**
   * Returns the shapes of a slice. They belong to the worker of the slice and keep their numbers
   * while it moves on.
   */
  public static Shapes of(Slice slice, AnswerRule rule) {
    Shapes result = slice.scratch(new Key(rule), () -> new Shapes(slice, rule));
    if (result.isStale || result.serial != slice.serial()) {
      result.refresh();
      result.serial = slice.serial();
      result.isStale = false;
    }
    return result;
  }

  private void refresh() {
    int units = slice.units();
    if (shapeOf.length < units) {
      shapeOf = new int[Math.max(units, 2 * shapeOf.length)];
    }
    if (walk.knowsRule()) {
      for (int unit = 0; unit < units; unit++) {
        shapeOf[unit] = find(unit);
      }
    } else {
      Arrays.fill(shapeOf, 0, units, Slice.NONE);
    }
    hasRuns = false;
  }

  /** Returns the conversations of the slice shape by shape. */
  public ShapeRuns runs() {
    if (!hasRuns) {
      runs.fill(slice, shapeOf);
      hasRuns = true;
    }
    return runs;
  }

  /** Returns the strands of the conversations that have no shape. */
  public Strands others() {
    others.refresh();
    return others;
  }

  /**
   * Returns the number of the shape of a conversation. From 0 in the order of first appearance;
   * {@link Slice#NONE} for a conversation that has none, is empty, or is not followed to its end.
   */
  public int shape(int unit) {
    return shapeOf[unit];
  }

  private int find(int unit) {
    int code = slice.shape(unit);
    if (code == Slice.NONE || !walk.isFollowedToEnd(unit)) {
      return Slice.NONE;
    }
    int number = code < numbers.length ? numbers[code] : Slice.NONE;
    return number != Slice.NONE ? number : add(unit, code);
  }

  private int add(int unit, int code) {
    if (code >= numbers.length) {
      int known = numbers.length;
      numbers = Arrays.copyOf(numbers, Math.max(2 * known, code + 64));
      Arrays.fill(numbers, known, numbers.length, Slice.NONE);
    }
    numbers[code] = add(unit, slice.from(unit), slice.to(unit));
    return numbers[code];
  }

  private int add(int unit, int from, int to) {
    walk.walkFromZero(unit, from, to);
    for (Addressing whom : Addressing.values()) {
      addressedEnd[whom.ordinal()].add(found.organizationRows(whom).size());
    }
    unpromptedEnd.add(found.unprompted.size());
    int begin = size * BEGINS;
    if (begin + 2 * BEGINS > begins.length) {
      begins = Arrays.copyOf(begins, 2 * begins.length);
    }
    begins[begin + BEGINS + EXCHANGES] = addExchanges(begins[begin + EXCHANGES]);
    begins[begin + BEGINS + QUIET] = found.exchanges.quiet().size();
    begins[begin + BEGINS + OF_AUDIENCE] = addOfAudience(begins[begin + OF_AUDIENCE], from, to);
    begins[begin + BEGINS + RETURNS] = found.returns.size();
    return size++;
  }

  private int addExchanges(int begin) {
    long answering = 0;
    for (int i = begin; i < found.exchanges.size(); i++) {
      int answer = found.exchanges.answer(i);
      answering |= answer == Slice.NONE ? 0 : 1L << answer;
      exchanges = withRoom(exchanges, i);
      exchanges[i] =
          pack(found.exchanges.anchor(i), answer) | (found.exchanges.direct(i) ? DIRECT : 0);
    }
    if (size >= answers.length) {
      answers = Arrays.copyOf(answers, 2 * size);
    }
    answers[size] = answering;
    return found.exchanges.size();
  }

  private int addOfAudience(int begin, int from, int to) {
    Arrays.fill(replyTo, Slice.NONE);
    for (int row = to - 1; row >= from; row--) {
      int parent = slice.parent(row);
      if (parent != Slice.NONE && slice.isMember(row)) {
        replyTo[parent - from] = row - from;
      }
    }
    int end = begin;
    for (int row = from; row < to; row++) {
      if (!slice.isMember(row)) {
        ofAudience = withRoom(ofAudience, end);
        ofAudience[end++] = pack(row - from, replyTo[row - from]);
      }
    }
    return end;
  }

  private static int pack(int message, int answer) {
    return message | (answer + 1) << ANSWER_SHIFT;
  }

  private static int unpackAnswer(int packed) {
    return (packed >>> ANSWER_SHIFT & MESSAGE) - 1;
  }

  private static int[] withRoom(int[] table, int index) {
    return index < table.length ? table : Arrays.copyOf(table, 2 * index);
  }

  /** Returns where the exchanges of a shape begin. */
  public int firstExchange(int shape) {
    return begins[shape * BEGINS + EXCHANGES];
  }

  /** Returns where the exchanges of a shape end. */
  public int exchangesEnd(int shape) {
    return begins[(shape + 1) * BEGINS + EXCHANGES];
  }

  /** Returns the first message of a turn that expects a response. */
  public int anchor(int exchange) {
    return exchanges[exchange] & MESSAGE;
  }

  /** Returns the message that answers a turn. The message, or {@link Slice#NONE}. */
  public int answer(int exchange) {
    return unpackAnswer(exchanges[exchange]);
  }

  /**
   * Returns whether the answer itself says who it answers. False for an inferred answer, and for
   * none.
   */
  public boolean isDirect(int exchange) {
    return (exchanges[exchange] & DIRECT) != 0;
  }

  /** Returns the messages of a shape that answer a turn. */
  public long answers(int shape) {
    return answers[shape];
  }

  /**
   * Returns where the messages of a shape begin that expect no response of somebody who does not
   * wait.
   */
  public int firstQuiet(int shape) {
    return begins[shape * BEGINS + QUIET];
  }

  /** Returns where these messages end. */
  public int quietEnd(int shape) {
    return begins[(shape + 1) * BEGINS + QUIET];
  }

  /** Returns such a message. */
  public int quiet(int i) {
    return found.exchanges.quiet().get(i);
  }

  /** Returns where the messages of the audience of a shape begin. */
  public int firstOfAudience(int shape) {
    return begins[shape * BEGINS + OF_AUDIENCE];
  }

  /** Returns where these messages end. */
  public int audienceEnd(int shape) {
    return begins[(shape + 1) * BEGINS + OF_AUDIENCE];
  }

  /** Returns a message of the audience. */
  public int ofAudience(int i) {
    return ofAudience[i] & MESSAGE;
  }

  /**
   * Returns the first answer that replies to such a message itself. The message, or {@link
   * Slice#NONE}.
   */
  public int firstReply(int i) {
    return unpackAnswer(ofAudience[i]);
  }

  /**
   * Returns where the messages of a shape begin whose author spoke before and was answered since.
   */
  public int firstReturn(int shape) {
    return begins[shape * BEGINS + RETURNS];
  }

  /** Returns where these messages end. */
  public int returnsEnd(int shape) {
    return begins[(shape + 1) * BEGINS + RETURNS];
  }

  /** Returns such a message. */
  public int returning(int i) {
    return found.returns.get(i);
  }

  /** Returns what strands of these shapes are like: strand {@code shape} is that of a shape. */
  public StrandFacts strands() {
    return found.strands;
  }

  /** Returns how many messages of the organization speak to somebody. At least 0. */
  public int organizationMessages(int shape, Addressing to) {
    return count(addressedEnd[to.ordinal()], shape);
  }

  /**
   * Returns how many messages of the organization speak to somebody who does not wait. At least 0.
   */
  public int unpromptedMessages(int shape) {
    return count(unpromptedEnd, shape);
  }

  private static int count(IntList ends, int shape) {
    return ends.get(shape) - (shape == 0 ? 0 : ends.get(shape - 1));
  }
}
