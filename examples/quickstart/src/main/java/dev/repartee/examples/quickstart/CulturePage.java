package dev.repartee.examples.quickstart;

import java.util.List;

/**
 * The culture page: a letter, and the pictures it speaks of. It holds all it needs, so that it can
 * be read offline and sent on.
 */
final class CulturePage {
  private static final String HERE = "/dev/repartee/examples/quickstart/";

  private final Loaded loaded;
  private final Culture culture;
  private final Html html = new Html();

  CulturePage(Loaded loaded, Culture culture) {
    this.loaded = loaded;
    this.culture = culture;
  }

  /** A name as data hold it, or that there is none. */
  static String name(String name) {
    return name.isBlank() ? "(none)" : name;
  }

  /** The whole page. */
  String page() {
    String title = "What " + culture.organization() + " shows of its culture";
    html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    // Nothing is fetched, whatever the data say.
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'");
    html.element("title", title);
    html.style(Chart.resource(HERE + "culture.css"));
    html.close().open("body").open("main");
    html.element("h1", title, "dir", "auto");
    DataHtml data = new DataHtml(html, loaded);
    data.problems();
    source();
    data.read();
    letter(culture.letter());
    pictures().forEach(picture -> picture.write(html));
    close();
    html.close();
    html.script(Chart.library());
    html.script(Chart.resource(HERE + "culture.js"));
    return html.close().close().page();
  }

  private List<Picture> pictures() {
    return List.of(
        WaitingPicture.of(culture.response()),
        PromisesPicture.of(culture.promises()),
        OpennessPicture.of(culture.openness()),
        FormsPicture.of(culture.dialogue()),
        WeeksPicture.of(culture.places(), culture.interest(), culture.consistency()),
        TiesPicture.of(culture.participation(), culture.organization()),
        PathPicture.of(culture.path()));
  }

  private void source() {
    html.open("p", "class", "source");
    html.text(
        "From a log of "
            + TextPage.count(loaded.log().messages(), "message")
            + " and "
            + TextPage.count(loaded.log().acts(), "act")
            + " of "
            + TextPage.count(loaded.log().persons(), "person")
            + ", as of "
            + culture.asOf()
            + ". Source: "
            + loaded.source()
            + ".");
    if (loaded.isSample()) {
      html.text(" It is synthetic: an invented company, invented people, planted facts.");
    }
    html.close();
    html.open("noscript")
        .element("p", "The charts need JavaScript; all they show is in the text and tables.")
        .close();
  }

  private void letter(CultureLetter letter) {
    html.open("section", "id", "letter");
    culture.inShort().forEach(sentence -> html.element("p", sentence, "dir", "auto"));
    html.element("h2", "What needs attention");
    if (letter.flags().isEmpty()) {
      html.element("p", "Nothing, as far as there is enough to tell.");
    } else {
      html.open("ul", "class", "flags");
      letter.flags().forEach(this::flag);
      html.close();
    }
    sentences("What is good", letter.good(), "good");
    sentences("What is unproven for lack of data", letter.unproven(), "unproven");
    sentences("What this log says nothing about", letter.missing(), "missing");
    html.element("p", letter.method(), "class", "method").close();
  }

  private void flag(Flag flag) {
    html.open("li").element("strong", flag.kind().text()).text(": " + flag.sentence());
    html.open("span", "class", "judged").text(flag.judged() + " · ");
    html.element("a", "the picture and its counts", "href", "#" + picture(flag.kind()));
    html.close().close();
  }

  private static String picture(Flag.Kind kind) {
    return switch (kind) {
      case BROKEN_PROMISE -> PromisesPicture.ID;
      case UNEQUAL_OPENNESS -> OpennessPicture.ID;
      case SILENT_CHANNEL, SPIKE -> WeeksPicture.ID;
      case SILO -> TiesPicture.ID;
    };
  }

  private void sentences(String title, List<String> sentences, String kind) {
    if (!sentences.isEmpty()) {
      html.element("h2", title).open("ul", "class", kind);
      sentences.forEach(sentence -> html.element("li", sentence));
      html.close();
    }
  }

  private void close() {
    html.element(
        "p",
        "Numbers in brackets are 95 % intervals: the truth may well lie anywhere in them. Below"
            + " each picture stand the counts it is drawn from. What could not be measured is named"
            + " and left out; it is not counted as 0.",
        "class",
        "method");
  }
}
