package dev.repartee.funnel;

import com.google.common.collect.ImmutableSortedSet;
import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people did in a funnel, and why they came no further.
 *
 * <pre>{@code
 * Funnel funnel = Funnel.builder()
 *     .step("wrote", EventFilter.messages())
 *     .step("followed", ActKind.FOLLOW)
 *     .step("recommended", ActKind.RECOMMEND)
 *     .within(Duration.ofDays(30))
 *     .build();
 * log.measure(funnel.explaining("carl")).of("carl");
 * // ==> carl: did not do the next step in time
 * }</pre>
 */
public final class FunnelWitnesses extends Summary.Backed<FunnelWitnesses> {
  private static final int SHOWN = 5;
  private static final int LINE = 150;

  private final ImmutableSortedSet<String> names;
  private final Evidence<WitnessTally> evidence;

  FunnelWitnesses(ImmutableSortedSet<String> names, Evidence<WitnessTally> evidence) {
    super(evidence, merged -> new FunnelWitnesses(names, merged));
    this.names = names;
    this.evidence = evidence;
  }

  /**
   * {@return the story of a person; empty if it was not requested}
   *
   * @param person the name that was requested
   */
  public Optional<Story> of(String person) {
    return stories().stream().filter(story -> story.person().equals(person)).findFirst();
  }

  /**
   * {@return the stories of all requested people, in the order of the names} A person without a
   * first step in this window and with these keys is reported as having never begun.
   */
  public List<Story> stories() {
    return names.stream().map(evidence.tally()::story).toList();
  }

  @Override
  public Facts facts() {
    List<Story> stories = stories();
    Facts.Builder facts = Facts.of(origin()).count("people_explained", stories.size());
    for (StopReason reason : StopReason.values()) {
      facts.count("people", reason, stories.stream().filter(s -> s.stop() == reason).count());
      facts.inDetail();
    }
    for (Story story : stories) {
      Facts.Builder one =
          facts
              .about("person", story.person())
              .word("stop", story.stop().name())
              .count("steps_done", story.witnesses().size());
      story.deepest().ifPresent(step -> one.word("last_step", step));
      story
          .witnesses()
          .forEach(did -> one.about("step", did.step()).word("done_at", did.at().toString()));
      story.stoppedBy().ifPresent(by -> one.word("stopped_by", by.toString()));
    }
    return facts.build();
  }

  @Override
  public String toString() {
    List<Story> stories = stories();
    StringBuilder text = new StringBuilder("funnel: ").append(stories.size());
    text.append(stories.size() == 1 ? " person explained" : " people explained");
    for (Story story : stories.subList(0, Math.min(SHOWN, stories.size()))) {
      String line =
          story.person()
              + ": "
              + story.stop().words()
              + story.deepest().map(step -> ", last " + step).orElse("");
      text.append('\n').append(Brief.cut(line, LINE));
    }
    int more = stories.size() - SHOWN;
    return text.append(more > 0 ? "\n" + more + " more: stories() has all" : "").toString();
  }

  /** Why a person came no further in a funnel. */
  public enum StopReason {
    /** Came through; there is no further step. */
    COMPLETED("came through"),
    /** Never completed the first step. */
    NEVER_BEGAN("never did the first step"),
    /** Can still come further, because a chain is open when the log ends. */
    STILL_IN_TIME("still in time"),
    /** Did not complete the next step in time. */
    OUT_OF_TIME("did not do the next step in time"),
    /** Did something else in between, which strict order does not allow. */
    OUT_OF_ORDER("did something else between"),
    /** Did something that is excluded. */
    EXCLUDED("did what is excluded"),
    /** Repeated a step in a funnel without repeats. */
    REPEATED("did a step again");

    private final String words;

    StopReason(String words) {
      this.words = words;
    }

    /** Readable text. */
    String words() {
      return words;
    }
  }

  /**
   * What one person did in a funnel, and why the person came no further.
   *
   * @param person the name of the person
   * @param witnesses the events of the deepest chain, one for each completed step; among several
   *     such chains, the one that got that deep first, from the latest first step
   * @param stop why it ended there
   * @param stoppedBy the event that ended it; empty if only time did
   */
  public record Story(
      String person, List<Witness> witnesses, StopReason stop, Optional<Witness> stoppedBy) {
    /**
     * Makes the list immutable.
     *
     * @param person the name of the person
     * @param witnesses the events of the deepest chain
     * @param stop why it ended there
     * @param stoppedBy the event that ended it
     */
    public Story {
      witnesses = List.copyOf(witnesses);
    }

    /**
     * An event that mattered.
     *
     * @param step the name of the step it completed; for an event that ended a chain, the name of
     *     the exclusion or the empty text
     * @param id its id, or the empty text for an act without one
     * @param at when it took effect
     */
    public record Witness(String step, String id, Instant at) {
      @Override
      public String toString() {
        return step + (step.isEmpty() ? "" : " ") + at + (id.isEmpty() ? "" : " (" + id + ")");
      }
    }

    /** {@return the name of the last step reached, or empty if the person never began} */
    public Optional<String> deepest() {
      return witnesses.isEmpty()
          ? Optional.empty()
          : Optional.of(witnesses.get(witnesses.size() - 1).step());
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(person).append(": ").append(stop.words());
      witnesses.forEach(witness -> text.append('\n').append(witness));
      stoppedBy.ifPresent(witness -> text.append("\nstopped by ").append(witness));
      return text.toString();
    }
  }
}
