package org.example;

import dev.repartee.apath.APath;
import dev.repartee.apath.APathChances;
import dev.repartee.apath.APathFlows;
import dev.repartee.apath.APathState;
import dev.repartee.apath.Advocates;
import dev.repartee.apath.EngagementEffect;
import dev.repartee.apath.HollowAudience;
import dev.repartee.apath.SpikeFollowThrough;
import dev.repartee.apath.Stage;
import dev.repartee.breadth.Breadth;
import dev.repartee.buzz.Buzz;
import dev.repartee.consistency.AudienceInterest;
import dev.repartee.consistency.Consistency;
import dev.repartee.dialogue.CannedAnswers;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.dialogue.Effort;
import dev.repartee.dialogue.OrganizationMeans;
import dev.repartee.funnel.Retention;
import dev.repartee.live.LiveLog;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Summary;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import dev.repartee.openness.Openness;
import dev.repartee.openness.Recovery;
import dev.repartee.participation.Participation;
import dev.repartee.promise.Promise;
import dev.repartee.promise.Promises;
import dev.repartee.resolution.Ratings;
import dev.repartee.resolution.Resolution;
import dev.repartee.response.Backlog;
import dev.repartee.response.ReContact;
import dev.repartee.response.ResponseTime;
import dev.repartee.scorecard.Scorecards;
import dev.repartee.structure.Structure;
import dev.repartee.ties.Ties;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Asks the library all it can be asked, so that little of what it calls in others stays unseen. */
public final class WholeLibrary {
  private static final String AS_OF = "2026-02-20T00:00:00Z";

  private static final Directory DIRECTORY =
      Directory.builder()
          .organization("Acme", acme -> acme.member("care", "Support").member("jane", "Sales"))
          .build();

  private WholeLibrary() {}

  private static List<Interaction> rows() {
    List<Interaction> rows = new ArrayList<>();
    long start = 1_767_225_600_000L;
    for (int day = 0; day < 40; day++) {
      long at = start + Duration.ofDays(day).toMillis();
      String person = "person " + day % 9;
      String channel = day % 3 == 0 ? "blog" : "chat";
      rows.add(
          Post.of("p" + day, person, at)
              .channel(channel)
              .fingerprint("order " + day)
              .sentiment(day % 4 == 0 ? Sentiment.NEGATIVE : Sentiment.POSITIVE));
      if (day % 5 != 0) {
        long answered = at + 60_000L * (day * day % 97);
        String member = day % 2 == 0 ? "care" : "jane";
        rows.add(Reply.of("r" + day, member, answered).to("p" + day).fingerprint("we see to it " + day));
        if (day % 3 == 1) {
          rows.add(Reply.of("t" + day, person, answered + 3_600_000L).to("r" + day));
        }
      }
      ActKind kind = ActKind.ofRows().get(day % ActKind.ofRows().size());
      rows.add(Act.of(kind, person, at + 7_200_000L).channel(channel));
    }
    return rows;
  }

  private static List<Measure<?>> measures() {
    return List.of(
        ResponseTime.eachTurn().withTarget(Duration.ofHours(1)),
        ResponseTime.eachTurn().by(Dimension.CHANNEL.and(Dimension.month(ZoneOffset.UTC))),
        ResponseTime.everyReply().opened(2),
        Backlog.standard(),
        Resolution.lasting(),
        Ratings.ofAnswered(),
        ReContact.standard(),
        Dialogue.standard(),
        Dialogue.standard().by(Dimension.ORGANIZATION),
        Structure.standard(),
        Effort.standard(),
        CannedAnswers.standard(),
        APath.standard(),
        APathState.standard(),
        APathChances.standard(),
        APathFlows.between("2026-01-02T00:00:00Z", "2026-01-20T00:00:00Z"),
        HollowAudience.standard(),
        SpikeFollowThrough.on("blog", LocalDate.of(2026, 1, 1)),
        Advocates.standard(),
        EngagementEffect.after(Stage.ATTENTION),
        Retention.every(Duration.ofDays(7), 2),
        Ties.standard(),
        Buzz.standard(),
        Openness.standard(),
        Recovery.standard(),
        Breadth.standard(),
        Promises.of(Promise.atLeast(0.5).twoWay()),
        Consistency.standard(),
        AudienceInterest.standard(),
        Participation.of(DIRECTORY),
        Scorecards.conversations(),
        Scorecards.persons());
  }

  private static <S extends Summary<S>> void ask(EngagementLog log, Measure<S> measure) {
    S summary = log.measure(measure);
    System.out.println(summary);
    summary.facts();
    byte[] bytes = summary.toBytes();
    if (!Arrays.equals(bytes, measure.fromBytes(bytes).toBytes())) {
      throw new IllegalStateException("read back differently: " + summary);
    }
  }

  /**
   * Prints what each measure says.
   *
   * @param args none
   */
  public static void main(String[] args) {
    EngagementLog log =
        EngagementLog.builder(DIRECTORY)
            .addAll(rows())
            // Set aside, of which the logger hears.
            .add(Post.of("p0", "somebody else", "2026-01-03T00:00:00Z"))
            .asOf(AS_OF)
            .build();
    System.out.println(log.audit());
    for (Measure<?> measure : measures()) {
      ask(log, measure);
    }
    System.out.println(
        OrganizationMeans.of(log.measure(Dialogue.standard().by(Dimension.ORGANIZATION)))
            .mean(DialogueSummary::twoWay));
    LiveLog live = LiveLog.builder(DIRECTORY).build();
    rows().forEach(live::add);
    live = LiveLog.builder(DIRECTORY).restore(live.toBytes());
    System.out.println(live.measure(ResponseTime.eachTurn(), AS_OF));
    System.out.println(live.waiting(AS_OF));
  }
}
