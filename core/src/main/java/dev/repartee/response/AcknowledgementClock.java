package dev.repartee.response;

import dev.repartee.internal.exchange.ActAnswers;
import dev.repartee.measure.Slice;
import dev.repartee.model.ActKind;
import dev.repartee.response.ResponseSummary.Exclusion;
import org.jspecify.annotations.Nullable;

/** From every share, mention and recommendation of the audience to the first reply to it. */
final class AcknowledgementClock {
  private final ResponseSweep base;
  private final Slice slice;
  private final ActAnswers answers;

  AcknowledgementClock(ResponseSweep base) {
    this.base = base;
    this.slice = base.slice;
    this.answers = ActAnswers.of(slice, base.rule);
  }

  void sweep() {
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int position = slice.from(unit); position < slice.to(unit); position++) {
        act(slice.row(position));
      }
    }
  }

  private void act(int row) {
    if (!speaksOfSomebody(slice.act(row))
        || slice.isMember(row)
        || slice.isBot(row)
        || slice.isAutomatic(row)) {
      return;
    }
    if (base.isOfAudience(row)) {
      base.start(row, answers.first(row), true);
    } else {
      base.exclude(row, Exclusion.UNADDRESSED);
    }
  }

  private static boolean speaksOfSomebody(@Nullable ActKind kind) {
    return kind == ActKind.SHARE || kind == ActKind.MENTION || kind == ActKind.RECOMMEND;
  }
}
