package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.apath.APathRules;
import dev.repartee.apath.Stage;
import dev.repartee.apath.StageCondition;
import dev.repartee.funnel.Funnel;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventFilterTest {
  private static final Directory ACME =
      Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();

  private static <E> @Nullable E one(Random random, E[] values) {
    int index = random.nextInt(values.length + 1);
    return index == 0 ? null : values[index - 1];
  }

  /** Few people who talk with each other and the organization, and act. */
  private static EngagementLog log(long seed) {
    Random random = new Random(seed);
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String author = random.nextInt(3) == 0 ? "care" : "p" + random.nextInt(8);
      String label = random.nextBoolean() ? "a" : "b";
      String channel = random.nextBoolean() ? "blog" : "chat";
      Sentiment sentiment = one(random, Sentiment.values());
      if (random.nextInt(3) == 0) {
        ActKind kind = ActKind.ofRows().get(random.nextInt(ActKind.ofRows().size()));
        Act act = Act.of(kind, "p" + random.nextInt(8), i * 1_000L).channel(channel);
        rows.add(act.sentiment(sentiment).label(label));
      } else if (i == 0 || random.nextInt(3) == 0) {
        Post post = Post.of("m" + i, author, i * 1_000L).channel(channel).in("c");
        rows.add(post.sentiment(sentiment).label(label));
      } else {
        Reply reply = Reply.of("m" + i, author, i * 1_000L).to("m" + random.nextInt(i)).in("c");
        rows.add(reply.sentiment(sentiment).label(label));
      }
    }
    return EngagementLog.of(ACME, rows);
  }

  private static boolean feels(Row row, Sentiment sentiment) {
    return row.sentiment().filter(sentiment::equals).isPresent();
  }

  private static boolean is(Row row, ActKind kind) {
    return row.act().filter(kind::equals).isPresent();
  }

  private static Map<EventFilter, Predicate<Row>> filters() {
    Map<EventFilter, Predicate<Row>> filters = new LinkedHashMap<>();
    EventFilter negative = EventFilter.anything().withSentiment(Sentiment.NEGATIVE);
    EventFilter onBlog = EventFilter.messages().onChannel("blog");
    filters.put(EventFilter.anything(), row -> true);
    filters.put(EventFilter.messages(), Row::isMessage);
    filters.put(
        EventFilter.actsOfWill(),
        row ->
            !feels(row, Sentiment.NEGATIVE)
                && (row.isMessage() || row.act().filter(ActKind::isOfWill).isPresent()));
    filters.put(
        EventFilter.dialogue(),
        row -> row.isMessage() && row.returned() && !feels(row, Sentiment.NEGATIVE));
    filters.put(
        EventFilter.speakingFor(),
        row ->
            !feels(row, Sentiment.NEGATIVE)
                && (is(row, ActKind.SHARE)
                    || is(row, ActKind.RECOMMEND)
                    || (is(row, ActKind.MENTION) && feels(row, Sentiment.POSITIVE))
                    || (row.isMessage() && row.repliesTo() == RepliesTo.AUDIENCE)));
    filters.put(negative, row -> feels(row, Sentiment.NEGATIVE));
    filters.put(onBlog, row -> row.isMessage() && row.channel().equals("blog"));
    filters.put(
        onBlog.or(EventFilter.acts(ActKind.CLICK, ActKind.VIEW)),
        row ->
            row.isMessage()
                ? row.channel().equals("blog")
                : is(row, ActKind.CLICK) || is(row, ActKind.VIEW));
    filters.put(
        EventFilter.messages().except(onBlog.labelled("a")),
        row -> row.isMessage() && !(row.channel().equals("blog") && row.label().equals("a")));
    filters.put(
        EventFilter.messages().except(EventFilter.dialogue()).and(negative),
        row -> row.isMessage() && feels(row, Sentiment.NEGATIVE));
    filters.put(
        onBlog.or(EventFilter.acts(ActKind.SHARE)).labelled("b").withSentiment(Sentiment.NEUTRAL),
        row ->
            row.label().equals("b")
                && feels(row, Sentiment.NEUTRAL)
                && (is(row, ActKind.SHARE) || (row.isMessage() && row.channel().equals("blog"))));
    filters.put(
        EventFilter.dialogue().onChannel("blog"),
        row ->
            row.isMessage()
                && row.returned()
                && !feels(row, Sentiment.NEGATIVE)
                && row.channel().equals("blog"));
    return filters;
  }

  private static long onPath(EngagementLog log, EventFilter filter) {
    APathRules rules =
        APathRules.standard()
            .with(Stage.ATTRACTION, StageCondition.act(filter))
            .observing(Stage.ATTRACTION);
    return log.measure(APath.with(rules)).count(Stage.ATTRACTION);
  }

  private static long throughFunnel(EngagementLog log, EventFilter filter) {
    Funnel funnel = Funnel.builder().step("any", EventFilter.anything()).step("it", filter).build();
    return log.measure(funnel).cameThrough();
  }

  @Test
  void aFilterMeansTheSameToThePathAndToTheFunnel() {
    Map<String, Long> taken = new LinkedHashMap<>();
    filters()
        .forEach(
            (filter, byHand) -> {
              EventFilter asked = EventFilter.anything().matching("by hand", byHand);
              for (long seed = 0; seed < 30; seed++) {
                EngagementLog log = log(seed);
                String what = filter + " in " + seed;
                assertEquals(throughFunnel(log, asked), throughFunnel(log, filter), what);
                assertEquals(onPath(log, asked), onPath(log, filter), what);
                assertEquals(
                    log.measure(Counts.ofMessages("hand", byHand)).matched(),
                    log.measure(Counts.ofMessages("taken", filter::takes)).matched(),
                    what);
                taken.merge(filter.toString(), throughFunnel(log, filter), Long::sum);
              }
            });
    taken.forEach((filter, count) -> assertTrue(count > 0, filter));
  }

  @Test
  void theTextSaysAll() {
    EventFilter shared =
        EventFilter.acts(ActKind.MENTION, ActKind.SHARE).onChannel("b", "a \"c\"").labelled("x");
    assertEquals(
        "share or mention, channel \"a \\\"c\\\"\" or \"b\", label \"x\"",
        shared.toString().replace("mention or share", "share or mention"));
    assertEquals(
        "((message or click) except anything, sentiment negative or positive), \"own\"",
        EventFilter.messages()
            .or(EventFilter.acts(ActKind.CLICK))
            .except(EventFilter.anything().withSentiment(Sentiment.POSITIVE, Sentiment.NEGATIVE))
            .matching("own", row -> true)
            .toString()
            .replace("positive or negative", "negative or positive"));
    assertEquals(EventFilter.messages(), EventFilter.messages());
    assertEquals(EventFilter.messages().hashCode(), EventFilter.messages().hashCode());
    assertNotEquals(EventFilter.messages(), EventFilter.messages().onTopic("t"));
    assertFalse(EventFilter.dialogue().asksRow());
    assertTrue(shared.or(EventFilter.messages()).asksRow());
    assertEquals(List.of("x"), List.copyOf(shared.names(EventFilter.Property.LABEL)));
    assertEquals(
        "label (1 of them) must be chosen once and not be empty; name all alternatives in one call",
        assertThrows(IllegalArgumentException.class, () -> shared.labelled("y")).getMessage());
  }
}
