package dev.repartee.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes into the pages of the guide what their code gives, and draws their pictures anew. */
final class GuideTool {
  private GuideTool() {}

  /** Writes all pages whose names, from the top of the repository, end so. */
  static void write(String suffix) throws IOException {
    for (GuidePage page : GuidePage.ofGuide()) {
      if (page.name().endsWith(suffix)) {
        write(page);
      }
    }
  }

  private static void write(GuidePage page) throws IOException {
    GuideRun run = GuideRun.of(page);
    Files.writeString(page.path(), String.join("\n", run.written()) + "\n");
    for (String picture : GuidePictures.on(page)) {
      Path file = GuidePage.GUIDE.resolve("pictures").resolve(picture + ".svg");
      Files.writeString(file, GuidePictures.draw(picture, run));
    }
  }
}
