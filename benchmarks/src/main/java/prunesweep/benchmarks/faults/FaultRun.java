package prunesweep.benchmarks.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs a sweep again and again, each time from nothing, on a cluster whose processes are killed and
 * frozen, until there were as many faults as asked for and the last sweep is done.
 */
public final class FaultRun {

  private static final String SWEEP = "prunesweep.driver.cli.Sweep";
  private static final int SOME_FAILED = 3;
  private static final int MOST_STARTS_WITHOUT_PROGRESS = 12;
  private static final long LOOK_MILLIS = 100;
  private static final long SLOW_LOOK_MILLIS = 1_000;
  private static final long MOST_SILENT_NANOS = 300_000_000_000L;

  private final FaultOptions options;
  private final Finished finished;
  private final Consumer<String> listener;
  private final Faults faults;
  private final List<Fault> struck = new ArrayList<>();
  private final List<Path> rounds = new ArrayList<>();
  private final Map<String, String> seen = new HashMap<>();
  private long progress = System.nanoTime();
  private int startsWithoutProgress;

  private FaultRun(FaultOptions options, Finished finished, Consumer<String> listener) {
    this.options = options;
    this.finished = finished;
    this.listener = listener;
    this.faults = new Faults(options.seed());
  }

  /**
   * Runs the sweep undisturbed and then under faults.
   *
   * @param finished reads the tables
   * @param listener hears a line for each thing that happens
   * @throws FaultsException if a sweep comes to no end, or trains a finished trial again
   */
  public static FaultReport execute(
      FaultOptions options, Finished finished, Consumer<String> listener) {
    return new FaultRun(options, finished, listener).run();
  }

  private FaultReport run() {
    listener.accept("seed " + options.seed());
    Path undisturbed = options.out().resolve("undisturbed");
    JavaProcess local = sweep(undisturbed, List.of("--master", "local[2]"));
    int code = local.process().onExit().join().exitValue();
    if (code != 0) {
      throw new FaultsException(
          "Cannot run the sweep undisturbed: it ended with code %d and said: %s"
              .formatted(code, local.lastLine()));
    }
    while (struck.size() < options.faults()) {
      round(options.out().resolve("round-" + (rounds.size() + 1)));
    }
    return new FaultReport(undisturbed, List.copyOf(rounds), List.copyOf(struck));
  }

  private JavaProcess sweep(Path out, List<String> more) {
    List<String> program =
        new ArrayList<>(
            List.of(SWEEP, "run", options.config().toString(), "--out", out.toString()));
    program.addAll(more);
    Path log = options.out().resolve(out.getFileName() + ".log");
    return JavaProcess.started(
        log, List.of("-Xmx768m", "-Dlog4j2.configurationFile=cli-log4j2.properties"), program);
  }

  private void round(Path out) {
    rounds.add(out);
    seen.clear();
    progressed();
    try (Cluster cluster =
        Cluster.started(options.out().resolve(out.getFileName() + "-cluster"), options.workers())) {
      JavaProcess driver = driver(cluster, out, List.of());
      try {
        while (!isDone(driver)) {
          if (driver.isAlive()) {
            disturb(cluster, driver);
          } else {
            driver =
                driver(
                    cluster,
                    out,
                    driver.process().exitValue() == SOME_FAILED
                        ? List.of("--retry-failed")
                        : List.of());
          }
          cluster.heal();
          look(out);
        }
      } finally {
        driver.kill();
      }
    }
    listener.accept(
        "%s is done after %d faults in all".formatted(out.getFileName(), struck.size()));
  }

  private JavaProcess driver(Cluster cluster, Path out, List<String> more) {
    startsWithoutProgress++;
    if (startsWithoutProgress > MOST_STARTS_WITHOUT_PROGRESS) {
      throw new FaultsException(
          "The sweep comes to no end: the driver was started %d times and finished no trial, see %s"
              .formatted(MOST_STARTS_WITHOUT_PROGRESS, options.out()));
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--master", cluster.url(), "--properties-file", cluster.properties().toString()));
    arguments.addAll(more);
    return sweep(out, arguments);
  }

  private static boolean isDone(JavaProcess driver) {
    return !driver.isAlive() && driver.process().exitValue() == 0;
  }

  /** Waits for the next fault, or for the driver's end where there were enough. */
  private void disturb(Cluster cluster, JavaProcess driver) {
    if (struck.size() >= options.faults()) {
      Pause.ofMillis(SLOW_LOOK_MILLIS);
      return;
    }
    Fault fault = faults.next();
    for (long waited = 0; waited < fault.after() && driver.isAlive(); waited += LOOK_MILLIS) {
      Pause.ofMillis(LOOK_MILLIS);
    }
    List<ProcessHandle> targets =
        fault.target() == Target.DRIVER
            ? List.of(driver.process().toHandle())
            : cluster.processes(fault.target());
    if (!targets.isEmpty() && driver.isAlive()) {
      strike(fault, targets.get(fault.choice() % targets.size()));
    }
  }

  private void strike(Fault fault, ProcessHandle process) {
    struck.add(fault);
    listener.accept(
        "fault %d: %s (process %d)".formatted(struck.size(), fault.label(), process.pid()));
    if (fault.deed() == Deed.KILL) {
      process.destroyForcibly();
      process.onExit().join();
      return;
    }
    Signals.freeze(process);
    try {
      Pause.ofMillis(fault.frozen());
    } finally {
      Signals.thaw(process);
    }
  }

  /** Every trial that was ever seen done must be there as it was. */
  private void look(Path out) {
    Map<String, String> now = finished.in(out);
    seen.forEach(
        (trial, mark) -> {
          if (!mark.equals(now.get(trial))) {
            throw new FaultsException(
                "Trial %s was done and is not as it was: %s, then %s, in %s"
                    .formatted(trial, mark, now.get(trial), out));
          }
        });
    if (now.size() > seen.size()) {
      progressed();
    }
    seen.putAll(now);
    if (System.nanoTime() - progress > MOST_SILENT_NANOS) {
      throw new FaultsException(
          "The sweep comes to no end: no trial is done in five minutes, see %s"
              .formatted(options.out()));
    }
  }

  private void progressed() {
    progress = System.nanoTime();
    startsWithoutProgress = 0;
  }
}
