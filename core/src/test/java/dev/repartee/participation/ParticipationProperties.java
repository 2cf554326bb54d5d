package dev.repartee.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.participation.Involvement.TieKind;
import dev.repartee.testing.Talk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Ties, hand-offs and voices against a plain count over lists of rows. */
final class ParticipationProperties {
  private static final Directory DIRECTORY =
      Directory.builder()
          .organization(
              "Acme",
              acme -> {
                for (int i = 0; i < 6; i++) {
                  acme.member("a" + i, "D" + i / 2);
                }
                acme.bot("bot", "D0");
              })
          .organization("Bolt", bolt -> bolt.member("b0", "X").member("b1", "Y"))
          .build();

  private static final String[] AUTHORS = {
    "a0", "a1", "a2", "a3", "a4", "a5", "b0", "b1", "bot", "carl", "zak", "matt"
  };

  private record Row(String author, int parent, int conversation) {
    boolean isAcme() {
      return author.startsWith("a");
    }

    String department() {
      return "D" + (author.charAt(1) - '0') / 2;
    }
  }

  @Property(tries = 150)
  void agreesWithAPlainCount(@ForAll long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    List<Interaction> interactions = new ArrayList<>();
    Map<Integer, List<Integer>> conversations = new HashMap<>();
    int size = random.nextInt(120);
    for (int i = 0; i < size; i++) {
      int conversation = random.nextInt(8);
      List<Integer> before = conversations.computeIfAbsent(conversation, c -> new ArrayList<>());
      int parent = before.isEmpty() ? -1 : before.get(random.nextInt(before.size()));
      Row row = new Row(AUTHORS[random.nextInt(AUTHORS.length)], parent, conversation);
      rows.add(row);
      before.add(i);
      interactions.add(
          parent < 0
              ? Talk.post("r" + i, row.author(), i).addressedTo("Acme")
              : Talk.reply("r" + i, row.author(), i, "r" + parent));
    }
    Involvement acme =
        Talk.log(DIRECTORY, 1_000, interactions.toArray(new Interaction[0]))
            .measure(Participation.of(DIRECTORY))
            .organization("Acme");
    assertEquals(rows.stream().filter(Row::isAcme).count(), acme.messages());
    checkReplies(rows, acme);
    checkJoint(rows, conversations, acme);
  }

  private static void checkReplies(List<Row> rows, Involvement acme) {
    Set<String> within = new HashSet<>();
    Set<String> between = new HashSet<>();
    for (Row row : rows) {
      Row parent = row.parent() < 0 ? row : rows.get(row.parent());
      if (row.isAcme() && parent.isAcme() && !row.author().equals(parent.author())) {
        boolean isSame = row.department().equals(parent.department());
        (isSame ? within : between).add(row.author() + parent.author());
      }
    }
    assertEquals(within.size(), acme.silos(TieKind.REPLY).internal());
    assertEquals(between.size(), acme.silos(TieKind.REPLY).external());
  }

  private static void checkJoint(
      List<Row> rows, Map<Integer, List<Integer>> conversations, Involvement acme) {
    double within = 0;
    double between = 0;
    int strands = 0;
    int handedOn = 0;
    for (List<Integer> conversation : conversations.values()) {
      Set<String> members = new LinkedHashSet<>();
      Set<String> departments = new HashSet<>();
      for (int i : conversation) {
        if (rows.get(i).isAcme()) {
          members.add(rows.get(i).author());
          departments.add(rows.get(i).department());
        }
      }
      strands += members.isEmpty() ? 0 : 1;
      handedOn += departments.size() > 1 ? 1 : 0;
      for (String one : members) {
        for (String other : members) {
          if (!one.equals(other)) {
            boolean isSame = (one.charAt(1) - '0') / 2 == (other.charAt(1) - '0') / 2;
            within += isSame ? 1.0 / (members.size() - 1) : 0;
            between += isSame ? 0 : 1.0 / (members.size() - 1);
          }
        }
      }
    }
    assertEquals(within, acme.silos(TieKind.JOINT_WORK).internal(), 1e-9);
    assertEquals(between, acme.silos(TieKind.JOINT_WORK).external(), 1e-9);
    assertEquals(strands, acme.handOffs().count());
    assertEquals(handedOn, acme.handOffs().eventCount());
  }
}
