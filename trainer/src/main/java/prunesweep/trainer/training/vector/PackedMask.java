package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.INTEGERS;
import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * A layer's mask, a bit a weight, 1 where it is kept: a thirty-second of the memory of the weights,
 * so that a step that holds a mask reads hardly more than one without.
 *
 * @param words one a vector of weights, in their order; the lowest bit is the first lane's
 */
@SuppressWarnings("ArrayRecordComponent") // As long as a mask: never copied.
record PackedMask(int[] words) {

  /** Shifting a word by these brings each lane's bit to its sign. */
  static final IntVector TO_SIGN = IntVector.zero(INTEGERS).addIndex(-1).add(Integer.SIZE - 1);

  /** Shifting a sign by this fills the lane with it. */
  static final int FILL = Integer.SIZE - 1;

  /** None kept yet, of as many weights as {@code size}, a multiple of {@link Lanes#LANES}. */
  static PackedMask none(int size) {
    return new PackedMask(new int[size / LANES]);
  }

  /**
   * Zeroes those of the first {@code length} values whose weights, from {@code from} on, are not
   * kept.
   */
  void hold(float[] values, int from, int length) {
    for (int at = 0; at < length; at += LANES) {
      IntVector keep =
          IntVector.broadcast(INTEGERS, words[(from + at) / LANES])
              .lanewise(VectorOperators.LSHL, TO_SIGN)
              .lanewise(VectorOperators.ASHR, FILL);
      FloatVector.fromArray(SPECIES, values, at)
          .reinterpretAsInts()
          .and(keep)
          .reinterpretAsFloats()
          .intoArray(values, at);
    }
  }

  /** Keeps the weight at {@code index}. */
  void keep(int index) {
    words[index / LANES] |= 1 << (index % LANES);
  }
}
