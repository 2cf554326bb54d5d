package dev.repartee.testing;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.AnswerRule.RepliesToAudience;
import dev.repartee.internal.exchange.Addressing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One strand read straight from the definitions, with lists and without any thought of speed: the
 * reference for what the library finds in one pass.
 */
public final class NaiveStrand {
  /** A turn of a person that expects a response; the answer is null where there is none. */
  public record Exchange(
      Message anchor, Message last, @Nullable Message answer, boolean isDirect) {}

  private record Answer(int at, int person, boolean isDirect) {}

  private final AnswerRule rule;

  /** All messages of the strand that are not transparent. */
  private final List<Message> spoken = new ArrayList<>();

  private final List<Message> all;
  private final List<Answer> answers = new ArrayList<>();
  public final List<Exchange> exchanges = new ArrayList<>();
  public final List<Message> quietMessages = new ArrayList<>();
  public final List<Message> returns = new ArrayList<>();

  public NaiveStrand(List<Message> all, AnswerRule rule) {
    this.rule = rule;
    this.all = all;
    for (Message message : all) {
      if (!isTransparent(message)) {
        spoken.add(message);
      }
    }
    for (int i = 0; i < spoken.size(); i++) {
      findAnswersOf(i);
    }
    people().forEach(this::findTurnsOf);
  }

  /** The strands of a conversation; with no organizations it is one. */
  public static List<NaiveStrand> of(
      List<Message> conversation, AnswerRule rule, int organizations) {
    List<NaiveStrand> strands = new ArrayList<>();
    for (int o = organizations == 0 ? -1 : 0; o < organizations; o++) {
      List<Message> rows = new ArrayList<>();
      for (Message message : conversation) {
        if (message.organization == o && !message.isAside) {
          rows.add(message);
        }
      }
      if (!rows.isEmpty()) {
        strands.add(new NaiveStrand(rows, rule));
      }
    }
    return strands;
  }

  /** The strand without what takes effect later. */
  public NaiveStrand until(long time) {
    Message anchor = anchor();
    List<Message> rows = new ArrayList<>();
    for (Message message : all) {
      if (message.effectiveAt() <= time || message == anchor) {
        rows.add(message);
      }
    }
    return new NaiveStrand(rows, rule);
  }

  private boolean isTransparent(Message message) {
    return message.isAutomatic || (message.isBot && !rule.isCountingBots());
  }

  private boolean isAnybody() {
    return rule.isByAnybodyElse();
  }

  private boolean canBeginToWait(Message message) {
    boolean doRepliesWait = rule.repliesToAudience() == RepliesToAudience.WAIT;
    return message.expectsResponse && (doRepliesWait || !message.repliesToAudience);
  }

  private boolean mayAnswer(Message message) {
    return (message.isMember || isAnybody())
        && (rule.label().isEmpty() || rule.label().get().equals(message.label));
  }

  private void findAnswersOf(int i) {
    Message message = spoken.get(i);
    if (!mayAnswer(message)) {
      return;
    }
    Set<Integer> direct = directTargets(i);
    if (!direct.isEmpty()) {
      for (int person : direct) {
        if (spokeBefore(i, person)) {
          answers.add(new Answer(i, person, true));
        }
      }
    } else if (message.parent == null || message.parent.isMember) {
      for (int person : inferredTargets(i)) {
        answers.add(new Answer(i, person, false));
      }
    }
  }

  private Set<Integer> directTargets(int i) {
    Message message = spoken.get(i);
    Set<Integer> targets = new LinkedHashSet<>();
    if (message.namesAudience && message.named != message.person) {
      targets.add(message.named);
    }
    List<Message> run = runUpTo(i);
    Message above = message.parent;
    while (above != null) {
      if (!above.isMember && above.person != message.person) {
        targets.add(above.person);
        break;
      }
      above = run.contains(above) ? above.parent : null;
    }
    return targets;
  }

