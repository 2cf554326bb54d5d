package dev.repartee.measure;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.text.OptionText;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which keys the facts of a summary have: those that {@code only(…)} took, and the key of a part of
 * a breakdown. A fact has one key of each dimension that is named.
 */
final class Selection {
  static final Selection EVERYTHING = new Selection(Map.of());

  private static final int SHOWN = 8;

  private final ImmutableSortedMap<String, Keys> byDimension;

  private Selection(Map<String, Keys> byDimension) {
    this.byDimension = ImmutableSortedMap.copyOf(byDimension);
  }

  /**
   * Keys of one dimension.
   *
   * @param taken those that facts may have
   * @param all all that there are, where that is known; empty where it is not. Bytes forget it
   */
  private record Keys(ImmutableSortedSet<List<String>> taken, Set<List<String>> all) {
    Keys intersect(Keys other) {
      return new Keys(sorted(Sets.intersection(taken, other.taken)), Set.of());
    }

    Keys unite(Keys other) {
      boolean ofSameBreakdown = !all.isEmpty() && all.equals(other.all);
      return new Keys(sorted(Sets.union(taken, other.taken)), ofSameBreakdown ? all : Set.of());
    }

    boolean isDisjoint(Keys other) {
      return Sets.intersection(taken, other.taken).isEmpty();
    }

    boolean isAll() {
      return !all.isEmpty() && taken.containsAll(all);
    }

    private static ImmutableSortedSet<List<String>> sorted(Collection<List<String>> keys) {
      return ImmutableSortedSet.copyOf(Keyed.KEY_ORDER, keys);
    }

    /** What all there are may be is no part of what was taken. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Keys that && taken.equals(that.taken);
    }

    @Override
    public int hashCode() {
      return taken.hashCode();
    }

    @Override
    public String toString() {
      return taken.stream()
              .limit(SHOWN)
              .map(key -> OptionText.quoted(String.join(", ", key)))
              .collect(joining(" or "))
          + (taken.size() > SHOWN ? " or " + (taken.size() - SHOWN) + " more" : "")
          + (taken.isEmpty() ? "none" : "");
    }
  }

  /**
   * Returns the same where facts also have one of some keys.
   *
   * @param all all keys that there are, or none where that is not known
   */
  Selection and(String dimension, Collection<List<String>> taken, Set<List<String>> all) {
    Keys more = new Keys(Keys.sorted(taken), all);
    Map<String, Keys> both = new TreeMap<>(byDimension);
    both.merge(dimension, more, Keys::intersect);
    return new Selection(both);
  }

  boolean isEverything() {
    return byDimension.isEmpty();
  }

  /** Returns whether no fact can be in both, because of a dimension of which they share no key. */
  boolean isDisjoint(Selection other) {
    return byDimension.entrySet().stream()
        .anyMatch(
            mine -> {
              Keys theirs = other.byDimension.get(mine.getKey());
              return theirs != null && mine.getValue().isDisjoint(theirs);
            });
  }

  /**
   * Returns which keys the facts of both together have.
   *
   * @param isSameWindow whether both are of the same windows
   * @throws IllegalArgumentException if that is not known, or one may contain facts of the other
   */
  Selection merge(Selection other, boolean isSameWindow) {
    if (equals(other)) {
      return this;
    }
    List<String> different = new ArrayList<>();
    for (String dimension : Sets.union(byDimension.keySet(), other.byDimension.keySet())) {
      if (!Objects.equals(byDimension.get(dimension), other.byDimension.get(dimension))) {
        different.add(dimension);
      }
    }
    if (different.size() > 1 || !isDisjoint(other)) {
      throw refusal(
          other,
          "what one holds may be in the other too; merge wholes, or parts of which no fact is in"
              + " both");
    }
    if (!isSameWindow) {
      throw refusal(other, "their windows differ too; merge parts with the same key first");
    }
    Map<String, Keys> united = new TreeMap<>(byDimension);
    String dimension = different.get(0);
    Keys mine = Objects.requireNonNull(byDimension.get(dimension));
    Keys both = mine.unite(Objects.requireNonNull(other.byDimension.get(dimension)));
    if (both.isAll()) {
      united.remove(dimension);
    } else {
      united.put(dimension, both);
    }
    return new Selection(united);
  }

  private IllegalArgumentException refusal(Selection other, String why) {
    return new IllegalArgumentException(
        "cannot merge, selection differs: [" + this + "] and [" + other + "]; " + why);
  }

  /** Returns each dimension with the keys that were taken, as maps and lists. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    byDimension.forEach(
        (dimension, keys) ->
            map.put(dimension, keys.taken.stream().map(key -> String.join(", ", key)).toList()));
    return map;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(byDimension.size());
    for (Map.Entry<String, Keys> one : byDimension.entrySet()) {
      Texts.write(out, one.getKey());
      out.writeInt(one.getValue().taken.size());
      for (List<String> key : one.getValue().taken) {
        out.writeInt(key.size());
        for (String text : key) {
          Texts.write(out, text);
        }
      }
    }
  }

  static Selection read(DataInput in) throws IOException {
    Map<String, Keys> byDimension = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String dimension = Texts.read(in);
      List<List<String>> keys = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        List<String> key = new ArrayList<>();
        for (int texts = in.readInt(); texts > 0; texts--) {
          key.add(Texts.read(in));
        }
        keys.add(List.copyOf(key));
      }
      Keys sorted = new Keys(Keys.sorted(keys), Set.of());
      if (!List.copyOf(sorted.taken).equals(keys) || byDimension.put(dimension, sorted) != null) {
        throw new IOException("keys of " + dimension + " are not in order");
      }
    }
    if (byDimension.isEmpty()) {
      throw new IOException("a selection of nothing");
    }
    return new Selection(byDimension);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Selection that && byDimension.equals(that.byDimension);
  }

  @Override
  public int hashCode() {
    return byDimension.hashCode();
  }

  @Override
  public String toString() {
    return isEverything()
        ? "everything"
        : byDimension.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(joining(" and "));
  }
}
