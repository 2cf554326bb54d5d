package dev.repartee.person;

import dev.repartee.model.ActKind;
import dev.repartee.model.Sentiment;
import dev.repartee.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a person said or did.
 *
 * @param at its effective time, which puts it in order
 * @param channel where; empty where the row names none
 * @param organization whom it concerns; empty in a forum and where it concerns none
 * @param act what kind of act; empty for a message
 * @param id the id of the row
 * @param sentiment its label
 * @param to the name of who wrote what it replies to or is done on; empty where that is nothing
 * @param answers whose wait it ends, by name
 * @param answer the answer to it
 * @param waiting how long the person has waited for an answer and still does
 */
public record Entry(
    Instant at,
    String channel,
    String organization,
    Optional<ActKind> act,
    Optional<String> id,
    Optional<Sentiment> sentiment,
    String to,
    List<String> answers,
    Optional<Answer> answer,
    Optional<Duration> waiting) {
  /**
   * Returns what it is, in a word.
   *
   * @return such as {@code post}, {@code reply} or {@code follow}
   */
  public String what() {
    return act.map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .orElse(to.isEmpty() ? "post" : "reply");
  }

  /**
   * Returns what came of it, for people.
   *
   * @return who answered after how long, or how long the person waits; empty where neither
   */
  public String outcome() {
    return answer
        .map(a -> "answered by " + a)
        .or(() -> waiting.map(w -> "waiting for " + DurationText.of(w)))
        .orElse("");
  }

  @Override
  public String toString() {
    String outcome = outcome();
    return at + " " + what() + (outcome.isEmpty() ? "" : ", " + outcome);
  }
}
