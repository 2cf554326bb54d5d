package dev.repartee.measure;

import dev.repartee.model.Directory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * How a measure walks a log: its canonical text, its unit, an empty tally, the sweep that fills the
 * tally, and the function that makes a summary of it.
 *
 * <pre>{@code
 * Plan<Groups<Weekend>, WeekendSummary> plan =
 *     Plan.of("weekend messages", Unit.CONVERSATION, Weekend::new, Weekend::sweep)
 *         .inGroups(WeekendSummary::new);
 * }</pre>
 *
 * @param <T> the tally
 * @param <S> the summary
 */
public final class Plan<T extends Tally<T>, S extends Summary<S>> {
  /** First bytes of every summary: RPT, and the version of the format. */
  private static final int MAGIC = 0x52505401;

  private final Draft<T> draft;
  private final Function<Evidence<T>, S> finisher;

  private Plan(Draft<T> draft, Function<Evidence<T>, S> finisher) {
    this.draft = draft;
    this.finisher = finisher;
  }

  /**
   * {@return a draft of a plan, to be completed with {@link Draft#inGroups} or {@link Draft#into}}
   *
   * @param text the canonical name of the measure with all its options: equal texts mean equal
   *     questions
   * @param unit what must not be split
   * @param empty makes an empty tally
   * @param sweep adds the facts of a slice
   * @param <T> the tally
   */
  public static <T extends Tally<T>> Draft<T> of(
      String text, Unit unit, Supplier<T> empty, Sweep<T> sweep) {
    return of(MeasureText.of(text), unit, empty, sweep);
  }

  static <T extends Tally<T>> Draft<T> of(
      MeasureText text, Unit unit, Supplier<T> empty, Sweep<T> sweep) {
    return new Draft<>(text, unit, empty, sweep, Terms.USUAL);
  }

  /**
   * One walk over one slice.
   *
   * @param <T> the tally it adds to
   */
  @FunctionalInterface
  public interface Sweep<T> {
    /**
     * Adds every fact of the slice to the tally of its anchor. It must depend on the slice alone.
     * It may be called more than once for a slice, each time with a different split.
     *
     * @param slice the rows
     * @param split gives the tally of each fact
     */
    void sweep(Slice slice, Split<T> split);
  }

  /**
   * Further properties of a walk.
   *
   * @param horizon for how long after its anchor a fact can change by itself
   * @param knowsAnswers whether facts know their answers
   * @param hangsOnActs whether facts begin with acts that are not rows
   * @param seen what the summary asks of what the log shows, as bits of {@link SeenKinds}
   * @param directories those the measure was made with
   * @param cases finds the cases behind the counts; null if the measure opens none
   */
  private record Terms(
      Duration horizon,
      boolean knowsAnswers,
      boolean hangsOnActs,
      int seen,
      List<Directory> directories,
      @Nullable CaseSweep<?> cases) {
    static final Terms USUAL = new Terms(Duration.ZERO, false, false, 0, List.of(), null);

    Terms withHorizon(Duration newHorizon) {
      return new Terms(newHorizon, knowsAnswers, hangsOnActs, seen, directories, cases);
    }

    Terms knowingAnswers() {
      return new Terms(horizon, true, hangsOnActs, seen, directories, cases);
    }

    Terms withoutAnswers() {
      return new Terms(horizon, false, hangsOnActs, seen, directories, cases);
    }

    Terms hangingOnActs() {
      return new Terms(horizon, knowsAnswers, true, seen, directories, cases);
    }

    Terms seeing(int bits) {
      return new Terms(horizon, knowsAnswers, hangsOnActs, seen | bits, directories, cases);
    }

    Terms withDirectories(List<Directory> more) {
      List<Directory> all = Stream.concat(directories.stream(), more.stream()).toList();
      return new Terms(horizon, knowsAnswers, hangsOnActs, seen, all, cases);
    }

    Terms withCases(@Nullable CaseSweep<?> newCases) {
      return new Terms(horizon, knowsAnswers, hangsOnActs, seen, directories, newCases);
    }
  }

  /**
   * A plan that does not yet say what its tally becomes.
   *
   * @param <T> the tally
   */
  public static final class Draft<T extends Tally<T>> {
    private final MeasureText text;
    private final Unit unit;
    private final Supplier<T> empty;
    private final Sweep<T> sweep;
    private final Terms terms;

