package dev.repartee.examples.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A file of UTF-8 text, read with a progress bar where it is long and somebody looks on. */
record InputFile(Path path, boolean isWatched) {
  private static final long LONG = 20_000_000;
  private static final String UNIT = " MB";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** A reader for a look at the beginning. */
  BufferedReader open() throws IOException {
    return reader(Files.newInputStream(path));
  }

  /** A reader for all of the file. */
  BufferedReader openWithProgress() throws IOException {
    InputStream bytes = Files.newInputStream(path);
    if (!isWatched || Files.size(path) < LONG) {
      return reader(bytes);
    }
    ProgressBarBuilder bar =
        ProgressBar.builder()
            .setTaskName("reading " + path.getFileName())
            .setInitialMax(Files.size(path))
            .setUnit(UNIT, 1_000_000)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .clearDisplayOnFinish();
    return reader(ProgressBar.wrap(bytes, bar));
  }

  /**
   * A reader from behind the mark of the byte order, if there is one. A new decoder fails on what
   * is no UTF-8, where the usual reader would put question marks.
   */
  private static BufferedReader reader(InputStream bytes) throws IOException {
    BufferedReader text =
        new BufferedReader(
            new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
    try {
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      return text;
    } catch (IOException e) {
      text.close();
      throw e;
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
