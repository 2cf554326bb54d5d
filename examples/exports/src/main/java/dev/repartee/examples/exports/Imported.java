package dev.repartee.examples.exports;

import dev.repartee.log.EngagementLog;

/**
 * What became of an export.
 *
 * @param log its rows
 * @param box how they were understood, and what is wrong with them
 */
public record Imported(EngagementLog log, DataBox box) {
  @Override
  public String toString() {
    return log + "\n" + box;
  }
}
