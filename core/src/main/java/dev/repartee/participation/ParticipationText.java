package dev.repartee.participation;

import dev.repartee.internal.text.Brief;
import dev.repartee.participation.InsideOut.AskedDepartment;
import dev.repartee.participation.Involvement.TieKind;
import dev.repartee.stats.EIIndex;
import dev.repartee.stats.Evenness;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.List;

/** Writes a participation summary for people. */
final class ParticipationText {
  private static final int SHOWN = 3;
  private static final Duration DAY = Duration.ofDays(1);

  private ParticipationText() {}

  static String text(ParticipationSummary summary) {
    List<String> organizations = summary.organizations();
    StringBuilder text =
        new StringBuilder(summary.origin().under(headline(summary, organizations)));
    for (String name : organizations.subList(0, Math.min(SHOWN, organizations.size()))) {
      Involvement one = summary.organization(name);
      text.append("\n").append(name).append(": ").append(one);
      if (one.messages() > 0) {
        text.append("\n  departments ").append(one.departmentEvenness());
        text.append("\n  members ").append(one.memberEvenness());
        text.append("\n  silos: ").append(one.silos());
        text.append("\n  ").append(summary.insideOut(name).headline());
      }
    }
    if (organizations.size() > SHOWN) {
      text.append("\n… ").append(organizations.size() - SHOWN).append(" more in table()");
    }
    text.append("\n").append(summary.origin());
    return Brief.cut(text);
  }

  private static String headline(ParticipationSummary summary, List<String> organizations) {
    if (organizations.isEmpty()) {
      return "participation: no members in the directory";
    }
    if (organizations.size() > 1) {
      return "participation of " + NumberText.count(organizations.size()) + " organizations";
    }
    return Brief.headline("participation: " + summary.organization(organizations.get(0)));
  }

  static String table(ParticipationSummary summary) {
    TextTable table = TextTable.of("organization", "", "");
    for (String name : summary.organizations()) {
      rows(table, name, summary.organization(name), summary.usualDepartments());
      insideOut(table, name, summary.insideOut(name));
    }
    table.row("left out", "strands of more than 64 members, from ties", summary.assemblies());
    table.row("left out", "times against the order of messages", summary.clockSkew());
    return summary.origin().measure() + "\n" + table;
  }

  private static void rows(TextTable table, String name, Involvement one, List<String> usual) {
    List<String> departments = one.departments();
    table.row(name, "messages of members", one.messages());
    table.row(name, "departments that spoke", one.activeDepartments());
    table.row(name, "members who spoke", one.activeMembers());
    table.row(name, "leaders who spoke", one.activeLeaders());
    table.row(name, "leaders' share of replies", one.leadersShareOfReplies());
    boolean hasUsual = departments.stream().anyMatch(usual::contains);
    table.row(
        name,
        "outside " + String.join(" and ", usual),
        hasUsual ? one.outsideShare() : "not defined (no such department)");
    evenness(table, name, "departments", one.departmentEvenness());
    table.row(name, "departments in effect", one.effectiveDepartments());
    evenness(table, name, "members", one.memberEvenness());
    table.row(name, "members in effect", one.effectiveMembers());
    table.row(name, "members who wrote again in the next month", one.retention());
    EIIndex replies = one.silos();
    for (TieKind kind : TieKind.values()) {
      EIIndex silos = kind == TieKind.REPLY ? replies : one.silos(kind);
      String ties =
          switch (kind) {
            case REPLY -> "ties by replies";
            case JOINT_WORK -> "ties by joint work";
            case ANY -> "ties";
          };
      table.row(name, ties, silos);
    }
    table.row(name, "chance of such ties by replies, p", NumberText.decimal(replies.pValue()));
    table.row(name, "turns answered so far", one.coverage());
    table.row(name, "within 1 d", one.within(DAY));
    for (String department : departments) {
      table.row(name, "messages of " + department, one.messages(department));
      table.row(name, "answered so far without " + department, one.coverageWithout(department));
      table.row(name, "within 1 d without " + department, one.withinWithout(department, DAY));
    }
    table.row(name, "on owned topics answered by the owner", one.rightHands());
    table.row(name, "until the owner came", one.ownerCurve().median());
    table.row(name, "handed on within 1 d", one.handOffs().within(DAY));
  }

  private static void insideOut(TextTable table, String name, InsideOut found) {
    table.row(name, "inside-out, Spearman", found.spearman());
    for (AskedDepartment one : found.compared()) {
      table.row(name, "inside within 1 d, " + one.name(), one.insideText());
      table.row(name, "outside within 1 d, " + one.name(), one.outsideText());
    }
    for (AskedDepartment one : found.leftOut()) {
      table.row(name, "not inside-out: " + one.name(), one.reason());
    }
  }

  private static void evenness(TextTable table, String name, String what, Evenness evenness) {
    table.row(name, what, evenness);
    table.row(name, "evenness of " + what + ", Pielou", NumberText.decimal(evenness.pielou()));
    table.row(name, "evenness of " + what + ", Gini", NumberText.decimal(evenness.gini()));
  }
}
