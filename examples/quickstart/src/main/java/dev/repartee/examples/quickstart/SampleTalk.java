package dev.repartee.examples.quickstart;

import dev.repartee.model.Intent;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes what people and the organization say to each other in the sample. */
final class SampleTalk {
  private static final List<String> CHANNELS = List.of("blog", "chirp", "forum", "photos", "email");
  private static final double[] CONVERSATIONS_A_DAY = {0.4, 1.6, 0.9, 0.5, 1.2};
  private static final double[] OWN_POSTS_A_DAY = {0.14, 0.45, 0.05, 0.3, 0};
  private static final List<String> TOPICS = List.of("beans", "brewing", "subscription", "cafe");
  private static final List<String> SUPPORT =
      List.of("copperleaf_help", "sofia_copperleaf", "ben_copperleaf");
  private static final List<String> OTHERS =
      List.of("ines_copperleaf", "omar_copperleaf", "ruth_copperleaf");
  private static final int PEOPLE = 900;
  private static final int LONGEST = 5;
  private static final double SPREAD = 1.1;

  /** Where an exchange takes place. */
  private record Talk(String id, String channel, String topic, boolean isFlat) {}

  private final Dice dice;
  private final PlantedFacts facts;
  private final List<Interaction> rows;
  private final Set<String> people = new TreeSet<>();
  private int messages;

  SampleTalk(Dice dice, PlantedFacts facts, List<Interaction> rows) {
    this.dice = dice;
    this.facts = facts;
    this.rows = rows;
  }

  /** Everybody outside the organization who has written. */
  Set<String> people() {
    return people;
  }

  void write() {
    LocalDate end = LocalDate.ofInstant(facts.asOf(), ZoneOffset.UTC);
    for (LocalDate day = end.minusYears(1); day.isBefore(end); day = day.plusDays(1)) {
      for (int i = 0; i < CHANNELS.size(); i++) {
        String channel = CHANNELS.get(i);
        boolean isSpike = facts.isSpikeDay(day) && channel.equals(facts.spikeChannel());
        double busy = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? 0.7 : 1.1;
        double factor = isSpike ? facts.spikeFactor() : 1;
        for (int n = dice.events(CONVERSATIONS_A_DAY[i] * busy * factor); n > 0; n--) {
          openByAudience(channel, moment(day));
        }
        for (int n = dice.events(OWN_POSTS_A_DAY[i]); n > 0; n--) {
          openByOrganization(channel, moment(day), factor);
        }
      }
    }
  }

  private Instant moment(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().plusMillis(dice.daytimeMillis());
  }

  private void openByAudience(String channel, Instant at) {
    @Nullable String person = dice.chance(0.004) ? null : person(channel);
    if (person != null) {
      people.add(person);
    }
    Sentiment sentiment = sentiment();
    Talk talk = new Talk(nextId(), channel, dice.pick(TOPICS), channel.equals("email"));
    rows.add(
        Post.of(talk.id(), person, at)
            .in(talk.isFlat() ? talk.id() : null)
            .channel(channel)
            .topic(talk.topic())
            .sentiment(sentiment)
            .intent(intent(sentiment)));
    if (talk.isFlat()) {
      rows.add(
          reply(talk, nextId(), talk.id(), SUPPORT.get(0), at.plusMillis(900)).automatic(true));
    } else if (channel.equals("chirp") && dice.chance(0.1)) {
      rows.add(reply(talk, nextId(), talk.id(), "copperleaf_bot", at.plusMillis(1_500)));
    } else if (channel.equals("forum") && dice.chance(0.4)) {
      help(talk, at);
    }
    exchange(talk, talk.id(), person, sentiment, at, 1);
  }

  /** Somebody else of the audience lends a hand and waits for nothing. */
  private void help(Talk talk, Instant asked) {
    Instant at = asked.plus(dice.delay(Duration.ofHours(6), SPREAD));
    if (isSeen(at)) {
      rows.add(
          audience(talk, nextId(), talk.id(), person(talk.channel()), at).expectsResponse(false));
    }
  }

  private void openByOrganization(String channel, Instant at, double factor) {
    if (!isAlive(channel, at)) {
      return;
    }
    Talk talk = new Talk(nextId(), channel, dice.pick(TOPICS), false);
    rows.add(Post.of(talk.id(), "copperleaf", at).channel(channel).topic(talk.topic()));
    for (int n = dice.events(2.2 * factor); n > 0; n--) {
      Instant commented = at.plus(dice.delay(Duration.ofHours(4), SPREAD));
      if (isSeen(commented)) {
        String person = person(channel);
        Sentiment sentiment = sentiment();
        String id = nextId();
        rows.add(
            audience(talk, id, talk.id(), person, commented)
                .sentiment(sentiment)
                .intent(intent(sentiment)));
        exchange(talk, id, person, sentiment, commented, 1);
      }
    }
  }

