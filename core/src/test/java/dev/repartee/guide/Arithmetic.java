package dev.repartee.guide;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Checks sums that are worked by hand: {@code (30 + 120) / 2 = 75 min} holds if both sides are
 * equal once the left one is rounded to the digits of the right one. Numbers, brackets, {@code + -
 * * / ^}, {@code sqrt}, {@code ln} and {@code exp}; a percent sign on the right counts hundredths.
 */
final class Arithmetic {
  private final String text;
  private int at;

  private Arithmetic(String text) {
    this.text = text.replace("×", "*").replace("−", "-").replace(",", "");
  }

  /** Whether a piece of inline code is such a sum. */
  static boolean isSum(String code) {
    return code.matches("[-−(0-9a-z].* = -?[0-9.,]+( ?%| [a-zµ]+)?")
        && !code.matches(".*[A-Z_;\"].*");
  }

  static boolean holds(String sum) {
    int equals = sum.lastIndexOf(" = ");
    String right = sum.substring(equals + 3).replace(",", "");
    BigDecimal promised = new BigDecimal(right.replaceAll("[^-0-9.]", ""));
    double left = value(sum.substring(0, equals)) * (right.contains("%") ? 100 : 1);
    BigDecimal rounded = BigDecimal.valueOf(left).setScale(promised.scale(), RoundingMode.HALF_UP);
    return rounded.compareTo(promised) == 0;
  }

  static double value(String text) {
    Arithmetic reader = new Arithmetic(text);
    double value = reader.sum();
    if (reader.at < reader.text.length()) {
      throw new AssertionError("cannot read " + text + " from place " + reader.at);
    }
    return value;
  }

  private boolean takes(char wanted) {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    boolean isThere = at < text.length() && text.charAt(at) == wanted;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private double sum() {
    double value = product();
    while (true) {
      if (takes('+')) {
        value += product();
      } else if (takes('-')) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  private double product() {
    double value = power();
    while (true) {
      if (takes('*')) {
        value *= power();
      } else if (takes('/')) {
        value /= power();
      } else {
        return value;
      }
    }
  }

  private double power() {
    if (takes('-')) {
      return -power();
    }
    double base = atom();
    return takes('^') ? Math.pow(base, power()) : base;
  }

  private double atom() {
    if (takes('(')) {
      double value = sum();
      if (!takes(')')) {
        throw new AssertionError("a bracket is not closed in " + text);
      }
      return value;
    }
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    if (!name.isEmpty()) {
      double argument = atom();
      return switch (name) {
        case "sqrt" -> Math.sqrt(argument);
        case "ln" -> Math.log(argument);
        case "exp" -> Math.exp(argument);
        default -> throw new AssertionError("unknown function " + name + " in " + text);
      };
    }
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    return Double.parseDouble(text.substring(start, at));
  }
}
