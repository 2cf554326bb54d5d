/**
 * What no program wrote is read here, in search of what breaks the readers. Every target lets
 * documented exceptions pass and nothing else, and bounds the memory by the size of its input.
 *
 * <p>As tests these read their small corpus. With {@code JAZZER_FUZZ=1} in the environment one of
 * them searches for half an hour: {@code JAZZER_FUZZ=1 mvn -q -Pfuzz -pl core test
 * -Dtest=SummaryFuzz}.
 */
@NullMarked
package dev.repartee.fuzz;

import org.jspecify.annotations.NullMarked;
