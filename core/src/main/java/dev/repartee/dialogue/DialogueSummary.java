package dev.repartee.dialogue;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.internal.exchange.Addressing;
import dev.repartee.internal.math.Quantile;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.Replicated;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What became of the strands, and who the organization spoke to.
 *
 * <p>It describes mature strands, whoever opened them. {@link #includingOpen}, {@link #inbound} and
 * {@link #outreach} are views of the same summary: they merge with views of the same kind, and
 * their bytes are those of the whole. A ratio over no strands is undefined, never 0.
 */
public final class DialogueSummary extends Summary.Backed<DialogueSummary> {
  private static final double LEVEL = 0.95;

  private final Evidence<DialogueGroups> evidence;
  private final Groups<DialogueTally> groups;
  private final StrandView view;

  DialogueSummary(Evidence<DialogueGroups> evidence) {
    this(evidence, StrandView.MATURE);
  }

  private DialogueSummary(Evidence<DialogueGroups> evidence, StrandView view) {
    this(evidence, evidence.tally().groups(), view);
  }

  private DialogueSummary(
      Evidence<DialogueGroups> evidence, Groups<DialogueTally> groups, StrandView view) {
    super(evidence, merged -> new DialogueSummary(merged, view));
    this.evidence = evidence;
    this.groups = groups;
    this.view = view;
  }

  /** The same view of another tally, without errors, for statistics over several summaries. */
  DialogueSummary of(DialogueTally tally) {
    Groups<DialogueTally> alone = Groups.ofIndependent(DialogueTally::new);
    alone.count(0, alike -> alike.add(tally));
    return new DialogueSummary(evidence, alone, view);
  }

  StrandView view() {
    return view;
  }

  /** {@return the view of all strands, including open ones, which can still change} */
  public DialogueSummary includingOpen() {
    return new DialogueSummary(evidence, view.includingOpen());
  }

  /** {@return the view of inbound strands, which the audience opened} */
  public DialogueSummary inbound() {
    return new DialogueSummary(evidence, view.inbound());
  }

  /** {@return the view of outreach strands, which the organization opened} */
  public DialogueSummary outreach() {
    return new DialogueSummary(evidence, view.outreach());
  }

  Groups<DialogueTally> groups() {
    return groups;
  }

  private ToLongFunction<DialogueTally> seen(ToLongFunction<StrandCounts> count) {
    return tally -> view.sum(tally, count);
  }

  private static long twoWay(StrandCounts counts) {
    return counts.count(Form.DIALOGUE) + counts.count(Form.ANSWERED);
  }

  private static long withAudience(StrandCounts counts) {
    return counts.strands() - counts.count(Form.BROADCAST) - counts.count(Form.CUT);
  }

  private Proportion share(ToLongFunction<StrandCounts> hits, ToLongFunction<StrandCounts> trials) {
    return groups().share(seen(hits), seen(trials));
  }

  /**
   * {@return the number of strands in the view, at least 0; strands without a person's message
   * count as {@link #automatic} instead}
   */
  public long strands() {
    return groups().sum(seen(StrandCounts::strands));
  }

  /**
   * {@return the number of strands with a form, at least 0; the forms add up to {@link #strands}}
   *
   * @param form the form
   */
  public long count(Form form) {
    return groups().sum(seen(counts -> counts.count(form)));
  }

  /**
   * {@return the number of strands that are younger than the horizon and can still change, at least
   * 0, whether or not the view includes them}
   */
  public long open() {
    return groups().sum(tally -> view.sumOpen(tally, StrandCounts::strands));
  }

  /**
   * {@return the number of strands that contain only messages from bots and automatic messages, at
   * least 0, in every view; no ratio includes them}
   */
  public long automatic() {
    return groups().sum(t -> t.automatic);
  }

  /**
   * {@return the number of strands in the view that begin with a reply to a message that is not in
   * the log, at least 0} What came before is unknown: such strands are neither {@link #inbound} nor
   * {@link #outreach}, and if only the organization speaks in them they are not broadcasts. If
   * their share is large, the export lacks what people wrote.
   */
  public long cut() {
    return groups().sum(tally -> view.sumCut(tally));
  }

  /**
   * {@return the number of audience messages addressed to none of several organizations, at least
   * 0, in every view; they are in no strand}
   */
  public long unaddressed() {
    return groups().sum(t -> t.unaddressed);
  }

  /**
   * {@return the number of strands left out because the directory has no organization whose members
   * could answer; 0 if there is an organization, or if anybody else may answer}
   */
  public long unanswerable() {
    return groups().sum(t -> t.unanswerable);
  }

  /**
   * {@return the two-way dialogue ratio: the share {@code (ANSWERED + DIALOGUE)} of the strands
   * with an audience message}
   */
  public Proportion twoWay() {
    return share(DialogueSummary::twoWay, DialogueSummary::withAudience);
  }

  /** {@return the two-way dialogue ratio over all strands, broadcasts included} */
  public Proportion twoWayOfAll() {
    return share(DialogueSummary::twoWay, StrandCounts::strands);
  }

  /** {@return the return ratio: {@code DIALOGUE / (ANSWERED + DIALOGUE)}} */
  public Proportion returned() {
    return share(counts -> counts.count(Form.DIALOGUE), DialogueSummary::twoWay);
  }

  /**
   * Returns the share of two-way strands in which the talk went on after an answer, whoever
   * continued it; for {@link #returned} it must be the person who was answered.
   *
   * @return the share, at least that of {@link #returned}
   */
  public Proportion followedUp() {
    return share(counts -> counts.count(StrandCounts.FOLLOWED_UP), DialogueSummary::twoWay);
  }

  /**
   * {@return the share of strands whose opener wrote again after being answered, among those opened
   * by a named person of the audience}
   */
  public Proportion openerReturned() {
    return share(
        counts -> counts.count(StrandCounts.OPENER_RETURNED),
        counts -> counts.count(StrandCounts.NAMED_OPENER));
  }

  /** {@return the same, counting only answers that reply to the opening message itself} */
  public Proportion openerReturnedDirectly() {
    return share(
        counts -> counts.count(StrandCounts.OPENER_RETURNED_DIRECTLY),
        counts -> counts.count(StrandCounts.NAMED_OPENER));
  }

  /**
   * {@return the share of strands in which both sides wrote, in whatever order} That alone is not a
   * dialogue: two monologues are enough.
   */
  public Proportion bothSpoke() {
    return share(counts -> counts.count(StrandCounts.BOTH_SPOKE), StrandCounts::strands);
  }

  /**
   * {@return the share of strands with at least some number of turns of sides: runs of messages of
   * the audience, or of the organization}
   *
   * @param turns from 1 to 64
   * @throws IllegalArgumentException if the number of turns is out of range
   */
  public Proportion atLeastTurns(int turns) {
    checkArgument(
        turns >= 1 && turns <= StrandCounts.MOST_TURNS,
        "turns (%s) must be from 1 to %s: longer strands are counted with those",
        turns,
        StrandCounts.MOST_TURNS);
    return share(
        counts ->
            IntStream.rangeClosed(turns, StrandCounts.MOST_TURNS)
                .mapToLong(counts::withTurns)
                .sum(),
        StrandCounts::strands);
  }

  /**
   * {@return the median number of turns of sides in a strand, at least 1, or NaN without strands;
   * strands of more than 64 turns count as 64}
   */
  public double medianTurns() {
    long[] turns = LongStream.rangeClosed(1, StrandCounts.MOST_TURNS).toArray();
    long[] strands =
        IntStream.rangeClosed(1, StrandCounts.MOST_TURNS)
            .mapToLong(k -> groups().sum(seen(counts -> counts.withTurns(k))))
            .toArray();
    return strands() == 0 ? Double.NaN : Quantile.of(turns, strands, 0.5);
  }

  /**
   * {@return the share of the organization's messages that speak with people: they answer, reply to
   * or name a person of the audience} With {@link #messagesOpening} and {@link
   * #messagesToOwnOrUnknown} it adds up to 1; the three are shares of all messages of
   * organizations, in every view.
   */
  public Proportion messagesToAudience() {
    return messages(Addressing.TO_AUDIENCE);
  }

  /**
   * {@return the share of the organization's messages that open a strand, and so speak at people}
   */
  public Proportion messagesOpening() {
    return messages(Addressing.OPENING);
  }

  /**
   * {@return the share of the organization's messages that follow its own messages, or whose
   * addressee is unknown}
   */
  public Proportion messagesToOwnOrUnknown() {
    return messages(Addressing.OWN_OR_UNKNOWN);
  }

  /**
   * {@return {@link #twoWay} together with its values without each replicate group, for further
   * computation}
   */
  public Replicated twoWayReplicated() {
    return replicated(DialogueSummary::twoWay, DialogueSummary::withAudience);
  }

  /**
   * {@return {@link #returned} together with its values without each replicate group, for further
   * computation}
   */
  public Replicated returnedReplicated() {
    return replicated(counts -> counts.count(Form.DIALOGUE), DialogueSummary::twoWay);
  }

  /**
   * {@return {@link #messagesToAudience} together with its values without each replicate group, for
   * further computation}
   */
  public Replicated messagesToAudienceReplicated() {
    return groups()
        .replicated(
            tally ->
                (double) tally.messages.addressed(Addressing.TO_AUDIENCE)
                    / tally.messages.all()) // NaN of none
        .orWithin(messagesToAudience().estimate(LEVEL));
  }

  private Replicated replicated(
      ToLongFunction<StrandCounts> hits, ToLongFunction<StrandCounts> trials) {
    ToLongFunction<DialogueTally> seenHits = seen(hits);
    ToLongFunction<DialogueTally> seenTrials = seen(trials);
    return groups()
        .replicated(tally -> (double) seenHits.applyAsLong(tally) / seenTrials.applyAsLong(tally))
        .orWithin(groups().share(seenHits, seenTrials).estimate(LEVEL));
  }

  private Proportion messages(Addressing to) {
    return groups().share(tally -> tally.messages.addressed(to), tally -> tally.messages.all());
  }

  /**
   * {@return the human face: the share of the answers of organizations, in every view, that came
   * from an account with a human face ({@link dev.repartee.model.AccountKind#PERSONAL}), not a
   * brand account} An answer here is a message that ends somebody's wait; it counts once, however
   * many people it answers.
   */
  public Proportion humanFace() {
    return groups()
        .share(
            tally -> tally.messages.count(MessageCounts.PERSONAL),
            tally -> tally.messages.count(MessageCounts.ANSWERS));
  }

  /**
   * {@return unprompted care: the share of the messages of organizations, in every view, that name
   * or reply to a person of the audience who is not waiting for an answer} The second part of an
   * answer in two messages counts too, if it states who it is for.
   */
  public Proportion unpromptedCare() {
    return groups()
        .share(
            tally -> tally.messages.count(MessageCounts.UNPROMPTED), tally -> tally.messages.all());
  }

  /**
   * {@return the share of strands at rest in which the audience has the last word: the last message
   * by a person is from the audience and expects a response} A strand is at rest if nobody has
   * written for the length of the horizon before the as-of or the end of the follow-up; a follow-up
   * shorter than the horizon leaves none at rest. If anybody may answer, everybody is audience and
   * always has the last word.
   */
  public Proportion lastWordOfAudience() {
    return share(
        counts -> counts.count(StrandCounts.LAST_WORD_OF_AUDIENCE),
        counts -> counts.count(StrandCounts.AT_REST));
  }

  /**
   * {@return the names of the organizations that this summary pools, in order; empty for a forum,
   * and without data} If there are several, every share is over all strands together, so the
   * largest organization dominates; {@link OrganizationMeans} adds the mean in which each counts
   * once.
   */
  public List<String> organizations() {
    return evidence.tally().organizations.names();
  }

  /**
   * {@return the balance of the talk: {@code 1 - |o - a| / (o + a)}, where o and a are the numbers
   * of messages of organization and audience in all strands of the view; from 0, one side alone, to
   * 1, both alike; undefined without messages}
   */
  public Estimate balance() {
    return groups()
        .estimate(
            tally -> {
              long ours = view.sum(tally, c -> c.count(StrandCounts.ORGANIZATION_MESSAGES));
              long theirs = view.sum(tally, c -> c.count(StrandCounts.AUDIENCE_MESSAGES));
              return ours + theirs == 0
                  ? Double.NaN
                  : 2.0 * Math.min(ours, theirs) / (ours + theirs);
            });
  }

  /**
   * {@return ten counts: the number of strands whose own balance lies in each tenth from 0 to 1; a
   * balance on a border counts in the upper tenth, 1 in the last}
   */
  public List<Long> balanceHistogram() {
    return IntStream.range(0, StrandCounts.TENTHS)
        .mapToObj(tenth -> groups().sum(seen(counts -> counts.balanced(tenth))))
        .toList();
  }

  /** {@return the number of audience messages in the strands of the view, at least 0} */
  public long audienceMessages() {
    return groups().sum(seen(counts -> counts.count(StrandCounts.AUDIENCE_MESSAGES)));
  }

  /** {@return the number of messages of organizations in the strands of the view, at least 0} */
  public long organizationMessages() {
    return groups().sum(seen(counts -> counts.count(StrandCounts.ORGANIZATION_MESSAGES)));
  }

  @Override
  public DialogueSummary merge(DialogueSummary other) {
    checkArgument(
        view.equals(other.view),
        "cannot merge, view differs: [%s] and [%s]; merge first, then take the view",
        view,
        other.view);
    return super.merge(other);
  }

  @Override
  public Facts facts() {
    Facts.Builder facts =
        Facts.of(origin(), view.toString())
            .count("strands", strands())
            .share("two_way", twoWay())
            .share("returned", returned())
            .inDetail();
    for (Form form : Form.values()) {
      facts.count("strands", form, count(form));
    }
    facts
        .count("strands_cut_at_start", cut())
        .count("strands_open", open())
        .count("strands_automatic", automatic())
        .count("messages_unaddressed", unaddressed())
        .count("messages_unanswerable", unanswerable())
        .count("organizations_pooled", organizations().size())
        .share("two_way_of_all", twoWayOfAll())
        .share("followed_up", followedUp())
        .share("opener_returned", openerReturned())
        .share("opener_returned_directly", openerReturnedDirectly())
        .share("both_spoke", bothSpoke())
        .share("at_least_2_turns", atLeastTurns(2))
        .share("at_least_3_turns", atLeastTurns(3))
        .share("last_word_of_audience", lastWordOfAudience())
        .number("turns_median", medianTurns())
        .count("messages_of_audience", audienceMessages())
        .count("messages_of_organization", organizationMessages())
        .share("messages_to_audience", messagesToAudience())
        .share("messages_opening", messagesOpening())
        .share("messages_to_own_or_unknown", messagesToOwnOrUnknown())
        .share("unprompted_care", unpromptedCare())
        .share("human_face", humanFace())
        .number("balance", balance());
    List<Long> tenths = balanceHistogram();
    for (int tenth = 0; tenth < StrandCounts.TENTHS; tenth++) {
      facts.count("strands_of_balance_from_0_" + tenth, tenths.get(tenth));
    }
    return facts.build();
  }

  @Override
  public String toString() {
    return DialogueText.text(this, view.toString());
  }

  /** What became of a strand. If several forms fit, the first applies. */
  public enum Form {
    /** A person wrote, was answered, and wrote again after that. */
    DIALOGUE(0),
    /** At least one audience message was answered; nobody returned. */
    ANSWERED(1),
    /** Both sides wrote, and no audience message was answered. */
    ECHO(2),
    /** Audience messages only. */
    UNHEARD(3),
    /** Messages of the organization only. */
    BROADCAST(4),
    /**
     * Messages of the organization only, the first of which replies to a message that is not in the
     * log.
     */
    CUT(StrandCounts.CUT);

    private final int place;

    Form(int place) {
      this.place = place;
    }

    /** Where tallies count the form; part of the format of their bytes. */
    int place() {
      return place;
    }
  }
}
