package dev.repartee.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.model.Directory;
import dev.repartee.response.Backlog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What readers have seen does not change, whatever comes. */
class StateTest {
  private static final State.Counts NONE = new State.Counts(0, 0, List.of(), Map.of(), 0, 0);

  private static Folded folded() {
    return Folded.none(
        new Rules(
            Directory.empty(),
            Optional.of(Duration.ofDays(1)),
            List.of(),
            IdScope.LOG,
            Optional.empty(),
            Backlog.standard().showingAll(),
            Optional.empty(),
            Optional.empty(),
            512));
  }

  private static RowDraft row(long id) {
    RowDraft row = new RowDraft();
    row.set(RowDraft.ID, id);
    row.at = id;
    return row;
  }

  private static List<Integer> rows(State state) {
    return state.all().stream().map(Frame::rows).toList();
  }

  @Test
  void whatWasSeenStays() {
    Folded folded = folded();
    List<Shard> shards = LongStream.of(0, 1, 70, 200).mapToObj(i -> new Shard((int) i)).toList();
    State before = State.empty(folded, NONE);
    for (Shard shard : shards) {
      shard.add(row(shard.place + 1), new Place.Open());
    }
    State one = before.with(shards, List.of(), folded, NONE);
    shards.get(1).add(row(7), new Place.Open());
    shards.get(3).add(row(8), new Place.Open());
    State two = one.with(shards.subList(1, 4), List.of(), folded, NONE);
    State three = two.with(shards.subList(3, 4), List.of(0, 70), folded, NONE);
    assertEquals(List.of(), rows(before));
    assertEquals(List.of(1, 1, 1, 1), rows(one));
    assertEquals(List.of(1, 2, 1, 2), rows(two));
    assertEquals(List.of(2, 2), rows(three));
  }
}
