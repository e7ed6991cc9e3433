package prunesweep.trainer.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.fixture.PaperMethods;
import prunesweep.trainer.fixture.PaperScope;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.RetrainingMode;
import prunesweep.trainer.method.RetrainingRate;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.pruning.CounterMode;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.LearningRateSchedule;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Normalisation;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.RateUnit;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.spec.UpdateSpec;

/**
 * Ids and canonical texts as they are kept in tables. A change here makes every finished trial run
 * again: it must never be needed.
 */
class TrialIdTest {

  private static final DatasetSpec FASHION = DatasetSpec.published("fashion-mnist");
  private static final NetworkSpec PAPER = new NetworkSpec(List.of(300, 200, 100, 50), true);
  private static final NetworkSpec LENET =
      new NetworkSpec(
          List.of(new ConvolutionSpec(6, 5, 2, 2), new ConvolutionSpec(16, 5, 0, 2)),
          List.of(120, 84),
          true);
  private static final TrainingSpec SGD =
      new TrainingSpec(Optimizer.SGD, 0.01, 32, 500, 0.98, Engine.VECTOR);

  @Test
  void denseTrial() {
    TrialSpec trial = new TrialSpec(FASHION, PAPER, SGD, new DenseTraining(), 0);
    assertThat(trial.canonicalText())
        .hasToString(
            """
            dataset.name=fashion-mnist
            method=dense
            network.bias=true
            network.hidden=300,200,100,50
            seed=0
            training.batch-size=32
            training.engine=vector
            training.learning-rate=0.01
            training.max-epochs=500
            training.optimizer=sgd
            training.target-accuracy=0.98
            """);
    assertThat(trial.id()).hasToString("6726624a4338632c");
  }

  @Test
  void aTrialSaysWhatIsBesideTheOptimiserAndInTheScheduleOfItsRate() {
    TrainingSpec training =
        SGD.with(
                UpdateSpec.plain(Optimizer.SGD)
                    .withMomentum(0.9, Switch.ON)
                    .withWeightDecay(5e-4, Switch.OFF))
            .with(LearningRateSchedule.steps(RateUnit.STEPS, List.of(100, 200), 0.1).withWarmUp(7));
    RetrainingSpec retraining = new RetrainingSpec(RetrainingMode.MASKED, 0, RetrainingRate.LAST);
    TrialSpec trial =
        new TrialSpec(
            FASHION, PAPER, training, global(0.8, Score.NEURONS), retraining, List.of(), 0);
    assertThat(trial.canonicalText().lines())
        .containsEntry("retraining-rate", "last")
        .containsEntry("training.momentum", "0.9")
        .containsEntry("training.nesterov", "on")
        .containsEntry("training.weight-decay", "0.0005")
        .containsEntry("training.decay-biases", "off")
        .containsEntry("training.learning-rate-schedule", "steps")
        .containsEntry("training.learning-rate-unit", "steps")
        .containsEntry("training.learning-rate-warm-up", "7")
        .containsEntry("training.learning-rate-drops", "100,200")
        .containsEntry("training.learning-rate-factor", "0.1");
  }

  @Test
  void globalTrial() {
    TrialSpec trial = new TrialSpec(FASHION, PAPER, SGD, global(0.8, Score.NEURONS_WEIGHTS), 3);
    assertThat(trial.canonicalText())
        .hasToString(
            """
            counter=active
            counter-batch=32
            counter-mode=accumulate
            counter-source=train
            cycles=5
            dataset.name=fashion-mnist
            decay=0.8
            first-threshold=0.8
            method=activation
            network.bias=true
            network.hidden=300,200,100,50
            scope=global
            score=neurons-weights
            seed=3
            target=0.8
            training.batch-size=32
            training.engine=vector
            training.learning-rate=0.01
            training.max-epochs=500
            training.optimizer=sgd
            training.target-accuracy=0.98
            """);
    assertThat(trial.id()).hasToString("25225f58aa90de93");
  }

  @Test
  void localTrialOnOtherContents() {
    TrialSpec trial =
        new TrialSpec(
            new DatasetSpec("mnist", "ab".repeat(32)),
            new NetworkSpec(List.of(1000), false),
            new TrainingSpec(Optimizer.ADAM, 0.001, 64, 10, 1, Engine.DL4J),
            PaperMethods.activation(
                new PaperScope.LocalScope(),
                Score.NEURONS,
                Counter.INACTIVE,
                CounterSource.HELD_OUT,
                16,
                0.85,
                0.7),
            -1);
    assertThat(trial.canonicalText())
        .hasToString(
            """
            counter=inactive
            counter-batch=16
            counter-source=held-out
            dataset.content=abababababababababababababababababababababababababababababababab
            dataset.name=mnist
            first-threshold=0.7
            method=activation
            network.bias=false
            network.hidden=1000
            scope=local
            score=neurons
            seed=-1
            target=0.85
            training.batch-size=64
            training.engine=dl4j
            training.learning-rate=0.001
            training.max-epochs=10
            training.optimizer=adam
            training.target-accuracy=1
            """);
    assertThat(trial.id()).hasToString("3b8d7855f5738665");
  }

