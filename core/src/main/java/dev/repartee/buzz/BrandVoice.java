package dev.repartee.buzz;

import dev.repartee.buzz.BuzzTally.Quantities;
import dev.repartee.internal.hash.LongTable;
import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Origin;
import dev.repartee.measure.SeenKinds;
import dev.repartee.model.ActKind;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import java.util.function.ToLongFunction;

/** The buzz of one organization. */
public final class BrandVoice {

  private final String organization;
  private final int code;
  private final Origin origin;
  private final BuzzTally tally;
  private final int seen;

  BrandVoice(String organization, int code, Evidence<BuzzTally> evidence) {
    this.organization = organization;
    this.code = code;
    this.origin = evidence.origin();
    this.tally = evidence.tally();
    this.seen = evidence.seenKinds().anywhere();
  }

  /** {@return whose buzz it is: the name of the organization} */
  public String organization() {
    return organization;
  }

  /**
   * Returns whether the log, up to its as-of, holds a kind of act of anybody of the audience. Where
   * it holds none, that nobody did it cannot be told from data that do not show it.
   *
   * @param kind the kind
   * @return whether a count of it can be trusted to be 0
   * @throws IllegalArgumentException if the kind tells what becomes of a conversation ({@link
   *     ActKind#isOfState}), and is no row of a log
   */
  public boolean isObserved(ActKind kind) {
    return (seen & SeenKinds.bit(kind)) != 0;
  }

  private ToLongFunction<Quantities> count(Quantity quantity) {
    return quantities -> quantities.of(code, quantity);
  }

  private long sum(Quantity quantity) {
    return tally.groups.sum(count(quantity));
  }

  private static long mentions(Quantities quantities, int organization) {
    return quantities.of(organization, Quantity.MENTION_ACTS)
        + quantities.of(organization, Quantity.MENTION_MESSAGES);
  }

  /**
   * {@return how often the organization was mentioned: in acts and in messages; at least 0} Where
   * MENTION is not {@linkplain #isObserved observed}, in messages alone.
   */
  public long mentions() {
    return mentionsByAct() + mentionsByMessage();
  }

  /** {@return how many acts mention it: the number of acts MENTION} */
  public long mentionsByAct() {
    return sum(Quantity.MENTION_ACTS);
  }

  /**
   * {@return how many messages of the audience mention it: they open a conversation addressed to
   * it, or name one of its members; at least 0}
   */
  public long mentionsByMessage() {
    return sum(Quantity.MENTION_MESSAGES);
  }

  /**
   * {@return how many distinct persons mentioned it, at least 0, rows without an author left out}
   */
  public long mentioners() {
    return persons(BuzzTally.MENTIONED);
  }

  /**
   * {@return how many distinct persons of the audience had to do with it in any way that the log
   * shows: wrote to it, viewed, clicked, followed, mentioned; at least {@link #mentioners}, rows
   * without an author left out}
   */
  public long reach() {
    return persons(BuzzTally.REACHED);
  }

  private long persons(long bits) {
    LongTable table = tally.persons().table(0);
    long count = 0;
    for (int at = table.next(LongTable.ABSENT); at != LongTable.ABSENT; at = table.next(at)) {
      count += (int) table.key(at) == code && (table.value(at, 0) & bits) != 0 ? 1 : 0;
    }
    return count;
  }

  /**
   * {@return the share of voice by message: its mentions among the mentions of all organizations of
   * the directory; the denominator is in its counts} With one organization it is 1, which says
   * nothing, so that it is not printed.
   */
  public Proportion shareOfVoice() {
    return tally.groups.share(
        q -> mentions(q, code),
        q -> q.ofAll(Quantity.MENTION_ACTS) + q.ofAll(Quantity.MENTION_MESSAGES));
  }

  /**
   * {@return the share of voice by person: who mentions it among all who mention any organization
   * of the directory; of distinct persons, rows without an author left out} Who mentions several
   * counts for each, so that shares may add up to more than 1.
   */
  public Proportion shareOfVoiceByPerson() {
    LongTable table = tally.persons().table(0);
    long last = -1;
    long all = 0;
    for (long key : table.sortedKeys()) {
      boolean isMention = (table.value(table.find(key), 0) & BuzzTally.MENTIONED) != 0;
      if (isMention && key >>> Integer.SIZE != last) {
        last = key >>> Integer.SIZE;
        all++;
      }
    }
    return Proportion.of(mentioners(), all);
  }

  /** {@return how many messages to it, and mentions, are labelled positive; at least 0} */
  public long positive() {
    return sum(Quantity.POSITIVE);
  }

  /** {@return how many messages to it, and mentions, are labelled negative; at least 0} */
  public long negative() {
    return sum(Quantity.NEGATIVE);
  }

  /** {@return how many messages to it, and mentions, are labelled neutral; at least 0} */
  public long neutral() {
    return sum(Quantity.NEUTRAL);
  }

  /**
   * {@return how many messages to it, and mentions, have no label of sentiment; at least 0} They
   * are in no balance of sentiments.
   */
  public long unlabelled() {
    return sum(Quantity.EARNED) - positive() - neutral() - negative();
  }

  /**
   * {@return net sentiment: (positive - negative) / (positive + neutral + negative), of the
   * labelled messages to it and mentions; -1 to 1 with its interval; undefined where nothing is
   * labelled}
   */
  public Estimate netSentiment() {
    return tally.groups.estimate(
        q -> {
          long positive = q.of(code, Quantity.POSITIVE);
          long negative = q.of(code, Quantity.NEGATIVE);
          long labelled = positive + negative + q.of(code, Quantity.NEUTRAL);
          return labelled == 0 ? Double.NaN : (positive - negative) / (double) labelled;
        });
  }

