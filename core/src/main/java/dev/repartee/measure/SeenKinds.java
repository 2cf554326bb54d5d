package dev.repartee.measure;

import com.google.common.collect.ImmutableSortedMap;
import dev.repartee.internal.bytes.Texts;
import dev.repartee.model.ActKind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which kinds of interactions of the audience a log holds on which channel. It tells "nobody did
 * it" from "this data cannot show it".
 */
public final class SeenKinds {
  /** The bit of a message. */
  public static final int MESSAGE = 1;

  /** The bit of a reply of one audience person to another. */
  public static final int REPLY_TO_AUDIENCE = 1 << 1;

  private static final int FIRST_ACT = 2;
  private static final int KINDS = FIRST_ACT + ActKind.ofRows().size();

  /** All bits of what rows of the audience are. */
  static final int OF_ROWS = (1 << KINDS) - 1;

  /** The bit of acts that tell what becomes of conversations; of all channels, the empty text. */
  public static final int STATES = 1 << KINDS;

  /** The bit of ratings; of all channels, the empty text. */
  public static final int RATINGS = 1 << (KINDS + 1);

  private final ImmutableSortedMap<String, Integer> bitsByChannel;
  private final int anywhere;

  private SeenKinds(Map<String, Integer> bitsByChannel) {
    this.bitsByChannel = ImmutableSortedMap.copyOf(bitsByChannel);
    this.anywhere = bitsByChannel.values().stream().reduce(0, (a, b) -> a | b);
  }

  /**
   * {@return the bit of an act: one bit}
   *
   * @param kind the kind of act
   * @throws IllegalArgumentException if it tells what becomes of a conversation ({@link
   *     ActKind#isOfState}), and is no row of a log
   */
  public static int bit(ActKind kind) {
    if (kind.isOfState()) {
      throw new IllegalArgumentException(
          "kind ("
              + kind
              + ") must be one of what people do ("
              + ActKind.ofRows()
              + "); what becomes of conversations is told by Resolution, ratings by Ratings");
    }
    return 1 << (FIRST_ACT + ActKind.ofRows().indexOf(kind));
  }

  /**
   * {@return kinds seen: an immutable copy}
   *
   * @param bitsByChannel the bits by channel; the empty text stands for rows without a channel
   */
  public static SeenKinds of(Map<String, Integer> bitsByChannel) {
    return new SeenKinds(bitsByChannel);
  }

  /** {@return that nothing was seen; no channel} */
  public static SeenKinds none() {
    return of(Map.of());
  }

  /**
   * {@return the channels on which anything was seen: their names, sorted; the empty text stands
   * for rows without a channel}
   */
  public Set<String> channels() {
    return bitsByChannel.keySet();
  }

  /**
   * {@return the bits of a channel, 0 for an unknown channel}
   *
   * @param channel its name
   */
  public int on(String channel) {
    return bitsByChannel.getOrDefault(channel, 0);
  }

  /** {@return the bits of all channels together} */
  public int anywhere() {
    return anywhere;
  }

  /**
   * Some bits of these: the same object where it has no others, as every key of a breakdown asks.
   */
  SeenKinds only(int bits) {
    if ((anywhere & ~bits) == 0) {
      return this;
    }
    Map<String, Integer> some = new TreeMap<>();
    bitsByChannel.forEach(
        (channel, seen) -> {
          if ((seen & bits) != 0) {
            some.put(channel, seen & bits);
          }
        });
    return of(some);
  }

  SeenKinds and(SeenKinds other) {
    Map<String, Integer> all = new TreeMap<>(bitsByChannel);
    other.bitsByChannel.forEach((channel, bits) -> all.merge(channel, bits, (a, b) -> a | b));
    return of(all);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(bitsByChannel.size());
    for (Map.Entry<String, Integer> entry : bitsByChannel.entrySet()) {
      Texts.write(out, entry.getKey());
      out.writeInt(entry.getValue());
    }
  }

  static SeenKinds read(DataInput in) throws IOException {
    Map<String, Integer> bits = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String channel = Texts.read(in);
      int seen = in.readInt();
      if (seen <= 0 || seen >>> (KINDS + 2) != 0 || bits.put(channel, seen) != null) {
        throw new IOException("kinds " + seen + " on channel " + channel);
      }
    }
    return of(bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeenKinds that && bitsByChannel.equals(that.bitsByChannel);
  }

  @Override
  public int hashCode() {
    return bitsByChannel.hashCode();
  }

  @Override
  public String toString() {
    return "kinds seen on " + bitsByChannel.size() + " channels";
  }
}
