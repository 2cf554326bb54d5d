package dev.repartee.examples.exports;

import dev.repartee.text.NumberText;
import java.util.List;

/**
 * Rows of CSV that have not as many fields as the header, and the header where it comes once more,
 * as in files that were put together.
 */
final class RaggedRows {
  /** Why a header in the middle is no row. */
  static final String HEADER_AGAIN = "the header once more";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final int columns;
  private final RowFacts facts;
  private long fewer;
  private long more;
  private long firstMore;
  private boolean isLastShort;

  RaggedRows(int columns, RowFacts facts) {
    this.columns = columns;
    this.facts = facts;
  }

  /** Whether a record is the header once more. */
  static boolean isHeader(List<String> header, List<String> fields) {
    boolean isHeader = fields.size() == header.size();
    for (int i = 0; i < header.size() && isHeader; i++) {
      isHeader = isName(header, i, fields.get(i));
    }
    return isHeader;
  }

  /**
   * Whether a field holds the name of its column. Behind the end of a file another may begin with a
   * mark of the byte order.
   */
  static boolean isName(List<String> header, int position, String field) {
    String text = position == 0 ? field.replace(BYTE_ORDER_MARK, "") : field;
    return text.strip().equals(header.get(position));
  }

  /** Counts a row; returns whether it is one, and not the header once more. */
  boolean isRow(CsvRow row) {
    isLastShort = row.size() < columns;
    if (isLastShort) {
      fewer++;
    } else if (row.isLonger()) { // separators at the end of a line alone set nothing apart
      if (more++ == 0) {
        firstMore = row.line();
      }
    } else if (row.isHeader()) {
      facts.leaveOut(HEADER_AGAIN, 1, "line " + row.line());
      return false;
    }
    return true;
  }

  /** Says what there is to say when all are read. */
  void end() {
    if (more > 0) {
      facts.note(
          NumberText.count(more)
              + (more == 1 ? " row has" : " rows have")
              + " more fields than the header, first in line "
              + firstMore
              + ", so that what stands there may be in the wrong column; a field with a separator in"
              + " it has to stand in quotes");
    }
    if (isLastShort && fewer == 1) {
      facts.note("the last row has fewer fields than the header; is the file cut short?");
    }
  }
}
