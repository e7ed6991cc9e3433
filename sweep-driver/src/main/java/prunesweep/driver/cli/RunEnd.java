package prunesweep.driver.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import prunesweep.driver.run.RunReport;
import prunesweep.driver.tables.TrialStatus;

/**
 * The end of a run, for who is told of it.
 *
 * @param how it ended
 * @param exitCode of the process
 * @param results folder of the results
 * @param report what was run; empty where the run did not come to its end
 * @param message a sentence that says why not; empty where it did
 */
record RunEnd(How how, int exitCode, Path results, Optional<RunReport> report, String message) {

  /** Ways to end. */
  enum How {
    /** Every trial is done. */
    DONE,
    /** Some trials failed or were not run. */
    INCOMPLETE,
    /** The user or the system stopped it. */
    STOPPED,
    /** It could not begin or go on. */
    PROBLEM
  }

  /** The end of a run that came to it. */
  static RunEnd of(int exitCode, Path results, RunReport report) {
    How how = report.isComplete() ? How.DONE : How.INCOMPLETE;
    return new RunEnd(how, exitCode, results, Optional.of(report), "");
  }

  /** The end of a run that could not begin or go on. */
  static RunEnd problem(int exitCode, Path results, String message) {
    return new RunEnd(How.PROBLEM, exitCode, results, Optional.empty(), message);
  }

  /** The end of a run that was stopped. */
  static RunEnd stopped(Path results) {
    return new RunEnd(How.STOPPED, ExitCode.STOPPED, results, Optional.empty(), "");
  }

  /** What is said of it, by name. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("how", how.name().toLowerCase(Locale.ROOT));
    values.put("exit_code", exitCode);
    values.put("results", results.toString());
    report.ifPresent(
        run -> {
          values.put("planned", run.lines().size());
          values.put("done", run.count(TrialStatus.DONE));
          values.put("failed", run.count(TrialStatus.FAILED));
        });
    if (!message.isEmpty()) {
      values.put("message", message);
    }
    return values;
  }
}
