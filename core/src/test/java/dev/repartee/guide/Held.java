package dev.repartee.guide;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What a snippet handed over: the way out of a JShell that runs in a thread of this process. */
public final class Held {
  private static final Deque<Object> VALUES = new ConcurrentLinkedDeque<>();

  private Held() {}

  /** Called by snippets. */
  public static void put(Object value) {
    VALUES.push(value);
  }

  static Object take() {
    return VALUES.pop();
  }
}
