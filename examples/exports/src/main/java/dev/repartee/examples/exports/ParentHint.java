package dev.repartee.examples.exports;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Why parents are found nowhere, where a look at some of them tells. */
final class ParentHint {
  private static final Pattern PREFIX = Pattern.compile("^[A-Za-z]+\\d?[_:-]");

  private ParentHint() {}

  /** A phrase to be put behind the complaint; empty where nothing is to be seen. */
  static String of(RowFacts facts) {
    Set<String> ids = facts.sampleIds();
    if (finds(facts, ids, parent -> PREFIX.matcher(parent).replaceFirst(""))) {
      return "; they exist without what stands before them, so take that off, as t1_ in "
          + facts.sampleParents().iterator().next();
    }
    if (finds(facts, facts.authors().keySet(), parent -> parent)) {
      return "; they are accounts, so the column names whom a message speaks to: say --naming"
          + " instead of --parent";
    }
    for (String id : ids) {
      String bare = PREFIX.matcher(id).replaceFirst("");
      if (!bare.equals(id) && facts.sampleParents().contains(bare)) {
        return "; the ids have something before them that the parents do not have, as " + id;
      }
    }
    return "; is it the column of parents? Say --parent=COLUMN, or give all files at once";
  }

  private static boolean finds(RowFacts facts, Set<String> known, UnaryOperator<String> change) {
    long hits =
        facts.sampleParents().stream()
            .filter(parent -> !facts.sampleIds().contains(parent))
            .filter(parent -> known.contains(change.apply(parent)))
            .count();
    return hits * 2 > facts.sampleParents().size();
  }
}
