package dev.repartee.examples.quickstart;

import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.measure.Breakdown;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What became of conversations on each channel, as bars of shares. */
final class FormsPicture {
  private static final String ID = "forms";
  private static final String TITLE = "What becomes of a conversation, channel by channel";
  private static final int MOST = 12;
  private static final int ROOM = 96;
  private static final int BAR = 44;

  private record Channel(String name, DialogueSummary dialogue) {}

  private final List<Channel> channels;

  private FormsPicture(List<Channel> channels) {
    this.channels = channels;
  }

  static Picture of(Breakdown<DialogueSummary> byChannel) {
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
    return new FormsPicture(channels).picture(byChannel.total());
  }

  private Picture picture(DialogueSummary total) {
    List<Channel> shown = channels.subList(0, Math.min(MOST, channels.size()));
    List<String> notes = new ArrayList<>();
    notes.add(
        "Dialogue: somebody wrote, was answered, and came back. Answered: nobody came back. Echo:"
            + " both sides wrote, nobody was answered. Unheard: only people wrote. Broadcast: only"
            + " the organization did. Conversations of the last 7 days, which can still change,"
            + " are left out ("
            + NumberText.count(total.open())
            + ").");
    if (channels.size() > MOST) {
      notes.add(
          "Drawn are the "
              + MOST
              + " channels with the most conversations; all "
              + channels.size()
              + " are in the table.");
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
            + " went unheard. Two-way, of those in which people wrote: "
            + NumberText.share(total.twoWay().value())
            + total.twoWay().interval().map(interval -> " " + interval).orElse("")
            + ".",
        chart(shown),
        ROOM + BAR * shown.size(),
        notes,
        table());
  }

  private static Map<String, Object> chart(List<Channel> shown) {
    List<Object> series = new ArrayList<>();
    for (Form form : Form.values()) {
      series.add(
          Chart.object(
              "type",
              "bar",
              "name",
              Warnings.words(form),
              "stack",
              "forms",
              "barMaxWidth",
              26,
              "color",
              color(form),
              "data",
              shown.stream()
                  .map(c -> share(c.dialogue().count(form), c.dialogue().strands()))
                  .toList()));
    }
    return Chart.object(
        "grid",
        Chart.object("left", 14, "right", 24, "top", 8, "bottom", 56, "containLabel", true),
        "legend",
        Chart.object("bottom", 0, "itemWidth", 14, "itemGap", 12),
        "tooltip",
        Chart.object("trigger", "axis", "axisPointer", Chart.object("type", "shadow")),
        "xAxis",
        Chart.shares(),
        "yAxis",
        Chart.names(
            shown.stream()
                .map(c -> NumberText.count(c.dialogue().strands()) + " on " + c.name())
                .toList(),
            110),
        "series",
        series);
  }

  private static String color(Form form) {
    return switch (form) {
      case DIALOGUE -> Chart.GOOD;
      case ANSWERED -> "#8fc3ab";
      case ECHO -> "#e3c878";
      case UNHEARD -> Chart.BAD;
      case BROADCAST, CUT -> "#b9b4a9";
    };
  }

  private static double share(long part, long all) {
    return Chart.percent((double) part / all);
  }

  private HtmlTable table() {
    HtmlTable table =
        HtmlTable.of(
            "channel",
            "conversations",
            "dialogue",
            "answered",
            "echo",
            "unheard",
            "broadcast",
            "cut",
            "two-way, of those with people");
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
