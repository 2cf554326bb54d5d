package dev.repartee.response;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.model.Directory;
import org.junit.jupiter.api.Test;

/** More waits than are put together for a key, and more keys than have waits put together. */
final class ResponseBreakdownTest {
  private static final int CONVERSATIONS = 9_000;
  private static final int TOPICS = 100;
  private static final int CHANNELS = 3;

  /** Questions with one answer or none, in turns; one answer in five says whom it answers. */
  private static EngagementLog log() {
    Directory directory =
        Directory.builder().organization("Acme", acme -> acme.member("ann", "Support")).build();
    EngagementLog.Builder builder = EngagementLog.builder(directory);
    Appender appender = builder.appender();
    for (int i = 0; i < CONVERSATIONS; i++) {
      String topic = "topic-" + i * 7 % TOPICS;
      String channel = "channel-" + i * 11 % CHANNELS;
      long start = 1_000_000L * i;
      appender.id("q" + i).author("visitor-" + i % 500).at(start).topic(topic).channel(channel);
      appender.addressedTo("Acme").end();
      if (i % 4 != 0) {
        appender.id("a" + i).author("ann").at(start + 60_000 + i % 97 * 1_000L).topic(topic);
        appender.channel(channel).conversation("q" + i).parent("q" + i).end();
      }
    }
    return builder.build();
  }

  @Test
  void partsAreWhatIsFoundOfTheirKeyAlone() {
    EngagementLog log = log();
    for (Dimension dimension : new Dimension[] {Dimension.TOPIC, Dimension.CHANNEL}) {
      for (ResponseTime clock :
          new ResponseTime[] {ResponseTime.eachTurn(), ResponseTime.eachMessage()}) {
        Breakdown<ResponseSummary> parts = log.measure(clock.by(dimension));
        assertEquals(dimension == Dimension.TOPIC ? TOPICS : CHANNELS, parts.parts().size());
        parts.forEach(
            (key, part) ->
                assertArrayEquals(
                    log.only(dimension, key).measure(clock).toBytes(), part.toBytes(), key));
      }
    }
  }

  @Test
  void severalInOneWalkDoNotMixTheirWaits() {
    EngagementLog log = log();
    Measure<Breakdown<ResponseSummary>> turns = ResponseTime.eachTurn().by(Dimension.CHANNEL);
    Measure<Breakdown<ResponseSummary>> messages = ResponseTime.eachMessage().by(Dimension.TOPIC);
    Measure<Results> both = Measures.of(ResponseTime.eachTurn(), ResponseTime.eachMessage());
    Results results = log.measure(Measures.of(turns, messages, both.by(Dimension.CHANNEL)));
    assertArrayEquals(log.measure(turns).toBytes(), results.get(turns).toBytes());
    assertArrayEquals(log.measure(messages).toBytes(), results.get(messages).toBytes());
    Breakdown<Results> byChannel = log.measure(both.by(Dimension.CHANNEL));
    byChannel.forEach(
        (key, part) ->
            assertArrayEquals(
                log.measure(turns).get(key).toBytes(),
                part.get(ResponseTime.eachTurn()).toBytes()));
  }
}
