package dev.repartee.funnel;

import dev.repartee.measure.Slice;

/** A property of events by which a filter chooses, or which a chain holds. */
public enum EventProperty {
  /** The channel on which it happened. */
  CHANNEL("channel"),
  /** The topic. */
  TOPIC("topic"),
  /** The free label. */
  LABEL("label"),
  /** The organization it concerns. */
  ORGANIZATION("organization");

  private final String word;

  EventProperty(String word) {
    this.word = word;
  }

  /** How it is called in texts. */
  String word() {
    return word;
  }

  int code(Slice slice, int row) {
    return switch (this) {
      case CHANNEL -> slice.channel(row);
      case TOPIC -> slice.topic(row);
      case LABEL -> slice.label(row);
      case ORGANIZATION -> slice.organization(row);
    };
  }

  /** The name of a code, the empty text for none. */
  String name(Slice slice, int code) {
    if (code == Slice.NONE) {
      return "";
    }
    return switch (this) {
      case CHANNEL -> slice.channelName(code);
      case TOPIC -> slice.topicName(code);
      case LABEL -> slice.labelText(code);
      case ORGANIZATION -> slice.organizationName(code);
    };
  }
}
