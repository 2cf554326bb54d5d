package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.participation.Participation;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a key of a breakdown costs is in proportion to what it holds. */
class MemoryOfKeysTest {
  private static final EngagementLog FEW = log(1_000);
  private static final EngagementLog MANY = log(4_000);

  /** For measures whose keys hold 32 groups of some tables each. */
  private static final long MOST_OF_A_KEY = 40_000;

  private static EngagementLog log(int channels) {
    EngagementLog.Builder builder =
        EngagementLog.builder(
                Directory.builder().organization("Acme", a -> a.member("care", "Support")).build())
            .asOf("2026-02-01T00:00:00Z");
    for (int i = 0; i < channels; i++) {
      String channel = "channel " + i;
      builder.add(Post.of("p" + i, "carl" + i, "2026-01-01T00:00:00Z").channel(channel));
      builder.add(Reply.of("r" + i, "care", "2026-01-01T01:00:00Z").to("p" + i).channel(channel));
    }
    return builder.build();
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static <S extends Summary<S>> long memory(EngagementLog log, Measure<S> measure) {
    long before = allocated();
    log.measure(measure.by(Dimension.CHANNEL));
    return allocated() - before;
  }

  static List<Measure<?>> measures() {
    return BytesTest.measures().stream()
        .filter(m -> !m.plan().knowsAnswers() || !m.plan().text().contains(" by "))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("measures")
  void aFurtherKeyCostsAsMuchAsAnother(Measure<?> measure) {
    Measure<?> own = measure instanceof Participation ? Participation.of(FEW.directory()) : measure;
    long few = memory(FEW, own);
    long many = memory(MANY, own);
    String found = measure + ": " + few / 1_000 + " and " + many / 4_000 + " bytes a key";
    assertTrue(many < 6 * few, found);
    assertTrue(many / 4_000 < MOST_OF_A_KEY, found);
  }
}
