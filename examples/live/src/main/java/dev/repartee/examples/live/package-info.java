/** A service that is asked at any moment: rows one by one, answers over HTTP, and a restart. */
@NullMarked
package dev.repartee.examples.live;

import org.jspecify.annotations.NullMarked;
