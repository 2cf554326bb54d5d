package dev.repartee.examples.quickstart;

import dev.repartee.measure.Dimension;
import java.time.ZoneId;

/** What to break down by. */
enum By {
  CHANNEL,
  TOPIC,
  ORGANIZATION,
  ADDRESSEE,
  SENTIMENT,
  INTENT,
  OWNING_DEPARTMENT,
  DAY,
  WEEK,
  MONTH,
  DEPARTMENT,
  MEMBER;

  /** Whether it asks who answered: then only the answered can be described. */
  boolean isOfAnswer() {
    return this == DEPARTMENT || this == MEMBER;
  }

  Dimension dimension(ZoneId zone) {
    return switch (this) {
      case CHANNEL -> Dimension.CHANNEL;
      case TOPIC -> Dimension.TOPIC;
      case ORGANIZATION -> Dimension.ORGANIZATION;
      case ADDRESSEE -> Dimension.ADDRESSEE;
      case SENTIMENT -> Dimension.SENTIMENT;
      case INTENT -> Dimension.INTENT;
      case OWNING_DEPARTMENT -> Dimension.OWNING_DEPARTMENT;
      case DAY -> Dimension.day(zone);
      case WEEK -> Dimension.week(zone);
      case MONTH -> Dimension.month(zone);
      case DEPARTMENT -> Dimension.DEPARTMENT.ofAnswer();
      case MEMBER -> Dimension.MEMBER.ofAnswer();
    };
  }
}
