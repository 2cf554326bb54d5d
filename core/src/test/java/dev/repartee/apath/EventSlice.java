package dev.repartee.apath;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.Exchanges;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.LogIndex;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.measure.SeenKinds;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Persons with any events one likes, derived properties included. */
final class EventSlice extends FastSlice {
  /** Codes of persons are below it. */
  static final int PERSONS = 1000;

  /** A member of organization 0, if there are organizations. */
  static final int MEMBER = 2;

  static final long FOREVER = 1L << 50;

  /** One event; {@code act} is null for a message. */
  record Event(
      int person,
      int organization,
      long at,
      @Nullable ActKind act,
      @Nullable Sentiment sentiment,
      int channel,
      boolean returned,
      boolean toAudience) {}

  private final List<Event> events;
  private final List<Event> spoken;
  private final int organizations;
  private final long asOf;
  private final long followUp;
  private final List<Integer> rows;
  private final List<Integer> starts = new ArrayList<>();

  EventSlice(List<Event> events, int organizations, long asOf, long followUp) {
    this(events, List.of(), organizations, asOf, followUp);
  }

  /** With messages that speak to persons: whom, for which organization, and when. */
  EventSlice(List<Event> events, List<Event> spoken, int organizations, long asOf, long followUp) {
    this.events = events.stream().filter(e -> e.at() <= asOf).toList();
    this.spoken = spoken.stream().sorted(Comparator.comparingLong(Event::at)).toList();
    this.organizations = organizations;
    this.asOf = asOf;
    this.followUp = followUp;
    this.rows =
        IntStream.range(0, this.events.size())
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(this::person).thenComparingLong(this::at))
            .toList();
    for (int i = 0; i < rows.size(); i++) {
      if (i == 0 || person(rows.get(i)) != person(rows.get(i - 1))) {
        starts.add(i);
      }
    }
    starts.add(rows.size());
  }

  @Override
  public long serial() {
    return 1;
  }

  @Override
  public int units() {
    return starts.size() - 1;
  }

  @Override
  public int from(int unit) {
    return starts.get(unit);
  }

  @Override
  public int to(int unit) {
    return starts.get(unit + 1);
  }

  @Override
  public int row(int position) {
    return rows.get(position);
  }

  @Override
  public long asOf() {
    return asOf;
  }

  @Override
  public long seenUntil(int row, long beginsAt) {
    return Math.min(asOf, beginsAt + followUp);
  }

  @Override
  public long seenUntil(int anchorRow) {
    return Math.min(asOf, at(anchorRow) + followUp);
  }

  @Override
  public long effectiveAt(int row) {
    return at(row);
  }

  @Override
  public long at(int row) {
    return event(row).at();
  }

  /** What is spoken comes after the events, and lies in no unit. */
  private Event event(int row) {
    return row < events.size() ? events.get(row) : spoken.get(row - events.size());
  }

  @Override
  public Exchanges exchanges(AnswerRule rule) {
    throw new UnsupportedOperationException();
  }

  /** The only index that paths ask for. */
  @Override
  @SuppressWarnings("unchecked")
  public <X> X index(LogIndex<X> index) {
    assertEquals(Addressings.INDEX, index);
    Addressings result = new Addressings(PERSONS);
    for (int i = 0; i < spoken.size(); i++) {
      result.put(spoken.get(i).person(), events.size() + i, spoken.get(i).at());
    }
    result.sort();
    return (X) result;
  }

  @Override
  public int parent(int row) {
    return NONE;
  }

  @Override
  public int person(int row) {
    return events.get(row).person();
  }

  @Override
  public int named(int row) {
    return NONE;
  }

  @Override
  public int organization(int row) {
    if (row >= events.size()) {
      return event(row).organization(); // whoever speaks
    }
    int own = organizationOf(person(row), row);
    return own == NONE ? event(row).organization() : own;
  }

  @Override
  public int channel(int row) {
    return events.get(row).channel();
  }

  @Override
  public int topic(int row) {
    return NONE;
  }

  @Override
  public int label(int row) {
    return NONE;
  }

  @Override
  public Attribute attribute(String name) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public IntToLongFunction value(String name) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public int fingerprint(int row) {
    return NONE;
  }

  @Override
  public long fingerprintHash(int code) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long fingerprintHashRest(int code) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable ActKind act(int row) {
    return events.get(row).act();
  }

  @Override
  public @Nullable Sentiment sentiment(int row) {
    return events.get(row).sentiment();
  }

  @Override
  public @Nullable Intent intent(int row) {
    return null;
  }

  @Override
  public boolean isMember(int row) {
    return organizationOf(person(row), row) != NONE;
  }

  @Override
  public boolean isBot(int row) {
    return false;
  }

  @Override
  public boolean isAutomatic(int row) {
    return false;
  }

  @Override
  public boolean isAside(int row) {
    return false;
  }

  @Override
  public boolean expectsResponse(int row) {
    return true;
  }

  @Override
  public boolean isAnonymous(int row) {
    return false;
  }

  @Override
  public boolean isPersonal(int row) {
    return true;
  }

  @Override
  public RepliesTo repliesTo(int row) {
    return events.get(row).toAudience() ? RepliesTo.AUDIENCE : RepliesTo.NONE;
  }

  @Override
  public boolean returned(int row) {
    return events.get(row).returned();
  }

  @Override
  public int groups(int row) {
    return person(row) * 7 % 32;
  }

  @Override
  public int persons() {
    return PERSONS;
  }

  @Override
  public int organizations() {
    return organizations;
  }

  @Override
  public int organizationOf(int person, int row) {
    return organizations > 0 && person == MEMBER ? 0 : NONE;
  }

  @Override
  public Optional<String> departmentOf(int person, int row) {
    return Optional.empty();
  }

  @Override
  public String personName(int person) {
    return "person " + person;
  }

  @Override
  public String organizationName(int code) {
    return "organization " + code;
  }

  @Override
  public String channelName(int code) {
    return "channel " + code;
  }

  @Override
  public String topicName(int code) {
    throw new IllegalArgumentException("no topic " + code);
  }

  @Override
  public Optional<String> topicOwner(int code) {
    return Optional.empty();
  }

  @Override
  public String labelText(int code) {
    throw new IllegalArgumentException("no label " + code);
  }

  @Override
  public Optional<String> id(int row) {
    return Optional.empty();
  }

  @Override
  public SeenKinds seenKinds() {
    Map<String, Integer> bits = new HashMap<>();
    for (Event event : events) {
      if (organizationOf(event.person(), NONE) == NONE) {
        ActKind act = event.act();
        int kind = act == null ? SeenKinds.MESSAGE : SeenKinds.bit(act);
        kind |= event.toAudience() && act == null ? SeenKinds.REPLY_TO_AUDIENCE : 0;
        String channel = event.channel() == NONE ? "" : channelName(event.channel());
        bits.merge(channel, kind, (a, b) -> a | b);
      }
    }
    return SeenKinds.of(bits);
  }
}
