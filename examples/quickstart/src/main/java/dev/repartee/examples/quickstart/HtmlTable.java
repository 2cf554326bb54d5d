package dev.repartee.examples.quickstart;

import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of a page; numbers stand to the right, and shares are told in percent. The first cell of
 * a row says what it is of.
 */
final class HtmlTable {
  private final List<String> headings;
  private final List<List<Object>> rows = new ArrayList<>();

  private HtmlTable(List<String> headings) {
    this.headings = headings;
  }

  static HtmlTable of(String... headings) {
    return new HtmlTable(List.of(headings));
  }

  /** Adds a row: counts, or texts and what prints itself as one. */
  HtmlTable row(Object... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "cells (" + Arrays.toString(cells) + ") must be as many as the headings: " + headings);
    }
    rows.add(List.of(cells));
    return this;
  }

  int size() {
    return rows.size();
  }

  /** Writes it under a name that is read out, and shown where the place does not say it. */
  void write(Html html, String caption) {
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
    html.open("table").element("caption", caption);
    html.open("thead").open("tr");
    headings.forEach(heading -> html.element("th", heading, "scope", "col"));
    html.close().close().open("tbody");
    for (List<Object> row : rows) {
      html.open("tr");
      for (int i = 0; i < row.size(); i++) {
        cell(html, row.get(i), i == 0);
      }
      html.close();
    }
    html.close().close().close();
  }

  private static void cell(Html html, Object cell, boolean isName) {
    if (isName) {
      html.element("th", text(cell), "scope", "row", "dir", "auto");
    } else if (cell instanceof Number) {
      html.element("td", text(cell), "class", "number");
    } else {
      html.element("td", text(cell), "dir", "auto");
    }
  }

  private static String text(Object cell) {
    if (cell instanceof Long || cell instanceof Integer) {
      return NumberText.count(((Number) cell).longValue());
    }
    if (cell instanceof Estimate share) {
      return Percent.of(share);
    }
    if (cell instanceof Proportion share) {
      return Percent.counted(share, "").strip();
    }
    return cell instanceof Double number ? NumberText.decimal(number) : cell.toString();
  }
}
