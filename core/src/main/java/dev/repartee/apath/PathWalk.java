package dev.repartee.apath;

import dev.repartee.internal.time.LocalDays;
import dev.repartee.internal.walk.Events;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the paths of every person of a slice: one pass, one path for each organization that a
 * person deals with. It is the working memory of one worker, used again from person to person.
 */
final class PathWalk {
  /** What the working memory of a worker is known by. */
  private record Key(APathRules rules, boolean isRecorded) {}

  /** Why a row is on no path. */
  enum Apart {
    UNADDRESSED,
    ANONYMOUS,
    AUTOMATIC
  }

  /** What paths are counted in. */
  interface Counter {
    /** Counts a path that has begun and ended. */
    void add(Path path, Slice slice);

    /** Counts a row that is on no path. */
    default void leaveOut(Apart why) {}

    /** Counts somebody whose path has not begun. */
    default void addNotBegun() {}
  }

  private final Conditions conditions;
  private final boolean isRecorded;
  private final LocalDays days;
  private @Nullable Path[] byOrganization = new Path[4];
  private final List<Path> begun = new ArrayList<>();

  private final BitSet campaigns = new BitSet();
  private final BitSet knownTopics = new BitSet();
  private final BitSet followers;

  private int[] rows = new int[16];
  private long[] times = new long[16];
  private int[] organizations = new int[16];
  private int[] traits = new int[16];

  private PathWalk(Conditions conditions, boolean isRecorded, Slice slice) {
    this.conditions = conditions;
    this.isRecorded = isRecorded;
    this.days = new LocalDays(conditions.rules.zone());
    this.followers =
        conditions.rules.followers().isEmpty()
            ? new BitSet()
            : FastSlice.of(slice).personsOf(conditions.rules.followers());
  }

  /** Adds the paths of all persons of a slice, with a record of where people stood if asked for. */
  static <T extends Tally<T> & Counter> void sweep(
      Conditions conditions, boolean isRecorded, Slice slice, Split<T> split) {
    PathWalk walk =
        slice.scratch(
            new Key(conditions.rules, isRecorded),
            () -> new PathWalk(conditions, isRecorded, slice));
    for (int unit = 0; unit < slice.units(); unit++) {
      walk.see(slice, unit, split);
      walk.count(slice, split);
    }
  }

  private <T extends Tally<T> & Counter> void see(Slice slice, int unit, Split<T> split) {
    boolean addressed = slice.organizations() > 0;
    boolean hasCampaigns = !conditions.rules.campaigns().isEmpty();
    int size = gather(slice, slice.from(unit), FastSlice.of(slice).pathEnd(unit));
    for (int i = 0; i < size; i++) {
      int row = rows[i];
      int organization = organizations[i];
      if ((traits[i] & Traits.ANONYMOUS) != 0) {
        split.at(row).leaveOut(Apart.ANONYMOUS);
      } else if ((traits[i] & Traits.AUTOMATIC) != 0) {
        split.at(row).leaveOut(Apart.AUTOMATIC);
      } else if (organization == Slice.NONE && addressed) {
        split.at(row).leaveOut(Apart.UNADDRESSED);
      } else {
        Path path = path(organization, slice, row);
        if (path.isMovedBy(traits[i])) {
          path.see(slice, row, times[i], traits[i], hasCampaigns && isOnCampaign(slice, row));
        }
      }
    }
  }

  private boolean isOnCampaign(Slice slice, int row) {
    int topic = slice.topic(row);
    if (topic == Slice.NONE) {
      return false;
    }
    if (!knownTopics.get(topic)) {
      knownTopics.set(topic);
      campaigns.set(topic, conditions.rules.campaigns().contains(slice.topicName(topic)));
    }
    return campaigns.get(topic);
  }

  /** Copies what every row is asked, but for rows of members, and returns how many there are. */
  private int gather(Slice slice, int from, int to) {
    if (rows.length < to - from) {
      rows = new int[Math.max(to - from, 2 * rows.length)];
      times = new long[rows.length];
      organizations = new int[rows.length];
      traits = new int[rows.length];
    }
    Events events = FastSlice.of(slice).events();
    int size = 0;
    for (int position = from; position < to; position++) {
      rows[size] = slice.row(position);
      times[size] = events.time(position);
      organizations[size] = events.organization(position);
      traits[size] = events.traits(position);
      // What a member does concerns its own organization, and programs are nobody's audience.
      size += events.isMember(position) || events.isBot(position) ? 0 : 1;
    }
    return size;
  }

  private Path path(int organization, Slice slice, int row) {
    int index = organization - Slice.NONE;
    if (index >= byOrganization.length) {
      byOrganization = Arrays.copyOf(byOrganization, 2 * index);
    }
    Path path = byOrganization[index];
    if (path == null) {
      path = new Path(conditions, days, isRecorded);
      byOrganization[index] = path;
    }
    if (path.begin(row, !followers.isEmpty() && followers.get(slice.person(row)))) {
      begun.add(path);
    }
    return path;
  }

  private <T extends Tally<T> & Counter> void count(Slice slice, Split<T> split) {
    for (int i = 0; i < begun.size(); i++) {
      Path path = begun.get(i);
      path.end();
      if (!path.hasBegun() || path.attention() > slice.seenUntil(path.firstRow())) {
        split.at(path.firstRow()).addNotBegun();
      }
      if (path.hasBegun() && split.takes(path.entry(), Slice.NONE)) {
        split.at(path.entry()).add(path, slice);
      }
    }
    begun.clear();
  }
}
