package dev.repartee.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.model.Directory.Change;
import dev.repartee.model.Directory.OrganizationBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Memberships with dates. */
class MembershipTest {
  private static final Instant FEB = Instant.parse("2026-02-03T00:00:00Z");
  private static final Instant MAR = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant APR = Instant.parse("2026-04-01T00:00:00Z");

  private static Directory acme(Consumer<OrganizationBuilder> members) {
    return Directory.builder().organization("Acme", members).build();
  }

  private static String departmentOf(Directory directory, String account, Instant at) {
    return directory.memberOf(account, at).map(Member::department).orElse("audience");
  }

  private static String refusal(Consumer<Directory.Builder> entries) {
    return String.valueOf(
        assertThrows(
                IllegalArgumentException.class,
                () -> {
                  Directory.Builder directory = Directory.builder();
                  entries.accept(directory);
                  directory.build();
                })
            .getMessage());
  }

  @Test
  void aMembershipIsFromInclusiveUntilExclusive() {
    Directory directory = acme(acme -> acme.member("anna", "Support").from(FEB).until(MAR));
    assertEquals("audience", departmentOf(directory, "anna", FEB.minusMillis(1)));
    assertEquals("Support", departmentOf(directory, "anna", FEB));
    assertEquals("Support", departmentOf(directory, "anna", MAR.minusMillis(1)));
    assertEquals("audience", departmentOf(directory, "anna", MAR));
    assertEquals(
        "[anna: Acme, Support, STAFF, PERSONAL, from 2026-02-03T00:00:00Z, until"
            + " 2026-03-01T00:00:00Z]",
        directory.members().toString());
    assertEquals(List.of(FEB, MAR), directory.changes().stream().map(Change::at).toList());
    assertEquals("change at 2026-02-03T00:00:00Z", directory.changes().get(0).toString());
  }

  @Test
  void somebodyMovesComesBackAndChangesSides() {
    Directory directory =
        Directory.builder()
            .organization(
                "Acme",
                acme ->
                    acme.member("anna", "Support")
                        .until(FEB)
                        .member("anna", "Sales", Role.LEADER)
                        .from(FEB)
                        .until(MAR)
                        .bot("hal", "Support"))
            .organization("Bolt", bolt -> bolt.member("anna", "Service").from(APR))
            .build();
    assertEquals("Support", departmentOf(directory, "anna", Instant.EPOCH));
    assertEquals("Sales", departmentOf(directory, "anna", FEB));
    assertEquals("audience", departmentOf(directory, "anna", MAR));
    assertEquals("Service", departmentOf(directory, "anna", APR));
    assertEquals(Optional.of("Bolt"), directory.memberOf("anna").map(Member::organization));
    assertEquals(3, directory.membersOf("anna").size());
    assertEquals(3, directory.changes().size());
    assertEquals("directory: 2 organizations, 2 members, 2 persons", directory.toString());
  }

  @Test
  void daysBeginInTheirZoneAlsoWhereTheClockChanges() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Directory directory =
        acme(
            acme ->
                acme.member("anna", "Support")
                    .from(LocalDate.of(2026, 3, 29), berlin)
                    .until(LocalDate.of(2026, 3, 30), berlin));
    // The clock goes from 2:00 to 3:00 on that day, which has 23 hours.
    assertEquals(
        List.of(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")),
        directory.changes().stream().map(Change::at).toList());
  }

  @Test
  void membershipIsOfThePersonForAsLongAsItLasts() {
    Directory directory =
        Directory.builder()
            .organization(
                "Acme",
                acme ->
                    acme.brand("acme_de", "Support")
                        .from(FEB)
                        .until(MAR)
                        .member("anna", "Support")
                        .from(MAR)
                        .until(APR))
            .person("Anna", "acme_de", "anna", "anna@home")
            .build();
    assertEquals(
        "[anna@home: Acme, Support, STAFF, PERSONAL, from 2026-02-03T00:00:00Z, until"
            + " 2026-04-01T00:00:00Z]",
        directory.membersOf("anna@home").toString());
    assertEquals(
        "[acme_de: Acme, Support, STAFF, BRAND, from 2026-02-03T00:00:00Z, until"
            + " 2026-03-01T00:00:00Z, acme_de: Acme, Support, STAFF, PERSONAL, from"
            + " 2026-03-01T00:00:00Z, until 2026-04-01T00:00:00Z]",
        directory.membersOf("acme_de").toString());
  }

