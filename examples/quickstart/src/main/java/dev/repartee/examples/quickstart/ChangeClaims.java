package dev.repartee.examples.quickstart;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.stats.LevelChanges;
import dev.repartee.stats.LevelChanges.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What there is to say of channels on which people do less, or more, than they did before. */
final class ChangeClaims {
  private static final String JUDGED_BY = "shuffled weeks, for all weeks searched";

  private final Culture culture;
  private final Claims claims;

  /** The last change of level on a channel. */
  private record Moved(String channel, Change change) {
    /** Whether another may have come at the same time, in the same direction. */
    boolean isWith(Moved other) {
      return change.isFall() == other.change.isFall() && Since.isTogether(change, other.change);
    }

    String text() {
      return channel
          + " ("
          + PresenceClaims.usual(change.before().value())
          + " messages and acts a week before, "
          + PresenceClaims.usual(change.after().value())
          + " since)";
    }
  }

  ChangeClaims(Culture culture, Claims claims) {
    this.culture = culture;
    this.claims = claims;
  }

  void add() {
    List<Moved> moved = new ArrayList<>();
    List<String> tooShort = new ArrayList<>();
    for (Place place : culture.places()) {
      LevelChanges found = culture.interest().at(place).changes();
      List<Change> changes = found.changes();
      if (!changes.isEmpty()) {
        moved.add(new Moved(PresenceClaims.name(place), changes.get(changes.size() - 1)));
      } else if (found.isTooShort()) {
        tooShort.add(PresenceClaims.name(place));
      } else {
        asked();
      }
    }
    if (!tooShort.isEmpty()) {
      claims.missing(
          "Whether people do less than before, or more, on "
              + String.join(", ", tooShort)
              + ": fewer than 12 whole weeks were watched.");
    }
    moved.sort(Comparator.comparingDouble(each -> each.change().pValue()));
    while (!moved.isEmpty()) {
      Moved first = moved.get(0);
      List<Moved> together = moved.stream().filter(first::isWith).toList();
      moved.removeAll(together);
      boolean isFall = first.change().isFall();
      String sentence = sentence(together);
      Flag flag =
          new Flag(Flag.Kind.FALL, first.channel(), sentence, first.change().pValue(), JUDGED_BY);
      claims.add(new Claims.Claim(flag, isFall, isFall ? "" : sentence, ""));
      together.stream().skip(1).forEach(other -> asked());
    }
  }

  /** A channel that was searched counts as a question, whatever is told of it. */
  private void asked() {
    claims.add(new Claims.Claim(new Flag(Flag.Kind.FALL, "", "", 1, JUDGED_BY), false, "", ""));
  }

  private static String sentence(List<Moved> together) {
    Change strongest = together.get(0).change();
    return PlainWords.capital(Since.text(strongest))
        + " people do "
        + (strongest.isFall() ? "less" : "more")
        + " on "
        + together.get(0).text()
        + (together.size() == 1
            ? ""
            : "; it looks alike on "
                + together.stream().skip(1).map(Moved::text).collect(Collectors.joining(", ")))
        + ".";
  }
}
