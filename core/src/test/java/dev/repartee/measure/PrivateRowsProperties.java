package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Interaction;
import dev.repartee.model.Reply;
import dev.repartee.participation.InsideOut;
import dev.repartee.participation.Participation;
import dev.repartee.promise.Promise;
import dev.repartee.ties.Ties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * What the audience cannot see is in no measure but those of colleagues: a log with private rows
 * measures as one from which they were taken by hand.
 */
class PrivateRowsProperties {
  private static final Set<String> MEMBERS = Set.of("care", "jane");

  /** They see what colleagues do among themselves. */
  private static final Set<Class<?>> OF_COLLEAGUES =
      Set.of(Participation.class, InsideOut.class, Ties.class, Promise.class);

  @Property(tries = 150)
  void privateRowsCountForNothingThatTheAudienceMeets(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
    List<Reply> rows = rows(new Random(seed), size);
    List<Reply> visible = new Naive(rows).visible();
    EngagementLog log = log(rows);
    EngagementLog expected = log(visible);
    assertEquals(visible.size(), log.messages());
    assertEquals(rows.size() - visible.size(), log.audit().count(Audit.Reason.PRIVATE));
    assertEquals(expected.conversations(), log.conversations());
    for (Measure<?> measure : BytesTest.measures()) {
      if (!OF_COLLEAGUES.contains(measure.getClass())) {
        assertArrayEquals(
            bytes(expected, measure), bytes(log, measure), () -> measure + " of " + rows);
      }
    }
  }

  private static <S extends Summary<S>> byte[] bytes(EngagementLog log, Measure<S> measure) {
    return log.measure(measure).toBytes();
  }

  private static EngagementLog log(List<Reply> rows) {
    return EngagementLog.builder(BytesTest.LOG.directory())
        .asOf("2026-02-01T00:00:00Z")
        .addAll(rows)
        .build();
  }

  private static List<Reply> rows(Random random, int size) {
    List<Reply> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int conversation = random.nextInt(3);
      String author = List.of("care", "jane", "carl", "dan").get(random.nextInt(4));
      long at = 1_767_225_600_000L + random.nextInt(20) * 3_600_000L;
      String parent = i > 0 && random.nextInt(3) > 0 ? "m" + random.nextInt(i) : null;
      if (parent != null) {
        conversation = Integer.parseInt(conversation(rows.get(number(parent))));
      }
      boolean isMember = MEMBERS.contains(author);
      String channel = random.nextBoolean() ? null : "blog";
      channel = isMember && random.nextInt(6) == 0 ? "staffroom" : channel;
      rows.add(
          Reply.of("m" + i, author, at)
              .to(parent)
              .in(String.valueOf(conversation))
              .channel(channel)
              .naming(random.nextInt(8) == 0 ? "carl" : null)
              .privately(random.nextInt(4) == 0));
    }
    return rows;
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(1));
  }

  private static String conversation(Interaction row) {
    return row.conversation().orElseThrow();
  }

  /** Takes private rows away, with maps and recursion. */
  private static final class Naive {
    private final List<Reply> rows;
    private final Map<String, Reply> byId = new HashMap<>();

    Naive(List<Reply> rows) {
      this.rows = rows;
      rows.forEach(row -> byId.put(row.id().orElseThrow(), row));
    }

    List<Reply> visible() {
      Set<String> seen = new HashSet<>();
      rows.stream().filter(row -> !isHidden(row)).forEach(row -> seen.add(conversation(row)));
      List<Reply> visible = new ArrayList<>();
      for (Reply row : rows) {
        if (!seen.contains(conversation(row))) {
          visible.add(row);
        } else if (!isHidden(row)) {
          visible.add(row.to(nearest(row)));
        }
      }
      return visible;
    }

    private @Nullable String nearest(Reply row) {
      Optional<Reply> above = row.parent().map(byId::get);
      while (above.isPresent() && isHidden(above.get())) {
        above = above.get().parent().map(byId::get);
      }
      return above.flatMap(Reply::id).orElse(null);
    }

    private boolean isMarked(Reply row) {
      return isMember(row) && (row.isPrivate() || row.channel().equals(Optional.of("staffroom")));
    }

    private boolean isHidden(Reply row) {
      return isMarked(row) || (isMember(row) && channel(row).equals("staffroom"));
    }

    private static boolean isMember(Reply row) {
      return row.author().filter(MEMBERS::contains).isPresent();
    }

    private String channel(Reply row) {
      String channel = row.channel().orElse("");
      if (channel.isEmpty()) {
        Reply above = row.parent().map(byId::get).orElseGet(() -> opener(row));
        channel = above.equals(row) ? "" : channel(above);
      }
      return channel.equals("staffroom") && !isMember(row) ? "" : channel;
    }

    private Reply opener(Reply of) {
      return rows.stream()
          .filter(row -> conversation(row).equals(conversation(of)) && row.parent().isEmpty())
          .min(
              Comparator.comparing(
                  row -> Tuple.of(isMarked(row), row.atMillis(), number(row.id().orElseThrow())),
                  Comparator.<Tuple.Tuple3<Boolean, Long, Integer>, Boolean>comparing(
                          Tuple.Tuple3::get1)
                      .thenComparing(Tuple.Tuple3::get2)
                      .thenComparing(Tuple.Tuple3::get3)))
          .orElseThrow();
    }
  }
}
