package dev.repartee.examples.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Takes the records of a file, one after the other. */
interface RecordSink {
  /**
   * Takes a record.
   *
   * @param value what it holds
   * @param around what surrounds it: the fields that its enclosing object has so far
   */
  void record(ObjectNode value, ObjectNode around) throws IOException;

  /** Something that should be a record and is none. */
  void unreadable();

  /** A record that is none, and why. */
  default void leftOut(String reason) {}

  /** An array of objects that no recipe asks for. */
  void unread(String path, long size);

  /** The file ends, or is broken, in the middle of a record. */
  void broken(String how);
}