  /** The messages before one that stand in the same run of its side. */
  private List<Message> runUpTo(int i) {
    List<Message> run = new ArrayList<>();
    for (int k = i - 1; k >= 0; k--) {
      Message earlier = spoken.get(k);
      boolean isSame = isAnybody() ? earlier.person == spoken.get(i).person : earlier.isMember;
      if (!isSame) {
        break;
      }
      run.add(earlier);
    }
    return run;
  }

  private boolean spokeBefore(int i, int person) {
    return spoken.subList(0, i).stream().anyMatch(m -> !m.isMember && m.person == person);
  }

  private Set<Integer> inferredTargets(int i) {
    Set<Integer> targets = new TreeSet<>();
    for (int k = i - 1; k >= 0; k--) {
      Message earlier = spoken.get(k);
      if (!earlier.isMember) {
        if (earlier.person != spoken.get(i).person && waitsBefore(i, earlier.person)) {
          targets.add(earlier.person);
        }
        if (!rule.isServingAll()) {
          return targets;
        }
      }
    }
    return targets;
  }

  private boolean waitsBefore(int i, int person) {
    int since =
        answers.stream()
            .filter(a -> a.person == person && a.at < i)
            .mapToInt(a -> a.at)
            .max()
            .orElse(-1);
    return spoken.subList(since + 1, i).stream()
        .anyMatch(m -> !m.isMember && m.person == person && canBeginToWait(m));
  }

  private void findTurnsOf(int person) {
    List<Message> turn = new ArrayList<>();
    boolean answered = false;
    for (int i = 0; i < spoken.size(); i++) {
      Message message = spoken.get(i);
      for (Answer answer : answers) {
        if (answer.at == i && answer.person == person) {
          end(turn, message, answer.isDirect);
          turn.clear();
          answered = true;
        }
      }
      if (!message.isMember && message.person == person) {
        turn.add(message);
        if (answered) {
          returns.add(message);
        }
      }
    }
    end(turn, null, false);
  }

  private void end(List<Message> turn, @Nullable Message answer, boolean isDirect) {
    if (turn.isEmpty()) {
      return;
    }
    turn.stream()
        .filter(this::canBeginToWait)
        .findFirst()
        .ifPresent(
            anchor ->
                exchanges.add(new Exchange(anchor, turn.get(turn.size() - 1), answer, isDirect)));
    turn.stream().takeWhile(m -> !canBeginToWait(m)).forEach(quietMessages::add);
  }

  public List<Message> messages() {
    return all;
  }

  public Message anchor() {
    return all.get(0);
  }

  public Message opener() {
    return spoken.isEmpty() ? all.get(0) : spoken.get(0);
  }

  public boolean isAutomatic() {
    return spoken.isEmpty();
  }

  public boolean isAnswered() {
    return !answers.isEmpty();
  }

  /** Whether the audience spoke after the first answer. */
  public boolean isFollowedUp() {
    int first = answers.stream().mapToInt(a -> a.at).min().orElse(spoken.size());
    return spoken.stream().skip(first + 1L).anyMatch(m -> !m.isMember);
  }

  public boolean isOpenerReturned() {
    return !opener().isMember && returns.stream().anyMatch(m -> m.person == opener().person);
  }

  public boolean isOpenerReturnedDirectly() {
    Message reply = firstDirectResponse();
    return reply != null
        && spoken.stream()
            .anyMatch(
                m ->
                    !m.isMember
                        && m.person == opener().person
                        && spoken.indexOf(m) > spoken.indexOf(reply));
  }

  public int audienceMessages() {
    return (int) spoken.stream().filter(m -> !m.isMember).count();
  }

  public int organizationMessages() {
    return (int) spoken.stream().filter(m -> m.isMember).count();
  }

  public int turns() {
    int turns = 0;
    for (int i = 0; i < spoken.size(); i++) {
      turns += i == 0 || spoken.get(i).isMember != spoken.get(i - 1).isMember ? 1 : 0;
    }
    return turns;
  }

