package dev.repartee.measure;

import dev.repartee.internal.time.EventTime;
import dev.repartee.model.Directory;
import dev.repartee.model.Directory.Change;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directory that a summary goes by, as far as it matters: a hash of what holds from the
 * beginning, and one for each later change up to the as-of. What was measured before a change and
 * what was measured after it, with the change in the directory, agree up to the earlier of the two.
 *
 * @param beginning the hash of what holds from the beginning
 * @param changes what becomes different later, in order of time
 * @param directory the directory itself, to say what differs by name; null where it is not at hand
 */
record DirectoryChain(long beginning, List<Change> changes, @Nullable Directory directory) {
  private static final int MOST_NAMED = 3;

  static DirectoryChain of(Directory directory) {
    return new DirectoryChain(directory.beginningHash(), directory.changes(), directory);
  }

  /** The chain as far as it was in force by an instant, or before it. */
  DirectoryChain until(long asOf, boolean isExclusive) {
    List<Change> known = KnownChanges.until(changes, Change::at, asOf, isExclusive);
    return known == changes ? this : new DirectoryChain(beginning, known, directory);
  }

  /** Whether it holds changes of which the other does not know. */
  boolean isLongerThan(DirectoryChain other) {
    return changes.size() > other.changes.size();
  }

  boolean isSame(DirectoryChain other) {
    return beginning == other.beginning && changes.equals(other.changes);
  }

  /** Says what is different in another: since when, by hash, and by name where that is known. */
  String difference(DirectoryChain other) {
    return "directory (by content hash) differs"
        + (beginning == other.beginning ? " from " + firstDifference(other) + " on" : "")
        + ": "
        + hashes(other)
        + named(other);
  }

  private String hashes(DirectoryChain other) {
    return "[" + Long.toHexString(hash()) + "] and [" + Long.toHexString(other.hash()) + "]";
  }

  /** That of the beginning, so that it is the content hash where nothing has a date. */
  private long hash() {
    long hash = beginning;
    for (Change change : changes) {
      hash = 31 * hash + change.hashCode();
    }
    return hash;
  }

  private Instant firstDifference(DirectoryChain other) {
    int i = 0;
    while (i < Math.min(changes.size(), other.changes.size())
        && changes.get(i).equals(other.changes.get(i))) {
      i++;
    }
    if (i == changes.size()) {
      return other.changes.get(i).at();
    }
    Instant mine = changes.get(i).at();
    return i == other.changes.size() || mine.isBefore(other.changes.get(i).at())
        ? mine
        : other.changes.get(i).at();
  }

  private String named(DirectoryChain other) {
    if (directory == null || other.directory == null) {
      return "";
    }
    return ", only in one "
        + brief(directory.notIn(other.directory))
        + ", only in the other "
        + brief(other.directory.notIn(directory));
  }

  private static String brief(List<String> facts) {
    return facts.size() <= MOST_NAMED
        ? facts.toString()
        : facts.subList(0, MOST_NAMED) + " and " + (facts.size() - MOST_NAMED) + " more";
  }

  void writeChanges(DataOutput out) throws IOException {
    out.writeInt(changes.size());
    for (Change change : changes) {
      out.writeLong(change.at().toEpochMilli());
      out.writeLong(change.hash());
    }
  }

  static DirectoryChain read(long beginning, boolean isDated, DataInput in) throws IOException {
    List<Change> changes = new ArrayList<>();
    long before = Long.MIN_VALUE;
    for (int left = isDated ? in.readInt() : 0; left > 0; left--) {
      long at = in.readLong();
      if (!EventTime.isValid(at) || at <= before) {
        throw new IOException("change of the directory at " + at + " is out of place");
      }
      changes.add(new Change(Instant.ofEpochMilli(at), in.readLong()));
      before = at;
    }
    return new DirectoryChain(beginning, List.copyOf(changes), null);
  }
}
