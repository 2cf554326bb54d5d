package dev.repartee.dialogue;

import dev.repartee.measure.Slice;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The organizations whose strands were counted, so that nobody pools several unawares. */
final class OrganizationNames {
  private final TreeSet<String> names = new TreeSet<>();

  /** What is known by its code, while one worker walks. */
  private final BitSet known = new BitSet();

  private @Nullable Slice walked;

  /** Notes the organization of a row, if there is one. */
  void add(Slice slice, int row) {
    int code = slice.organization(row);
    if (code == Slice.NONE) {
      return;
    }
    if (walked != slice) {
      known.clear();
      walked = slice;
    }
    if (!known.get(code)) {
      known.set(code);
      names.add(slice.organizationName(code));
    }
  }

  /** Forgets what belongs to the walk. */
  void settle() {
    walked = null;
  }

  void add(OrganizationNames other) {
    names.addAll(other.names);
  }

  List<String> names() {
    return List.copyOf(names);
  }

  /** Char by char: names may be longer than a modified UTF-8 text can be. */
  void write(DataOutput out) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeInt(name.length());
      out.writeChars(name);
    }
  }

  void read(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      StringBuilder name = new StringBuilder();
      for (int chars = in.readInt(); chars > 0; chars--) {
        name.append(in.readChar());
      }
      names.add(name.toString());
    }
  }

  @Override
  public String toString() {
    return names.toString();
  }
}
