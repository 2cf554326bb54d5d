package dev.repartee.participation;

import dev.repartee.stats.Association;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Interval;
import dev.repartee.stats.Replicated;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether people outside are answered as colleagues are inside: for each department, the
 * probability that it responds within a time when colleagues ask, compared with the same when
 * people outside ask.
 *
 * <p>A log does not say who an internal message is addressed to, but the directory says which
 * department owns a topic. On both sides, a <b>question to a department</b> is therefore a question
 * on a topic that it owns. It ends with the first later message of one of the department's members
 * in the conversation:
 *
 * <ul>
 *   <li><b>outside</b>, a question is a turn of a person of the audience, as in {@link
 *       Involvement#ownerCurve}; messages hidden from the audience do not end it;
 *   <li><b>inside</b>, it consists of messages of members of other departments on an internal
 *       channel of the organization. Until the owner responds, everything they write on the owner's
 *       topics is one question, whoever writes: when colleagues discuss, a second question cannot
 *       be distinguished from an attempt at an answer. The clock starts with the first of these
 *       messages that expects a response. Owners of several topics may be asked in parallel in one
 *       conversation. A message of an owner ends the question to it, whatever the topic of that
 *       message.
 * </ul>
 *
 * <p>A question that has not ended at the as-of is censored (Kaplan–Meier). Bots and automatic
 * messages neither ask nor respond. People who are not in the directory are audience on internal
 * channels too.
 *
 * <p>The headline is Spearman's correlation of the two probabilities over the departments for which
 * both are defined; probabilities that differ by less than 1e-9 are ties. It is undefined with
 * fewer than 5 departments, and if all probabilities on one side are equal. Its interval, cut to
 * [-1, 1], comes from drawing probabilities as widely as they scatter when people and conversations
 * are left out group by group, inside and outside at once ({@link Replicated#drawn}). A probability
 * of 0 or 1 does not scatter and is drawn as if it were certain. The interval shows how certain the
 * correlation is for <i>these</i> departments; {@link #association} shows whether such ranks may
 * arise by chance. It is an association, not a cause.
 *
 * <pre>{@code
 * InsideOut culture = log.measure(Participation.of(log.directory())).insideOut("Acme");
 * // culture ==> inside-out: none, 0 of the 5 departments it takes
 * culture.spearman();   // none (fewer than 5 departments)
 * culture.department("Support").reason();   // nobody asked inside, nobody asked outside
 * }</pre>
 *
 * <p>Immutable.
 *
 * <p>Guide: {@code core/docs/guide/metrics/participation.md}.
 */
public final class InsideOut {
  /** The smallest number of departments for which the correlation is defined. */
  public static final int FEWEST = 5;

  private static final int LONGEST = 1000;
  private static final long SEED = 2009;
  private static final double PRECISION = 1e9;

  private final Duration limit;
  private final List<AskedDepartment> departments;

  /** Of the departments compared: first inside, then outside. */
  private final List<Replicated> chances;

  private final Association association;

  InsideOut(Duration limit, List<AskedDepartment> departments) {
    this.limit = limit;
    this.departments = List.copyOf(departments);
    this.chances = new ArrayList<>();
    compared().forEach(one -> chances.add(one.inside().withinReplicated(limit)));
    compared().forEach(one -> chances.add(one.outside().withinReplicated(limit)));
    this.association = association(chances.stream().mapToDouble(Replicated::value).toArray());
  }

  /** Of numbers inside, followed by as many outside. */
  private static Association association(double[] numbers) {
    double[] rounded = Arrays.stream(numbers).map(InsideOut::rounded).toArray();
    int half = rounded.length / 2;
    return Association.of(
        Arrays.copyOf(rounded, half), Arrays.copyOfRange(rounded, half, rounded.length));
  }

  /** Products of the same fractions in a different order may differ in their last digits. */
  private static double rounded(double chance) {
    return Math.rint(chance * PRECISION) / PRECISION;
  }

  private static double spearman(double[] numbers) {
    return Arrays.stream(numbers).allMatch(Double::isFinite)
        ? association(numbers).spearman().value()
        : Double.NaN;
  }

  /** {@return the time within which departments should respond, inclusive} */
  public Duration limit() {
    return limit;
  }

  /** {@return all departments, including those that nobody asked, sorted by name} */
  public List<AskedDepartment> departments() {
    return departments;
  }

  /** {@return the departments for which both chances are defined, sorted by name} */
  public List<AskedDepartment> compared() {
    return departments.stream().filter(AskedDepartment::isCompared).toList();
  }

  /**
   * {@return the departments that are left out, sorted by name; {@link AskedDepartment#reason} says
   * why}
   */
  public List<AskedDepartment> leftOut() {
    return departments.stream().filter(one -> !one.isCompared()).toList();
  }

  /**
   * {@return the results of a department}
   *
   * @param name the name of one of {@link #departments}
   * @throws IllegalArgumentException if there is none with this name
   */
  public AskedDepartment department(String name) {
    return departments.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "name ("
                        + name
                        + ") must be one of "
                        + departments.stream().map(AskedDepartment::name).toList()));
  }

  /**
   * {@return Spearman's correlation of the probabilities inside and outside, from -1 to 1, with its
   * 95 % interval; undefined with fewer than 5 departments or if nothing varies; without an
   * interval if all questions to a department lie in one replicate group} It is drawn anew at each
   * call, with a fixed seed, in about 20 ms.
   */
  public Estimate spearman() {
    if (association.size() < FEWEST) {
      return Estimate.undefined("fewer than " + FEWEST + " departments");
    }
    Estimate plain = association.spearman();
    if (!plain.isDefined()) {
      return plain; // nothing varies
    }
    Estimate found = Replicated.drawn(chances, InsideOut::spearman, SEED);
    return found.hasInterval()
        ? Estimate.of(
            found.value(),
            found.standardError(),
            new Interval(Math.max(-1, found.low()), Math.min(1, found.high())),
            found.level(),
            found.groups())
        : found;
  }

  /**
   * {@return the association of the probabilities, which treats the compared departments as a
   * sample of many: with a different interval, and a p value by permutation; in the order of the
   * departments}
   */
  public Association association() {
    return association;
  }

  /** {@return everything as a readable table} */
  public String table() {
    String within = "within " + DurationText.of(limit);
    TextTable table = TextTable.of("department", "inside, " + within, "outside, " + within, "");
    for (AskedDepartment one : departments) {
      table.row(
          one.name(),
          one.insideText(),
          one.outsideText(),
          one.isCompared() ? "" : "left out: " + one.reason());
    }
    return table + "\nSpearman " + spearman() + " of " + association.size() + "; not cause";
  }

  /** Returns the correlation, or the number of departments and how many are needed. */
  String headline() {
    return association.size() >= FEWEST
        ? "inside-out " + spearman()
        : "inside-out: none, " + association.size() + " of the " + FEWEST + " departments it takes";
  }

  /** Returns the correlation, its number of departments, and which are left out and why. */
  @Override
  public String toString() {
    String text =
        headline()
            + "\nwithin "
            + DurationText.of(limit)
            + ", departments compared: "
            + NumberText.count(association.size());
    String leftOut =
        leftOut().stream()
            .map(one -> "\nleft out: " + one.name() + ", " + one.reason())
            .collect(Collectors.joining());
    String all = text + leftOut;
    return all.length() > LONGEST ? all.substring(0, LONGEST - 1) + "…" : all;
  }

  /**
   * How long a department lets colleagues and people outside wait, on the topics that it owns.
   *
   * @param name its name
   * @param limit the time within which it should respond
   * @param inside the time from questions of colleagues to its next message; {@code count()} is the
   *     number of questions, {@code eventCount()} that of the answered ones; the rest are waiting
   * @param outside the same for turns of people outside
   */
  public record AskedDepartment(
      String name, Duration limit, SurvivalCurve inside, SurvivalCurve outside) {
    /**
     * {@return the probability that it responds in time when colleagues ask, in [0, 1], with
     * questions still waiting as censored; undefined if nobody asked, or no question was watched
     * that long}
     */
    public Estimate insideWithin() {
      return inside.within(limit);
    }

    /**
     * {@return the probability that it responds in time when people outside ask, as {@link
     * #insideWithin}}
     */
    public Estimate outsideWithin() {
      return outside.within(limit);
    }

    /** {@return whether both probabilities are defined} */
    public boolean isCompared() {
      return reason().isEmpty();
    }

    /**
     * {@return why it is left out of the comparison, such as {@code "nobody asked inside"}; empty
     * if it is compared}
     */
    public String reason() {
      String within = reason(inside, "inside");
      String without = reason(outside, "outside");
      return within + (within.isEmpty() || without.isEmpty() ? "" : ", ") + without;
    }

    private String reason(SurvivalCurve curve, String where) {
      Estimate chance = curve.within(limit);
      if (chance.isDefined()) {
        return "";
      }
      return (curve.count() == 0 ? "nobody asked" : chance.note()) + " " + where;
    }

    private static String side(SurvivalCurve curve, Estimate chance) {
      return chance
          + ", "
          + NumberText.count(curve.eventCount())
          + "/"
          + NumberText.count(curve.count())
          + " answered";
    }

    /** Returns the probability inside with its counts. */
    String insideText() {
      return side(inside, insideWithin());
    }

    /** Returns the probability outside with its counts. */
    String outsideText() {
      return side(outside, outsideWithin());
    }

    /** Returns both probabilities within the limit, each with the number of questions answered. */
    @Override
    public String toString() {
      return name
          + " within "
          + DurationText.of(limit)
          + ": inside "
          + insideText()
          + "; outside "
          + outsideText();
    }
  }
}
