package dev.repartee.measure;

import dev.repartee.measure.Opened.Keeping;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The cases of each outcome of a measure, in the order in which it declares them. */
final class CaseTally implements Tally<CaseTally> {
  private final List<CaseList> outcomes;

  CaseTally(int outcomes, Keeping keeping) {
    this.outcomes = Stream.generate(() -> new CaseList(keeping.most())).limit(outcomes).toList();
  }

  CaseList of(int outcome) {
    return outcomes.get(outcome);
  }

  @Override
  public void add(CaseTally other) {
    for (int i = 0; i < outcomes.size(); i++) {
      outcomes.get(i).add(other.outcomes.get(i));
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (CaseList outcome : outcomes) {
      outcome.write(out);
    }
  }

  @Override
  public void read(Input in) throws IOException {
    for (CaseList outcome : outcomes) {
      outcome.read(in);
    }
  }
}
