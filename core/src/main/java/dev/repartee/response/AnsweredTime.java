package dev.repartee.response;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.model.OfficeHours;

/**
 * How soon answers came, by a clock that ignores the unanswered: {@link ResponseTime#lastMessage}
 * or {@link ResponseTime#everyReply}. Use it to compare with reports that count this way.
 *
 * <pre>{@code
 * AnsweredTime.Latencies last = log.measure(ResponseTime.lastMessage());
 * last.answeredLatencies().median();   // 42 min
 * }</pre>
 */
public final class AnsweredTime implements Measure<AnsweredTime.Latencies> {
  private final ResponseTime waits;

  AnsweredTime(ResponseTime waits) {
    this.waits = waits;
  }

  /**
   * {@return a copy with another rule for what counts as an answer}
   *
   * @param rule the rule
   */
  public AnsweredTime answers(AnswerRule rule) {
    return new AnsweredTime(waits.answers(rule));
  }

  /**
   * {@return a copy that counts working time, as {@link ResponseTime#during} does}
   *
   * @param hours the office hours
   */
  public AnsweredTime during(OfficeHours hours) {
    return new AnsweredTime(waits.during(hours));
  }

  /**
   * Returns the measure of out-of-hours demand, as {@link ResponseTime#startedOutside} does.
   *
   * @param hours the office hours
   * @return a copy
   */
  public AnsweredTime startedOutside(OfficeHours hours) {
    return new AnsweredTime(waits.startedOutside(hours));
  }

  /**
   * {@return a copy that keeps every latency exactly, as {@link ResponseTime#exact} does; its
   * summaries may need much memory}
   */
  public AnsweredTime exact() {
    return new AnsweredTime(waits.exact());
  }

  /**
   * {@return a copy that treats exchanges as independent of each other, as {@link
   * ResponseTime#asIndependent} does}
   */
  public AnsweredTime asIndependent() {
    return new AnsweredTime(waits.asIndependent());
  }

  @Override
  public Plan<?, Latencies> plan() {
    return waits
        .draft()
        .opening(ResponseOutcomes.ofTheAnswered())
        .into(evidence -> new Latencies(waits, evidence));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AnsweredTime that && waits.equals(that.waits);
  }

  @Override
  public int hashCode() {
    return waits.hashCode();
  }

  @Override
  public String toString() {
    return waits.toString();
  }

  /** The latencies of answered exchanges, without rates and without a curve. */
  public static final class Latencies extends Answered<Latencies> {
    private final ResponseTime waits;

    Latencies(ResponseTime waits, Evidence<ResponseTally> evidence) {
      super(evidence, merged -> new Latencies(waits, merged));
      this.waits = waits;
    }

    /** {@return the number not answered, at least 0} The clock has no time for them. */
    public long unanswered() {
      return tally.waiting();
    }

    @Override
    public Facts facts() {
      return ResponseFacts.of(this, waits.clock());
    }

    @Override
    public String toString() {
      return ResponseText.text(waits.name(), waits.clock(), this);
    }
  }
}
