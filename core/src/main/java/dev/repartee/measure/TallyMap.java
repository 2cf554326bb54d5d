package dev.repartee.measure;

import dev.repartee.internal.bytes.Texts;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A tally for each key. Keys must mean the same in every log, so use names rather than codes.
 *
 * @param <K> the key
 * @param <C> the tally of one key
 */
public final class TallyMap<K, C extends Tally<C>> implements Tally<TallyMap<K, C>> {
  private final TreeMap<K, C> cells;
  private final Writer<K> writer;
  private final Reader<K> reader;
  private final Supplier<C> empty;

  /**
   * Creates an empty map.
   *
   * @param order the order of the keys
   * @param writer writes a key
   * @param reader reads a key
   * @param empty makes the tally of a new key
   */
  public TallyMap(
      Comparator<? super K> order, Writer<K> writer, Reader<K> reader, Supplier<C> empty) {
    this.cells = new TreeMap<>(order);
    this.writer = writer;
    this.reader = reader;
    this.empty = empty;
  }

  /**
   * Creates an empty map whose keys are texts.
   *
   * @param empty makes the tally of a new key
   * @param <C> the tally of one key
   * @return the map
   */
  public static <C extends Tally<C>> TallyMap<String, C> ofTexts(Supplier<C> empty) {
    return new TallyMap<>(
        Comparator.naturalOrder(), (text, out) -> Texts.write(out, text), Texts::read, empty);
  }

  /**
   * {@return the tally of a key, to add facts to; the key may be new}
   *
   * @param key the key
   */
  public C at(K key) {
    return cells.computeIfAbsent(key, unknown -> empty.get());
  }

  /** Stores a tally that nobody else uses. */
  void take(K key, C cell) {
    C known = cells.putIfAbsent(key, cell);
    if (known != null) {
      known.add(cell);
    }
  }

  /** {@return the tallies by key, which must not be changed} */
  public SortedMap<K, C> cells() {
    return cells;
  }

  @Override
  public void add(TallyMap<K, C> other) {
    other.cells.forEach((key, cell) -> at(key).add(cell));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(cells.size());
    for (Map.Entry<K, C> cell : cells.entrySet()) {
      writer.write(cell.getKey(), out);
      cell.getValue().write(out);
    }
  }

  @Override
  public void read(Input in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      K key = reader.read(in);
      if (!cells.isEmpty() && cells.comparator().compare(cells.lastKey(), key) >= 0) {
        throw new IOException("key " + key + " does not ascend");
      }
      at(key).read(in);
    }
  }

  @Override
  public String toString() {
    return cells.size() + " keys";
  }
}
