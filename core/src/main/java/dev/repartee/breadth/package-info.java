/**
 * On how many channels organizations engage, and how deeply.
 *
 * <p>Vocabulary: an organization is <b>engaged in</b> a channel where its people wrote there.
 * <b>Breadth</b> is the number of such channels. The <b>depth</b> of one is the two-way dialogue
 * ratio on it, and that of an organization the sum over its channels. A <b>quadrant</b> says
 * whether it is broad (7 channels or more) and deep (above the average of its peers).
 *
 * <p>Source: Wetpaint and Altimeter Group, 2009, "The World's Most Valuable Brands. Who's Most
 * Engaged?" (ENGAGEMENTdb), which scored depth by hand; here it is counted.
 *
 * <pre>{@code
 * BreadthSummary breadth = log.measure(Breadth.standard());
 * breadth.quadrants().get("Acme");   // empty: nobody is beside it
 * }</pre>
 */
@NullMarked
package dev.repartee.breadth;

import org.jspecify.annotations.NullMarked;
