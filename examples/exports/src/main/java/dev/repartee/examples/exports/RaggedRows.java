package dev.repartee.examples.exports;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.repartee.text.NumberText;
import java.util.List;

/**
 * Rows of CSV that have not as many fields as the header, and the header where it comes once more,
 * as in files that were put together.
 */
final class RaggedRows {
  /** Why a header in the middle is no row. */
  static final String HEADER_AGAIN = "the header once more";

  private final List<String> header;
  private final RowFacts facts;
  private long fewer;
  private long more;
  private long firstMore;
  private boolean isLastShort;

  RaggedRows(List<String> header, RowFacts facts) {
    this.header = header;
    this.facts = facts;
  }

  /** Whether a record is the header once more. */
  static boolean isHeader(List<String> header, CsvRecord record) {
    if (record.getFieldCount() != header.size() || !isName(header.get(0), record.getField(0))) {
      return false;
    }
    for (int i = 1; i < header.size(); i++) {
      if (!header.get(i).equals(record.getField(i).strip())) {
        return false;
      }
    }
    return true;
  }

  /** Behind the end of a file another may begin with a mark of the byte order. */
  private static boolean isName(String name, String field) {
    return field.endsWith(name) && field.replace("\uFEFF", "").strip().equals(name);
  }

  /** Counts a record; returns whether it is a row, and not the header once more. */
  boolean isRow(CsvRecord record) {
    int fields = record.getFieldCount();
    isLastShort = fields < header.size();
    if (isLastShort) {
      fewer++;
    } else if (fields > header.size()) {
      countMore(record);
    } else if (isHeader(header, record)) {
      facts.leaveOut(HEADER_AGAIN, 1, "line " + record.getStartingLineNumber());
      return false;
    }
    return true;
  }

  private void countMore(CsvRecord record) {
    List<String> fields = record.getFields();
    if (fields.subList(header.size(), fields.size()).stream().allMatch(String::isBlank)) {
      return; // separators at the end of a line set nothing apart
    }
    if (more++ == 0) {
      firstMore = record.getStartingLineNumber();
    }
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