    private Draft(MeasureText text, Unit unit, Supplier<T> empty, Sweep<T> sweep, Terms terms) {
      this.text = text;
      this.unit = unit;
      this.empty = empty;
      this.sweep = sweep;
      this.terms = terms;
    }

    private Draft<T> with(Terms newTerms) {
      return new Draft<>(text, unit, empty, sweep, newTerms);
    }

    /**
     * {@return a copy with a horizon: how long after its anchor a fact can still change by itself}
     * A summary is settled only after both the horizon and the follow-up.
     *
     * @param newHorizon how long after the anchor
     */
    public Draft<T> withHorizon(Duration newHorizon) {
      return with(terms.withHorizon(newHorizon));
    }

    /**
     * {@return a copy for a sweep whose anchors are audience rows and that passes the answer of a
     * fact to {@link Split#at(int, int)}, so that {@link Dimension#ofAnswer} can split it}
     */
    public Draft<T> knowingAnswers() {
      return with(terms.knowingAnswers());
    }

    /**
     * {@return a copy for a sweep whose facts begin with acts that are not rows, and that uses
     * {@link Split#at(int, int, long)}} Such an act may lie in a window that contains no row of its
     * unit; without this option the sweep would not see that unit.
     */
    public Draft<T> hangingOnActs() {
      return with(terms.hangingOnActs());
    }

    /**
     * Returns a copy for a measure with options that change over time, such as office hours. A
     * summary knows the changes up to its as-of, and merges with summaries that know later ones.
     *
     * @param textsBefore for the instant of each change, the canonical text before it
     * @return the draft
     */
    public Draft<T> withTextsBefore(SortedMap<Instant, String> textsBefore) {
      return new Draft<>(MeasureText.of(textsBefore, text.text()), unit, empty, sweep, terms);
    }

    /** {@return a copy for a summary that uses {@link Evidence#seenKinds}} */
    public Draft<T> withSeenKinds() {
      return seeing(SeenKinds.OF_ROWS);
    }

    /**
     * {@return a copy for a summary that uses {@link Evidence#seenKinds} to find out whether the
     * log contains states of conversations and ratings: {@link SeenKinds#STATES} and {@link
     * SeenKinds#RATINGS}}
     */
    public Draft<T> withSeenStates() {
      return seeing(SeenKinds.STATES | SeenKinds.RATINGS);
    }

    Draft<T> seeing(int bits) {
      return with(terms.seeing(bits));
    }

    /**
     * Returns a copy for a measure that was made with a directory; it refuses a log with a
     * different one.
     *
     * @param directory who is who
     * @return the draft
     */
    public Draft<T> withDirectory(Directory directory) {
      return withDirectories(List.of(directory));
    }

    Draft<T> withDirectories(List<Directory> more) {
      return with(terms.withDirectories(more));
    }

    /**
     * Returns a copy for a measure whose outcomes can be opened ({@link Measure#opened}). Call it
     * before {@link #inGroups}.
     *
     * <p>To find the cases, the sweep is run a second time with an empty tally for each fact. That
     * tally is read when the next one is requested, so a sweep must add everything about a fact
     * before it calls {@link Split#at} again.
     *
     * @param outcomes what a tally of a single fact counts, under the names of the facts of the
     *     summary
     * @return the draft
     */
    public Draft<T> opening(Opened.Outcomes<T> outcomes) {
      return with(terms.withCases(new CaseSweep<>(unit, empty, sweep, outcomes)));
    }

    /** The same for a plan that finds what another one finds but stores it elsewhere. */
    Draft<T> openingAs(Plan<?, ?> other) {
      return with(terms.withCases(other.draft.terms.cases));
    }

    /**
     * {@return the plan that keeps one tally for each replicate group, so that any statistic of the
     * summary gets its error ({@link Groups})} This is the usual choice.
     *
     * @param finisher makes the summary
     * @param <S> the summary
     */
    public <S extends Summary<S>> Plan<Groups<T>, S> inGroups(
        Function<Evidence<Groups<T>>, S> finisher) {
      Draft<Groups<T>> grouped =
          new Draft<>(
              text, unit, () -> new Groups<>(unit, empty), Groups.sweep(sweep, unit), terms);
      return new Plan<>(grouped, finisher);
    }

