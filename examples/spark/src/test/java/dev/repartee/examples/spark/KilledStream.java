package dev.repartee.examples.spark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;

/**
 * What {@link KilledStreamTest} kills: takes in all files of a folder. It tells how far it is by a
 * byte when each task of Spark begins and one when it ends, so that it can be killed anywhere.
 */
final class KilledStream {
  static final int BUCKETS = 3;

  private KilledStream() {}

  /** Takes in the files of the first folder, one a batch, with its state in the second. */
  public static void main(String[] args) throws Exception {
    try (OutputStream marks = new FileOutputStream(FileDescriptor.out);
        SparkSession spark = SparkExample.session("local[2]")) {
      spark.sparkContext().addSparkListener(new Marking(marks));
      LiveBuckets.start(
              LiveBuckets.files(spark, args[0], 1), BUCKETS, args[1], Trigger.AvailableNow())
          .awaitTermination();
    }
  }

  private static final class Marking extends SparkListener {
    private final OutputStream marks;

    Marking(OutputStream marks) {
      this.marks = marks;
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
      mark();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      mark();
    }

    private void mark() {
      try {
        marks.write('.');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
