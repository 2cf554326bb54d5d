package dev.repartee.examples.quickstart;

import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.examples.exports.DataBox;
import dev.repartee.text.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The culture page, for people who decide: one screen of figures and findings, then the pictures
 * they rest on, and at the end the counts. It holds all it needs, so that it can be read offline,
 * sent on and printed, and runs no code.
 */
final class CulturePage {
  private static final String STYLES = "/dev/repartee/examples/quickstart/culture.css";
  private static final int FINDINGS = 3;

  /** What is missing of these is told nowhere else. */
  private static final Set<String> UNTOLD =
      Set.of(ComparedPicture.ID, WaitingPicture.ID, FormsPicture.ID, WeeksPicture.ID);

  private final Loaded loaded;
  private final Culture culture;
  private final Optional<Comparison> comparison;
  private final Html html = new Html();
  private final List<Picture> pictures;

  CulturePage(Loaded loaded, Culture culture, Optional<Comparison> comparison) {
    this.loaded = loaded;
    this.culture = culture;
    this.comparison = comparison;
    this.pictures = loaded.isReliable() ? pictures() : List.of();
  }

  private List<Picture> pictures() {
    boolean isWholeDays = loaded.box().map(DataBox::isWholeDays).orElse(false);
    List<Picture> pictures = new ArrayList<>();
    comparison.ifPresent(found -> pictures.add(ComparedPicture.of(found)));
    pictures.add(WaitingPicture.of(culture.response(), isWholeDays));
    if (!culture.log().isForum()) {
      pictures.add(PromisesPicture.of(culture.promises()));
    }
    pictures.add(OpennessPicture.of(culture.openness()));
    pictures.add(AnswersPicture.of(culture.answers()));
    pictures.add(FormsPicture.of(culture.dialogue(), culture.log().isForum()));
    pictures.add(WeeksPicture.of(culture));
    if (!culture.log().isForum()) {
      pictures.add(TiesPicture.of(culture.participation(), culture.organization()));
      pictures.add(PathPicture.of(culture.path()));
    }
    return pictures;
  }

  /** A name as data hold it, or that there is none. */
  static String name(String name) {
    return name.isBlank() ? "(none)" : name;
  }

  /** The whole page. */
  String page() {
    String title =
        culture.log().isForum()
            ? "How people of this forum talk with each other"
            : "How " + culture.organization() + " talks with people";
    html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    // Nothing is fetched and nothing is run, whatever the data say.
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'");
    html.element("title", title);
    html.style(styles());
    html.close().open("body").open("header");
    html.element("h1", title, "dir", "auto");
    source();
    html.close().open("main");
    DataHtml data = new DataHtml(html, loaded);
    data.problems();
    stray();
    if (loaded.isReliable()) {
      new Glance(html, culture, loaded, comparison)
          .write(new Attention(culture).findings(), FINDINGS);
      contents();
      letter(culture.letter());
      pictures.forEach(picture -> picture.write(html));
      reading();
      counts();
    } else {
      html.element(
          "p",
          "Figures, findings and pictures are left out until that is mended: they would be wrong.",
          "class",
          "seen");
    }
    data.read();
    html.close();
    return html.close().close().page();
  }

  private static String styles() {
    try (InputStream in = CulturePage.class.getResourceAsStream(STYLES)) {
      if (in == null) {
        throw new IllegalStateException("resource (" + STYLES + ") is missing; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void source() {
    html.open("p", "class", "source");
    html.text(
        "As public messages show it. Source: "
            + file()
            + ", up to "
            + PlainWords.day(culture.log().all().asOf().atZone(culture.log().zone()).toLocalDate())
            + ".");
    if (loaded.isSample()) {
      html.text(" It is synthetic: an invented company, invented people, planted facts.");
    }
    html.close();
  }

  /** The file without the folders it lies in, which are nobody's business. */
  private String file() {
    if (loaded.isSample()) {
      return loaded.source();
    }
    Path name = Path.of(loaded.source()).getFileName();
    return name == null ? "an export" : name.toString();
  }

  private void stray() {
    culture
        .log()
        .stray()
        .ifPresent(
            rows -> {
              html.open("section", "class", "doubtful").element("h2", "A clock went wrong");
              html.element("p", rows.sentence(), "dir", "auto").close();
            });
  }

  private void contents() {
    html.open("nav", "aria-label", "Contents").open("ul");
    link("letter", "What is good, and what is not known");
    pictures.stream()
        .filter(picture -> !picture.isMissing())
        .forEach(picture -> link(picture.id(), picture.title()));
    link("reading", "How to read this page");
    link("counts", "The counts");
    html.close().close();
  }

  private void link(String id, String title) {
    html.open("li").element("a", title, "href", "#" + id).close();
  }

  private void letter(CultureLetter letter) {
    html.open("section", "id", "letter");
    sentences("What is good", letter.good(), "good");
    sentences("What is not known yet", letter.unproven(), "unproven");
    List<String> missing = new ArrayList<>(letter.missing());
    // No score stands on the page.
    missing.removeIf(sentence -> sentence.startsWith(CultureLetter.SCORE));
    pictures.stream()
        .filter(picture -> picture.isMissing() && UNTOLD.contains(picture.id()))
        .forEach(picture -> missing.add(picture.title() + ": " + picture.text()));
    sentences("What this log says nothing about", missing, "missing");
    InsideOutText.found(culture).ifPresent(this::insideOut);
    html.close();
  }

  private void insideOut(String sentence) {
    html.element("h2", "Inside and outside").element("p", sentence, "dir", "auto");
  }

  private void sentences(String title, List<String> sentences, String kind) {
    if (!sentences.isEmpty()) {
      html.element("h2", title).open("ul", "class", kind);
      sentences.forEach(
          sentence ->
              html.element(
                  "li", PlainWords.sentence(PlainWords.withoutOptions(sentence)), "dir", "auto"));
      html.close();
    }
  }

  private void reading() {
    DialogueSummary dialogue = culture.dialogue().total();
    html.open("section", "id", "reading").element("h2", "How to read this page");
    html.element(
        "p",
        "69 % (67 to 71) means: 69 of 100, and the truth may well lie anywhere from 67 to 71."
            + " That is how far it would move in other weeks with other people, if the organization"
            + " went on as it does. "
            + culture.letter().method()
            + " What could not be measured is named and left out; it is not counted as 0.");
    html.element(
        "p",
        "Why totals differ: "
            + NumberText.count(culture.response().exchanges())
            + " times somebody waited (a promise looks at those alone whose time is up), but there are "
            + NumberText.count(dialogue.strands())
            + " conversations, because several people may wait in one, or one several times, and"
            + " conversations of the last 7 days ("
            + NumberText.count(dialogue.open())
            + ") can still change and are left out. Praise and criticism are those messages only"
            + " that are labelled so. The figures at the top are of the last period, all others of"
            + " the whole log."
            + (culture.internal().isEmpty()
                ? ""
                : " What colleagues write where the public cannot see it counts only where"
                    + " departments are told of."));
    html.close();
  }

  private void counts() {
    html.open("section", "id", "counts", "class", "screen").element("h2", "The counts");
    html.element("p", "The numbers behind each picture, for whoever wants to check them.");
    pictures.forEach(picture -> picture.writeCounts(html));
    html.close();
  }
}
