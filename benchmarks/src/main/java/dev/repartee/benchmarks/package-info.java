/**
 * What the library costs, in nanoseconds and bytes per row, and what the alternative costs.
 *
 * <p>Classes named {@code …Benchmark} are for JMH. {@link dev.repartee.benchmarks.PeerComparison}
 * sets Repartee beside a database, {@link dev.repartee.benchmarks.ScaleCheck} looks at many rows
 * and at bad ones. The {@code README.md} of the module says how to run them and what they gave.
 *
 * <pre>
 * mvn -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar -prof gc
 * </pre>
 */
@NullMarked
package dev.repartee.benchmarks;

import org.jspecify.annotations.NullMarked;