  @Test
  void trialOfLeNet() {
    TrialSpec trial = new TrialSpec(FASHION, LENET, training(Engine.DL4J), new DenseTraining(), 0);
    assertThat(trial.canonicalText())
        .hasToString(
            """
            dataset.name=fashion-mnist
            method=dense
            network.bias=true
            network.convolutions=6c5p2m2,16c5m2
            network.hidden=120,84
            seed=0
            training.batch-size=32
            training.engine=dl4j
            training.learning-rate=0.01
            training.max-epochs=500
            training.optimizer=sgd
            training.target-accuracy=0.98
            """);
    assertThat(trial.id()).hasToString("b619141eceb7b522");
    assertThat(LENET.label()).isEqualTo("6c5p2m2-16c5m2-120-84");
    assertThat(new NetworkSpec(LENET.convolutions(), List.of(9), false).label())
        .isEqualTo("6c5p2m2-16c5m2-9-nobias");
  }

  @Test
  void theFormOfANumberDoesNotMatter() {
    TrialId id = trial(0.8).id();
    for (String form : List.of("0.80", "8e-1", "8.00E-1", ".8", "0.8000000000000000000001")) {
      assertThat(trial(Double.parseDouble(form)).id()).as(form).isEqualTo(id);
    }
    assertThat(trial(Math.nextUp(0.8)).id()).isNotEqualTo(id);
  }

  @Test
  void everythingThatDecidesRowsChangesTheId() {
    DenseTraining dense = new DenseTraining();
    NetworkSpec noBias = new NetworkSpec(PAPER.hidden(), false);
    List<TrialSpec> trials =
        List.of(
            new TrialSpec(FASHION, PAPER, SGD, dense, 0),
            new TrialSpec(FASHION, PAPER, SGD, dense, 1),
            new TrialSpec(DatasetSpec.published("mnist"), PAPER, SGD, dense, 0),
            new TrialSpec(new DatasetSpec("mnist", "0".repeat(64)), PAPER, SGD, dense, 0),
            new TrialSpec(
                new DatasetSpec("fashion-mnist", "", Normalisation.STANDARD), PAPER, SGD, dense, 0),
            new TrialSpec(FASHION, noBias, SGD, dense, 0),
            new TrialSpec(
                FASHION, PAPER, training(Optimizer.ADAM, 0.01, 32, Engine.VECTOR), dense, 0),
            new TrialSpec(
                FASHION, PAPER, training(Optimizer.SGD, 0.02, 32, Engine.VECTOR), dense, 0),
            new TrialSpec(
                FASHION, PAPER, training(Optimizer.SGD, 0.01, 64, Engine.VECTOR), dense, 0),
            new TrialSpec(FASHION, PAPER, training(Optimizer.SGD, 0.01, 32, Engine.DL4J), dense, 0),
            new TrialSpec(FASHION, PAPER, SGD, global(0.8, Score.NEURONS), 0),
            new TrialSpec(FASHION, PAPER, SGD, global(0.85, Score.NEURONS), 0),
            new TrialSpec(FASHION, PAPER, SGD, global(0.8, Score.NEURONS_WEIGHTS), 0));
    Set<TrialId> ids = new HashSet<>(trials.stream().map(TrialSpec::id).toList());
    assertThat(ids).hasSize(trials.size());
  }

  @Test
  void aListGivenIsNotTheListKept() {
    List<Integer> hidden = new ArrayList<>(List.of(10));
    NetworkSpec network = new NetworkSpec(hidden, true);
    hidden.add(5);
    assertThat(network.hidden()).containsExactly(10);
  }

  @Test
  void refusesWhatIsNoId() {
    for (String wrong : List.of("", "0123456789abcde", "0123456789ABCDEF", "0123456789abcdef0")) {
      assertThatThrownBy(() -> new TrialId(wrong))
          .isInstanceOf(InvalidSpecException.class)
          .hasMessage("trial id must be 16 lower-case hexadecimal digits, got " + wrong);
    }
  }

  @Test
  void sortsAsText() {
    TrialId low = new TrialId("0".repeat(16));
    TrialId high = new TrialId("f".repeat(16));
    assertThat(low).isLessThan(high);
    assertThat(high).hasToString("ffffffffffffffff");
  }

  private static TrialSpec trial(double target) {
    return new TrialSpec(FASHION, PAPER, SGD, global(target, Score.NEURONS), 0);
  }

  private static TrainingSpec training(Engine engine) {
    return training(Optimizer.SGD, 0.01, 32, engine);
  }

  private static TrainingSpec training(
      Optimizer optimizer, double learningRate, int batchSize, Engine engine) {
    return new TrainingSpec(optimizer, learningRate, batchSize, 500, 0.98, engine);
  }

  private static ThresholdPruning global(double target, Score score) {
    return PaperMethods.activation(
        new PaperScope.GlobalScope(5, 0.8, CounterMode.ACCUMULATE),
        score,
        Counter.ACTIVE,
        CounterSource.TRAIN,
        32,
        target,
        0.8);
  }
}