  /**
   * {@return how many messages the organization wrote, automatic ones and those of bots too; at
   * least 0}
   */
  public long ownMessages() {
    return sum(Quantity.OWN_MESSAGES);
  }

  /** {@return how many conversations the organization opened, at most {@link #ownMessages}} */
  public long posts() {
    return sum(Quantity.OWN_POSTS);
  }

  /**
   * {@return the conversation rate: messages of the audience below the organization's posts, for
   * each post}
   *
   * <p>Source of the three rates: A. Kaushik, 2011, "Best Social Media Metrics: Conversation,
   * Amplification, Applause, Economic Value".
   */
  public PerPost conversation() {
    boolean isObserved = (seen & (SeenKinds.MESSAGE | SeenKinds.REPLY_TO_AUDIENCE)) != 0;
    return perPost("comments", Quantity.COMMENTS, isObserved);
  }

  /**
   * {@return the amplification rate: shares of the organization's posts by the audience, for each
   * post} How many persons share is told by {@link #passAlong}.
   */
  public PerPost amplification() {
    return perPost("shares", Quantity.POST_SHARES, isObserved(ActKind.SHARE));
  }

  /**
   * {@return the applause rate: reactions of the audience to the organization's posts, for each
   * post}
   */
  public PerPost applause() {
    return perPost("reactions", Quantity.POST_REACTIONS, isObserved(ActKind.REACTION));
  }

  private PerPost perPost(String what, Quantity quantity, boolean isObserved) {
    Estimate estimate =
        !isObserved
            ? Estimate.undefined("not observed")
            : posts() == 0
                ? Estimate.undefined("no posts")
                : tally.groups.estimate(q -> ratio(q, quantity));
    return new PerPost(what, isObserved, sum(quantity), posts(), estimate);
  }

  private double ratio(Quantities quantities, Quantity quantity) {
    long posts = quantities.of(code, Quantity.OWN_POSTS);
    return posts == 0 ? Double.NaN : quantities.of(code, quantity) / (double) posts;
  }

  /**
   * {@return earned voice: messages of the audience to it and mentions, among these and its own
   * messages}
   */
  public Proportion earnedVoice() {
    return tally.groups.share(
        count(Quantity.EARNED),
        q -> q.of(code, Quantity.EARNED) + q.of(code, Quantity.OWN_MESSAGES));
  }

  /**
   * {@return generosity: how many of the organization's shares pass on what the audience said; the
   * share of its acts SHARE; its successes are how often} Empty where it shared nothing, or the log
   * does not show it.
   */
  public Proportion generosity() {
    return tally.groups.share(count(Quantity.OWN_SHARES_OF_AUDIENCE), count(Quantity.OWN_SHARES));
  }

  /**
   * {@return pass-along: how many of the persons it reached passed on something of it by an act
   * SHARE; the share of {@link #reach}} Where SHARE is not {@linkplain #isObserved observed}, its 0
   * says nothing.
   */
  public Proportion passAlong() {
    return Proportion.of(persons(BuzzTally.SHARED), reach());
  }

  /** {@return what is told of the organization, as rows: its part of {@link BuzzSummary#facts}} */
  public Facts facts() {
    Facts.Builder facts = Facts.of(origin);
    BuzzFacts.add(facts.about("organization", organization), this);
    return facts.build();
  }

  /** {@return everything as a table for people: lines of text} */
  public String table() {
    return facts().toString();
  }

  /** Whether there is no other whose voice it could be held against. */
  boolean isAlone() {
    return tally.organizations().size() == 1;
  }

  private String headline() {
    String end =
        ": "
            + Brief.count(mentions(), "mention")
            + ", earned voice "
            + NumberText.share(earnedVoice().value());
    String head = "buzz of " + organization + end;
    return head.length() <= Brief.HEADLINE ? head : "buzz" + end;
  }

  @Override
  public String toString() {
    String text =
        headline()
            + (isAlone()
                ? ""
                : "\nshare of voice "
                    + shareOfVoice()
                    + " of mentions, "
                    + shareOfVoiceByPerson()
                    + " of persons")
            + "\nnet sentiment "
            + netSentiment()
            + "\n"
            + conversation()
            + "\n"
            + amplification()
            + "\n"
            + applause()
            + "\nreach "
            + NumberText.count(reach());
    return Brief.cut(text);
  }

  /**
   * How often something happened for each post of an organization, or why that is not known.
   *
   * @param what what happened, in the plural
   * @param isObserved whether the log holds anything of the kind; where it holds none, that nobody
   *     did it cannot be told from data that do not show it
   * @param count how often it happened; 0 where it is not observed
   * @param posts how many posts there were
   * @param estimate count over posts with its error; undefined without posts, or not observed
   */
  public record PerPost(
      String what, boolean isObserved, long count, long posts, Estimate estimate) {
    /**
     * {@return how often it happened for each post, at least 0; NaN where it is not observed, or
     * there are no posts}
     */
    public double value() {
      return estimate.value();
    }

    @Override
    public String toString() {
      if (!isObserved) {
        return what + " per post: not observed";
      }
      return estimate
          + " "
          + what
          + " per post, "
          + NumberText.count(count)
          + "/"
          + NumberText.count(posts);
    }
  }
}
