package dev.repartee.funnel;

import com.google.common.collect.ImmutableSortedSet;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Summary;
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
public final class FunnelWitnesses implements Summary<FunnelWitnesses> {
  private static final int SHOWN = 5;
  private static final int LINE = 150;

  private final ImmutableSortedSet<String> names;
  private final Evidence<WitnessTally> evidence;

  FunnelWitnesses(ImmutableSortedSet<String> names, Evidence<WitnessTally> evidence) {
    this.names = names;
    this.evidence = evidence;
  }

  /**
   * Returns the story of a person.
   *
   * @param person the name that was asked for
   * @return the story; empty where it was not asked for
   */
  public Optional<FunnelStory> of(String person) {
    return stories().stream().filter(story -> story.person().equals(person)).findFirst();
  }

  /**
   * Returns the stories of all who were asked for. Of whom no first step is known, in this window
   * and with these keys, is said to have never begun.
   *
   * @return in the order of the names
   */
  public List<FunnelStory> stories() {
    return names.stream().map(evidence.tally()::story).toList();
  }

  @Override
  public Origin origin() {
    return evidence.origin();
  }

  @Override
  public FunnelWitnesses merge(FunnelWitnesses other) {
    return new FunnelWitnesses(names, evidence.merge(other.evidence));
  }

  @Override
  public byte[] toBytes() {
    return evidence.toBytes();
  }

  @Override
  public String toString() {
    List<FunnelStory> stories = stories();
    StringBuilder text = new StringBuilder("funnel: ").append(stories.size());
    text.append(stories.size() == 1 ? " person explained" : " people explained");
    for (FunnelStory story : stories.subList(0, Math.min(SHOWN, stories.size()))) {
      String line =
          story.person()
              + ": "
              + story.stop().words()
              + story.deepest().map(step -> ", last " + step).orElse("");
      text.append('\n').append(line.length() <= LINE ? line : line.substring(0, LINE - 1) + "…");
    }
    int more = stories.size() - SHOWN;
    return text.append(more > 0 ? "\n" + more + " more: stories() has all" : "").toString();
  }
}
