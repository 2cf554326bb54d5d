package dev.repartee.response;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Summary;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.stats.LatencyDistribution;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** What every clock reports: how many were answered, how soon, and what is excluded. */
abstract class Answered<S extends Answered<S>> extends Summary.Backed<S> {
  final ResponseTally tally;

  Answered(Evidence<ResponseTally> evidence, Function<Evidence<ResponseTally>, S> maker) {
    super(evidence, maker);
    this.tally = evidence.tally();
  }

  /** {@return the number answered so far, at least 0} */
  public long answered() {
    return tally.answered();
  }

  /**
   * {@return the number answered by a message that itself says who it answers, because it replies
   * to the person or names the person; at most {@link #answered}} For first responses, it replies
   * to the opening message.
   */
  public long answeredDirectly() {
    return tally.direct;
  }

  /**
   * {@return the number answered by a message whose addressee is inferred from the order of the
   * conversation: {@link #answered} minus {@link #answeredDirectly}} For first responses, it does
   * not reply to the opening message.
   */
  public long answeredByInference() {
    return answered() - answeredDirectly();
  }

  /**
   * Returns how many of the answered and the waiting began with a reply to another person of the
   * audience. In a community of helpers these ask nothing of the organization; {@code
   * AnswerRule.repliesToAudience(DO_NOT_WAIT)} leaves them out.
   *
   * @return at least 0
   */
  public long repliesToAudience() {
    return tally.repliesToAudience;
  }

  /**
   * {@return the number excluded for a reason, at least 0}
   *
   * @param reason the reason
   */
  public long excluded(Exclusion reason) {
    return tally.excluded(reason);
  }

  /** {@return the numbers excluded by reason, an immutable map with every reason} */
  public Map<Exclusion, Long> excluded() {
    Map<Exclusion, Long> counts = new EnumMap<>(Exclusion.class);
    for (Exclusion reason : Exclusion.values()) {
      counts.put(reason, excluded(reason));
    }
    return Collections.unmodifiableMap(counts);
  }

  /** {@return the distribution of the latencies <em>of the answered only</em>, in milliseconds} */
  public LatencyDistribution answeredLatencies() {
    return tally.latencies();
  }
}
