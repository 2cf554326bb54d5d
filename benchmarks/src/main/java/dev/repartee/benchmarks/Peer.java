package dev.repartee.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One way to answer the questions: somebody who has the data in memory, ready to be asked. */
interface Peer extends AutoCloseable {
  /**
   * Returns what to call it.
   *
   * @return the name
   */
  String name();

  /**
   * Takes the messages in, in place of those it had.
   *
   * @param csv the file that {@link GeneratedRows#writeCsv} wrote
   * @throws IOException if reading fails
   * @throws InterruptedException if this thread is told to stop
   */
  void loadRows(Path csv) throws IOException, InterruptedException;

  /**
   * Takes the events in, in place of those it had.
   *
   * @param csv the file that {@link GeneratedEvents#writeCsv} wrote
   * @throws IOException if reading fails
   * @throws InterruptedException if this thread is told to stop
   */
  void loadEvents(Path csv) throws IOException, InterruptedException;

  /**
   * Answers a question from what was taken in.
   *
   * @param question the question
   * @return the answer
   */
  Answer answer(Question question);

  /**
   * Answers what can be asked of messages, in the cheapest way it has to answer all at once.
   *
   * @return the answers to {@link Question#RESPONSE_BY_CHANNEL}, {@link Question#TWO_WAY} and
   *     {@link Question#DIRECT_REPLY}
   */
  Map<Question, Answer> answerTogether();

  @Override
  void close();
}
