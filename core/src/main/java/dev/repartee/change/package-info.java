/**
 * What changed, and since when.
 *
 * <p>Vocabulary: a <b>watch</b> looks at one promise every night, by the counts of settled days. It
 * is <b>quiet</b>, or raises an <b>alarm</b> on the day on which what speaks for a fall no longer
 * passes for chance. A promise that is kept ever raises it with a small chance only, <b>alpha</b>,
 * however often somebody looks.
 *
 * <pre>{@code
 * Watch watch = Watch.atLeast(0.80);
 * for (LocalDate day = LocalDate.parse("2026-01-01"); day.getYear() == 2026; day = day.plusDays(1)) {
 *   watch = watch.day(day, day.getMonthValue() < 7 ? 82 : 70, 100);
 * }
 * System.out.println(watch);   // ALARM since 2026-07-04 (at least 80 %)
 * }</pre>
 */
@NullMarked
package dev.repartee.change;

import org.jspecify.annotations.NullMarked;
