/**
 * Who answers whom as a graph that other programs open: the ties of a log become a graph of
 * JGraphT, which computes on it and writes it as GraphML.
 */
@NullMarked
package dev.repartee.examples.graphml;

import org.jspecify.annotations.NullMarked;
