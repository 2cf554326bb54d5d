package dev.repartee.examples.exports;

import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the words in a file mean: {@code like} is a reaction, {@code bad} is negative. The usual
 * words are known; a mapping file adds others: {@code sentiment.negative=bad,angry}.
 */
final class Translations {
  private static final String MESSAGE = "MESSAGE";
  private static final String NONE = "NONE";

  private final Map<String, Sentiment> sentiments = new HashMap<>();
  private final Map<String, Intent> intents = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private Optional<Scale> scale = Optional.empty();

  /** Knows the usual words. */
  Translations() {
    for (Sentiment sentiment : Sentiment.values()) {
      add("sentiment." + sentiment, sentiment.name());
    }
    // Numbers are no words: 0 is neutral on one scale and the worst on another.
    add("sentiment.negative", "neg,-,criticism");
    add("sentiment.neutral", "neu,mixed");
    add("sentiment.positive", "pos,+,praise");
    for (Intent intent : Intent.values()) {
      add("intent." + intent, intent.name());
    }
    for (ActKind kind : ActKind.values()) {
      add("kind." + kind, kind.name());
    }
    add("kind.message", "message,post,reply,comment,tweet,mail,email,status,question,answer");
    add("kind.view", "impression,pageview,page_view,open");
    add("kind.reaction", "like,favorite,favourite,upvote,heart");
    add("kind.share", "retweet,repost,boost");
    add("kind.mention", "pingback,trackback");
    add("kind.resolve", "resolved,solved,closed,close");
    add("kind.reopen", "reopened");
    add("kind.hold", "on_hold,pending,snoozed");
    add("kind.resume", "resumed");
    add("kind.assign", "assigned");
    add("kind.rate", "rated,csat");
  }

  /**
   * Adds words.
   *
   * @param key field and meaning: {@code sentiment.negative}, {@code kind.share}, {@code
   *     kind.message}, {@code kind.none} for what is neither message nor act, {@code
   *     intent.question}
   * @param words the words in the file, set apart by commas
   * @throws IllegalArgumentException if there is no such field or meaning
   */
  void add(String key, String words) {
    int dot = key.indexOf('.');
    String field = dot < 0 ? key : key.substring(0, dot);
    String meaning = key.substring(dot + 1);
    for (String word : words.split(",", -1)) {
      String found = normal(word);
      switch (field) {
        case "sentiment" -> sentiments.put(found, meaning(key, meaning, Sentiment.values()));
        case "intent" -> intents.put(found, meaning(key, meaning, Intent.values()));
        case "kind" -> kinds.put(found, kind(key, meaning));
        default ->
            throw new IllegalArgumentException(
                "translation (" + key + ") must begin with sentiment., intent. or kind.");
      }
    }
  }

  /** The sentiment of a word, or empty where it is not known. */
  Optional<Sentiment> sentiment(String word) {
    @Nullable Sentiment meaning = meaning(sentiments, word);
    return meaning == null ? scale.flatMap(s -> s.sentiment(word)) : Optional.of(meaning);
  }

  /** Says on which scale numbers are sentiments. */
  void scale(Scale newScale) {
    scale = Optional.of(newScale);
  }

  /** The intent of a word, or empty where it is not known. */
  Optional<Intent> intent(String word) {
    return Optional.ofNullable(meaning(intents, word));
  }

  /** Whether a word of the kind column is known at all. */
  boolean isKind(String word) {
    return meaning(kinds, word) != null;
  }

  /** Whether a word of the kind column means a row that is neither message nor act. */
  boolean isNone(String word) {
    return NONE.equals(meaning(kinds, word));
  }

  /** Whether a word means a message, which most rows are. */
  boolean isMessage(String word) {
    return MESSAGE.equals(meaning(kinds, word));
  }

  /** The act of a word, or empty where it means a message. */
  Optional<ActKind> act(String word) {
    @Nullable String kind = meaning(kinds, word);
    return kind == null || kind.equals(MESSAGE) || kind.equals(NONE)
        ? Optional.empty()
        : Optional.of(ActKind.valueOf(kind));
  }

  private static String kind(String key, String meaning) {
    if (meaning.equalsIgnoreCase(MESSAGE)) {
      return MESSAGE;
    }
    return meaning.equalsIgnoreCase(NONE) ? NONE : meaning(key, meaning, ActKind.values()).name();
  }

  private static <E extends Enum<E>> E meaning(String key, String meaning, E[] values) {
    List<E> known = Arrays.asList(values);
    return known.stream()
        .filter(value -> value.name().equalsIgnoreCase(meaning))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "translation ("
                        + key
                        + ") must end with one of "
                        + known.stream()
                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
  }

  /** Most words are written as they are known, and are found without making another text. */
  private static <M> @Nullable M meaning(Map<String, M> known, String word) {
    @Nullable M meaning = known.get(word);
    return meaning != null ? meaning : known.get(normal(word));
  }

  private static String normal(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
