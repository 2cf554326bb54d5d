package dev.repartee.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DirectoryTest {
  private static Directory.Builder acme() {
    return Directory.builder()
        .organization(
            "Acme",
            acme ->
                acme.member("jane", "Executive", Role.LEADER)
                    .brand("acme_care", "Support")
                    .bot("acme_bot", "Support"));
  }

  @Test
  void accountsAreFound() {
    Directory directory = acme().person("Carl", "carl@blog", "carl_nz").build();
    assertEquals(List.of("Acme"), directory.organizations());
    assertEquals("Carl", directory.personOf("carl_nz").map(Person::name).orElseThrow());
    assertEquals("jane", directory.personOf("jane").map(Person::name).orElseThrow());
    assertEquals(Optional.empty(), directory.personOf("Carl"));
    assertEquals(Optional.empty(), directory.memberOf("carl_nz"));
    Member bot = directory.memberOf("acme_bot").orElseThrow();
    assertEquals(new Member("acme_bot", "Acme", "Support", Role.BOT, AccountKind.BRAND), bot);
    assertEquals(AccountKind.PERSONAL, directory.memberOf("jane").map(Member::kind).orElseThrow());
    assertEquals(4, directory.persons().size());
  }

  @Test
  void membershipIsOfThePerson() {
    Directory directory = acme().person("Jane", "jane", "jane_private").build();
    assertEquals(
        new Member("jane_private", "Acme", "Executive", Role.LEADER, AccountKind.PERSONAL),
        directory.memberOf("jane_private").orElseThrow());
  }

  @Test
  void channelsAndTopicsHaveOwners() {
    Directory directory =
        acme()
            .channel("help", "Acme")
            .internalChannel("intranet", "Acme")
            .topic("beans", "Acme", "Roastery")
            .build();
    assertEquals(Optional.of("Acme"), directory.channel("help").owner());
    assertEquals(Visibility.INTERNAL, directory.channel("intranet").visibility());
    assertEquals(Visibility.PUBLIC, directory.channel("elsewhere").visibility());
    assertEquals(Optional.empty(), directory.channel("elsewhere").owner());
    assertEquals(Optional.of("Roastery"), directory.topic("beans").owningDepartment());
    assertEquals(Optional.empty(), directory.topic("tea").owningDepartment());
  }

  @Test
  void theHashIsOfTheContentNotOfTheOrder() {
    Directory one = acme().person("Carl", "carl").person("Zak", "zak").build();
    Directory other = acme().person("Zak", "zak").person("Carl", "carl").build();
    assertEquals(one, other);
    assertEquals(one.contentHash(), other.contentHash());
    assertNotEquals(one.contentHash(), acme().person("Carl", "carl").build().contentHash());
    assertNotEquals(
        acme().topic("beans", "Acme", "Roastery").build().contentHash(),
        acme().topic("beans", "Acme", "Shop").build().contentHash());
    assertNotEquals(
        acme().channel("help", "Acme").build().contentHash(),
        acme().internalChannel("help", "Acme").build().contentHash());
  }

  @Test
  void theEmptyDirectoryIsAForum() {
    assertEquals(List.of(), Directory.empty().organizations());
    assertEquals(List.of(), Directory.empty().persons());
  }

  @Test
  void entriesThatDoNotFitTogetherFail() {
    assertMessage(
        "account (carl) belongs to two persons, Carl and Zak: an account is one person's; remove it"
            + " from one of them",
        () -> acme().person("Carl", "carl").person("Zak", "carl").build());
    assertMessage(
        "person (Both) has two memberships, [jane: Acme, Executive, LEADER, PERSONAL] and [bo: Bolt,"
            + " Sales, STAFF, PERSONAL]: a person has one organization, department and role; enter"
            + " the accounts as two persons or correct one of them",
        () ->
            acme()
                .organization("Bolt", bolt -> bolt.member("bo", "Sales"))
                .person("Both", "jane", "bo")
                .build());
    assertMessage(
        "account (jane) is entered twice, as [jane: Acme, Executive, LEADER, PERSONAL] and as [jane:"
            + " Acme, Sales, STAFF, PERSONAL]: an account has one membership; remove one of the"
            + " entries, or say with from(…) and until(…) when each holds",
        () -> acme().organization("Acme", acme -> acme.member("jane", "Sales")));
    assertMessage(
        "owner (Umbrella) of channel help must be one of the organizations [Acme]; add"
            + " organization(\"Umbrella\", …)",
        () -> acme().channel("help", "Umbrella").build());
    assertMessage(
        "owner (Umbrella) of topic beans must be one of the organizations [Acme]; add"
            + " organization(\"Umbrella\", …)",
        () -> acme().topic("beans", "Umbrella", "Shop").build());
    assertMessage("organization ( ) must not be blank", () -> acme().organization(" ", a -> {}));
    assertMessage(
        "accounts of person (Carl) must not be empty; name at least one",
        () -> acme().person("Carl"));
  }

  private static void assertMessage(String message, Executable executable) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
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
