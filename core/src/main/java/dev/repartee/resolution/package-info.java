/**
 * From request to resolution: how long it takes until a request is resolved, whether the resolution
 * lasts, and what is still open.
 *
 * <p>Vocabulary: a <b>strand</b> is the part of a conversation that concerns one organization. Once
 * somebody has asked, acts make it <b>open</b>, <b>on hold</b> or <b>resolved</b> ({@link
 * dev.repartee.model.ActKind#isOfState}). A <b>reopening</b> takes it from resolved to open.
 *
 * <pre>{@code
 * ResolutionSummary r = log.measure(Resolution.lasting());
 * // r ==> lasting resolution: not observed
 * }</pre>
 *
 * <p>The bytes of its tallies are versioned; {@code core/docs/engine.md} describes them.
 */
@NullMarked
package dev.repartee.resolution;

import org.jspecify.annotations.NullMarked;
