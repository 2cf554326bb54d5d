package dev.repartee.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Slice;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Visibility;
import dev.repartee.participation.InsideOut.AskedDepartment;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.testing.Message;
import dev.repartee.testing.NaiveStrand;
import dev.repartee.testing.Probe;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Questions inside and outside as they are defined, found by looking at every pair of messages. */
final class InsideOutProperties {
  private static final int DEPARTMENTS = 6;
  private static final Directory DIRECTORY = directory();
  private static final String[] CHANNELS = {"staff", "staff", "blog", "yard"};

  private static Directory directory() {
    Directory.Builder directory = Directory.builder();
    directory.organization(
        "Acme",
        acme -> {
          for (int i = 0; i < 2 * DEPARTMENTS; i++) {
            acme.member("a" + i, "D" + i / 2);
          }
          acme.bot("bot", "D0");
        });
    directory.organization("Bolt", bolt -> bolt.member("b0", "D0").member("b1", "D1"));
    for (int i = 0; i < DEPARTMENTS; i++) {
      directory.topic("t" + i, "Acme", "D" + i);
    }
    return directory
        .topic("bolts", "Bolt", "D1")
        .internalChannel("staff", "Acme")
        .internalChannel("yard", "Bolt")
        .build();
  }

  /** What was waited for a department on each side, in minutes. */
  private static final class Naive {
    final SurvivalCurve.Builder inside = SurvivalCurve.builder();
    final SurvivalCurve.Builder outside = SurvivalCurve.builder();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void agreesWithTheDefinition(@ForAll long seed, @ForAll @IntRange(max = 3) int view) {
    EngagementLog log = log(new Random(seed));
    log = (view & 1) == 0 ? log : log.followedFor(Duration.ofMinutes(17));
    log = (view & 2) == 0 ? log : log.asOf(Instant.ofEpochSecond(150 * 60));
    Map<String, Naive> naive = new TreeMap<>();
    long[] skewed = {0};
    log.measure(new Probe(slice -> count(slice, naive, skewed)));
    ParticipationSummary summary = log.measure(Participation.of(DIRECTORY));
    for (String organization : summary.organizations()) {
      InsideOut found = summary.insideOut(organization, Duration.ofMinutes(15));
      for (AskedDepartment one : found.departments()) {
        Naive expected = naive.getOrDefault(organization + one.name(), new Naive());
        same(expected.inside.build(), one.inside());
        same(expected.outside.build(), one.outside());
      }
      checkBounds(found);
    }
    assertTrue(summary.clockSkew() >= skewed[0], "left out " + summary.clockSkew());
  }

  private static void same(SurvivalCurve expected, SurvivalCurve found) {
    assertEquals(expected.count(), found.count());
    assertEquals(expected.eventCount(), found.eventCount());
    for (int minute = 0; minute < 250; minute++) {
      Duration time = Duration.ofMinutes(minute);
      assertEquals(expected.within(time).value(), found.within(time).value(), 1e-12);
    }
  }

  private static void checkBounds(InsideOut found) {
    Estimate rho = found.spearman();
    assertEquals(found.departments().size(), found.compared().size() + found.leftOut().size());
    assertTrue(rho.isDefined() || !rho.note().isEmpty());
    assertTrue(found.compared().size() >= 5 || !rho.isDefined());
    if (rho.isDefined()) {
      assertTrue(Math.abs(rho.value()) <= 1 + 1e-12, found.toString());
      assertTrue(!rho.hasInterval() || (rho.low() >= -1 && rho.high() <= 1), found.toString());
    }
  }

  private static EngagementLog log(Random random) {
    int conversations = 1 + random.nextInt(20);
    List<Interaction> rows = new ArrayList<>();
    for (int c = 0; c < conversations; c++) {
      int size = 1 + random.nextInt(12);
      int[] at = new int[size];
      String asked = topic(random);
      for (int m = 0; m < size; m++) {
        int parent = m == 0 ? -1 : random.nextInt(m);
        at[m] = random.nextInt(15) == 0 ? random.nextInt(200) : (m == 0 ? 0 : at[m - 1]) + 3;
        rows.add(row(random, c + "." + m, c + "." + parent, at[m], asked));
      }
    }
    return Talk.log(DIRECTORY, 230, rows.toArray(new Interaction[0]));
  }

  private static String topic(Random random) {
    int topic = random.nextInt(DEPARTMENTS + 2);
    return topic < DEPARTMENTS ? "t" + topic : topic == DEPARTMENTS ? "bolts" : "tea";
  }

