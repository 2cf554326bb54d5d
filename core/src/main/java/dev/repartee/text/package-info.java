/**
 * Texts and tables for results: how durations, counts and shares are written wherever the library
 * prints them.
 *
 * <p>Nothing here depends on the machine's locale or zone, so the same result prints the same text
 * everywhere.
 *
 * <pre>{@code
 * DurationText.of(Duration.ofMinutes(124));   // 2 h 4 min
 * NumberText.share(0.5902);                   // 0.59
 * NumberText.count(1234);                     // 1,234
 * }</pre>
 */
@NullMarked
package dev.repartee.text;

import org.jspecify.annotations.NullMarked;
