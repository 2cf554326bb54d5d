package dev.repartee.examples.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class RecentTextsTest {
  @Test
  void theSameLettersAreTheSameText() {
    RecentTexts texts = new RecentTexts();
    char[] letters = "chirp,email,chirp".toCharArray();
    String chirp = texts.of(letters, 0, 5);
    assertEquals("chirp", chirp);
    assertEquals("email", texts.of(letters, 6, 5));
    assertSame(chirp, texts.of(letters, 12, 5));
    assertEquals("", texts.of(letters, 3, 0));
  }

  /** Many texts share a slot; none may be taken for another. */
  @Test
  void everyTextIsItself() {
    RecentTexts texts = new RecentTexts();
    for (int round = 0; round < 2; round++) {
      for (char first = 'a'; first <= 'z'; first++) {
        for (char second = 'a'; second <= 'z'; second++) {
          char[] letters = {first, second, first};
          assertEquals("" + first + second, texts.of(letters, 0, 2));
          assertEquals("" + second + first, texts.of(letters, 1, 2));
          assertEquals("" + second, texts.of(letters, 1, 1));
        }
      }
    }
  }
}
