package prunesweep.trainer.spec;

import java.util.Collection;
import java.util.List;

/** Point after the dense training, in what a method does with the network that stands there. */
public non-sealed interface LaterPoint extends StopPoint {

  /** Not by an accuracy: the training that ends here says itself when it does. */
  @Override
  default boolean isReachedAt(double trainAccuracy) {
    return false;
  }

  @Override
  default List<CounterSpec> counters() {
    return List.of();
  }

  @Override
  default LaterPoint counting(Collection<CounterSpec> counters) {
    return this;
  }
}
