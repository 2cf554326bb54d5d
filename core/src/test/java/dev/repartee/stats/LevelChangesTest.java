package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.stats.LevelChanges.Change;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Series whose changes others have published, and those that can be told by hand. */
class LevelChangesTest {
  private static final LocalDate MONDAY = LocalDate.parse("2025-01-06");

  /** The flow of the Nile at Aswan, 10^8 m3 a year from 1871 on; Cobb 1978, R datasets. */
  private static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  /** Disasters in British coal mines, a year from 1851 on; Jarrett 1979, R boot::coal. */
  private static final long[] COAL = {
    4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5,
    2, 2, 3, 4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1,
    0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 0, 1,
    4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1
  };

  /** Drivers killed or seriously injured in Great Britain, a month from 1969 on; Harvey 1989. */
  private static final long[] DRIVERS = {
    1687, 1508, 1507, 1385, 1632, 1511, 1559, 1630, 1579, 1653, 2152, 2148, 1752, 1765,
    1717, 1558, 1575, 1520, 1805, 1800, 1719, 2008, 2242, 2478, 2030, 1655, 1693, 1623,
    1805, 1746, 1795, 1926, 1619, 1992, 2233, 2192, 2080, 1768, 1835, 1569, 1976, 1853,
    1965, 1689, 1778, 1976, 2397, 2654, 2097, 1963, 1677, 1941, 2003, 1813, 2012, 1912,
    2084, 2080, 2118, 2150, 1608, 1503, 1548, 1382, 1731, 1798, 1779, 1887, 2004, 2077,
    2092, 2051, 1577, 1356, 1652, 1382, 1519, 1421, 1442, 1543, 1656, 1561, 1905, 2199,
    1473, 1655, 1407, 1395, 1530, 1309, 1526, 1327, 1627, 1748, 1958, 2274, 1648, 1401,
    1411, 1403, 1394, 1520, 1528, 1643, 1515, 1685, 2000, 2215, 1956, 1462, 1563, 1459,
    1446, 1622, 1657, 1638, 1643, 1683, 2050, 2262, 1813, 1445, 1762, 1461, 1556, 1431,
    1427, 1554, 1645, 1653, 2016, 2207, 1665, 1361, 1506, 1360, 1453, 1522, 1460, 1552,
    1548, 1827, 1737, 1941, 1474, 1458, 1542, 1404, 1522, 1385, 1641, 1510, 1681, 1938,
    1868, 1726, 1456, 1445, 1456, 1365, 1487, 1558, 1488, 1684, 1594, 1850, 1998, 2079,
    1494, 1057, 1218, 1168, 1236, 1076, 1174, 1139, 1427, 1487, 1483, 1513, 1357, 1165,
    1282, 1110, 1297, 1185, 1222, 1284, 1444, 1575, 1737, 1763
  };

  @Test
  void theNileFellOnceAfter1898() {
    LevelChanges found = LevelChanges.of(LocalDate.parse("1871-01-01"), ChronoUnit.YEARS, NILE);
    // Cobb 1978, and Bai and Perron's method in R strucchange: one break, 1898 the last year
    // before.
    assertEquals(1, found.changes().size());
    Change change = found.changes().get(0);
    assertEquals(1899, change.first().getYear());
    assertTrue(change.earliest().getYear() <= 1898 && change.latest().getYear() >= 1899);
    assertTrue(change.isFall());
    assertEquals(1_097.75, change.before().value(), 1e-9); // mean of the first 28
    assertTrue(change.pValue() < 0.001);
  }

  @Test
  void minesBecameSaferAbout1890() {
    LevelChanges found =
        LevelChanges.ofCounts(LocalDate.parse("1851-01-01"), ChronoUnit.YEARS, COAL);
    // Raftery and Akman 1986: 1890, with 95 % probability between 1887 and 1895.
    assertEquals(1, found.changes().size());
    Change change = found.changes().get(0);
    assertEquals(1891, change.first().getYear(), 2);
    assertTrue(change.earliest().getYear() <= 1891 && change.latest().getYear() >= 1891);
  }

