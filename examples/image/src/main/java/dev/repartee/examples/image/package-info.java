/**
 * A program that is a module, and becomes an image of its own: Java and the library in a folder.
 */
@NullMarked
package dev.repartee.examples.image;

import org.jspecify.annotations.NullMarked;
