package dev.repartee.structure;

/**
 * Finds what trees are like in which every parent stands before its children, in linear time and
 * without recursion. Its memory, three numbers a message, grows to the largest tree and is used
 * again.
 */
final class TreeWalk {
  private final TreeFacts facts = new TreeFacts();

  /** The parent of each message but the first. */
  private int[] parents = new int[64];

  /** The depth of each message, and afterwards the size of the tree below it. */
  private int[] depths = new int[64];

  /** How many messages there are at each depth. */
  private int[] levels = new int[64];

  /** The array for the parents of a tree with a number of messages; entry 0 is not read. */
  int[] parents(int messages) {
    if (parents.length < messages) {
      int room = (int) Math.min(Integer.MAX_VALUE - 8L, messages + messages / 2L);
      parents = new int[room];
      depths = new int[room];
      levels = new int[room];
    }
    return parents;
  }

  /** The facts of the tree with these parents; they hold until the next walk. */
  TreeFacts walk(int messages, int flat) {
    facts.messages = messages;
    facts.flat = flat;
    findLevels(messages);
    findDistances(messages);
    facts.complete();
    return facts;
  }

  private void findLevels(int messages) {
    int depth = 0;
    depths[0] = 0;
    levels[0] = 1;
    for (int i = 1; i < messages; i++) {
      int own = depths[parents[i]] + 1;
      depths[i] = own;
      if (own > depth) {
        depth = own;
        levels[own] = 0;
      }
      levels[own]++;
    }
    int width = 0;
    int hIndex = 0;
    for (int level = 0; level <= depth; level++) {
      width = Math.max(width, levels[level]);
      hIndex = levels[level] >= level ? level : hIndex;
    }
    facts.depth = depth;
    facts.width = width;
    facts.hIndex = hIndex;
  }

  /** The link above s messages is on the way of s times all others. */
  private void findDistances(int messages) {
    int[] sizes = depths;
    for (int i = 0; i < messages; i++) {
      sizes[i] = 1;
    }
    facts.wiener.clear();
    for (int i = messages - 1; i > 0; i--) {
      long size = sizes[i];
      facts.wiener.add(size * (messages - size));
      sizes[parents[i]] += sizes[i];
    }
  }
}
