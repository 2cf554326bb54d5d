package dev.repartee.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When two directories are the same. */
class DirectoryTest {
  private static Directory.Builder two() {
    return Directory.builder()
        .organization("Acme", acme -> acme.member("care", "Support"))
        .organization("Bolt", bolt -> bolt.member("help", "Service"));
  }

  private static void assertDiffer(Directory a, Directory b) {
    assertNotEquals(a, b);
    assertNotEquals(a.contentHash(), b.contentHash());
  }

  @Test
  void theOrderOfEntriesDoesNotMatter() {
    Directory other =
        Directory.builder()
            .organization("Bolt", bolt -> bolt.member("help", "Service"))
            .organization("Acme", acme -> acme.member("care", "Support"))
            .build();
    assertEquals(two().build(), other);
    assertEquals(two().build().contentHash(), other.contentHash());
    assertEquals(two().person("Carl", "a", "b").build(), two().person("Carl", "b", "a").build());
  }

  @Test
  void everyEntryMatters() {
    List<Directory> all =
        List.of(
            Directory.empty(),
            two().build(),
            two().organization("Core", core -> {}).build(),
            two().person("Carl", "c").build(),
            two().person("Karl", "c").build(),
            two().person("Carl", "c", "d").build(),
            two().person("Carl", "care", "d").build(),
            two().channel("blog", "Acme").build(),
            two().channel("blog", "Bolt").build(),
            two().internalChannel("blog", "Acme").build(),
            two().topic("tea", "Acme", "Support").build(),
            two().topic("tea", "Bolt", "Support").build(),
            two().topic("tea", "Acme", "Sales").build(),
            two().organization("Acme", acme -> acme.brand("brand", "Support")).build(),
            two().organization("Acme", acme -> acme.member("brand", "Support")).build(),
            two().organization("Acme", acme -> acme.bot("brand", "Support")).build(),
            two()
                .organization("Acme", acme -> acme.member("brand", "Support", Role.LEADER))
                .build());
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertDiffer(all.get(i), all.get(j));
      }
    }
  }

  @Test
  void namesCannotPassForOthers() {
    assertDiffer(
        Directory.builder().organization("A, B", a -> a.member("x", "C")).build(),
        Directory.builder()
            .organization("A", a -> a.member("x", "B, C"))
            .organization("B", b -> {})
            .build());
  }

  @Test
  void theHeadlineIsShort() {
    Directory small =
        Directory.builder()
            .organization(
                "Acme", acme -> acme.member("acme_care", "Support").bot("acme_bot", "Support"))
            .person("Carl", "carl@blog", "carl_nz@twitter")
            .build();
    assertEquals("directory: 1 organization, 2 members, 3 persons", small.toString());
    Directory.Builder large = Directory.builder();
    for (int i = 0; i < 1_200; i++) {
      String organization = "o" + i % 30;
      String account = "a" + i;
      large.organization(organization, o -> o.member(account, "d"));
    }
    large.person("Linked", "a7", "private");
    assertEquals(
        "directory: 30 organizations, 1,200 members\n1,200 persons", large.build().toString());
    assertEquals("directory: 0 organizations, 0 members, 0 persons", Directory.empty().toString());
  }
}
