package dev.repartee.dialogue;

import dev.repartee.measure.Groups;
import dev.repartee.measure.Groups.Grouping;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.stats.Proportion;
import java.util.List;

/** How often each text occurs as an answer, by replicate group. */
final class CannedTally implements Tally.Declared<CannedTally> {
  private static final TallyForm<CannedTally> FORM =
      TallyForm.of(CannedTally.class)
          .count(t -> t.unmarked, (t, n) -> t.unmarked = n)
          .part(t -> t.texts);

  /** The messages of members are in the group of their conversation in every grouping. */
  private final Groups<RepeatTable> texts =
      new Groups<>(List.of(Grouping.CONVERSATION), RepeatTable::new);

  long unmarked;

  /** Adds an answer; whether it is the first with its text in its conversation. */
  void add(long hash, long rest, int groups, boolean isFirst) {
    texts.at(Grouping.CONVERSATION, groups).add(hash, rest, 1, isFirst ? 1 : 0);
  }

  long distinct() {
    return texts.total().size;
  }

  /** The answers whose text is in at least a number of conversations. */
  Proportion repeated(int leastConversations) {
    RepeatTable all = texts.total();
    return texts.share(
        group -> group.answers((key, rest) -> all.conversations(key, rest) >= leastConversations),
        group -> group.answers((key, rest) -> true));
  }

  @Override
  public TallyForm<CannedTally> form() {
    return FORM;
  }
}
