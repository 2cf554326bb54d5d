package dev.repartee.log;

import dev.repartee.measure.Unit;
import dev.repartee.model.Interaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Splits rows at random so that no conversation, or no person either, is torn apart. */
final class Splitting {
  private Splitting() {}

  /** Rows that share an id, a link or a conversation stay together. */
  static List<List<Interaction>> byConversation(List<Interaction> rows, int pieces, Random random) {
    return split(rows, Unit.CONVERSATION, pieces, random);
  }

  /** Rows that share an id, a link, a conversation or, for persons, a person stay together. */
  static List<List<Interaction>> split(
      List<Interaction> rows, Unit unit, int pieces, Random random) {
    Map<String, String> above = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String row = "row" + i;
      rows.get(i).id().ifPresent(id -> join(above, row, "id" + id));
      rows.get(i).parent().ifPresent(id -> join(above, row, "id" + id));
      rows.get(i).conversation().ifPresent(id -> join(above, row, "conversation" + id));
      if (unit == Unit.PERSON) {
        rows.get(i).author().ifPresent(a -> join(above, row, "person" + a.replaceAll("@.*", "")));
        rows.get(i).naming().ifPresent(a -> join(above, row, "person" + a.replaceAll("@.*", "")));
      }
    }
    Map<String, Integer> pieceOf = new HashMap<>();
    List<List<Interaction>> result = new ArrayList<>();
    for (int p = 0; p < pieces; p++) {
      result.add(new ArrayList<>());
    }
    for (int i = 0; i < rows.size(); i++) {
      int piece = pieceOf.computeIfAbsent(top(above, "row" + i), t -> random.nextInt(pieces));
      result.get(piece).add(rows.get(i));
    }
    return result;
  }

  private static String top(Map<String, String> above, String node) {
    String top = node;
    while (above.containsKey(top)) {
      top = above.get(top);
    }
    return top;
  }

  private static void join(Map<String, String> above, String a, String b) {
    String topA = top(above, a);
    String topB = top(above, b);
    if (!topA.equals(topB)) {
      above.put(topA, topB);
    }
  }
}
