package dev.repartee.structure;

import dev.repartee.internal.text.Brief;
import dev.repartee.text.NumberText;
import java.util.Optional;

/** Writes how conversations are built for people. */
final class StructureText {
  private static final int LONGEST_NAME = 120;

  private StructureText() {}

  static String text(StructureSummary summary) {
    StringBuilder text = new StringBuilder(summary.origin().under(headline(summary)));
    if (summary.conversations() > 0) {
      text.append("\ndepth: ").append(summary.depth());
      text.append("\nwidth: ").append(summary.width());
      text.append("\nmessages: ").append(summary.size());
      text.append("\nparticipants: ").append(summary.participants());
      text.append("\nh-index: ").append(summary.hIndex());
      text.append("\nmean distance ").append(summary.meanDistance());
      text.append("\nlargest: ").append(name(summary.largest()));
      text.append("\nmost viral: ").append(name(summary.mostViral()));
    }
    if (summary.open() > 0) {
      text.append("\napart: ").append(NumberText.count(summary.open())).append(" open");
    }
    return text.append("\n").append(summary.origin()).toString();
  }

  private static String headline(StructureSummary summary) {
    if (summary.conversations() == 0) {
      return summary.open() == 0
          ? "structure: no data"
          : "structure: no data yet, " + NumberText.count(summary.open()) + " open";
    }
    return "structure: mean distance "
        + NumberText.decimal(summary.meanDistance().value())
        + ", "
        + Brief.count(summary.conversations(), "conversation");
  }

  private static String name(Optional<StructureSummary.Conversation> conversation) {
    String name = conversation.map(StructureSummary.Conversation::toString).orElse("none");
    return name.length() > LONGEST_NAME ? "…" + name.substring(name.length() - LONGEST_NAME) : name;
  }
}
