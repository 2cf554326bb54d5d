package dev.repartee.examples.quickstart;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs a first measurement and prints it. */
@Command(
    name = "quickstart",
    description = "A first look at Repartee.",
    mixinStandardHelpOptions = true)
final class Quickstart implements Runnable {

  public static void main(String[] args) {
    int exitCode = new CommandLine(new Quickstart()).execute(args);
    // Maven runs this in its own process: leave it alone unless there is something to tell.
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  @Override
  public void run() {
    System.out.println("Repartee: does the organization really converse?");
  }
}
