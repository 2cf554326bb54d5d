package dev.repartee.log;

import dev.repartee.internal.hash.HashKey;
import dev.repartee.model.Directory;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves rows of persons into the columns of a log. Nothing is joined or derived any more; all that
 * is left to do is to give accounts and names their codes and to find who is who.
 */
final class PersonGathering {
  private static final int NONE = Interning.NONE;

  final Directory directory;
  final People people;
  final int messages;
  final long[] at;
  final int[] parent;
  final int[] person;
  final int[] bits;
  final short[] organization;
  final int @Nullable [] channel;
  final int @Nullable [] topic;
  final int @Nullable [] label;
  final int @Nullable [] named;
  final List<String> channels;
  final List<String> topics;
  final List<Optional<String>> topicOwners;
  final List<String> labels;
  final Attributes attributes;
  final byte[] idKind;
  final long[] idWord;
  final TextHeap idHeap;
  final EffectiveTimes times;
  final long[][] firstSeen;

  private final Staging staging = new Staging(HashKey.OF_PROCESS);
  private final IntColumn organizations = new IntColumn();
  private final LongColumn effective = new LongColumn();
  private final Audit.Tally audit = new Audit.Tally();

  PersonGathering(Directory directory, long asOf, Iterable<PersonRow> from) {
    this.directory = directory;
    long directoryHash = directory.contentHash();
    for (PersonRow row : from) {
      require(row, directoryHash, asOf);
      stage(row);
    }
    int rows = staging.size();
    at = new long[rows];
    bits = new int[rows];
    organization = new short[rows];
    parent = new int[rows];
    Arrays.fill(parent, NONE);
    idKind = new byte[rows];
    idWord = new long[rows];
    idHeap = staging.id.heap;
    over(row -> at[row] = staging.at.get(row));
    over(row -> bits[row] = staging.bits.get(row));
    over(row -> organization[row] = (short) organizations.get(row));
    over(row -> idKind[row] = staging.id.kind(row));
    over(row -> idWord[row] = staging.id.word(row));
    messages = (int) Arrays.stream(bits).filter(RowBits::isMessage).count();
    channels = staging.channels.all();
    topics = staging.topics.all();
    topicOwners = topics.stream().map(t -> directory.topic(t).owningDepartment()).toList();
    labels = staging.labels.all();
    channel = codes(staging.channel, channels);
    topic = codes(staging.topic, topics);
    label = codes(staging.label, labels);
    attributes = new Attributes(staging.attributes, rows, row -> row, new Workers(1));

    KeyColumn[] accountColumns = {staging.author, staging.naming};
    Interning accounts = Interning.of(staging, new BitSet(), accountColumns);
    people = new People(directory, staging, accountColumns, accounts, new Workers(1));
    person = new int[rows];
    over(row -> person[row] = person(accounts.code(0, row), row));
    named = staging.naming.hasAny() ? new int[rows] : null;
    if (named != null) {
      int[] names = named;
      over(
          row ->
              names[row] =
                  accounts.code(1, row) == NONE ? NONE : people.person(accounts.code(1, row)));
    }
    times = new EffectiveTimes(at, bits, effective);
    FirstSeen seen = new FirstSeen(channels.size());
    over(row -> seen.see(bits[row], channel == null ? NONE : channel[row], times.of(row)));
    firstSeen = seen.times;
  }

  private void over(IntConsumer task) {
    for (int row = 0; row < staging.size(); row++) {
      task.accept(row);
    }
  }

  private void require(PersonRow row, long directoryHash, long asOf) {
    if (row.told().directoryHash() != directoryHash) {
      throw new IllegalArgumentException(
          "directory (by content hash "
              + Long.toHexString(directoryHash)
              + ") must be that of the log that the rows come from ("
              + Long.toHexString(row.told().directoryHash())
              + "); build both logs with the same directory");
    }
    if (!(row.told().organization() < directory.organizations().size())) {
      throw new IllegalArgumentException(
          "row ("
              + row
              + ") must concern an organization of the directory; pass rows as rows() or"
              + " fromBytes(…) returned them");
    }
    if (!(row.told().effectiveAt() <= asOf)) {
      throw new IllegalArgumentException(
          "asOf ("
              + Instant.ofEpochMilli(asOf)
              + ") must not be before a row takes effect ("
              + row.effectiveAt()
              + "); use the as-of of the log that the rows come from, and take asOf(…) of the"
              + " result");
    }
  }

  private void stage(PersonRow row) {
    int i = staging.size();
    PersonRow.Told told = row.told();
    PersonRow.Texts texts = row.texts();
    staging.id.set(i, texts.id());
    staging.author.set(i, texts.account());
    staging.naming.set(i, texts.naming());
    staging.at.set(i, told.at());
    staging.bits.set(i, told.bits());
    stage(staging.channel, staging.channels, i, texts.channel());
    stage(staging.topic, staging.topics, i, texts.topic());
    stage(staging.label, staging.labels, i, texts.label());
    row.own().texts().forEach((name, text) -> staging.attributes.set(i, name, text));
    row.own().numbers().forEach((name, micros) -> staging.attributes.set(i, name, micros));
    organizations.set(i, told.organization());
    effective.set(i, told.effectiveAt());
    staging.endRow(told.bits(), false);
    audit.offer(1);
    if ((told.bits() & RowBits.ASIDE) != 0) {
      staging.count(audit, Audit.Reason.PRIVATE, i);
    }
  }

  private static void stage(IntColumn column, Names names, int row, @Nullable String name) {
    column.set(row, name == null ? 0 : names.code(name) + 1);
  }

  private int @Nullable [] codes(IntColumn column, List<String> names) {
    if (names.isEmpty()) {
      return null;
    }
    int[] result = new int[staging.size()];
    over(row -> result[row] = column.get(row) - 1);
    return result;
  }

  private int person(int account, int row) {
    if (account == NONE) {
      staging.count(audit, Audit.Reason.ANONYMOUS, row);
      return people.addAnonymous();
    }
    return people.person(account);
  }

  Audit audit() {
    return audit.audit();
  }
}
