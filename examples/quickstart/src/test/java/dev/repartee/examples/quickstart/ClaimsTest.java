package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be said is decided together. */
class ClaimsTest {
  private final Claims claims = new Claims();

  private void claim(String subject, double pValue, boolean isAmiss) {
    Flag flag = new Flag(Flag.Kind.SILO, subject, subject + " is amiss.", pValue, "a test");
    claims.add(new Claims.Claim(flag, isAmiss, subject + " is fine.", subject + " is open."));
  }

  @Test
  void pValuesAreAdjustedForAllThatAreJudgedByChance() {
    claim("a", 0.01, true);
    claim("b", 0.03, true);
    claim("c", 0.04, true);
    claim("counted", Double.NaN, true);
    CultureLetter letter = claims.letter();

    // Holm by hand: 3 times 0.01, 2 times 0.03; what was counted is none of the family.
    assertEquals(List.of("a", "counted"), letter.flags().stream().map(Flag::subject).toList());
    assertEquals(0.03, letter.flags().get(0).pValue(), 1e-15);
    assertEquals("p 0.03, by a test", letter.flags().get(0).judged());
    assertEquals("a test", letter.flags().get(1).judged());
    assertEquals(List.of("b is open.", "c is open."), letter.unproven());
    assertEquals(3, letter.judged());
    assertTrue(letter.method().contains("3 statements were judged together"));
  }

  @Test
  void whatIsShownToBeFineIsGoodAndCountsInTheFamily() {
    claim("a", 0.001, false);
    claim("b", 0.04, true);
    claim("counted", Double.NaN, false);
    CultureLetter letter = claims.letter();

    assertEquals(List.of("a is fine.", "counted is fine."), letter.good());
    assertEquals("b", letter.flags().get(0).subject());
    assertEquals(0.04, letter.flags().get(0).pValue(), 1e-15);
  }

  @Test
  void brokenPromisesComeFirst() {
    claim("silo", Double.NaN, true);
    claims.add(
        new Claims.Claim(
            new Flag(Flag.Kind.BROKEN_PROMISE, "promise", "It is broken.", Double.NaN, "count"),
            true,
            "",
            ""));

    assertEquals("promise", claims.letter().flags().get(0).subject());
  }
}
