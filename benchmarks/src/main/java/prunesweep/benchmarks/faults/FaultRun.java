package prunesweep.benchmarks.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final long LONGEST_WAIT_MILLIS = 60_000;
  private static final int MOST_IN_VAIN = 3;
  private static final long MOST_SILENT_NANOS = 300_000_000_000L;
  private static final double MILLIS_A_SECOND = 1_000;

  /** An epoch on a busy machine, and the way of a state to where it is kept. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final FaultOptions options;
  private final Finished finished;
  private final Consumer<String> listener;
  private final Faults faults;
  private final Optional<StoreProcess> store;
  private final List<Strike> struck = new ArrayList<>();
  private final List<String> rounds = new ArrayList<>();
  private final Map<String, String> seen = new HashMap<>();
  private long progress = System.nanoTime();
  private int startsWithoutProgress;
  private int strikesWithoutProgress;
  private int epochs;
  private TrainedEpochs trained = TrainedEpochs.none();

  private FaultRun(
      FaultOptions options,
      Optional<StoreProcess> store,
      Finished finished,
      Consumer<String> listener) {
    this.options = options;
    this.store = store;
    this.finished = finished;
    this.listener = listener;
    this.faults = store.isPresent() ? Faults.withStore(options.seed()) : Faults.of(options.seed());
  }

  /**
   * Runs the sweep undisturbed and then under faults.
   *
   * @param store keeps the results of the sweeps under faults, if not a disk of this machine
   * @param finished reads the tables
   * @param listener hears a line for each thing that happens
   * @throws FaultsException if a sweep comes to no end, trains a finished trial again or more of
   *     one than its checkpoint interval
   */
  public static FaultReport execute(
      FaultOptions options,
      Optional<StoreProcess> store,
      Finished finished,
      Consumer<String> listener) {
    return new FaultRun(options, store, finished, listener).run();
  }

  private FaultReport run() {
    listener.accept("seed " + options.seed());
    String undisturbed = options.out().resolve("undisturbed").toString();
    JavaProcess local = sweep(undisturbed, List.of("--master", "local[2]"));
    int code = local.awaitEnd();
    if (code != 0) {
      throw new FaultsException(
          "Cannot run the sweep undisturbed: it ended with code %d and said: %s"
              .formatted(code, local.lastLine()));
    }
    while (struck.size() < options.faults()) {
      round("round-" + (rounds.size() + 1));
    }
    return new FaultReport(
        undisturbed, List.copyOf(rounds), struck.stream().map(Strike::fault).toList(), trained);
  }

  private JavaProcess sweep(String out, List<String> more) {
    List<String> words =
        new ArrayList<>(List.of(SWEEP, "run", options.config().toString(), "--out", out));
    words.addAll(more);
    JavaProgram program =
        JavaProgram.ofThisClassPath(
            List.of("-Xmx768m", "-Dlog4j2.configurationFile=cli-log4j2.properties"), words);
    String name = out.substring(out.lastIndexOf('/') + 1);
    return store
        .map(server -> program.with(server.options(), server.environment()))
        .orElse(program)
        .start(options.out().resolve(name + ".log"));
  }

  private void round(String name) {
    String out = store.map(StoreProcess::root).orElse(options.out().toString()) + "/" + name;
    rounds.add(out);
    seen.clear();
    epochs = 0;
    progressed();
    try (Cluster cluster =
        Cluster.started(options.out().resolve(name + "-cluster"), options.workers())) {
      run(cluster, out);
      judge(TrainedEpochs.in(cluster.folder()));
    }
    listener.accept("%s is done after %d faults in all".formatted(name, struck.size()));
  }

  private void run(Cluster cluster, String out) {
    JavaProcess driver = driver(cluster, out, List.of());
    try {
      while (!isDone(driver)) {
        if (driver.isAlive()) {
          disturb(cluster, driver);
        } else {
          driver = driver(cluster, out, again(driver));
        }
        cluster.heal();
        look(out);
      }
    } finally {
      driver.close();
    }
  }

  private static List<String> again(JavaProcess ended) {
    return ended.process().exitValue() == SOME_FAILED ? List.of("--retry-failed") : List.of();
  }

  private void judge(TrainedEpochs round) {
    trained = trained.plus(round);
    for (TrainedEpochs.Span span : round.tooLong(options.checkpointEvery(), GRACE, struck)) {
      throw new FaultsException(
          "%s trained again what had taken it %.1f s, though its state is kept every %.1f s, see %s"
              .formatted(
                  span.work(),
                  seconds(span.length()),
                  seconds(options.checkpointEvery()),
                  options.out()));
    }
  }

  private static double seconds(Duration time) {
    return time.toMillis() / MILLIS_A_SECOND;
  }

  private JavaProcess driver(Cluster cluster, String out, List<String> more) {
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

  /** Waits for the next fault, or for a while where there are enough of them. */
  private void disturb(Cluster cluster, JavaProcess driver) {
    if (struck.size() >= options.faults() || !hasComeFurther(cluster)) {
      Pause.ofMillis(SLOW_LOOK_MILLIS);
      return;
    }
    Fault fault = faults.next();
    for (long waited = 0; waited < fault.after() && driver.isAlive(); waited += LOOK_MILLIS) {
      Pause.ofMillis(LOOK_MILLIS);
    }
    List<ProcessHandle> targets = awaitTargets(fault.target(), cluster, driver);
    if (!targets.isEmpty() && driver.isAlive()) {
      strike(fault, targets.get(fault.choice() % targets.size()));
    }
  }

  /**
   * On a busy machine processes start more slowly than faults come, and no sweep would ever end: so
   * after some faults the next one waits until an epoch was trained that had not been before.
   */
  private boolean hasComeFurther(Cluster cluster) {
    if (strikesWithoutProgress < MOST_IN_VAIN) {
      return true;
    }
    int before = epochs;
    epochs = TrainedEpochs.in(cluster.folder()).once();
    if (epochs > before) {
      progressed();
    }
    return epochs > before;
  }

  /** On a busy machine executors come later than the next fault; none come near a sweep's end. */
  private List<ProcessHandle> awaitTargets(Target target, Cluster cluster, JavaProcess driver) {
    List<ProcessHandle> targets = targets(target, cluster, driver);
    for (long waited = 0;
        targets.isEmpty() && waited < LONGEST_WAIT_MILLIS && driver.isAlive();
        waited += LOOK_MILLIS) {
      Pause.ofMillis(LOOK_MILLIS);
      targets = targets(target, cluster, driver);
    }
    return targets;
  }

  private List<ProcessHandle> targets(Target target, Cluster cluster, JavaProcess driver) {
    return switch (target) {
      case DRIVER -> List.of(driver.process().toHandle());
      case STORE -> store.map(StoreProcess::process).stream().toList();
      case EXECUTOR, WORKER, MASTER -> cluster.processes(target);
    };
  }

  private void strike(Fault fault, ProcessHandle process) {
    listener.accept(
        "fault %d: %s (process %d)".formatted(struck.size() + 1, fault.label(), process.pid()));
    if (fault.deed() == Deed.DECOMMISSION) {
      Signals.decommission(process);
      Pause.ofMillis(fault.lasting());
    }
    Instant begun = Instant.now();
    if (fault.deed() == Deed.FREEZE) {
      freeze(fault, process);
    } else {
      process.destroyForcibly();
      process.onExit().join();
      store.ifPresent(StoreProcess::heal);
    }
    struck.add(new Strike(fault, begun, Instant.now()));
    strikesWithoutProgress++;
  }

  private static void freeze(Fault fault, ProcessHandle process) {
    Signals.freeze(process);
    try {
      Pause.ofMillis(fault.lasting());
    } finally {
      Signals.thaw(process);
    }
  }

  /** Every trial that was ever seen done must be there as it was. */
  private void look(String out) {
    Map<String, String> now = finished.in(out);
    // A server that was just started again answers for nothing at first. Tables that were lost for
    // good show at the end.
    if (!now.isEmpty() || store.isEmpty()) {
      requireAllSeen(now, out);
    }
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

  private void requireAllSeen(Map<String, String> now, String out) {
    seen.forEach(
        (trial, mark) -> {
          if (!mark.equals(now.get(trial))) {
            throw new FaultsException(
                "Trial %s was done and is not as it was: %s, then %s, in %s"
                    .formatted(trial, mark, now.get(trial), out));
          }
        });
  }

  private void progressed() {
    progress = System.nanoTime();
    startsWithoutProgress = 0;
    strikesWithoutProgress = 0;
  }
}
