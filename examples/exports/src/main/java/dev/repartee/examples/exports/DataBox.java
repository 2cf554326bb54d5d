package dev.repartee.examples.exports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an export was understood: what was read and what was set aside, which column was taken for
 * what and of how many rows it was understood, who was taken for staff, and what is wrong. It is to
 * be looked at before any number.
 *
 * @param source what was named: a file, a folder, a zip, a pattern
 * @param format the recipe or kind of file: {@code slack}, {@code csv}
 * @param files how many files were read
 * @param passedOver files that hold no data, as pictures
 * @param records how many records the files have, where a recipe made rows of them; else 0
 * @param offered how many rows were offered to the log
 * @param accepted how many of them are in it
 * @param setAside rows and records that are not in the log, by reason, with examples
 * @param unread arrays of objects that nobody read, with their sizes
 * @param from the earliest time, or empty where there is none
 * @param to the latest time, or empty where there is none
 * @param asOf up to when the log counts as complete
 * @param isAsOfAssumed whether that is the last row, since nobody has said it
 * @param columns what was taken for which field, and how well it was understood
 * @param timeForms how the times are written, the most frequent first
 * @param isWholeDays whether times are whole days, so that nothing can be said of hours
 * @param staff who was taken for staff and how much each wrote, the most first
 * @param lookAlikes accounts that look alike and are taken for different
 * @param notes what else there is to know about the reading
 * @param problems what is wrong, the worst first
 */
public record DataBox(
    String source,
    String format,
    long files,
    List<String> passedOver,
    long records,
    long offered,
    long accepted,
    List<Aside> setAside,
    List<Unread> unread,
    Optional<Instant> from,
    Optional<Instant> to,
    Instant asOf,
    boolean isAsOfAssumed,
    List<Column> columns,
    List<TimesSo> timeForms,
    boolean isWholeDays,
    List<Staff> staff,
    List<String> lookAlikes,
    List<String> notes,
    List<Problem> problems) {

  /** Copies the lists. */
  public DataBox {
    passedOver = List.copyOf(passedOver);
    setAside = List.copyOf(setAside);
    unread = List.copyOf(unread);
    columns = List.copyOf(columns);
    timeForms = List.copyOf(timeForms);
    staff = List.copyOf(staff);
    lookAlikes = List.copyOf(lookAlikes);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /**
   * Rows that are not in the log.
   *
   * @param reason why, as {@code left out: channel_join} or {@code missing time}
   * @param count how many
   * @param examples a few of them
   */
  public record Aside(String reason, long count, List<String> examples) {
    /** Copies the list. */
    public Aside {
      examples = List.copyOf(examples);
    }
  }

  /**
   * An array of objects that nobody read.
   *
   * @param path where it is
   * @param size how many objects it has
   */
  public record Unread(String path, long size) {}

  /**
   * A column that was taken for a field.
   *
   * @param field the field
   * @param name the name of the column; that of the field where a recipe made the rows
   * @param present how many rows have something there
   * @param understood of how many rows it was understood
   * @param strange what was not understood, a few of it
   */
  public record Column(
      Field field, String name, long present, long understood, List<String> strange) {
    /** Copies the list. */
    public Column {
      strange = List.copyOf(strange);
    }
  }

  /**
   * Times that are written alike.
   *
   * @param form how, in words
   * @param count how many
   */
  public record TimesSo(String form, long count) {}

  /**
   * Somebody who was taken for staff.
   *
   * @param account the account
   * @param name what the export calls it; the account where it does not say
   * @param organization whose
   * @param department of which department
   * @param role the role: STAFF, LEADER or BOT
   * @param rows how many rows it wrote
   */
  public record Staff(
      String account,
      String name,
      String organization,
      String department,
      String role,
      long rows) {}

  /** How bad a problem is. */
  public enum Severity {
    /** The numbers are wrong because of it. */
    WRONG,
    /** The numbers may be wrong because of it. */
    DOUBTFUL
  }

  /**
   * Something that is wrong with the data, or with how it was understood.
   *
   * @param severity how bad it is
   * @param text what it is, with the option that mends it
   */
  public record Problem(Severity severity, String text) {}

  /**
   * Returns whether numbers of this log are worth looking at.
   *
   * @return false where a problem makes them wrong
   */
  public boolean isReliable() {
    return problems.stream().noneMatch(problem -> problem.severity() == Severity.WRONG);
  }

  /** One line, and the worst problem below it. */
  @Override
  public String toString() {
    String line = format + ": " + accepted + " of " + offered + " rows";
    return problems.isEmpty() ? line : line + "\n" + problems.get(0).text();
  }
}
