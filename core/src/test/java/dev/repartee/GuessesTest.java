package dev.repartee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Types into JShell what a newcomer guesses without looking anything up, each line with what it
 * answers: a name that nobody guesses is a wrong name.
 */
class GuessesTest {
  private static final String SETTING =
      """
      import java.time.*;
      import static dev.repartee.model.ActKind.*;
      var directory = Directory.builder().organization("Acme", a -> a.member("acme_care", "Support")).person("Carl", "carl@blog").build()
      var post = Post.of("p1", "carl@blog", "2009-01-31T09:00:00Z").channel("blog").sentiment(NEGATIVE).label("urgent")
      var reply = Reply.of("r1", "acme_care", "2009-01-31T09:42:00Z").to("p1")
      var later = Post.of("p2", "zak", "2009-02-02T09:00:00Z").channel("twitter").topic("beans")
      var view = Act.of(VIEW, "zak", "2009-02-02T10:00:00Z").channel("twitter")
      var click = Act.of(CLICK, "zak", "2009-02-02T11:00:00Z").channel("twitter")
      String refusal(Runnable call) { try { call.run(); } catch (Throwable e) { return e.getMessage(); } return "accepted"; }
      """;

  /** A line and what JShell must print for it, one after the other. */
  private static final List<String> GUESSES =
      List.of(
          "var log = EngagementLog.of(directory, post, reply, later, view, click)",
          "log ==> log: 3 messages, 2 acts, 2 conversations",
          "EngagementLog.of(directory, List.of(post, reply)).messages()",
          "==> 2",
          "EngagementLog.of(post, later).persons()",
          "==> 2",
          "EngagementLog.of(List.of(post)).conversations()",
          "==> 1",
          "var byChannel = log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL))",
          "byChannel ==> 2 keys of channel",
          "byChannel.get(\"blog\")",
          "==> response each turn: median 42 min, 1/1 answered",
          "byChannel.forEach((key, summary) -> System.out.println(key + \": \" + summary.answered()))",
          "blog: 1\ntwitter: 0",
          "byChannel.parts().get(0)",
          "==> blog: response each turn: median 42 min, 1/1 ans…",
          "byChannel.keys().size()",
          "==> 2",
          "var byMonth = log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL.and(Dimension.month(ZoneOffset.UTC))))",
          "byMonth ==> 2 keys of channel and month in Z",
          "byMonth.get(\"blog\", \"2009-01\").answered()",
          "==> 1",
          "log.between(LocalDate.of(2009, 1, 1), LocalDate.of(2009, 2, 1), ZoneId.of(\"Europe/Paris\")).measure(ResponseTime.eachTurn()).exchanges()",
          "==> 1",
          "log.between(\"2009-02-01\", \"2009-03-01\").measure(ResponseTime.eachTurn()).exchanges()",
          "==> 1",
          "var results = log.measure(ResponseTime.eachTurn(), Dialogue.standard())",
          "results ==> 2 measures in one walk",
          "results.get(ResponseTime.eachTurn()).exchanges()",
          "==> 2",
          "var path = log.measure(APath.standard())",
          "path ==> a-path: 2 people",
          "path.count(Stage.ATTENTION)",
          "==> 2",
          "refusal(() -> path.count(Stage.AUDIENCE))",
          "stage (AUDIENCE) is not observed",
          "var urgent = log.filter(\"urgent\", row -> row.label().equals(\"urgent\"))",
          "urgent ==> log: 3 messages, 2 acts, 2 conversations",
          "urgent.measure(ResponseTime.eachTurn()).exchanges()",
          "==> 1",
          "urgent.measure(ResponseTime.eachTurn()).origin().filter()",
          "==> \"\\\"urgent\\\"\"",
          "refusal(() -> log.measure(ResponseTime.eachTurn()).merge(urgent.measure(ResponseTime.eachTurn())))",
          "cannot merge, filter differs: [] and [",
          "log.rows().forEach(System.out::println)",
          "message p1 by Carl\nat 2009-01-31T09:00:00Z\nchannel blog\nlabel urgent\nsentiment NEGATIVE",
          "log.rows().filter(row -> row.channel().equals(\"twitter\")).map(row -> row.id() + row.act() + row.author() + row.topic()).toList()",
          "==> [p2Optional.emptyzakbeans, Optional[VIEW]zak, Optional[CLICK]zak]",
          "log.rows().map(row -> row.organization(directory)).distinct().toList()",
          "==> [Acme]",
          "log.person(\"Carl\").measure(ResponseTime.eachTurn())",
          "==> response each turn: median 42 min, 1/1 answered",
          "log.person(\"Carl\").rows().count()",
          "==> 1",
          "log.measure(Funnel.of(VIEW, CLICK))",
          "==> funnel: 1 began, 1 came through",
          "log.measure(Funnel.of(VIEW, CLICK)).step(\"click\").reached()",
          "==> 1",
          "System.out.println(log.measure(Counts.ofMessages(\"urgent\", row -> row.label().equals(\"urgent\"))).table())",
          "share     0.33 [0.01, 0.96] 1/3",
          "System.out.println(results.table())",
          "response each turn");

  @Test
  void whatANewcomerGuessesCompilesAndAnswers() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < GUESSES.size(); i += 2) {
      lines.add("System.out.println(\"<" + i + ">\")");
      lines.add(GUESSES.get(i));
    }
    String printed =
        ReadmeTest.type(ReadmeTest.IMPORTS + SETTING + String.join("\n", lines) + "\n");
    for (int i = 0; i < GUESSES.size(); i += 2) {
      String[] after = printed.split("<" + i + ">\n", 2);
      assertEquals(2, after.length, printed);
      String answer = after[1].split("<" + (i + 2) + ">\n", 2)[0];
      String wanted = GUESSES.get(i + 1);
      String guess = GUESSES.get(i);
      assertTrue(answer.contains(wanted), () -> guess + "\nanswers\n" + answer + "\nnot " + wanted);
    }
  }
}
