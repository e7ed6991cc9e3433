package prunesweep.trainer.method;

import java.util.Optional;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.spec.EndOfTraining;
import prunesweep.trainer.spec.StopPoint;

/** Training without pruning: the baseline. */
public record DenseTraining() implements Method {

  /** What the network is called at the end of the dense training. */
  static final String STAGE = "dense";

  /** Its keys: none. */
  public static final Section<DenseTraining> SECTION =
      Section.of("dense", values -> new DenseTraining()).baseline();

  @Override
  public Section<DenseTraining> section() {
    return SECTION;
  }

  @Override
  public StopPoint sharedUntil() {
    return new EndOfTraining();
  }

  @Override
  public Optional<Double> target() {
    return Optional.empty();
  }

  @Override
  public Optional<Integer> plannedPrunes(int hiddenLayers) {
    return Optional.empty();
  }

  @Override
  public Procedure procedure(Setting setting) {
    return new Procedure() {
      @Override
      public String trainedStage() {
        return STAGE;
      }

      @Override
      public boolean hasReachedTarget() {
        return true;
      }

      @Override
      public Next next(int epoch, NetworkView network) {
        return new Next.Done();
      }

      @Override
      public Memory memory() {
        return new Memory.None();
      }

      @Override
      public void restore(Memory memory) {}
    };
  }
}
