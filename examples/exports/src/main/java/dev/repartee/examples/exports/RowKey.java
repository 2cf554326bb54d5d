package dev.repartee.examples.exports;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** The id of something in the row at hand: a number, a text, or absent. */
final class RowKey {
  private boolean isNumber;
  private long number;
  private @Nullable String text;

  void set(long number) {
    this.isNumber = true;
    this.number = number;
    this.text = null;
  }

  void set(@Nullable String text) {
    this.isNumber = false;
    this.text = text;
  }

  boolean isAbsent() {
    return !isNumber && text == null;
  }

  boolean isNumber() {
    return isNumber;
  }

  long number() {
    return number;
  }

  /** The text, which is made anew of a number. */
  @Nullable String text() {
    return isNumber ? Long.toString(number) : text;
  }

  @Override
  public String toString() {
    return isAbsent() ? "" : requireNonNull(text());
  }
}
