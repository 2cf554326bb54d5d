package dev.repartee.examples.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads elements of XML as records: attributes and elements inside are fields by their names with
 * prefix, repeated ones an array, an element without anything inside its text. Which elements is
 * said by paths ({@code posts.row}, {@code rss.channel.item}). Nothing outside the file is fetched.
 */
final class XmlRecords {
  /** As deep as JSON may be. */
  private static final int DEEPEST = 1_000;

  private static final String TOO_DEEP = "elements are nested deeper than 1,000";

  /**
   * What newer JDKs bound by default, by so little that no export of some size gets through: their
   * bounds are there for entities a file declares, which are not read here, and for depth, which is
   * counted here.
   */
  private static final List<String> BOUNDS_OF_THE_JDK =
      List.of(
          "jdk.xml.maxElementDepth",
          "jdk.xml.maxGeneralEntitySizeLimit",
          "jdk.xml.totalEntitySizeLimit");

  private final Collection<String> each;
  private final RecordSink sink;
  private final XMLStreamReader xml;

  private XmlRecords(Collection<String> each, RecordSink sink, XMLStreamReader xml) {
    this.each = each;
    this.sink = sink;
    this.xml = xml;
  }

  static void read(InputFile file, Collection<String> each, RecordSink sink) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    BOUNDS_OF_THE_JDK.stream()
        .filter(factory::isPropertySupported)
        .forEach(bound -> factory.setProperty(bound, "0"));
    try (BufferedReader text = file.openWithProgress()) {
      XMLStreamReader xml = factory.createXMLStreamReader(text);
      try {
        new XmlRecords(each, sink, xml).walk();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      boolean isDeep = e.getMessage() != null && e.getMessage().equals(TOO_DEEP);
      sink.broken("line " + line + ": " + (isDeep ? TOO_DEEP : "it is no XML from there on"));
    }
  }

  private void walk() throws XMLStreamException, IOException {
    Map<String, Long> others = new LinkedHashMap<>();
    walk(others);
    others.forEach(
        (path, count) -> {
          if (each.stream().noneMatch(known -> known.startsWith(path + "."))) {
            sink.unread(path, count);
          }
        });
  }

  private void walk(Map<String, Long> others) throws XMLStreamException, IOException {
    StringBuilder path = new StringBuilder();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        int before = path.length();
        path.append(before == 0 ? "" : ".").append(name());
        if (each.contains(path.toString())) {
          ObjectNode around = JsonRecords.object().put("path", path.toString());
          JsonNode value = element(1);
          sink.record(
              value instanceof ObjectNode object
                  ? object
                  : JsonRecords.object().put("#text", value.asText()),
              around);
          path.setLength(before);
        } else if (before > 0 && path.indexOf(".") == path.lastIndexOf(".")) {
          others.merge(path.toString(), 1L, Long::sum);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        int dot = path.lastIndexOf(".");
        path.setLength(Math.max(0, dot));
      }
    }
  }

  private String name() {
    String prefix = xml.getPrefix();
    return prefix == null || prefix.isEmpty()
        ? xml.getLocalName()
        : prefix + ":" + xml.getLocalName();
  }

  /** The element that has just begun, to its end. */
  private JsonNode element(int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException(TOO_DEEP);
    }
    ObjectNode fields = JsonRecords.object();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      fields.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    StringBuilder text = new StringBuilder();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = name();
        add(fields, name, element(depth + 1));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(xml.getText());
      }
    }
    if (fields.isEmpty()) {
      return fields.textNode(text.toString());
    }
    if (!text.toString().isBlank()) {
      fields.put("#text", text.toString());
    }
    return fields;
  }

  private static void add(ObjectNode fields, String name, JsonNode value) {
    JsonNode known = fields.get(name);
    if (known == null) {
      fields.set(name, value);
    } else if (known instanceof ArrayNode array) {
      array.add(value);
    } else {
      fields.putArray(name).add(known).add(value);
    }
  }
}
