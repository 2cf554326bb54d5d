package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.OrganizationQuestions;
import dev.repartee.apath.APath;
import dev.repartee.apath.APathChances;
import dev.repartee.apath.APathFlows;
import dev.repartee.apath.APathRules;
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
import dev.repartee.dialogue.Effort;
import dev.repartee.funnel.Funnel;
import dev.repartee.funnel.Retention;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Counts.CountSummary;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
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
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes of summaries: damaged, cut, foreign, or made to do harm. */
@Tag("large")
public class BytesTest {
  public static final EngagementLog LOG =
      EngagementLog.builder(
              Directory.builder()
                  .organization("Acme", a -> a.member("care", "Support").member("jane", "Sales"))
                  .internalChannel("staffroom", "Acme")
                  .topic("tea", "Acme", "Support")
                  .build())
          .asOf("2026-02-01T00:00:00Z")
          .add(Post.of("a", "carl", "2026-01-01T00:00:00Z").channel("blog").value("order", 9))
          .add(Reply.of("b", "care", "2026-01-01T01:00:00Z").to("a").fingerprint("thanks"))
          .add(Reply.of("c", "carl", "2026-01-01T02:00:00Z").to("b"))
          .add(Post.of("d", "jane", "2026-01-02T00:00:00Z").channel("staffroom").topic("tea"))
          .add(Reply.of("e", "care", "2026-01-02T01:00:00Z").to("d"))
          .add(Act.of(ActKind.ASSIGN, "jane", "2026-01-01T00:30:00Z").on("a"))
          .add(Act.of(ActKind.RESOLVE, "care", "2026-01-01T03:00:00Z").on("a"))
          .add(Act.of(ActKind.ASSIGN, "jane", "2026-01-01T03:30:00Z").on("a"))
          .add(Act.of(ActKind.RATE, "carl", "2026-01-01T04:00:00Z").on("a").rating(4))
          .build();

  private static final Funnel FUNNEL =
      Funnel.builder()
          .step("wrote", EventFilter.messages())
          .step("shared", ActKind.SHARE)
          .within(Duration.ofDays(3))
          .build();

  public static List<Measure<?>> measures() {
    return List.of(
        ResponseTime.eachTurn().withTarget(Duration.ofHours(1)),
        ResponseTime.everyReply(),
        ResponseTime.afterHandOff(),
        Backlog.standard(),
        Resolution.lasting().withTarget(Duration.ofHours(8)).pausedWhile(ActKind.HOLD),
        Ratings.ofAnswered(),
        ReContact.standard(),
        ReContact.standard().afterResolution().onAnyTopic(),
        ReContact.standard().afterResolution().acrossConversations(),
        ReContact.standard().acrossConversations().onAnyTopic(),
        Dialogue.standard(),
        Structure.standard(),
        Effort.standard(),
        CannedAnswers.standard(),
        Counts.ofMessages("all", row -> true),
        new OrganizationQuestions(),
        Counts.ofValue("order"),
        APath.standard(),
        Ties.standard(),
        Buzz.standard(),
        APathState.standard(),
        APathChances.standard(),
        APathFlows.between("2026-01-02T00:00:00Z", "2026-01-20T00:00:00Z"),
        HollowAudience.standard(),
        SpikeFollowThrough.on("blog", LocalDate.of(2026, 1, 1)),
        Advocates.with(APathRules.standard().withAffinityDays(1).withAffinitySpan(0)),
        EngagementEffect.after(Stage.ATTENTION).withLandmark(Duration.ofDays(1)),
        FUNNEL,
        FUNNEL.explaining("carl"),
        Retention.every(Duration.ofDays(7), 2),
        Openness.standard(),
        Openness.standard().byMostNegativeLabel(),
        Recovery.standard(),
        Breadth.standard(),
        Promises.of(Promise.atLeast(0.5).twoWay()),
        Consistency.standard(),
        AudienceInterest.standard(),
        Participation.of(LOG.directory()),
        Scorecards.conversations(),
        Scorecards.persons(),
        ResponseTime.eachTurn().by(Dimension.CHANNEL.and(Dimension.day(ZoneOffset.UTC))),
        ResponseTime.eachTurn().withTarget(Duration.ofHours(1)).opened(2),
        FUNNEL.opened(1).by(Dimension.CHANNEL),
        Measures.of(ResponseTime.eachTurn(), Dialogue.standard().by(Dimension.MEMBER)));
  }

