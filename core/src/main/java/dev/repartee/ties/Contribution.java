package dev.repartee.ties;

/** What a message contributes to the ties among persons. Every message has one of these. */
public enum Contribution {
  /** It answers somebody. */
  ANSWERS("answer somebody"),
  /** It answers nobody: it opens, or goes on where nobody waits. */
  ANSWERS_NOBODY("answer nobody"),
  /** It replies to its own author. */
  ANSWERS_ONESELF("answer oneself"),
  /** It answers a row without an author only: who that was is not known. */
  ANSWERS_ANONYMOUS("answer somebody without a name"),
  /** It replies to a bot, or to what was sent automatically. */
  ANSWERS_MACHINE("answer a machine"),
  /** It has no author, so that nobody could ever answer that person again. */
  BY_ANONYMOUS("without author"),
  /** A bot wrote it, or it was sent automatically. */
  BY_MACHINE("of machines");

  private final String text;

  Contribution(String text) {
    this.text = text;
  }

  /** How people call such messages. */
  String text() {
    return text;
  }
}
