/** Answers on their way out: facts as metrics, and as JSON of a service. */
@NullMarked
package dev.repartee.examples.answers;

import org.jspecify.annotations.NullMarked;
