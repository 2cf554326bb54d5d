package dev.repartee.dialogue;

import com.google.common.collect.ImmutableMap;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Unit;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Shares of several organizations in two ways: pooled, where each strand counts once and the
 * largest organization dominates, and as the plain mean, where each organization counts once.
 *
 * <p>If the two are far apart, the pooled share mainly describes the largest organizations. The
 * mean leaves out organizations for which the share is undefined, and is undefined if none is left.
 * For its error, a replicate group is left out of all organizations at once, because a person may
 * speak with several.
 *
 * <pre>{@code
 * OrganizationMeans means =
 *     OrganizationMeans.of(log.measure(Dialogue.standard().by(Dimension.ORGANIZATION)));
 * means.mean(DialogueSummary::twoWay);
 * means.pooled(DialogueSummary::twoWay);
 * }</pre>
 *
 * <p>Immutable.
 *
 * <p>Guide: {@code core/docs/guide/metrics/two-way.md}.
 */
public final class OrganizationMeans {
  private static final String ENDING = " by organization";

  private static final ImmutableMap<String, Function<DialogueSummary, Proportion>> SHARES =
      ImmutableMap.<String, Function<DialogueSummary, Proportion>>builder()
          .put("two_way", DialogueSummary::twoWay)
          .put("two_way_of_all", DialogueSummary::twoWayOfAll)
          .put("returned", DialogueSummary::returned)
          .put("opener_returned", DialogueSummary::openerReturned)
          .put("messages_to_audience", DialogueSummary::messagesToAudience)
          .put("last_word_of_audience", DialogueSummary::lastWordOfAudience)
          .build();

  private final List<DialogueSummary> organizations;
  private final DialogueSummary pooled;
  private final Groups<OrganizationTallies> groups;

  private OrganizationMeans(List<DialogueSummary> organizations, DialogueSummary pooled) {
    this.organizations = organizations;
    this.pooled = pooled;
    int count = organizations.size();
    this.groups = new Groups<>(Unit.CONVERSATION, () -> new OrganizationTallies(count));
    for (int i = 0; i < count; i++) {
      int organization = i;
      organizations.get(i).groups().addTo(groups, (tally, all) -> all.of(organization).add(tally));
    }
  }

  /**
   * {@return the means over the parts of a breakdown by organization} They cover mature strands;
   * {@link #seenAs} changes that.
   *
   * @param byOrganization a breakdown of a dialogue by {@link
   *     dev.repartee.measure.Dimension#ORGANIZATION}
   * @throws IllegalArgumentException if the breakdown is by something else
   */
  public static OrganizationMeans of(Breakdown<DialogueSummary> byOrganization) {
    String measure = byOrganization.origin().measure();
    if (!measure.endsWith(ENDING)) {
      throw new IllegalArgumentException(
          "byOrganization ("
              + measure
              + ") must be a breakdown by organization alone; measure by(Dimension.ORGANIZATION)");
    }
    return new OrganizationMeans(
        byOrganization.parts().stream().map(Breakdown.Part::summary).toList(),
        byOrganization.total());
  }

  /**
   * {@return a copy for another view of the strands}
   *
   * @param view such as {@code DialogueSummary::includingOpen} or {@code DialogueSummary::inbound}
   */
  public OrganizationMeans seenAs(Function<DialogueSummary, DialogueSummary> view) {
    return new OrganizationMeans(organizations.stream().map(view).toList(), view.apply(pooled));
  }

  /**
   * {@return a share of all strands together}
   *
   * @param share the share, such as {@code DialogueSummary::twoWay}
   */
  public Proportion pooled(Function<DialogueSummary, Proportion> share) {
    return share.apply(pooled);
  }

  /**
   * Returns the unweighted mean of a share over the organizations for which it is defined.
   *
   * @param share the share, such as {@code DialogueSummary::twoWay}
   * @return the mean; undefined if the share is undefined for all. It adds up the tallies of all
   *     organizations about two hundred times
   */
  public Estimate mean(Function<DialogueSummary, Proportion> share) {
    return groups.estimate(tallies -> mean(share, tallies));
  }

  private double mean(Function<DialogueSummary, Proportion> share, OrganizationTallies tallies) {
    double sum = 0;
    int defined = 0;
    for (int i = 0; i < organizations.size(); i++) {
      Proportion one =
          Objects.requireNonNull(share.apply(organizations.get(i).of(tallies.of(i))), "share");
      if (!one.isEmpty()) {
        sum += one.value();
        defined++;
      }
    }
    return defined == 0 ? Double.NaN : sum / defined;
  }

  /**
   * Returns the number of organizations for which a share is defined.
   *
   * @param share the share, such as {@code DialogueSummary::twoWay}
   * @return at most the number of organizations in the breakdown
   */
  public long counted(Function<DialogueSummary, Proportion> share) {
    return organizations.stream().filter(one -> !share.apply(one).isEmpty()).count();
  }

  /**
   * {@return the most used shares in both ways, as rows: for each, the mean, the pooled share, and
   * the number of organizations for which it is defined}
   */
  public Facts facts() {
    Facts.Builder facts = Facts.of(pooled.origin(), pooled.view().toString());
    SHARES.forEach(
        (name, share) ->
            facts
                .count(name + "_organizations", counted(share))
                .share(name + "_mean", mean(share))
                .share(name + "_pooled", pooled(share)));
    return facts.build();
  }

  /** {@return the same as a readable table, a line for each share} */
  public String table() {
    TextTable table = TextTable.of(pooled.view().toString(), "organizations", "mean", "pooled");
    SHARES.forEach(
        (name, share) ->
            table.row(name.replace('_', ' '), counted(share), mean(share), pooled(share)));
    return table.toString();
  }

  @Override
  public String toString() {
    return "two-way of "
        + NumberText.count(counted(DialogueSummary::twoWay))
        + " organizations: mean "
        + NumberText.share(mean(DialogueSummary::twoWay).value())
        + "\nmean "
        + mean(DialogueSummary::twoWay)
        + ", pooled "
        + pooled(DialogueSummary::twoWay);
  }
}
