package dev.repartee.funnel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one person did in a funnel, and why the person came no further.
 *
 * @param person the name of the person
 * @param witnesses the events of the deepest chain, one for each step it did; of several such
 *     chains the one that was first so deep, from the latest first step
 * @param stop why it ended there
 * @param stoppedBy the event that ended it; empty where nothing did but time
 */
public record FunnelStory(
    String person, List<Witness> witnesses, StopReason stop, Optional<Witness> stoppedBy) {
  /**
   * Makes the list immutable.
   *
   * @param person the name of the person
   * @param witnesses the events of the deepest chain
   * @param stop why it ended there
   * @param stoppedBy the event that ended it
   */
  public FunnelStory {
    witnesses = List.copyOf(witnesses);
  }

  /**
   * An event that mattered.
   *
   * @param step the name of the step it did; of what ended a chain, the name of the exclusion or
   *     the empty text
   * @param id its id, the empty text for an act without one
   * @param at when it took effect
   */
  public record Witness(String step, String id, Instant at) {
    @Override
    public String toString() {
      return step + (step.isEmpty() ? "" : " ") + at + (id.isEmpty() ? "" : " (" + id + ")");
    }
  }

  /**
   * Returns the last step that was reached.
   *
   * @return its name, or empty where the person never began
   */
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
