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
 * How many people came how far on the A-Path, and how fast.
 *
 * <pre>{@code
 * APathSummary path = log.measure(APath.standard());
 * // path ==> a-path: 812 people, 401 attracted, 12 advocates
 * path.stage(Stage.AUDIENCE).isObserved();                  // false: the log holds no follows
 * path.stage(Stage.ADVOCATES).from();                       // Optional[AFFINITY]
 * path.timeTo(Stage.ATTRACTION).median();                   // 3 d 4 h [2 d, 5 d 1 h]
 * }</pre>
 *
 * <p>The clock of a transition starts again at each stage, and only with those who came that far:
 * shares and medians of transitions must not be multiplied or added. {@link
 * StageResult#timeFromEntry} tells the whole way.
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
   * {@return how many people are on the path: those that have entered it; at least 0} Where the log
   * holds several organizations, a person counts once for each it has to do with.
   */
  public long persons() {
    return evidence.tally().count();
  }

  /**
   * Returns what the log tells about a stage.
   *
   * @param stage the stage
   * @return the result, which may be that the stage is not observed
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
   * {@return how many people have reached a stage, at least 0}
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

  /** {@return what the log tells about each stage; five results in the order of the path} */
  public List<StageResult> stages() {
    return Arrays.stream(Stage.values()).map(this::stage).toList();
  }

  /**
   * Returns the channels on which a stage is observed: where the log holds a kind that can prove
   * it, or the caller says so. Channels are those of the whole log, in a part of a breakdown too.
   *
   * @param stage the stage
   * @return their names, sorted; the empty text stands for rows without a channel
   */
  public Set<String> observedOn(Stage stage) {
    return conditions.observedOn(stage, evidence.seenKinds());
  }

  /**
   * Returns the time to a stage from the last observed stage before it, by Kaplan-Meier.
   *
   * @param stage the stage
   * @return the curve of still being on the way
   * @throws IllegalStateException if the stage is not observed or is the first
   * @see StageResult#timeTo
   */
  public SurvivalCurve timeTo(Stage stage) {
    return stage(stage).timeTo();
  }

  /**
   * {@return the chance to reach a stage within a time after the last observed stage before it,
   * with those who are still on the way allowed for}
   *
   * @param stage the stage
   * @param limit the time, itself included
   * @throws IllegalStateException if the stage is not observed or is the first
   * @see StageResult#within
   */
  public Estimate within(Stage stage, Duration limit) {
    return stage(stage).within(limit);
  }

  /**
   * {@return the number of rows that concern no organization although the directory has some: they
   * belong to no path; at least 0; always 0 where the directory has no organization}
   */
  public long unaddressed() {
    return evidence.tally().apart(PathWalk.Apart.UNADDRESSED);
  }

  /**
   * {@return the number of rows without an author: nobody can be followed through them, so they
   * belong to no path; at least 0; none of them is in {@link #unaddressed}}
   */
  public long anonymous() {
    return evidence.tally().apart(PathWalk.Apart.ANONYMOUS);
  }

  /**
   * {@return how many rows a machine sent on its own: auto-replies show no will of a person, so
   * they are on no path; at least 0; none of them is in {@link #anonymous} or {@link #unaddressed}}
   */
  public long automatic() {
    return evidence.tally().apart(PathWalk.Apart.AUTOMATIC);
  }

  /**
   * {@return how many persons did something, but nothing that begins a path within the time they
   * were watched: by the standard conditions, those who only unfollowed or unsubscribed; at least
   * 0; none of them is in {@link #persons}}
   */
  public long notBegun() {
    return evidence.tally().notBegun;
  }

  /**
   * Returns how many people are no advocates, but would be if speaking on campaign topics counted.
   *
   * @return at least 0; 0 without {@link APathRules#withCampaigns}
   * @throws IllegalStateException if ADVOCATES is not observed
   */
  public long advocatesOnCampaigns() {
    stage(Stage.ADVOCATES).count();
    return evidence.tally().onCampaignsOnly(conditions.variant(evidence.seenKinds()));
  }

  /**
   * {@return counts without identities that the caller gave, by channel; channels and how often
   * something was seen there} They are in no rate: nobody knows how many people are behind them.
   */
  public SortedMap<String, Long> impressions() {
    return impressions;
  }

  /**
   * {@return the organizations whose paths are counted here together: their names, sorted; none
   * where the directory has no organization}
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

  /** What a reader must know to read the numbers rightly. */
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
   * What a log tells about one stage of the A-Path: whether it is observed at all, how many reached
   * it, from where, and how fast.
   *
   * <p>A stage that is not observed has no count: 0 would say that nobody came so far, and the log
   * cannot know. Everything but {@link #isObserved} and its like then throws.
   *
   * <p>Curves wait for those who have not come so far: people not yet there are counted up to the
   * end of their being watched, and no longer. Each is computed when asked for.
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

    /** {@return which stage it is} */
    public Stage stage() {
      return stage;
    }

    /**
     * {@return whether the log can show this stage, or the caller says it can; false if nothing can
     * be said about it}
     */
    public boolean isObserved() {
      return observed;
    }

    /**
     * {@return the channels on which the stage is observed: their names, sorted; the empty text
     * stands for rows without a channel}
     */
    public Set<String> observedOn() {
      return channels;
    }

    /**
     * {@return the stage from which people reach this one: the last observed before it; or empty
     * for the first} Stages between are not observed.
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
     * Returns the share of those at {@link #from} who have come on to this stage so far. Those who
     * came lately are in it although they had little time: {@link #timeTo} allows for that.
     *
     * @return the share, with an interval that respects that people repeat; undefined where nobody
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
     * Returns the time from {@link #from} to this stage, by Kaplan-Meier: people who have not come
     * so far wait, up to the end of their being watched. The clock starts again at each stage: do
     * not multiply these, {@link #timeFromEntry} tells the whole way.
     *
     * @return the curve of still being on the way
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
     * Returns the time from the entry to this stage, by Kaplan-Meier: the whole way.
     *
     * @return the curve of still being on the way
     * @throws IllegalStateException if the stage is not observed or is the first
     */
    public SurvivalCurve timeFromEntry() {
      needsFrom();
      Step step = step();
      return SurvivalCurve.of(tally.takenSinceEntry(step), tally.waitingSinceEntry(step));
    }

    /**
     * Returns the chance to reach this stage within a time after {@link #from}.
     *
     * @param limit the time, itself included
     * @return 1 - S(limit) of {@link #timeTo}
     * @throws IllegalStateException if the stage is not observed or is the first
     */
    public Estimate within(Duration limit) {
      return timeTo().within(limit);
    }

    /**
     * Returns the chance to reach this stage within a time after the entry.
     *
     * @param limit the time, itself included
     * @return 1 - S(limit) of {@link #timeFromEntry}
     * @throws IllegalStateException if the stage is not observed or is the first
     */
    public Estimate withinOfEntry(Duration limit) {
      return timeFromEntry().within(limit);
    }

    /**
     * {@return how many of those at {@link #from} have not come to this stage, but can still do so
     * within a time: it has not passed since they reached the stage before; at least 0; where there
     * are more than 65,536 distinct times, those at it to within 0.4 %} They are no losses.
     *
     * @param limit the time, itself included
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