  private static Interaction row(Random random, String id, String parent, int at, String asked) {
    String author =
        switch (random.nextInt(8)) {
          case 0 -> "bot";
          case 1 -> "b" + random.nextInt(2);
          case 2, 3 -> "visitor" + random.nextInt(3);
          default -> "a" + random.nextInt(2 * DEPARTMENTS);
        };
    String topic = random.nextInt(4) == 0 ? topic(random) : asked;
    String channel = CHANNELS[random.nextInt(CHANNELS.length)];
    boolean isOpener = parent.endsWith("-1");
    boolean expects = random.nextInt(6) > 0;
    boolean isAutomatic = random.nextInt(10) == 0;
    return isOpener
        ? Talk.post(id, author, at)
            .topic(topic)
            .channel(channel)
            .addressedTo("Acme")
            .expectsResponse(expects)
            .automatic(isAutomatic)
        : Talk.reply(id, author, at, parent)
            .topic(topic)
            .channel(channel)
            .addressedTo(random.nextInt(5) == 0 ? "Bolt" : "Acme")
            .expectsResponse(expects)
            .automatic(isAutomatic);
  }

  private static void count(Slice slice, Map<String, Naive> naive, long[] skewed) {
    for (int unit = 0; unit < slice.units(); unit++) {
      List<Message> conversation = Message.of(slice, unit);
      List<Message> members = conversation.stream().filter(InsideOutProperties::speaks).toList();
      for (int i = 0; i < members.size(); i++) {
        String owner = owner(slice, members.get(i));
        if (asks(slice, members.get(i), owner) && isFirst(slice, members, i, owner)) {
          add(slice, naive, skewed, owner, true, members.get(i), members);
        }
      }
      for (NaiveStrand strand :
          NaiveStrand.of(conversation, AnswerRule.standard(), slice.organizations())) {
        for (NaiveStrand.Exchange exchange : strand.exchanges) {
          String owner = owner(slice, exchange.anchor());
          if (!owner.isEmpty()) {
            // What the audience cannot see ends no wait of theirs.
            List<Message> seen = members.stream().filter(m -> !m.isAside).toList();
            add(slice, naive, skewed, owner, false, exchange.anchor(), seen);
          }
        }
      }
    }
  }

  private static boolean speaks(Message message) {
    return message.isMember && !message.isBot && !message.isAutomatic;
  }

  /** Organization and department, or nothing. */
  private static String owner(Slice slice, Message message) {
    int topic = slice.topic(message.row);
    if (topic == Slice.NONE || message.organization == Slice.NONE) {
      return "";
    }
    String organization = slice.organizationName(message.organization);
    var known = DIRECTORY.topic(slice.topicName(topic));
    return known.organization().filter(organization::equals).isPresent()
        ? organization + known.owningDepartment().orElseThrow()
        : "";
  }

  private static String seat(Slice slice, Message message) {
    return slice.organizationName(message.organization)
        + slice.departmentOf(message.person, message.row).orElseThrow();
  }

  private static boolean asks(Slice slice, Message message, String owner) {
    var channel = DIRECTORY.channel(slice.channelName(slice.channel(message.row)));
    return !owner.isEmpty()
        && owner.equals(owner(slice, message))
        && !owner.equals(seat(slice, message))
        && message.expectsResponse
        && channel.visibility() == Visibility.INTERNAL
        && channel.owner().orElseThrow().equals(slice.organizationName(message.organization));
  }

  /** Whether nobody asked the owner since it came last. */
  private static boolean isFirst(Slice slice, List<Message> members, int i, String owner) {
    for (int j = i - 1; j >= 0 && !seat(slice, members.get(j)).equals(owner); j--) {
      if (asks(slice, members.get(j), owner)) {
        return false;
      }
    }
    return true;
  }

  private static void add(
      Slice slice,
      Map<String, Naive> naive,
      long[] skewed,
      String owner,
      boolean isInside,
      Message anchor,
      List<Message> members) {
    if (slice.effectiveAt(anchor.row) > slice.asOf()) {
      return;
    }
    long seenUntil = slice.seenUntil(anchor.row);
    Message answer =
        members.stream()
            .filter(m -> m.row > anchor.row && seat(slice, m).equals(owner))
            .filter(m -> m.effectiveAt() <= seenUntil)
            .findFirst()
            .orElse(null);
    long waited = (answer == null ? seenUntil : answer.at) - anchor.at;
    Naive found = naive.computeIfAbsent(owner, o -> new Naive());
    SurvivalCurve.Builder side = isInside ? found.inside : found.outside;
    if (waited < 0) {
      skewed[0]++;
    } else if (answer == null) {
      side.censored(waited);
    } else {
      side.event(waited);
    }
  }
}
