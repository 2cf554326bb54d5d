package dev.repartee.examples.notebook;

import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.Fact;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Facts as a data frame of Tablesaw, to be filtered, joined and plotted. */
public final class Frames {
  private final StringColumn measure = StringColumn.create("measure");
  private final StringColumn key = StringColumn.create("key");
  private final StringColumn statistic = StringColumn.create("statistic");
  private final StringColumn state = StringColumn.create("state");
  private final StringColumn unit = StringColumn.create("unit");
  private final DoubleColumn value = DoubleColumn.create("value");
  private final DoubleColumn low = DoubleColumn.create("low");
  private final DoubleColumn high = DoubleColumn.create("high");
  private final LongColumn numerator = LongColumn.create("numerator");
  private final LongColumn denominator = LongColumn.create("denominator");
  private final StringColumn word = StringColumn.create("word");

  private Frames() {}

  /**
   * Returns facts as rows, each number once.
   *
   * @param facts those of a summary, of a breakdown or of several
   * @return a frame in which a number that is not there is missing, and the state says why
   */
  public static Table of(Facts facts) {
    Frames columns = new Frames();
    facts.forEach(columns::add);
    return columns.table();
  }

  private void add(Fact fact) {
    measure.append(fact.origin().measure());
    key.append(String.join(", ", fact.key().values()));
    statistic.append(fact.statistic());
    state.append(fact.state().name());
    unit.append(fact.unit().name());
    append(value, fact.value());
    append(low, fact.low());
    append(high, fact.high());
    append(numerator, fact.numerator());
    append(denominator, fact.denominator());
    word.append(fact.word());
  }

  private static void append(DoubleColumn column, OptionalDouble number) {
    number.ifPresentOrElse(column::append, column::appendMissing);
  }

  private static void append(LongColumn column, OptionalLong number) {
    number.ifPresentOrElse(column::append, column::appendMissing);
  }

  private Table table() {
    return Table.create(
        "facts",
        measure,
        key,
        statistic,
        state,
        unit,
        value,
        low,
        high,
        numerator,
        denominator,
        word);
  }
}
