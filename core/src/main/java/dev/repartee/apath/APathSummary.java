package dev.repartee.apath;

import com.google.common.collect.ImmutableSortedMap;
import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far people came on the A-Path, how many and how fast.
 *
 * <pre>{@code
 * APathSummary path = log.measure(APath.standard());
 * // path ==> a-path: 812 people, 401 attracted, 12 advocates
 * path.stage(Stage.AUDIENCE).isObserved();                  // false: the log holds no follows
 * path.stage(Stage.ADVOCATES).from();                       // Optional[AFFINITY]
 * path.timeTo(Stage.ATTRACTION).median();                   // 3 d 4 h [2 d, 5 d 1 h]
 * }</pre>
 *
 * <p>The clock of a transition restarts at each stage, and only for people who came that far, so
 * shares and medians of transitions must not be multiplied or added. {@link
 * StageResult#timeFromEntry} covers the whole way.
 */
public final class APathSummary extends Summary.Backed<APathSummary> {

  private final Conditions conditions;
  private final ImmutableSortedMap<String, Long> impressions;
  private final Evidence<PathTally> evidence;

  APathSummary(
      Conditions conditions,
      ImmutableSortedMap<String, Long> impressions,
      Evidence<PathTally> evidence) {
    super(evidence, merged -> new APathSummary(conditions, impressions, merged));
    this.conditions = conditions;
    this.impressions = impressions;
    this.evidence = evidence;
  }

  /**
   * {@return the number of people who have entered the path, at least 0} If the log contains
   * several organizations, a person counts once for each organization that the person deals with.
   */
  public long persons() {
    return evidence.tally().count();
  }

  /**
   * Returns the result of a stage.
   *
   * @param stage the stage
   * @return the result; the stage may be not observed
   */
  public StageResult stage(Stage stage) {
    return new StageResult(
        stage,
        before(stage),
        observedOn(stage),
        conditions.isObserved(stage, evidence.seenKinds()),
        conditions,
        conditions.variant(evidence.seenKinds()),
        evidence.tally());
  }

  /**
   * {@return the number of people who have reached a stage, at least 0}
   *
   * @param stage the stage
   * @throws IllegalStateException if the stage is not observed
   */
  public long count(Stage stage) {
    return stage(stage).count();
  }

  /** The last observed stage before a stage. */
  private Optional<Stage> before(Stage stage) {
    return Arrays.stream(Stage.values())
        .filter(s -> s.compareTo(stage) < 0 && conditions.isObserved(s, evidence.seenKinds()))
        .reduce((a, b) -> b);
  }

  /** {@return the results of the five stages in the order of the path} */
  public List<StageResult> stages() {
    return Arrays.stream(Stage.values()).map(this::stage).toList();
  }

  /**
   * Returns the channels on which a stage is observed, because the log contains a kind of row that
   * can prove it, or because the caller says so. These are channels of the whole log, even in a
   * part of a breakdown.
   *
   * @param stage the stage
   * @return their names, sorted; the empty text means rows without a channel
   */
  public Set<String> observedOn(Stage stage) {
    return conditions.observedOn(stage, evidence.seenKinds());
  }

  /**
   * Returns the Kaplan–Meier curve by the time to a stage from the last observed stage before it.
   *
   * @param stage the stage
   * @return the curve of not being there yet
   * @throws IllegalStateException if the stage is not observed or is the first
   * @see StageResult#timeTo
   */
  public SurvivalCurve timeTo(Stage stage) {
    return stage(stage).timeTo();
  }

  /**
   * {@return the probability to reach a stage within a time after the last observed stage before
   * it, allowing for people who are still on the way}
   *
   * @param stage the stage
   * @param limit the time, inclusive
   * @throws IllegalStateException if the stage is not observed or is the first
   * @see StageResult#within
   */
  public Estimate within(Stage stage, Duration limit) {
    return stage(stage).within(limit);
  }

  /**
   * {@return the number of rows that belong to no path because they concern no organization, at
   * least 0; always 0 if the directory has no organization}
   */
  public long unaddressed() {
    return evidence.tally().apart(PathWalk.Apart.UNADDRESSED);
  }

  /**
   * {@return the number of rows that belong to no path because they have no author, at least 0;
   * {@link #unaddressed} does not include them}
   */
  public long anonymous() {
    return evidence.tally().apart(PathWalk.Apart.ANONYMOUS);
  }

  /**
   * {@return the number of rows that belong to no path because they are automatic, such as
   * auto-replies, at least 0; {@link #anonymous} and {@link #unaddressed} do not include them}
   */
  public long automatic() {
    return evidence.tally().apart(PathWalk.Apart.AUTOMATIC);
  }

  /**
   * {@return the number of persons who did something, but nothing that begins a path, while they
   * were watched; by the standard conditions, those who only unfollowed or unsubscribed; at least
   * 0; {@link #persons} does not include them}
   */
  public long notBegun() {
    return evidence.tally().notBegun;
  }

  /**
   * Returns how many people are not advocates, but would be if speaking on campaign topics counted.
   *
   * @return at least 0; 0 without {@link APathRules#withCampaigns}
   * @throws IllegalStateException if ADVOCATES is not observed
   */
  public long advocatesOnCampaigns() {
    stage(Stage.ADVOCATES).count();
    return evidence.tally().onCampaignsOnly(conditions.variant(evidence.seenKinds()));
  }

  /**
   * {@return the counts that the caller gave with {@link APath#withImpressions}, by channel} They
   * enter no rate, because nobody knows how many people are behind them.
   */
  public SortedMap<String, Long> impressions() {
    return impressions;
  }

  /**
   * {@return the names of the organizations whose paths are pooled here, sorted; none if the
   * directory has no organization}
   */
  public List<String> organizations() {
    return evidence.tally().organizations();
  }

  @Override
  public Facts facts() {
    Facts.Builder facts = Facts.of(origin()).count("people", persons());
    List<StageFacts> stages =
        stages().stream().map(result -> new StageFacts(facts, result)).toList();
    stages.forEach(StageFacts::leading);
    facts.inDetail();
    stages.forEach(StageFacts::rest);
    FactsIf.observed(facts, new Observed(conditions, evidence.seenKinds()).lacking(Stage.ADVOCATES))
        .count("advocates_on_campaigns_only", this::advocatesOnCampaigns);
    facts
        .count("people_not_begun", notBegun())
        .count("rows_unaddressed", unaddressed())
        .count("rows_automatic", automatic())
        .count("rows_anonymous", anonymous())
        .count("organizations_pooled", organizations().size());
    SortedMap<String, String> byChannel = new TreeMap<>();
    for (StageResult stage : stages()) {
      String name = stage.stage().name();
      stage.observedOn().forEach(on -> byChannel.merge(on, name, (a, b) -> a + ", " + b));
    }
    byChannel.forEach((on, names) -> about(facts, on).word("stages_observed", names));
    impressions.forEach((channel, count) -> about(facts, channel).count("impressions", count));
    return facts.build();
  }

  private static Facts.Builder about(Facts.Builder facts, String channel) {
    return facts.about("channel", channel.isEmpty() ? Dimension.NONE : channel);
  }

  /** Notes needed to read the numbers correctly. */
  private String notes() {
    StringBuilder notes = new StringBuilder("clocks start again at each stage: do not multiply");
    int organizations = organizations().size();
    if (organizations > 1) {
      notes.append('\n').append(organizations);
      notes.append(" organizations pooled; by(Dimension.ORGANIZATION) tells them apart");
    }
    notes.append(rows(unaddressed(), "unaddressed"));
    notes.append(rows(automatic(), "automatic"));
    notes.append(rows(anonymous(), "without author"));
    if (notBegun() > 0) {
      notes.append('\n').append(NumberText.count(notBegun()));
      notes.append(" did nothing that begins a path");
    }
    if (stage(Stage.ADVOCATES).isObserved() && advocatesOnCampaigns() > 0) {
      notes.append("\nadvocates on campaigns only, apart: ");
      notes.append(NumberText.count(advocatesOnCampaigns()));
    }
    impressions.forEach(
        (channel, count) -> {
          notes.append('\n').append(NumberText.count(count)).append(" impressions on ");
          notes.append(channel.isEmpty() ? "(none)" : channel).append(", in no rate");
        });
    return notes.toString();
  }

  private static String rows(long count, String what) {
    return count == 0 ? "" : "\n" + Brief.count(count, "row") + " " + what + ", on no path";
  }

  private String headline() {
    long persons = persons();
    if (persons == 0) {
      return "a-path: no data";
    }
    String people = "a-path: " + Brief.count(persons, "person", "people");
    String attracted = clause(stage(Stage.ATTRACTION));
    String deepest = "";
    for (Stage stage : List.of(Stage.AFFINITY, Stage.AUDIENCE, Stage.ADVOCATES)) {
      StageResult result = stage(stage);
      deepest = result.isObserved() ? clause(result) : deepest;
    }
    return Brief.headline(people + attracted + deepest, people + deepest, people);
  }

  private static String clause(StageResult result) {
    return result.isObserved()
        ? ", " + NumberText.count(result.count()) + " " + result.stage().people()
        : "";
  }

  @Override
  public String toString() {
    TextTable table = TextTable.of("stage", "people", "from", "so far");
    for (StageResult stage : stages()) {
      boolean counted = stage.isObserved();
      Optional<Stage> from = counted ? stage.from() : Optional.empty();
      table.row(
          stage.stage(),
          counted ? NumberText.count(stage.count()) : "",
          counted ? from.map(Stage::name).orElse("") : "not observed",
          from.isPresent() ? stage.conversionSoFar() : "");
    }
    return headline() + "\n" + table + "\n" + notes();
  }

  /**
   * The result of one stage of the A-Path: whether it is observed at all, how many reached it, from
   * where, and how fast.
   *
   * <p>A stage that is not observed has no count: 0 would say that nobody came that far, which the
   * log cannot know. In that case the methods that need it throw an {@code IllegalStateException}.
   *
   * <p>In curves, people who are not there yet are censored at the time they were last watched.
   * Each curve is computed when its method is called.
   */
  public static final class StageResult {
    private final Stage stage;
    private final Optional<Stage> from;
    private final Set<String> channels;
    private final boolean observed;
    private final Conditions conditions;
    private final int variant;
    private final PathTally tally;

    StageResult(
        Stage stage,
        Optional<Stage> from,
        Set<String> channels,
        boolean observed,
        Conditions conditions,
        int variant,
        PathTally tally) {
      this.stage = stage;
      this.from = from;
      this.channels = channels;
      this.observed = observed;
      this.conditions = conditions;
      this.variant = variant;
      this.tally = tally;
    }

    /** {@return the stage} */
    public Stage stage() {
      return stage;
    }

    /**
     * {@return whether the log can show this stage, or the caller says it can; if not, nothing can
     * be said about it}
     */
    public boolean isObserved() {
      return observed;
    }

    /**
     * {@return the names of the channels on which the stage is observed, sorted; the empty text
     * means rows without a channel}
     */
    public Set<String> observedOn() {
      return channels;
    }

    /**
     * {@return the stage from which people reach this one, which is the last observed stage before
     * it; empty for the first}
     */
    public Optional<Stage> from() {
      return from;
    }

    /**
     * Returns how many people have reached the stage.
     *
     * @return at least 0 and at most the count of {@link #from}
     * @throws IllegalStateException if the stage is not observed
     */
    public long count() {
      needsObserved();
      return stage == Stage.ATTENTION ? tally.count() : tally.count(step());
    }

    /**
     * Returns the share of people at {@link #from} who have come to this stage so far. It includes
     * recent arrivals, who have had little time; {@link #timeTo} allows for that.
     *
     * @return the share, with an interval that accounts for repeated people; undefined if nobody
     *     reached the stage before
     * @throws IllegalStateException if the stage is not observed or is the first
     */
    public Proportion conversionSoFar() {
      Stage before = needsFrom();
      return before == Stage.ATTENTION
          ? tally.share(step())
          : tally.share(step(), conditions.step(before, variant));
    }

    /**
     * Returns the Kaplan–Meier curve by the time from {@link #from} to this stage. The clock
     * restarts at each stage, so these curves must not be multiplied; {@link #timeFromEntry} covers
     * the whole way.
     *
     * @return the curve of not being there yet
     * @throws IllegalStateException if the stage is not observed or is the first
     */
    public SurvivalCurve timeTo() {
      Stage before = needsFrom();
      if (before == Stage.ATTENTION) {
        return timeFromEntry();
      }
      Step step = step();
      // Where a stage is passed over that no way leads past, nothing in the log leads on.
      return step.from() == before
          ? SurvivalCurve.of(tally.taken(step), tally.waiting(step))
          : SurvivalCurve.of(LatencyGroups.ofPersons(), LatencyGroups.ofPersons());
    }

    /**
     * Returns the Kaplan–Meier curve by the time from the entry to this stage.
     *
     * @return the curve of not being there yet
     * @throws IllegalStateException if the stage is not observed or is the first
     */
    public SurvivalCurve timeFromEntry() {
      needsFrom();
      Step step = step();
      return SurvivalCurve.of(tally.takenSinceEntry(step), tally.waitingSinceEntry(step));
    }

    /**
     * Returns the probability to reach this stage within a time after {@link #from}.
     *
     * @param limit the time, inclusive
     * @return 1 - S(limit) of {@link #timeTo}
     * @throws IllegalStateException if the stage is not observed or is the first
     */
    public Estimate within(Duration limit) {
      return timeTo().within(limit);
    }

    /**
     * Returns the probability to reach this stage within a time after the entry.
     *
     * @param limit the time, inclusive
     * @return 1 - S(limit) of {@link #timeFromEntry}
     * @throws IllegalStateException if the stage is not observed or is the first
     */
    public Estimate withinOfEntry(Duration limit) {
      return timeFromEntry().within(limit);
    }

    /**
     * {@return the number of people at {@link #from} who have not come to this stage but can still
     * do so within a time, because it has not passed since they reached the stage before; at least
     * 0; with more than 65,536 distinct times, the limit is exact to within 0.4 %} They are not
     * losses.
     *
     * @param limit the time, inclusive
     * @throws IllegalStateException if the stage is not observed or is the first
     */
    public long stillInTime(Duration limit) {
      return stillInTime(timeTo(), limit);
    }

    static long stillInTime(SurvivalCurve curve, Duration limit) {
      long waiting = 0;
      for (int i = 0; i < curve.size() && curve.timeMillis(i) < limit.toMillis(); i++) {
        waiting += curve.censored(i);
      }
      return waiting;
    }

    private Step step() {
      return conditions.step(stage, variant);
    }

    private void needsObserved() {
      if (!observed) {
        throw new IllegalStateException(
            "stage ("
                + stage
                + ") is not observed: the log holds no kind of act that can prove it;"
                + " ask isObserved() first, or measure with APath.standard().observing(Stage."
                + stage
                + ") if such acts would be in the log");
      }
    }

    private Stage needsFrom() {
      needsObserved();
      return from.orElseThrow(
          () ->
              new IllegalStateException(
                  "stage ("
                      + stage
                      + ") must not be the first that is observed: no earlier one leads"
                      + " to it; ask a later stage, or count()"));
    }

    @Override
    public String toString() {
      if (!observed) {
        return stage + ": not observed";
      }
      String count = stage + ": " + NumberText.count(count());
      if (from.isEmpty()) {
        return count;
      }
      Proportion soFar = conversionSoFar();
      String head = count + " of " + NumberText.count(soFar.trials()) + " from " + from.get();
      return Brief.headline(head, count)
          + "\nso far "
          + soFar
          + "\ntime from "
          + from.get()
          + ": median "
          + timeTo().median();
    }
  }
}
