package dev.repartee.examples.graphml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.ties.Ties;
import dev.repartee.ties.TiesSummary;
import dev.repartee.ties.TiesSummary.Edge;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back. */
class GraphMlTest {
  @TempDir private Path folder;

  /** The graph of a GraphML text, its vertices named by their label. */
  private static Graph<String, DefaultWeightedEdge> read(
      String text, Map<String, String> organizations) {
    Graph<String, DefaultWeightedEdge> graph =
        new SimpleDirectedWeightedGraph<>(
            SupplierUtil.createStringSupplier(), SupplierUtil.DEFAULT_WEIGHTED_EDGE_SUPPLIER);
    Map<String, String> labels = new HashMap<>();
    Map<String, String> ofVertex = new HashMap<>();
    GraphMLImporter<String, DefaultWeightedEdge> importer = new GraphMLImporter<>();
    importer.addVertexAttributeConsumer(
        (key, attribute) -> {
          if (key.getSecond().equals("label")) {
            labels.put(key.getFirst(), attribute.getValue());
          } else if (key.getSecond().equals("organization")) {
            ofVertex.put(key.getFirst(), attribute.getValue());
          }
        });
    importer.importGraph(graph, new StringReader(text));
    ofVertex.forEach((vertex, name) -> organizations.put(named(labels, vertex), name));
    Graph<String, DefaultWeightedEdge> byName =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    for (String vertex : graph.vertexSet()) {
      byName.addVertex(named(labels, vertex));
    }
    for (DefaultWeightedEdge edge : graph.edgeSet()) {
      DefaultWeightedEdge copy =
          byName.addEdge(
              named(labels, graph.getEdgeSource(edge)), named(labels, graph.getEdgeTarget(edge)));
      byName.setEdgeWeight(copy, graph.getEdgeWeight(edge));
    }
    return byName;
  }

  private static String named(Map<String, String> labels, String vertex) {
    return Objects.requireNonNull(labels.get(vertex));
  }

  @Test
  void everyTieComesBack() {
    TiesSummary ties = GraphMl.log().measure(Ties.standard());
    StringWriter text = new StringWriter();
    TieGraph.of(ties, GraphMl.log().directory()).write(text);
    Map<String, String> organizations = new HashMap<>();
    Graph<String, DefaultWeightedEdge> read = read(text.toString(), organizations);

    // Carl and Acme answer each other; Dora answers Carl, Zak and Carl answer Dora.
    assertEquals(5, read.edgeSet().size());
    assertEquals(ties.ties(), read.edgeSet().size());
    for (Edge tie : ties.edges()) {
      DefaultWeightedEdge edge = read.getEdge(tie.from(), tie.to());
      assertEquals((double) tie.weight(), read.getEdgeWeight(edge), tie.toString());
    }
    assertEquals(Map.of("acme_care", "Acme"), organizations);
    assertTrue(text.toString().contains("2026-01-05T09:42:00Z"), text.toString());
  }

  @Test
  void theProgramWritesAFile() throws Exception {
    Path file = folder.resolve("ties.graphml");
    GraphMl.main(new String[] {file.toString()});
    assertEquals(5, read(Files.readString(file), new HashMap<>()).edgeSet().size());
  }
}
