package dev.repartee.examples.exports;

import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.model.Directory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Turns one kind of file into rows of a log. What a file itself knows stands above the defaults.
 */
interface LogReader {
  /**
   * Looks at the files before any row is read: are the columns there, who is who?
   *
   * @param inputs the files
   * @throws IOException if a file cannot be read or is empty
   * @throws IllegalArgumentException if the user's options do not fit the files
   */
  void prepare(Inputs inputs) throws IOException;

  /**
   * Offers every row of the files to a log.
   *
   * @param inputs the files
   * @param rows where to
   * @throws IOException if a row cannot be read; the message says which
   */
  void read(Inputs inputs, Appender rows) throws IOException;

  /** Whether it counts how columns were understood; those with fixed columns do not. */
  default boolean isCounted() {
    return true;
  }

  /** What it reads, for the data box: {@code csv}, {@code slack}. */
  String format();

  /** Who is who, where the files tell. */
  default Optional<Directory> directory(Optional<String> organization) {
    return Optional.empty();
  }

  /** Whether such files tell who is staff, if anybody is. */
  default boolean tellsStaff() {
    return false;
  }

  /** Within what the ids of such files are unique. */
  default IdScope idScope() {
    return IdScope.LOG;
  }

  /** How far apart repeats of a message lie, where such files repeat messages. */
  default Optional<Duration> foldRepeats() {
    return Optional.empty();
  }

  /** Whether the files say anything about a field; known once they are prepared. */
  default boolean has(Field field) {
    return true;
  }

  /** The name of the column of a field; empty where none has such a name. */
  default String column(Field field) {
    return "";
  }

  /** What the report should say about how the files were understood. */
  default List<String> notes() {
    return List.of();
  }
}
