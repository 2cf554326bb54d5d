package dev.repartee.apath;

/**
 * From one stage to the next, past stages that are not observed. There may be several steps to a
 * stage, because only the whole log can tell what is observed: every path is counted along all of
 * them, and the summary picks one.
 *
 * @param index its place among the steps
 * @param variant the way it is on, as its place among the ways
 * @param passed the stages passed over anywhere before, by bit
 * @param from the stage before
 * @param to the stage
 */
record Step(int index, int variant, int passed, Stage from, Stage to) {}
