package dev.repartee.measure;

import com.google.common.collect.Comparators;
import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.hash.LongCodes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One tally for each key of a dimension. In a walk the tallies stand in a list by the code of their
 * key; as soon as anything else is asked, they move into a map by the key itself, which means the
 * same in every worker and on every machine.
 *
 * @param <T> the tally of one key
 */
final class Keyed<T extends Tally<T>> implements Tally<Keyed<T>> {
  static final Comparator<Iterable<String>> KEY_ORDER =
      Comparators.lexicographical(Comparator.<String>naturalOrder());

  private final Plan<T, ?> inner;
  private final TallyMap<List<String>, T> byKey;

  /** By code, or by place among the codes that this one has seen, where it is one of many. */
  private final List<@Nullable T> byCode = new ArrayList<>();

  private @Nullable LongCodes seen;
  private @Nullable KeyCoder coder;

  Keyed(Plan<T, ?> inner, int keyParts) {
    this.inner = inner;
    this.byKey =
        new TallyMap<>(KEY_ORDER, Keyed::writeKey, in -> readKey(keyParts, in), inner::emptyTally);
  }

  /** The plan that splits another by a dimension. */
  static <T extends Tally<T>, S extends Summary<S>> Plan<?, Breakdown<S>> plan(
      Plan<T, S> inner, Dimension dimension) {
    dimension.requireFit(inner);
    Plan.Draft<Keyed<T>> draft =
        Plan.of(
                MeasureText.join(
                    List.of(inner.measureText()),
                    texts -> texts.get(0) + " by " + dimension.name()),
                inner.unit(),
                () -> new Keyed<>(inner, dimension.parts()),
                (slice, split) ->
                    inner.sweep(
                        slice,
                        new KeySplit<>(
                            split, slice.scratch(dimension, () -> dimension.coder(slice)))))
            .withHorizon(inner.horizon());
    draft = inner.hangsOnActs() ? draft.hangingOnActs() : draft;
    draft = inner.knowsAnswers() ? draft.knowingAnswers() : draft;
    draft = draft.seeing(inner.seen());
    draft = draft.withDirectories(inner.directories()).openingAs(inner);
    return draft.into(evidence -> Breakdown.of(evidence, inner, dimension));
  }

  /** Routes a fact to the tally of its key. */
  private static final class KeySplit<T extends Tally<T>> extends Split<T> {
    private final Split<Keyed<T>> outer;
    private final @Nullable Keyed<T> whole;
    private final KeyCoder coder;

    KeySplit(Split<Keyed<T>> outer, KeyCoder coder) {
      this.outer = outer;
      this.whole = outer.whole();
      this.coder = coder;
    }

    @Override
    public T at(int anchorRow, int answerRow) {
      int code = coder.code(anchorRow, answerRow);
      return whole != null
          ? whole.cell(code, coder)
          : outer.at(anchorRow, answerRow).oneOfMany(code, coder);
    }

    @Override
    public T at(int anchorRow, int answerRow, long beginsAt) {
      int code = coder.codeAt(anchorRow, answerRow, beginsAt);
      return whole != null
          ? whole.cell(code, coder)
          : outer.at(anchorRow, answerRow, beginsAt).oneOfMany(code, coder);
    }

    @Override
    public @Nullable T whole(int from, int to) {
      Keyed<T> keyed = whole != null ? whole : outer.whole(from, to);
      int code = keyed == null ? Slice.NONE : coder.codeOfAll(from, to);
      if (keyed == null || code == Slice.NONE) {
        return null;
      }
      return whole != null ? whole.cell(code, coder) : keyed.oneOfMany(code, coder);
    }

    @Override
    public int @Nullable [] codes(int[] anchorRows, int[] answerRows, int facts) {
      return whole == null ? null : coder.codes(anchorRows, answerRows, facts);
    }

    @Override
    public T tally(int code) {
      return whole == null ? super.tally(code) : whole.cell(code, coder);
    }

    @Override
    public boolean takes(int anchorRow, int answerRow) {
      return outer.takes(anchorRow, answerRow);
    }
  }

  /** A key within a key has few of all codes, so that a place for each would be too much. */
  private T oneOfMany(int code, KeyCoder ofWorker) {
    begin(ofWorker);
    LongCodes codes = seen == null ? new LongCodes() : seen;
    seen = codes;
    int place = codes.code(code);
    T cell = place < byCode.size() ? byCode.get(place) : null;
    return cell != null ? cell : newCell(place);
  }

  private void begin(KeyCoder ofWorker) {
    if (coder != ofWorker) {
      settle();
      coder = ofWorker;
    }
  }

  private T cell(int code, KeyCoder ofWorker) {
    begin(ofWorker);
    T cell = code < byCode.size() ? byCode.get(code) : null;
    return cell != null ? cell : newCell(code);
  }

  private T newCell(int code) {
    while (byCode.size() <= code) {
      byCode.add(null);
    }
    T cell = inner.emptyTally();
    byCode.set(code, cell);
    return cell;
  }

  /** Moves what the walk has counted to its keys. */
  private void settle() {
    KeyCoder used = coder;
    if (used == null) {
      return;
    }
    for (int code = 0; code < byCode.size(); code++) {
      T cell = byCode.get(code);
      if (cell != null) {
        byKey.take(
            used.key(seen == null ? code : (int) seen.value(code)),
            cell); // nobody else has this one
      }
    }
    byCode.clear();
    seen = null;
    coder = null;
  }

  /** The tallies by key, sorted. */
  SortedMap<List<String>, T> byKey() {
    settle();
    return byKey.cells();
  }

  private static void writeKey(List<String> key, DataOutput out) throws IOException {
    for (String part : key) {
      Texts.write(out, part);
    }
  }

  private static List<String> readKey(int parts, DataInput in) throws IOException {
    List<String> key = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      key.add(Texts.read(in));
    }
    return List.copyOf(key);
  }

  @Override
  public void add(Keyed<T> other) {
    settle();
    other.settle();
    byKey.add(other.byKey);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    settle();
    byKey.write(out);
  }

  @Override
  public void read(Input in) throws IOException {
    byKey.read(in);
  }
}
