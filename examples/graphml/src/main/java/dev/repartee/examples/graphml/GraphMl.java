package dev.repartee.examples.graphml;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.ties.Ties;
import dev.repartee.ties.TiesSummary;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jgrapht.alg.scoring.PageRank;

/** Writes who answers whom in a small talk as GraphML. */
final class GraphMl {
  private static final Directory DIRECTORY =
      Directory.builder()
          .organization("Acme", acme -> acme.member("acme_care", "Support"))
          .person("Carl", "carl@blog", "carl@chirp")
          .build();

  private GraphMl() {}

  /** The talk: put a log of your own in its place. */
  static EngagementLog log() {
    return EngagementLog.builder(DIRECTORY)
        .add(Post.of("p", "carl@blog", "2026-01-05T09:00:00Z"))
        .add(Reply.of("r", "acme_care", "2026-01-05T09:42:00Z").to("p"))
        .add(Reply.of("t", "carl@chirp", "2026-01-05T10:00:00Z").to("r"))
        .add(Reply.of("d", "dora", "2026-01-05T10:30:00Z").to("p"))
        .add(Reply.of("z", "zak", "2026-01-05T11:00:00Z").to("d"))
        .add(Reply.of("c", "carl@blog", "2026-01-05T12:00:00Z").to("d"))
        .asOf("2026-02-01T00:00:00Z")
        .build();
  }

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args.length == 0 ? "ties.graphml" : args[0]);
    TiesSummary ties = log().measure(Ties.standard());
    TieGraph graph = TieGraph.of(ties, log().directory());
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      graph.write(out);
    }
    System.out.println(ties.table());
    System.out.println();
    new PageRank<>(graph.graph())
        .getScores().entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .forEach(e -> System.out.printf(Locale.ROOT, "%-12s %.3f%n", e.getKey(), e.getValue()));
    System.out.println("\n" + file + ": " + graph.graph().edgeSet().size() + " ties");
  }
}
