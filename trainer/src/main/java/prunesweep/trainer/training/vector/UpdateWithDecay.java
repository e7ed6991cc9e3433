package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import prunesweep.trainer.spec.UpdateSpec;

/** Another update, with a weight decay beside it. A held weight is zero and has nothing to lose. */
abstract class UpdateWithDecay implements WeightUpdate {

  final LiveParameters live;
  final WeightUpdate inner;

  /** Decays, from 0. */
  final double ofWeights;

  final double ofBiases;

  UpdateWithDecay(LiveParameters live, WeightUpdate inner, UpdateSpec update) {
    this.live = live;
    this.inner = inner;
    ofWeights = update.weightDecay();
    ofBiases = update.biasDecay();
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
  public final void weights(UpdateStep step) {
    inner.weights(step);
  }

  @Override
  public final List<ParameterArrays> memories() {
    return inner.memories();
  }

  /** Adds {@code factor} times what stands in {@code values}; both may be one array. */
  static void add(float[] values, float factor, float[] to) {
    for (int at = 0; at < values.length; at += LANES) {
      FloatVector value = FloatVector.fromArray(SPECIES, values, at);
      FloatVector.fromArray(SPECIES, to, at).add(value.mul(factor)).intoArray(to, at);
    }
  }
}
