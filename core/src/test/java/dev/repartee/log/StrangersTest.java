package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.apath.Advocates;
import dev.repartee.buzz.Buzz;
import dev.repartee.consistency.AudienceInterest;
import dev.repartee.dialogue.CannedAnswers;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.internal.hash.HashKey;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.Backlog;
import dev.repartee.response.ResponseTime;
import dev.repartee.structure.Structure;
import dev.repartee.ties.Ties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ids and names are chosen by strangers, who may know this code, but not the key. */
class StrangersTest {
  private static final int MANY = 40_000;
  private static final List<HashKey> KEYS =
      List.of(new HashKey(0), new HashKey(1), new HashKey(-7), HashKey.OF_PROCESS);

  /** As many that a secret which does not scatter, one in a hundred, is among them. */
  private static final int SECRETS = 400;

  /** Hashing without a key, as it once was: whoever reads this code can undo it. */
  private static final class Keyless {
    private static final long A = 0x9E3779B97F4A7C15L;
    private static final long B = 0xD6E8FEB86659FD93L;

    private static long mix(long value) {
      long mixed = value * A;
      mixed = (mixed ^ (mixed >>> 32)) * B;
      return mixed ^ (mixed >>> 29);
    }

    private static long undo(long mixed) {
      long value = mixed ^ (mixed >>> 29) ^ (mixed >>> 58);
      value *= inverse(B);
      return (value ^ (value >>> 32)) * inverse(A);
    }

    /** By Newton's method, which doubles the number of right bits in each step. */
    private static long inverse(long odd) {
      long result = odd;
      for (int step = 0; step < 6; step++) {
        result *= 2 - odd * result;
      }
      return result;
    }

    /** Of a text of 15 bytes: 8 of them, and 7. */
    private static long hash(String text) {
      long word = 0;
      for (int i = Long.BYTES - 1; i >= 0; i--) {
        word = word << Byte.SIZE | text.charAt(i);
      }
      long rest = 0;
      for (int i = Long.BYTES; i < text.length(); i++) {
        rest = rest << Byte.SIZE | text.charAt(i);
      }
      return mix(mix(text.length() * A ^ word) ^ rest);
    }

    /** Texts of 15 ASCII characters of one hash. */
    private static List<String> names(int count) {
      List<String> names = new ArrayList<>();
      int length = 15;
      for (long i = 0; names.size() < count; i++) {
        long rest = 0x61_6161_6161_6161L + ((i & 15) | (i & 0xF0) << 4 | (i & 0xF00) << 8);
        rest += (i & 0xF000) << 12 | (i & 0xF0000) << 16 | (i & 0xF00000) << 20;
        long word = undo(0x0123_4567_89AB_CDEFL ^ rest) ^ length * A;
        if ((word & 0x8080_8080_8080_8080L) == 0) {
          StringBuilder name = new StringBuilder();
          for (int at = 0; at < Long.SIZE; at += Byte.SIZE) {
            name.append((char) (word >>> at & 0x7F));
          }
          for (int at = 48; at >= 0; at -= Byte.SIZE) {
            name.append((char) (rest >>> at & 0x7F));
          }
          names.add(name.toString());
        }
      }
      return names;
    }
  }

  /** How many places beyond the first are looked at while hashes go into a table half full. */
  private static long looks(long[] hashes) {
    int mask = Partitions.tableSize(hashes.length) - 1;
    BitSet taken = new BitSet();
    long looks = 0;
    for (long hash : hashes) {
      int slot = (int) hash & mask;
      for (; taken.get(slot); slot = slot + 1 & mask) {
        looks++;
      }
      taken.set(slot);
    }
    return looks;
  }

  @Test
  @Tag("large")
  void namesOfOneHashAreScattered() {
    List<String> names = Keyless.names(MANY);
    long[] keyless = names.stream().mapToLong(Keyless::hash).toArray();
    assertEquals(1, Arrays.stream(keyless).distinct().count());
    assertEquals(MANY * (MANY - 1L) / 2, looks(keyless));
    for (HashKey key : KEYS) {
      TextHeap heap = new TextHeap();
      long[] hashes = names.stream().mapToLong(n -> heap.hash(heap.add(n), key)).toArray();
      assertEquals(MANY, Arrays.stream(hashes).distinct().count());
      assertTrue(looks(hashes) < MANY, looks(hashes) + " looks");
      assertTrue(looks(Arrays.stream(hashes).map(hash -> hash >>> 40).toArray()) < MANY);
    }
  }

