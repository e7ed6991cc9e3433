package prunesweep.trainer.training.vector;

import static prunesweep.trainer.training.vector.Lanes.INTEGERS;
import static prunesweep.trainer.training.vector.Lanes.LANES;
import static prunesweep.trainer.training.vector.Lanes.SPECIES;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/**
 * The weight gradient of a {@link SlotLayout}, added to what is there or written as by {@link
 * AddedProduct}: every sum starts at zero and takes its images in order, so its bits are the same.
 */
final class SlotGradient {

  private final float[] left;
  private final float[] right;
  private final float[] out;
  private final int[] blockStart;
  private final int[] groups;
  private final List<VectorShuffle<Float>> shuffles;

  /**
   * A gradient of these arrays.
   *
   * @param left of an image, its inputs side by side
   * @param right of an image, the gradients of all columns side by side
   * @param out by slots
   */
  SlotGradient(SlotLayout slots, float[] left, float[] right, float[] out) {
    this.left = left;
    this.right = right;
    this.out = out;
    blockStart = slots.blockStart();
    groups = slots.groups();
    shuffles = slots.shuffles();
  }

  int blocks() {
    return blockStart.length - 1;
  }

  /** Makes the slots of block {@code block} of the images in {@code terms}. */
  void add(int block, TermOffsets terms, MaskedFactor factor) {
    int slot = blockStart[block];
    int end = blockStart[block + 1];
    for (; slot + 2 < end; slot += 4) {
      four(slot, block * LANES, terms, factor);
    }
    if (slot < end) {
      two(slot, block * LANES, terms, factor);
    }
  }

  private void four(int slot, int leftStart, TermOffsets terms, MaskedFactor factor) {
    four(
        left,
        leftStart,
        terms.left(),
        right,
        groups[slot],
        groups[slot + 2],
        terms.right(),
        terms.count(),
        shuffles.get(slot),
        shuffles.get(slot + 1),
        shuffles.get(slot + 2),
        shuffles.get(slot + 3),
        out,
        slot * LANES,
        factor.kept(),
        factor.at(slot * LANES),
        Integer.signum(factor.stride()),
        factor.value());
  }

  private void two(int slot, int leftStart, TermOffsets terms, MaskedFactor factor) {
    two(
        left,
        leftStart,
        terms.left(),
        right,
        groups[slot],
        terms.right(),
        terms.count(),
        shuffles.get(slot),
        shuffles.get(slot + 1),
        out,
        slot * LANES,
        factor.kept(),
        factor.at(slot * LANES),
        Integer.signum(factor.stride()),
        factor.value());
  }

  /** Two slots of one group of columns, and two of another or the same. */
  private static void four(
      float[] left,
      int leftStart,
      int[] leftOffsets,
      float[] right,
      int rightStart0,
      int rightStart2,
      int[] rightOffsets,
      int terms,
      VectorShuffle<Float> shuffle0,
      VectorShuffle<Float> shuffle1,
      VectorShuffle<Float> shuffle2,
      VectorShuffle<Float> shuffle3,
      float[] out,
      int outAt,
      int[] kept,
      int keptAt,
      int keptStep,
      float factor) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    for (int term = 0; term < terms; term++) {
      FloatVector inputs = FloatVector.fromArray(SPECIES, left, leftStart + leftOffsets[term]);
      int rightAt = rightOffsets[term];
      FloatVector r0 = FloatVector.fromArray(SPECIES, right, rightStart0 + rightAt);
      s0 = inputs.rearrange(shuffle0).fma(r0, s0);
      s1 = inputs.rearrange(shuffle1).fma(r0, s1);
      FloatVector r2 = FloatVector.fromArray(SPECIES, right, rightStart2 + rightAt);
      s2 = inputs.rearrange(shuffle2).fma(r2, s2);
      s3 = inputs.rearrange(shuffle3).fma(r2, s3);
    }
    if (kept.length == 0) {
      s0.intoArray(out, outAt);
      s1.intoArray(out, outAt + LANES);
      s2.intoArray(out, outAt + 2 * LANES);
      s3.intoArray(out, outAt + 3 * LANES);
      return;
    }
    IntVector toSign = PackedMask.TO_SIGN;
    IntVector step = IntVector.broadcast(INTEGERS, Float.floatToRawIntBits(factor));
    s0.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt))
        .intoArray(out, outAt);
    s1.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + keptStep])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + LANES))
        .intoArray(out, outAt + LANES);
    s2.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 2 * keptStep])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 2 * LANES))
        .intoArray(out, outAt + 2 * LANES);
    s3.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + 3 * keptStep])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + 3 * LANES))
        .intoArray(out, outAt + 3 * LANES);
  }

  /** Two slots of one group of columns. */
  private static void two(
      float[] left,
      int leftStart,
      int[] leftOffsets,
      float[] right,
      int rightStart,
      int[] rightOffsets,
      int terms,
      VectorShuffle<Float> shuffle0,
      VectorShuffle<Float> shuffle1,
      float[] out,
      int outAt,
      int[] kept,
      int keptAt,
      int keptStep,
      float factor) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    for (int term = 0; term < terms; term++) {
      FloatVector inputs = FloatVector.fromArray(SPECIES, left, leftStart + leftOffsets[term]);
      FloatVector r0 = FloatVector.fromArray(SPECIES, right, rightStart + rightOffsets[term]);
      s0 = inputs.rearrange(shuffle0).fma(r0, s0);
      s1 = inputs.rearrange(shuffle1).fma(r0, s1);
    }
    if (kept.length == 0) {
      s0.intoArray(out, outAt);
      s1.intoArray(out, outAt + LANES);
      return;
    }
    IntVector toSign = PackedMask.TO_SIGN;
    IntVector step = IntVector.broadcast(INTEGERS, Float.floatToRawIntBits(factor));
    s0.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt))
        .intoArray(out, outAt);
    s1.fma(
            IntVector.broadcast(INTEGERS, kept[keptAt + keptStep])
                .lanewise(VectorOperators.LSHL, toSign)
                .lanewise(VectorOperators.ASHR, PackedMask.FILL)
                .and(step)
                .reinterpretAsFloats(),
            FloatVector.fromArray(SPECIES, out, outAt + LANES))
        .intoArray(out, outAt + LANES);
  }
}
