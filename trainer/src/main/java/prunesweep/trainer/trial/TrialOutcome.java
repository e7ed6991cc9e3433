package prunesweep.trainer.trial;

import java.io.Serializable;
import java.util.List;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.result.HeatMapResult;
import prunesweep.trainer.result.KeptNetwork;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.Machine;
import prunesweep.trainer.result.ReductionResult;
import prunesweep.trainer.result.SingularValueResult;
import prunesweep.trainer.result.TrialSummary;

/** The end of a trial. */
public sealed interface TrialOutcome extends Serializable {

  /** The trial. */
  TrialSpec spec();

  /**
   * A trial that ran to its end.
   *
   * @param spec the trial
   * @param summary its figures
   * @param epochs every epoch, in order
   * @param cycles every prune, in order
   * @param layers every hidden layer at each stage
   * @param evaluations the network at the end of each stage
   * @param singularValues around each prune, if asked for
   * @param reductions of the dense network to this one's ranks, if asked for
   * @param heatMaps of every hidden layer at each stage, if asked for
   * @param networks at the stages that are to be kept
   * @param machine what it was computed with
   */
  record Completed(
      TrialSpec spec,
      TrialSummary summary,
      List<EpochResult> epochs,
      List<CycleResult> cycles,
      List<LayerResult> layers,
      List<EvaluationResult> evaluations,
      List<SingularValueResult> singularValues,
      List<ReductionResult> reductions,
      List<HeatMapResult> heatMaps,
      List<KeptNetwork> networks,
      Machine machine)
      implements TrialOutcome {

    public Completed {
      epochs = List.copyOf(epochs);
      cycles = List.copyOf(cycles);
      layers = List.copyOf(layers);
      evaluations = List.copyOf(evaluations);
      singularValues = List.copyOf(singularValues);
      reductions = List.copyOf(reductions);
      heatMaps = List.copyOf(heatMaps);
      networks = List.copyOf(networks);
    }
  }

  /**
   * A trial that failed by itself.
   *
   * @param spec the trial
   * @param kind why
   * @param message one sentence for the user
   * @param seconds wall clock until it failed
   */
  record Failed(TrialSpec spec, FailureKind kind, String message, double seconds)
      implements TrialOutcome {}
}
