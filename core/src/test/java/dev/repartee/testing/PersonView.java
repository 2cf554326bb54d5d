package dev.repartee.testing;

import com.google.common.hash.Hashing;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.Unit;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A measure of all that a walk over persons can see, in the order in which it sees it: equal sums
 * mean equal walks.
 */
public final class PersonView implements Measure<PersonView.Seen> {
  /** A sum of hashes, one for each person. */
  static final class Sum implements Tally<Sum> {
    private long hashes;
    private long persons;

    @Override
    public void add(Sum other) {
      hashes += other.hashes;
      persons += other.persons;
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeLong(hashes);
      out.writeLong(persons);
    }

    @Override
    public void read(Input in) throws IOException {
      hashes = in.readLong();
      persons = in.readLong();
    }
  }

  /** What was seen. */
  public record Seen(Evidence<Sum> evidence) implements Summary<Seen> {
    @Override
    public Origin origin() {
      return evidence.origin();
    }

    @Override
    public Seen merge(Seen other) {
      return new Seen(evidence.merge(other.evidence));
    }

    @Override
    public Facts facts() {
      return Facts.of(origin()).count("persons", evidence.tally().persons).build();
    }

    @Override
    public byte[] toBytes() {
      return evidence.toBytes();
    }
  }

  @Override
  public Plan<?, Seen> plan() {
    return Plan.of("view of persons", Unit.PERSON, Sum::new, PersonView::sweep)
        .withSeenKinds()
        .into(Seen::new);
  }

  private static void sweep(Slice slice, Split<Sum> split) {
    for (int unit = 0; unit < slice.units(); unit++) {
      StringBuilder seen = new StringBuilder();
      for (int position = slice.from(unit); position < slice.to(unit); position++) {
        describe(slice, slice.row(position), seen);
      }
      if (seen.length() > 0) {
        Sum sum = split.at(slice.row(slice.from(unit)));
        sum.hashes += Hashing.murmur3_128().hashString(seen, StandardCharsets.UTF_8).asLong();
        sum.persons++;
      }
    }
  }

  private static void describe(Slice slice, int row, StringBuilder into) {
    int organization = slice.organization(row);
    int named = slice.named(row);
    into.append(slice.view(row)) // kind, id, person, time
        .append(slice.view(row).department())
        .append('|')
        .append(slice.view(row).channel())
        .append('|')
        .append(slice.view(row).topic())
        .append('|')
        .append(slice.view(row).label())
        .append('|')
        .append(slice.view(row).attribute("language"))
        .append('|')
        .append(slice.view(row).attribute("device"))
        .append(slice.view(row).value("order"))
        .append('|')
        .append(organization < 0 ? "" : slice.organizationName(organization))
        .append('|')
        .append(named < 0 ? "" : slice.personName(named))
        .append('|')
        .append(slice.effectiveAt(row))
        .append(slice.seenUntil(row))
        .append(slice.sentiment(row))
        .append(slice.intent(row))
        .append(slice.isMember(row))
        .append(slice.isBot(row))
        .append(FastSlice.of(slice).isPersonal(row))
        .append(slice.isAutomatic(row))
        .append(slice.isAnonymous(row))
        .append(slice.expectsResponse(row))
        .append(slice.repliesTo(row))
        .append(slice.returned(row))
        .append(slice.groups(row))
        .append('\n');
  }

  @Override
  public String toString() {
    return "view of persons";
  }
}
