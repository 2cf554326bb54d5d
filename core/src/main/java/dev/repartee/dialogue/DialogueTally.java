package dev.repartee.dialogue;

import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;

/** Strands by maturity and opener, and messages of organizations by who they speak to. */
final class DialogueTally implements Tally.Declared<DialogueTally> {
  private static final TallyForm<DialogueTally> FORM =
      TallyForm.of(DialogueTally.class)
          .part(t -> t.mature[0])
          .part(t -> t.mature[1])
          .part(t -> t.mature[2])
          .part(t -> t.open[0])
          .part(t -> t.open[1])
          .part(t -> t.open[2])
          .part(t -> t.messages)
          .count(t -> t.automatic, (t, n) -> t.automatic = n)
          .count(t -> t.unaddressed, (t, n) -> t.unaddressed = n)
          .count(t -> t.unanswerable, (t, n) -> t.unanswerable = n);

  /** By who opened the strand. */
  private final StrandCounts[] mature = {
    new StrandCounts(), new StrandCounts(), new StrandCounts()
  };

  private final StrandCounts[] open = {new StrandCounts(), new StrandCounts(), new StrandCounts()};
  final MessageCounts messages = new MessageCounts();
  long automatic;
  long unaddressed;
  long unanswerable;

  StrandCounts strands(boolean isOpen, Opening opening) {
    return (isOpen ? open : mature)[opening.ordinal()];
  }

  @Override
  public TallyForm<DialogueTally> form() {
    return FORM;
  }
}
