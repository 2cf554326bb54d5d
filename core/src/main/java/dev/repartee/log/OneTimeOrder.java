package dev.repartee.log;

import dev.repartee.internal.math.RowSort;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order of rows that take effect at one time: messages before acts, by id, then by everything
 * else that measures over persons can see of a row. Rows that compare as 0 cannot be distinguished,
 * so that no result depends on which rows share a log.
 */
final class OneTimeOrder implements RowSort.Order {
  /** Whether an author returned is found last, after the rows were put in order. */
  private static final int SAID = ~RowBits.RETURNED;

  private final Columns columns;
  private final int[] channelRanks;
  private final int[] topicRanks;
  private final int[] labelRanks;

  OneTimeOrder(Columns columns) {
    this.columns = columns;
    this.channelRanks = ranks(columns.channels);
    this.topicRanks = ranks(columns.topics);
    this.labelRanks = ranks(columns.labels);
  }

  /** The place of each name in the order of names; codes are given in order of arrival. */
  private static int[] ranks(List<String> names) {
    int[] ranks = new int[names.size()];
    int[] sorted =
        IntStream.range(0, names.size())
            .boxed()
            .sorted(Comparator.comparing(names::get))
            .mapToInt(code -> code)
            .toArray();
    Arrays.setAll(ranks, i -> i);
    for (int rank = 0; rank < sorted.length; rank++) {
      ranks[sorted[rank]] = rank;
    }
    return ranks;
  }

  @Override
  public int compare(int a, int b) {
    Columns c = columns;
    int order = Boolean.compare(!RowBits.isMessage(c.bits[a]), !RowBits.isMessage(c.bits[b]));
    order = order != 0 ? order : compareIds(a, b);
    order = order != 0 ? order : Long.compare(c.at[a], c.at[b]);
    order = order != 0 ? order : Integer.compare(c.bits[a] & SAID, c.bits[b] & SAID);
    order = order != 0 ? order : Short.compare(c.organization[a], c.organization[b]);
    order = order != 0 ? order : compare(c.channel, channelRanks, a, b);
    order = order != 0 ? order : compare(c.topic, topicRanks, a, b);
    order = order != 0 ? order : compare(c.label, labelRanks, a, b);
    order = order != 0 ? order : c.attributes.compare(a, b);
    return order != 0 || c.named == null ? order : c.people.compare(c.named[a], c.named[b]);
  }

  private int compareIds(int a, int b) {
    Columns c = columns;
    return c.idKind[a] == Keys.TEXT && c.idKind[b] == Keys.TEXT
        ? c.idHeap.compareNaturally(c.idWord[a], c.idWord[b])
        : Keys.compare(c.idKind[a], c.idWord[a], c.idKind[b], c.idWord[b], c.idHeap);
  }

  private static int compare(int @Nullable [] codes, int[] ranks, int a, int b) {
    return codes == null ? 0 : Integer.compare(rank(codes[a], ranks), rank(codes[b], ranks));
  }

  private static int rank(int code, int[] ranks) {
    return code == Interning.NONE ? Interning.NONE : ranks[code];
  }
}
