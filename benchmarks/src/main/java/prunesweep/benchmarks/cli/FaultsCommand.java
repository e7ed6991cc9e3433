package prunesweep.benchmarks.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import prunesweep.benchmarks.faults.FaultOptions;
import prunesweep.benchmarks.faults.FaultReport;
import prunesweep.benchmarks.faults.FaultRun;
import prunesweep.benchmarks.faults.StoreKind;
import prunesweep.benchmarks.faults.StoreProcess;
import prunesweep.benchmarks.faults.TrainedEpochs;
import prunesweep.driver.cli.ExitCode;
import prunesweep.driver.config.ConfigLoader;
import prunesweep.driver.store.StoreSettings;

/** {@code sweep faults}: a sweep on a cluster whose processes are killed and frozen. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a sweep on a standalone cluster of processes on this host, kills and freezes"
          + " executors,",
      "workers, master and driver at random, and compares every table with an undisturbed run's."
    })
final class FaultsCommand implements Callable<Integer> {

  private static final int MOST_FAULTS = 10_000;
  private static final int MOST_WORKERS = 64;
  private static final double MILLIS_A_SECOND = 1_000;
  private static final String OWN = "faults.conf";

  @Spec private CommandSpec command;

  @Option(
      names = "--faults",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Faults in all; the sweep begins anew until there were as many (default:"
              + " ${DEFAULT-VALUE}).")
  private int faults;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Decides the faults; printed (default: another each time).")
  private @Nullable Long seed;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "2",
      description = "Workers of one core each (default: ${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--conf",
      paramLabel = "CONF",
      description = "The sweep (default: 24 short trials of all methods).")
  private @Nullable Path config;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "faults",
      description = "Folder of results and logs; must not be there (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description = "Where results are: hdfs or s3, of a server that is killed and frozen, too.")
  private @Nullable StoreKind store;

  @Option(
      names = "--servers",
      paramLabel = "DIR",
      defaultValue = "deploy/stores/servers/target",
      description = "Folder of the servers' classes (default: ${DEFAULT-VALUE}).")
  private Path servers;

  @Override
  public Integer call() {
    requireBetween("--faults", faults, MOST_FAULTS);
    requireBetween("--workers", workers, MOST_WORKERS);
    makeFolder();
    long chosen = seed == null ? new SecureRandom().nextInt(1_000_000) : seed;
    Path sweep = config == null ? own() : config;
    Duration every =
        ConfigLoader.load(sweep, List.of())
            .timing()
            .checkpointEvery()
            .orElseThrow(() -> wrong("--conf", "a sweep that keeps states", sweep));
    FaultOptions options = new FaultOptions(sweep, out, every, faults, chosen, workers);
    return store == null ? run(options, Optional.empty()) : runOnServer(options, store);
  }

  private int runOnServer(FaultOptions options, StoreKind kind) {
    try (StoreProcess server = StoreProcess.started(kind, out.resolve("store"), serverClasses())) {
      StoreSettings.use(server.settingsWithin());
      return run(options, Optional.of(server));
    }
  }

  private int run(FaultOptions options, Optional<StoreProcess> server) {
    return compare(FaultRun.execute(options, server, SweepTables::finished, this::tell));
  }

  private String serverClasses() {
    if (!Files.isDirectory(servers.resolve("jars"))) {
      throw wrong(
          "--servers",
          "a folder made by 'mvn -Pstores -pl deploy/stores/servers process-classes'",
          servers);
    }
    return servers.resolve("classes") + File.pathSeparator + servers.resolve("jars/*");
  }

  private int compare(FaultReport report) {
    PrintWriter said = command.commandLine().getOut();
    boolean isSame = true;
    for (String round : report.rounds()) {
      List<String> different = SweepTables.different(report.undisturbed(), round);
      isSame &= different.isEmpty();
      said.printf(
          "%s: %s%n",
          round.substring(round.lastIndexOf('/') + 1),
          different.isEmpty()
              ? "all tables are those of the undisturbed run"
              : "other rows in " + String.join(", ", different));
    }
    said.printf(
        "%d faults in %d sweeps (%s); no finished trial was trained again%n",
        report.faults().size(), report.rounds().size(), report.toll());
    TrainedEpochs trained = report.trained();
    said.printf(
        Locale.ROOT,
        "%d epochs trained, %d of them again in %d trials or stages, at most %.1f s at once%n",
        trained.all(),
        trained.again(),
        trained.spans().size(),
        trained.longest().toMillis() / MILLIS_A_SECOND);
    said.flush();
    return isSame ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private void tell(String line) {
    PrintWriter err = command.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private void makeFolder() {
    if (Files.exists(out)) {
      throw wrong("--out", "a folder that is not there yet", out);
    }
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw wrong("--out", "a folder that can be made", out);
    }
  }

  private Path own() {
    Path file = out.resolve(OWN);
    try (InputStream stream =
        Objects.requireNonNull(FaultsCommand.class.getResourceAsStream(OWN))) {
      Files.copy(stream, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireBetween(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw wrong(option, "from 1 to %d".formatted(most), value);
    }
  }

  private ParameterException wrong(String option, String rule, Object got) {
    return new ParameterException(
        command.commandLine(),
        "Cannot run faults: %s must be %s, got %s".formatted(option, rule, got));
  }
}
