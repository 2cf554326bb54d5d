package dev.repartee.funnel;

import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What steps and exclusions the events of a person are, and when: filters compiled to tables, once
 * for a worker. Where filters look at kinds and sentiments only, an event costs one look-up.
 */
final class EventMasks {
  private final FunnelRules rules;
  private final List<NameTable> names = new ArrayList<>();

  private long[] times = new long[16];
  private long[] masks = new long[16];
  private int[] traits = new int[16];

  /** What filters a name fits, for each code of a property; found when it is first met. */
  private static final class NameTable {
    private static final int FIRST_SIZE = 16;

    private final EventFilter.Property property;
    private final FunnelRules rules;
    private long[] masks = new long[FIRST_SIZE];
    private int known;

    NameTable(EventFilter.Property property, FunnelRules rules) {
      this.property = property;
      this.rules = rules;
    }

    long mask(Slice slice, int row) {
      int code = property.code(slice, row);
      while (code - Slice.NONE >= known) {
        if (known == masks.length) {
          masks = Arrays.copyOf(masks, 2 * known);
        }
        masks[known] = find(property.name(slice, known + Slice.NONE));
        known++;
      }
      return masks[code - Slice.NONE];
    }

    private long find(String name) {
      long mask = FunnelRules.NOT_SEEN;
      for (int i = 0; i < rules.filters.size(); i++) {
        mask |= takesName(rules.filters.get(i), name) ? rules.bit(i) : 0;
      }
      return mask;
    }

    private boolean takesName(EventFilter filter, String name) {
      Set<String> chosen = filter.names(property);
      return chosen.isEmpty() || chosen.contains(name);
    }
  }

  EventMasks(FunnelRules rules) {
    this.rules = rules;
    for (EventFilter.Property property : EventFilter.Property.values()) {
      if (rules.filters.stream().anyMatch(filter -> !filter.names(property).isEmpty())) {
        names.add(new NameTable(property, rules));
      }
    }
  }

  /** Reads the events of a person. */
  void read(Slice slice, int unit) {
    int from = slice.from(unit);
    int size = slice.to(unit) - from;
    if (times.length < size) {
      int length = Math.max(size, 2 * times.length);
      times = new long[length];
      masks = new long[length];
      traits = new int[length];
    }
    FastSlice.of(slice).events(unit, times, traits);
    for (int i = 0; i < size; i++) {
      masks[i] = rules.mask(traits[i]);
    }
    for (NameTable table : names) {
      for (int i = 0; i < size; i++) {
        masks[i] &= masks[i] == 0 ? 0 : table.mask(slice, slice.row(from + i));
      }
    }
    if (rules.asked() != 0) {
      for (int i = 0; i < size; i++) {
        masks[i] &= ~refused(slice, slice.row(from + i), masks[i] & rules.asked());
      }
    }
    if (!rules.exclusions().isEmpty()) {
      for (int i = 0; i < size; i++) {
        // What is excluded is no step.
        boolean isExcluded = (masks[i] & ~FunnelRules.NOT_SEEN) >>> FunnelRules.MOST_STEPS != 0;
        masks[i] &= isExcluded ? ~rules.stepBits : -1;
      }
    }
    EventFilter ignored = rules.ignored();
    if (ignored != null) {
      ignore(ignored, slice, from, size);
    }
  }

  /** What is neither a step nor an exclusion is not there at all where it is ignored. */
  private void ignore(EventFilter ignored, Slice slice, int from, int size) {
    for (int i = 0; i < size; i++) {
      if (masks[i] == 0 && ignored.takes(slice.view(slice.row(from + i)))) {
        masks[i] = FunnelRules.NOT_SEEN;
      }
    }
  }

  private long refused(Slice slice, int row, long candidates) {
    long refused = 0;
    for (int i = 0; candidates != 0 && i < rules.filters.size(); i++) {
      long bit = rules.bit(i);
      if ((candidates & bit) != 0 && !rules.filters.get(i).takes(slice.view(row))) {
        refused |= bit;
      }
    }
    return refused;
  }

  /** When each event took effect. */
  long[] times() {
    return times;
  }

  /** What each event is. */
  long[] masks() {
    return masks;
  }

  int traits(int event) {
    return traits[event];
  }
}
