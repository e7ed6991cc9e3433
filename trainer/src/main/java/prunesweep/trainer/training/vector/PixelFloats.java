package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.INTEGERS;
import static prunesweep.trainer.training.vector.Lanes.LANES;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Conversion of pixel bytes to what a network reads: pixel / 255, with the bits of that division.
 */
final class PixelFloats {

  /** As many bytes as floats in a vector; no species is shorter than eight. */
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, LANES * Byte.SIZE)));

  /** Bytes read at once. */
  static final int BLOCK = BYTES.length();

  private PixelFloats() {}

  /**
   * Converts {@code count} bytes, and those behind them up to a multiple of {@link #BLOCK}.
   *
   * @param pixels unsigned, from 0 on
   */
  static void write(byte[] pixels, int count, float[] floats, int to) {
    for (int at = 0; at < count; at += BLOCK) {
      ByteVector block = ByteVector.fromArray(BYTES, pixels, at);
      IntVector first = (IntVector) block.convertShape(VectorOperators.B2I, INTEGERS, 0);
      ((FloatVector) first.and(0xff).convert(VectorOperators.I2F, 0))
          .div(255f)
          .intoArray(floats, to + at);
      if (BLOCK > LANES) {
        IntVector second = (IntVector) block.convertShape(VectorOperators.B2I, INTEGERS, 1);
        ((FloatVector) second.and(0xff).convert(VectorOperators.I2F, 0))
            .div(255f)
            .intoArray(floats, to + at + LANES);
      }
    }
  }
}
