package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.measure.BytesTest;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Summary;
import dev.repartee.model.Interaction;
import dev.repartee.testing.PersonView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Measures over persons in two steps: by conversation, then by person, on many machines. */
class PersonRowsProperties {
  private static final Instant AS_OF =
      Instant.ofEpochMilli(RandomRows.START + RandomRows.DAYS * RandomRows.DAY);

  private static EngagementLog log(List<Interaction> rows) {
    return EngagementLog.builder(RandomRows.DIRECTORY).asOf(AS_OF).addAll(rows).build();
  }

  @Provide
  Arbitrary<List<Interaction>> rows() {
    return RandomRows.lists();
  }

  @Provide
  Arbitrary<Measure<?>> measures() {
    ZoneId paris = ZoneId.of("Europe/Paris");
    return Arbitraries.of(
        List.of(
            new PersonView(),
            new PersonView().by(Dimension.CHANNEL.and(Dimension.TOPIC)),
            APath.standard(),
            APath.standard().withZone(paris),
            APath.standard().by(Dimension.attribute("language")),
            APath.standard().by(Dimension.ORGANIZATION),
            APath.standard().by(Dimension.CHANNEL.and(Dimension.month(ZoneOffset.UTC))),
            Measures.of(APath.standard(), new PersonView())));
  }

  @Property
  void twoStepsGiveTheBitsOfOneLog(
      @ForAll("rows") List<Interaction> rows,
      @ForAll("measures") Measure<?> measure,
      @ForAll long seed) {
    assertTwoSteps(rows, measure, new Random(seed));
  }

  private static <S extends Summary<S>> void assertTwoSteps(
      List<Interaction> rows, Measure<S> measure, Random random) {
    S whole = log(rows).measure(measure);
    assertArrayEquals(whole.toBytes(), merged(log(rows), measure, List.of(rows), 1, random));
    List<List<Interaction>> conversations = Splitting.byConversation(rows, 3, random);
    assertArrayEquals(whole.toBytes(), merged(log(rows), measure, conversations, 4, random));
  }

  /** Builds each piece, sends its rows as bytes to the part of their person, and builds those. */
  private static <S extends Summary<S>> byte[] merged(
      EngagementLog whole,
      Measure<S> measure,
      List<List<Interaction>> pieces,
      int parts,
      Random random) {
    Map<Integer, List<PersonRow>> byPart = new HashMap<>();
    for (List<Interaction> piece : pieces) {
      log(piece)
          .rows()
          .map(row -> PersonRow.fromBytes(row.toBytes()))
          .forEach(
              row ->
                  byPart
                      .computeIfAbsent(
                          Math.floorMod(row.person().hashCode(), parts), p -> new ArrayList<>())
                      .add(row));
    }
    S sum = EngagementLog.ofRows(whole.directory(), whole.asOf(), List.of()).measure(measure);
    for (List<PersonRow> part : byPart.values()) {
      Collections.shuffle(part, random);
      EngagementLog log = EngagementLog.ofRows(whole.directory(), whole.asOf(), part);
      assertEquals(part.size(), log.audit().accepted());
      sum = sum.merge(log.parallel(2).measure(measure));
    }
    return sum.toBytes();
  }

  /** Rows of people that the directory of the measures of {@link BytesTest} knows, or does not. */
  private static EngagementLog known(List<Interaction> rows) {
    return EngagementLog.builder(BytesTest.LOG.directory()).asOf(AS_OF).addAll(rows).build();
  }

  /**
   * On many machines every measure gives the bits of one log, by person or by conversation, or says
   * why not and what to do: it is tried that the way that a refusal names is a way.
   */
  @Property(tries = 60)
  void everyMeasureHasAWayOverManyMachinesOrRefuses(
      @ForAll("rows") List<Interaction> rows, @ForAll long seed) {
    Set<String> takeOneLog = new TreeSet<>();
    for (Measure<?> measure : BytesTest.measures()) {
      if (!assertHasAWay(rows, measure, new Random(seed))) {
        takeOneLog.add(measure.getClass().getSimpleName());
      }
    }
    // They ask when they need to, which is always but where nobody comes into question.
    assertTrue(
        Set.of("EngagementEffect", "ReContact", "Recovery").containsAll(takeOneLog),
        takeOneLog::toString);
  }

