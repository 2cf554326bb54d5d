package dev.repartee.examples.quickstart;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as a strict parser understands it. */
final class PageDom {
  private final Document document;

  private PageDom(Document document) {
    this.document = document;
  }

  static PageDom parse(String page) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return new PageDom(builder.parse(new InputSource(new StringReader(page))));
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError("the page is not well-formed", e);
    }
  }

  List<Element> all(String tag) {
    return elements(document.getElementsByTagName(tag));
  }

  static List<Element> within(Element element, String tag) {
    return elements(element.getElementsByTagName(tag));
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** The element with an id. */
  Element get(String id) {
    return all("*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no element with the id " + id));
  }

  /** All text of an element, with plain spaces. */
  static String text(Element element) {
    return plain(element.getTextContent());
  }

  private static String plain(String text) {
    return text.replace('\u00A0', ' ');
  }

  /** All text that a reader sees. */
  String text() {
    return text(all("body").get(0));
  }

  /** Whether there is an element with an id. */
  boolean has(String id) {
    return all("*").stream().anyMatch(element -> element.getAttribute("id").equals(id));
  }

  /** What stands in the rows of the counts of a picture, cells set off by bars. */
  List<String> rows(String id) {
    return within(within(get(id + "-counts"), "tbody").get(0), "tr").stream()
        .map(
            row ->
                within(row, "*").stream()
                    .map(PageDom::text)
                    .reduce((a, b) -> a + "|" + b)
                    .orElse(""))
        .toList();
  }
}
