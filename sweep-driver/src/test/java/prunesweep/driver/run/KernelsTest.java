package prunesweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.config.Conf;
import prunesweep.driver.plan.StagePlan;
import prunesweep.driver.plan.StagePlanner;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.plan.SweepPlanner;
import prunesweep.driver.plan.WorkId;
import prunesweep.driver.progress.Ended;
import prunesweep.driver.progress.Underway;
import prunesweep.driver.spark.ClusterException;
import prunesweep.driver.spark.FailurePolicy;
import prunesweep.driver.spark.Master;
import prunesweep.driver.spark.OpenSession;
import prunesweep.driver.spark.Sessions;
import prunesweep.driver.spark.StageStore;
import prunesweep.driver.spark.StateStore;
import prunesweep.driver.spark.Supervision;
import prunesweep.driver.spark.TrialDispatcher;
import prunesweep.driver.spark.TrialEvents;
import prunesweep.driver.tables.ResultRows;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.machine.OpenBlas;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.trial.TrialOutcome;

/** Which kernels OpenBLAS runs on executors, whose environment asks for others (pom.xml). */
@Tag("cluster")
class KernelsTest {

  private static final BlasCore FOREIGN =
      System.getProperty("os.arch").equals("aarch64") ? BlasCore.HASWELL : BlasCore.ARMV8;

  private static final String ONE_TRIAL =
      SmallSweep.TEN_TRIALS + "sweep.seeds = [0], grid = [{ method = dense }]\n";

  @TempDir Path directory;

  private RunOptions onExecutor(Path out, String core) {
    return SmallSweep.options(
        SmallSweep.write(directory, ONE_TRIAL),
        out,
        "local-cluster[1,1,1024]",
        "native.openblas-core=" + core,
        "spark.executor.memory=900m",
        "spark.executorEnv.SPARK_TESTING=1");
  }

  @Test
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
  void areThoseAskedForAndChangeNeitherTheTrialNorItsTraining() throws IOException {
    String own = OpenBlas.inUse().core();
    assumeThat(own).as("the host's own kernels").isNotIn("Nehalem", "Prescott");
    Path pinned = directory.resolve("pinned");
    assertThat(SweepRun.execute(onExecutor(pinned, "Nehalem"), new RecordedEvents()).isComplete())
        .isTrue();
    Path free = directory.resolve("free");
    SweepRun.execute(
        SmallSweep.options(SmallSweep.write(directory, ONE_TRIAL), free, "local[1]"),
        new RecordedEvents());

    assertThat(ResultRows.of(pinned, "trials").get(0)).contains(entry("blas_kernel", "Nehalem"));
    assertThat(ResultRows.of(pinned, "sweeps").get(0))
        .contains(entry("blas_kernel", own), entry("openblas_core", "Nehalem"));
    assertThat(ResultRows.of(free, "trials").get(0)).contains(entry("blas_kernel", own));
    for (String table : List.of("trials", "epochs")) {
      assertThat(ResultRows.repeatable(pinned).get(table))
          .isEqualTo(ResultRows.repeatable(free).get(table));
    }
  }

  @Test
  void thatAnExecutorLacksEndTheRunBeforeItWrites() {
    Path out = directory.resolve("out");
    assertThatThrownBy(
            () -> SweepRun.execute(onExecutor(out, FOREIGN.label()), new RecordedEvents()))
        .isInstanceOf(ClusterException.class)
        .hasMessageMatching(
            "Cannot run OpenBLAS: native.openblas-core must be a core that OpenBLAS has kernels of"
                + " on this platform, got %s, in whose place it takes \\w+ \\(on localhost\\)"
                    .formatted(FOREIGN.label()));
    assertThat(out).doesNotExist();
  }

  /** It was not there when the others were asked. */
  @Test
  void thatALaterExecutorLacksEndTheRunWithoutAFailedTrial() {
    SweepPlan plan = SweepPlanner.plan(Conf.of(directory, ONE_TRIAL), request -> "");
    StagePlan stages = StagePlanner.plan(plan, plan.trials(), Set.of());
    NoneFinished none = new NoneFinished();
    try (OpenSession session = Sessions.open("later", new Master("local[1]"), Map.of());
        TrialDispatcher dispatcher =
            new TrialDispatcher(
                session,
                new Images(),
                FailurePolicy.GO_ON,
                FOREIGN,
                new Supervision(Optional.empty(), Optional.empty()),
                none,
                none,
                none)) {
      assertThatThrownBy(() -> dispatcher.run(plan.trials(), stages))
          .isInstanceOf(ClusterException.class)
          .hasMessageStartingWith("Cannot run OpenBLAS: native.openblas-core must be ");
    }
  }

  private static final class NoneFinished implements TrialEvents, StageStore, StateStore {

    @Override
    public void progressed(List<Underway> underway) {}

    @Override
    public void ended(Ended ended) {
      throw new AssertionError("Nothing may end: " + ended);
    }

    @Override
    public void inspect(WorkId work) {}

    @Override
    public Optional<byte[]> again(WorkId work) {
      return Optional.empty();
    }

    @Override
    public void keep(WorkId work, byte[] state) {
      throw new AssertionError("No state may be kept: " + work);
    }

    @Override
    public void drop(WorkId work) {
      throw new AssertionError("No trial may end: " + work);
    }

    @Override
    public void running(int trials, int stages, int slots) {
      assertThat(trials).isEqualTo(1);
      assertThat(stages).isZero();
    }

    @Override
    public void stageFailed(StageId stage, String message, int trials) {
      throw new AssertionError("No stage may run: " + stage);
    }

    @Override
    public Optional<Checkpoint> find(StageSpec stage) {
      throw new AssertionError("No stage may run: " + stage);
    }

    @Override
    public void keep(Checkpoint checkpoint) {
      throw new AssertionError("No stage may run: " + checkpoint.stage());
    }

    @Override
    public void drop(StageId stage) {
      throw new AssertionError("No stage may run: " + stage);
    }

    @Override
    public void finished(List<TrialOutcome> outcomes) {
      throw new AssertionError("No trial may end: " + outcomes);
    }
  }
}
