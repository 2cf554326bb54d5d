/**
 * The first thing to run: {@code mvn -q compile exec:java} at the top of the project measures a
 * built-in sample; with the name of a file it measures that file.
 *
 * <p>Made to be copied. A {@link dev.repartee.examples.quickstart.LogReader} turns one kind of file
 * into rows, {@link dev.repartee.examples.quickstart.Findings} asks the questions, and {@link
 * dev.repartee.examples.quickstart.TextReport} and {@link
 * dev.repartee.examples.quickstart.JsonReport} say the answers. Where the columns of a file only
 * have other names, a mapping is enough; where they mean something else, write a reader of your own
 * after the pattern of {@link dev.repartee.examples.quickstart.BlogThreadAdapter}.
 */
@NullMarked
package dev.repartee.examples.quickstart;

import org.jspecify.annotations.NullMarked;
