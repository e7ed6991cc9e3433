package prunesweep.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.driver.config.Conf;
import prunesweep.driver.config.ConfigException;
import prunesweep.driver.config.SweepConfig;
import prunesweep.trainer.data.source.DatasetRequest;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.GradualPruning;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.OneShotPruning;
import prunesweep.trainer.method.PruningMethod;
import prunesweep.trainer.method.RetrainingMode;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.method.WhenMissed;
import prunesweep.trainer.pruning.CounterMode;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.schedule.Geometric;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.NormWeights;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.TrialSpec;

class SweepPlannerTest {

  /** The sample of the config language, to the letter. */
  private static final String SAMPLE =
      """
      sweep    { name = paper, seeds = [0] }
      dataset  { name = fashion-mnist }            # dir = ... optional
      network  { hidden = [300, 200, 100, 50], bias = true }
      training { optimizer = sgd, learning-rate = 0.01, batch-size = 32, max-epochs = 500, \
      target-accuracy = 0.98 }
      grid = [                                      # a block is a product: a list value is an axis
        { method = dense }
        { method = activation, scope = global, score = [neurons, neurons-weights], \
      counter = active, cycles = [5, 10], target = [0.80, 0.85] }
        { method = activation, scope = local,  score = [neurons, neurons-weights], \
      target = [0.80, 0.85] }
      ]
      """;

  private static final ContentLookup NOT_ASKED =
      request -> {
        throw new AssertionError("Asked for the content of " + request);
      };

  @TempDir private Path directory;

  private SweepPlan plan(String text, String... overrides) {
    return SweepPlanner.plan(Conf.of(directory, text, overrides), NOT_ASKED);
  }

  private static List<TrialSpec> specs(SweepPlan plan) {
    return plan.trials().stream().map(PlannedTrial::spec).toList();
  }

  private static List<TrialId> ids(SweepPlan plan) {
    return plan.trials().stream().map(PlannedTrial::id).toList();
  }

  @Test
  void plansTheSampleOfTheConfigLanguage() {
    SweepPlan plan = plan(SAMPLE);

    assertThat(specs(plan))
        .containsExactly(
            paper(new DenseTraining()),
            paper(global(ScoreSpec.NEURONS, 5, 0.80)),
            paper(global(ScoreSpec.NEURONS, 5, 0.85)),
            paper(global(ScoreSpec.NEURONS, 10, 0.80)),
            paper(global(ScoreSpec.NEURONS, 10, 0.85)),
            paper(global(ScoreSpec.NEURONS_WEIGHTS, 5, 0.80)),
            paper(global(ScoreSpec.NEURONS_WEIGHTS, 5, 0.85)),
            paper(global(ScoreSpec.NEURONS_WEIGHTS, 10, 0.80)),
            paper(global(ScoreSpec.NEURONS_WEIGHTS, 10, 0.85)),
            paper(local(ScoreSpec.NEURONS, 0.80)),
            paper(local(ScoreSpec.NEURONS, 0.85)),
            paper(local(ScoreSpec.NEURONS_WEIGHTS, 0.80)),
            paper(local(ScoreSpec.NEURONS_WEIGHTS, 0.85)));
    assertThat(plan.sweep()).isEqualTo("paper");
    assertThat(plan.merged()).isZero();
  }

  private static TrialSpec paper(Method method) {
    return new TrialSpec(
        DatasetSpec.published("fashion-mnist"),
        new NetworkSpec(List.of(300, 200, 100, 50), true),
        new TrainingSpec(Optimizer.SGD, 0.01, 32, 500, 0.98, Engine.VECTOR),
        method,
        0);
  }

  private static Method global(ScoreSpec score, int cycles, double target) {
    return new ThresholdPruning(
        ThresholdPruning.global(
            score, CounterSpec.STANDARD, Geometric.ofThePaper(0.8), WithinLayer.SCORE, target),
        CounterMode.ACCUMULATE,
        cycles,
        0.80,
        WhenMissed.LEAVE);
  }

  private static Method local(ScoreSpec score, double target) {
    return ThresholdPruning.inTurn(score, CounterSpec.STANDARD, target, 0.80);
  }

  /** Keys that came later changed no id. */
  @Test
  void theSampleKeepsItsSweepId() {
    assertThat(Conf.of(directory, SAMPLE).sweepId()).isEqualTo("7b245eaf82868e2a");
  }

