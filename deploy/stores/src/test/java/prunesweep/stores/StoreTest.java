package prunesweep.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.benchmarks.cli.SweepTables;
import prunesweep.benchmarks.faults.JavaProcess;
import prunesweep.benchmarks.faults.JavaProgram;
import prunesweep.benchmarks.faults.Signals;
import prunesweep.benchmarks.faults.StoreKind;
import prunesweep.benchmarks.faults.StoreProcess;
import prunesweep.driver.store.StoreSettings;
import prunesweep.trainer.key.Places;

/**
 * Sweeps with their results on a server: the rows of one on a local disk, whoever dies, is stopped
 * or comes second.
 */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreTest {

  private static final String EIGHT_TRIALS =
      """
      sweep { name = eight, seeds = [0], checkpoint-every = 1 s }
      dataset.name = fashion-mnist-sample
      analyses = [heat-maps]
      keep = [dense, pruned]
      network.hidden = [24, 12]
      training { max-epochs = 30, early-stopping = off, target-accuracy = 1, learning-rate = 0.005 }
      activation { first-threshold = 0.3, cycles = 2, target = 0.5 }
      grid = [
        { method = dense }
        { method = activation, scope = [global, local] }
        { method = one-shot, target = [0.5, 0.9] }
        { method = gradual, target = 0.8, every = 10 }
        { method = before-training, score = snip, target = 0.8 }
        { method = rounds, rounds = 2, target = 0.6 }
      ]
      """;

  private static final String TRIALS = "tables/trials";
  private static final int PROBLEM = 2;
  private static final int LONG_LEASE = 600;
  private static final int SHORT_LEASE = 4;
  private static final int POLL_MILLIS = 50;

  private final StoreKind kind;
  private Path directory;
  private StoreProcess server;
  private Path config;
  private Path local;
  private final List<JavaProcess> started = new ArrayList<>();
  private int logs;

  StoreTest(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void serve(@TempDir Path folder) throws IOException {
    directory = folder;
    Path servers = Path.of(System.getProperty("prunesweep.store.servers"));
    server =
        StoreProcess.started(
            kind,
            directory.resolve("store"),
            servers.resolve("classes") + File.pathSeparator + servers.resolve("jars/*"));
    StoreSettings.use(server.settingsWithin());
    config = Files.writeString(directory.resolve("eight.conf"), EIGHT_TRIALS);
    local = directory.resolve("local");
    JavaProcess whole = run(local.toString());
    assertThat(whole.awaitEnd()).as(whole::said).isZero();
  }

  @AfterEach
  void endProcesses() {
    started.forEach(JavaProcess::close);
  }

  @AfterAll
  void stopServing() {
    server.close();
  }

  private JavaProcess sweep(String... words) {
    List<String> all = new ArrayList<>(List.of("prunesweep.driver.cli.Sweep"));
    all.addAll(List.of(words));
    List<String> options = new ArrayList<>(server.options());
    options.add("-Dlog4j2.configurationFile=cli-log4j2.properties");
    JavaProcess process =
        JavaProgram.ofThisClassPath(List.of("-Xmx1g"), all)
            .with(options, server.environment())
            .start(directory.resolve("log-" + logs++));
    started.add(process);
    return process;
  }

  private JavaProcess run(String out) {
    return run(out, LONG_LEASE);
  }

  private JavaProcess run(String out, int leaseSeconds) {
    return sweep(
        "run",
        config.toString(),
        "--out=" + out,
        "--master=local[1]",
        "--set=spark.hadoop.prunesweep.lease.seconds=" + leaseSeconds);
  }

  private String place(String name) {
    return server.root() + "/" + name;
  }

  @Test
  void hasTheRowsOfALocalRunForEveryCommand() throws IOException {
    String out = place("whole");
    assertThat(run(out).awaitEnd()).isZero();
    requireRowsOfALocalRun(out);
    assertThat(hasFiles(out, ".staging")).isFalse();

    String query = "SELECT trial_id FROM trials WHERE method = 'dense'";
    String csv = "--format=csv";
    String asked = said("sql", "--results=" + out, "--engine=spark", csv, query);
    String expected = said("sql", "--results=" + local, "--engine=duckdb", csv, query);
    assertThat(asked).isEqualTo(expected);
    String trial = asked.lines().filter(line -> line.matches("[0-9a-f]{16}")).findFirst().orElseThrow();

    said("export", trial, "--results=" + local, "--format=onnx", "-o=" + directory.resolve("a"));
    said("export", trial, "--results=" + out, "--format=onnx", "-o=" + directory.resolve("b"));
    assertThat(directory.resolve("b")).hasSameBinaryContentAs(directory.resolve("a"));

    Path pictures = directory.resolve("pictures");
    said("heatmaps", out, "--trial=" + trial, "--to=" + pictures);
    assertThat(pictures).isNotEmptyDirectory();

    Path page = directory.resolve("report.html");
    said("report", out, "-o=" + page);
    assertThat(page).content().contains(trial);
  }

  @Test
  void goesOnWhereAKilledDriverWas() throws InterruptedException {
    String out = place("killed");
    JavaProcess killed = run(out);
    await(killed, () -> !SweepTables.finished(out).isEmpty());
    killed.close();
    Map<String, String> before = SweepTables.finished(out);
    assertThat(before).hasSizeBetween(1, 7);
    assertThat(run(out).awaitEnd()).isZero();
    assertThat(SweepTables.finished(out)).containsAllEntriesOf(before);
    requireRowsOfALocalRun(out);
  }

  @Test
  void refusesASecondDriverAndSaysWhoIsAtWork() throws InterruptedException {
    String out = place("two");
    JavaProcess first = run(out);
    await(first, () -> hasFiles(out, TRIALS));
    Signals.freeze(first.process().toHandle());
    JavaProcess second = run(out);
    assertThat(second.awaitEnd()).isEqualTo(PROBLEM);
    assertThat(second.said())
        .contains(
            "Cannot write results: out must be a folder that no other run writes to (process %d of "
                .formatted(first.process().pid()));
    Signals.thaw(first.process().toHandle());
    assertThat(first.awaitEnd()).isZero();
    requireRowsOfALocalRun(out);
  }

  @Test
  void letsADriverThatWasStoppedPastItsLeaseCommitNothing() throws InterruptedException {
    String out = place("stopped");
    JavaProcess first = run(out, SHORT_LEASE);
    await(first, () -> hasFiles(out, TRIALS));
    Signals.freeze(first.process().toHandle());
    JavaProcess second = run(out, SHORT_LEASE);
    assertThat(second.awaitEnd()).as(second::said).isZero();
    Signals.thaw(first.process().toHandle());
    assertThat(first.awaitEnd()).isEqualTo(PROBLEM);
    assertThat(first.said()).contains("process " + second.process().pid()).doesNotContain("\tat ");
    requireRowsOfALocalRun(out);
  }

  @Test
  void losesNothingWithAServerThatIsKilledAndStartedAgain() throws InterruptedException {
    String out = place("restarted");
    JavaProcess driver = run(out);
    await(driver, () -> hasFiles(out, TRIALS));
    server.kill();
    server.heal();
    int code = driver.awaitEnd();
    assertThat(code).as(driver::said).isIn(0, PROBLEM);
    assertThat(code == 0 ? 0 : run(out).awaitEnd()).isZero();
    requireRowsOfALocalRun(out);
  }

  private String said(String... words) {
    JavaProcess process = sweep(words);
    assertThat(process.awaitEnd()).as(process::said).isZero();
    return process.said();
  }

  private void requireRowsOfALocalRun(String out) {
    assertThat(SweepTables.different(local.toString(), out)).isEmpty();
  }

  private static void await(JavaProcess process, BooleanSupplier moment)
      throws InterruptedException {
    while (process.isAlive() && !moment.getAsBoolean()) {
      Thread.sleep(POLL_MILLIS);
    }
    assertThat(process.isAlive()).as(process::said).isTrue();
  }

  private static boolean hasFiles(String out, String folder) {
    try (Stream<Path> files = Files.list(Places.of(out).resolve(folder))) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
