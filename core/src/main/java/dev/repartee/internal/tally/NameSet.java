package dev.repartee.internal.tally;

import dev.repartee.internal.bytes.Texts;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/**
 * Some names, such as those of the organizations that anything was counted of, so that nobody pools
 * several unawares. While a log is walked, its codes quickly show whether a name is known; a tally
 * is walked into by one log only.
 */
public final class NameSet implements Tally<NameSet> {
  private final TreeSet<String> names = new TreeSet<>();
  private final BitSet known = new BitSet();

  /** Creates a set without names. */
  public NameSet() {}

  /** Notes the organization of a row, if there is one. */
  public void addOrganization(Slice slice, int row) {
    int code = slice.organization(row);
    if (code != Slice.NONE && isNew(code)) {
      names.add(slice.organizationName(code));
    }
  }

  /** Notes that a name is wanted, for {@link #add}, and returns whether it is the first time. */
  public boolean isNew(int code) {
    boolean isNew = !known.get(code);
    known.set(code);
    return isNew;
  }

  /** Adds a name. */
  public void add(String name) {
    names.add(name);
  }

  /** Returns the names, each once, sorted. */
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public void add(NameSet other) {
    names.addAll(other.names);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      Texts.write(out, name);
    }
  }

  @Override
  public void read(Input in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      String name = Texts.read(in);
      if (!names.isEmpty() && names.last().compareTo(name) >= 0) {
        throw new IOException("name " + name + " does not ascend");
      }
      names.add(name);
    }
  }
}
