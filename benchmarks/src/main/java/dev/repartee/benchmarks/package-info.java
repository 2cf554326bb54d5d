/**
 * What the library costs, in nanoseconds and bytes per row.
 *
 * <pre>
 * mvn -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar -prof gc
 * </pre>
 */
@NullMarked
package dev.repartee.benchmarks;

import org.jspecify.annotations.NullMarked;
