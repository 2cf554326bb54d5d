package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.walk.Events;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Unit;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Interaction;
import dev.repartee.model.Sentiment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a slice copies of its rows at once is what it says of each; and acts stand by person. */
class EventsProperties {
  @Provide
  Arbitrary<List<Interaction>> rows() {
    return RandomRows.lists();
  }

  @Property
  void copiedAtOnceIsWhatEachRowSays(
      @ForAll("rows") List<Interaction> rows,
      @ForAll @IntRange(min = 1, max = RandomRows.DAYS) int asOfDay) {
    EngagementLog log = EngagementLog.builder(RandomRows.DIRECTORY).addAll(rows).build();
    View whole = View.whole(RandomRows.START + asOfDay * RandomRows.DAY, false);
    for (Unit unit : Unit.values()) {
      ColumnSlice slice = new ColumnSlice(log.columns(), whole, unit);
      for (int part = 0; part < slice.parts(); part++) {
        slice.moveTo(part);
        for (int u = 0; u < slice.units(); u++) {
          assertCopied(slice, u);
          assertEventsSaySo(slice, u);
        }
      }
    }
  }

  private static void assertCopied(Slice slice, int unit) {
    int size = slice.to(unit) - slice.from(unit);
    long[] times = new long[size];
    int[] traits = new int[size];
    FastSlice.of(slice).events(unit, times, traits);
    for (int i = 0; i < size; i++) {
      int row = slice.row(slice.from(unit) + i);
      assertEquals(slice.effectiveAt(row), times[i]);
      assertEquals(slice.act(row), Traits.act(traits[i]));
      assertEquals(slice.act(row) == null, Traits.isMessage(traits[i]));
      assertEquals(slice.sentiment(row), Traits.sentiment(traits[i]));
      assertEquals(slice.intent(row), Traits.intent(traits[i]));
      assertEquals(slice.isAutomatic(row), (traits[i] & Traits.AUTOMATIC) != 0);
      assertEquals(slice.isAnonymous(row), (traits[i] & Traits.ANONYMOUS) != 0);
      assertEquals(slice.expectsResponse(row), (traits[i] & Traits.EXPECTS_NO_RESPONSE) == 0);
    }
  }

  private static void assertEventsSaySo(Slice slice, int unit) {
    Events events = FastSlice.of(slice).events();
    for (int position = slice.from(unit); position < slice.to(unit); position++) {
      int row = slice.row(position);
      assertEquals(slice.effectiveAt(row), events.time(position));
      assertEquals(slice.organization(row), events.organization(position));
      assertEquals(slice.channel(row), events.channel(position));
      assertEquals(slice.isMember(row), events.isMember(position));
      assertEquals(slice.isAutomatic(row) || slice.isBot(row), events.isOfMachine(position));
      assertEquals(slice.groups(row), events.groups(position));
      assertEquals(slice.act(row), Traits.act(events.traits(position)));
      assertEquals(slice.sentiment(row), Traits.sentiment(events.traits(position)));
      assertEquals(slice.isAutomatic(row), (events.traits(position) & Traits.AUTOMATIC) != 0);
    }
  }

  @Property
  void aWindowHidesOnlyUnitsWithoutARowInIt(
      @ForAll("rows") List<Interaction> rows,
      @ForAll @IntRange(min = 0, max = RandomRows.DAYS - 1) int firstDay,
      @ForAll @IntRange(min = 1, max = RandomRows.DAYS) int days,
      @ForAll @IntRange(min = 1, max = RandomRows.DAYS) int asOfDay) {
    EngagementLog log = EngagementLog.builder(RandomRows.DIRECTORY).addAll(rows).build();
    long start = RandomRows.START + firstDay * RandomRows.DAY;
    long end = start + days * RandomRows.DAY;
    View whole = View.whole(RandomRows.START + asOfDay * RandomRows.DAY, false);
    for (Unit unit : Unit.values()) {
      assertEquals(
          positionsIn(log, whole, unit, start, end),
          positionsIn(log, whole.within(start, end), unit, start, end));
    }
  }

  /** The positions of the units that have a row in a window, each with where its unit ends. */
  private static Map<Integer, Integer> positionsIn(
      EngagementLog log, View view, Unit unit, long start, long end) {
    Map<Integer, Integer> found = new TreeMap<>();
    ColumnSlice slice = new ColumnSlice(log.columns(), view, unit);
    for (int part = 0; part < slice.parts(); part++) {
      slice.moveTo(part);
      for (int u = 0; u < slice.units(); u++) {
        boolean isIn = false;
        for (int position = slice.from(u); position < slice.to(u); position++) {
          long time = slice.effectiveAt(slice.row(position));
          isIn |= time >= start && time < end;
        }
        if (isIn) {
          found.put(slice.from(u), slice.to(u));
        }
      }
    }
    return found;
  }

  @Property
  void theNumberComesApartAgain(
      @ForAll("acts") ActKind act, @ForAll Sentiment sentiment, @ForAll Intent intent) {
    int traits = Traits.of(act, sentiment, intent, Traits.AUTOMATIC);
    assertTrue(traits >= 0 && traits < Traits.COUNT);
    assertEquals(act, Traits.act(traits));
    assertEquals(sentiment, Traits.sentiment(traits));
    assertEquals(intent, Traits.intent(traits));
    assertEquals(Traits.AUTOMATIC, traits & Traits.AUTOMATIC);
    assertEquals(0, Traits.of(null, null, null, 0));
    assertEquals(null, Traits.sentiment(Traits.of(act, null, intent, 0)));
  }

  @Provide
  Arbitrary<ActKind> acts() {
    return Arbitraries.of(ActKind.ofRows().toArray(ActKind[]::new));
  }

  /** A walk over persons reads a log of acts from beginning to end. */
  @Test
  void actsStandPersonByPersonInOrderOfTime() {
    EngagementLog.Builder builder = EngagementLog.builder();
    Appender appender = builder.appender();
    for (int i = 0; i < 3_000; i++) {
      int shuffled = i * 1_009 % 3_000;
      appender.author(shuffled % 70).at(shuffled % 900).act(ActKind.VIEW).end();
    }
    Columns columns = builder.build().columns();
    for (int position = 0; position < 3_000; position++) {
      assertEquals(position, columns.personIndex.rows[position]);
      assertTrue(
          position == 0
              || columns.person[position] != columns.person[position - 1]
              || columns.at[position] >= columns.at[position - 1]);
    }
  }
}
