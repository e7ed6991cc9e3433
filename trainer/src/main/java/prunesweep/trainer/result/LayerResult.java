package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * One hidden layer at one stage.
 *
 * @param stage dense, pruned or retrained
 * @param layer from 1, input side first
 * @param inputs rows of the kernel
 * @param units columns of the kernel
 * @param places where of an image it is applied: 1 but for convolutions
 * @param nonzeroWeights weights that are not exactly zero
 * @param spectrum of its singular values
 */
public record LayerResult(
    String stage,
    int layer,
    int inputs,
    int units,
    int places,
    long nonzeroWeights,
    Spectrum spectrum)
    implements Serializable {

  /** Two floating-point operations a non-zero weight and place, in thousands. */
  public double kiloFlops() {
    return 2 * nonzeroWeights * places / 1000.0;
  }
}
