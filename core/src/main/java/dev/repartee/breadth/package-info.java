/**
 * On how many channels organizations engage, and how deeply.
 *
 * <p>Vocabulary: an organization is <b>engaged in</b> a channel if its people have written there.
 * <b>Breadth</b> is the number of such channels. The <b>depth</b> of a channel is the two-way
 * dialogue ratio on it; the depth of an organization is the sum over its channels. A
 * <b>quadrant</b> says whether the organization is broad (7 channels or more) and deep (above the
 * average of its peers).
 *
 * <p>Source: Wetpaint and Altimeter Group, 2009, "The World's Most Valuable Brands. Who's Most
 * Engaged?" (ENGAGEMENTdb), which scored depth by hand; this library counts it.
 *
 * <pre>{@code
 * BreadthSummary breadth = log.measure(Breadth.standard());
 * breadth.quadrants().get("Acme");   // empty: nobody is beside it
 * }</pre>
 */
@NullMarked
package dev.repartee.breadth;

import org.jspecify.annotations.NullMarked;
