package dev.repartee.examples.quickstart;

import dev.repartee.log.EngagementLog;
import java.util.List;

/**
 * A log and where it comes from.
 *
 * @param log the log
 * @param source the file, or what the built-in sample is
 * @param isSample whether it is the built-in sample
 * @param notes how the file was understood, or what was planted in the sample
 */
record Loaded(EngagementLog log, String source, boolean isSample, List<String> notes) {
  /** The organizations of the directory. */
  List<String> organizations() {
    return log.directory().organizations();
  }

  /** Whether nobody represents an organization, so that anybody else may answer. */
  boolean isForum() {
    return organizations().isEmpty();
  }
}
