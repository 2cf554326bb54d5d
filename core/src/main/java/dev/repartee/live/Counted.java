package dev.repartee.live;

import dev.repartee.measure.SeenKinds;
import dev.repartee.measure.Tally;
import java.util.Set;

/**
 * What was counted in a part of the rows, to be read any number of times and not written any more.
 *
 * @param tally the tally
 * @param seen the kinds that were seen
 * @param silent the organizations of which no message was seen
 * @param <T> the tally
 */
record Counted<T extends Tally<T>>(T tally, SeenKinds seen, Set<String> silent) {}
