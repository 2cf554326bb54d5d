package dev.repartee.log;

import com.google.common.base.Suppliers;
import dev.repartee.internal.walk.StateActs;
import dev.repartee.measure.SeenKinds;
import dev.repartee.model.AccountKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a log: messages conversation by conversation, then acts person by person. A column
 * that no row has a value in is null. Nothing is written after the log is built.
 */
final class Columns {
  /** Another one for each log, so that a summary knows what it was measured on. */
  final Object identity = new Object();

  final Directory directory;
  final People people;
  final int messages;

  /** Where each conversation begins, then the number of messages. */
  final int[] starts;

  final long[] at;
  final int[] parent;
  final int[] person;
  final int[] bits;

  /** The organization a row concerns; small, because directories are. */
  final short[] organization;

  final int @Nullable [] channel;
  final int @Nullable [] topic;
  final int @Nullable [] label;
  final int @Nullable [] fingerprint;
  final FingerprintHashes fingerprintHashes;
  final int @Nullable [] named;

  final List<String> channels;
  final List<String> topics;
  final List<Optional<String>> topicOwners;
  final List<String> labels;
  final Attributes attributes;

  final byte[] idKind;
  final long[] idWord;
  final TextHeap idHeap;

  final PersonIndex personIndex;

  /** When each kind of interaction of the audience was first seen on each channel. */
  final long[][] firstSeen;

  final ActReplies actReplies;
  final Duets duets;
  final ShapeCodes shapes;

  /**
   * What became of conversations; null if no act says so. Written once, when everything is
   * complete.
   */
  @Nullable StateActs states;

  /** Whether the directory has accounts that show the brand, bots aside. */
  final boolean hasBrandAccounts;

  private final EffectiveTimes times;
  private final ConversationIndex conversationIndex;

  /** What measures derive from all of it. */
  final Indexes indexes = new Indexes(this);

  /** Where there is much, most of it is old; the first walk finds out. */
  private final Supplier<PartTimes> partTimes = Suppliers.memoize(this::newPartTimes);

  /** When each organization first wrote. */
  private final Supplier<long[]> firstWords = Suppliers.memoize(this::newFirstWords);

  /** Whether these are rows of persons, taken out of their conversations. */
  final boolean isByPerson;

  Columns(Gathering from, Workers workers) {
    this.isByPerson = false;
    this.directory = from.directory;
    this.people = from.people;
    this.messages = from.messages;
    this.starts = from.starts;
    this.at = from.at;
    this.parent = from.parent;
    this.person = from.person;
    this.bits = from.bits;
    this.organization = from.organization;
    this.channel = from.channel;
    this.topic = from.topic;
    this.label = from.label;
    this.fingerprint = from.fingerprint;
    this.fingerprintHashes = from.fingerprintHashes;
    this.named = from.named;
    this.channels = from.channels;
    this.topics = from.topics;
    this.topicOwners = from.topicOwners;
    this.labels = from.labels;
    this.attributes = from.attributes;
    this.idKind = from.idKind;
    this.idWord = from.idWord;
    this.idHeap = from.idHeap;
    this.firstSeen = from.firstSeen;
    this.actReplies = from.actReplies;
    this.times = from.times;
    Supplier<PersonIndex> index =
        workers.meanwhile(
            () -> new PersonIndex(people.size(), person, times, new OneTimeOrder(this), workers));
    this.conversationIndex = new ConversationIndex(starts);
    this.duets = new Duets(from);
    this.shapes = new ShapeCodes(from, duets);
    this.personIndex = index.get();
    this.hasBrandAccounts =
        directory.members().stream()
            .anyMatch(m -> m.kind() == AccountKind.BRAND && m.role() != Role.BOT);
  }

