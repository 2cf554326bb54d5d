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
 * The kinds of audience interactions that a log contains on each channel. They distinguish "nobody
 * did it" from "this data cannot show it".
 */
public final class SeenKinds {
  /** The bit of a message. */
  public static final int MESSAGE = 1;

  /** The bit of a reply of one audience person to another. */
  public static final int REPLY_TO_AUDIENCE = 1 << 1;

  private static final int FIRST_ACT = 2;
  private static final int KINDS = FIRST_ACT + ActKind.ofRows().size();

  /** All bits for rows of the audience. */
  static final int OF_ROWS = (1 << KINDS) - 1;

  /**
   * The bit of acts that change the state of conversations; recorded under the empty text, for all
   * channels.
   */
  public static final int STATES = 1 << KINDS;

  /** The bit of ratings; recorded under the empty text, for all channels. */
  public static final int RATINGS = 1 << (KINDS + 1);

  private static final int OF_STATES = STATES | RATINGS;

  /** What rows show. */
  private final ImmutableSortedMap<String, Integer> bitsByChannel;

  /** What acts of states show, of all channels. */
  private final int ofStates;

  private SeenKinds(ImmutableSortedMap<String, Integer> bitsByChannel, int ofStates) {
    this.bitsByChannel = bitsByChannel;
    this.ofStates = ofStates;
  }

  /**
   * {@return the bit of a kind of act}
   *
   * @param kind the kind of act
   * @throws IllegalArgumentException if it is a kind that changes or rates a conversation ({@link
   *     ActKind#isOfState}), which is not a row of a log
   */
  public static int bit(ActKind kind) {
    if (kind.isOfState()) {
      throw new IllegalArgumentException(
          "kind ("
              + kind
              + ") must be an act of people, one of ("
              + ActKind.ofRows()
              + "); states of conversations are for Resolution, ratings for Ratings");
    }
    return 1 << (FIRST_ACT + ActKind.ofRows().indexOf(kind));
  }

  /**
   * {@return the kinds seen, as an immutable copy}
   *
   * @param bitsByChannel the bits by channel; the empty text means rows without a channel
   */
  public static SeenKinds of(Map<String, Integer> bitsByChannel) {
    int anywhere = bitsByChannel.getOrDefault("", 0);
    if ((anywhere & OF_STATES) == 0) {
      return new SeenKinds(ImmutableSortedMap.copyOf(bitsByChannel), 0);
    }
    Map<String, Integer> ofRows = new TreeMap<>(bitsByChannel);
    ofRows.put("", anywhere & OF_ROWS);
    ofRows.values().removeIf(bits -> bits == 0);
    return new SeenKinds(ImmutableSortedMap.copyOf(ofRows), anywhere & OF_STATES);
  }

  /** {@return the kinds seen of a log in which nothing was seen} */
  public static SeenKinds none() {
    return of(Map.of());
  }

  /**
   * {@return the names of the channels on which anything was seen, sorted; the empty text means
   * rows without a channel}
   */
  public Set<String> channels() {
    return bits().keySet();
  }

  /**
   * {@return the bits of a channel, 0 for an unknown channel}
   *
   * @param channel its name
   */
  public int on(String channel) {
    return bitsByChannel.getOrDefault(channel, 0) | (channel.isEmpty() ? ofStates : 0);
  }

  /** {@return the bits of all channels together} */
  public int anywhere() {
    return bitsByChannel.values().stream().reduce(ofStates, (a, b) -> a | b);
  }

  private ImmutableSortedMap<String, Integer> bits() {
    if (ofStates == 0) {
      return bitsByChannel;
    }
    Map<String, Integer> all = new TreeMap<>(bitsByChannel);
    all.merge("", ofStates, (a, b) -> a | b);
    return ImmutableSortedMap.copyOf(all);
  }

  /** The bits of rows, of states, or both; shared, because each key of a breakdown has them. */
  SeenKinds only(int asked) {
    boolean isOfRows = (asked & OF_ROWS) != 0;
    return isOfRows && (ofStates & ~asked) == 0
        ? this
        : new SeenKinds(isOfRows ? bitsByChannel : ImmutableSortedMap.of(), ofStates & asked);
  }

  SeenKinds and(SeenKinds other) {
    Map<String, Integer> all = new TreeMap<>(bitsByChannel);
    other.bitsByChannel.forEach((channel, bits) -> all.merge(channel, bits, (a, b) -> a | b));
    return new SeenKinds(ImmutableSortedMap.copyOf(all), ofStates | other.ofStates);
  }

  void write(DataOutput out) throws IOException {
    ImmutableSortedMap<String, Integer> bits = bits();
    out.writeInt(bits.size());
    for (Map.Entry<String, Integer> entry : bits.entrySet()) {
      Texts.write(out, entry.getKey());
      out.writeInt(entry.getValue());
    }
  }

  static SeenKinds read(DataInput in) throws IOException {
    Map<String, Integer> bits = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String channel = Texts.read(in);
      int seen = in.readInt();
      int known = channel.isEmpty() ? OF_ROWS | OF_STATES : OF_ROWS;
      if (seen <= 0 || (seen & ~known) != 0 || bits.put(channel, seen) != null) {
        throw new IOException("kinds " + seen + " on channel " + channel);
      }
    }
    return of(bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeenKinds that
        && ofStates == that.ofStates
        && bitsByChannel.equals(that.bitsByChannel);
  }

  @Override
  public int hashCode() {
    return 31 * bitsByChannel.hashCode() + ofStates;
  }

  @Override
  public String toString() {
    return "kinds seen on " + bitsByChannel.size() + " channels";
  }
}
