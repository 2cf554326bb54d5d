package dev.repartee.examples.exports;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an export is to be read, and what is found out meanwhile.
 *
 * @param named the columns that the user has named
 * @param own the columns that become attributes
 * @param translations what words mean
 * @param times how times are read
 * @param nobody words that stand for no value, in lower case: {@code null}, {@code [deleted]}
 * @param separator what sets fields of CSV apart, where the user has said it
 * @param rowsPath where in a JSON file the rows are, where the user has said it
 * @param organizations whom somebody may speak to, where that is known before
 * @param organizationOf of which organization accounts are, where that is known before
 * @param isDirectoryKnown whether who is who is known before the rows are read
 * @param isAnybody whether nobody is staff, so that nothing can be between colleagues
 * @param hasStates whether what tells that conversations were closed or opened again is read
 * @param silences where conversations end, where silence makes them
 * @param facts what is counted meanwhile
 */
record Reading(
    Map<Field, String> named,
    OwnColumns own,
    Translations translations,
    TimeReader times,
    Set<String> nobody,
    Optional<Character> separator,
    Optional<String> rowsPath,
    Collection<String> organizations,
    Map<String, String> organizationOf,
    boolean isDirectoryKnown,
    boolean isAnybody,
    boolean hasStates,
    Optional<Silences> silences,
    RowFacts facts) {}
