package dev.repartee.apath;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.repartee.internal.bytes.Wtf8;
import dev.repartee.internal.time.WholeMillis;
import dev.repartee.measure.EventFilter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The rules of the A-Path: the condition of each stage, the thresholds, the time zone of days, what
 * is observed, which topics are campaigns, and who followed before the log began. All measures of
 * the A-Path share these rules, so their numbers are consistent.
 *
 * <pre>{@code
 * APathRules strict = APathRules.standard().withAffinityDays(5).withCampaigns("spring sale");
 * // strict ==> AFFINITY on 5 days, campaign "spring sale"
 * log.measure(APath.with(strict));
 * APathRules own = APathRules.standard()
 *     .with(Stage.ATTRACTION, StageCondition.act(EventFilter.acts(ActKind.CLICK)));
 * }</pre>
 *
 * <p>Whatever differs from the standard is in {@link #toString}, and therefore in the text of every
 * measure that uses the rules. Immutable.
 */
public final class APathRules {
  private static final int AFFINITY_DAYS = 3;
  private static final int AFFINITY_SPAN = 14;
  private static final int ADVOCATE_DAYS = 2;
  private static final Duration LAPSED = Duration.ofDays(90);

  private final ZoneId zone;
  private final Observing observing;
  private final ImmutableMap<Stage, StageCondition> replaced;
  private final int affinityDays;
  private final int affinitySpan;
  private final int advocateDays;
  private final Duration lapsedAfter;
  private final ImmutableSortedSet<String> campaigns;
  private final ImmutableSortedSet<String> followers;

  /** The rules as walks need them, computed on first use. */
  private final Supplier<Conditions> conditions = Suppliers.memoize(() -> new Conditions(this));

  private APathRules(Draft draft) {
    this.zone = draft.zone;
    this.observing = draft.observing;
    this.replaced = ImmutableMap.copyOf(draft.replaced);
    this.affinityDays = draft.affinityDays;
    this.affinitySpan = draft.affinitySpan;
    this.advocateDays = draft.advocateDays;
    this.lapsedAfter = draft.lapsedAfter;
    this.campaigns = ImmutableSortedSet.copyOf(draft.campaigns);
    this.followers = ImmutableSortedSet.copyOf(draft.followers);
  }

  Conditions conditions() {
    return conditions.get();
  }

  /** A changeable copy of the rules. */
  private static final class Draft {
    private ZoneId zone = ZoneOffset.UTC;
    private Observing observing = Observing.nothingElse();
    private Map<Stage, StageCondition> replaced = Map.of();
    private int affinityDays = AFFINITY_DAYS;
    private int affinitySpan = AFFINITY_SPAN;
    private int advocateDays = ADVOCATE_DAYS;
    private Duration lapsedAfter = LAPSED;
    private Iterable<String> campaigns = ImmutableSortedSet.of();
    private Iterable<String> followers = ImmutableSortedSet.of();
  }

  private Draft draft() {
    Draft draft = new Draft();
    draft.zone = zone;
    draft.observing = observing;
    draft.replaced = replaced;
    draft.affinityDays = affinityDays;
    draft.affinitySpan = affinitySpan;
    draft.advocateDays = advocateDays;
    draft.lapsedAfter = lapsedAfter;
    draft.campaigns = campaigns;
    draft.followers = followers;
    return draft;
  }

  /** {@return the rules of {@link Stage}, with days in UTC} */
  public static APathRules standard() {
    return new APathRules(new Draft());
  }

  /**
   * {@return a copy with days of another time zone, which decide whether days are distinct and how
   * far apart they are}
   *
   * @param newZone the time zone of the days
   */
  public APathRules withZone(ZoneId newZone) {
    return with(draft -> draft.zone = newZone.normalized());
  }

  /**
   * {@return a copy with another condition for a stage}
   *
   * @param stage the stage
   * @param condition the condition for being at it
   */
  public APathRules with(Stage stage, StageCondition condition) {
    Map<Stage, StageCondition> all = new EnumMap<>(Stage.class);
    all.putAll(replaced);
    all.put(stage, condition);
    return with(draft -> draft.replaced = all);
  }

  /**
   * {@return a copy with another number of days for AFFINITY}
   *
   * @param days the number of distinct local days with acts of will, 3 by default; at least 1
   * @throws IllegalArgumentException if it is less than 1
   * @throws IllegalStateException if the condition of AFFINITY has been replaced
   */
  public APathRules withAffinityDays(int days) {
    checkNotReplaced(Stage.AFFINITY);
    return with(draft -> draft.affinityDays = atLeast(1, days, "days"));
  }

  /**
   * {@return a copy with another span for AFFINITY}
   *
   * @param days the number of days between the first act of will and the last, 14 by default
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if the condition of AFFINITY has been replaced
   */
  public APathRules withAffinitySpan(int days) {
    checkNotReplaced(Stage.AFFINITY);
    return with(draft -> draft.affinitySpan = atLeast(0, days, "days"));
  }

  /**
   * {@return a copy with another number of days for ADVOCATES}
   *
   * @param days the number of distinct local days on which a person must have spoken for the
   *     organization, 2 by default; at least 1
   * @throws IllegalArgumentException if it is less than 1
   * @throws IllegalStateException if the condition of ADVOCATES has been replaced
   */
  public APathRules withAdvocateDays(int days) {
    checkNotReplaced(Stage.ADVOCATES);
    return with(draft -> draft.advocateDays = atLeast(1, days, "days"));
  }

  private APathRules with(Consumer<Draft> change) {
    Draft draft = draft();
    change.accept(draft);
    return new APathRules(draft);
  }

  private void checkNotReplaced(Stage stage) {
    if (replaced.containsKey(stage)) {
      throw new IllegalStateException(
          "condition of "
              + stage
              + " ("
              + replaced.get(stage)
              + ") must not be replaced where its thresholds change; give them to the condition");
    }
  }

  private static int atLeast(int least, int value, String name) {
    checkArgument(value >= least, "%s (%s) must be at least %s", name, value, least);
    return value;
  }

  /**
   * {@return a copy with another time without an act of will or a message after which a person has
   * lapsed}
   *
   * @param time the time, 90 days by default
   * @throws IllegalArgumentException if it is not at least a millisecond
   */
  public APathRules withLapsedAfter(Duration time) {
    Duration whole = WholeMillis.atLeastOne("time", time);
    return with(draft -> draft.lapsedAfter = whole);
  }

  /**
   * {@return a copy with topics that are campaigns: speaking for the organization on them makes
   * nobody an advocate, and is counted separately} Calls add up.
   *
   * @param topics names of topics
   */
  public APathRules withCampaigns(String... topics) {
    return with(draft -> draft.campaigns = union(campaigns, topics));
  }

  /**
   * Returns a copy with people who followed before the log began. Their follow lasts until the
   * first UNFOLLOW on any channel, because its channel is not known. AUDIENCE is then observed.
   * People without a row in the log remain unknown. Calls add up.
   *
   * @param accounts their accounts, or names in the directory
   * @return a copy, whose text contains their number and a hash of their names
   */
  public APathRules alreadyFollowing(String... accounts) {
    return with(draft -> draft.followers = union(followers, accounts));
  }

  private static Iterable<String> union(ImmutableSortedSet<String> known, String... more) {
    TreeSet<String> all = new TreeSet<>(known);
    all.addAll(Arrays.asList(more));
    return all;
  }

  /**
   * {@return a copy in which some stages are observed on every channel, whatever the log shows}
   *
   * @param stages one or more
   * @throws IllegalArgumentException if no stage is given
   */
  public APathRules observing(Stage... stages) {
    checkArgument(stages.length != 0, "stages must not be empty; name at least one");
    return with(draft -> draft.observing = observing.and(stages));
  }

  /**
   * {@return a copy in which a stage is observed on a channel, whatever the log shows} Calls add
   * up.
   *
   * @param stage the stage
   * @param channel the name of the channel; the empty text means rows without a channel
   */
  public APathRules observing(Stage stage, String channel) {
    return with(draft -> draft.observing = observing.and(stage, channel));
  }

  /**
   * {@return the condition of a stage, with the thresholds of these rules}
   *
   * @param stage the stage
   */
  public StageCondition condition(Stage stage) {
    StageCondition own = replaced.get(stage);
    if (own != null) {
      return own;
    }
    return switch (stage) {
      case ATTENTION -> StageCondition.act(StageCondition.BEGINNING);
      case ATTRACTION -> StageCondition.act(EventFilter.actsOfWill());
      case AFFINITY ->
          StageCondition.onDays(EventFilter.actsOfWill(), affinityDays, affinitySpan)
              .or(StageCondition.once(EventFilter.dialogue()));
      case AUDIENCE -> StageCondition.optedIn();
      case ADVOCATES -> StageCondition.actAgain(EventFilter.speakingFor(), advocateDays);
    };
  }

  /** {@return the time without an act of will or a message after which a person has lapsed} */
  public Duration lapsedAfter() {
    return lapsedAfter;
  }

  /** {@return the time zone of the days} */
  public ZoneId zone() {
    return zone;
  }

  /** The affinity thresholds, days and span. */
  int affinityDays() {
    return affinityDays;
  }

  int affinitySpan() {
    return affinitySpan;
  }

  ImmutableSortedSet<String> campaigns() {
    return campaigns;
  }

  ImmutableSortedSet<String> followers() {
    return followers;
  }

  Observing observing() {
    return observing;
  }

  /** What differs from the standard, for the text of a plan: empty, or beginning with a comma. */
  String text() {
    StringBuilder text = new StringBuilder();
    add(text, !zone.equals(ZoneOffset.UTC), "days of " + zone.getId());
    add(text, affinityDays != AFFINITY_DAYS, "AFFINITY on " + affinityDays + " days");
    add(text, affinitySpan != AFFINITY_SPAN, "AFFINITY over " + affinitySpan + " days");
    add(text, advocateDays != ADVOCATE_DAYS, "ADVOCATES on " + advocateDays + " days");
    for (Stage stage : Stage.values()) {
      StageCondition own = replaced.get(stage);
      add(text, own != null, stage + " [" + own + "]");
    }
    add(text, !lapsedAfter.equals(LAPSED), "lapsed after " + lapsedAfter);
    add(
        text,
        !campaigns.isEmpty(),
        (campaigns.size() == 1 ? "campaign " : "campaigns ")
            + campaigns.stream().map(Observing::quoted).collect(Collectors.joining(", ")));
    add(
        text,
        !followers.isEmpty(),
        "already following " + followers.size() + " #" + Long.toHexString(followersHash()));
    return text + observing.text();
  }

  private static void add(StringBuilder text, boolean isSaid, String what) {
    text.append(isSaid ? ", " + what : "");
  }

  private long followersHash() {
    Hasher hasher = Hashing.murmur3_128().newHasher();
    for (String follower : followers) {
      byte[] bytes = Wtf8.bytes(follower);
      hasher.putInt(bytes.length).putBytes(bytes);
    }
    return hasher.hash().asLong();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof APathRules that
        && text().equals(that.text())
        && replaced.equals(that.replaced)
        && campaigns.equals(that.campaigns)
        && followers.equals(that.followers);
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    String text = text();
    return text.isEmpty() ? "standard rules of the A-Path" : text.substring(2);
  }
}
