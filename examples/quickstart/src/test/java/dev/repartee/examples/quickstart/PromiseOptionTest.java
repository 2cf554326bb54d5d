package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.model.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

/** Promises are read as people write them. */
class PromiseOptionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "90% answered within 1h | at least 90 %: answered within 1 h",
        "90 % within PT1H | at least 90 %: answered within 1 h",
        "At  least 99.5% answered within 2d | at least 99.5 %: answered within 2 d",
        "50% to the audience | at least 50 %: messages to the audience",
        "60% two-way | at least 60 %: two-way dialogue",
        "at most 20% opening | at most 20 %: messages opening",
        "every department speaks | at least 100 %: every department takes part",
        "90% within 1h on channel=twitter | at least 90 %: answered within 1 h, channel twitter",
        "90% within 1h on channel=Live on air | at least 90 %: answered within 1 h, channel Live on air",
        "80% two-way on topic=a, b | at least 80 %: two-way dialogue, topic a, b",
        "80% within 4h on sentiment=negative | at least 80 %: answered within 4 h, sentiment NEGATIVE"
      })
  void isReadAsWritten(String text, String promise) {
    Directory directory = Sample.directory();
    assertEquals(promise, PromiseOption.parse(text).of(directory, "Copperleaf Coffee").toString());
  }

  @Test
  void scopesCanBeSeveral() {
    String promise =
        PromiseOption.parse("90% within 1h on channel=help, owning-department=Support")
            .of(Sample.directory(), "Copperleaf Coffee")
            .toString();
    assertEquals(
        "at least 90 %: answered within 1 h, channel and owning department help, Support", promise);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "soon | it must begin with a share",
        "120% two-way | a share is at most 100%",
        "90% fast | 'fast' is nothing that can be promised",
        "90% within soon | 'soon' must be a duration",
        "50% two-way on department=Support | 'department' must be one of channel, intent",
        "50% two-way on channel= | name a channel after channel=",
        "every department speaks on channel=x | leave out what follows it"
      })
  void saysWhatIsWrong(String text, String message) {
    TypeConversionException e =
        assertThrows(TypeConversionException.class, () -> PromiseOption.parse(text));
    String said = String.valueOf(e.getMessage());
    assertTrue(said.contains(message), said);
  }
}
