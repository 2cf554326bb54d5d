package dev.repartee.fuzz;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** What reading may take, and checksums that hold. */
final class Bounds {
  /** How often a costly reading is looked at: what is made ready at first use counts but once. */
  private static final int LOOKS = 3;

  private Bounds() {}

  /**
   * Says no where reading takes more memory than a base and a multiple of the size of the input.
   */
  static void memory(long base, long factor, int size, Runnable reading) {
    long bound = base + factor * size;
    long taken = Long.MAX_VALUE;
    for (int look = 0; look < LOOKS && taken > bound; look++) {
      long before = allocated();
      reading.run();
      taken = allocated() - before;
    }
    if (taken > bound) {
      throw new AssertionError(taken + " bytes of memory for " + size);
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /**
   * Content with a checksum that holds, so that what reads it must look after itself; but for one
   * in sixteen, as the first byte says, which is left as it is. The first byte is not part of it.
   */
  static byte[] sealed(byte[] input) {
    byte[] content = Arrays.copyOfRange(input, 1, input.length);
    if ((input[0] & 0xF) == 0xF) {
      return content;
    }
    CRC32C checksum = new CRC32C();
    checksum.update(content, 0, content.length);
    byte[] sealed = Arrays.copyOf(content, content.length + Integer.BYTES);
    int sum = (int) checksum.getValue();
    for (int i = 0; i < Integer.BYTES; i++) {
      sealed[content.length + i] = (byte) (sum >> (8 * (Integer.BYTES - 1 - i)));
    }
    return sealed;
  }
}
