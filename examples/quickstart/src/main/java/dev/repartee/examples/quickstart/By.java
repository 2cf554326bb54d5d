package dev.repartee.examples.quickstart;

import dev.repartee.measure.Dimension;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

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
  static boolean isOfAnswer(List<By> all) {
    return all.contains(DEPARTMENT) || all.contains(MEMBER);
  }

  /** One dimension of one or several. */
  static Dimension dimension(List<By> all, ZoneId zone) {
    return all.stream()
        .map(by -> by.dimension(zone))
        .reduce(Dimension::and)
        .orElseThrow(() -> new IllegalArgumentException("by (none) must name a dimension"));
  }

  /** What they are called together: {@code channel,month}. */
  static String text(List<By> all) {
    return all.stream().map(Choices::text).collect(Collectors.joining(","));
  }

  private Dimension dimension(ZoneId zone) {
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
