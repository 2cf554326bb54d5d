package dev.repartee.ties;

import java.time.Instant;

/**
 * A tie: somebody answered somebody else.
 *
 * @param from who answered
 * @param to who was answered
 * @param weight how often, at least 1
 * @param inferred how often of these the order of the conversation alone tells that it is an answer
 * @param first when first
 * @param last when last
 */
public record Edge(
    String from, String to, long weight, long inferred, Instant first, Instant last) {
  @Override
  public String toString() {
    return from + " -> " + to + ", " + weight;
  }
}