  @Test
  void seatBeltsAreFoundBesideTheSeasons() {
    LevelChanges found =
        LevelChanges.ofCounts(LocalDate.parse("1969-01-01"), ChronoUnit.MONTHS, DRIVERS);
    // Seat belts were made compulsory on 31 January 1983; Harvey and Durbin 1986.
    LocalDate law = LocalDate.parse("1983-02-01");
    assertTrue(
        found.changes().stream()
            .anyMatch(c -> c.isFall() && !c.earliest().isAfter(law) && !c.latest().isBefore(law)),
        found::toString);
    assertTrue(found.changes().size() <= 3, found::toString);
  }

  @Test
  void whatStopsIsAChangeAndSoIsWhatBegins() {
    long[] weekly = new long[52];
    Arrays.fill(weekly, 0, 26, 336);
    Change stop = LevelChanges.ofCounts(MONDAY, ChronoUnit.WEEKS, weekly).changes().get(0);
    assertEquals(MONDAY.plusWeeks(26), stop.first());
    assertEquals(stop.first(), stop.earliest());
    assertEquals(stop.first(), stop.latest());
    assertEquals(336, stop.before().value());
    assertEquals(0, stop.after().value());
    assertFalse(stop.before().hasInterval());
    long[] begins = new long[52];
    Arrays.fill(begins, 26, 52, 336);
    LevelChanges found = LevelChanges.ofCounts(MONDAY, ChronoUnit.WEEKS, begins);
    assertFalse(found.changes().get(0).isFall());
    assertEquals("1 change: 0 to 336 since 2025-07-07", found.toString());
  }

  @Test
  void nothingIsNoChangeAndTooLittleIsTooShort() {
    assertEquals(
        "no change in 52 periods",
        LevelChanges.ofCounts(MONDAY, ChronoUnit.WEEKS, new long[52]).toString());
    LevelChanges few = LevelChanges.ofCounts(MONDAY, ChronoUnit.WEEKS, 9, 9, 9, 0, 0, 0);
    assertTrue(few.isTooShort());
    assertEquals("too short, 6 periods", few.toString());
    assertTrue(LevelChanges.of(MONDAY, ChronoUnit.WEEKS).isTooShort());
  }

  @Test
  void aGapIsNoValueAndMovesNoDate() {
    double[] shares = IntStream.range(0, 40).mapToDouble(i -> (i % 5) * 0.01 + 0.8).toArray();
    for (int i = 20; i < 40; i++) {
      shares[i] -= 0.3;
    }
    shares[3] = Double.NaN;
    shares[18] = Double.NaN;
    LevelChanges found = LevelChanges.of(MONDAY, ChronoUnit.WEEKS, shares);
    assertEquals(38, found.observed());
    assertEquals(MONDAY.plusWeeks(20), found.changes().get(0).first());
    assertEquals("0.82 to 0.52 since 2025-05-26", found.changes().get(0).toString());
  }

  @Test
  void aWeekThatWasNotObservedMovesNoDate() {
    long[] weekly = new long[40];
    Arrays.fill(weekly, 0, 20, 30);
    weekly[7] = -1;
    LevelChanges found = LevelChanges.ofCounts(MONDAY, ChronoUnit.WEEKS, weekly);
    assertEquals(39, found.observed());
    assertEquals("30 to 0 since 2025-05-26", found.changes().get(0).toString());
  }

  @Test
  void whatHasJustStoppedIsSeenFromItsFourthWeekOn() {
    long[] weekly = IntStream.range(0, 52).mapToLong(i -> 40 + (i * 7) % 11).toArray();
    Arrays.fill(weekly, 49, 52, 0);
    assertTrue(LevelChanges.ofCounts(MONDAY, ChronoUnit.WEEKS, weekly).changes().isEmpty());
    weekly[48] = 0;
    Change stop = LevelChanges.ofCounts(MONDAY, ChronoUnit.WEEKS, weekly).changes().get(0);
    assertEquals(MONDAY.plusWeeks(48), stop.first());
  }

