package dev.repartee.examples.quickstart;

import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.measure.Breakdown;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What became of conversations on each channel, as bars of shares. */
final class FormsPicture {
  static final String ID = "forms";
  private static final String TITLE = "What becomes of a conversation, channel by channel";
  private static final int MOST = 12;
  private static final int ROOM = 62;
  private static final int LEGEND = 46;
  private static final int FOOT = 24;

  private record Channel(String name, DialogueSummary dialogue) {}

  private final List<Channel> channels;
  private final boolean isForum;

  private FormsPicture(List<Channel> channels, boolean isForum) {
    this.channels = channels;
    this.isForum = isForum;
  }

  static Picture of(Breakdown<DialogueSummary> byChannel, boolean isForum) {
    List<Channel> channels = new ArrayList<>();
    byChannel.forEach(
        (key, dialogue) -> {
          if (dialogue.strands() > 0) {
            channels.add(new Channel(CulturePage.name(key), dialogue));
          }
        });
    if (channels.isEmpty()) {
      return Picture.missing(
          ID, TITLE, "No conversation is old enough to say what became of it, so none is drawn.");
    }
    channels.sort(Comparator.comparingLong((Channel c) -> -c.dialogue().strands()));
    return new FormsPicture(channels, isForum).picture(byChannel.total());
  }

  private Picture picture(DialogueSummary total) {
    List<Channel> shown = channels.subList(0, Math.min(MOST, channels.size()));
    List<String> notes = new ArrayList<>();
    notes.add(
        "Dialogue: somebody wrote, was answered, and came back. Answered: nobody came back. "
            + (isForum
                ? "Unheard: nobody else answered."
                : "Both wrote: both sides did, but not to each other. Unheard: only people wrote."
                    + " One-sided: only the organization did.")
            + " Conversations of the last 7 days, "
            + NumberText.count(total.open())
            + " here, can still change and are left out.");
    if (channels.size() > MOST) {
      notes.add(
          "Drawn are the "
              + MOST
              + " channels with the most conversations; all "
              + channels.size()
              + " are in the counts.");
    }
    return new Picture(
        ID,
        TITLE,
        "Of "
            + TextPage.count(total.strands(), "conversation")
            + " on "
            + TextPage.count(channels.size(), "channel")
            + ", "
            + NumberText.count(total.count(Form.DIALOGUE))
            + " became a dialogue and "
            + NumberText.count(total.count(Form.UNHEARD))
            + " went unheard. Of those in which people wrote, "
            + Percent.of(total.twoWay())
            + " went both ways.",
        svg -> draw(svg, shown),
        LEGEND + ROOM * shown.size() + FOOT,
        notes,
        table());
  }

  private static void draw(Svg svg, List<Channel> shown) {
    legend(svg);
    svg.scale(LEGEND + ROOM * shown.size() + 14);
    for (int i = 0; i < shown.size(); i++) {
      DialogueSummary dialogue = shown.get(i).dialogue();
      int y = LEGEND + ROOM * i;
      svg.text(
          0, y + 14, Svg.Anchor.START, "name", PlainWords.brief(shown.get(i).name(), Share.NAME));
      svg.text(
          0,
          y + 29,
          Svg.Anchor.START,
          "small",
          NumberText.count(dialogue.strands())
              + ": "
              + part(dialogue, Form.DIALOGUE)
              + " dialogue, "
              + part(dialogue, Form.UNHEARD)
              + " unheard");
      svg.ticks(y + 33, y + 55);
      double x = 0;
      for (Form form : Form.values()) {
        double width = 100.0 * dialogue.count(form) / dialogue.strands();
        if (width > 0) {
          // A gap tells neighbours apart without their colours.
          svg.rect(x, y + 35, Math.max(0.15, width - 0.3), 18, ink(form));
        }
        x += width;
      }
    }
  }

  private static String part(DialogueSummary dialogue, Form form) {
    return Percent.of((double) dialogue.count(form) / dialogue.strands());
  }

  private static void legend(Svg svg) {
    int i = 0;
    for (Form form : Form.values()) {
      if (form != Form.CUT) {
        double x = 34 * (i % 3);
        int y = 4 + 19 * (i / 3);
        svg.rect(x, y, 2.5, 12, ink(form));
        svg.text(x + 4, y + 11, Svg.Anchor.START, "small", name(form));
        i++;
      }
    }
  }

  private static String name(Form form) {
    return switch (form) {
      case DIALOGUE -> "dialogue";
      case ANSWERED -> "answered";
      case ECHO -> "both wrote";
      case UNHEARD -> "unheard";
      case BROADCAST -> "one-sided";
      case CUT -> "beginning missing";
    };
  }

  private static Svg.Ink ink(Form form) {
    return switch (form) {
      case DIALOGUE -> Svg.Ink.DIALOGUE;
      case ANSWERED -> Svg.Ink.ANSWERED;
      case ECHO -> Svg.Ink.ECHO;
      case UNHEARD -> Svg.Ink.UNHEARD;
      case BROADCAST, CUT -> Svg.Ink.BROADCAST;
    };
  }

  private HtmlTable table() {
    HtmlTable table =
        HtmlTable.of(
            "channel",
            "conversations",
            "dialogue",
            "answered",
            "both wrote",
            "unheard",
            "one-sided",
            "beginning missing",
            "both ways, of those with people");
    for (Channel channel : channels) {
      DialogueSummary dialogue = channel.dialogue();
      table.row(
          channel.name(),
          dialogue.strands(),
          dialogue.count(Form.DIALOGUE),
          dialogue.count(Form.ANSWERED),
          dialogue.count(Form.ECHO),
          dialogue.count(Form.UNHEARD),
          dialogue.count(Form.BROADCAST),
          dialogue.count(Form.CUT),
          dialogue.twoWay());
    }
    return table;
  }
}