  @Test
  void plansThePaperConfigAsTheSampleAndMagnitudeWithRetraining() {
    List<TrialSpec> paper = specs(SweepPlanner.plan(Conf.ready("paper"), NOT_ASKED));

    assertThat(paper.get(0)).isEqualTo(paper(new DenseTraining()));
    assertThat(paper.get(1).method()).isEqualTo(GradualPruning.magnitude(0.8, 100, 2));
    assertThat(paper.subList(2, 14))
        .extracting(TrialSpec::method)
        .isEqualTo(specs(plan(SAMPLE)).subList(1, 13).stream().map(TrialSpec::method).toList());
    assertThat(paper.subList(1, 14))
        .allMatch(spec -> spec.retraining().mode() == RetrainingMode.FREE)
        .allMatch(spec -> spec.analyses().equals(List.of(Analysis.PCA)));
  }

  @ParameterizedTest
  @CsvSource({
    "paper, 14",
    "one-shot, 20",
    "controls, 36",
    "counters, 8",
    "pruning-cost, 30",
    "singular-values, 2",
    "lenet-mnist, 17",
    "lenet5, 14",
    "nuclear-norm, 10"
  })
  void plansEveryReadyConfig(String name, int trials) {
    SweepPlan plan = SweepPlanner.plan(Conf.ready(name), NOT_ASKED);

    assertThat(plan.sweep()).isEqualTo(name);
    assertThat(plan.trials()).hasSize(trials);
    assertThat(plan.merged()).isZero();
  }

  /**
   * What the paper's published code has beside the paper: a prune every 2, 10, 20 or 40 epochs, of
   * 1,688 steps, and activation pruning of a network that is trained already, slowly or at once.
   */
  @Test
  void plansThePrunesOfThePublishedCode() {
    List<TrialSpec> specs =
        specs(
            plan(
                """
                training { max-epochs = 200, early-stopping = off, target-accuracy = 1 }
                grid = [
                  { method = gradual, gradual-start = initial, scope = global
                    score = [neurons, neurons-weights], schedule = geometric
                    every = [3376, 16880, 33760, 67520], epochs = 200 }
                  { method = gradual, scope = [global, layers]
                    score = [neurons, neurons-weights], schedule = geometric, every = 1688, epochs = 5 }
                  { method = one-shot, scope = global, score = [neurons, neurons-weights]
                    retraining = free }
                ]
                """));

    assertThat(specs)
        .extracting(spec -> spec.method().section().label())
        .containsExactlyElementsOf(
            Stream.of(Collections.nCopies(12, "gradual"), Collections.nCopies(2, "one-shot"))
                .flatMap(List::stream)
                .toList());
  }

  @Test
  void makesSpecsOfEveryNewKey() {
    List<TrialSpec> specs =
        specs(
            plan(
                """
                training { early-stopping = off, nuclear-norm = 0.5, nuclear-norm-weights = rising }
                retraining = rewound
                rewind-epoch = 2
                analyses = [heat-maps, pca, singular-values]
                activation.within-layer = random
                grid = [
                  { method = dense }
                  { method = one-shot, granularity = units, target = 0 }
                  { method = activation, score = random, retraining = masked, analyses = [pca] }
                  { method = activation, scope = local, score = magnitude, retraining = none
                    training.nuclear-norm = 0 }
                ]
                """));

    NuclearNormSpec norm = new NuclearNormSpec(0.5, NormWeights.RISING, 100);
    assertThat(specs)
        .extracting(spec -> spec.training().nuclearNorm())
        .containsExactly(norm, norm, norm, NuclearNormSpec.NONE);
    assertThat(specs).allMatch(spec -> spec.training().earlyStop() == EarlyStop.OFF);
    assertThat(specs)
        .extracting(TrialSpec::retraining)
        .containsExactly(
            RetrainingSpec.NONE,
            new RetrainingSpec(RetrainingMode.REWOUND, 2),
            new RetrainingSpec(RetrainingMode.MASKED, 0),
            RetrainingSpec.NONE);
    assertThat(specs)
        .extracting(TrialSpec::analyses)
        .containsExactly(
            List.of(Analysis.HEAT_MAPS),
            List.of(Analysis.SINGULAR_VALUES, Analysis.PCA, Analysis.HEAT_MAPS),
            List.of(Analysis.PCA),
            List.of(Analysis.SINGULAR_VALUES, Analysis.PCA, Analysis.HEAT_MAPS));
    assertThat(specs.get(1).method()).isEqualTo(OneShotPruning.smallest(Granularity.UNITS, 0));
    assertThat(specs.subList(2, 4))
        .extracting(spec -> ((ThresholdPruning) spec.method()).selection().withinLayer())
        .containsExactly(WithinLayer.RANDOM, WithinLayer.SCORE);
  }

