package dev.repartee.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lays the rows of several stagings one behind the other, column by column: each row is moved once,
 * whatever the number of parts, and no more memory is taken meanwhile than a few columns need.
 */
record StagedParts(Staging whole, List<Staging> parts) {

  /** Moves one column of a part behind the rows that are there. */
  @FunctionalInterface
  private interface Move {
    void run(Staging part, int from);
  }

  /** Lays parts behind the rows of a staging. The parts are used up by it. */
  static void append(Staging whole, List<Staging> parts, Workers workers) {
    Staging.requireFit(whole.size() + parts.stream().mapToLong(Staging::size).sum());
    StagedParts moved = new StagedParts(whole, parts);
    List<Move> moves = new ArrayList<>();
    moves.addAll(
        List.of(
            moved.keys(staging -> staging.id),
            moved.keys(staging -> staging.parent),
            moved.keys(staging -> staging.author),
            moved.keys(staging -> staging.conversation),
            moved.keys(staging -> staging.fingerprint),
            moved.keys(staging -> staging.naming),
            moved.keys(staging -> staging.sequence),
            moved::moveTimes,
            moved::moveBits,
            moved.names(staging -> staging.channel, staging -> staging.channels),
            moved.names(staging -> staging.topic, staging -> staging.topics),
            moved.names(staging -> staging.label, staging -> staging.labels),
            moved.names(staging -> staging.addressee, staging -> staging.addressees)));
    whole.attributes.align(parts.stream().map(part -> part.attributes).toList());
    for (String name : whole.attributes.texts.keySet()) {
      moves.add(
          moved.names(
              staging -> staging.attributes.texts(name).codes(),
              staging -> staging.attributes.texts(name).names()));
    }
    whole.attributes.numbers.keySet().forEach(name -> moves.add(moved.numbers(name)));
    workers.overParts(moves.size(), (from, to) -> moves.subList(from, to).forEach(moved::moveAll));
    parts.forEach(whole::endRows);
  }

  private void moveAll(Move move) {
    int from = whole.size();
    for (Staging part : parts) {
      if (part.size() > 0) {
        move.run(part, from);
        from += part.size();
      }
    }
  }

  private Move keys(Function<Staging, KeyColumn> column) {
    KeyColumn mine = column.apply(whole);
    return (part, from) -> mine.addAll(column.apply(part), part.size(), from);
  }

  private Move names(Function<Staging, IntColumn> column, Function<Staging, Names> names) {
    IntColumn mine = column.apply(whole);
    Names known = names.apply(whole);
    return (part, from) -> {
      IntColumn theirs = column.apply(part);
      int[] codes =
          names.apply(part).all().stream().mapToInt(name -> known.code(name) + 1).toArray();
      for (int row = 0; row < part.size() && codes.length > 0; row++) {
        int code = theirs.get(row);
        mine.set(from + row, code == 0 ? 0 : codes[code - 1]);
      }
      theirs.free();
    };
  }

  private Move numbers(String name) {
    LongColumn mine = whole.attributes.numbers(name);
    return (part, from) -> {
      mine.addAll(part.attributes.numbers(name), part.size(), from, 0);
      part.attributes.numbers(name).free();
    };
  }

  private void moveTimes(Staging part, int from) {
    whole.at.addAll(part.at, part.size(), from, 0);
    part.at.free();
  }

  private void moveBits(Staging part, int from) {
    whole.bits.addAll(part.bits, part.size(), from);
    part.bits.free();
  }
}
