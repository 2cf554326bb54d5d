package dev.repartee.log;

import dev.repartee.internal.text.CleanText;
import dev.repartee.internal.walk.StateActs;
import dev.repartee.internal.walk.StateActs.Author;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Member;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of conversations, from the staged rows that tell it to {@link StateActs}. First
 * these rows are set apart, so that nothing takes them for rows of persons; when all messages have
 * their place, they get theirs.
 */
final class StateGathering {
  private final Staging staging;
  private final StagedStates states;

  /** The rows that are well, each with a message or a conversation that is in the log. */
  private final BitSet kept;

  /** The rows that name a conversation and no message of the log. */
  private final BitSet onConversations = new BitSet();

  /** All authors, of messages and of these rows alike. */
  private final Interning authors;

  private StateGathering(Staging staging, StagedStates states, BitSet dropped) {
    this.staging = staging;
    this.states = states;
    this.kept = states.rows();
    kept.andNot(dropped);
    this.authors = Interning.of(staging, dropped, staging.author);
  }

  /** Sets such rows apart; null where there are none. */
  static @Nullable StateGathering begin(Staging staging, BitSet dropped, Audit.Tally audit) {
    StagedStates states = staging.states();
    if (states == null) {
      return null;
    }
    BitSet rows = states.rows();
    rows.andNot(dropped);
    rows.stream()
        .filter(row -> !states.isComplete(row))
        .forEach(
            row -> {
              staging.count(audit, Audit.Reason.MISSING_RATING, row);
              dropped.set(row);
            });
    StateGathering gathering = new StateGathering(staging, states, dropped);
    dropped.or(gathering.kept);
    return gathering;
  }

  /** The rows that are not set aside. */
  BitSet kept() {
    return kept;
  }

  /** The accounts of who did it. */
  Set<String> authors() {
    return kept.stream()
        .filter(staging.author::isPresent)
        .mapToObj(staging.author::text)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Finds what they are done on, and sets aside those done on nothing that is in the log.
   *
   * @param parents gets the messages
   * @param conversations the codes of the conversations that rows name, these rows too
   */
  void join(
      int[] parents,
      Interning conversations,
      IntUnaryOperator scope,
      boolean isScoped,
      BitSet dropped,
      Audit.Tally audit,
      Workers workers) {
    BitSet others = new BitSet();
    for (int row = 0; row < staging.size(); row++) {
      boolean isMessage = staging.isMessage(row) && !dropped.get(row);
      others.set(row, !isMessage && !kept.get(row));
    }
    BitSet before = (BitSet) others.clone();
    int[] targets = IdJoin.join(staging, scope, isScoped, others, audit, workers);
    others.andNot(before);
    kept.andNot(others); // they share an id
    int[] named = messagesOf(conversations, parents, dropped);
    for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
      int target = targets[row];
      if (target < 0 || !staging.isMessage(target)) {
        int name = conversations.code(0, row);
        target = name == Interning.NONE ? Interning.NONE : named[name];
        onConversations.set(row);
      }
      parents[row] = target;
      if (target < 0) {
        parents[row] = IdJoin.NO_PARENT;
        kept.clear(row);
        staging.count(audit, Audit.Reason.UNKNOWN_TARGET, row);
      }
    }
  }

  /** A message of each conversation that any names: one that opens, else the earliest. */
  private int[] messagesOf(Interning conversations, int[] parents, BitSet dropped) {
    int[] messages = new int[conversations.size()];
    Arrays.fill(messages, Interning.NONE);
    for (int row = 0; row < staging.size(); row++) {
      int name = conversations.code(0, row);
      if (name != Interning.NONE && !dropped.get(row) && staging.isMessage(row)) {
        int known = messages[name];
        if (known == Interning.NONE || isBefore(row, known, parents)) {
          messages[name] = row;
        }
      }
    }
    return messages;
  }

  private boolean isBefore(int a, int b, int[] parents) {
    boolean isOpener = parents[a] < 0;
    if (isOpener != parents[b] < 0) {
      return isOpener;
    }
    int order = Long.compare(staging.at.get(a), staging.at.get(b));
    return order < 0 || (order == 0 && staging.compareIds(a, b) < 0);
  }

  /** The acts in their places. */
  StateActs acts(
      Links links,
      ConversationOrder order,
      Columns columns,
      Interning accounts,
      Audit.Tally audit) {
    return new Placing(links, order, columns, accounts).acts(audit);
  }

  /** Finds the place of each act among the messages. */
  private final class Placing {
    private final Links links;
    private final int[] staged;
    private final Columns columns;
    private final Directory directory;
    private final People people;
    private final int[] rowOf;

    /** Of the accounts of all authors, the codes that messages know them by. */
    private final int[] accountOf;

    private final Map<String, Integer> listed = new HashMap<>();
    private final Names departments = new Names();

    Placing(Links links, ConversationOrder order, Columns columns, Interning accounts) {
      this.links = links;
      this.staged = order.messages;
      this.columns = columns;
      this.directory = columns.directory;
      this.people = columns.people;
      this.rowOf = new int[staging.size()];
      Arrays.fill(rowOf, Interning.NONE);
      for (int row = 0; row < staged.length; row++) {
        rowOf[staged[row]] = row;
      }
      this.accountOf = new int[authors.size()];
      Arrays.fill(accountOf, Interning.NONE);
      for (int row = 0; row < staging.size(); row++) {
        int account = accounts.code(0, row);
        if (account != Interning.NONE && authors.code(0, row) != Interning.NONE) {
          accountOf[authors.code(0, row)] = account;
        }
      }
      for (int p = 0; p < directory.persons().size(); p++) {
        for (String account : directory.persons().get(p).accounts()) {
          listed.put(account, p);
        }
      }
    }

