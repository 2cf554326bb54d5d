package dev.repartee.measure;

import com.google.common.collect.Comparators;
import dev.repartee.internal.bytes.Texts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One tally for each key of a dimension. In a walk the tallies stand in a list by the code of their
 * key; as soon as anything else is asked, they move into a map by the key itself, which means the
 * same in every worker and on every machine.
 *
 * @param <T> the tally of one key
 */
final class Keyed<T extends Tally<T>> implements Tally<Keyed<T>> {
  private static final Comparator<Iterable<String>> KEY_ORDER =
      Comparators.lexicographical(Comparator.<String>naturalOrder());

  private final Plan<T, ?> inner;
  private final SortedMap<List<String>, T> byKey = new TreeMap<>(KEY_ORDER);
  private final List<@Nullable T> byCode = new ArrayList<>();
  private @Nullable KeyCoder coder;

  Keyed(Plan<T, ?> inner) {
    this.inner = inner;
  }

  /** The plan that splits another by a dimension. */
  static <T extends Tally<T>, S extends Summary<S>> Plan<?, Breakdown<S>> plan(
      Plan<T, S> inner, Dimension dimension) {
    if (dimension.isOfAnswer() && !inner.knowsAnswers()) {
      throw new IllegalArgumentException(
          "dimension ("
              + dimension.name()
              + ") must not look at answers here: ["
              + inner.text()
              + "] has none; use the dimension without ofAnswer()");
    }
    Plan.Draft<Keyed<T>> draft =
        Plan.of(
                inner.text() + " by " + dimension.name(),
                inner.unit(),
                () -> new Keyed<>(inner),
                in -> read(inner, dimension.parts(), in),
                (slice, split) ->
                    inner.sweep(
                        slice,
                        new KeySplit<>(
                            split, slice.scratch(dimension, () -> dimension.coder(slice)))))
            .withHorizon(inner.horizon());
    draft = inner.knowsAnswers() ? draft.knowingAnswers() : draft;
    draft = inner.needsSeenKinds() ? draft.withSeenKinds() : draft;
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
      Keyed<T> keyed = whole != null ? whole : outer.at(anchorRow, answerRow);
      return keyed.cell(coder.code(anchorRow, answerRow), coder);
    }

    @Override
    public @Nullable T whole(int from, int to) {
      Keyed<T> keyed = whole != null ? whole : outer.whole(from, to);
      int code = keyed == null ? Slice.NONE : coder.codeOfAll(from, to);
      return keyed == null || code == Slice.NONE ? null : keyed.cell(code, coder);
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

  private T cell(int code, KeyCoder ofWorker) {
    if (coder != ofWorker) {
      settle();
      coder = ofWorker;
    }
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
        T known = byKey.putIfAbsent(used.key(code), cell); // nobody else has this one
        if (known != null) {
          known.add(cell);
        }
      }
    }
    byCode.clear();
    coder = null;
  }

  private void addTo(List<String> key, T counted) {
    byKey.computeIfAbsent(key, unknown -> inner.emptyTally()).add(counted);
  }

  /** The tallies by key, sorted. */
  SortedMap<List<String>, T> byKey() {
    settle();
    return byKey;
  }

  @Override
  public void add(Keyed<T> other) {
    settle();
    other.byKey().forEach(this::addTo);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    settle();
    out.writeInt(byKey.size());
    for (Map.Entry<List<String>, T> entry : byKey.entrySet()) {
      for (String part : entry.getKey()) {
        Texts.write(out, part);
      }
      entry.getValue().write(out);
    }
  }

  private static <T extends Tally<T>> Keyed<T> read(Plan<T, ?> inner, int parts, DataInput in)
      throws IOException {
    Keyed<T> result = new Keyed<>(inner);
    for (int left = in.readInt(); left > 0; left--) {
      List<String> key = new ArrayList<>();
      for (int i = 0; i < parts; i++) {
        key.add(Texts.read(in));
      }
      if (!(result.byKey.isEmpty() || KEY_ORDER.compare(result.byKey.lastKey(), key) < 0)) {
        throw new IOException("key " + key + " does not ascend");
      }
      result.byKey.put(List.copyOf(key), inner.reader().read(in));
    }
    return result;
  }

  @Override
  public String toString() {
    return byKey.size() + " keys";
  }
}