    /**
     * {@return the plan that keeps a single tally; for tallies that handle replicate groups
     * themselves}
     *
     * @param finisher makes the summary
     * @param <S> the summary
     */
    public <S extends Summary<S>> Plan<T, S> into(Function<Evidence<T>, S> finisher) {
      return new Plan<>(this, finisher);
    }

    @Override
    public String toString() {
      return "draft of a plan: " + text.text();
    }
  }

  /**
   * {@return the plan that walks as this one does but makes a different summary} Facts no longer
   * know their answers, since the new summary may need the unanswered. No outcomes can be opened,
   * unless {@link #openingAs} is called.
   *
   * @param text the canonical name of the new measure, which must include all options of this one
   * @param then makes the new summary, which delegates origin, merging and bytes to the one it is
   *     given
   * @param <R> the new summary
   */
  public <R extends Summary<R>> Plan<T, R> then(String text, Function<? super S, R> then) {
    Terms terms = draft.terms.withCases(null).withoutAnswers();
    return new Plan<>(
        new Draft<>(MeasureText.of(text), draft.unit, draft.empty, draft.sweep, terms),
        evidence -> then.apply(finisher.apply(evidence)));
  }

  /** The same walk for a summary that contains the other one unchanged. */
  <R extends Summary<R>> Plan<T, R> around(MeasureText text, Function<? super S, R> then) {
    return new Plan<>(
        new Draft<>(text, draft.unit, draft.empty, draft.sweep, draft.terms),
        evidence -> then.apply(finisher.apply(evidence)));
  }

  /**
   * {@return a copy that opens the same outcomes as the plan it was made from; the new summary must
   * have facts with the same names}
   *
   * @param other the plan that counts the outcomes
   */
  public Plan<T, S> openingAs(Plan<?, ?> other) {
    return new Plan<>(draft.openingAs(other), finisher);
  }

  /** {@return the canonical name of the measure with all its options} */
  public String text() {
    return draft.text.text();
  }

  /** The text, with its changes over time. */
  MeasureText measureText() {
    return draft.text;
  }

  /** {@return the unit, which must not be split} */
  public Unit unit() {
    return draft.unit;
  }

  /** {@return how long after its anchor a fact can change by itself; zero by default} */
  public Duration horizon() {
    return draft.terms.horizon;
  }

  /**
   * {@return whether the facts know their answers; true if {@link Dimension#ofAnswer} can split
   * them}
   */
  public boolean knowsAnswers() {
    return draft.terms.knowsAnswers;
  }

  /**
   * {@return whether facts begin with acts that are not rows, so that a window may contain a fact
   * of a unit but none of its rows}
   */
  public boolean hangsOnActs() {
    return draft.terms.hangsOnActs;
  }

  /** {@return whether the summary uses the kinds seen} */
  public boolean needsSeenKinds() {
    return draft.terms.seen != 0;
  }

  int seen() {
    return draft.terms.seen;
  }

  List<Directory> directories() {
    return draft.terms.directories;
  }

  /**
   * Refuses a log whose directory differs from the one that the measure was made with.
   *
   * @param ofLog the directory of the log
   * @throws IllegalArgumentException if its contents differ
   */
  public void requireDirectory(Directory ofLog) {
    for (Directory own : draft.terms.directories) {
      if (own.contentHash() != ofLog.contentHash()) {
        throw new IllegalArgumentException(
            "directory of the measure (by content hash "
                + Long.toHexString(own.contentHash())
                + ") must be that of the log ("
                + Long.toHexString(ofLog.contentHash())
                + "); make the measure with log.directory()");
      }
    }
  }

