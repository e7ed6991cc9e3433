package prunesweep.driver.cli;

import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A command that is run at the end of a run. It changes nothing of how the run ended.
 *
 * @param command for the shell
 * @param screen where it is said that this went wrong
 */
record Notice(String command, Screen screen) {

  private static final int SECONDS = 60;

  /** What it writes to the standard output would break a table or JSON. */
  private static final String TO_STANDARD_ERROR = "exec 1>&2; eval \"$0\"";

  /** Runs the command with {@code end} in the variables {@code SWEEP_HOW} and so on. */
  void send(RunEnd end) {
    ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", TO_STANDARD_ERROR, command);
    shell.redirectError(ProcessBuilder.Redirect.INHERIT);
    shell.redirectInput(new File("/dev/null"));
    end.values()
        .forEach(
            (name, value) ->
                shell
                    .environment()
                    .put("SWEEP_" + name.toUpperCase(Locale.ROOT), value.toString()));
    try {
      await(shell.start());
    } catch (IOException e) {
      screen.problem("The command of --notify cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(Process process) throws InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      screen.problem("The command of --notify runs for %d s already".formatted(SECONDS));
    } else if (process.exitValue() != 0) {
      screen.problem(
          "The command of --notify ended with exit code %d".formatted(process.exitValue()));
    }
  }
}
