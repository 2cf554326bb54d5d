/** The first thing to run: {@code mvn -q compile exec:java} at the top of the project. */
@NullMarked
package dev.repartee.examples.quickstart;

import org.jspecify.annotations.NullMarked;