  @Test
  void plansTheQuickstartAsFourTrialsOfEightEpochs() {
    SweepPlan plan = SweepPlanner.plan(Conf.ready("quickstart"), NOT_ASKED);

    assertThat(plan.sweep()).isEqualTo("quickstart");
    assertThat(specs(plan))
        .extracting(spec -> spec.method().section().label())
        .containsExactly("dense", "activation", "activation", "activation");
    assertThat(specs(plan)).allMatch(spec -> spec.training().maxEpochs() == 8);
    assertThat(specs(plan)).allMatch(spec -> spec.dataset().name().equals("fashion-mnist"));
  }

  @Test
  void repeatsTheWholeGridForEachSeed() {
    SweepPlan plan = plan(SAMPLE, "sweep.seeds=[7, 3]");

    assertThat(specs(plan)).hasSize(26);
    assertThat(specs(plan).subList(0, 13)).allMatch(spec -> spec.seed() == 7);
    assertThat(specs(plan).subList(13, 26)).allMatch(spec -> spec.seed() == 3);
    assertThat(specs(plan).subList(13, 26))
        .extracting(TrialSpec::method)
        .isEqualTo(specs(plan).subList(0, 13).stream().map(TrialSpec::method).toList());
  }

  @Test
  void numbersTheTrialsFromOneAndGivesEachItsId() {
    SweepPlan plan = plan(SAMPLE, "sweep.seeds=[0, 1]");

    assertThat(plan.trials())
        .extracting(PlannedTrial::position)
        .isEqualTo(IntStream.rangeClosed(1, 26).boxed().toList());
    assertThat(plan.trials()).allMatch(trial -> trial.id().equals(trial.spec().id()));
    assertThat(ids(plan)).doesNotHaveDuplicates();
  }

  @Test
  void keepsOrderAndIdsWhenKeysAreReordered() {
    SweepPlan plan =
        plan(
            """
            grid = [
              { method = activation, cycles = [1, 2], target = [0.5, 0.6]
                training.learning-rate = [0.1, 0.2], network.bias = [true, false] }
            ]
            """);
    SweepPlan reordered =
        plan(
            """
            grid = [
              { network { bias = [true, false] }, target = [5e-1, 0.60]
                training { learning-rate = [0.10, 0.2] }, cycles = [1, 2], method = activation }
            ]
            """);

    assertThat(reordered).isEqualTo(plan);
    assertThat(specs(plan))
        .extracting(spec -> spec.network().bias() + " " + spec.training().learningRate())
        .startsWith("true 0.1", "true 0.1", "true 0.1", "true 0.1", "true 0.2")
        .endsWith("false 0.2");
    assertThat(specs(plan).subList(0, 4))
        .extracting(TrialSpec::method)
        .containsExactly(
            global(ScoreSpec.NEURONS, 1, 0.5),
            global(ScoreSpec.NEURONS, 1, 0.6),
            global(ScoreSpec.NEURONS, 2, 0.5),
            global(ScoreSpec.NEURONS, 2, 0.6));
  }

  @Test
  void keepsTheFirstOfEqualTrialsAndCountsTheOthers() {
    SweepPlan plan =
        plan(
            """
            sweep.seeds = [0, 1]
            grid = [
              { method = activation, target = [0.8, 0.9] }
              { method = dense }
              { method = activation, target = [0.9, 0.7], cycles = 5 }
              { method = dense, training.learning-rate = [0.01, 0.1] }
            ]
            """);

    assertThat(plan.trials()).hasSize(10);
    assertThat(plan.merged()).isEqualTo(4);
    assertThat(specs(plan).get(3).method()).isEqualTo(global(ScoreSpec.NEURONS, 5, 0.7));
  }

