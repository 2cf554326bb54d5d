package dev.repartee.examples.graphml;

import dev.repartee.model.Directory;
import dev.repartee.model.Member;
import dev.repartee.model.Person;
import dev.repartee.ties.TiesSummary;
import dev.repartee.ties.TiesSummary.Edge;
import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.jgrapht.nio.graphml.GraphMLExporter.AttributeCategory;

/** Ties as a graph of JGraphT: persons are vertices, an edge leads from who answers to whom. */
final class TieGraph {
  private final Graph<String, Edge> graph;
  private final Map<String, String> organizations;

  private TieGraph(Graph<String, Edge> graph, Map<String, String> organizations) {
    this.graph = graph;
    this.organizations = organizations;
  }

  /** Makes a graph of all ties; the weight of an edge is how often somebody answered. */
  static TieGraph of(TiesSummary ties, Directory directory) {
    Graph<String, Edge> graph = new SimpleDirectedWeightedGraph<>(Edge.class);
    for (Edge tie : ties.edges()) {
      graph.addVertex(tie.from());
      graph.addVertex(tie.to());
      graph.addEdge(tie.from(), tie.to(), tie);
      graph.setEdgeWeight(tie, (double) tie.weight());
    }
    return new TieGraph(graph, organizations(directory));
  }

  /** The graph, for what JGraphT computes: ranks, cliques, communities, paths. */
  Graph<String, Edge> graph() {
    return graph;
  }

  /** Writes the graph as GraphML, which Gephi, yEd, igraph and NetworkX read. */
  void write(Writer out) {
    GraphMLExporter<String, Edge> exporter = new GraphMLExporter<>();
    exporter.setExportVertexLabels(false);
    exporter.setExportEdgeWeights(true);
    exporter.registerAttribute("label", AttributeCategory.NODE, AttributeType.STRING);
    exporter.registerAttribute("organization", AttributeCategory.NODE, AttributeType.STRING);
    exporter.registerAttribute("inferred", AttributeCategory.EDGE, AttributeType.LONG);
    exporter.registerAttribute("first", AttributeCategory.EDGE, AttributeType.STRING);
    exporter.registerAttribute("last", AttributeCategory.EDGE, AttributeType.STRING);
    exporter.setVertexAttributeProvider(this::attributes);
    exporter.setEdgeAttributeProvider(TieGraph::attributes);
    exporter.exportGraph(graph, out);
  }

  private Map<String, Attribute> attributes(String person) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    attributes.put("label", DefaultAttribute.createAttribute(person));
    String organization = organizations.get(person);
    if (organization != null) {
      attributes.put("organization", DefaultAttribute.createAttribute(organization));
    }
    return attributes;
  }

  /** The organization of each member, by the name under which ties know the person. */
  private static Map<String, String> organizations(Directory directory) {
    Map<String, String> organizations = new HashMap<>();
    for (Member member : directory.members()) {
      String name = directory.personOf(member.account()).map(Person::name).orElse(member.account());
      organizations.put(name, member.organization());
    }
    return organizations;
  }

  private static Map<String, Attribute> attributes(Edge tie) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    attributes.put("inferred", DefaultAttribute.createAttribute(tie.inferred()));
    attributes.put("first", DefaultAttribute.createAttribute(tie.first().toString()));
    attributes.put("last", DefaultAttribute.createAttribute(tie.last().toString()));
    return attributes;
  }
}
