package dev.repartee.live;

import dev.repartee.internal.hash.HashKey;
import dev.repartee.internal.text.CleanText;
import dev.repartee.internal.text.PlainNumbers;
import dev.repartee.log.EngagementLog.IdScope;

/**
 * The hashes by which rows may belong together: the id of a row and the id it refers to, each in
 * its scope, and the conversation it names. Ids that a log takes to be the same have the same hash.
 */
final class RowKeys {
  /** The most keys that a row has. */
  static final int MOST = 3;

  private static final long OF_IDS = 0x1234_5678_9ABC_DEF1L;
  private static final long OF_CONVERSATIONS = 0x0FED_CBA9_8765_4321L;

  private final HashKey hashKey;
  private final IdScope scope;
  private final long[] keys = new long[MOST];
  private int size;

  RowKeys(long seed, IdScope scope) {
    this.hashKey = new HashKey(seed);
    this.scope = scope;
  }

  /** Finds the keys of a row. */
  void find(RowDraft row) {
    size = 0;
    long within = OF_IDS;
    if (scope == IdScope.CONVERSATION) {
      within = hashKey.hash(within + hash(row, RowDraft.CONVERSATION));
    } else if (scope == IdScope.CHANNEL) {
      within = hashKey.hash(within + hash(row, RowDraft.CHANNEL));
    }
    add(row, RowDraft.ID, within);
    add(row, RowDraft.PARENT, within);
    add(row, RowDraft.CONVERSATION, OF_CONVERSATIONS);
  }

  int size() {
    return size;
  }

  long key(int i) {
    return keys[i];
  }

  private void add(RowDraft row, int field, long within) {
    if (row.has(field)) {
      keys[size++] = hashKey.hash(hash(row, field) ^ within);
    }
  }

  /** The hash of an id, whatever its scope. */
  long ofId(RowDraft row) {
    return hash(row, RowDraft.ID);
  }

  /** The hash of a field; 0 where it is absent. */
  private long hash(RowDraft row, int field) {
    if (!row.has(field)) {
      return 0;
    }
    if (row.isNumber(field)) {
      return ofNumber(row.numbers[field]);
    }
    String text = row.texts[field];
    return field == RowDraft.CHANNEL ? ofChars(CleanText.name(text)) : ofId(text);
  }

  /** The hash of the text of an id, whatever its scope. */
  long ofId(String id) {
    CharSequence clean = CleanText.id(id);
    return PlainNumbers.is(clean) ? ofNumber(PlainNumbers.of(clean)) : ofChars(clean);
  }

  private long ofNumber(long number) {
    return hashKey.hash(number + OF_IDS);
  }

  private long ofChars(CharSequence text) {
    long hash = text.length();
    long word = 0;
    for (int i = 0; i < text.length(); i++) {
      word = word << 16 | text.charAt(i);
      if ((i & 3) == 3) {
        hash = hashKey.hash(hash ^ word);
        word = 0;
      }
    }
    return hashKey.hash(hash ^ word);
  }
}
