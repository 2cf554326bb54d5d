package dev.repartee.breadth;

import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Replicated;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
            part -> {
              List<String> key = part.key();
              DialogueSummary dialogue = part.summary();
              if (!key.get(0).equals(Dimension.NONE)) {
                List<DialogueSummary> channels =
                    engaged.computeIfAbsent(key.get(0), name -> new ArrayList<>());
                if (dialogue.includingOpen().organizationMessages() > 0) {
                  channels.add(dialogue);
                }
              }
            });
  }

  /** {@return the quadrants of the organizations, with the default cut and average} */
  public Quadrants quadrants() {
    return quadrants(depths());
  }

  private Quadrants quadrants(Map<String, Replicated> depths) {
    List<BrandBreadth> brands = new ArrayList<>();
    depths.forEach(
        (name, depth) -> brands.add(new BrandBreadth(name, channels(name), depth.value())));
    return Quadrants.of(brands);
  }

  private Map<String, Replicated> depths() {
    Map<String, Replicated> depths = new TreeMap<>();
    engaged.keySet().forEach(name -> depths.put(name, depth(name)));
    return depths;
  }

  /**
   * {@return the number of channels in which an organization engages, at least 0}
   *
   * @param organization its name
   * @throws IllegalArgumentException if nothing concerns such an organization
   */
  public long channels(String organization) {
    return dialogues(organization).size();
  }

  /**
   * {@return the number of these channels without a depth, because no mature strand there has an
   * audience message; at most {@link #channels}}
   *
   * @param organization its name
   * @throws IllegalArgumentException if nothing concerns such an organization
   */
  public long channelsWithoutDepth(String organization) {
    return dialogues(organization).stream().filter(d -> d.twoWay().isEmpty()).count();
  }

  /**
   * Returns the depth of an organization: the sum of the two-way dialogue ratios of its channels.
   *
   * @param organization its name
   * @return the sum with its replicates; undefined if no channel has a depth
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
  public Facts facts() {
    Map<String, Replicated> depths = depths();
    return BreadthFacts.of(this, depths, quadrants(depths));
  }

  @Override
  public String toString() {
    return origin().under(quadrants().toString());
  }

  /**
   * How broadly and deeply an organization engages.
   *
   * @param name the organization
   * @param channels the number of channels
   * @param depth the sum of the depths of these channels
   */
  public record BrandBreadth(String name, long channels, double depth) {
    /**
     * Checks the numbers.
     *
     * @param name the organization
     * @param channels the number of channels
     * @param depth the sum of the depths of these channels; NaN if none is known
     * @throws IllegalArgumentException if channels or depth are negative, or the depth is infinite
     */
    public BrandBreadth {
      if (!(channels >= 0)) {
        throw new IllegalArgumentException("channels (" + channels + ") must not be negative");
      }
      if (!((depth >= 0 && depth < Double.POSITIVE_INFINITY) || Double.isNaN(depth))) {
        throw new IllegalArgumentException(
            "depth (" + depth + ") must be at least 0 and finite, or NaN where it is not known");
      }
    }

    /**
     * {@return the mean depth of a channel, which gives no credit for being on many channels; NaN
     * without channels}
     */
    public double depthPerChannel() {
      return channels == 0 ? Double.NaN : depth / channels;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%s: %,d channels, depth %s", name, channels, NumberText.decimal(depth));
    }
  }
}
