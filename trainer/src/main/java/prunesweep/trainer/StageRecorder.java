package prunesweep.trainer;

import prunesweep.trainer.analysis.HeatMaps;
import prunesweep.trainer.analysis.LayerAnalysis;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.export.PackedNetwork;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.ConfusionResult;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.training.LowestLoss;
import prunesweep.trainer.training.Scoreboard;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingRun;
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.TrialResults;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Keeps what a network is at the end of a stage of its trial: {@code dense}, {@code pruned} or
 * {@code retrained}.
 *
 * @param spec the trial
 * @param dataset what it is evaluated on
 * @param rows where it is kept
 */
record StageRecorder(TrialSpec spec, Dataset dataset, TrialResults rows) {

  private static final String UNTRAINED = "none";

  /** Keeps a stage that trained, at its last epoch and where its validation loss was lowest. */
  EvaluationResult trained(
      String stage, TrainingRun run, TrainingEngine engine, LowestLoss lowest) {
    EpochFigures last = last(stage, run.last().figures(), engine);
    EpochFigures best =
        lowest
            .point()
            .filter(point -> !point.epoch().equals(run.last()))
            .map(this::figures)
            .orElse(last);
    return keep(stage, run.stopReason().label(), engine, last, best);
  }

  /** Keeps a stage that only pruned. */
  EvaluationResult untrained(String stage, TrainingEngine engine) {
    EpochFigures figures = last(stage, EpochFigures.UNTRAINED, engine);
    return keep(stage, UNTRAINED, engine, figures, figures);
  }

  private EvaluationResult keep(
      String stage,
      String stopReason,
      TrainingEngine engine,
      EpochFigures last,
      EpochFigures lowest) {
    Parameters parameters = engine.parameters();
    rows.addAll(
        LayerAnalysis.describe(stage, Architecture.of(spec.network(), dataset), parameters));
    if (spec.keeps(Analysis.HEAT_MAPS)) {
      rows.addAll(HeatMaps.of(stage, parameters.hidden()));
    }
    if (spec.keeps(stage)) {
      rows.add(PackedNetwork.of(stage, spec.network(), dataset.encoding(), parameters));
    }
    EvaluationResult result =
        new EvaluationResult(stage, stopReason, parameters.sparsity(), last, lowest);
    rows.add(result);
    return result;
  }

  /** The figures at the end of a stage, whose confusions are kept too. */
  private EpochFigures last(String stage, EpochFigures trained, TrainingEngine engine) {
    Evaluation validation = engine.evaluate(dataset.validation());
    Scoreboard test = engine.score(dataset.test());
    rows.addAll(ConfusionResult.of(stage, test.classes(), test.answers()));
    return trained.after(validation, test.evaluation());
  }

  private EpochFigures figures(LowestLoss.Point point) {
    try (TrainingEngine engine = Engines.create(spec, dataset, point.parameters())) {
      return figures(point.epoch().figures(), engine);
    }
  }

  private EpochFigures figures(EpochFigures trained, TrainingEngine engine) {
    return trained.after(engine.evaluate(dataset.validation()), engine.evaluate(dataset.test()));
  }
}
