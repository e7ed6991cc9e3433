package prunesweep.trainer.result;

import java.io.Serializable;
import java.util.List;
import prunesweep.trainer.spec.TrialSpec;

/** How a trial ended. */
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
   * @param machine what it was computed with
   */
  record Completed(
      TrialSpec spec,
      TrialSummary summary,
      List<EpochResult> epochs,
      List<CycleResult> cycles,
      List<LayerResult> layers,
      Machine machine)
      implements TrialOutcome {

    public Completed {
      epochs = List.copyOf(epochs);
      cycles = List.copyOf(cycles);
      layers = List.copyOf(layers);
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
