package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.apath.APath;
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
    assertEquals(whole.messages() + whole.acts(), given.size());
    List<PersonRow> read = given.stream().map(row -> PersonRow.fromBytes(row.toBytes())).toList();
    assertEquals(given, read);
    EngagementLog rebuilt = EngagementLog.ofRows(whole.directory(), whole.asOf(), read);
    assertEquals(given, rebuilt.rows().toList());
    assertEquals(whole.messages(), rebuilt.messages());
    assertEquals(whole.acts(), rebuilt.acts());
    assertEquals(whole.persons(), rebuilt.persons());
  }
}
