package dev.repartee.buzz;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.text.TextTable;
import java.util.List;

/** The buzz of each organization of a directory. Organizations are never pooled. */
public final class BuzzSummary extends Summary.Backed<BuzzSummary> {

  private final Evidence<BuzzTally> evidence;

  BuzzSummary(Evidence<BuzzTally> evidence) {
    super(evidence, BuzzSummary::new);
    this.evidence = evidence;
    evidence.tally().persons(); // tells persons by name, once
  }

  /**
   * {@return the names of the organizations of the directory, sorted; none in a public forum, or if
   * no row was seen}
   */
  public List<String> organizations() {
    return evidence.tally().organizations();
  }

  /**
   * {@return the buzz of an organization}
   *
   * @param organization its name
   * @throws IllegalArgumentException if it is not one of {@link #organizations}
   */
  public BrandVoice voice(String organization) {
    int code = organizations().indexOf(organization);
    if (code < 0) {
      throw new IllegalArgumentException(
          "organization ("
              + organization
              + ") must be one of "
              + organizations()
              + (organizations().isEmpty()
                  ? ": no row was seen, or the directory has no organization"
                  : ", the organizations of the directory"));
    }
    return new BrandVoice(organization, code, evidence);
  }

  /** {@return the buzz of every organization, as an immutable list in the order of names} */
  public List<BrandVoice> voices() {
    return organizations().stream().map(this::voice).toList();
  }

  /**
   * {@return the number of audience rows that concern no organization, at least 0; in a public
   * forum all of them}
   */
  public long unaddressed() {
    return evidence.tally().unaddressed;
  }

  /**
   * {@return the number of automatic rows of the audience, at least 0; no other count includes
   * them}
   */
  public long automatic() {
    return evidence.tally().automatic;
  }

  /** {@return how often a row without an author was left out of a count of persons, at least 0} */
  public long anonymous() {
    return evidence.tally().anonymous;
  }

  @Override
  public Facts facts() {
    return BuzzFacts.of(this);
  }

  private String apart() {
    StringBuilder text = new StringBuilder();
    append(text, unaddressed(), "of the audience that concern no organization");
    append(text, automatic(), "of the audience sent automatically");
    append(text, anonymous(), "without an author, not among the persons");
    return text.toString();
  }

  private static void append(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append("\napart: ").append(Brief.count(count, "row") + " ").append(what);
    }
  }

  @Override
  public String toString() {
    String text = text() + apart() + "\n" + origin();
    return Brief.cut(text);
  }

  private String text() {
    List<BrandVoice> voices = voices();
    if (voices.size() == 1) {
      return voices.get(0).toString();
    }
    if (voices.isEmpty()) {
      return unaddressed() + automatic() == 0 ? "buzz: no data" : "buzz: no organization";
    }
    TextTable table = TextTable.of("", "mentions", "share of voice", "net sentiment");
    voices.stream()
        .limit(8)
        .forEach(
            v ->
                table.row(
                    v.organization(), v.mentions(), v.shareOfVoice().value(), v.netSentiment()));
    return "buzz of " + voices.size() + " organizations\n" + table;
  }
}
