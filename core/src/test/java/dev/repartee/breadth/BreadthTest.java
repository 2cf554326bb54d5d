package dev.repartee.breadth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.breadth.BreadthSummary.BrandBreadth;
import dev.repartee.breadth.Quadrants.Quadrant;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.testing.FactRows;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreadthTest {
  private static final int DAY = 24 * 60;

  private final List<Interaction> rows = new ArrayList<>();

  private static Directory directory() {
    return Directory.builder()
        .organization("Acme", a -> a.member("care", "Support"))
        .organization("Bolt", b -> b.member("help", "Support"))
        .build();
  }

  /** Strands that the audience opens, the first of them answered. */
  private void strands(String organization, String member, String channel, int all, int answered) {
    for (int i = 0; i < all; i++) {
      String id = organization + channel + i;
      rows.add(Talk.post(id, "v" + id, i).channel(channel).addressedTo(organization));
      if (i < answered) {
        rows.add(Talk.reply("r" + id, member, i + 30L, id));
      }
    }
  }

  private EngagementLog log() {
    return Talk.log(directory(), 30 * DAY, rows.toArray(new Interaction[0]));
  }

  /** Acme: blog 1/2, chat 3/4, posts alone on video; Bolt: chat 1/1 and silence on the blog. */
  @Test
  void depthIsTheSumOverChannelsEngagedIn() {
    strands("Acme", "care", "blog", 2, 1);
    strands("Acme", "care", "chat", 4, 3);
    rows.add(Talk.post("ad", "care", 5).channel("video"));
    strands("Bolt", "help", "chat", 1, 1);
    strands("Bolt", "help", "blog", 3, 0);
    BreadthSummary breadth = log().measure(Breadth.standard());
    assertEquals(3, breadth.channels("Acme"));
    assertEquals(1, breadth.channelsWithoutDepth("Acme"));
    assertEquals(0.5 + 0.75, breadth.depth("Acme").value(), 1e-12);
    assertEquals(1, breadth.channels("Bolt"));
    assertEquals(1, breadth.depth("Bolt").value(), 1e-12);
    Quadrants quadrants = breadth.quadrants();
    assertEquals(Optional.of(Quadrant.SELECTIVE), quadrants.get("Acme"));
    assertEquals(Optional.of(Quadrant.WALLFLOWER), quadrants.get("Bolt"));
    assertEquals(Optional.of(Quadrant.MAVEN), quadrants.withCut(3).get("Acme"));
    // By channel Bolt is the deeper one.
    assertEquals(Optional.of(Quadrant.SELECTIVE), quadrants.perChannel().get("Bolt"));
    assertEquals("2 organizations by breadth", Talk.headline(breadth));
    assertTrue(
        breadth
            .toString()
            .contains(
                "broad from 7 channels, deep above the mean 1.13\na cut at 6 would move 0, at 8 0"),
        breadth::toString);
    assertEquals("breadth and depth by dialogue", Breadth.standard().toString());
    assertEquals(
        "organization (Core) must be one of [Acme, Bolt]",
        assertThrows(IllegalArgumentException.class, () -> breadth.depth("Core")).getMessage());
  }

  /** The same two: Acme 0.5 + 0.75 on three channels, Bolt 1 on one; the mean is 1.125. */
  @Test
  void factsOfTheWholeAndOfEachOrganization() {
    strands("Acme", "care", "blog", 2, 1);
    strands("Acme", "care", "chat", 4, 3);
    rows.add(Talk.post("ad", "care", 5).channel("video"));
    strands("Bolt", "help", "chat", 1, 1);
    strands("Bolt", "help", "blog", 3, 0);
    BreadthSummary breadth = log().measure(Breadth.standard());
    assertEquals(
        """
        organizations: 2
        channels_mean: 2.00
        depth_mean: 1.13
        organizations_maven: 0
        organizations_butterfly: 0
        organizations_selective: 1
        organizations_wallflower: 1
        organizations_without_depth: 0
        organizations_moved_by_cut_lower_by_1: 0
        organizations_moved_by_cut_higher_by_1: 0""",
        FactRows.text(breadth));
    Facts facts = breadth.facts();
    assertEquals(3, facts.get("channels", "Acme").value().orElseThrow());
    assertEquals(1, facts.get("channels_without_depth", "Acme").value().orElseThrow());
    assertEquals(1.25, facts.get("depth", "Acme").value().orElseThrow(), 1e-12);
    assertEquals(1.25 / 3, facts.get("depth_per_channel", "Acme").value().orElseThrow(), 1e-12);
    assertEquals("SELECTIVE", facts.get("quadrant", "Acme").word());
    assertEquals("NO", facts.get("depth_is_just_the_mean", "Acme").word());
    assertEquals("WALLFLOWER", facts.get("quadrant", "Bolt").word());
    BreadthSummary young = log().asOf("1970-01-02T00:00:00Z").measure(Breadth.standard());
    assertEquals(State.NO_DATA, young.facts().get("quadrant", "Acme").state());
    assertEquals(State.NO_DATA, young.facts().get("depth_mean").state());
    BreadthSummary none = Talk.log(directory(), 9).measure(Breadth.standard());
    assertEquals(FactRows.names(breadth), FactRows.names(none));
    assertEquals(State.NO_DATA, none.facts().get("channels_mean").state());
    assertEquals(0, none.facts().get("organizations").value().orElseThrow());
  }

  @Test
  void whatIsYoungHasNoDepthYet() {
    strands("Acme", "care", "blog", 2, 1);
    EngagementLog young = log().asOf("1970-01-02T00:00:00Z");
    BreadthSummary breadth = young.measure(Breadth.standard());
    assertEquals(1, breadth.channels("Acme"));
    assertFalse(breadth.depth("Acme").isDefined());
    assertEquals(Optional.empty(), breadth.quadrants().get("Acme"));
    assertTrue(breadth.toString().contains("not known"), breadth.toString());
    Breadth atOnce = Breadth.of(Dialogue.standard().withHorizon(Duration.ZERO));
    assertEquals(0.5, young.measure(atOnce).depth("Acme").value());
  }

  /** It would be on the average, which is its own, and so a wallflower however deep. */
  @Test
  void whoIsAloneIsInNoQuadrant() {
    Quadrants alone = Quadrants.of(List.of(new BrandBreadth("a", 11, 9.0)));
    assertEquals(Optional.empty(), alone.get("a"));
    assertEquals(0, alone.movedBy(5));
    assertFalse(alone.toString().contains("BUTTERFLY"), alone.toString());
    Quadrants unknown =
        Quadrants.of(List.of(new BrandBreadth("a", 11, 9.0), new BrandBreadth("b", 3, Double.NaN)));
    assertEquals(Optional.empty(), unknown.get("a"));
    assertEquals(Optional.of(Quadrant.MAVEN), four().withPeers("c").get("a"));
    assertEquals(Optional.empty(), four().withPeers("c").get("c"));
  }

  private static Quadrants four() {
    return Quadrants.of(
        List.of(
            new BrandBreadth("a", 11, 9.0),
            new BrandBreadth("b", 7, 2.0),
            new BrandBreadth("c", 6, 8.0),
            new BrandBreadth("d", 2, 1.0)));
  }

  @Test
  void fourOrganizationsAreInFourQuadrants() {
    Quadrants four = four();
    assertEquals(5, four.averageDepth());
    assertEquals(Optional.of(Quadrant.MAVEN), four.get("a"));
    assertEquals(Optional.of(Quadrant.BUTTERFLY), four.get("b"));
    assertEquals(Optional.of(Quadrant.SELECTIVE), four.get("c"));
    assertEquals(Optional.of(Quadrant.WALLFLOWER), four.get("d"));
    assertEquals(1, four.movedBy(1));
    assertEquals(1, four.movedBy(-1));
    // A cut at 2 takes c and d in; one at 11 leaves b out and keeps a.
    assertEquals(2, four.movedBy(-5));
    assertEquals(1, four.movedBy(4));
    assertEquals(8.5, four.withPeers("a", "c").averageDepth());
    assertEquals(Optional.of(Quadrant.WALLFLOWER), four.withPeers("a", "c").get("c"));
    assertEquals(
        List.of("a", "c", "b", "d"), four.brands().stream().map(BrandBreadth::name).toList());
    List<String> lines = four.table().lines().toList();
    assertTrue(lines.get(1).matches("a +11 +9(\\.0*)? +0\\.82 +MAVEN *"), lines.get(1));
    assertTrue(lines.get(4).matches("d +2 +1(\\.0*)? +0\\.50 +WALLFLOWER *"), lines.get(4));
    assertEquals("broad from 7 channels, deep above the mean 5.00", lines.get(5));
    // c is at six, a cut lower by one; b at seven, not reached by one higher.
    assertEquals("a cut at 6 would move 1, at 8 1", lines.get(6));
    assertTrue(
        four.byMedian()
            .perChannel()
            .withCut(1)
            .table()
            .contains("broad from 1 channels, deep above the median per channel 0.66"),
        four.byMedian().perChannel().table());
    assertTrue(four.withPeers("a", "c").table().contains("deep above the mean 8.50 of 2 peers"));
  }

  /** Eight are shown, and of nine the table shows the last. */
  @Test
  void eightAreShown() {
    List<BrandBreadth> nine = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      nine.add(new BrandBreadth("brand" + i, i, 9 - i));
    }
    String all = Quadrants.of(nine).toString();
    assertTrue(all.startsWith("9 organizations by breadth\n"), all);
    assertTrue(all.contains("brand7") && !all.contains("brand8"), all);
    assertTrue(all.contains("\n… table() shows all\n"), all);
    assertTrue(Quadrants.of(nine).table().contains("brand8"));
    String eight = Quadrants.of(nine.subList(0, 8)).toString();
    assertTrue(eight.contains("brand7") && !eight.contains("shows all"), eight);
    String one = Quadrants.of(nine.subList(0, 1)).toString();
    assertTrue(one.startsWith("1 organization by breadth\n"), one);
    assertTrue(one.contains("nobody beside it"), one);
  }

  @Test
  void whatIsOneOrganization() {
    assertEquals("a: 1,100 channels, depth 9.00", new BrandBreadth("a", 1_100, 9).toString());
    assertEquals(3, new BrandBreadth("a", 2, 6).depthPerChannel());
    assertTrue(Double.isNaN(new BrandBreadth("a", 0, 0).depthPerChannel()));
  }

  @Test
  void whoIsOnTheAverageIsBelowAndFlagged() {
    Quadrants three =
        Quadrants.of(
            List.of(
                new BrandBreadth("a", 8, 0.3),
                new BrandBreadth("b", 8, 0.2),
                new BrandBreadth("c", 8, 0.1)));
    assertTrue(three.isTie("b"));
    assertFalse(three.isTie("a"));
    assertEquals(Optional.of(Quadrant.BUTTERFLY), three.get("b"));
    assertTrue(three.byMedian().isTie("b"));
    assertTrue(three.table().contains("on the average"), three.table());
  }

  /** Half a millionth above 1,000 is rounding; a hundred thousandth is not. */
  @Test
  void roundingIsRelativeToTheAverage() {
    for (double above : new double[] {5e-7, 1e-5}) {
      Quadrants three =
          Quadrants.of(
              List.of(
                  new BrandBreadth("a", 8, 1_500 - above),
                  new BrandBreadth("b", 8, 1_000 + above),
                  new BrandBreadth("c", 8, 500)));
      assertEquals(1_000, three.averageDepth(), 1e-9);
      assertEquals(above < 1e-6, three.isTie("b"));
      assertEquals(Optional.of(above < 1e-6 ? Quadrant.BUTTERFLY : Quadrant.MAVEN), three.get("b"));
    }
  }

  /** (9 + 1) / 2 = 5: who is not known does not enter the average. */
  @Test
  void theAverageIsOfDepthsThatAreKnown() {
    Quadrants three =
        Quadrants.of(
            List.of(
                new BrandBreadth("a", 8, 9),
                new BrandBreadth("b", 8, Double.NaN),
                new BrandBreadth("c", 8, 1)));
    assertEquals(5, three.averageDepth());
    assertEquals(5, three.byMedian().averageDepth());
    Quadrants unknown = Quadrants.of(List.of(new BrandBreadth("b", 8, Double.NaN)));
    assertTrue(Double.isNaN(unknown.averageDepth()));
    assertTrue(Double.isNaN(unknown.byMedian().averageDepth()));
  }

  @Test
  void outcomesAreAssociated() {
    List<BrandBreadth> brands = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      brands.add(new BrandBreadth("b" + i, i, i + 1));
    }
    Map<String, Double> outcome =
        Map.of(
            "b0", 2.0, "b1", 1.5, "b2", 4.1, "b3", 3.0, "b4", 5.5, "b5", 7.7, "b6", 6.0, "b7", 9.2,
            "other", 1.0);
    Quadrants quadrants = Quadrants.of(brands);
    // As in AssociationTest; the deepest first changes nothing.
    assertEquals(0.9212367486980068, quadrants.association(outcome).pearson().value(), 1e-12);
    Map<String, Double> volume =
        Map.of(
            "b0",
            Math.exp(3),
            "b1",
            Math.exp(1),
            "b2",
            Math.exp(4),
            "b3",
            Math.exp(1),
            "b4",
            Math.exp(5),
            "b5",
            Math.exp(9),
            "b6",
            Math.exp(2),
            "b7",
            Math.exp(6));
    assertEquals(
        0.9756912319991558, quadrants.associationGivenVolume(outcome, volume).value(), 1e-9);
    assertEquals(1, quadrants.association(Map.of("b0", 2.0)).size());
    // Without its volume b7 is left out, as if it were not here.
    Map<String, Double> ofSeven = new HashMap<>(volume);
    ofSeven.remove("b7");
    assertEquals(
        Quadrants.of(brands.subList(0, 7)).associationGivenVolume(outcome, volume).value(),
        quadrants.associationGivenVolume(outcome, ofSeven).value(),
        1e-12);
  }

  @Test
  void badArgumentsAreRefused() {
    assertEquals(
        "cut (0) must be at least 1",
        assertThrows(IllegalArgumentException.class, () -> four().withCut(0)).getMessage());
    assertEquals(
        "names ([x]) must hold an organization that is here: [a, c, b, d]",
        assertThrows(IllegalArgumentException.class, () -> four().withPeers("x")).getMessage());
    assertEquals(
        "channels (-1) must not be negative",
        assertThrows(IllegalArgumentException.class, () -> new BrandBreadth("a", -1, 1))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> new BrandBreadth("a", 1, Double.POSITIVE_INFINITY));
    assertTrue(
        String.valueOf(
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                            Quadrants.of(
                                List.of(new BrandBreadth("a", 1, 1), new BrandBreadth("a", 2, 1))))
                    .getMessage())
            .startsWith("brands must have different names: "));
    assertEquals(
        "name (x) must be an organization that is here: [a, c, b, d]",
        assertThrows(IllegalArgumentException.class, () -> four().get("x")).getMessage());
    assertEquals(
        "depth (-1.0) must be at least 0 and finite, or NaN where it is not known",
        assertThrows(IllegalArgumentException.class, () -> new BrandBreadth("a", 1, -1))
            .getMessage());
  }
}
