package dev.repartee.examples.quickstart;

import java.util.List;

/**
 * What there is to say about a culture, in the order in which an advisor says it. Every list holds
 * sentences for people, with their counts; any may be empty.
 *
 * @param flags what is shown to be amiss or out of the ordinary: broken promises first
 * @param good what is shown to be good
 * @param unproven what may be so, and what it takes to know
 * @param missing what the log tells nothing about, and why
 * @param judged how many of the statements were judged by chance together: what the p values of the
 *     flags are adjusted for
 */
record CultureLetter(
    List<Flag> flags, List<String> good, List<String> unproven, List<String> missing, int judged) {

  CultureLetter {
    flags = List.copyOf(flags);
    good = List.copyOf(good);
    unproven = List.copyOf(unproven);
    missing = List.copyOf(missing);
  }

  static CultureLetter empty() {
    return new CultureLetter(List.of(), List.of(), List.of(), List.of(), 0);
  }
}