    /** What decides the order: the conversation, when it takes effect, and all contents. */
    private record Place(int index, int row, int target, int opener, long effective) {}

    StateActs acts(Audit.Tally audit) {
      Place[] places = new Place[kept.cardinality()];
      int count = 0;
      for (int i = 0; i < states.size(); i++) {
        int row = states.row(i);
        if (kept.get(row)) {
          places[count++] = place(i, row, audit);
        }
      }
      Comparator<Place> byTime =
          Comparator.comparingInt(Place::opener)
              .thenComparingLong(Place::effective)
              .thenComparingLong(place -> staging.at.get(place.row))
              .thenComparing((a, b) -> staging.compareIds(a.row, b.row));
      Arrays.sort(places, byTime);
      StateActs.Facts facts = new StateActs.Facts(count, departmentNames(places));
      int[] openers = new int[count];
      int[] starts = new int[count + 1];
      int conversations = 0;
      for (int i = 0; i < count; i++) {
        if (i == 0 || places[i].opener != places[i - 1].opener) {
          openers[conversations] = places[i].opener;
          starts[conversations++] = i;
        }
        int before = i > starts[conversations - 1] ? facts.nextMessage(i - 1) : 0;
        put(facts, i, places[i], before);
      }
      starts[conversations] = count;
      return new StateActs(
          Arrays.copyOf(openers, conversations), Arrays.copyOf(starts, conversations + 1), facts);
    }

    private Place place(int index, int row, Audit.Tally audit) {
      int target = rowOf[links.parent(row)];
      int opener = columns.opener(target);
      int done = onConversations.get(row) ? opener : target;
      long own = staging.at.get(row);
      long effective = Math.max(own, columns.effectiveAt(done));
      if (own < effective) {
        staging.count(audit, Audit.Reason.CLOCK_SKEW, row);
      }
      return new Place(index, row, done, opener, effective);
    }

    /** The names of departments in an order that no order of rows changes. */
    private List<String> departmentNames(Place[] places) {
      Arrays.stream(places)
          .map(place -> department(place.index))
          .filter(name -> !name.isEmpty())
          .sorted()
          .forEach(departments::code);
      return departments.all();
    }

    private String department(int index) {
      String assignee = states.assignee(index);
      if (assignee == null || states.kind(index) != ActKind.ASSIGN) {
        return "";
      }
      String account = CleanText.account(assignee, directory.ignoresCase());
      return directory
          .memberOf(account, at(states.row(index)))
          .or(() -> directory.memberOf(account))
          .map(Member::department)
          .orElse(assignee);
    }

    /** Membership is decided at an act's own time, as for every row. */
    private Instant at(int row) {
      return Instant.ofEpochMilli(staging.at.get(row));
    }

    private void put(StateActs.Facts facts, int i, Place place, int before) {
      ActKind kind = states.kind(place.index);
      facts.put(i, kind, staging.at.get(place.row), place.effective, Math.max(before, next(place)));
      author(facts, i, place.row);
      String department = department(place.index);
      int detail = department.isEmpty() ? Interning.NONE : departments.code(department);
      boolean isOnAll = onConversations.get(place.row);
      facts.about(
          i,
          isOnAll ? Interning.NONE : columns.organization[place.target],
          kind == ActKind.RATE ? states.rating(place.index) : detail);
    }

    /** The message before which an act comes: of one time, the message has been first. */
    private int next(Place place) {
      int conversation = columns.conversation(place.opener);
      int low = place.opener;
      int high = columns.starts[conversation + 1];
      int end = high;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (columns.effectiveAt(middle) < place.effective) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      while (low < end
          && columns.effectiveAt(low) == place.effective
          && !comesBefore(place.row, staged[low])) {
        low++;
      }
      return low;
    }

    /** Of an act and a message of one time, by the places that the source gives both. */
    private boolean comesBefore(int act, int message) {
      return staging.sequence.isPresent(act)
          && staging.sequence.isPresent(message)
          && staging.sequence.word(act) < staging.sequence.word(message);
    }

    private void author(StateActs.Facts facts, int i, int row) {
      int author = authors.code(0, row);
      if (author == Interning.NONE) {
        facts.by(i, Author.UNNAMED, Interning.NONE, Interning.NONE);
        return;
      }
      String name = staging.author.text(row);
      Optional<Member> seat = directory.memberOf(name, at(row));
      int account = accountOf[author];
      int person =
          account != Interning.NONE
              ? people.person(account)
              : listed.getOrDefault(name, Interning.NONE);
      boolean isProgram = directory.bots().contains(name);
      Author who = seat.isPresent() ? Author.MEMBER : isProgram ? Author.UNNAMED : Author.AUDIENCE;
      facts.by(
          i,
          who,
          person,
          seat.map(m -> directory.organizations().indexOf(m.organization()))
              .orElse(Interning.NONE));
    }
  }
}