  Columns(PersonGathering from) {
    this.isByPerson = true;
    this.directory = from.directory;
    this.people = from.people;
    this.messages = from.messages;
    this.starts = new int[1];
    this.at = from.at;
    this.parent = from.parent;
    this.person = from.person;
    this.bits = from.bits;
    this.organization = from.organization;
    this.channel = from.channel;
    this.topic = from.topic;
    this.label = from.label;
    this.fingerprint = null;
    this.fingerprintHashes = FingerprintHashes.NONE;
    this.named = from.named;
    this.channels = from.channels;
    this.topics = from.topics;
    this.topicOwners = from.topicOwners;
    this.labels = from.labels;
    this.attributes = from.attributes;
    this.idKind = from.idKind;
    this.idWord = from.idWord;
    this.idHeap = from.idHeap;
    this.firstSeen = from.firstSeen;
    this.actReplies = ActReplies.NONE;
    this.times = from.times;
    this.duets = new Duets();
    this.shapes = new ShapeCodes();
    this.personIndex =
        new PersonIndex(people.size(), person, times, new OneTimeOrder(this), new Workers(1));
    this.conversationIndex = new ConversationIndex(starts);
    this.hasBrandAccounts = true;
  }

  /** The organizations of which no message that the audience might see is there by an instant. */
  List<String> silentAt(long asOf) {
    List<String> all = directory.organizations();
    long[] first = firstWords.get();
    return IntStream.range(0, all.size())
        .filter(organizationCode -> first[organizationCode] > asOf)
        .mapToObj(all::get)
        .toList();
  }

  private long[] newFirstWords() {
    long[] first = new long[directory.organizations().size()];
    Arrays.fill(first, Long.MAX_VALUE);
    for (int row = 0; row < messages && first.length > 0; row++) {
      if ((bits[row] & (RowBits.MEMBER | RowBits.ASIDE)) == RowBits.MEMBER) {
        first[organization[row]] = Math.min(first[organization[row]], effectiveAt(row));
      }
    }
    return first;
  }

  private PartTimes newPartTimes() {
    return new PartTimes(starts, at);
  }

  PartTimes partTimes() {
    return partTimes.get();
  }

  int rows() {
    return at.length;
  }

  int conversations() {
    return starts.length - 1;
  }

  /** The conversation of a message. */
  int conversation(int message) {
    return conversationIndex.of(message);
  }

  /** The message that opens the conversation of a message. */
  int opener(int message) {
    return conversationIndex.opener(message);
  }

  Optional<String> id(int row) {
    return idKind[row] == Keys.ABSENT
        ? Optional.empty()
        : Optional.of(Keys.text(idKind[row], idWord[row], idHeap));
  }

  long lastTime() {
    return times.last();
  }

  long effectiveAt(int row) {
    return times.of(row);
  }

  /** A row with what follows from its conversation. */
  PersonRow personRow(int row) {
    int who = person[row];
    int whom = named == null ? Interning.NONE : named[row];
    return new PersonRow(
        new PersonRow.Told(
            directory.contentHash(), bits[row], at[row], effectiveAt(row), organization[row]),
        new PersonRow.Texts(
            people.account(who),
            people.account(who) == null ? null : people.name(who),
            id(row).orElse(null),
            name(channels, channel, row),
            name(topics, topic, row),
            name(labels, label, row),
            whom == Interning.NONE ? null : people.account(whom)),
        attributes.of(row));
  }

  private static @Nullable String name(List<String> names, int @Nullable [] codes, int row) {
    return codes == null || codes[row] == Interning.NONE ? null : names.get(codes[row]);
  }

  /** The kinds of interactions of the audience up to an instant, and whether there are states. */
  SeenKinds seenKinds(long asOf) {
    Map<String, Integer> bitsByChannel = new TreeMap<>();
    for (int channelCode = 0; channelCode < firstSeen.length; channelCode++) {
      int seen = 0;
      for (int kind = 0; kind < firstSeen[channelCode].length; kind++) {
        seen |= firstSeen[channelCode][kind] <= asOf ? 1 << kind : 0;
      }
      if (seen != 0) {
        bitsByChannel.put(channelCode == 0 ? "" : channels.get(channelCode - 1), seen);
      }
    }
    int ofStates =
        states == null
            ? 0
            : (states.hasStates(asOf) ? SeenKinds.STATES : 0)
                | (states.hasRatings(asOf) ? SeenKinds.RATINGS : 0);
    if (ofStates != 0) {
      bitsByChannel.merge("", ofStates, (a, b) -> a | b);
    }
    return SeenKinds.of(bitsByChannel);
  }
}
