package dev.repartee.funnel;

import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the paths of every person of a slice: one pass, one path for each organization that a
 * person deals with. It is the working memory of one worker, used again from person to person.
 */
final class PathWalk {
  /** What the working memory of a worker is known by. */
  private record Key(ZoneId zone) {}

  private final LocalDays days;
  private final List<@Nullable Path> byOrganization = new ArrayList<>();
  private final List<Path> begun = new ArrayList<>();

  private PathWalk(ZoneId zone) {
    this.days = new LocalDays(zone);
  }

  /** Adds the paths of all persons of a slice. */
  static void sweep(ZoneId zone, Slice slice, Split<PathTally> split) {
    PathWalk walk = slice.scratch(new Key(zone), () -> new PathWalk(zone));
    for (int unit = 0; unit < slice.units(); unit++) {
      walk.see(slice, unit, split);
      walk.count(slice, split);
    }
  }

  private void see(Slice slice, int unit, Split<PathTally> split) {
    boolean addressed = slice.organizations() > 0;
    int to = slice.to(unit);
    for (int position = slice.from(unit); position < to; position++) {
      int row = slice.row(position);
      int organization = slice.organization(row);
      if (slice.isAnonymous(row)) {
        split.at(row).addAnonymous();
      } else if (organization == Slice.NONE) {
        if (addressed) {
          split.at(row).addUnaddressed();
        } else {
          path(organization).see(slice, row);
        }
      } else if (slice.organizationOf(slice.person(row)) != organization) {
        path(organization).see(slice, row);
      }
    }
  }

  private Path path(int organization) {
    int index = organization - Slice.NONE;
    while (byOrganization.size() <= index) {
      byOrganization.add(null);
    }
    Path path = byOrganization.get(index);
    if (path == null) {
      path = new Path(days);
      byOrganization.set(index, path);
    }
    if (path.begin()) {
      begun.add(path);
    }
    return path;
  }

  private void count(Slice slice, Split<PathTally> split) {
    for (int i = 0; i < begun.size(); i++) {
      Path path = begun.get(i);
      path.end();
      int entry = path.entry();
      if (entry != Slice.NONE && split.takes(entry, Slice.NONE)) {
        split.at(entry).add(path, slice);
      }
    }
    begun.clear();
  }
}
