package dev.repartee.examples.quickstart;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Tally;
import dev.repartee.measure.Unit;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Opens one conversation: who wrote when, and to whom. A measure of one's own, to be had of any
 * log. What colleagues write aside is left out.
 *
 * @param opener the id of the message that opens it
 * @param message the id of one of its messages, since ids may be the same on several channels
 * @param at when that was written
 */
record ConversationRows(String opener, String message, Instant at)
    implements Measure<ConversationRows.Found> {
  private static final int MOST = 8;

  /**
   * A message.
   *
   * @param at when
   * @param id its id; empty where it has none
   * @param author who wrote it
   * @param organization of which organization; empty for the audience
   * @param to whose message it replies to; empty for none
   */
  record Line(Instant at, String id, String author, String organization, String to) {}

  @Override
  public Plan<?, Found> plan() {
    return Plan.of(
            "rows of conversation " + opener + " with " + message + " of " + at,
            Unit.CONVERSATION,
            Rows::new,
            this::sweep)
        .into(Found::new);
  }

  private void sweep(Slice slice, Split<Rows> split) {
    for (int unit = 0; unit < slice.units(); unit++) {
      int from = slice.from(unit);
      int to = slice.to(unit);
      if (from < to
          && is(slice, from, opener)
          && IntStream.range(from, to).anyMatch(row -> isMessage(slice, row))) {
        for (int row = from; row < to; row++) {
          if (!slice.isAside(row)) {
            split.at(row).lines.add(line(slice, row));
          }
        }
      }
    }
  }

  private boolean isMessage(Slice slice, int row) {
    return is(slice, row, message) && slice.at(row) == at.toEpochMilli();
  }

  private static boolean is(Slice slice, int row, String id) {
    return slice.id(row).filter(id::equals).isPresent();
  }

  private static Line line(Slice slice, int row) {
    int parent = slice.parent(row);
    return new Line(
        Instant.ofEpochMilli(slice.effectiveAt(row)),
        slice.id(row).orElse(""),
        slice.personName(slice.person(row)),
        slice.isMember(row) ? slice.organizationName(slice.organization(row)) : "",
        parent == Slice.NONE ? "" : slice.personName(slice.person(parent)));
  }

  /** The messages found. */
  static final class Found extends Summary.Backed<Found> {
    private final List<Line> lines;

    Found(Evidence<Rows> evidence) {
      super(evidence, Found::new);
      this.lines =
          evidence.tally().lines.stream()
              .sorted(Comparator.comparing(Line::at).thenComparing(Line::id))
              .limit(MOST)
              .toList();
    }

    /** The first messages, in order of time. */
    List<Line> lines() {
      return lines;
    }

    @Override
    public Facts facts() {
      return Facts.of(origin()).count("lines", lines.size()).build();
    }
  }

  /** Messages by a log. */
  static final class Rows implements Tally<Rows> {
    private final List<Line> lines = new ArrayList<>();

    @Override
    public void add(Rows other) {
      lines.addAll(other.lines);
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeInt(lines.size());
      for (Line line : lines) {
        out.writeLong(line.at().toEpochMilli());
        out.writeUTF(line.id());
        out.writeUTF(line.author());
        out.writeUTF(line.organization());
        out.writeUTF(line.to());
      }
    }

    @Override
    public void read(Input in) throws IOException {
      for (long left = in.readInt(); left > 0; left--) {
        lines.add(
            new Line(
                Instant.ofEpochMilli(in.readLong()),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF()));
      }
    }
  }
}
