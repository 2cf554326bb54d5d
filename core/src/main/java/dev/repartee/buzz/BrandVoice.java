package dev.repartee.buzz;

import dev.repartee.buzz.BuzzTally.Quantities;
import dev.repartee.internal.tally.SortedTable;
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

  /** {@return the name of the organization} */
  public String organization() {
    return organization;
  }

  /**
   * Returns whether the log, up to its as-of, contains a kind of act by anybody in the audience. If
   * not, data in which nobody did it cannot be distinguished from data that does not record it.
   *
   * @param kind the kind
   * @return whether a count of 0 can be trusted
   * @throws IllegalArgumentException if the kind changes or rates a conversation ({@link
   *     ActKind#isOfState}), and so is not a row of a log
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
   * {@return the number of mentions of the organization in acts and messages, at least 0} If
   * MENTION is not {@linkplain #isObserved observed}, only messages count.
   */
  public long mentions() {
    return mentionsByAct() + mentionsByMessage();
  }

  /** {@return the number of acts MENTION about it} */
  public long mentionsByAct() {
    return sum(Quantity.MENTION_ACTS);
  }

  /**
   * {@return the number of audience messages that mention it, at least 0: they open a conversation
   * addressed to it, or name one of its members}
   */
  public long mentionsByMessage() {
    return sum(Quantity.MENTION_MESSAGES);
  }

  /**
   * {@return the number of distinct persons who mentioned it, at least 0, without rows that have no
   * author}
   */
  public long mentioners() {
    return persons(BuzzTally.MENTIONED);
  }

  /**
   * {@return the number of distinct persons of the audience who dealt with it in any way that the
   * log shows, such as writing to it, viewing, clicking, following or mentioning; at least {@link
   * #mentioners}, without rows that have no author}
   */
  public long reach() {
    return persons(BuzzTally.REACHED);
  }

  private long persons(long bits) {
    SortedTable table = tally.persons().table(0);
    long count = 0;
    for (int at = 0; at < table.size(); at++) {
      count += (int) table.key(at) == code && (table.value(at, 0) & bits) != 0 ? 1 : 0;
    }
    return count;
  }

  /**
   * {@return the share of voice by message: its mentions among the mentions of all organizations of
   * the directory} With one organization it is 1, which says nothing, so it is not printed.
   */
  public Proportion shareOfVoice() {
    return tally.groups.share(
        q -> mentions(q, code),
        q -> q.ofAll(Quantity.MENTION_ACTS) + q.ofAll(Quantity.MENTION_MESSAGES));
  }

  /**
   * {@return the share of voice by person: the distinct persons who mention it among those who
   * mention any organization of the directory, without rows that have no author} A person who
   * mentions several organizations counts for each, so the shares may add up to more than 1.
   */
  public Proportion shareOfVoiceByPerson() {
    SortedTable table = tally.persons().table(0);
    long last = -1;
    long all = 0;
    for (int at = 0; at < table.size(); at++) {
      long person = table.key(at) >>> Integer.SIZE;
      if ((table.value(at, 0) & BuzzTally.MENTIONED) != 0 && person != last) {
        last = person;
        all++;
      }
    }
    return Proportion.of(mentioners(), all);
  }

  /** {@return the number of messages to it, and mentions, labeled positive, at least 0} */
  public long positive() {
    return sum(Quantity.POSITIVE);
  }

  /** {@return the number of messages to it, and mentions, labeled negative, at least 0} */
  public long negative() {
    return sum(Quantity.NEGATIVE);
  }

  /** {@return the number of messages to it, and mentions, labeled neutral, at least 0} */
  public long neutral() {
    return sum(Quantity.NEUTRAL);
  }

  /**
   * {@return the number of messages to it, and mentions, without a sentiment label, at least 0} Net
   * sentiment ignores them.
   */
  public long unlabelled() {
    return sum(Quantity.EARNED) - positive() - neutral() - negative();
  }

  /**
   * {@return net sentiment: (positive - negative) / (positive + neutral + negative) over the
   * labeled messages to it and mentions, from -1 to 1 with its interval; undefined if nothing is
   * labeled}
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
   * {@return the number of messages by the organization, including automatic ones and those from
   * bots, at least 0}
   */
  public long ownMessages() {
    return sum(Quantity.OWN_MESSAGES);
  }

  /**
   * {@return the number of conversations opened by the organization, at most {@link #ownMessages}}
   */
  public long posts() {
    return sum(Quantity.OWN_POSTS);
  }

  /**
   * {@return the conversation rate: audience messages below the organization's posts, per post}
   *
   * <p>Source of the three rates: A. Kaushik, 2011, "Best Social Media Metrics: Conversation,
   * Amplification, Applause, Economic Value".
   */
  public PerPost conversation() {
    boolean isObserved = (seen & (SeenKinds.MESSAGE | SeenKinds.REPLY_TO_AUDIENCE)) != 0;
    return perPost("comments", Quantity.COMMENTS, isObserved);
  }

  /**
   * {@return the amplification rate: shares of the organization's posts by the audience, per post}
   * {@link #passAlong} shows how many persons share.
   */
  public PerPost amplification() {
    return perPost("shares", Quantity.POST_SHARES, isObserved(ActKind.SHARE));
  }

  /**
   * {@return the applause rate: reactions of the audience to the organization's posts, per post}
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
   * {@return earned voice: audience messages to it and mentions, as a share of these and its own
   * messages}
   */
  public Proportion earnedVoice() {
    return tally.groups.share(
        count(Quantity.EARNED),
        q -> q.of(code, Quantity.EARNED) + q.of(code, Quantity.OWN_MESSAGES));
  }

  /**
   * {@return generosity: the share of the organization's acts SHARE that pass on something the
   * audience said} It is empty if the organization shared nothing, or the log does not show it.
   */
  public Proportion generosity() {
    return tally.groups.share(count(Quantity.OWN_SHARES_OF_AUDIENCE), count(Quantity.OWN_SHARES));
  }

  /**
   * {@return pass-along: the share of the persons in its {@link #reach} who passed on something
   * from it by an act SHARE} If SHARE is not {@linkplain #isObserved observed}, its 0 says nothing.
   */
  public Proportion passAlong() {
    return Proportion.of(persons(BuzzTally.SHARED), reach());
  }

  /** {@return the facts of the organization: its part of {@link BuzzSummary#facts}} */
  public Facts facts() {
    Facts.Builder facts = Facts.of(origin);
    BuzzFacts.add(facts.about("organization", organization), this);
    return facts.build();
  }

  /** {@return everything as a readable table} */
  public String table() {
    return facts().toString();
  }

  /** Whether there is no other organization to compare its voice with. */
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
   * How often something happened per post of an organization, if that is known.
   *
   * @param what the thing that happened, in the plural
   * @param isObserved whether the log contains anything of the kind; if not, data in which nobody
   *     did it cannot be distinguished from data that does not record it
   * @param count how often it happened; 0 if it is not observed
   * @param posts the number of posts
   * @param estimate count divided by posts, with its error; undefined without posts, or if not
   *     observed
   */
  public record PerPost(
      String what, boolean isObserved, long count, long posts, Estimate estimate) {
    /**
     * {@return how often it happened per post, at least 0; NaN if it is not observed, or there are
     * no posts}
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
