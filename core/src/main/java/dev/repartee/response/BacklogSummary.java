package dev.repartee.response;

import com.google.common.collect.ImmutableMap;
import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.measure.Summary;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is waiting at an instant, by how long they have waited, and the longest waiting by name. */
public final class BacklogSummary extends Summary.Backed<BacklogSummary> {
  private static final int SHOWN = 3;

  private static final ImmutableMap<String, Duration> UNITS =
      ImmutableMap.of(
          "d", Duration.ofDays(1),
          "h", Duration.ofHours(1),
          "min", Duration.ofMinutes(1),
          "s", Duration.ofSeconds(1),
          "ms", Duration.ofMillis(1));

  private final BacklogShape shape;
  private final Evidence<BacklogTally> evidence;

  BacklogSummary(BacklogShape shape, Evidence<BacklogTally> evidence) {
    super(evidence, merged -> new BacklogSummary(shape, merged));
    this.shape = shape;
    this.evidence = evidence;
  }

  /**
   * The people whose wait has a length within some bounds.
   *
   * @param fromInclusive the least length of the wait
   * @param toExclusive the length that the wait has not reached yet; empty for the last band
   * @param waiting the number of people waiting
   */
  public record Band(Duration fromInclusive, Optional<Duration> toExclusive, long waiting) {
    /** Such as {@code 1h_to_4h}. */
    private String name() {
      return name(fromInclusive) + toExclusive.map(to -> "_to_" + name(to)).orElse("_and_longer");
    }

    /** Exact, so that no two bands have the same name. */
    private static String name(Duration time) {
      long millis = time.toMillis();
      return UNITS.entrySet().stream()
          .filter(unit -> millis > 0 && millis % unit.getValue().toMillis() == 0)
          .findFirst()
          .map(unit -> millis / unit.getValue().toMillis() + unit.getKey())
          .orElse("0");
    }

    @Override
    public String toString() {
      return toExclusive
              .map(to -> DurationText.of(fromInclusive) + " to " + DurationText.of(to))
              .orElse(DurationText.of(fromInclusive) + " and longer")
          + ": "
          + NumberText.count(waiting);
    }
  }

  /**
   * A person who waits.
   *
   * @param message the id of the waiting message: the first of the turn that expects a response
   * @param conversation the id of the message that opens the conversation
   * @param person the name of the person, or {@code (anonymous)}
   * @param organization the organization that has to answer; empty in a forum
   * @param since when the wait began
   * @param waited how long it has lasted
   * @param due when the promised time is up; empty without a target
   * @param overdueBy how long the wait is overdue, in working time if the promise is in office
   *     hours; 0 or more from the due instant on; empty before it, and without a target
   */
  public record Waiting(
      String message,
      String conversation,
      String person,
      String organization,
      Instant since,
      Duration waited,
      Optional<Instant> due,
      Optional<Duration> overdueBy) {
    @Override
    public String toString() {
      return person
          + (organization.isEmpty() ? "" : " for " + organization)
          + " since "
          + since
          + ", "
          + DurationText.of(waited)
          + overdueBy().map(by -> ", overdue by " + DurationText.of(by)).orElse("");
    }
  }

  /** {@return the number of people waiting: the sum over all bands} */
  public long waiting() {
    return byAge().stream().mapToLong(Band::waiting).sum();
  }

  /**
   * {@return the number of people never answered who no longer wait because their strand was
   * resolved; at least 0, and 0 if the measure includes them in the waits or the log contains no
   * states}
   */
  public long resolved() {
    return evidence.tally().resolved;
  }

  /**
   * {@return the number of people waiting, by how long they have waited: an immutable list of all
   * bands, the shortest first}
   */
  public List<Band> byAge() {
    List<Band> bands = new ArrayList<>();
    int count = shape.bands().size();
    for (int i = 0; i <= count; i++) {
      bands.add(
          new Band(
              i == 0 ? Duration.ZERO : shape.bands().get(i - 1),
              i == count ? Optional.empty() : Optional.of(shape.bands().get(i)),
              evidence.tally().waiting(i)));
    }
    return List.copyOf(bands);
  }

  /**
   * {@return the longest waits, longest first, ties by the smaller id of the message; an immutable
   * list of as many as the measure shows}
   */
  public List<Waiting> longest() {
    return evidence.tally().longest().stream().map(this::waiting).toList();
  }

