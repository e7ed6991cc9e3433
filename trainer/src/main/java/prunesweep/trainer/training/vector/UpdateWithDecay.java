package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/** Another update, with a weight decay beside it. A held weight is zero and has nothing to lose. */
abstract class UpdateWithDecay implements WeightUpdate {

  final LiveParameters live;
  final WeightUpdate inner;
  final Decay decay;

  UpdateWithDecay(LiveParameters live, WeightUpdate inner, Decay decay) {
    this.live = live;
    this.inner = inner;
    this.decay = decay;
  }

  @Override
  public final float[] target() {
    return inner.target();
  }

  @Override
  public final MaskedFactor factor() {
    return inner.factor();
  }

  @Override
  public final void move(int from, int length, UpdateStep step) {
    inner.move(from, length, step);
  }

  @Override
  public final List<ParameterArrays> memories() {
    return inner.memories();
  }

  /**
   * Adds {@code factor} times what stands in {@code values} from {@code from} on; both may be one
   * array.
   */
  static void add(float[] values, int from, int length, float factor, float[] to, int toFrom) {
    for (int at = 0; at < length; at += LANES) {
      FloatVector value = FloatVector.fromArray(SPECIES, values, from + at);
      FloatVector.fromArray(SPECIES, to, toFrom + at)
          .add(value.mul(factor))
          .intoArray(to, toFrom + at);
    }
  }
}
