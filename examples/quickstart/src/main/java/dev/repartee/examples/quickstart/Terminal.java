package dev.repartee.examples.quickstart;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Whether somebody looks on. */
final class Terminal {
  private Terminal() {}

  /** False where output goes to a file or a pipe. */
  @SuppressWarnings("SystemConsoleNull") // what Java 22 changed is asked for below
  static boolean isWatched() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since Java 22 there is always a console, which says itself what it is.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
