package dev.repartee.breadth;

import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Replicated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** On how many channels each organization engages, and how deeply. */
public final class BreadthSummary implements Summary<BreadthSummary> {
  private final Breakdown<DialogueSummary> parts;
  private final Map<String, List<DialogueSummary>> engaged;

  BreadthSummary(Breakdown<DialogueSummary> parts) {
    this.parts = parts;
    this.engaged = new TreeMap<>();
    parts
        .parts()
        .forEach(
            (key, dialogue) -> {
              if (!key.get(0).equals(Dimension.NONE)) {
                List<DialogueSummary> channels =
                    engaged.computeIfAbsent(key.get(0), name -> new ArrayList<>());
                if (dialogue.includingOpen().organizationMessages() > 0) {
                  channels.add(dialogue);
                }
              }
            });
  }

  /**
   * Returns the organizations beside each other, with the usual cut and average.
   *
   * @return the quadrants
   */
  public Quadrants quadrants() {
    return Quadrants.of(
        engaged.keySet().stream()
            .map(name -> new BrandBreadth(name, channels(name), depth(name).value()))
            .toList());
  }

  /**
   * Returns the number of channels in which an organization engages.
   *
   * @param organization its name
   * @return at least 0
   * @throws IllegalArgumentException if nothing concerns such an organization
   */
  public long channels(String organization) {
    return dialogues(organization).size();
  }

  /**
   * Returns the number of such channels of which no depth is known, because no mature strand there
   * has a message of the audience.
   *
   * @param organization its name
   * @return at most {@link #channels}
   * @throws IllegalArgumentException if nothing concerns such an organization
   */
  public long channelsWithoutDepth(String organization) {
    return dialogues(organization).stream().filter(d -> d.twoWay().isEmpty()).count();
  }

  /**
   * Returns the depth of an organization: the sum of the two-way dialogue ratios of its channels.
   *
   * @param organization its name
   * @return the sum with its replicates; undefined where no channel has a depth
   * @throws IllegalArgumentException if nothing concerns such an organization
   */
  public Replicated depth(String organization) {
    List<Replicated> ratios =
        dialogues(organization).stream()
            .filter(dialogue -> !dialogue.twoWay().isEmpty())
            .map(DialogueSummary::twoWayReplicated)
            .toList();
    return ratios.isEmpty()
        ? Replicated.undefined()
        : Replicated.combine(
            ratios, // without a group, a channel may have nobody left, and no depth
            numbers -> Arrays.stream(numbers).filter(ratio -> !Double.isNaN(ratio)).sum());
  }

  private List<DialogueSummary> dialogues(String organization) {
    List<DialogueSummary> channels = engaged.get(organization);
    if (channels == null) {
      throw new IllegalArgumentException(
          "organization (" + organization + ") must be one of " + engaged.keySet());
    }
    return channels;
  }

  @Override
  public Origin origin() {
    return parts.origin();
  }

  @Override
  public BreadthSummary merge(BreadthSummary other) {
    return new BreadthSummary(parts.merge(other.parts));
  }

  @Override
  public byte[] toBytes() {
    return parts.toBytes();
  }

  @Override
  public String toString() {
    return quadrants().toString();
  }
}
