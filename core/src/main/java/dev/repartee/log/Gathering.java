package dev.repartee.log;

import com.google.common.primitives.Ints;
import dev.repartee.measure.Groups.Grouping;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.model.Directory;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves the staged rows into their final columns, in final order, and derives what follows from a
 * row's context: channel and topic from the parent, the organization it concerns, whose message it
 * replies to, its replicate groups. Parents stand before their children, so one walk is enough.
 */
final class Gathering {
  private static final int NONE = Interning.NONE;

  final Directory directory;
  final People people;
  final int messages;
  final int[] starts;
  final long[] at;
  final int[] parent;
  final int[] person;
  final int[] bits;
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
  final long[][] firstSeen;
  final ActReplies actReplies;
  final EffectiveTimes times;

  private final Staging staging;
  private final Workers workers;
  private final int[] staged;

  /** What a gathering needs to know of how the rows hang together. */
  record Context(
      Directory directory,
      Staging staging,
      Links links,
      ConversationOrder order,
      Interning accounts,
      Interning fingerprints,
      People people,
      BitSet asides,
      Workers workers) {}

  Gathering(Context context, int[] acts, Audit.Tally audit) {
    directory = context.directory;
    people = context.people;
    staging = context.staging;
    workers = context.workers;
    ConversationOrder order = context.order;
    starts = order.starts;
    messages = order.messages.length;
    staged = acts.length == 0 ? order.messages : Ints.concat(order.messages, acts);

    channels = staging.channels.all();
    topics = staging.topics.all();
    topicOwners = topics.stream().map(t -> directory.topic(t).owningDepartment()).toList();
    labels = staging.labels.all();

    at = acts.length == 0 ? order.at : Arrays.copyOf(order.at, staged.length);
    parent = acts.length == 0 ? order.parent : Arrays.copyOf(order.parent, staged.length);
    for (int row = messages; row < staged.length; row++) {
      at[row] = staging.at.get(staged[row]);
    }
    int[] targets = new int[acts.length];
    actReplies = placeActs(context.links, targets);
    bits = gathered(staging.bits, 0);
    person = persons(context.accounts, audit);
    channel = codes(staging.channel, channels.isEmpty());
    topic = codes(staging.topic, topics.isEmpty());
    label = codes(staging.label, labels.isEmpty());
    fingerprint = interned(context.fingerprints, 0, staging.fingerprint.hasAny());
    fingerprintHashes = FingerprintHashes.of(staging.fingerprint, context.fingerprints, workers);
    named = named(context.accounts);
    markLinks(context.links, context.asides);
    attributes = new Attributes(staging.attributes, staged.length, row -> staged[row], workers);
    inherit(channel);
    inherit(topic);
    idHeap = staging.id.heap;
    idKind = new byte[staged.length];
    idWord = new long[staged.length];
    gatherIds();
    markSkewed();
    times = new EffectiveTimes(at, bits, starts);
    markSkewedActs(targets, audit);
    markReplies(audit);
    organization = organizations(audit);
    assignGroups();
    firstSeen = firstSeen();
  }

  /**
   * Finds the messages that acts are done on, and those that reply to acts.
   *
   * @param targets takes what each act is on, a message or an act; {@link #NONE} for nothing
   */
  private ActReplies placeActs(Links links, int[] targets) {
    if (messages == staged.length) {
      return ActReplies.NONE;
    }
    int[] rowOf = new int[staging.size()];
    Arrays.fill(rowOf, NONE);
    for (int row = 0; row < messages; row++) {
      rowOf[staged[row]] = row;
    }
    for (int row = messages; row < staged.length; row++) {
      int above = links.parent(staged[row]);
      parent[row] = above < 0 ? NONE : rowOf[above];
    }
    for (int row = messages; row < staged.length; row++) {
      rowOf[staged[row]] = row;
    }
    for (int act = 0; act < targets.length; act++) {
      int above = links.parent(staged[messages + act]);
      targets[act] = above < 0 ? NONE : rowOf[above];
    }
    ActReplies.Builder replies = new ActReplies.Builder();
    for (int row = 0; row < messages; row++) {
      int above = links.parent(staged[row]);
      if (above >= 0 && !staging.isMessage(above) && rowOf[above] != NONE) {
        replies.add(rowOf[above], row);
      }
    }
    return replies.build();
  }

