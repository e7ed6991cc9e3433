package prunesweep.trainer;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.machine.LocalMachine;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.HeatMapResult;
import prunesweep.trainer.result.KeptNetwork;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.ReductionResult;
import prunesweep.trainer.result.SingularValueResult;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.trial.TrialOutcome;
import prunesweep.trainer.trial.TrialSpec;

/** Rows of a trial under way. */
final class TrialRows implements Serializable {

  private static final long serialVersionUID = 1;

  final List<EpochResult> epochs = new ArrayList<>();
  final List<CycleResult> cycles = new ArrayList<>();
  final List<LayerResult> layers = new ArrayList<>();
  final List<EvaluationResult> evaluations = new ArrayList<>();
  final List<SingularValueResult> singularValues = new ArrayList<>();
  final List<ReductionResult> reductions = new ArrayList<>();
  final List<HeatMapResult> heatMaps = new ArrayList<>();
  final List<KeptNetwork> networks = new ArrayList<>();

  /** The outcome of {@code spec} with these rows. */
  TrialOutcome outcome(TrialSpec spec, TrialSummary summary) {
    return new TrialOutcome.Completed(
        spec,
        summary,
        epochs,
        cycles,
        layers,
        evaluations,
        singularValues,
        reductions,
        heatMaps,
        networks,
        LocalMachine.describe());
  }
}
