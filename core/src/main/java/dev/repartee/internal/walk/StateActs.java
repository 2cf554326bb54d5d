package dev.repartee.internal.walk;

import dev.repartee.measure.Slice;
import dev.repartee.model.ActKind;
import java.util.Arrays;
import java.util.List;

/**
 * What became of the conversations of a log: the acts that resolve, reopen, hold, resume, assign
 * and rate, conversation by conversation, in order of the time at which they take effect. They are
 * no rows, so that no walk over rows meets them.
 *
 * <p>Acts of one conversation have numbers in a row, from {@link #begin} to {@link #end}.
 */
public final class StateActs {
  private static final List<ActKind> KINDS = List.of(ActKind.values());

  /** The first messages of the conversations that have any, ascending. */
  private final int[] openers;

  /** Where the acts of each begin, then the number of acts. */
  private final int[] starts;

  private final Facts facts;

  /** Of each act the next that resolves, itself perhaps, in any conversation. */
  private final int[] nextResolve;

  private final long firstState;
  private final long firstRating;

  /** Everything that is known of acts, each an array with a place for each act. */
  public static final class Facts {
    final byte[] kind;
    final long[] at;
    final long[] effective;
    final int[] before;
    final int[] person;
    final short[] member;
    final short[] organization;
    final byte[] author;
    final int[] detail;
    final List<String> departments;

    /** Makes room for some acts; departments are names that {@code put} gives the numbers of. */
    public Facts(int size, List<String> departments) {
      this.kind = new byte[size];
      this.at = new long[size];
      this.effective = new long[size];
      this.before = new int[size];
      this.person = new int[size];
      this.member = new short[size];
      this.organization = new short[size];
      this.author = new byte[size];
      this.detail = new int[size];
      this.departments = departments;
    }

    /** Puts what was done and when: the act comes before a message and all later ones. */
    public void put(int i, ActKind what, long own, long takesEffect, int nextMessage) {
      kind[i] = (byte) what.ordinal();
      at[i] = own;
      effective[i] = takesEffect;
      before[i] = nextMessage;
    }

    /** Returns the message that an act was put before. */
    public int nextMessage(int i) {
      return before[i];
    }

    /** Puts who did it: a person that wrote messages, of an organization, or {@code NONE}. */
    public void by(int i, Author who, int whichPerson, int ofOrganization) {
      author[i] = (byte) who.ordinal();
      person[i] = whichPerson;
      member[i] = (short) ofOrganization;
    }

    /** Puts the strand it refers to, {@code NONE} for all, and the rating or the department. */
    public void about(int i, int ofOrganization, int ratingOrDepartment) {
      organization[i] = (short) ofOrganization;
      detail[i] = ratingOrDepartment;
    }
  }

  /** Who does such acts. */
  public enum Author {
    /** Somebody of the audience, in a forum anybody. */
    AUDIENCE,
    /** A member of an organization, bots too. */
    MEMBER,
    /** A program of no organization, or nobody that the data names. */
    UNNAMED
  }

  /**
   * Creates the acts from acts in order; those of a conversation begin at the start with the index
   * of its opener.
   */
  public StateActs(int[] openers, int[] starts, Facts facts) {
    this.openers = openers;
    this.starts = starts;
    this.facts = facts;
    this.nextResolve = new int[facts.kind.length];
    int next = facts.kind.length;
    long state = Long.MAX_VALUE;
    long rating = Long.MAX_VALUE;
    for (int i = facts.kind.length - 1; i >= 0; i--) {
      next = kind(i) == ActKind.RESOLVE ? i : next;
      nextResolve[i] = next;
      if (kind(i) == ActKind.RATE) {
        rating = Math.min(rating, facts.effective[i]);
      } else {
        state = Math.min(state, facts.effective[i]);
      }
    }
    this.firstState = state;
    this.firstRating = rating;
  }

  public int size() {
    return facts.kind.length;
  }

  /** Returns whether there is anything except ratings up to an instant. */
  public boolean hasStates(long asOf) {
    return firstState <= asOf;
  }

  /** Returns whether anything is rated up to an instant. */
  public boolean hasRatings(long asOf) {
    return firstRating <= asOf;
  }

  /** Returns the first act of the conversation that a message opens. */
  public int begin(int opener) {
    int place = Arrays.binarySearch(openers, opener);
    return place < 0 ? 0 : starts[place];
  }

  /** Returns the act after the last of the conversation that a message opens. */
  public int end(int opener) {
    int place = Arrays.binarySearch(openers, opener);
    return place < 0 ? 0 : starts[place + 1];
  }

  /** Returns when the last act of the conversation takes effect that a message opens. */
  public long latestIn(int opener) {
    int end = end(opener);
    return end == begin(opener) ? Long.MIN_VALUE : facts.effective[end - 1];
  }

  public ActKind kind(int i) {
    return KINDS.get(facts.kind[i]);
  }

  /** Returns the own time; epoch milliseconds. */
  public long at(int i) {
    return facts.at[i];
  }

  /** Returns when it takes effect: not before what it is done on; epoch milliseconds. */
  public long effectiveAt(int i) {
    return facts.effective[i];
  }

  /** Returns the message of the conversation that comes after the act, or the end of all. */
  public int nextMessage(int i) {
    return facts.before[i];
  }

  /** Returns the first act of some in a row that comes after a message, or the end. */
  public int firstAfter(int message, int begin, int end) {
    int low = begin;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (facts.before[middle] > message) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Returns the first act from one on that resolves, whatever it is done on. */
  public int resolveFrom(int i) {
    return i < nextResolve.length ? nextResolve[i] : i;
  }

  /** Returns the person who did it, {@link Slice#NONE} for one who wrote no message. */
  public int person(int i) {
    return facts.person[i];
  }

  public Author author(int i) {
    return AUTHORS.get(facts.author[i]);
  }

  private static final List<Author> AUTHORS = List.of(Author.values());

  /** Returns whether it refers to the strand of an organization, {@code NONE} in a forum. */
  public boolean isAbout(int i, int organization) {
    int told = facts.member[i] == Slice.NONE ? facts.organization[i] : facts.member[i];
    return told == Slice.NONE || told == organization;
  }

  /**
   * Returns whether it counts in a strand: done by a member, without an author, in a forum by
   * anybody, or else by one of those who asked.
   */
  public boolean isBy(int i, int organization, int asker) {
    return facts.author[i] != Author.AUDIENCE.ordinal()
        || organization == Slice.NONE
        || (facts.person[i] == asker && asker != Slice.NONE);
  }

  /** Returns the rating. */
  public int rating(int i) {
    return facts.detail[i];
  }

  /** Returns the department that it is given to, empty for none. */
  public String department(int i) {
    return facts.detail[i] == Slice.NONE ? "" : facts.departments.get(facts.detail[i]);
  }

  @Override
  public String toString() {
    return size() + " acts in " + openers.length + " conversations";
  }
}