  private Waiting waiting(BacklogTally.Item item) {
    long since = item.since();
    long now = since + item.waited();
    Timekeeper time = shape.timekeeper();
    return new Waiting(
        item.message(),
        item.conversation(),
        item.person(),
        item.organization(),
        Instant.ofEpochMilli(since),
        Duration.ofMillis(item.waited()),
        shape.target().map(t -> Instant.ofEpochMilli(time.due(since, t.toMillis()))),
        shape
            .target()
            .filter(t -> shape.isOverdue(since, now))
            .map(t -> Duration.ofMillis(time.elapsed(since, now)).minus(t)));
  }

  /**
   * {@return the number of people who have waited for the promised time or longer, at most {@link
   * #waiting}}
   *
   * @throws IllegalStateException if the measure has no target
   */
  public long overdue() {
    if (shape.target().isEmpty()) {
      throw new IllegalStateException(
          "target (none) must be named before the log is measured; use Backlog….withTarget(…)");
    }
    return evidence.tally().overdue;
  }

  /**
   * {@return the number of turns left out because the directory has no organization whose members
   * could answer, at least 0; 0 for {@code answers(AnswerRule.anybodyElse())}}
   */
  public long nobodyCanAnswer() {
    return evidence.tally().unanswerable;
  }

  /**
   * {@return how many wait and for how long; each of the longest waits has its {@code place} as
   * key, 1 for the first}
   */
  @Override
  public Facts facts() {
    Facts.Builder facts = Facts.of(origin()).count("waiting", waiting());
    List<Waiting> longest = longest();
    if (shape.shown() > 0) {
      facts.time("waited_longest", longest.stream().findFirst().map(Waiting::waited));
    } else {
      facts.missing("waited_longest", Unit.MILLISECONDS, State.NOT_OBSERVED, "nobody is named");
    }
    if (shape.target().isPresent()) {
      facts.count("overdue", overdue()).inDetail().time("target", shape.target());
    }
    facts
        .inDetail()
        .count("resolved_unanswered", resolved())
        .count("excluded", Exclusion.NOBODY_CAN_ANSWER, nobodyCanAnswer());
    byAge().forEach(band -> facts.count("waiting_for_" + band.name(), band.waiting()));
    for (int i = 0; i < longest.size(); i++) {
      add(facts.about("place", String.valueOf(i + 1)), longest.get(i));
    }
    return facts.build();
  }

  private void add(Facts.Builder facts, Waiting one) {
    facts
        .word("person", one.person())
        .word("organization", one.organization())
        .word("since", one.since().toString())
        .time("waited", Optional.of(one.waited()));
    if (shape.target().isPresent()) {
      facts.word("due", one.due().map(Instant::toString).orElse(""));
      if (one.overdueBy().isPresent()) {
        facts.time("overdue_by", one.overdueBy());
      } else {
        facts.missing("overdue_by", Unit.MILLISECONDS, State.NOT_DEFINED, "not overdue");
      }
    }
    facts.word("message", one.message()).word("conversation", one.conversation());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(origin().under(headline()));
    if (waiting() > 0) {
      byAge().forEach(band -> text.append('\n').append(band));
      if (shape.target().isPresent()) {
        text.append("\noverdue after ")
            .append(DurationText.of(shape.target().get()))
            .append(": ")
            .append(NumberText.count(overdue()));
      }
      longest().stream().limit(SHOWN).forEach(one -> text.append('\n').append(one));
    }
    if (resolved() > 0) {
      text.append("\nresolved without an answer: ").append(NumberText.count(resolved()));
    }
    if (nobodyCanAnswer() > 0) {
      text.append("\nexcluded: ")
          .append(NumberText.count(nobodyCanAnswer()))
          .append(' ')
          .append(Exclusion.NOBODY_CAN_ANSWER.text());
    }
    text.append('\n').append(origin());
    return Brief.cut(text);
  }

  private String headline() {
    if (waiting() == 0) {
      return nobodyCanAnswer() > 0 ? "backlog: nobody can answer" : "backlog: nobody waits";
    }
    String head = "backlog: " + NumberText.count(waiting()) + " waiting";
    List<BacklogTally.Item> longest = evidence.tally().longest();
    String full =
        longest.isEmpty()
            ? head
            : head + ", longest " + DurationText.ofMillis(longest.get(0).waited());
    return full.length() <= Brief.HEADLINE ? full : head;
  }
}
