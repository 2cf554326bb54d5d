package dev.repartee.live;

import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Tally;
import java.util.Set;

/**
 * What was counted in a part of the rows. It may be read any number of times, but no longer
 * written.
 *
 * @param tally the tally
 * @param seen the kinds of rows that were seen
 * @param silent the organizations without any message there
 * @param <T> the tally
 */
record Counted<T extends Tally<T>>(T tally, SeenKinds seen, Set<String> silent) {}
