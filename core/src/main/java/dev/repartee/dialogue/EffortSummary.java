package dev.repartee.dialogue;

import dev.repartee.internal.tally.CountTally;
import dev.repartee.internal.tally.MaturityTally;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Summary;
import dev.repartee.stats.CountDistribution;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What people had to do to be answered. It describes mature cases. {@link #includingOpen} is a view
 * of the same summary, which merges with views of the same kind and has the bytes of the whole.
 */
public final class EffortSummary extends Summary.Backed<EffortSummary> {
  private final Evidence<Groups<MaturityTally<EffortCounts>>> evidence;
  private final boolean hasOpen;

  EffortSummary(Evidence<Groups<MaturityTally<EffortCounts>>> evidence) {
    this(evidence, false);
  }

  private EffortSummary(Evidence<Groups<MaturityTally<EffortCounts>>> evidence, boolean hasOpen) {
    super(evidence, merged -> new EffortSummary(merged, hasOpen));
    this.evidence = evidence;
    this.hasOpen = hasOpen;
  }

  /** {@return the view of all cases, including open ones, which can still change} */
  public EffortSummary includingOpen() {
    return new EffortSummary(evidence, true);
  }

  private long sum(ToLongFunction<EffortCounts> count) {
    return evidence.tally().sum(tally -> count.applyAsLong(tally.seen(hasOpen)));
  }

  private static long cases(EffortCounts counts) {
    return counts.messages.count() + counts.unanswered;
  }

  /**
   * {@return the number of people who waited in a strand and were answered at least once, at least
   * 0; a person in two strands counts twice}
   */
  public long answered() {
    return sum(counts -> counts.messages.count());
  }

  /**
   * {@return the number of people who waited in a strand and were never answered, at least 0} No
   * distribution includes them.
   */
  public long unanswered() {
    return sum(t -> t.unanswered);
  }

  /** {@return the share of cases with an answer} */
  public Proportion answeredShare() {
    return evidence
        .tally()
        .share(tally -> tally.seen(hasOpen).messages.count(), tally -> cases(tally.seen(hasOpen)));
  }

  /**
   * {@return the number of cases that are younger than the horizon and can still change, at least
   * 0, whether or not the view includes them}
   */
  public long open() {
    return evidence.tally().sum(tally -> cases(tally.of(true)));
  }

  /**
   * {@return the number of cases left out because the directory has no organization whose members
   * could answer; 0 if there is an organization, or if anybody else may answer}
   */
  public long unanswerable() {
    return sum(t -> t.unanswerable);
  }

  /**
   * {@return the distribution of the number of messages people wrote until their last answer, from
   * 1; {@code exactly(1)} is the share for whom one message was enough}
   */
  public CountDistribution messages() {
    return distribution(t -> t.messages);
  }

  /**
   * {@return the distribution of the number of hand-offs from one answerer to another until the
   * last answer, from 0}
   */
  public CountDistribution handOffs() {
    return distribution(t -> t.handOffs);
  }

  /**
   * {@return the distribution of the number of hand-offs between departments until the last answer,
   * from 0, at most that of all hand-offs}
   */
  public CountDistribution departmentHandOffs() {
    return distribution(t -> t.departmentHandOffs);
  }

  private CountDistribution distribution(Function<EffortCounts, CountTally> what) {
    return CountTally.distribution(evidence.tally(), tally -> what.apply(tally.seen(hasOpen)));
  }

  @Override
  public EffortSummary merge(EffortSummary other) {
    if (hasOpen != other.hasOpen) {
      throw new IllegalArgumentException(
          "cannot merge, view differs: one includes open cases, the other does not; merge first,"
              + " then take the view");
    }
    return super.merge(other);
  }

  @Override
  public Facts facts() {
    CountDistribution messages = messages();
    CountDistribution handOffs = handOffs();
    CountDistribution between = departmentHandOffs();
    return Facts.of(origin(), hasOpen ? "cases" : "mature cases")
        .count("answered", answered())
        .number("messages_mean", messages.mean())
        .share("one_message_enough", messages.exactly(1))
        .number("hand_offs_mean", handOffs.mean())
        .inDetail()
        .count("unanswered", unanswered())
        .share("answered_share", answeredShare())
        .count("open", open())
        .count("unanswerable", unanswerable())
        .number("messages_median", messages.median())
        .count("messages_max", messages.max())
        .number("hand_offs_median", handOffs.median())
        .count("hand_offs_max", handOffs.max())
        .share("no_hand_off", handOffs.exactly(0))
        .number("department_hand_offs_mean", between.mean())
        .number("department_hand_offs_median", between.median())
        .count("department_hand_offs_max", between.max())
        .share("no_department_hand_off", between.exactly(0))
        .build();
  }

  private String headline() {
    if (answered() == 0) {
      return unanswered() == 0 ? "effort: no data" : "effort: nobody was answered";
    }
    return "effort: "
        + NumberText.decimal((double) messages().sum() / answered())
        + " messages, "
        + NumberText.decimal((double) handOffs().sum() / answered())
        + " hand-offs, "
        + NumberText.count(answered())
        + " answered";
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(origin().under(headline()));
    if (answered() > 0) {
      text.append("\nmessages until the last answer: ").append(messages());
      text.append("\none message was enough ").append(messages().exactly(1));
      text.append("\nno hand-off ").append(handOffs().exactly(0));
      text.append("\nno hand-off between departments ").append(departmentHandOffs().exactly(0));
    }
    text.append("\nunanswered ").append(NumberText.count(unanswered()));
    text.append(open() > 0 ? ", open " + NumberText.count(open()) : "");
    return text.append("\n").append(origin()).toString();
  }
}
