package dev.repartee.examples.quickstart;

import dev.repartee.measure.Dimension;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * What to break down by.
 *
 * @param usual what every file may have; null for a column of the file
 * @param attribute the column, else empty
 */
record By(@Nullable Usual usual, String attribute) {
  static final By CHANNEL = new By(Usual.CHANNEL, "");
  static final By ORGANIZATION = new By(Usual.ORGANIZATION, "");
  static final By SENTIMENT = new By(Usual.SENTIMENT, "");
  static final By DEPARTMENT = new By(Usual.DEPARTMENT, "");
  static final By MEMBER = new By(Usual.MEMBER, "");

  private static final String ATTRIBUTE = "attribute:";

  /** What every file may have. */
  enum Usual {
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
    MEMBER
  }

  /** What a text chooses: {@code owning-department}, or {@code attribute:language}. */
  static By parse(String text) {
    if (text.toLowerCase(Locale.ROOT).startsWith(ATTRIBUTE)) {
      String name = text.substring(ATTRIBUTE.length());
      if (name.isBlank()) {
        throw new TypeConversionException("'" + text + "' must name a column of the file");
      }
      return new By(null, name);
    }
    try {
      return new By(Choices.parse(Usual.values(), text), "");
    } catch (TypeConversionException e) {
      throw new TypeConversionException(e.getMessage() + " or attribute:COLUMN");
    }
  }

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
    return all.stream()
        .map(by -> by.usual == null ? ATTRIBUTE + by.attribute : Choices.text(by.usual))
        .collect(Collectors.joining(","));
  }

  /** What they are called together above a table: {@code channel, language}. */
  static String title(List<By> all) {
    return all.stream()
        .map(by -> by.usual == null ? by.attribute : Choices.text(by.usual).replace('-', ' '))
        .collect(Collectors.joining(", "));
  }

  private Dimension dimension(ZoneId zone) {
    if (usual == null) {
      return Dimension.attribute(attribute);
    }
    return switch (usual) {
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