  /** A turn of one person waits for an answer; whoever was answered may come back. */
  private void exchange(
      Talk talk, String asked, @Nullable String person, Sentiment sentiment, Instant at, int turn) {
    Instant answeredAt = at.plus(dice.delay(medianFor(sentiment), SPREAD));
    if (!dice.chance(answered(sentiment)) || !isAlive(talk.channel(), answeredAt)) {
      remind(talk, asked, person, at);
      return;
    }
    String answer = nextId();
    String member = member();
    rows.add(
        reply(talk, answer, asked, member, answeredAt)
            .fingerprint(dice.chance(0.15) ? "thanks-for-writing" : null));
    Instant back = answeredAt.plus(dice.delay(Duration.ofHours(2), SPREAD));
    if (person == null || turn >= LONGEST || !dice.chance(facts.returnShare()) || !isSeen(back)) {
      return;
    }
    String id = nextId();
    Reply again = audience(talk, id, answer, person, back);
    if (dice.chance(0.5)) {
      rows.add(again.sentiment(Sentiment.POSITIVE).expectsResponse(false).label("thanks"));
    } else {
      rows.add(again.sentiment(Sentiment.NEUTRAL).intent(Intent.QUESTION));
      exchange(talk, id, person, Sentiment.NEUTRAL, back, turn + 1);
    }
  }

  private String member() {
    if (facts.talkingShare() == 0) {
      return dice.pick(SampleColleagues.MEMBERS);
    }
    return dice.chance(0.94) ? dice.pick(SUPPORT) : dice.pick(OTHERS);
  }

  /** Who waits in vain sometimes asks again; it stays the same turn. */
  private void remind(Talk talk, String asked, @Nullable String person, Instant at) {
    Instant again = at.plus(dice.delay(Duration.ofDays(2), 0.5));
    if (person != null && dice.chance(0.15) && isSeen(again)) {
      rows.add(audience(talk, nextId(), asked, person, again).sentiment(Sentiment.NEGATIVE));
    }
  }

  private Reply audience(Talk talk, String id, String to, String person, Instant at) {
    people.add(person);
    return reply(talk, id, to, person, at);
  }

  /** In a mail thread nobody says which message is answered. */
  private Reply reply(Talk talk, String id, String to, String author, Instant at) {
    Reply reply = Reply.of(id, author, at).channel(talk.channel()).topic(talk.topic());
    return talk.isFlat() ? reply.in(talk.id()) : reply.to(to);
  }

  private boolean isSeen(Instant at) {
    return at.isBefore(facts.asOf());
  }

  private boolean isAlive(String channel, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return isSeen(at)
        && (!channel.equals(facts.silentChannel()) || day.isBefore(facts.silentSince()));
  }

  private double answered(Sentiment sentiment) {
    return switch (sentiment) {
      case POSITIVE -> facts.answeredPraise();
      case NEUTRAL -> (facts.answeredPraise() + facts.answeredCriticism()) / 2;
      case NEGATIVE -> facts.answeredCriticism();
    };
  }

  private Duration medianFor(Sentiment sentiment) {
    return switch (sentiment) {
      case POSITIVE -> facts.medianForPraise();
      case NEUTRAL -> facts.medianForPraise().multipliedBy(2);
      case NEGATIVE -> facts.medianForCriticism();
    };
  }

  private Sentiment sentiment() {
    return Sentiment.values()[dice.weighted(0.27, 0.45, 0.28)];
  }

  private Intent intent(Sentiment sentiment) {
    return switch (sentiment) {
      case POSITIVE -> Intent.PRAISE;
      case NEUTRAL -> dice.chance(0.8) ? Intent.QUESTION : Intent.IDEA;
      case NEGATIVE -> Intent.COMPLAINT;
    };
  }

  /** A few write often, most once or twice. */
  private String person(String channel) {
    if (dice.chance(0.01)) {
      return channel.equals("blog") ? "nora@blog" : "nora_pours@chirp";
    }
    return "guest" + Math.min(dice.between(0, PEOPLE - 1), dice.between(0, PEOPLE - 1));
  }

  private String nextId() {
    messages++;
    return "m" + messages;
  }
}