  private static byte[] bytes(Measure<?> measure) {
    return LOG.measure(measure).toBytes();
  }

  /** What walks beside a measure, and what that asks for, is not seen in its bytes. */
  @ParameterizedTest
  @MethodSource("measures")
  void bytesAreTheSameBesideAnotherMeasure(Measure<?> measure) {
    for (Measure<?> other : measures()) {
      if (other.plan().unit() == measure.plan().unit()
          && !other.plan().text().equals(measure.plan().text())) {
        Measures both = Measures.of(measure, other);
        for (Results results :
            List.of(LOG.measure(measure, other), both.fromBytes(LOG.measure(both).toBytes()))) {
          assertArrayEquals(bytes(measure), part(results, measure), other::toString);
        }
      }
    }
  }

  private static <S extends Summary<S>> byte[] part(Results results, Measure<S> measure) {
    return results.get(measure).toBytes();
  }

  private static String refusal(Measure<?> measure, byte[] bytes) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> measure.fromBytes(bytes));
    return String.valueOf(e.getMessage());
  }

  @ParameterizedTest
  @MethodSource("measures")
  void everyOneOfTheBitsCounts(Measure<?> measure) {
    byte[] bytes = bytes(measure);
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      refusal(measure, bytes);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
    measure.fromBytes(bytes);
  }

  @ParameterizedTest
  @MethodSource("measures")
  void bytesThatEndEarlyOrLateAreRefused(Measure<?> measure) {
    byte[] bytes = bytes(measure);
    for (int length = 0; length < bytes.length; length++) {
      refusal(measure, Arrays.copyOf(bytes, length));
    }
    refusal(measure, Arrays.copyOf(bytes, bytes.length + 1));
    byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
    System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
    refusal(measure, twice);
  }

  @ParameterizedTest
  @MethodSource("measures")
  void bytesOfEveryOtherMeasureAreRefused(Measure<?> measure) {
    byte[] own = bytes(measure);
    List<byte[]> others =
        measures().stream().map(BytesTest::bytes).filter(b -> !Arrays.equals(b, own)).toList();
    assertEquals(measures().size() - 1, others.size());
    for (byte[] other : others) {
      assertTrue(refusal(measure, other).contains("read them with the measure that wrote them"));
    }
  }

  @Test
  void messagesSayWhatIsWrongAndWhatToDo() {
    ResponseTime each = ResponseTime.eachTurn();
    byte[] bytes = bytes(each);
    assertEquals(
        "bytes hold a summary of [response each turn], not of [dialogue]; read them with the"
            + " measure that wrote them",
        refusal(Dialogue.standard(), bytes));
    assertEquals(
        "bytes begin with 00000000, a summary of this version with 52505401; pass what"
            + " toBytes() returned, unchanged",
        refusal(each, new byte[100]));
    bytes[3] = 2;
    assertEquals(
        "bytes are of version 2 of the format, this library reads version 1; read them with the"
            + " library that wrote them, or measure again",
        refusal(each, bytes));
    bytes[3] = 1;
    assertEquals(
        "bytes (0 of them) are damaged: they end early; pass what toBytes() returned,"
            + " unchanged",
        refusal(each, new byte[0]));
    bytes[bytes.length / 2] ^= 1;
    assertEquals(
        "bytes ("
            + bytes.length
            + " of them) are damaged: their checksum differs; pass what"
            + " toBytes() returned, unchanged",
        refusal(each, bytes));
  }

  /** Bytes with a checksum that holds, so that what reads them must look after itself. */
  static byte[] sealed(byte[] content) throws IOException {
    CRC32C checksum = new CRC32C();
    checksum.update(content, 0, content.length - 4);
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(result);
    out.write(content, 0, content.length - 4);
    out.writeInt((int) checksum.getValue());
    return result.toByteArray();
  }

  /** Changes up to four bytes beside each other, or cuts, or puts a piece in another place. */
  private static byte[] mutation(byte[] bytes, Random random) {
    byte[] result = bytes.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 1 -> {
        int from = random.nextInt(bytes.length);
        int length = random.nextInt(bytes.length - Math.max(at, from)) + 1;
        System.arraycopy(bytes, from, result, at, length);
      }
      default -> {
        for (int j = at; j < Math.min(at + 1 + random.nextInt(4), bytes.length); j++) {
          result[j] = (byte) (random.nextBoolean() ? 0x7F : random.nextInt(256));
        }
      }
    }
    return result;
  }

  @ParameterizedTest
  @MethodSource("measures")
  void tenThousandMutationsAreRefused(Measure<?> measure) {
    byte[] bytes = bytes(measure);
    Random random = new Random(8);
    for (int i = 0; i < 10_000; i++) {
      byte[] mutated = mutation(bytes, random);
      if (!Arrays.equals(bytes, mutated)) {
        refusal(measure, mutated);
      }
    }
  }

  static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static boolean isRefused(Measure<?> measure, byte[] bytes) {
    try {
      measure.fromBytes(bytes);
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /** What the machine gives a thread at a time counts as taken, so a second look may tell less. */
  private static long memoryOfReading(Measure<?> measure, byte[] bytes) {
    long before = allocated();
    isRefused(measure, bytes);
    return allocated() - before;
  }

  /** Even with a checksum that holds, what reads them asks for no more memory than is fair. */
  @ParameterizedTest
  @MethodSource("measures")
  void forgedBytesNeitherExhaustTheMemoryNorBreakOut(Measure<?> measure) throws IOException {
    byte[] bytes = bytes(measure);
    long bound = 1_000_000 + 1_000L * bytes.length;
    Random random = new Random(7);
    int refused = 0;
    long most = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] forged = mutation(bytes, random);
      System.arraycopy(bytes, 0, forged, 0, Math.min(4, forged.length));
      byte[] sealed = forged.length < 8 ? forged : sealed(forged);
      long taken = bound + 1;
      for (int attempt = 0; attempt < 3 && taken > bound; attempt++) {
        taken = memoryOfReading(measure, sealed);
      }
      most = Math.max(most, taken);
      refused += isRefused(measure, sealed) ? 1 : 0;
    }
    assertTrue(refused > 1_000, () -> "hardly any was refused");
    assertTrue(most <= bound, most + " bytes of memory for " + bytes.length);
  }

  /** Days and windows outside the years of a log would be series that no array holds. */
  @Test
  void whatIsReadOfForgedDaysCanBePrinted() throws IOException {
    for (Measure<?> measure : List.of(Consistency.standard(), AudienceInterest.standard())) {
      byte[] bytes = bytes(measure);
      Random random = new Random(7);
      int printed = 0;
      for (int i = 0; i < 10_000; i++) {
        byte[] forged = mutation(bytes, random);
        System.arraycopy(bytes, 0, forged, 0, Math.min(4, forged.length));
        byte[] sealed = forged.length < 8 ? forged : sealed(forged);
        if (!isRefused(measure, sealed)) {
          printed += measure.fromBytes(sealed).toString().isEmpty() ? 0 : 1;
        }
      }
      assertTrue(printed > 1_000, () -> "hardly any was read");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 21_844, 21_845, 21_846, 43_689, 43_690, 43_691, 1_000_000})
  void keysOfAnyLengthComeBack(int length) {
    for (String text : List.of("x", "é", "€", "\u0000", "\uD800")) {
      String key = text.repeat(length);
      Measure<Breakdown<CountSummary>> measure =
          Counts.ofMessages("all", row -> true).by(Dimension.of("long", row -> key + "."));
      byte[] bytes = LOG.measure(measure).toBytes();
      Breakdown<CountSummary> read = measure.fromBytes(bytes);
      assertEquals(List.of(List.of(key + ".")), read.keys());
      assertArrayEquals(bytes, read.toBytes());
    }
  }
}