  @Test
  void aHolidayAndAnIncompleteWeekAreNoChange() {
    long[] weekly = IntStream.range(0, 52).mapToLong(i -> 40 + (i * 7) % 11).toArray();
    weekly[50] = 9;
    weekly[51] = 4;
    assertTrue(LevelChanges.ofCounts(MONDAY, ChronoUnit.WEEKS, weekly).changes().isEmpty());
  }

  @Test
  void aWeekOfDaysComesBackAndIsNoChange() {
    long[] daily = new long[84];
    for (int i = 0; i < 84; i++) {
      daily[i] = (i % 7 < 5 ? 50 : 8) + (i * 5L) % 7;
    }
    assertTrue(LevelChanges.ofCounts(MONDAY, ChronoUnit.DAYS, daily).changes().isEmpty());
    for (int i = 50; i < 84; i++) {
      daily[i] /= 3;
    }
    LevelChanges found = LevelChanges.ofCounts(MONDAY, ChronoUnit.DAYS, daily);
    assertEquals(1, found.changes().size());
    Change change = found.changes().get(0);
    assertFalse(change.earliest().isAfter(MONDAY.plusDays(50)), change::toString);
    assertFalse(change.latest().isBefore(MONDAY.plusDays(50)), change::toString);
  }

  @Test
  void theSameValuesHaveTheSameChangesWhateverTheirUnit() {
    List<Change> raw = LevelChanges.of(MONDAY, ChronoUnit.WEEKS, NILE).changes();
    double[] larger = Arrays.stream(NILE).map(x -> 3 * x + 100).toArray();
    List<Change> scaled = LevelChanges.of(MONDAY, ChronoUnit.WEEKS, larger).changes();
    assertEquals(raw.get(0).first(), scaled.get(0).first());
    assertEquals(raw.get(0).pValue(), scaled.get(0).pValue());
  }

  @Test
  void togetherTheWeakestIsLeftOut() {
    long[] weak =
        IntStream.range(0, 30).mapToLong(i -> (i < 24 ? 30 : 22) + (i * 7) % 11).toArray();
    LevelChanges one = LevelChanges.ofCounts(MONDAY, ChronoUnit.WEEKS, weak);
    assertEquals(1, one.changes().size(), "the example needs one");
    long[] strong = new long[30];
    Arrays.fill(strong, 0, 15, 50);
    LevelChanges other = LevelChanges.ofCounts(MONDAY, ChronoUnit.WEEKS, strong);
    List<LevelChanges> all = new ArrayList<>(List.of(one, other));
    for (int i = 0; i < 20; i++) {
      all.add(LevelChanges.ofCounts(MONDAY, ChronoUnit.WEEKS, new long[30]));
    }
    List<LevelChanges> held = LevelChanges.together(all);
    assertEquals(22, held.size());
    assertTrue(held.get(0).changes().isEmpty());
    double alone = other.changes().get(0).pValue();
    assertEquals(22 * alone, held.get(1).changes().get(0).pValue(), 1e-12); // Holm, by hand
  }

  @Test
  void whatIsNoSeriesIsRefused() {
    assertEquals(
        "count (-2) must be at least 0, or -1 for what was not observed",
        assertThrows(
                IllegalArgumentException.class,
                () -> LevelChanges.ofCounts(MONDAY, ChronoUnit.DAYS, 1, -2))
            .getMessage());
    assertEquals(
        "unit (HOURS) must be days, weeks, months or years",
        assertThrows(
                IllegalArgumentException.class, () -> LevelChanges.of(MONDAY, ChronoUnit.HOURS, 1))
            .getMessage());
    assertEquals(
        "value (Infinity) must be finite, or NaN for a gap",
        assertThrows(
                IllegalArgumentException.class,
                () -> LevelChanges.of(MONDAY, ChronoUnit.DAYS, 1, Double.POSITIVE_INFINITY))
            .getMessage());
  }
}
