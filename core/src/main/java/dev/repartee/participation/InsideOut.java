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
 * Whether people outside are answered as colleagues are inside: department by department, the
 * chance that it comes within a time when colleagues ask, beside the same when people ask.
 *
 * <p>A log does not say to whom an internal message is put, but a directory knows which department
 * owns a topic. So on both sides a <b>question to a department</b> is put on a topic that it owns,
 * and is over with the first message of one of its members in the conversation after it began:
 *
 * <ul>
 *   <li><b>outside</b>, a turn of a person of the audience, as in {@link Involvement#ownerCurve};
 *       what the audience cannot see does not end it;
 *   <li><b>inside</b>, messages of members of other departments on an internal channel of the
 *       organization. Until the owner comes, all that they write on topics of its own is one
 *       question, whoever writes: when colleagues put their heads together, nothing tells a second
 *       question from a try at an answer. Its clock starts with the first of them that expects a
 *       response. Owners of several topics may be asked side by side in one conversation, and a
 *       message of the owner ends the question to it, whatever its topic.
 * </ul>
 *
 * <p>What is not over at the as-of counts as waiting (Kaplan-Meier); bots and what is automatic
 * neither ask nor come. People of no directory are audience on internal channels, too.
 *
 * <p>The headline is Spearman's correlation of the two chances over the departments for which both
 * are defined; chances that differ by less than 1e-9 are ties. Fewer than 5 departments show
 * nothing: it is undefined then, as where all chances of a side are alike. Its interval comes of
 * chances drawn as widely as they scatter when people and conversations are left out group by
 * group, of inside and outside at once ({@link Replicated#drawn}), and is cut to [-1, 1]. A chance
 * of 0 or 1 does not scatter and is drawn as if it were sure. The interval says how sure it is of
 * <i>these</i> departments; whether such ranks may come by chance {@link #association} says. It is
 * association, not cause.
 *
 * <pre>{@code
 * InsideOut culture = log.measure(Participation.of(log.directory())).insideOut("Acme");
 * // culture ==> inside-out: none, 0 of the 5 departments it takes
 * culture.spearman();   // none (fewer than 5 departments)
 * culture.department("Support").reason();   // nobody asked inside, nobody asked outside
 * }</pre>
 *
 * <p>Immutable.
 */
public final class InsideOut {
  /** The fewest departments over which there is a correlation. */
  public static final int FEWEST = 5;

  private static final int LONGEST = 1000;
  private static final long SEED = 2009;
  private static final double PRECISION = 1e9;

  private final Duration limit;
  private final List<AskedDepartment> departments;

  /** Inside, of those that are compared, and then outside. */
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

  /** Of numbers inside followed by as many outside. */
  private static Association association(double[] numbers) {
    double[] rounded = Arrays.stream(numbers).map(InsideOut::rounded).toArray();
    int half = rounded.length / 2;
    return Association.of(
        Arrays.copyOf(rounded, half), Arrays.copyOfRange(rounded, half, rounded.length));
  }

  /** Products of the same fractions in another order differ in their last digits. */
  private static double rounded(double chance) {
    return Math.rint(chance * PRECISION) / PRECISION;
  }

  private static double spearman(double[] numbers) {
    return Arrays.stream(numbers).allMatch(Double::isFinite)
        ? association(numbers).spearman().value()
        : Double.NaN;
  }

  /** {@return the time within which departments are asked to come; inclusive} */
  public Duration limit() {
    return limit;
  }

  /** {@return all departments, those that nobody asked included; sorted by name} */
  public List<AskedDepartment> departments() {
    return departments;
  }

  /** {@return the departments for which both chances are defined, sorted by name} */
  public List<AskedDepartment> compared() {
    return departments.stream().filter(AskedDepartment::isCompared).toList();
  }

  /**
   * {@return the departments that are left out; {@link AskedDepartment#reason} says why; sorted by
   * name}
   */
  public List<AskedDepartment> leftOut() {
    return departments.stream().filter(one -> !one.isCompared()).toList();
  }

  /**
   * {@return how a department is asked and comes: the department}
   *
   * @param name of one of {@link #departments}
   * @throws IllegalArgumentException if there is none of this name
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
   * {@return Spearman's correlation of the chances inside and outside, with its 95 % interval; from
   * -1 to 1; undefined with fewer than 5 departments or where nothing varies; without interval
   * where all that a department was asked lies in one replicate group} Drawn anew at each call,
   * with a fixed seed, in some 20 ms.
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
   * {@return the chances as an association of things, which takes the departments for a sample of
   * many: with another interval, and a p value by permutation; of the departments that are
   * compared, in their order}
   */
  public Association association() {
    return association;
  }

  /** {@return everything as a table for people: lines of text} */
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

  /** Returns the correlation, or how many departments there are of those it takes. */
  String headline() {
    return association.size() >= FEWEST
        ? "inside-out " + spearman()
        : "inside-out: none, " + association.size() + " of the " + FEWEST + " departments it takes";
  }

  /** Returns the correlation, how many departments it is of, and which are left out and why. */
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
   * @param limit the time within which it is asked to come
   * @param inside from the questions of colleagues to its next message; {@code count()} is the
   *     number of questions, {@code eventCount()} that of the answered, and the rest wait
   * @param outside the same of the turns of people
   */
  public record AskedDepartment(
      String name, Duration limit, SurvivalCurve inside, SurvivalCurve outside) {
    /**
     * {@return the chance that it comes in time when colleagues ask, in [0, 1], those who wait
     * counted as waiting; undefined where nobody asked, or nobody was watched so long}
     */
    public Estimate insideWithin() {
      return inside.within(limit);
    }

    /**
     * {@return the chance that it comes in time when people outside ask, as {@link #insideWithin}}
     */
    public Estimate outsideWithin() {
      return outside.within(limit);
    }

    /** {@return whether both chances are defined; false where one is missing} */
    public boolean isCompared() {
      return reason().isEmpty();
    }

    /**
     * {@return why it is compared with no other, such as {@code "nobody asked inside"}; empty where
     * it is compared}
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

    /** Returns the chance inside with its counts. */
    String insideText() {
      return side(inside, insideWithin());
    }

    /** Returns the chance outside with its counts. */
    String outsideText() {
      return side(outside, outsideWithin());
    }

    /** Returns both chances within the limit, each with how many of the questions are answered. */
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
