package prunesweep.benchmarks.subject;

/** The matrix products of a layer in a training step. */
public enum ProductKind {
  /** Output = input x weights. */
  FORWARD,
  /** Gradient of the input = gradient of the output x transposed weights. */
  BACKWARD,
  /** Weights -= rate / images x transposed input x gradient of the output. */
  UPDATE
}