  @Test
  void twoThingsAtOneTimeAreRefused() {
    assertEquals(
        "account (anna) is entered twice for one time, as [anna: Acme, Support, STAFF, PERSONAL,"
            + " until 2026-03-01T00:00:00Z] and as [anna: Acme, Sales, STAFF, PERSONAL, from"
            + " 2026-02-03T00:00:00Z]: an account has one membership at a time; end the one with"
            + " until(…) where the other begins, or remove it",
        refusal(
            directory ->
                directory.organization(
                    "Acme",
                    acme ->
                        acme.member("anna", "Support")
                            .until(MAR)
                            .member("anna", "Sales")
                            .from(FEB))));
    assertEquals(
        "person (Anna) has two memberships at one time, [anna: Acme, Support, STAFF, PERSONAL] and"
            + " [ann: Bolt, Service, STAFF, PERSONAL, from 2026-02-03T00:00:00Z]: a person has one"
            + " organization, department and role at a time; end the one with until(…) where the"
            + " other begins, enter the accounts as two persons or correct one of them",
        refusal(
            directory ->
                directory
                    .organization("Acme", acme -> acme.member("anna", "Support"))
                    .organization("Bolt", bolt -> bolt.member("ann", "Service").from(FEB))
                    .person("Anna", "anna", "ann")));
    assertEquals(
        "until (2026-02-03T00:00:00Z) of [anna: Acme, Support, STAFF, PERSONAL] must be after from"
            + " (2026-02-03T00:00:00Z); exchange them if they were mixed up",
        refusal(
            directory ->
                directory.organization(
                    "Acme", acme -> acme.member("anna", "Support").from(FEB).until(FEB))));
    assertEquals(
        "from (2026-03-01T00:00:00Z) of [anna: Acme, Support, STAFF, PERSONAL, from"
            + " 2026-02-03T00:00:00Z] is set already; enter a second membership of the"
            + " account with member(…) if it comes back",
        refusal(
            directory ->
                directory.organization(
                    "Acme", acme -> acme.member("anna", "Support").from(FEB).from(MAR))));
    assertEquals(
        "until (+1000000000-12-31T23:59:59.999999999Z) of [anna: Acme, Support, STAFF, PERSONAL]"
            + " must lie in the years 1 to 9999; leave until(…) out where there is no date",
        refusal(
            directory ->
                directory.organization(
                    "Acme", acme -> acme.member("anna", "Support").until(Instant.MAX))));
  }

  @Test
  void whatIsToldLaterLeavesTheBeginningAsItWas() {
    Directory plain = acme(acme -> acme.member("s1", "Support"));
    Directory hired = acme(acme -> acme.member("s1", "Support").member("s2", "Support").from(FEB));
    Directory left =
        acme(acme -> acme.member("s2", "Support").from(FEB).member("s1", "Support").until(MAR));
    assertEquals(plain.contentHash(), plain.beginningHash());
    assertTrue(plain.changes().isEmpty());
    assertEquals(plain.beginningHash(), hired.beginningHash());
    assertEquals(plain.beginningHash(), left.beginningHash());
    assertNotEquals(plain.contentHash(), hired.contentHash());
    assertEquals(1, hired.changes().size());
    assertEquals(hired.changes(), left.changes().subList(0, 1));
    // Without a date it has always been so.
    Directory always = acme(acme -> acme.member("s1", "Support").member("s2", "Support"));
    assertNotEquals(plain.beginningHash(), always.beginningHash());
    assertEquals(List.of("member s2: Acme, Support, STAFF, PERSONAL"), always.notIn(plain));
    assertEquals(List.of(), plain.notIn(always));
  }

  @Test
  void aChangeThatChangesNothingIsNone() {
    Directory plain = acme(acme -> acme.member("s1", "Support"));
    Directory renewed =
        acme(acme -> acme.member("s1", "Support").until(MAR).member("s1", "Support").from(MAR));
    assertEquals(plain, renewed);
    assertEquals(plain.contentHash(), renewed.contentHash());
  }
}
