package dev.repartee.examples.quickstart;

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
   * Looks at the file before any row is read: are the columns there, who is who?
   *
   * @param file the file
   * @throws IOException if the file cannot be read or is empty
   * @throws IllegalArgumentException if the user's options do not fit the file
   */
  void prepare(InputFile file) throws IOException;

  /**
   * Offers every row of the file to a log.
   *
   * @param file the file
   * @param rows where to
   * @throws IOException if a row cannot be read; the message says which
   */
  void read(InputFile file, Appender rows) throws IOException;

  /** Who is who, where the kind of file tells. */
  default Optional<Directory> directory() {
    return Optional.empty();
  }

  /** Within what the ids of such a file are unique. */
  default IdScope idScope() {
    return IdScope.LOG;
  }

  /** How far apart repeats of a message lie, where such files repeat messages. */
  default Optional<Duration> foldRepeats() {
    return Optional.empty();
  }

  /** Whether the file says anything about a field; known once it is prepared. */
  default boolean has(Field field) {
    return true;
  }

  /** What the report should say about how the file was understood. */
  default List<String> notes() {
    return List.of();
  }
}
