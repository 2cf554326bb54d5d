package dev.repartee.measure;

import dev.repartee.measure.Opened.Cases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cases behind a summary, found in a walk of their own. */
final class CaseSummary extends Summary.Backed<CaseSummary> {
  private final List<List<String>> names;
  private final CaseTally tally;

  CaseSummary(List<List<String>> names, Evidence<CaseTally> evidence) {
    super(evidence, merged -> new CaseSummary(names, merged));
    this.names = names;
    this.tally = evidence.tally();
  }

  Map<List<String>, Cases> byName() {
    Map<List<String>, Cases> byName = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      CaseList list = tally.of(i);
      byName.put(names.get(i), new Cases(names.get(i), list.count(), list.worst(), list.sample()));
    }
    return byName;
  }

  /** None: the main summary has them. */
  @Override
  public Facts facts() {
    return Facts.of(origin()).build();
  }

  @Override
  public String toString() {
    return "cases of " + names;
  }
}
