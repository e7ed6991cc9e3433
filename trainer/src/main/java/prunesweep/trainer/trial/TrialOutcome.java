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
   * @param results the rows of all other tables
   * @param machine what it was computed with
   */
  record Completed(TrialSpec spec, TrialSummary summary, TrialResults results, Machine machine)
      implements TrialOutcome {

    public Completed {
      results = results.copy();
    }

    /** Every epoch, in order. */
    public List<EpochResult> epochs() {
      return results.of(EpochResult.class);
    }

    /** Every prune, in order. */
    public List<CycleResult> cycles() {
      return results.of(CycleResult.class);
    }

    /** Every hidden layer at each stage. */
    public List<LayerResult> layers() {
      return results.of(LayerResult.class);
    }

    /** The network at the end of each stage. */
    public List<EvaluationResult> evaluations() {
      return results.of(EvaluationResult.class);
    }

    /** Singular values around each prune, if asked for. */
    public List<SingularValueResult> singularValues() {
      return results.of(SingularValueResult.class);
    }

    /** The dense network cut to this one's ranks, if asked for. */
    public List<ReductionResult> reductions() {
      return results.of(ReductionResult.class);
    }

    /** Heat maps of every hidden layer at each stage, if asked for. */
    public List<HeatMapResult> heatMaps() {
      return results.of(HeatMapResult.class);
    }

    /** Networks at the stages that are to be kept. */
    public List<KeptNetwork> networks() {
      return results.of(KeptNetwork.class);
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
