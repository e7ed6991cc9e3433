package prunesweep.benchmarks.subject;

import java.util.List;
import java.util.Optional;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.training.Shuffle;

/** Patterns of the hidden weights that are held at zero while a network trains. */
public enum MaskPattern {
  /** None: the dense network. */
  NOTHING,
  /** A random 80 % of each hidden layer's single weights. */
  WEIGHTS,
  /** All incoming weights of a random 80 % of each hidden layer's units. */
  UNITS;

  /** Share of each hidden layer that is held, rounded down to whole weights or units. */
  public static final double SHARE = 0.8;

  private static final long SEED = 0;

  /** The mask for {@code hidden} layers, the same at each call; empty where nothing is held. */
  public Optional<Mask> mask(List<Kernel> hidden) {
    return switch (this) {
      case NOTHING -> Optional.empty();
      case WEIGHTS -> Optional.of(weights(hidden, SHARE));
      case UNITS -> Optional.of(new Mask(hidden.stream().map(MaskPattern::keptUnits).toList()));
    };
  }

  /** The mask that holds a random {@code share}, 0..1, of each hidden layer's single weights. */
  static Mask weights(List<Kernel> hidden, double share) {
    return new Mask(hidden.stream().map(kernel -> kept(kernel.size(), share)).toList());
  }

  private static boolean[] keptUnits(Kernel kernel) {
    boolean[] units = kept(kernel.units(), SHARE);
    boolean[] weights = new boolean[kernel.size()];
    for (int index = 0; index < weights.length; index++) {
      weights[index] = units[index % kernel.units()];
    }
    return weights;
  }

  /** Marks all but the share of {@code count} places, at random. */
  private static boolean[] kept(int count, double share) {
    int[] order = Shuffle.order(count, SEED, "training", 0);
    boolean[] kept = new boolean[count];
    for (int index = (int) (share * count); index < count; index++) {
      kept[order[index]] = true;
    }
    return kept;
  }
}
