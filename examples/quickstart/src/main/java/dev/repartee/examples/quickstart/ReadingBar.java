package dev.repartee.examples.quickstart;

import dev.repartee.examples.exports.Progress;
import dev.repartee.text.NumberText;
import java.io.InputStream;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * A bar over the reading of a long file, and a word while the log is built, where somebody looks
 * on.
 *
 * @param isWatched whether somebody does
 */
record ReadingBar(boolean isWatched) implements Progress {
  private static final long LONG = 20_000_000;
  private static final long MANY = 200_000;
  private static final String UNIT = " MB";

  @Override
  public InputStream reading(String name, long size, InputStream bytes) {
    if (!isWatched || size < LONG) {
      return bytes;
    }
    ProgressBarBuilder bar =
        ProgressBar.builder()
            .setTaskName("reading " + Path.of(name).getFileName())
            .setInitialMax(size)
            .setUnit(UNIT, 1_000_000)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .clearDisplayOnFinish();
    return ProgressBar.wrap(bytes, bar);
  }

  @Override
  public void building(long rows) {
    if (isWatched && rows >= MANY) {
      System.err.println("building the log of " + NumberText.count(rows) + " messages …");
    }
  }
}
