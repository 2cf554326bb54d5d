package dev.repartee.examples.quickstart;

import dev.repartee.examples.exports.DataBox;
import dev.repartee.log.EngagementLog;
import java.util.List;
import java.util.Optional;

/**
 * A log and where it comes from.
 *
 * @param log the log
 * @param source the file, or what the built-in sample is
 * @param isSample whether it is the built-in sample
 * @param notes how the file was understood, or what was planted in the sample
 * @param box how the rows of a file were understood; empty for the sample
 */
record Loaded(
    EngagementLog log, String source, boolean isSample, List<String> notes, Optional<DataBox> box) {
  /** A log that was not read from a file. */
  Loaded(EngagementLog log, String source, boolean isSample, List<String> notes) {
    this(log, source, isSample, notes, Optional.empty());
  }

  /** The same seen in part. */
  Loaded seen(EngagementLog part) {
    return new Loaded(part, source, isSample, notes, box);
  }

  /** The organizations of the directory. */
  List<String> organizations() {
    return log.directory().organizations();
  }

  /** Whether nobody represents an organization, so that anybody else may answer. */
  boolean isForum() {
    return organizations().isEmpty();
  }

  /** Whether numbers of it are worth looking at. */
  boolean isReliable() {
    return box.map(DataBox::isReliable).orElse(true);
  }
}
