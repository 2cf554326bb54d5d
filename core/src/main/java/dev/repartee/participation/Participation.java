package dev.repartee.participation;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import dev.repartee.model.Directory;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Whether the whole organization takes part: which departments and members speak and how evenly,
 * whether they work together, whether topics are answered by their owners, and what would remain
 * without a department.
 *
 * <pre>{@code
 * ParticipationSummary p = log.measure(Participation.of(log.directory()));
 * p.organization("Acme").activeMembers();
 * log.measure(Participation.of(log.directory()).outside("Marketing", "PR").withZone(zone));
 * }</pre>
 *
 * <p>It needs the directory, because silent members are in no log. The anchor of a member's message
 * is the message itself, of a turn its first message, and of facts about a strand (joint work and
 * hand-offs) the first message of the strand. A strand of more than 64 members is counted
 * separately and makes no ties.
 *
 * <p>The state takes about 30 bytes for each replicate group and member who wrote, for each pair
 * with a tie, and for each member and month. The time is linear in the number of messages, plus the
 * number of pairs of members in each strand.
 *
 * <p>Guide: {@code core/docs/guide/metrics/participation.md}.
 */
public final class Participation implements Measure<ParticipationSummary> {
  private static final List<String> USUAL = List.of("Marketing", "HR");

  private final Roster roster;
  private final ZoneId zone;
  private final List<String> usual;
  private final AnswerRule rule;

  private Participation(Roster roster, ZoneId zone, List<String> usual, AnswerRule rule) {
    this.roster = roster;
    this.zone = Objects.requireNonNull(zone, "zone");
    this.usual = usual;
    this.rule = rule;
  }

  /**
   * {@return the measure, with months in UTC, and Marketing and HR as the departments expected to
   * speak}
   *
   * @param directory that of the log, {@code log.directory()}; a log with a different one is
   *     refused
   */
  public static Participation of(Directory directory) {
    return new Participation(new Roster(directory), ZoneOffset.UTC, USUAL, AnswerRule.standard());
  }

  /**
   * {@return a copy with months of another time zone, for who keeps writing from month to month}
   *
   * @param newZone the time zone of the months
   */
  public Participation withZone(ZoneId newZone) {
    return new Participation(roster, newZone, usual, rule);
  }

  /**
   * {@return a copy with other departments expected to speak}
   *
   * @param departments their names
   */
  public Participation outside(String... departments) {
    return new Participation(
        roster, zone, Arrays.stream(departments).sorted().distinct().toList(), rule);
  }

  /**
   * {@return a copy with another rule for what counts as an answer}
   *
   * @param newRule the rule
   * @throws IllegalArgumentException if the rule lets anybody else or bots answer
   */
  public Participation answers(AnswerRule newRule) {
    if (newRule.isByAnybodyElse() || newRule.isCountingBots()) {
      throw new IllegalArgumentException(
          "rule ("
              + newRule
              + ") must be one by which people of the organization answer: departments are made of"
              + " them; begin with AnswerRule.standard() and leave countingBots() out");
    }
    return new Participation(roster, zone, usual, newRule);
  }

  @Override
  public Plan<?, ParticipationSummary> plan() {
    return Plan.of(
            toString(),
            Unit.CONVERSATION,
            () -> new ParticipationTally(roster),
            (slice, split) -> new ParticipationSweep(slice, split, roster, zone, rule).run())
        .withDirectory(roster.directory)
        .into(evidence -> new ParticipationSummary(roster, zone, usual, evidence));
  }

  @Override
  public String toString() {
    return "participation, months in "
        + zone.getId()
        + ", outside "
        + String.join(" and ", usual)
        + ", directory "
        + roster.hash()
        + rule.suffix();
  }
}
