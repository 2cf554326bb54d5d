package dev.repartee.examples.quickstart;

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

  private final Map<String, Sentiment> sentiments = new HashMap<>();
  private final Map<String, Intent> intents = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();

  /** Knows the usual words. */
  Translations() {
    for (Sentiment sentiment : Sentiment.values()) {
      add("sentiment." + sentiment, sentiment.name());
    }
    add("sentiment.negative", "neg,-,-1,criticism");
    add("sentiment.neutral", "neu,0,mixed");
    add("sentiment.positive", "pos,+,1,praise");
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
  }

  /**
   * Adds words.
   *
   * @param key field and meaning: {@code sentiment.negative}, {@code kind.share}, {@code
   *     kind.message}, {@code intent.question}
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
    return Optional.ofNullable(meaning(sentiments, word));
  }

  /** The intent of a word, or empty where it is not known. */
  Optional<Intent> intent(String word) {
    return Optional.ofNullable(meaning(intents, word));
  }

  /** Whether a word of the kind column is known at all. */
  boolean isKind(String word) {
    return meaning(kinds, word) != null;
  }

  /** The act of a word, or empty where it means a message. */
  Optional<ActKind> act(String word) {
    @Nullable String kind = meaning(kinds, word);
    return kind == null || kind.equals(MESSAGE)
        ? Optional.empty()
        : Optional.of(ActKind.valueOf(kind));
  }

  private static String kind(String key, String meaning) {
    return meaning.equalsIgnoreCase(MESSAGE)
        ? MESSAGE
        : meaning(key, meaning, ActKind.values()).name();
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