  @Test
  void leavesCyclesOfTheDefaultsOutOfLocalTrials() {
    String text = "grid = [{ method = activation, scope = [local, global] }]";

    SweepPlan plan = plan(text);
    SweepPlan changed = plan(text, "activation.cycles=9", "activation.counter-mode=reset");

    assertThat(changed.trials().get(0)).isEqualTo(plan.trials().get(0));
    assertThat(changed.trials().get(1).id()).isNotEqualTo(plan.trials().get(1).id());
  }

  @Test
  void plansDenseAndActivationFromOneBlock() {
    assertThat(specs(plan("grid = [{ method = [dense, activation], network.hidden = [9] }]")))
        .extracting(spec -> spec.method().section().label())
        .containsExactly("dense", "activation");
  }

  @Test
  void asksOnceForTheContentOfEachDirectory() {
    List<DatasetRequest> asked = new ArrayList<>();
    String other = "ab".repeat(32);
    SweepConfig config =
        Conf.of(
            directory,
            """
            sweep.seeds = [0, 1]
            dataset.dir = /d
            grid = [{ method = dense, training.learning-rate = [0.1, 0.2] }
                    { method = dense, dataset { name = mnist, dir = [/e, /f] } }]
            """);

    SweepPlan plan =
        SweepPlanner.plan(
            config,
            request -> {
              asked.add(request);
              return request.equals(in("mnist", "/f")) ? other : "";
            });

    assertThat(asked)
        .containsExactly(in("fashion-mnist", "/d"), in("mnist", "/e"), in("mnist", "/f"));
    assertThat(plan.trials().get(0).request()).isEqualTo(in("fashion-mnist", "/d"));
    assertThat(plan.trials().get(0).spec().dataset().content()).isEmpty();
    assertThat(plan.trials().get(3).spec().dataset()).isEqualTo(new DatasetSpec("mnist", other));
  }

  private static DatasetRequest in(String name, String place) {
    return DatasetRequest.known(name, Optional.of(Path.of(place)));
  }

  @Test
  void normalisesByteForByteUnlessAskedOtherwise() {
    List<TrialSpec> specs =
        specs(plan("grid = [{ method = dense, dataset.normalisation = [byte, standard] }]"));

    assertThat(specs.get(0).dataset()).isEqualTo(DatasetSpec.published("fashion-mnist"));
    assertThat(specs.get(0).canonicalText().lines()).doesNotContainKey("dataset.normalisation");
    assertThat(specs.get(1).canonicalText().lines())
        .containsEntry("dataset.normalisation", "standard");
  }

  @Test
  void keepsTheIdOfAPublishedDataSetInAnyDirectory() {
    SweepPlan found = plan(SAMPLE);
    SweepPlan configured =
        SweepPlanner.plan(Conf.of(directory, SAMPLE, "dataset.dir=/d"), request -> "");

    assertThat(ids(configured)).isEqualTo(ids(found));
    assertThat(configured.sweepId()).isEqualTo(found.sweepId());
    assertThat(configured.trials()).allMatch(trial -> trial.request().isOfFiles());
  }

  @Test
  void pinsTheIdsOfThePaper() {
    assertThat(ids(plan(SAMPLE)))
        .extracting(TrialId::value)
        .containsExactly(
            "6726624a4338632c",
            "1380b678096e0c7d",
            "dfdea92e4b888088",
            "0ed8b59d2d0492f4",
            "2b79d27d79b80bd8",
            "687640d9dc7250fb",
            "338b9af692d0f8e4",
            "0702772619538dbe",
            "a2f52793aa7a52a5",
            "ee534c534a80eae9",
            "a18d114fda33ddee",
            "787ecf10dac1b885",
            "0f845e4d363ef90a");
  }

