package dev.repartee.examples.exports;

import dev.repartee.model.Directory;
import dev.repartee.model.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accounts that differ in case, blanks and marks only, or by one letter from a member who never
 * wrote: they count as different, and somebody should say whether they are.
 */
final class LookAlikes {
  private static final int MOST = 10;
  private static final int SHORTEST = 4;

  private LookAlikes() {}

  /** Sentences, each about two accounts or more. */
  static List<String> of(Directory directory, Collection<String> authors) {
    Map<String, List<String>> alike = new TreeMap<>();
    for (String author : authors) {
      alike.computeIfAbsent(normal(author), key -> new ArrayList<>()).add(author);
    }
    Map<String, String> members = new HashMap<>();
    List<String> sentences = new ArrayList<>();
    List<String> accounts = directory.members().stream().map(Member::account).distinct().toList();
    for (String account : accounts) {
      members.put(normal(account), account);
      List<String> others =
          alike.getOrDefault(normal(account), List.of()).stream()
              .filter(author -> directory.memberOf(author).isEmpty())
              .sorted()
              .toList();
      if (!others.isEmpty()) {
        sentences.add(String.join(", ", others) + " looks like the member " + account);
      } else if (!authors.contains(account) && account.length() >= SHORTEST) {
        authors.stream()
            .filter(author -> directory.memberOf(author).isEmpty() && isNear(author, account))
            .sorted()
            .limit(2)
            .forEach(author -> sentences.add(author + " looks like the member " + account));
      }
    }
    alike.forEach(
        (normal, names) -> {
          if (names.size() > 1 && !members.containsKey(normal) && !normal.isEmpty()) {
            names.sort(null);
            sentences.add(String.join(" and ", names) + " look alike");
          }
        });
    return sentences.size() > MOST ? sentences.subList(0, MOST) : sentences;
  }

  private static String normal(String account) {
    StringBuilder normal = new StringBuilder();
    account
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(normal::appendCodePoint);
    return normal.toString();
  }

  /** Whether one letter more, less or other makes one of the other, or two swapped. */
  private static boolean isNear(String author, String account) {
    String a = author.toLowerCase(Locale.ROOT);
    String b = account.toLowerCase(Locale.ROOT);
    if (Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int start = 0;
    while (start < a.length() && start < b.length() && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int endA = a.length();
    int endB = b.length();
    while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    boolean isSwapped =
        endA - start == 2
            && endB - start == 2
            && a.charAt(start) == b.charAt(start + 1)
            && a.charAt(start + 1) == b.charAt(start);
    return isSwapped || (endA - start <= 1 && endB - start <= 1);
  }
}