  /** Returns false where the measure takes one log of everything. */
  private static <S extends Summary<S>> boolean assertHasAWay(
      List<Interaction> rows, Measure<S> measure, Random random) {
    byte[] whole = known(rows).measure(measure).toBytes();
    List<List<Interaction>> conversations = Splitting.byConversation(rows, 3, random);
    try {
      List<PersonRow> all = conversations.stream().flatMap(piece -> known(piece).rows()).toList();
      Map<Integer, List<PersonRow>> persons =
          all.stream().collect(Collectors.groupingBy(r -> Math.floorMod(r.person().hashCode(), 3)));
      S sum = rebuilt(List.of(), measure);
      for (List<PersonRow> part : persons.values()) {
        sum = sum.merge(rebuilt(part, measure));
      }
      assertArrayEquals(whole, sum.toBytes(), measure::toString);
      return true;
    } catch (IllegalArgumentException | IllegalStateException e) {
      String refusal = String.valueOf(e.getMessage());
      if (refusal.contains("on the logs by conversation and merge the summaries")) {
        S sum = known(conversations.get(0)).measure(measure);
        for (List<Interaction> piece : conversations.subList(1, conversations.size())) {
          sum = sum.merge(known(piece).measure(measure));
        }
        assertArrayEquals(whole, sum.toBytes(), measure::toString);
        return true;
      }
      assertTrue(refusal.endsWith("measure it on one log of everything"), refusal);
      return false;
    }
  }

  private static <S extends Summary<S>> S rebuilt(List<PersonRow> rows, Measure<S> measure) {
    return EngagementLog.ofRows(BytesTest.LOG.directory(), AS_OF, rows).measure(measure);
  }

  @Property
  void viewsOfTheRebuiltLogAreThoseOfTheWhole(
      @ForAll("rows") List<Interaction> rows, @ForAll("measures") Measure<?> measure) {
    assertViews(log(rows), measure);
  }

  private static <S extends Summary<S>> void assertViews(EngagementLog whole, Measure<S> measure) {
    EngagementLog rebuilt =
        EngagementLog.ofRows(whole.directory(), whole.asOf(), whole.rows().toList());
    Instant cut = AS_OF.minus(Duration.ofDays(20));
    assertArrayEquals(
        whole.asOf(cut).measure(measure).toBytes(), rebuilt.asOf(cut).measure(measure).toBytes());
    assertArrayEquals(
        whole.between(cut, AS_OF).followedFor(Duration.ofDays(3)).measure(measure).toBytes(),
        rebuilt.between(cut, AS_OF).followedFor(Duration.ofDays(3)).measure(measure).toBytes());
    assertArrayEquals(
        whole.only(Dimension.CHANNEL, "blog").measure(measure).toBytes(),
        rebuilt.only(Dimension.CHANNEL, "blog").measure(measure).toBytes());
    EngagementLog known = whole.asOf(cut);
    assertArrayEquals(
        known.measure(measure).toBytes(),
        EngagementLog.ofRows(known.directory(), cut, known.rows().toList())
            .measure(measure)
            .toBytes());
  }

  @Property
  void rowsComeBackFromBytesAndFromALogOfThem(@ForAll("rows") List<Interaction> rows) {
    EngagementLog whole = log(rows);
    List<PersonRow> given = whole.rows().toList();
    // Acts of states stay with their conversations.
    assertEquals(whole.audit().accepted(), given.size() + whole.stateActs());
    List<PersonRow> read = given.stream().map(row -> PersonRow.fromBytes(row.toBytes())).toList();
    assertEquals(given, read);
    EngagementLog rebuilt = EngagementLog.ofRows(whole.directory(), whole.asOf(), read);
    assertEquals(given, rebuilt.rows().toList());
    assertEquals(whole.messages(), rebuilt.messages());
    assertEquals(whole.acts(), rebuilt.acts());
    assertEquals(whole.persons(), rebuilt.persons());
  }
}
