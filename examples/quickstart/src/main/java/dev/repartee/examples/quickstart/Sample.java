package dev.repartee.examples.quickstart;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * A synthetic year (2025) of Copperleaf Coffee, a coffee roaster that does not exist: about 20,000
 * messages and acts on five channels, the same for the same seed on every machine.
 *
 * <p>It has something to find, and {@link #facts} says what: criticism is answered later and more
 * rarely than praise, a picture goes around for three days, the forum falls silent in September,
 * one department does nearly all the talking, colleagues keep to their departments, mails are
 * resolved, opened again and rated, and some rows are bad.
 */
public final class Sample {
  /** What the report calls it. */
  static final String NAME =
      "built-in sample: a synthetic year of Copperleaf Coffee, which does not exist";

  private static final long SEED = 20_250_101L;

  private final List<Interaction> rows;
  private final PlantedFacts facts;

  private Sample(List<Interaction> rows, PlantedFacts facts) {
    this.rows = List.copyOf(rows);
    this.facts = facts;
  }

  /** The sample that the quickstart shows. */
  public static Sample standard() {
    return withSeed(SEED);
  }

  /** Another year with the same facts planted. */
  static Sample withSeed(long seed) {
    return of(PlantedFacts.standard(), seed);
  }

  /** A year with facts of one's own. */
  static Sample of(PlantedFacts facts, long seed) {
    List<Interaction> rows = new ArrayList<>();
    SampleTalk talk = new SampleTalk(new Dice(seed), facts, rows);
    talk.write();
    SamplePaths paths = new SamplePaths(new Dice(seed + 1), facts, rows);
    paths.write(talk.people());
    new SampleFlaws(new Dice(seed + 2), facts, rows).write();
    new SampleColleagues(new Dice(seed + 3), facts, rows).write();
    new SampleStates(new Dice(seed + 4), facts, rows).write();
    return new Sample(rows, facts.withQuietPaths(paths.quietPaths()));
  }

  /** Who is who at Copperleaf Coffee. */
  public static Directory directory() {
    return Directory.builder()
        .organization(
            "Copperleaf Coffee",
            copperleaf ->
                copperleaf
                    .brand("copperleaf_help", "Support")
                    .member("sofia_copperleaf", "Support")
                    .member("ben_copperleaf", "Support")
                    .brand("copperleaf", "Marketing")
                    .member("mara_copperleaf", "Marketing")
                    .member("ines_copperleaf", "Roastery")
                    .member("lars_copperleaf", "Roastery")
                    .member("mina_copperleaf", "Roastery")
                    .member("omar_copperleaf", "Shop")
                    .member("yuki_copperleaf", "Shop")
                    .member("paul_copperleaf", "Shop")
                    .member("ruth_copperleaf", "Executive", Role.LEADER)
                    .bot("copperleaf_bot", "Support"))
        .internalChannel(SampleColleagues.CHANNEL, "Copperleaf Coffee")
        .person("Nora", "nora@blog", "nora_pours@chirp")
        .build();
  }

  /** What Copperleaf Coffee promises. */
  static List<PromiseOption> promises() {
    return PlantedFacts.standard().promises().stream().map(PromiseOption::parse).toList();
  }

  /** The rows, in no particular order. */
  public List<Interaction> rows() {
    return rows;
  }

  /** What was planted. */
  PlantedFacts facts() {
    return facts;
  }

  /** A builder of a log that has been offered every row. */
  EngagementLog.Builder offer() {
    EngagementLog.Builder builder = EngagementLog.builder(directory()).asOf(facts.asOf());
    rows.forEach(builder::add);
    return builder;
  }
}
