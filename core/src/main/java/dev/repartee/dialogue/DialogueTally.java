package dev.repartee.dialogue;

import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;

/** Strands by maturity and opener, and messages of organizations by whom they speak to. */
final class DialogueTally implements Tally.Declared<DialogueTally> {
  private static final TallyForm<DialogueTally> FORM =
      TallyForm.of(DialogueTally.class)
          .part(t -> t.matureInbound)
          .part(t -> t.matureOutreach)
          .part(t -> t.openInbound)
          .part(t -> t.openOutreach)
          .part(t -> t.messages)
          .count(t -> t.automatic, (t, n) -> t.automatic = n)
          .count(t -> t.unaddressed, (t, n) -> t.unaddressed = n)
          .count(t -> t.unanswerable, (t, n) -> t.unanswerable = n);

  private final StrandCounts matureInbound = new StrandCounts();
  private final StrandCounts matureOutreach = new StrandCounts();
  private final StrandCounts openInbound = new StrandCounts();
  private final StrandCounts openOutreach = new StrandCounts();
  final MessageCounts messages = new MessageCounts();
  long automatic;
  long unaddressed;
  long unanswerable;

  StrandCounts strands(boolean isOpen, boolean isInbound) {
    return isOpen
        ? (isInbound ? openInbound : openOutreach)
        : (isInbound ? matureInbound : matureOutreach);
  }

  @Override
  public TallyForm<DialogueTally> form() {
    return FORM;
  }
}
