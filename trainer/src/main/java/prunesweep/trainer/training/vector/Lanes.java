package prunesweep.trainer.training.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The host's vectors and the widths that arrays are padded to for them. */
final class Lanes {

  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** The same vectors, seen as integers. */
  static final VectorSpecies<Integer> INTEGERS = SPECIES.withLanes(int.class);

  /** Floats a vector. */
  static final int LANES = SPECIES.length();

  /**
   * True where a tile's sums must do with 16 vector registers: with 256-bit vectors a processor
   * most likely has no more. Those with wider vectors have 32, and so have those of ARM with 128
   * bits.
   */
  static final boolean FEW_REGISTERS = LANES == 8;

  /** Columns a tile of a product. */
  static final int TILE = 2 * LANES;

  /** Rows a tile of a product. */
  static final int ROWS = 8;

  /** Widths are padded to a multiple of this: whole vectors, and whole tiles of rows. */
  private static final int PADDING = Math.max(16, LANES);

  static {
    useEachOperationOnce();
  }

  private Lanes() {}

  /**
   * An operation's first use looks up how to do it without vectors. Where the compiler has seen
   * that happen, and not once before all loops, it makes room for it at every operation: methods
   * then outgrow its limits, and for the life of a process their vectors are objects.
   */
  private static void useEachOperationOnce() {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    IntVector bits = one.add(one).sub(one).mul(one).div(one).max(one).sqrt().reinterpretAsInts();
    IntVector shifted = bits.lanewise(VectorOperators.LSHL, bits).lanewise(VectorOperators.ASHR, 1);
    one.fma(one, shifted.and(bits).reinterpretAsFloats());
  }

  /** The width that {@code width} columns take in memory. */
  static int padded(int width) {
    return (width + PADDING - 1) / PADDING * PADDING;
  }

  /**
   * From row to row of a matrix read down its columns. Rows that lie a multiple of 256 bytes apart
   * would share a few sets of the nearest cache and drive each other out.
   */
  static int spread(int width) {
    int padded = padded(width);
    return padded % 64 == 0 ? padded + PADDING : padded;
  }

  /** {@code rows}, rounded up to whole tiles. */
  static int wholeTiles(int rows) {
    return (rows + ROWS - 1) / ROWS * ROWS;
  }
}