  @Test
  void refusesATargetThatTheHiddenLayersCannotMeet() {
    String grid =
        """
        sweep.seeds = [0, 1]
        grid = [{ method = activation, target = [0.9, 0.98, 0.99], network.hidden = [[300, 100], [2]] }]
        """;
    assertThatThrownBy(() -> plan(grid))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "Cannot plan a trial of network 2: target must be at most 1568 / 1588, the hidden"
                + " layers' share of all weights, got 0.99");
  }

  /** The images of a directory may have any size. */
  @Test
  void leavesATargetAloneWhereTheImagesAreNotThePublishedOnes() {
    SweepConfig config =
        Conf.of(
            directory,
            "grid = [{ method = activation, target = 0.99, network.hidden = [2] }]",
            "dataset.dir=/images");
    assertThat(SweepPlanner.plan(config, request -> "0".repeat(64)).trials()).hasSize(1);
    assertThatThrownBy(() -> SweepPlanner.plan(config, request -> ""))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void plansNetworksWithConvolutions() {
    List<TrialSpec> specs =
        specs(
            plan(
                """
                training.engine = dl4j
                grid = [{ method = dense, network.hidden = [9], network.convolutions = [
                  [], [{ channels = 6, kernel = 5, padding = 2, pooling = 2 }]
                ] }]
                """));

    assertThat(specs)
        .extracting(TrialSpec::network)
        .containsExactly(
            new NetworkSpec(List.of(9), true),
            new NetworkSpec(List.of(new ConvolutionSpec(6, 5, 2, 2)), List.of(9), true));
  }

  /** 6 maps of 14 x 14: 150 + 1,176 x 2 prunable weights and 20 in the output layer. */
  @Test
  void refusesATargetThatConvolutionsCannotMeet() {
    String text =
        """
        training.engine = dl4j
        network.convolutions = [{ channels = 6, kernel = 5, padding = 2, pooling = 2 }]
        grid = [{ method = activation, target = 0.995, network.hidden = [2] }]
        """;
    assertThatThrownBy(() -> plan(text))
        .hasMessage(
            "Cannot plan a trial of network 6c5p2m2-2: target must be at most 2502 / 2522, the"
                + " hidden layers' share of all weights, got 0.995");
  }

  @Test
  void refusesAFirstThresholdAtWhichTrainingHasStopped() {
    String grid =
        """
        grid = [
          { method = dense, training.target-accuracy = 0.5 }
          { method = activation, scope = [global, local], first-threshold = [0.9, 0.95],
            training.target-accuracy = 0.95 }
        ]
        """;
    assertThatThrownBy(() -> plan(grid))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "Cannot plan a trial of network 300-200-100-50: first-threshold must be below"
                + " target-accuracy (0.95), at which training stops before it prunes, got 0.95");
  }

  @Test
  void theOutputLayerTakesPartWhereItIsAskedFor() {
    List<TrialSpec> specs =
        specs(
            plan(
                """
                grid = [
                  { method = one-shot, target = 0.5 }
                  { method = one-shot, target = 0.5, prune-output = [off, on] }
                  { method = gradual, scope = global, score = lamp, target = 0.999, prune-output = on }
                ]
                """));

    assertThat(specs)
        .extracting(spec -> ((PruningMethod) spec.method()).selection().pruneOutput())
        .containsExactly(Switch.OFF, Switch.ON, Switch.ON);
    assertThat(specs.get(0).method()).isEqualTo(OneShotPruning.smallest(Granularity.WEIGHTS, 0.5));
    assertThat(specs.get(1).canonicalText().lines()).containsEntry("prune-output", "on");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method = threshold, score = neurons|score is neurons, which counts hidden units",
        "method = threshold, score = magnitude, scope = local|scope is local",
        "method = one-shot, granularity = units"
            + "|granularity is units, which for the output layer are classes"
      })
  void refusesAnOutputLayerThatCannotTakePart(String block, String where) {
    assertThatThrownBy(() -> plan("grid = [{ %s, prune-output = on }]".formatted(block)))
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith("prune-output must be off where %s, got on".formatted(where));
  }

  @ParameterizedTest
  @CsvSource({"synflow", "grasp"})
  void refusesAScoreThatIsNotDefinedForConvolutions(String score) {
    String text =
        """
        training.engine = dl4j
        network.convolutions = [{ channels = 6, kernel = 5, padding = 2, pooling = 2 }]
        grid = [{ method = before-training, score = [snip, %s], target = 0.5, network.hidden = [9] }]
        """
            .formatted(score);
    assertThatThrownBy(() -> plan(text))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "Cannot plan a trial of network 6c5p2m2-9: score must be one that is defined for"
                + " networks with convolutions, got %s",
            score);
  }
}