  /** Moves a column to the final order. */
  private int[] gathered(IntColumn column, int plus) {
    int[] result = new int[staged.length];
    workers.overRanges(staged.length, (from, to) -> column.gather(staged, from, to, plus, result));
    column.free();
    return result;
  }

  private int[] gathered(int[] column) {
    int[] result = new int[staged.length];
    workers.overRanges(
        staged.length,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            result[row] = column[staged[row]];
          }
        });
    return result;
  }

  private int[] persons(Interning accounts, Audit.Tally audit) {
    int[] result = new int[staged.length];
    workers.overRanges(
        staged.length,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            int account = accounts.code(0, staged[row]);
            if (account == NONE) {
              result[row] = NONE;
            } else {
              result[row] = people.person(account);
              bits[row] |= people.bits(account, at[row]);
            }
          }
        });
    for (int row = 0; row < result.length; row++) {
      if (result[row] == NONE) {
        result[row] = people.addAnonymous();
        staging.count(audit, Audit.Reason.ANONYMOUS, staged[row]);
      }
    }
    return result;
  }

  private int @Nullable [] codes(IntColumn column, boolean empty) {
    return empty ? null : gathered(column, -1);
  }

  private int @Nullable [] interned(Interning keys, int column, boolean present) {
    return present ? gathered(keys.codes(column)) : null;
  }

  private int @Nullable [] named(Interning accounts) {
    int[] result = interned(accounts, 1, staging.naming.hasAny());
    if (result != null) {
      for (int row = 0; row < result.length; row++) {
        result[row] = result[row] == NONE ? NONE : people.person(result[row]);
      }
    }
    return result;
  }

  /** A row that names no channel or topic has that of its parent, a flat one that of the opener. */
  private void inherit(int @Nullable [] codes) {
    if (codes == null) {
      return;
    }
    for (int c = 0; c + 1 < starts.length; c++) {
      for (int row = starts[c]; row < starts[c + 1]; row++) {
        if (codes[row] == NONE) {
          codes[row] = codes[parent[row] == NONE ? starts[c] : parent[row]];
        }
      }
    }
    for (int row = messages; row < staged.length; row++) {
      if (codes[row] == NONE && parent[row] != NONE) {
        codes[row] = codes[parent[row]];
      }
    }
  }

  private void gatherIds() {
    boolean areNumbers = staging.id.areAll(Keys.NUMBER, staging.size());
    workers.overRanges(
        staged.length,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            idKind[row] = areNumbers ? Keys.NUMBER : staging.id.kind(staged[row]);
            idWord[row] = staging.id.word(staged[row]);
          }
        });
  }

  /** Marks what stands aside, and what refers to a row that is not in the log. */
  private void markLinks(Links links, BitSet asides) {
    for (int row = 0; row < messages; row++) {
      boolean isOrphan = links.parent(staged[row]) == IdJoin.UNKNOWN_PARENT;
      bits[row] |= (isOrphan ? RowBits.ORPHAN : 0) | (asides.get(staged[row]) ? RowBits.ASIDE : 0);
    }
  }

  /** In conversation order the effective time is the largest own time so far. */
  private void markSkewed() {
    for (int c = 0; c + 1 < starts.length; c++) {
      long effective = Long.MIN_VALUE;
      for (int row = starts[c]; row < starts[c + 1]; row++) {
        effective = Math.max(effective, at[row]);
        bits[row] |= at[row] < effective ? RowBits.SKEWED : 0;
      }
    }
  }

  /** An act takes effect no earlier than what it is on. */
  private void markSkewedActs(int[] targets, Audit.Tally audit) {
    if (Arrays.stream(targets).allMatch(target -> target == NONE)) {
      return;
    }
    ActTimes effective = new ActTimes(at, messages, targets, times);
    for (int row = messages; row < staged.length; row++) {
      bits[row] |= at[row] < effective.of(row) ? RowBits.SKEWED : 0;
    }
    effective.skewed().stream()
        .forEach(row -> staging.count(audit, Audit.Reason.CLOCK_SKEW, staged[row]));
    times.addActs(messages, effective);
  }

  private void markReplies(Audit.Tally audit) {
    workers.overRanges(
        messages,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            if (parent[row] != NONE) {
              bits[row] |= RowBits.ofRepliesTo(repliesTo(row, parent[row]));
            }
          }
        });
    for (int row = 0; row < messages; row++) {
      boolean isSkewed = (bits[row] & RowBits.SKEWED) != 0;
      if (isSkewed && parent[row] != NONE && at[row] < at[parent[row]]) {
        staging.count(audit, Audit.Reason.CLOCK_SKEW, staged[row]);
      }
    }
  }

  private RepliesTo repliesTo(int row, int above) {
    if (person[above] == person[row]) {
      return RepliesTo.SELF;
    }
    return (bits[above] & RowBits.MEMBER) != 0 ? RepliesTo.ORGANIZATION : RepliesTo.AUDIENCE;
  }

  /**
   * The organization a row concerns: the author's own; else the one named; else that of the
   * parent's author or, where that is audience, the parent's; else the channel's owner; else the
   * only one.
   */
  private short[] organizations(Audit.Tally audit) {
    List<String> known = directory.organizations();
    if (known.size() > Short.MAX_VALUE) {
      throw new IllegalStateException(
          "organizations ("
              + known.size()
              + ") must be at most "
              + Short.MAX_VALUE
              + "; use one log for each group of them");
    }
    int[] byName = staging.addressees.all().stream().mapToInt(known::indexOf).toArray();
    int[] byChannel =
        channels.stream()
            .mapToInt(c -> directory.channel(c).owner().map(known::indexOf).orElse(NONE))
            .toArray();
    int only = known.size() == 1 ? 0 : NONE;
    short[] result = new short[staged.length];
    for (int row = 0; row < staged.length; row++) {
      int code = people.organizationOf(person[row], at[row]);
      int name = staging.addressee.get(staged[row]) - 1;
      if (code == NONE && name != NONE) {
        code = byName[name];
        if (code == NONE && !known.isEmpty()) {
          staging.count(audit, Audit.Reason.UNKNOWN_ADDRESSEE, staged[row]);
        }
      } else if (code == NONE) {
        code = parent[row] == NONE ? NONE : result[parent[row]];
        code =
            code == NONE && channel != null && channel[row] != NONE
                ? byChannel[channel[row]]
                : code;
        code = code == NONE ? only : code;
      }
      if (code == NONE && !known.isEmpty() && row < messages) {
        staging.count(audit, Audit.Reason.UNADDRESSED, staged[row]);
      }
      result[row] = (short) code;
    }
    return result;
  }

  private void assignGroups() {
    workers.overRanges(
        starts.length - 1,
        (from, to) -> {
          ReplicateGroups hashing = new ReplicateGroups();
          for (int c = from; c < to; c++) {
            int group = conversationGroup(starts[c], hashing);
            for (int row = starts[c]; row < starts[c + 1]; row++) {
              assignGroups(row, group);
            }
          }
        });
    ReplicateGroups hashing = new ReplicateGroups();
    for (int row = messages; row < staged.length; row++) {
      int group =
          parent[row] == NONE
              ? conversationGroup(row, hashing)
              : Grouping.CONVERSATION.of(RowBits.groups(bits[parent[row]]));
      assignGroups(row, group);
    }
  }

  private void assignGroups(int row, int conversationGroup) {
    boolean ofAudience = (bits[row] & (RowBits.MEMBER | RowBits.ANONYMOUS)) == 0;
    int personGroup = ofAudience ? people.group(person[row]) : conversationGroup;
    bits[row] |=
        RowBits.ofGroups(
            Grouping.PERSON.with(personGroup) | Grouping.CONVERSATION.with(conversationGroup));
  }

  /** By the id of the conversation where the data names one, else by that of its opener. */
  private int conversationGroup(int opener, ReplicateGroups hashing) {
    KeyColumn named = staging.conversation;
    int row = staged[opener];
    return named.isPresent(row)
        ? hashing.of(named.kind(row), named.word(row), named.heap)
        : hashing.of(idKind[opener], idWord[opener], idHeap);
  }

  private long[][] firstSeen() {
    FirstSeen seen = new FirstSeen(channels.size());
    for (int c = 0; c + 1 < starts.length; c++) {
      long effective = Long.MIN_VALUE;
      for (int row = starts[c]; row < starts[c + 1]; row++) {
        effective = Math.max(effective, at[row]);
        seen.see(bits[row], channel == null ? NONE : channel[row], effective);
      }
    }
    for (int row = messages; row < staged.length; row++) {
      seen.see(bits[row], channel == null ? NONE : channel[row], times.of(row));
    }
    return seen.times;
  }
}