  /** Numbers that once fell on one place, and those that differ in few bits. */
  @Test
  void numbersAreScattered() {
    List<LongUnaryOperator> attacks =
        List.of(
            i -> Keyless.undo(i << 40),
            i -> Keyless.undo(i),
            i -> (i << 20) * Keyless.inverse(0x9E3779B97F4A7C15L),
            i -> i,
            i -> i << 17,
            i -> i << 47,
            i -> (i << 32) | i,
            i -> ~i);
    for (LongUnaryOperator attack : attacks) {
      for (HashKey key : KEYS) {
        long[] hashes = new long[MANY];
        Arrays.setAll(hashes, i -> key.hash(attack.applyAsLong(i)));
        assertEquals(MANY, Arrays.stream(hashes).distinct().count());
        assertTrue(looks(hashes) < MANY, looks(hashes) + " looks");
      }
    }
  }

  @Test
  void numbersThatDifferAboveAreScatteredByEverySecret() {
    for (int secret = 0; secret < SECRETS; secret++) {
      HashKey key = new HashKey(secret);
      long[] hashes = new long[MANY / 10];
      Arrays.setAll(hashes, i -> key.hash((long) i << 51));
      long looks = looks(hashes);
      assertTrue(looks < MANY / 10, looks + " looks by the secret " + secret);
    }
  }

  private static List<Interaction> rows() {
    Random random = new Random(5);
    List<String> names = Keyless.names(MANY);
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      long at = RandomRows.START + random.nextInt(RandomRows.DAYS) * RandomRows.DAY + i;
      String author = random.nextInt(9) == 0 ? "care" : names.get(random.nextInt(2000));
      String channel = random.nextInt(3) == 0 ? "blog" : names.get(random.nextInt(20));
      String print = names.get(random.nextInt(1000));
      rows.add(
          i % 3 == 0 || random.nextInt(8) == 0
              ? Post.of(names.get(i), author, at).channel(channel).fingerprint(print)
              : Reply.of(names.get(i), author, at)
                  .to(names.get(i - 1 - random.nextInt(2)))
                  .fingerprint(print));
    }
    return rows;
  }

  private static EngagementLog log(HashKey key, List<Interaction> rows) {
    return new EngagementLog.Builder(RandomRows.DIRECTORY, key)
        .asOf("2026-06-01T00:00:00Z")
        .addAll(rows)
        .build();
  }

  @Test
  void noResultDependsOnTheKey() {
    List<Interaction> rows = rows();
    EngagementLog one = log(KEYS.get(0), rows);
    EngagementLog other = log(KEYS.get(3), rows);
    assertTrue(one.persons() > 1000);
    assertEquals(one.audit().table(), other.audit().table());
    assertEquals(one.rows().toList(), other.rows().toList());
    List<Measure<?>> measures =
        List.of(
            ResponseTime.eachTurn().by(Dimension.CHANNEL),
            Backlog.standard(),
            Ties.standard(),
            Buzz.standard(),
            CannedAnswers.standard(),
            Structure.standard(),
            Dialogue.standard().by(Dimension.CHANNEL.and(Dimension.ADDRESSEE)),
            Advocates.standard(),
            APath.standard().by(Dimension.CHANNEL),
            AudienceInterest.standard());
    for (Measure<?> measure : measures) {
      assertArrayEquals(
          one.measure(measure).toBytes(), other.measure(measure).toBytes(), measure::toString);
    }
  }

  @Test
  void codesAreGivenInOrderOfAppearanceWhateverTheKey() {
    List<String> names = Keyless.names(MANY);
    for (HashKey key : KEYS) {
      Staging staging = new Staging(key);
      for (int row = 0; row < 2 * MANY; row++) {
        staging.author.set(row, names.get(row * 7 % MANY));
        staging.naming.set(row, row % 2 == 0 ? "named " + row : names.get(row / 2));
        staging.endRow(0, false);
      }
      Interning codes = Interning.of(staging, new BitSet(), staging.author, staging.naming);
      assertEquals(2 * MANY, codes.size());
      for (int row = 0; row < 2 * MANY; row++) {
        assertEquals(row % MANY, codes.code(0, row));
        if (row % 2 == 0) {
          assertEquals(MANY + row / 2, codes.code(1, row));
          assertEquals(row, codes.firstRow(MANY + row / 2));
          assertEquals(1, codes.firstColumn(MANY + row / 2));
        }
      }
    }
  }
}