  /**
   * The plan that finds the cases behind the counts.
   *
   * @throws IllegalStateException if the measure opens none
   */
  Plan<CaseTally, CaseSummary> cases(Opened.Keeping keeping) {
    CaseSweep<?> cases = draft.terms.cases;
    if (cases == null) {
      throw new IllegalStateException(
          "measure ("
              + text()
              + ") must be one that counts outcomes of messages or people; of several in one walk"
              + " open each: Measures.of(first.opened(5), second.opened(5))");
    }
    Draft<CaseTally> found =
        new Draft<>(
            MeasureText.join(List.of(draft.text), texts -> "cases of " + texts.get(0) + keeping),
            draft.unit,
            () -> cases.emptyTally(keeping),
            (slice, split) -> cases.sweep(slice, split, keeping),
            draft.terms.withCases(null));
    return found.into(evidence -> new CaseSummary(cases.names(), evidence));
  }

  /** {@return a new, empty tally} */
  public T emptyTally() {
    return draft.empty.get();
  }

  /**
   * Adds the facts of a slice.
   *
   * @param slice the rows
   * @param split gives the tally of each fact
   */
  public void sweep(Slice slice, Split<T> split) {
    draft.sweep.sweep(slice, split);
  }

  /**
   * {@return the summary of a tally}
   *
   * @param origin the origin of the tally
   * @param seenKinds the kinds seen in the log
   * @param tally what was counted; it must not be changed any more
   */
  public S summary(Origin origin, SeenKinds seenKinds, T tally) {
    return finisher.apply(new Evidence<>(this, origin, seenKinds.only(draft.terms.seen), tally, 0));
  }

  /** The summary of a part of a tally. */
  S summary(Evidence<?> whole, Origin origin, T tally) {
    SeenKinds seen = whole.seenKinds().only(draft.terms.seen);
    return finisher.apply(new Evidence<>(this, origin, seen, tally, whole.counted()));
  }

  byte[] toBytes(Evidence<T> evidence) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CRC32C checksum = new CRC32C();
    try (DataOutputStream out = new DataOutputStream(new CheckedOutputStream(bytes, checksum))) {
      out.writeInt(MAGIC);
      evidence.origin().write(out);
      evidence.seenKinds().write(out);
      evidence.tally().write(out);
      out.writeInt((int) checksum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }

  S fromBytes(byte[] bytes) {
    int length = Math.max(0, bytes.length - Integer.BYTES);
    ByteArrayInputStream stream = new ByteArrayInputStream(bytes, 0, length);
    Tally.Input in = new Tally.Input(stream);
    try {
      requireVersion(in.readInt());
      // Most damage would otherwise pass for other numbers.
      if (checksum(bytes, length) != ByteBuffer.wrap(bytes, length, Integer.BYTES).getInt()) {
        throw new IOException("their checksum differs");
      }
      Origin origin = Origin.read(in);
      if (!origin.isOf(this)) {
        throw new IllegalArgumentException(
            "bytes hold a summary of ["
                + origin.measure()
                + "], not of ["
                + text()
                + "]; read them with the measure that wrote them");
      }
      SeenKinds seen = SeenKinds.read(in);
      S summary = summary(origin, seen, in);
      int left = stream.available();
      if (left > 0) {
        throw new IOException(left + " bytes too many");
      }
      return summary;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "bytes ("
              + bytes.length
              + " of them) are damaged: "
              + (e instanceof EOFException ? "they end early" : e.getMessage())
              + "; pass what toBytes() returned, unchanged",
          e);
    }
  }

  private static void requireVersion(int magic) {
    if (magic >>> Byte.SIZE == MAGIC >>> Byte.SIZE && magic != MAGIC) {
      throw new IllegalArgumentException(
          "bytes are of version "
              + (magic & 0xFF)
              + " of the format, this library reads version "
              + (MAGIC & 0xFF)
              + "; read them with the library that wrote them, or measure again");
    }
    if (magic != MAGIC) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "bytes begin with %08x, a summary of this version with %08x; pass what"
                  + " toBytes() returned, unchanged",
              magic,
              MAGIC));
    }
  }

  /** Bytes that no tally can hold, or no summary can add up, must not look like a bug. */
  private S summary(Origin origin, SeenKinds seen, Tally.Input in) throws IOException {
    try {
      T tally = emptyTally();
      tally.read(in);
      return finisher.apply(new Evidence<>(this, origin, seen, tally, in.counted()));
    } catch (IllegalArgumentException
        | ArithmeticException
        | IndexOutOfBoundsException
        | NegativeArraySizeException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public String toString() {
    return "plan: " + text();
  }
}