  public @Nullable Message lastMessage() {
    return spoken.isEmpty() ? null : spoken.get(spoken.size() - 1);
  }

  public @Nullable Message firstResponse() {
    return responses().stream().findFirst().orElse(null);
  }

  public @Nullable Message firstDirectResponse() {
    return responses().stream().filter(m -> m.parent == opener()).findFirst().orElse(null);
  }

  private List<Message> responses() {
    return opener().isMember
        ? List.of()
        : spoken.stream().filter(m -> mayAnswer(m) && m.person != opener().person).toList();
  }

  public @Nullable Message firstReply(Message to) {
    return replies(to).stream().findFirst().orElse(null);
  }

  public List<Message> replies(Message to) {
    return spoken.stream()
        .filter(m -> m.parent == to && mayAnswer(m) && m.person != to.person && !to.isMember)
        .toList();
  }

  /** The persons of the audience who spoke. */
  public Set<Integer> people() {
    Set<Integer> people = new TreeSet<>();
    spoken.stream().filter(m -> !m.isMember).forEach(m -> people.add(m.person));
    return people;
  }

  /** What a person of the audience said and what was said to that person, in order. */
  public List<Message> talkWith(int person) {
    List<Message> talk = new ArrayList<>();
    for (int i = 0; i < spoken.size(); i++) {
      Message message = spoken.get(i);
      boolean isOwn = !message.isMember && message.person == person;
      if (isOwn || isAnswer(message, person) || (mayAnswer(message) && goesOn(i, person))) {
        talk.add(message);
      }
    }
    return talk;
  }

  public boolean isAnswer(Message message, int person) {
    int i = spoken.indexOf(message);
    return answers.stream().anyMatch(a -> a.at == i && a.person == person);
  }

  public boolean isDirectAnswer(Message message, int person) {
    int i = spoken.indexOf(message);
    return answers.stream().anyMatch(a -> a.at == i && a.person == person && a.isDirect);
  }

  /** Whether a message names nobody, replies to nobody of the audience and follows on a person. */
  private boolean goesOn(int i, int person) {
    Message message = spoken.get(i);
    boolean isToNobody =
        directTargets(i).isEmpty() && (message.parent == null || message.parent.isMember);
    Message before = null;
    for (Message earlier : spoken.subList(0, i)) {
      before = earlier.isMember ? before : earlier;
    }
    return isToNobody && message.person != person && before != null && before.person == person;
  }

  public boolean isLastWordOfAudience() {
    Message last = lastMessage();
    return last != null && !last.isMember && last.expectsResponse;
  }

  /** Messages that end somebody's wait. */
  public List<Message> answering() {
    return spoken.stream().filter(m -> exchanges.stream().anyMatch(e -> e.answer() == m)).toList();
  }

  /** Messages of members that name or reply to people of whom nobody waits. */
  public List<Message> unprompted() {
    List<Message> unprompted = new ArrayList<>();
    for (int i = 0; i < spoken.size(); i++) {
      int at = i;
      Set<Integer> targets = spoken.get(i).isMember ? directTargets(i) : Set.of();
      if (!targets.isEmpty() && targets.stream().noneMatch(p -> waitsBefore(at, p))) {
        unprompted.add(spoken.get(i));
      }
    }
    return unprompted;
  }

  public List<Message> organizationRows() {
    return spoken.stream().filter(m -> m.isMember).toList();
  }

  public Addressing addressing(Message message) {
    int i = spoken.indexOf(message);
    if (!directTargets(i).isEmpty() || answers.stream().anyMatch(a -> a.at == i)) {
      return Addressing.TO_AUDIENCE;
    }
    return i == 0 ? Addressing.OPENING : Addressing.OWN_OR_UNKNOWN;
  }

  @Override
  public String toString() {
    return "strand of " + all;
  }
}
