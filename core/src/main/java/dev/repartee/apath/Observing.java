package dev.repartee.apath;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.repartee.measure.SeenKinds;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What stages the caller says are observed, and what follows from it and the kinds seen. */
final class Observing {
  private final Set<Stage> anywhere;
  private final ImmutableSortedMap<Stage, ImmutableSortedSet<String>> onChannels;

  private Observing(Set<Stage> anywhere, Map<Stage, ImmutableSortedSet<String>> onChannels) {
    this.anywhere = Sets.immutableEnumSet(anywhere);
    TreeMap<Stage, ImmutableSortedSet<String>> narrower = new TreeMap<>(onChannels);
    narrower.keySet().removeAll(anywhere);
    this.onChannels = ImmutableSortedMap.copyOf(narrower);
  }

  /** What the log itself shows. */
  static Observing nothingElse() {
    return new Observing(Set.of(), Map.of());
  }

  Observing and(Stage... stages) {
    Set<Stage> all = EnumSet.noneOf(Stage.class);
    all.addAll(anywhere);
    all.addAll(Arrays.asList(stages));
    return new Observing(all, onChannels);
  }

  Observing and(Stage stage, String channel) {
    Map<Stage, ImmutableSortedSet<String>> all = new TreeMap<>(onChannels);
    Set<String> channels = new TreeSet<>(all.getOrDefault(stage, ImmutableSortedSet.of()));
    channels.add(channel);
    all.put(stage, ImmutableSortedSet.copyOf(channels));
    return new Observing(anywhere, all);
  }

  /** The channels on which a stage is observed, sorted. */
  ImmutableSortedSet<String> channels(Stage stage, int provingKinds, SeenKinds seen) {
    Set<String> result = new TreeSet<>(onChannels.getOrDefault(stage, ImmutableSortedSet.of()));
    for (String channel : seen.channels()) {
      if (anywhere.contains(stage) || (seen.on(channel) & provingKinds) != 0) {
        result.add(channel);
      }
    }
    return ImmutableSortedSet.copyOf(result);
  }

  boolean isObserved(Stage stage, int provingKinds, SeenKinds seen) {
    return anywhere.contains(stage)
        || onChannels.containsKey(stage)
        || (seen.anywhere() & provingKinds) != 0;
  }

  /** Says it in the text of a plan: empty for nothing, else beginning with a comma. */
  String text() {
    String wide = anywhere.stream().map(s -> ", observing " + s).collect(Collectors.joining());
    StringBuilder text = new StringBuilder(wide);
    onChannels.forEach(
        (stage, channels) -> {
          for (String channel : channels) {
            text.append(", observing ").append(stage).append(" on ").append(quoted(channel));
          }
        });
    return text.toString();
  }

  /** In quotes, so that no name of a channel reads like another option. */
  static String quoted(String channel) {
    return '"' + channel.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
