package dev.repartee.response;

import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.Slice;

/** Finds which exchanges belong to one strand: they follow each other, as the strands do. */
final class ExchangesByStrand {
  /** Looks at the exchanges of a strand, of which there is at least one. */
  interface Visitor {
    void visit(int begin, int end);
  }

  private ExchangesByStrand() {}

  static void visit(Slice slice, Strands strands, Visitor visitor) {
    int unit = 0;
    int begin = 0;
    for (int strand = 0; strand < strands.strands(); strand++) {
      int first = strands.strandAnchor(strand);
      while (slice.to(unit) <= first) {
        unit++;
      }
      int end = begin;
      while (end < strands.exchanges()
          && strands.anchor(end) < slice.to(unit)
          && slice.organization(strands.anchor(end)) == slice.organization(first)) {
        end++;
      }
      if (begin < end) {
        visitor.visit(begin, end);
      }
      begin = end;
    }
  }
}
