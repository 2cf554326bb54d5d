package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Curves of published data against the tables of R's package survival 3.5.3. */
final class SurvivalDataTest {

  @Test
  void leukemia() {
    check("data_aml.csv", "time", "status", "x", "aml_x.csv", "x");
    assertEquals(
        31,
        LogRankTest.curve("data_aml.csv", "time", "status", "x", "Maintained").median().millis());
    assertEquals(
        23,
        LogRankTest.curve("data_aml.csv", "time", "status", "x", "Nonmaintained")
            .median()
            .millis());
  }

  /** The second median lies where S is exactly one half. */
  @Test
  void veterans() {
    check("data_veteran.csv", "time", "status", "trt", "veteran_trt.csv", "trt");
    assertEquals(
        103, LogRankTest.curve("data_veteran.csv", "time", "status", "trt", "1").median().millis());
    assertEquals(
        52.5,
        LogRankTest.curve("data_veteran.csv", "time", "status", "trt", "2").median().millis());
  }

  @Test
  void waltons() {
    check("waltons_dataset.csv", "T", "E", "group", "waltons_group.csv", "group");
    assertEquals(
        58,
        LogRankTest.curve("waltons_dataset.csv", "T", "E", "group", "control").median().millis());
    assertEquals(
        26,
        LogRankTest.curve("waltons_dataset.csv", "T", "E", "group", "miR-137").median().millis());
  }

  /** Kaplan-Meier cases of statsmodels 0.15.0. */
  @Test
  void conformance() {
    for (Map<String, String> row : TestData.rows("conformance/survival.csv")) {
      long[] times = numbers(TestData.text(row, "durations"));
      long[] status = numbers(TestData.text(row, "status"));
      SurvivalCurve.Builder builder = SurvivalCurve.builder();
      for (int i = 0; i < times.length; i++) {
        if (status[i] == 1) {
          builder.event(times[i]);
        } else {
          builder.censored(times[i]);
        }
      }
      SurvivalCurve curve = builder.build();
      int at = indexOf(curve, TestData.integer(row, "time"));
      assertEquals(TestData.number(row, "estimate"), curve.survival(at), 1e-12);
      assertEquals(TestData.number(row, "greenwood_se"), curve.greenwood(at), 1e-12);
      assertEquals(TestData.integer(row, "n_at_risk"), curve.atRisk(at));
      assertEquals(TestData.integer(row, "n_events"), curve.events(at));
    }
  }

  private static void check(
      String data, String time, String status, String column, String table, String strata) {
    List<Map<String, String>> rows = TestData.rows("survival/" + table);
    int compared = 0;
    for (String stratum : rows.stream().map(row -> row.get("strata")).distinct().toList()) {
      SurvivalCurve curve =
          LogRankTest.curve(data, time, status, column, stratum.substring(strata.length() + 1));
      int i = 0;
      for (Map<String, String> row : rows) {
        if (!stratum.equals(row.get("strata"))) {
          continue;
        }
        assertEquals(TestData.integer(row, "time"), curve.timeMillis(i));
        assertEquals(TestData.integer(row, "n.risk"), curve.atRisk(i));
        assertEquals(TestData.integer(row, "n.event"), curve.events(i));
        assertEquals(TestData.integer(row, "n.censor"), curve.censored(i));
        assertEquals(TestData.number(row, "surv"), curve.survival(i), 1e-12);
        assertEquals(TestData.number(row, "std.err"), curve.greenwood(i), 1e-12);
        assertEquals(curve.greenwood(i), curve.standardError(i));
        i++;
        compared++;
      }
      assertEquals(i, curve.size());
    }
    assertEquals(rows.size(), compared);
  }

  private static int indexOf(SurvivalCurve curve, long time) {
    int i = 0;
    while (curve.timeMillis(i) != time) {
      i++;
    }
    return i;
  }

  private static long[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }
}
