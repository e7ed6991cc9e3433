package prunesweep.trainer;

import prunesweep.trainer.analysis.HeatMaps;
import prunesweep.trainer.analysis.LayerAnalysis;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.Moment;
import prunesweep.trainer.training.Evaluation;
import prunesweep.trainer.training.LowestLoss;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingRun;
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Keeps what a network is at the end of a stage of its trial: {@code dense}, {@code pruned} or
 * {@code retrained}.
 *
 * @param spec the trial
 * @param dataset what it is evaluated on
 * @param rows where it is kept
 */
record StageRecorder(TrialSpec spec, Dataset dataset, TrialRows rows) {

  private static final String UNTRAINED = "none";

  /** Keeps a stage that trained, at its last epoch and where its validation loss was lowest. */
  EvaluationResult trained(
      String stage, TrainingRun run, TrainingEngine engine, LowestLoss lowest) {
    Moment last = moment(Trained.in(run.last()), engine);
    Moment best =
        lowest
            .point()
            .filter(point -> !point.epoch().equals(run.last()))
            .map(this::moment)
            .orElse(last);
    return keep(stage, run.stopReason().label(), engine, last, best);
  }

  /** Keeps a stage that only pruned. */
  EvaluationResult untrained(String stage, TrainingEngine engine) {
    Moment moment = moment(Trained.NOT, engine);
    return keep(stage, UNTRAINED, engine, moment, moment);
  }

  private EvaluationResult keep(
      String stage, String stopReason, TrainingEngine engine, Moment last, Moment lowest) {
    Parameters parameters = engine.parameters();
    rows.layers.addAll(
        LayerAnalysis.describe(stage, Architecture.of(spec.network(), dataset), parameters));
    if (spec.keeps(Analysis.HEAT_MAPS)) {
      rows.heatMaps.addAll(HeatMaps.of(stage, parameters.hidden()));
    }
    EvaluationResult result =
        new EvaluationResult(stage, stopReason, parameters.sparsity(), last, lowest);
    rows.evaluations.add(result);
    return result;
  }

  private Moment moment(LowestLoss.Point point) {
    try (TrainingEngine engine = Engines.create(spec, dataset, point.parameters())) {
      return moment(Trained.in(point.epoch()), engine);
    }
  }

  private Moment moment(Trained trained, TrainingEngine engine) {
    Evaluation validation = engine.evaluate(dataset.validation());
    Evaluation test = engine.evaluate(dataset.test());
    return new Moment(
        trained.epoch,
        trained.accuracy,
        trained.class0Top1,
        trained.class0Top5,
        validation.loss(),
        validation.accuracy(),
        validation.class0Top1(),
        validation.class0Top5(),
        test.accuracy(),
        test.top5(),
        test.class0Top1(),
        test.class0Top5());
  }

  /** What is known of a network from the epoch that trained it. */
  private record Trained(int epoch, double accuracy, double class0Top1, double class0Top5) {

    static final Trained NOT = new Trained(0, Double.NaN, Double.NaN, Double.NaN);

    static Trained in(EpochResult epoch) {
      return new Trained(
          epoch.epoch(), epoch.trainAccuracy(), epoch.trainClass0Top1(), epoch.trainClass0Top5());
    }
  }
}
